"""Where a secret comes from: a file descriptor, a key file, a terminal.

Every function returns a bytearray that its user wipes. No error's text holds a secret.
"""

from __future__ import annotations

import os
import termios
import unicodedata
from pathlib import Path

from vmgui.channel import MAX_SECRET
from vmgui.errors import VmguiError
from vmgui.secret import recovery

# cryptsetup's limit for key files, and that of our own channels.
MAX_SIZE = MAX_SECRET
# Terminals in line mode keep 4095 characters and silently drop the rest (termios(3)).
_MAX_LINE = 4095
_TRIES = 3


class SecretError(VmguiError):
    """A secret could not be had; ``code`` tells kinds apart: “no-terminal”, “secret”."""

    code = "secret"


def from_fd(fd: int) -> bytearray:
    """All bytes up to the end of an open file descriptor, without one line end at the end.

    One LF or CR LF is removed, no more. The descriptor stays open. Raises :exc:`SecretError` where
    it can't be read, is empty or gives more than 8 MiB.
    """
    try:
        secret = _read(fd)
    except OSError as error:
        raise SecretError(
            f"The passphrase can't be read from file descriptor {fd}.",
            why=f"{error.strerror}.",
            remedy="Open it for reading in the calling program; a shell does it "
            "with --passphrase-fd 3 3<FILE.",
        ) from None
    if secret.endswith(b"\n"):
        del secret[-2 if secret.endswith(b"\r\n") else -1 :]
    return _checked(secret, f"File descriptor {fd}")


def from_key_file(path: Path) -> bytearray:
    """All bytes of a key file, as they are, line ends included (as cryptsetup reads one).

    Raises :exc:`SecretError` where the file is missing, can't be read, is empty or larger than
    8 MiB.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            secret = _read(fd)
        finally:
            os.close(fd)
    except OSError as error:
        raise SecretError(
            f"The key file {path} can't be read.",
            why=f"{error.strerror}.",
            remedy="Check its path and permissions, and that its drive is connected.",
        ) from None
    return _checked(secret, f"The key file {path}")


def from_terminal(prompt: str, *, confirm: bool = False) -> bytearray:
    """Ask on the terminal, without showing what is typed.

    With ``confirm``, for a new secret, it is asked for twice, up to three times over. Raises
    :exc:`SecretError` where there is no terminal (code “no-terminal”, naming the options to use
    instead), where nothing was typed, or where the two never agreed.
    """
    try:
        tty = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        raise SecretError(
            "A passphrase is needed, and there is no terminal to ask for it.",
            remedy="Give it with --passphrase-fd N or --key-file F.",
            code="no-terminal",
        ) from None
    try:
        if not confirm:
            return _ask(tty, prompt)
        for _ in range(_TRIES):
            secret = _ask(tty, prompt)
            again = _ask(tty, "Once more: ")
            same = secret == again
            wipe(again)
            if same:
                return secret
            wipe(secret)
            os.write(tty, b"The two are not the same.\n")
    finally:
        os.close(tty)
    raise SecretError("No passphrase was set.", why=f"The two differed {_TRIES} times.")


def normalise(secret: bytearray) -> bytearray:
    """Turn what a person typed into the bytes that open a disk: in place; returns the same object.

    - Text is put into Unicode's normalisation form C (UAX #15): systems and keyboards compose
      accents in different ways. Bytes that are not UTF-8 stay as they are.
    - A recovery key loses capitals, numbers, line breaks and extra blanks.

    For passphrases only. A key file's bytes are the secret and must never pass through here: one
    that happens to be text would open the disk in one place and not in another.

    Raises :exc:`vmgui.secret.recovery.WordsWrong` for a recovery key with a mistake in it.
    """
    if recovery.looks_like_recovery(secret):
        _replace(secret, recovery.parse(secret.decode()))
    elif not secret.isascii():
        try:
            text = secret.decode()
        except UnicodeDecodeError:
            return secret
        _replace(secret, bytearray(unicodedata.normalize("NFC", text), "utf-8"))
    return secret


def wipe(secret: bytearray) -> None:
    """Overwrite the bytes with zeros and empty the buffer."""
    secret[:] = bytes(len(secret))
    secret.clear()


def _replace(secret: bytearray, new: bytearray) -> None:
    wipe(secret)
    secret += new
    wipe(new)


def _read(fd: int) -> bytearray:
    """Up to the end, but no more than one piece over the limit. Raises OSError."""
    secret, piece = bytearray(), bytearray(65536)
    with memoryview(piece) as view:
        while len(secret) <= MAX_SIZE:
            count = os.readv(fd, [piece])
            if not count:
                break
            secret += view[:count]
    wipe(piece)
    return secret


def _checked(secret: bytearray, subject: str) -> bytearray:
    if not secret:
        raise SecretError(
            f"{subject} is empty.", remedy="A disk can't be protected by nothing: give a secret."
        )
    if len(secret) > MAX_SIZE:
        wipe(secret)
        raise SecretError(
            f"{subject} holds more than {MAX_SIZE >> 20} MiB.",
            why="No passphrase and no key file is that long.",
            remedy="Check that it is the right one.",
        )
    return secret


def _ask(tty: int, prompt: str) -> bytearray:
    """One line from the terminal, read into a buffer that can be wiped (``getpass`` has none)."""
    shown = termios.tcgetattr(tty)
    hidden = [*shown[:3], shown[3] & ~termios.ECHO | termios.ICANON | termios.ISIG, *shown[4:]]
    secret, piece = bytearray(), bytearray(_MAX_LINE + 1)
    try:
        # Discards what was typed before the question: it was meant for something else.
        termios.tcsetattr(tty, termios.TCSAFLUSH, hidden)
        os.write(tty, prompt.encode())
        with memoryview(piece) as view:
            while not secret.endswith(b"\n"):
                count = os.readv(tty, [piece])
                if not count:
                    break
                secret += view[:count]
    finally:
        termios.tcsetattr(tty, termios.TCSADRAIN, shown)
        os.write(tty, b"\n")
        wipe(piece)
    if secret.endswith(b"\n"):
        del secret[-1:]
    if not secret:
        raise SecretError("No passphrase was typed.", remedy="Try again.")
    if len(secret) >= _MAX_LINE:
        wipe(secret)
        raise SecretError(
            f"A terminal takes no passphrase longer than {_MAX_LINE - 1} bytes.",
            remedy="Give it with --passphrase-fd N or --key-file F.",
        )
    return secret
