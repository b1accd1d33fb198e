"""Nonsense of every kind, from a guest and from what claims to be a QEMU.

The same examples each time; ``VMGUI_LONG=1`` (``make long``) tries many more, new ones.
"""

from __future__ import annotations

import logging
import os
import select
from struct import pack, pack_into

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.backend.memory_device import MemoryDevice
from tests.unit.backend.vhost import driver as v
from tests.unit.backend.vhost.conftest import Served
from tests.unit.backend.vhost.driver import FLUSH, GUEST, IN, OUT, USER, Memory

LONG = bool(os.environ.get("VMGUI_LONG"))
fuzzing = settings(max_examples=20_000 if LONG else 150, derandomize=not LONG)

addresses = st.one_of(
    st.integers(GUEST, GUEST + (1 << 20)),
    st.sampled_from([0, GUEST - 1, GUEST + (1 << 20) - 1, 2**63, 2**64 - 1]),
)
lengths = st.one_of(st.sampled_from([0, 1, 16, 48, 512, 4096, 2**32 - 1]), st.integers(0, 2**17))
descriptors = st.tuples(addresses, lengths, st.integers(0, 9), st.integers(0, 20))
headers = st.tuples(
    st.sampled_from([IN, OUT, FLUSH, 8, 11, 13, 14, 7, 2**31]),
    st.one_of(st.integers(0, 2050), st.integers(0, 2**64 - 1)),
)


@fuzzing
@given(
    table=st.lists(descriptors, min_size=16, max_size=16),
    indirect=st.lists(descriptors, max_size=8),
    header=headers,
    heads=st.lists(st.integers(0, 17), min_size=1, max_size=16),
    data=st.binary(max_size=64),
    authenticated=st.booleans(),
)
def test_any_nonsense(table, indirect, header, heads, data, authenticated):
    device = MemoryDevice()
    device.authenticated = authenticated
    served = Served(device)
    try:
        driver = served.driver(size=16)
        for index, (address, length, flags, after) in enumerate(table):
            pack_into("<QIHH", driver.memory.bytes, 16 * index, address, length, flags, after)
        for index, (address, length, flags, after) in enumerate(indirect):
            at = driver.buffers + 1024 + 16 * index
            pack_into("<QIHH", driver.memory.bytes, at, address, length, flags, after)
        driver.put(driver.buffers + 4096, data)
        driver.put(driver.buffers, pack("<IIQ", header[0], 0, header[1]))
        driver.started()
        driver.offer(*heads)
        # Whoever writes over its own ring may hear nothing.
        select.select([driver.call, driver.error], [], [], 0.05)
        driver.stop()
        assert not served.reports
        driver.synchronize()
    finally:
        served.close()


@pytest.fixture(autouse=True)
def _no_records():
    """Nonsense fills logs, which pytest would keep in memory."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


numbers = st.one_of(
    st.integers(0, 17),
    st.sampled_from([128, 1 << 8, 4096, 1 << 20, 2**32 - 1, GUEST, USER, 2**63, 2**64 - 1]),
)
words = st.lists(numbers, max_size=6).map(lambda each: b"".join(pack("=Q", n) for n in each))
halves = st.lists(numbers, max_size=8).map(
    lambda each: b"".join(pack("=I", n & 0xFFFFFFFF) for n in each)
)
messages = st.lists(
    st.tuples(
        st.one_of(st.integers(1, 42), st.integers(0, 2**32 - 1)),
        st.one_of(words, halves, st.binary(max_size=64)),
        st.sampled_from([0, 0, 1, 1, 2, 8]),
        st.sampled_from([1, 1, 1, 9]),
    ),
    max_size=12,
)


@fuzzing
@given(messages=messages, ready=st.booleans())
def test_any_messages(messages, ready):
    """A front-end may lose its connection; the next one is served as if nothing had been."""
    served = Served(MemoryDevice())
    memory = Memory(1 << 16)
    try:
        wire = served.wire(size=16)
        if ready:
            wire.connect()
        try:
            for request, payload, fds, flags in messages:
                wire.send(request, payload, [memory.fd] * fds, flags)
        except OSError:
            pass  # it has hung up
        wire.sock.close()
        again = served.wire(size=16)
        again.connect()
        again.started()
        assert again.request(v.OUT, 8, b"x" * 512) == (v.OK, b"")
        assert again.request(v.IN, 8, room=512) == (v.OK, b"x" * 512)
        assert not [each for each in served.reports if "unexpectedly" in each]
    finally:
        served.close()
        memory.close()
