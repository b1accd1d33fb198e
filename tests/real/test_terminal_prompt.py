"""Asking for a passphrase on a real (pseudo) terminal."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import termios

import pytest

ASK = """
import json, os, sys
os.close(os.open(sys.argv[1], os.O_RDWR))  # the leader of a session takes its first terminal
from vmgui.errors import VmguiError
from vmgui.secret import source
try:
    secret = source.from_terminal("Passphrase: ", confirm=sys.argv[2] == "confirm")
    print(json.dumps({"secret": secret.hex()}))
except VmguiError as error:
    print(json.dumps(error.as_dict()))
"""


class Terminal:
    """A terminal and the program that asks on it."""

    def __init__(self, mode: str = "once") -> None:
        self.master, self.slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", ASK, os.ttyname(self.slave), mode],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self.shown = b""

    def expect(self, text: bytes) -> None:
        """Read until ``text`` was shown since the last time."""
        while text not in self.shown:
            assert self.process.poll() is None or select.select([self.master], [], [], 0)[0]
            self.shown += os.read(self.master, 4096)
        self.shown = self.shown.partition(text)[2]

    def type(self, data: bytes) -> None:
        os.write(self.master, data)

    def result(self) -> dict[str, str]:
        output, _ = self.process.communicate()
        return json.loads(output)

    def echoes(self) -> bool:
        return bool(termios.tcgetattr(self.slave)[3] & termios.ECHO)

    def rest(self) -> bytes:
        while select.select([self.master], [], [], 0)[0]:
            self.shown += os.read(self.master, 4096)
        return self.shown

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdout, self.process.stderr):
            stream.close()
        os.close(self.master)
        os.close(self.slave)


@pytest.fixture
def terminal():
    opened = []

    def start(mode: str = "once") -> Terminal:
        opened.append(Terminal(mode))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def test_what_is_typed_is_taken_and_not_shown(terminal):
    asked = terminal()
    asked.expect(b"Passphrase: ")
    assert not asked.echoes()
    asked.type("Brücke 7\n".encode())
    assert bytes.fromhex(asked.result()["secret"]).decode() == "Brücke 7"
    assert asked.rest() == b"\r\n"
    assert asked.echoes()


def test_a_terminal_that_is_not_in_utf_8(terminal):
    asked = terminal()
    asked.expect(b"Passphrase: ")
    asked.type(b"caf\xe9\n")
    assert bytes.fromhex(asked.result()["secret"]) == b"caf\xe9"


def test_a_new_one_is_asked_for_twice(terminal):
    asked = terminal("confirm")
    asked.expect(b"Passphrase: ")
    asked.type(b"one\n")
    asked.expect(b"Once more: ")
    asked.type(b"two\n")
    asked.expect(b"not the same")
    asked.expect(b"Passphrase: ")
    asked.type(b"two\n")
    asked.expect(b"Once more: ")
    asked.type(b"two\n")
    assert bytes.fromhex(asked.result()["secret"]) == b"two"


def test_three_tries_are_enough(terminal):
    asked = terminal("confirm")
    for _ in range(3):
        asked.expect(b"Passphrase: ")
        asked.type(b"one\n")
        asked.expect(b"Once more: ")
        asked.type(b"two\n")
    error = asked.result()
    assert error["what"] == "No passphrase was set."
    assert "one" not in json.dumps(error).split()


@pytest.mark.parametrize("typed", [b"\n", b"\x04"], ids=["line", "end"])
def test_nothing_is_no_passphrase(terminal, typed):
    asked = terminal()
    asked.expect(b"Passphrase: ")
    asked.type(typed)
    assert asked.result()["what"] == "No passphrase was typed."


def test_one_that_the_terminal_would_cut_is_refused(terminal):
    asked = terminal()
    asked.expect(b"Passphrase: ")
    asked.type(b"x" * 4094 + b"\n")
    assert len(asked.result()["secret"]) == 2 * 4094
    asked = terminal()
    asked.expect(b"Passphrase: ")
    # The rest of a longer line is dropped by the terminal; its end still comes through.
    asked.type(b"x" * 4095)
    asked.type(b"y\n")
    assert "--key-file" in asked.result()["remedy"]


@pytest.mark.parametrize("key", [b"\x03", b"\x1c"], ids=["ctrl-c", "ctrl-backslash"])
def test_an_interrupt_ends_it(terminal, key):
    asked = terminal()
    asked.expect(b"Passphrase: ")
    asked.type(key)
    asked.process.communicate()
    assert asked.process.returncode < 0
    if key == b"\x03":
        assert asked.process.returncode == -signal.SIGINT
        assert asked.echoes()


def test_without_a_terminal_the_options_are_named():
    done = subprocess.run(
        [sys.executable, "-c", ASK, os.devnull, "once"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        check=True,
    )
    error = json.loads(done.stdout)
    assert error["code"] == "no-terminal"
    assert "--passphrase-fd" in error["remedy"]
    assert "--key-file" in error["remedy"]
