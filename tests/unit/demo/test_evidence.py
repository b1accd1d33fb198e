"""The demonstration's measurements: they must be able to find what they claim not to find."""

from __future__ import annotations

import random

import pytest

from vmgui.demo import evidence

NOISE = random.Random(7).randbytes(64 << 10)


def test_windows_that_tell_nothing_are_left_out():
    assert evidence.telling_windows(bytes(5000)) == set()
    assert evidence.telling_windows(b"\x01\x02\x03" + bytes(40)) == set()
    assert evidence.telling_windows(b"short text") == set()


def test_windows_are_taken_at_every_offset_and_over_page_borders():
    plain = bytes(4090) + b"A guest's own words" + bytes(4090)
    windows = evidence.telling_windows(plain)
    assert {plain[at : at + 16] for at in range(4082, 4100)} <= windows
    assert bytes(16) not in windows


@pytest.mark.parametrize("offset", [0, 1, 15, 16, 4081, 4090, 4096, 8191, (64 << 10) - 16])
def test_one_window_of_the_guest_is_found_wherever_it_lies(offset):
    secret = b"sixteen byte win"
    windows = evidence.telling_windows(secret)
    stored = bytearray(NOISE)
    assert evidence.find_any(windows, bytes(stored)) == -1
    stored[offset : offset + 16] = secret
    assert evidence.find_any(windows, bytes(stored)) == offset


@pytest.mark.parametrize("offset", [4000, 4090, 8190])
def test_a_window_between_zeros_is_found(offset):
    stored = bytearray(16 << 10)
    stored[offset : offset + 16] = b"sixteen byte win"
    assert evidence.find_any({b"sixteen byte win"}, bytes(stored)) == offset


def test_written_leaves_out_pages_of_zeros():
    page = b"\x01" * 4096
    assert evidence.written(page + bytes(8192) + page) == page * 2


def test_entropy():
    assert evidence.entropy(bytes(1000)) == 0
    assert evidence.entropy(bytes(range(256)) * 4) == 8
    assert evidence.entropy(b"ab" * 50) == 1
    assert 7.99 < evidence.entropy(NOISE) < 8
