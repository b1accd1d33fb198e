"""Keyrings of other systems, by what the ``keyring`` library promises of them."""

from __future__ import annotations

import hashlib
import hmac
import threading
import traceback
from pathlib import Path

import pytest
from keyring import errors
from keyring.backend import KeyringBackend
from keyring.compat import properties

from vmgui.secret import keyring_store, seal
from vmgui.secret.keyring_store import KeyringError, State

PATH = Path("data.vmg")
SECRET = b"unspeakable"


class MemoryKeyring(KeyringBackend):
    """Keeps everything in a dictionary; ``failure`` is raised by every call once it is set."""

    @properties.classproperty
    def priority(cls) -> float:  # noqa: N805  (a property of the class)
        raise RuntimeError("Never chosen by itself.")

    def __init__(self) -> None:
        super().__init__()
        self.items: dict[tuple[str, str], str] = {}
        self.failure: BaseException | None = None
        self.forgetful = False

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure

    def get_password(self, service, username):
        self._fail()
        return self.items.get((service, username))

    def set_password(self, service, username, password):
        self._fail()
        if not self.forgetful:
            self.items[service, username] = password

    def delete_password(self, service, username):
        self._fail()
        del self.items[service, username]


@pytest.fixture
def keyring(monkeypatch) -> MemoryKeyring:
    keyring = MemoryKeyring()
    monkeypatch.setattr(keyring_store, "_backend", lambda: keyring)
    return keyring


def test_what_is_written_where(keyring):
    keyring_store.store("uuid", PATH, bytearray("Brücke".encode()))
    assert keyring.items == {("vmgui", "uuid"): "Brücke"}
    found = keyring_store.lookup("uuid")
    assert (found.state, found.secret) == (State.AVAILABLE, "Brücke".encode())
    assert isinstance(found.secret, bytearray)
    assert keyring_store.forget("uuid")
    assert not keyring.items
    assert keyring_store.lookup("uuid").state is State.NOTHING_STORED
    assert not keyring_store.forget("uuid")


@pytest.mark.parametrize(
    ("failure", "state"),
    [
        (errors.NoKeyringError("unspeakable"), State.ABSENT),
        (errors.KeyringLocked("unspeakable"), State.REFUSED),
        (errors.InitError("unspeakable"), State.REFUSED),
        (errors.PasswordSetError("unspeakable"), State.REFUSED),
        (OSError(5, "unspeakable"), State.ABSENT),
        (TimeoutError("unspeakable"), State.REFUSED),
        (ValueError("unspeakable"), State.REFUSED),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_failure_is_a_state_and_tells_nothing_else(keyring, failure, state):
    keyring.failure = failure
    found = keyring_store.lookup("uuid")
    assert (found.state, found.secret) == (state, None)
    told = [found.sentence, repr(found)]
    for attempt in (
        lambda: keyring_store.store("uuid", PATH, SECRET),
        lambda: keyring_store.forget("uuid"),
    ):
        with pytest.raises(KeyringError) as caught:
            attempt()
        assert caught.value.state is state
        assert caught.value.remedy
        told += [str(caught.value), repr(caught.value), *traceback.format_exception(caught.value)]
    assert not [text for text in told if "unspeakable" in text]


def test_a_secret_is_not_shown_by_accident(keyring):
    keyring_store.store("uuid", PATH, SECRET)
    assert "unspeakable" not in repr(keyring_store.lookup("uuid"))


def test_a_keyring_that_keeps_nothing_is_found_out(keyring):
    keyring.forgetful = True
    with pytest.raises(KeyringError, match="did not keep it"):
        keyring_store.store("uuid", PATH, b"secret")


def test_one_that_never_answers_is_left(keyring, monkeypatch):
    monkeypatch.setattr(keyring_store, "ANSWER_SECONDS", 0.01)
    monkeypatch.setattr(keyring_store, "_GRACE", 0.0)
    answer = threading.Event()
    keyring.get_password = lambda *_: answer.wait()
    found = keyring_store.lookup("uuid")
    assert found.state is State.SILENT
    answer.set()


@pytest.mark.parametrize("name", ["no.such.module.Keyring", "vmgui.errors.VmguiError", "nonsense"])
def test_a_configuration_that_can_not_work_is_told(monkeypatch, name):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    found = keyring_store.lookup("uuid")
    assert found.state is State.ABSENT
    assert "configured" in found.sentence


def test_every_state_has_words_of_its_own():
    sentences = {state.sentence for state in State}
    assert len(sentences) == len(State) == 6
    assert all(state.remedy for state in State if state is not State.AVAILABLE)
    assert [state for state in State if state.usable] == [State.AVAILABLE, State.LOCKED]


def test_every_outcome_of_a_seal_has_words_of_its_own():
    refused = [outcome for outcome in seal.Outcome if outcome.refuses]
    assert refused == [seal.Outcome.MISSING, seal.Outcome.WRONG]
    for outcome in seal.Outcome:
        assert bool(outcome.sentence) == (outcome is not seal.Outcome.GOOD)
        assert ("vmgui vm accept debian" in outcome.remedy("debian")) == outcome.refuses


PIN = b"a disk"


def test_a_seal_is_the_hmac_it_says(keyring):
    mark = seal.seal(PIN)
    (key,) = keyring.items.values()
    assert list(keyring.items) == [("vmgui", "pin key")]
    assert len(bytes.fromhex(key)) == 32
    mac = hmac.new(key.encode(), b"vmgui pin seal 1\0" + PIN, hashlib.sha256).hexdigest()
    assert mark == mac
    assert seal.verify(PIN, mark) is seal.Outcome.GOOD


@pytest.mark.parametrize("change", range(0, 64, 7))
def test_any_other_seal_is_wrong(keyring, change):
    mark = seal.seal(PIN)
    digit = "0" if mark[change] != "0" else "1"
    assert seal.verify(PIN, mark[:change] + digit + mark[change + 1 :]) is seal.Outcome.WRONG
    assert seal.verify(PIN, mark[:-1]) is seal.Outcome.WRONG
    assert seal.verify(PIN, mark.upper() + "é") is seal.Outcome.WRONG


def test_a_seal_that_was_removed_is_noticed(keyring):
    assert seal.verify(PIN, "") is seal.Outcome.UNSEALED
    seal.seal(PIN)
    assert seal.verify(PIN, "") is seal.Outcome.MISSING


def test_checking_makes_no_key(keyring):
    assert seal.verify(PIN, "00" * 32) is seal.Outcome.NO_KEY
    assert not keyring.items


def test_a_keyring_that_takes_no_key_seals_nothing(keyring):
    keyring.forgetful = True
    assert seal.seal(PIN) == ""
