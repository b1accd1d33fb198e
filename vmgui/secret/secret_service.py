"""The Secret Service (of Linux desktops) as far as the ``keyring`` library does not tell of it.

That library answers a locked keyring by asking the person, without saying so and without end. Here
one can look first. Specification: https://specifications.freedesktop.org/secret-service/
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import secretstorage
from jeepney import DBusErrorResponse
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy
from secretstorage.util import BUS_NAME, unlock_objects

from vmgui.secret.keyring_state import KeyringError, State

# Who answers, by the name of its process (the kernel keeps 15 characters of it).
_NAMES = {
    "gnome-keyring-d": "GNOME Keyring",
    "kwalletd5": "KWallet",
    "kwalletd6": "KWallet",
    "ksecretd": "KWallet",
    "keepassxc": "KeePassXC",
}
_GONE = {
    f"org.freedesktop.DBus.Error.{name}"
    for name in ("ServiceUnknown", "NameHasNoOwner", "NoReply", "Disconnected", "Spawn.ExecFailed")
}


def prepare(attributes: dict[str, str], *, unlock: bool, seconds: float) -> None:
    """Make sure that items with ``attributes`` can be read and written without a question.

    Raises :exc:`KeyringError` where they can't. With ``unlock`` the person is asked first, and has
    so many ``seconds`` to answer.
    """
    with closing(_connect()) as connection:
        if unlock:
            secretstorage.get_default_collection(connection)  # makes it, with a question
        locked = _locked(connection, attributes)
        if not locked:
            return
        if not unlock:
            raise KeyringError(State.LOCKED)
        try:
            unlock_objects(connection, locked, timeout=seconds)
        except TimeoutError:
            # The question stays on the screen, and an answer to it still unlocks the keyring.
            # Taking it back (Prompt.Dismiss) makes GNOME Keyring 42.1 abort: all of the session's
            # programs would lose their keyring.
            raise KeyringError(
                State.REFUSED, why=f"Nobody unlocked it within {seconds:g} seconds."
            ) from None
        if _locked(connection, attributes):
            raise KeyringError(State.REFUSED, why="It is locked, and was not unlocked.")


def name() -> str:
    """What the program that answers is called. Raises :exc:`KeyringError` where none does."""
    with closing(_connect()) as connection:
        bus = Proxy(message_bus, connection)
        try:
            (pid,) = bus.GetConnectionUnixProcessID(BUS_NAME)
            process = Path(f"/proc/{pid}/comm").read_text().strip()
        except (DBusErrorResponse, OSError):  # not started yet, or in another sandbox
            process = ""
    return _NAMES.get(process, "Secret Service")


def label(attributes: dict[str, str], text: str) -> None:
    """Call the stored item ``text``: what the person reads in the keyring's own window."""
    with closing(_connect()) as connection:
        for item in secretstorage.Collection(connection).search_items(attributes):
            item.set_label(text)


def meaning(error: Exception) -> KeyringError | None:
    """What an exception of the libraries below means; None for one that is not theirs.

    Nothing of its text is passed on: it is not ours, and could hold anything.
    """
    if isinstance(error, DBusErrorResponse):
        if error.name in _GONE:
            return KeyringError(State.ABSENT)
        return KeyringError(State.REFUSED, why=f"The Secret Service answered {error.name}.")
    if isinstance(error, secretstorage.SecretServiceNotAvailableException):
        return KeyringError(State.ABSENT)
    if isinstance(error, secretstorage.LockedException):
        return KeyringError(State.LOCKED)
    if isinstance(error, secretstorage.PromptDismissedException):
        return KeyringError(State.REFUSED, why="Its question was dismissed.")
    if isinstance(error, OSError) and not isinstance(error, TimeoutError):
        return KeyringError(State.ABSENT)  # no bus, or one that went away
    return None


def _connect() -> DBusConnection:
    """A connection to the session's bus. Raises :exc:`KeyringError` with nobody behind it."""
    connection = secretstorage.dbus_init()
    if not secretstorage.check_service_availability(connection):
        connection.close()
        raise KeyringError(State.ABSENT)
    return connection


def _locked(connection: DBusConnection, attributes: dict[str, str]) -> list[str]:
    """The D-Bus paths of what has to be unlocked first; asks nobody.

    GNOME Keyring locks whole collections, KeePassXC single items as well.
    """
    try:
        collection = secretstorage.Collection(connection)
    except secretstorage.ItemNotFoundException:
        raise KeyringError(
            State.LOCKED, why="The keyring has not been set up: it has no default collection."
        ) from None
    if collection.is_locked():
        return [collection.collection_path]
    return [item.item_path for item in collection.search_items(attributes) if item.is_locked()]
