"""Passphrases of disks in the operating system's keyring.

Kept under the service “vmgui”, the user name being the disk's UUID, by way of the ``keyring``
library: on Linux in the Secret Service (GNOME Keyring, KWallet, KeePassXC), on macOS in the
Keychain, on Windows in the Credential Manager. A keyring that is unlocked answers every program of
the person's session.

Every function waits for the keyring, for 20 seconds at most, and where it may ask the person to
unlock it for two minutes at most: never call one from a window's own thread.
"""

from __future__ import annotations

import functools
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from vmgui.errors import VmguiError
from vmgui.secret.keyring_state import KeyringError, State

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

__all__ = ["KeyringError", "Lookup", "State", "forget", "keep", "lookup", "place", "state", "store"]

SERVICE = "vmgui"
# How long the keyring, and the person in front of it, may take to answer.
ANSWER_SECONDS = 20.0
PROMPT_SECONDS = 120.0
# Given to the thread besides, so that its own, better explained time-out comes first.
_GRACE = 5.0

T = TypeVar("T")


@dataclass(frozen=True)
class Lookup:
    """What a look into the keyring brought.

    ``state`` is AVAILABLE with a ``secret`` (the receiver's to wipe), else it says why there is
    none, NOTHING_STORED among the reasons. ``sentence`` says the same to a person.
    """

    state: State
    secret: bytearray | None = field(default=None, repr=False)
    sentence: str = ""


def state(*, unlock: bool = False) -> State:
    """AVAILABLE, LOCKED, ABSENT, REFUSED or SILENT.

    Nobody is asked anything, unless ``unlock`` is set: then a locked keyring asks its owner.
    """
    try:
        _use(lambda _: None, unlock=unlock)
    except KeyringError as error:
        return error.state
    return State.AVAILABLE


def place() -> str:
    """Where passphrases are kept: “GNOME Keyring”, say; “” where there is no keyring."""
    try:
        return _use(_name, ready=False)
    except KeyringError:
        return ""


def lookup(disk: UUID | str, *, unlock: bool = False) -> Lookup:
    """The passphrase kept for a disk. A locked keyring is left alone unless ``unlock`` is set."""
    user = str(disk)
    try:
        text = _use(lambda backend: backend.get_password(SERVICE, user), user, unlock=unlock)
    except KeyringError as error:
        return Lookup(error.state, None, f"{error.why} {error.remedy}")
    if text is None:
        return Lookup(State.NOTHING_STORED, None, State.NOTHING_STORED.sentence)
    return Lookup(State.AVAILABLE, bytearray(text, "utf-8"), "The keyring has the passphrase.")


def store(disk: UUID | str, path: Path, secret: bytes | bytearray, *, unlock: bool = True) -> None:
    """Keep the passphrase of a disk, whose file is ``path``, in place of an older one.

    A locked keyring asks its owner unless ``unlock`` is unset. Raises :exc:`KeyringError`, and
    VmguiError for a secret that is not text: that belongs into a key file.
    """
    what = f"The passphrase of {path.name} was not stored in the keyring."
    keep(str(disk), secret, f"Passphrase of the disk {path.name}", what, unlock=unlock)


def keep(
    user: str, secret: bytes | bytearray, label: str, what: str, *, unlock: bool = False
) -> None:
    """Keep a secret under any user name, called ``label`` in the keyring's own window.

    ``what`` begins the text of the errors, which are those of :func:`store`.
    """
    try:
        text = secret.decode()
    except UnicodeDecodeError:
        raise VmguiError(
            what,
            why="A keyring keeps text, and this is not text in UTF-8.",
            remedy="Keep it as a key file.",
        ) from None
    try:
        _use(lambda backend: _put(backend, user, text, label), user, unlock=unlock)
    except KeyringError as error:
        raise KeyringError(error.state, what, why=error.why) from None


def forget(disk: UUID | str, *, unlock: bool = True) -> bool:
    """Remove what is kept for a disk; tells whether there was something.

    A locked keyring asks its owner unless ``unlock`` is unset. Raises :exc:`KeyringError`.
    """
    user = str(disk)
    try:
        return _use(lambda backend: _remove(backend, user), user, unlock=unlock)
    except KeyringError as error:
        what = "The passphrase was not removed from the keyring."
        raise KeyringError(error.state, what, why=error.why) from None


def _put(backend: KeyringBackend, user: str, text: str, label: str) -> None:
    backend.set_password(SERVICE, user, text)
    if _is_secret_service(backend):
        from vmgui.secret import secret_service

        secret_service.label(_attributes(user), label)
    # A passphrase believed to be kept and forgotten by its owner would cost them the disk.
    if backend.get_password(SERVICE, user) != text:
        raise KeyringError(State.REFUSED, why="The keyring did not keep it.")


def _remove(backend: KeyringBackend, user: str) -> bool:
    if backend.get_password(SERVICE, user) is None:
        return False
    backend.delete_password(SERVICE, user)
    return True


def _name(backend: KeyringBackend) -> str:
    if _is_secret_service(backend):
        from vmgui.secret import secret_service

        return secret_service.name()
    known = {"macOS": "macOS Keychain", "Windows": "Windows Credential Manager"}
    module = type(backend).__module__.rpartition(".")[2]
    return known.get(module, str(backend.name))


def _use(
    action: Callable[[KeyringBackend], T],
    user: str = "",
    *,
    unlock: bool = False,
    ready: bool = True,
) -> T:
    """What ``action`` gives, called with the keyring when that is ``ready`` to be used.

    It runs in a thread of its own, because a keyring may never answer. Raises :exc:`KeyringError`
    for whatever goes wrong.
    """
    seconds = PROMPT_SECONDS if unlock else ANSWER_SECONDS
    results: list[T] = []
    errors: list[KeyringError] = []

    def work() -> None:
        try:
            backend = _backend()
            if ready and _is_secret_service(backend):
                from vmgui.secret import secret_service

                secret_service.prepare(_attributes(user), unlock=unlock, seconds=seconds)
            results.append(action(backend))
        except Exception as error:  # noqa: BLE001  (every system's keyring has its own)
            errors.append(_meaning(error))

    thread = threading.Thread(target=work, name="vmgui keyring", daemon=True)
    thread.start()
    thread.join(seconds + _GRACE)
    if results:
        return results[0]
    if errors:
        raise errors[0]
    raise KeyringError(State.SILENT, why=f"It did not answer within {seconds:g} seconds.")


def _backend() -> KeyringBackend:
    """The best keyring that works now. Raises :exc:`KeyringError` where there is none.

    The library's own choice is made once and kept, so a service that starts later would never be
    found. What the person configured for it (keyringrc.cfg, PYTHON_KEYRING_BACKEND) comes first.
    """
    from keyring import backend as backends
    from keyring import core
    from keyring.backends import chainer, fail, null

    try:
        chosen = core.load_env() or core.load_config()
    except Exception as error:  # noqa: BLE001  (imports whatever module is named there)
        raise KeyringError(
            State.ABSENT,
            why="The keyring that Python's keyring library is configured to use can't be used "
            f"({type(error).__name__}).",
        ) from None
    if chosen is None:
        _load_backends()  # which of them work is looked up afresh below
        working = [
            each
            for each in backends.KeyringBackend.get_viable_backends()
            if each is not chainer.ChainerBackend and core.recommended(each)
        ]
        chosen = max(working, key=backends.by_priority, default=fail.Keyring)()
    if isinstance(chosen, (fail.Keyring, null.Keyring)):
        raise KeyringError(State.ABSENT)
    return chosen


@functools.cache
def _load_backends() -> None:
    """Import the keyrings that are installed, as the library's own ``get_all_keyring`` would.

    The ones for other systems stay out: to find its libraries, the one for macOS runs compilers on
    Linux, for a quarter of a second.
    """
    for entry in metadata.entry_points(group="keyring.backends"):
        system = {"macOS": "darwin", "Windows": "win32"}.get(entry.name, sys.platform)
        if system == sys.platform:
            # A keyring that can't be imported is none of those that work.
            with suppress(Exception):
                start = entry.load()
                if callable(start):
                    start()


def _is_secret_service(backend: KeyringBackend) -> bool:
    return type(backend).__module__ == "keyring.backends.SecretService"


def _attributes(user: str) -> dict[str, str]:
    """How the ``keyring`` library finds an item again."""
    return {"service": SERVICE, "username": user}


def _meaning(error: Exception) -> KeyringError:
    """What went wrong, without the text of a foreign exception: that may hold anything."""
    from keyring import errors

    if isinstance(error, KeyringError):
        return error
    if isinstance(error, errors.NoKeyringError):
        return KeyringError(State.ABSENT)
    if isinstance(error, errors.KeyringLocked):
        return KeyringError(State.REFUSED, why="It is locked, and was not unlocked.")
    if sys.platform == "linux":
        from vmgui.secret import secret_service

        known = secret_service.meaning(error)
        if known is not None:
            return known
    return KeyringError(State.REFUSED, why=f"It failed with {type(error).__name__}.")
