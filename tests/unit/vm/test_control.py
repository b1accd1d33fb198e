"""The control socket: whatever comes, it answers or hangs up, and goes on for everybody else."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmgui.channel import MAX_LINE, Channel
from vmgui.errors import VmguiError
from vmgui.vm.definition import new
from vmgui.vm.places import Places
from vmgui.vm.status import Status
from vmgui.vm.supervisor import requests
from vmgui.vm.supervisor.control import ControlSocket
from vmgui.vm.supervisor.conversation import Conversation
from vmgui.vm.supervisor.journal import Journal

SECRET = b"never before seen 8b2d passphrase"
VERBS = ("status", "shutdown", "kill", "reset", "pause", "resume", "definition", "figures")


class Supervisor:
    """A control socket with acts that only take notes."""

    def __init__(self, folder: Path) -> None:
        places = Places("00000000-0000", folder, folder, folder)
        self.done: list[str] = []
        self.secrets: dict[str, bytes] = {}

        def act(name: str) -> Callable[[Any, Conversation], Awaitable[dict[str, Any] | None]]:
            async def note(request: Any, conversation: Conversation) -> dict[str, Any] | None:
                self.done.append(name)
                if name == "Pause":
                    raise VmguiError("Not now.", code="refused")
                if name == "Resume":
                    raise KeyError("a mistake of ours")
                self.secrets = {
                    path: bytes(each.view) for path, each in conversation.secrets.items()
                }
                return {"refused": []} if name == "Change" else None

            return note

        acts = {
            kind: act(kind.__name__)
            for kind in (
                *(requests.Shutdown, requests.Kill, requests.Reset, requests.Pause),
                *(requests.Resume, requests.GetDefinition, requests.GetFigures, requests.Change),
            )
        }
        self.path = places.control
        self.control = ControlSocket(self.path, Journal(places, Status("running")), acts)


def talk(folder: Path, what: Callable[[Supervisor], Any]) -> Any:
    """Run ``what`` in a thread beside a supervisor."""

    async def run() -> Any:
        supervisor = Supervisor(folder)
        await supervisor.control.listen()
        try:
            return await asyncio.to_thread(what, supervisor)
        finally:
            supervisor.control.withdraw()
            await supervisor.control.close()

    return asyncio.run(run())


def connect(supervisor: Supervisor) -> socket.socket:
    sock = socket.socket(socket.AF_UNIX)
    sock.connect(str(supervisor.path))
    sock.settimeout(60)
    return sock


def ask(sock: socket.socket, line: bytes) -> dict[str, Any] | None:
    """The answer to a line; None where it hung up."""
    try:
        sock.sendall(line + b"\n")
        received = Channel(sock).receive()
    except ConnectionError:
        return None
    return None if received is None else received[0]


def is_well(supervisor: Supervisor) -> None:
    with connect(supervisor) as sock:
        answer = ask(sock, b'{"verb":"status"}')
        assert answer is not None
        assert (answer["ok"], answer["state"]) == (True, "running")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
LINES = st.one_of(
    JSON.map(json.dumps),
    st.fixed_dictionaries(
        {"verb": st.sampled_from([*VERBS, "subscribe", "secret", "change", "fly"]) | JSON},
        optional={
            "path": JSON, "secret_length": JSON, "definition": JSON, "index": JSON,
        },
    ).map(json.dumps),
    st.binary(max_size=200).map(lambda data: data.replace(b"\n", b" ").decode("latin-1")),
    st.sampled_from(["", "[" * 100_000, '{"verb":' * 20_000, '{"verb":"status"' + " " * 9999]),
)  # fmt: skip


@given(lines=st.lists(LINES, min_size=1, max_size=4))
def test_any_line_gets_an_answer_or_an_end(tmp_path_factory, lines):
    folder = tmp_path_factory.mktemp("c")

    def send(supervisor: Supervisor) -> None:
        with connect(supervisor) as sock:
            for line in lines:
                if '"secret"' in line or '"subscribe"' in line:
                    # They wait for bytes, or for news, and may do so for ever.
                    with suppress(ConnectionError):
                        sock.sendall(line.encode("latin-1", "replace") + b"\n")
                    break
                answer = ask(sock, line.encode("latin-1", "replace"))
                if answer is None:
                    break
                assert answer["ok"] in (True, False)
        is_well(supervisor)

    talk(folder, send)


@pytest.mark.parametrize(
    "line",
    [
        b'{"verb":"status","more":1}',
        b'{"verb":"fly"}',
        b'{"verb":["status"]}',
        b'{"verb":"kill","index":0}',
        b'{"verb":"secret","path":"/a"}',
        b'{"verb":"secret","path":"/a","secret_length":-1}',
        b'{"verb":"secret","path":7,"secret_length":1}',
        b'{"verb":"secret","path":"/a","secret_length":99999999}',
        b'{"verb":"change"}',
        b'{"verb":"change","definition":{"version":1}}',
        b"status",
        b"\xff\xfe",
        b'{"verb":"\\ud800"}',
    ],
)
def test_what_is_no_request_is_refused_and_ends_the_conversation(tmp_path, line):
    def send(supervisor: Supervisor) -> None:
        with connect(supervisor) as sock:
            answer = ask(sock, line)
            assert answer is not None
            assert (answer["ok"], answer["code"]) == (False, "verb")
            assert ask(sock, b'{"verb":"status"}') is None
        assert supervisor.done == []
        is_well(supervisor)

    talk(tmp_path, send)


def test_verbs_are_done_one_after_the_other(tmp_path):
    def send(supervisor: Supervisor) -> None:
        with connect(supervisor) as sock:
            for verb in ("reset", "shutdown", "status"):
                answer = ask(sock, f'{{"verb":"{verb}"}}'.encode())
                assert answer is not None
                assert (answer["ok"], answer["state"]) == (True, "running")
            refused = ask(sock, b'{"verb":"pause"}')
            assert refused == {"ok": False, **VmguiError("Not now.", code="refused").as_dict()}
            failed = ask(sock, b'{"verb":"resume"}')
            assert failed is not None
            assert (failed["ok"], failed["code"]) == (False, "supervisor")
            assert "KeyError" in failed["why"]
            assert ask(sock, b'{"verb":"reset"}') is not None
        assert supervisor.done == ["Reset", "Shutdown", "Pause", "Resume", "Reset"]

    talk(tmp_path, send)


def test_a_line_without_end_ends_the_conversation(tmp_path):
    def send(supervisor: Supervisor) -> None:
        with connect(supervisor) as sock, pytest.raises(ConnectionError):
            sock.sendall(b"x" * (3 * MAX_LINE))
        is_well(supervisor)

    talk(tmp_path, send)


def test_secrets_reach_the_change_and_no_log(tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    definition = msgspec.to_builtins(new("m"))

    def send(supervisor: Supervisor) -> None:
        with connect(supervisor) as sock:
            channel = Channel(sock)
            channel.send({"verb": "secret", "path": "/a\n{"}, SECRET)
            channel.send({"verb": "secret", "path": "/b"}, b"\n" * 70_000)
            channel.send({"verb": "change", "definition": definition})
            received = channel.receive()
            assert received is not None
            assert received[0] == {"ok": True, "refused": []}
        assert supervisor.secrets == {"/a\n{": SECRET, "/b": b"\n" * 70_000}

    talk(tmp_path, send)
    assert SECRET.decode() not in caplog.text


def test_a_secret_gone_astray_is_not_repeated(tmp_path):
    """The line before it was refused, so its bytes are not waited for."""

    def send(supervisor: Supervisor) -> None:
        with connect(supervisor) as sock:
            Channel(sock).send({"verb": "secret", "path": "/a", "more": 1}, SECRET + b"\n")
            text = b""
            try:
                while piece := sock.recv(4096):
                    text += piece
            except ConnectionError:
                pass
            assert b"verb" in text
            assert SECRET not in text

    talk(tmp_path, send)


def test_more_secrets_than_disks_are_refused(tmp_path):
    def send(supervisor: Supervisor) -> None:
        with connect(supervisor) as sock:
            channel = Channel(sock)
            for number in range(17):
                channel.send({"verb": "secret", "path": f"/{number}"}, b"x")
            received = channel.receive()
            assert received is not None
            assert not received[0]["ok"]
        is_well(supervisor)

    talk(tmp_path, send)


def test_who_leaves_in_the_middle_of_a_secret_is_let_go(tmp_path):
    def send(supervisor: Supervisor) -> None:
        with connect(supervisor) as sock:
            sock.sendall(b'{"verb":"secret","path":"/a","secret_length":50}\nhalf of it')
        is_well(supervisor)

    talk(tmp_path, send)


def test_states_are_told_to_several_at_once(tmp_path):
    def send(supervisor: Supervisor) -> None:
        socks = [connect(supervisor) for _ in range(5)]
        for sock in socks:
            answer = ask(sock, b'{"verb":"subscribe"}')
            assert answer is not None
            assert (answer["event"], answer["state"]) == ("state", "running")
            sock.close()
        is_well(supervisor)

    talk(tmp_path, send)
