"""A locked keyring asks its owner: the real prompt, on a screen, answered with real keys."""

from __future__ import annotations

import threading
import time
from uuid import UUID

import pytest

from tests.keyring_daemon import PASSWORD
from vmgui.secret import keyring_store
from vmgui.secret.keyring_store import State

DISK = UUID("0d5c58c6-3e57-4e6e-8ab3-0d6b8a3f4a11")


@pytest.fixture
def locked(secret_service, prompter, tmp_path):
    keyring_store.store(DISK, tmp_path / "data.vmg", b"kept")
    secret_service.lock()
    return prompter


def answered(prompter, call, key: str, *texts: str):
    """What ``call`` gives while the person answers its question."""
    person = threading.Thread(target=prompter.answer, args=(key, *texts))
    person.start()
    result = call()
    person.join()
    return result


def test_the_owner_unlocks_it(locked):
    found = answered(
        locked, lambda: keyring_store.lookup(DISK, unlock=True), "Return", PASSWORD.decode()
    )
    assert (found.state, found.secret) == (State.AVAILABLE, b"kept")
    assert keyring_store.state() is State.AVAILABLE


def test_the_owner_dismisses_it(locked):
    found = answered(locked, lambda: keyring_store.lookup(DISK, unlock=True), "Escape")
    assert (found.state, found.secret) == (State.REFUSED, None)
    assert keyring_store.state() is State.LOCKED


def test_nobody_is_asked_unless_wanted(locked):
    assert keyring_store.lookup(DISK).state is State.LOCKED
    assert keyring_store.state() is State.LOCKED
    assert not locked.shown()


def test_nobody_is_waited_for_for_ever_and_a_late_answer_counts(locked, monkeypatch):
    monkeypatch.setattr(keyring_store, "PROMPT_SECONDS", 0.5)
    found = keyring_store.lookup(DISK, unlock=True)
    assert found.state is State.REFUSED
    assert "within 0.5 seconds" in found.sentence
    locked.answer("Return", PASSWORD.decode())
    while keyring_store.state() is State.LOCKED:
        time.sleep(0.05)
    assert keyring_store.lookup(DISK).secret == b"kept"


def test_a_keyring_that_was_never_set_up_asks_when_first_stored_to(
    secret_service, prompter, tmp_path
):
    secret_service.start_over()
    assert keyring_store.state() is State.LOCKED
    assert "not been set up" in keyring_store.lookup(DISK).sentence
    path = tmp_path / "data.vmg"
    words = PASSWORD.decode()
    answered(prompter, lambda: keyring_store.store(DISK, path, b"new"), "Return", words, words)
    assert keyring_store.lookup(DISK).secret == b"new"


def test_a_keyring_that_nobody_wants_is_a_refusal(secret_service, prompter, tmp_path):
    secret_service.start_over()
    state = answered(prompter, lambda: keyring_store.state(unlock=True), "Escape")
    assert state is State.REFUSED
