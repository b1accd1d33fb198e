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


def answered(prompter, text: str, key: str, call):
    """What ``call`` gives while the person answers its question."""
    person = threading.Thread(target=prompter.answer, args=(text, key))
    person.start()
    result = call()
    person.join()
    return result


def test_the_owner_unlocks_it(locked):
    found = answered(
        locked, PASSWORD.decode(), "Return", lambda: keyring_store.lookup(DISK, unlock=True)
    )
    assert (found.state, found.secret) == (State.AVAILABLE, b"kept")
    assert keyring_store.state() is State.AVAILABLE


def test_the_owner_dismisses_it(locked):
    found = answered(locked, "", "Escape", lambda: keyring_store.lookup(DISK, unlock=True))
    assert (found.state, found.secret) == (State.REFUSED, None)
    assert keyring_store.state() is State.LOCKED


def test_nobody_is_asked_unless_wanted(locked):
    assert keyring_store.lookup(DISK).state is State.LOCKED
    assert keyring_store.state() is State.LOCKED
    assert not locked.shown()


def test_the_question_goes_away_when_nobody_answers(locked, monkeypatch):
    monkeypatch.setattr(keyring_store, "PROMPT_SECONDS", 1.5)
    found = keyring_store.lookup(DISK, unlock=True)
    assert found.state is State.REFUSED
    assert "within 1.5 seconds" in found.sentence
    while locked.shown():
        time.sleep(0.05)
