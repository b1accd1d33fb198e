"""Threads that do not come back from a plug-in are told of, once, and no others."""

from __future__ import annotations

import threading

import pytest

from vmgui.backend import stuck
from vmgui.backend.stuck import StuckCalls
from vmgui.plugin import guard

HANGING = """
def hang(entered, leave):
    entered.set()
    leave.wait()
"""


@pytest.fixture
def thread(monkeypatch, tmp_path):
    """The number of a thread inside of a plug-in's code."""
    monkeypatch.setattr(stuck, "PATIENCE", 0.0)
    monkeypatch.setattr(guard, "loaded", {f"{tmp_path}/": "acme"})
    space: dict = {}
    exec(compile(HANGING, str(tmp_path / "cipher.py"), "exec"), space)
    entered, leave = threading.Event(), threading.Event()
    running = threading.Thread(target=space["hang"], args=(entered, leave))
    running.start()
    entered.wait()
    yield running.ident
    leave.set()
    running.join()


def test_a_thread_that_is_stuck_is_told_once(thread):
    told: list[str] = []
    calls = StuckCalls(told.append)
    for _ in range(3):
        calls.look({thread: 7})
    assert len(told) == 1
    assert "“acme” has not come back" in told[0]


def test_one_that_goes_on_is_not(thread, monkeypatch):
    monkeypatch.setattr(stuck, "PATIENCE", 1e9)
    told: list[str] = []
    calls = StuckCalls(told.append)
    calls.look({thread: 7})
    monkeypatch.setattr(stuck, "PATIENCE", 1e-9)
    # It has done something since, so its wait begins anew: at this very look.
    monkeypatch.setattr(stuck.time, "monotonic", lambda: 5.0)
    calls.look({thread: 8})
    assert told == []


def test_threads_outside_of_plugins_are_no_concern(thread, monkeypatch):
    monkeypatch.setattr(guard, "loaded", {"/nowhere/": "acme"})
    told: list[str] = []
    calls = StuckCalls(told.append)
    calls.look({thread: 7, threading.get_ident(): 1, -1: 1})
    assert told == []
