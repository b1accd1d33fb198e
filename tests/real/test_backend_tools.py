"""Independent NBD clients on a running backend."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.real.backends import MIB, SYSTEM_PYTHON, make_disk, python, run, serving, uri

SIZE = 64 * MIB


@pytest.fixture(params=["aes-xts", "aes-gcm", "chacha20-poly1305", "unencrypted"])
def disk(request, home: Path) -> Path:
    return make_disk(home / "disk", plugin=request.param, size=SIZE)


@pytest.fixture
def socket(disk: Path, home: Path):
    secret = {"secret": None} if b'"unencrypted"' in disk.read_bytes()[:4096] else {}
    with serving(disk, home / "s", **secret) as backend:
        yield home / "s"
        assert backend.events() == []
        assert backend.stop() == 0


def test_nbdinfo(socket):
    (export,) = json.loads(run("nbdinfo", "--json", uri(socket)))["exports"]
    assert export["export-size"] == SIZE
    assert export["is_read_only"] is False
    assert export["contexts"] == ["base:allocation"]
    for can in ("flush", "fua", "multi_conn", "trim", "zero", "df"):
        assert export[f"can_{can}"] is True, can
    for cannot in ("cache", "fast_zero"):
        assert export[f"can_{cannot}"] is False, cannot
    assert export["block_size_minimum"] == 1
    assert export["block_size_preferred"] == 4096
    assert export["block_size_maximum"] == 32 * MIB


def test_nbdinfo_lists_the_one_export(socket):
    listed = json.loads(run("nbdinfo", "--json", "--list", uri(socket)))
    assert [export["export-name"] for export in listed["exports"]] == ["disk"]


def test_nbdinfo_shows_what_is_allocated(socket):
    run("qemu-io", "-f", "raw", uri(socket), "-c", "write -P 1 1M 64k")
    extents = json.loads(run("nbdinfo", "--json", "--map", uri(socket)))
    allocated = [(each["offset"], each["length"]) for each in extents if each["type"] == 0]
    assert allocated == [(MIB, 65536)]
    assert sum(each["length"] for each in extents) == SIZE


def test_qemu_io(socket):
    commands = (
        "write -P 0x11 0 1M",
        "write -P 0x22 4097 5001",  # cuts through sectors
        "read -P 0x11 0 4097",
        "read -P 0x22 4097 5001",
        "read -P 0x11 9098 1039478",
        "write -z 8k 4k",
        "read -P 0 8k 4k",
        "write -z -u 512k 128k",
        "read -P 0 512k 128k",
        "write -f -P 0x33 2M 64k",  # FUA
        "discard 2M 64k",
        "read -P 0 2M 64k",
        "aio_write -P 0x44 8M 4M",
        "aio_write -P 0x55 12M 4M",
        "aio_flush",
        "read -P 0x44 8M 4M",
        "read -P 0x55 12M 4M",
        "write -P 0x66 16M 40M",  # longer than one request may be
        "read -P 0x66 16M 40M",
        "flush",
    )
    words = [word for command in commands for word in ("-c", command)]
    output = run("qemu-io", "-f", "raw", uri(socket), *words)
    assert "failed" not in output
    assert "error" not in output


@pytest.mark.parametrize("connections", [1, 4])
def test_nbdcopy_there_and_back(socket, home, connections):
    original, back = home / "original", home / "back"
    content = bytearray(random.Random(7).randbytes(SIZE))
    content[5 * MIB : 20 * MIB] = bytes(15 * MIB)
    original.write_bytes(content)
    run("nbdcopy", f"--connections={connections}", "--flush", original, uri(socket))
    run("nbdcopy", f"--connections={connections}", uri(socket), back)
    assert back.read_bytes() == content
    run("qemu-img", "compare", "-f", "raw", "-F", "raw", original, uri(socket))


def test_fio_verifies_what_it_wrote(socket):
    run(
        "fio", "--name=verify", "--verify_state_save=0", "--ioengine=nbd",
        f"--uri={uri(socket)}", "--rw=randwrite",
        "--bsrange=4k-256k", f"--size={SIZE}", "--io_size=96M",
        "--iodepth=32", "--verify=crc32c", "--verify_fatal=1", "--randseed=5",
    )  # fmt: skip


MULTI_CONN = """
import nbd, sys
one, two = nbd.NBD(), nbd.NBD()
for each in (one, two):
    each.add_meta_context(nbd.CONTEXT_BASE_ALLOCATION)
    each.connect_uri(sys.argv[1])
    assert each.can_multi_conn() and each.get_structured_replies_negotiated()
for round in range(50):
    data = bytes([round]) * 70000
    one.pwrite(data, round * 1000)
    assert two.pread(70000, round * 1000) == data
one.pwrite(b"durable", 0)
two.flush()
two.pwrite(b"x" * 8192, 8192, nbd.CMD_FLAG_FUA)
two.zero(4096, 8192, nbd.CMD_FLAG_NO_HOLE)
assert one.pread(8192, 8192) == bytes(4096) + b"x" * 4096
found = []
one.block_status(1 << 20, 0, lambda name, offset, extents, error: found.append(extents) or 0)
assert sum(found[0][::2]) == 1 << 20, found
one.shutdown(); two.shutdown()

# Requests that libnbd would not send by itself are refused, and nothing else happens.
odd = nbd.NBD()
odd.set_strict_mode(0)
odd.connect_uri(sys.argv[1])
size = odd.get_size()
for wrong, errno in (
    (lambda: odd.pread(1, size), 22),
    (lambda: odd.pwrite(b"x", size), 28),
    (lambda: odd.zero(1, size), 28),
    (lambda: odd.trim(1, size), 22),
    (lambda: odd.cache(1, 0), 22),
    (lambda: odd.zero(4096, 0, nbd.CMD_FLAG_FAST_ZERO), 22),
):
    try:
        wrong()
    except nbd.Error as error:
        assert error.errnum == errno, (error.errnum, errno)
    else:
        raise AssertionError("not refused")
assert odd.pread(7, 0) == b"durable"
"""


def test_libnbd_on_several_connections(socket):
    python(MULTI_CONN, uri(socket), interpreter=SYSTEM_PYTHON)


def test_a_client_that_knows_only_simple_replies(socket):
    script = """
import nbd, sys
h = nbd.NBD()
h.set_request_structured_replies(False)
h.connect_uri(sys.argv[1])
data = bytes(range(256)) * 65536
h.pwrite(data, 4095)
assert h.pread(len(data), 4095) == data
"""
    python(script, uri(socket), interpreter=SYSTEM_PYTHON)


def test_read_only(disk, home):
    secret = {"secret": None} if b'"unencrypted"' in disk.read_bytes()[:4096] else {}
    with serving(disk, home / "s", read_only=True, **secret) as backend:
        assert backend.ready["read_only"] is True
        before = disk.read_bytes()
        (export,) = json.loads(run("nbdinfo", "--json", uri(home / "s")))["exports"]
        assert export["is_read_only"] is True
        run("qemu-io", "-r", "-f", "raw", uri(home / "s"), "-c", "read 0 1M")
        run("nbdcopy", disk, uri(home / "s"), status=1)
        assert disk.read_bytes() == before


def test_nothing_readable_reaches_the_host(home):
    disk = make_disk(home / "disk", size=SIZE)
    with serving(disk, home / "s") as backend:
        run("qemu-io", "-f", "raw", uri(home / "s"), "-c", "write -P 0x5a 0 8M", "-c", "flush")
        assert backend.stop() == 0
    assert bytes([0x5A]) * 8 not in disk.read_bytes()
