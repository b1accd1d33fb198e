"""Passphrases in a real keyring: GNOME Keyring, in each of its states."""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from pathlib import Path
from uuid import UUID

import pytest

from tests.keyring_daemon import SecretService
from vmgui.errors import VmguiError
from vmgui.secret import keyring_store, seal
from vmgui.secret.keyring_store import KeyringError, State

DISK = UUID("0d5c58c6-3e57-4e6e-8ab3-0d6b8a3f4a11")
PATH = Path("/somewhere/data.vmg")
SECRET = bytearray("korrekt Pferd Brücke".encode())


def lock(service: SecretService) -> None:
    service.lock()


def refuse(service: SecretService) -> None:
    service.refuse()


def leave(service: SecretService) -> None:
    service.leave()


OUT_OF_ORDER = pytest.mark.parametrize(
    ("make", "state"),
    [(lock, State.LOCKED), (refuse, State.REFUSED), (leave, State.ABSENT)],
    ids=lambda value: value.name if isinstance(value, State) else "",
)


def test_it_keeps_and_gives_and_forgets(secret_service):
    assert keyring_store.state() is State.AVAILABLE
    assert keyring_store.lookup(DISK).state is State.NOTHING_STORED
    keyring_store.store(DISK, PATH, SECRET)
    found = keyring_store.lookup(str(DISK))
    assert (found.state, found.secret) == (State.AVAILABLE, SECRET)
    assert keyring_store.lookup(UUID(int=7)).state is State.NOTHING_STORED
    assert keyring_store.forget(DISK)
    assert keyring_store.lookup(DISK).state is State.NOTHING_STORED
    assert not keyring_store.forget(DISK)


def test_a_new_passphrase_takes_the_place_of_the_old_one(secret_service):
    keyring_store.store(DISK, PATH, SECRET)
    keyring_store.store(DISK, PATH, b"another")
    assert keyring_store.lookup(DISK).secret == b"another"
    assert len(secret_service.labels()) == 1


def test_the_person_can_tell_what_it_is(secret_service):
    keyring_store.store(DISK, PATH, SECRET)
    assert secret_service.labels() == ["Passphrase of the disk data.vmg"]
    assert keyring_store.place() == "GNOME Keyring"


def test_other_programs_of_the_library_find_it_under_our_name(secret_service):
    keyring_store.store(DISK, PATH, b"plain")
    done = subprocess.run(
        [sys.executable, "-m", "keyring", "get", "vmgui", str(DISK)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "plain\n"


@OUT_OF_ORDER
def test_each_state_is_told_apart_and_says_what_to_do(secret_service, make, state):
    keyring_store.store(DISK, PATH, SECRET)
    make(secret_service)
    assert keyring_store.state() is state
    found = keyring_store.lookup(DISK)
    assert (found.state, found.secret) == (state, None)
    assert found.sentence.endswith(state.remedy)
    for attempt in (
        lambda: keyring_store.store(DISK, PATH, b"new", unlock=False),
        lambda: keyring_store.forget(DISK, unlock=False),
    ):
        with pytest.raises(KeyringError) as caught:
            attempt()
        assert caught.value.state is state
        assert caught.value.code == f"keyring-{state.name.lower()}"
        assert caught.value.why
        assert caught.value.remedy


def test_what_was_kept_is_there_again_afterwards(secret_service):
    keyring_store.store(DISK, PATH, SECRET)
    secret_service.lock()
    secret_service.unlock()
    assert keyring_store.lookup(DISK).secret == SECRET
    secret_service.refuse()
    secret_service.allow()
    assert keyring_store.lookup(DISK).secret == SECRET
    secret_service.leave()
    secret_service.start()
    assert keyring_store.lookup(DISK).secret == SECRET


def test_a_service_that_starts_later_is_found(secret_service):
    secret_service.leave()
    assert keyring_store.state() is State.ABSENT
    assert keyring_store.place() == ""
    secret_service.start()
    assert keyring_store.state() is State.AVAILABLE


def test_without_a_session_bus_there_is_none(monkeypatch):
    assert keyring_store.state() is State.ABSENT
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert keyring_store.state() is State.ABSENT
    assert keyring_store.lookup(DISK).state is State.ABSENT


def test_an_unlocking_that_nobody_can_be_asked_for_is_a_refusal(secret_service):
    keyring_store.store(DISK, PATH, SECRET)
    secret_service.lock()
    assert keyring_store.lookup(DISK, unlock=True).state is State.REFUSED
    with pytest.raises(KeyringError) as caught:
        keyring_store.store(DISK, PATH, b"new")
    assert caught.value.state is State.REFUSED
    assert caught.value.what == "The passphrase of data.vmg was not stored in the keyring."


def test_a_keyring_that_never_answers_is_given_up(secret_service, monkeypatch):
    monkeypatch.setattr(keyring_store, "ANSWER_SECONDS", 0.2)
    monkeypatch.setattr(keyring_store, "_GRACE", 0.1)
    with secret_service.frozen():
        found = keyring_store.lookup(DISK)
    assert found.state is State.SILENT
    assert "did not answer" in found.sentence


def test_no_error_tells_the_secret(secret_service):
    secret = b"unspeakable passphrase"
    texts = []
    for make in (lock, refuse, leave):
        keyring_store.store(DISK, PATH, secret)
        make(secret_service)
        for attempt in (
            lambda: keyring_store.store(DISK, PATH, secret, unlock=False),
            lambda: keyring_store.store(DISK, PATH, secret + b"\xff", unlock=False),
        ):
            with pytest.raises(VmguiError) as caught:
                attempt()
            texts += [str(caught.value), repr(caught.value), repr(caught.value.as_dict())]
            texts += traceback.format_exception(caught.value)
        secret_service.allow()
        if make is leave:
            break
        secret_service.unlock()
        texts.append(repr(keyring_store.lookup(DISK)))
    assert texts
    assert not [text for text in texts if "unspeakable" in text]


def test_bytes_that_are_not_text_belong_into_a_file(secret_service):
    with pytest.raises(VmguiError) as caught:
        keyring_store.store(DISK, PATH, b"\xff\xfe")
    assert "key file" in caught.value.remedy


PIN = b'{"vm":"debian","disk":0}'


def test_a_seal_holds_what_was_sealed(secret_service):
    mark = seal.seal(PIN)
    assert len(bytes.fromhex(mark)) == 32
    assert seal.seal(PIN) == mark
    assert seal.verify(PIN, mark) is seal.Outcome.GOOD
    assert seal.verify(PIN + b" ", mark) is seal.Outcome.WRONG
    assert seal.verify(PIN, "") is seal.Outcome.MISSING
    assert secret_service.labels() == ["Key that seals virtual machines of vmgui"]


@OUT_OF_ORDER
def test_a_seal_that_can_not_be_checked_is_no_refusal(secret_service, make, state):
    mark = seal.seal(PIN)
    make(secret_service)
    assert seal.seal(PIN) == ""
    assert seal.verify(PIN, mark) is seal.Outcome.UNCHECKED
    assert seal.verify(PIN, "") is seal.Outcome.UNSEALED
    assert not seal.Outcome.UNCHECKED.refuses


def test_a_keyring_that_lost_the_key_says_so(secret_service):
    mark = seal.seal(PIN)
    assert keyring_store.forget(seal.USER)
    assert seal.verify(PIN, mark) is seal.Outcome.NO_KEY
    assert seal.verify(PIN, "") is seal.Outcome.UNSEALED
    assert seal.seal(PIN) != mark


def test_processes_that_seal_first_at_once_share_one_key(secret_service):
    script = f"from vmgui.secret import seal; print(seal.seal({PIN!r}))"
    started = [
        subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    marks = {process.communicate()[0].strip() for process in started}
    assert marks == {seal.seal(PIN)}


def test_a_configured_keyring_is_respected(secret_service, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert keyring_store.state() is State.ABSENT
    config = Path(os.environ["XDG_CONFIG_HOME"]) / "python_keyring/keyringrc.cfg"
    config.parent.mkdir()
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    config.write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n")
    assert keyring_store.state() is State.ABSENT
    config.unlink()
    assert keyring_store.state() is State.AVAILABLE
