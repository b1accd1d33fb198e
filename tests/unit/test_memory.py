"""Memory for secrets."""

from __future__ import annotations

import ctypes
import re
from pathlib import Path

import pytest

from vmgui import memory
from vmgui.memory import LockedBuffer, lock


def locked_kib() -> int:
    found = re.search(r"VmLck:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found
    return int(found[1])


@pytest.fixture(params=["secret", "locked"])
def kind(request, monkeypatch):
    if request.param == "locked":
        monkeypatch.setattr(memory, "_secret_memory", lambda size: None)
    return request.param


@pytest.mark.parametrize("size", [1, 64, 4096, 10_000])
def test_it_holds_just_as_many_bytes(kind, size):
    with LockedBuffer(size) as buffer:
        assert buffer.warning == ""
        assert buffer.view == bytes(size)
        buffer.view[:] = b"s" * size
        assert bytes(buffer.view) == b"s" * size


def test_its_pages_are_locked(kind):
    before = locked_kib()
    with LockedBuffer(10_000) as buffer:
        if kind == "secret":
            assert "secretmem" in Path("/proc/self/maps").read_text()
        else:
            assert locked_kib() == before + 12
        buffer.view[0] = 1
    assert locked_kib() == before


def test_it_is_wiped_before_it_is_given_back(kind):
    buffer = LockedBuffer(100)
    buffer.view[:] = b"s" * 100
    memory_ = buffer._memory
    wiped = []

    class Witness:
        closed = False

        def close(self) -> None:
            wiped.append(bytes(memory_[:100]))

    buffer._memory = Witness()  # type: ignore[assignment]
    buffer.close()
    assert wiped == [bytes(100)]
    memory_.close()


def test_closing_twice_is_harmless():
    buffer = LockedBuffer(5)
    buffer.close()
    buffer.close()


def test_a_refused_lock_is_told(monkeypatch):
    class Refusing:
        def mlock(self, *arguments: object) -> int:
            return -1

    monkeypatch.setattr(memory, "_secret_memory", lambda size: None)
    monkeypatch.setattr(ctypes, "CDLL", lambda name: Refusing())
    with LockedBuffer(5) as buffer:
        assert "may be swapped to disk" in buffer.warning


def test_an_ordinary_bytearray_can_be_locked():
    before = locked_kib()
    secret = bytearray(b"passphrase")
    assert lock(secret)
    assert locked_kib() > before
    assert lock(bytearray())
