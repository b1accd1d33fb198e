"""Seals: what a VM's definition says of its disks (the pins), vouched for by the keyring.

Whoever can write a definition can write a pin that fits an exchanged disk; but not the seal of it,
an HMAC-SHA-256 (RFC 2104) under a random key that lies in the keyring only. What the outcome of a
check means:

======================  ==============  ===========================================================
the keyring             the pin         outcome
======================  ==============  ===========================================================
has the key             sealed, fits    GOOD
has the key             sealed, wrong   WRONG: refuse
has the key             not sealed      MISSING: refuse, since leaving the seal out must not help
is there without a key  sealed          NO_KEY: allow and warn. A new computer or keyring; refusing
                                        would not help, since without any seal it is UNSEALED
is there without a key  not sealed      UNSEALED: allow and tell; it is sealed from now on
can't be used now       sealed          UNCHECKED: allow and warn, since a definition can't lock
                                        the keyring
can't be used now       not sealed      UNSEALED: allow and tell
======================  ==============  ===========================================================

What is refused can be accepted by the owner with ``vmgui vm accept NAME``, which seals it anew. A
program that seals anew and gets "" keeps the old pin with its old seal, or it would be MISSING.
"""

from __future__ import annotations

import enum
import fcntl
import hmac
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from vmgui import paths
from vmgui.secret import keyring_store
from vmgui.secret.keyring_state import KeyringError, State

USER = "pin key"
_KEY_BYTES = 32
# Keeps these HMACs apart from any other under the same key, should there ever be some.
_CONTEXT = b"vmgui pin seal 1\0"


class Outcome(enum.Enum):
    """What a seal is worth; each with a ``sentence`` for a person ("" where all is well)."""

    GOOD = ""
    UNSEALED = "What the definition says of its disks is not sealed: there was no keyring for it."
    UNCHECKED = "The seal on the definition's disks was not checked: the keyring can't be used now."
    NO_KEY = (
        "The seal on the definition's disks can't be checked: the keyring has lost the key for "
        "it, or this is another computer."
    )
    MISSING = (
        "What the definition says of its disks is not sealed, although this keyring seals "
        "definitions: the seal was removed, or the definition was made while the keyring could "
        "not be used."
    )
    WRONG = (
        "The seal on the definition's disks does not fit: they were changed by something else "
        "than vmgui, or sealed with another keyring."
    )

    @property
    def sentence(self) -> str:
        """The outcome for a person."""
        return self.value

    @property
    def refuses(self) -> bool:
        """Whether nothing may be started before the owner accepts the disks."""
        return self in {Outcome.MISSING, Outcome.WRONG}

    def remedy(self, vm: str) -> str:
        """What the owner of the virtual machine ``vm`` does about it."""
        if not self.refuses:
            return ""
        return (
            f"If you made this change, accept it with vmgui vm accept {vm}. If not, don't start "
            "the virtual machine: somebody may have exchanged its disks."
        )


def seal(data: bytes) -> str:
    """The seal of ``data``: 64 hexadecimal digits, or "" while the keyring can't be used.

    The first one makes the key. Nobody is asked anything. ``data`` must name the virtual machine
    and all that matters of the pin.
    """
    key = _stored_key()
    if key is State.NOTHING_STORED:
        key = _make_key()
    return "" if isinstance(key, State) else _mac(key, data)


def verify(data: bytes, mark: str) -> Outcome:
    """What ``mark``, the seal of ``data`` or "", is worth. Nobody is asked anything."""
    key = _stored_key()
    if isinstance(key, State):
        if not mark:
            return Outcome.UNSEALED
        return Outcome.NO_KEY if key is State.NOTHING_STORED else Outcome.UNCHECKED
    if not mark:
        return Outcome.MISSING
    same = hmac.compare_digest(_mac(key, data).encode(), mark.encode())
    return Outcome.GOOD if same else Outcome.WRONG


def _mac(key: bytearray, data: bytes) -> str:
    return hmac.digest(key, _CONTEXT + data, "sha256").hex()


def _stored_key() -> bytearray | State:
    found = keyring_store.lookup(USER)
    return found.state if found.secret is None else found.secret


def _make_key() -> bytearray | State:
    with _only_one():
        key = _stored_key()
        if key is not State.NOTHING_STORED:
            return key  # another process was faster, or the keyring was locked meanwhile
        fresh = bytearray(secrets.token_hex(_KEY_BYTES), "ascii")
        try:
            keyring_store.keep(
                USER, fresh, "Key that seals virtual machines of vmgui", "No seal was made."
            )
        except KeyringError as error:
            return error.state
        return fresh


@contextmanager
def _only_one() -> Iterator[None]:
    """Two processes that each made a key would leave one with seals that nobody can check."""
    path = paths.private_directory(paths.state_dir()) / "pin-key.lock"
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
