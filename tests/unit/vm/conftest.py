"""What the tests of machines share."""

from __future__ import annotations

from pathlib import Path

import pytest

from vmgui.secret import keyring_store
from vmgui.secret.keyring_state import KeyringError, State
from vmgui.secret.keyring_store import Lookup


class Keyring:
    """A keyring in memory, in any state."""

    def __init__(self) -> None:
        self.state = State.AVAILABLE
        self.content: dict[str, bytearray] = {}

    def lookup(self, user: object, *, unlock: bool = False) -> Lookup:
        """As keyring_store.lookup."""
        if self.state is not State.AVAILABLE:
            return Lookup(self.state)
        found = self.content.get(str(user))
        return Lookup(State.NOTHING_STORED if found is None else State.AVAILABLE, found)

    def keep(self, user: str, secret: bytes | bytearray, *words: str) -> None:
        """As keyring_store.keep."""
        if self.state is not State.AVAILABLE:
            raise KeyringError(self.state)
        self.content[user] = bytearray(secret)


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    """The keyring that seals come from."""
    ring = Keyring()
    monkeypatch.setattr(keyring_store, "lookup", ring.lookup)
    monkeypatch.setattr(keyring_store, "keep", ring.keep)
    return ring


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No program can be found."""
    monkeypatch.setenv("PATH", str(tmp_path))
