"""Which requests are refused, beside the specification's "Error values" and "Request types"."""

from __future__ import annotations

import errno
from dataclasses import dataclass

import pytest

from tests.unit.backend import wire as nbd
from vmgui.backend.nbd.requests import Request, refuse, wire_error

MIB = 1 << 20
SIZE = 100 * MIB


@dataclass
class Terms:
    size: int = SIZE
    read_only: bool = False
    structured: bool = True
    allocation: bool = True


def refusal(
    command: int, offset: int = 0, length: int = 512, *, flags: int = 0, **terms: bool
) -> int | None:
    found = refuse(Request(flags, command, 1, offset, length), Terms(**terms))
    return None if found is None else found.error


DATA = (nbd.READ, nbd.WRITE, nbd.TRIM, nbd.ZERO, nbd.STATUS)


@pytest.mark.parametrize("command", DATA)
def test_up_to_the_last_byte(command):
    assert refusal(command, SIZE - 512, 512) is None
    assert refusal(command, SIZE - 1, 1) is None


@pytest.mark.parametrize("command", DATA)
@pytest.mark.parametrize(
    ("offset", "length"),
    [(SIZE - 511, 512), (SIZE, 1), (SIZE + 1, 0), (2**64 - 1, 1), (2**64 - 1, 2**25)],
)
def test_beyond_the_end(command, offset, length):
    expected = nbd.ENOSPC if command in (nbd.WRITE, nbd.ZERO) else nbd.EINVAL
    assert refusal(command, offset, length) == expected


@pytest.mark.parametrize("command", [nbd.WRITE, nbd.TRIM, nbd.ZERO])
def test_read_only(command):
    assert refusal(command, read_only=True) == nbd.EPERM


@pytest.mark.parametrize("command", [nbd.READ, nbd.STATUS])
def test_read_only_can_be_read(command):
    assert refusal(command, read_only=True) is None
    assert refusal(nbd.FLUSH, 0, 0, read_only=True) is None


def test_the_longest_request():
    for command in (nbd.READ, nbd.WRITE):
        assert refusal(command, 0, 32 * MIB) is None
        assert refusal(command, 0, 32 * MIB + 1) == nbd.EINVAL
    assert refusal(nbd.ZERO, 0, SIZE) is None
    assert refusal(nbd.TRIM, 0, SIZE) is None


@pytest.mark.parametrize("command", [nbd.CACHE, 8, 9, 0xFFFF])
def test_unknown_commands(command):
    assert refusal(command) == nbd.EINVAL


@pytest.mark.parametrize("command", [*DATA, nbd.FLUSH])
def test_fua_is_accepted_everywhere(command):
    length = 0 if command == nbd.FLUSH else 512
    assert refusal(command, 0, length, flags=nbd.FUA) is None


@pytest.mark.parametrize(
    ("command", "own"),
    [
        (nbd.READ, nbd.DF),
        (nbd.WRITE, 0),
        (nbd.FLUSH, 0),
        (nbd.TRIM, 0),
        (nbd.ZERO, nbd.NO_HOLE),
        (nbd.STATUS, nbd.REQ_ONE),
    ],
)
def test_flags_of_other_commands(command, own):
    length = 0 if command == nbd.FLUSH else 512
    for bit in range(1, 16):
        expected = None if 1 << bit == own else nbd.EINVAL
        assert refusal(command, 0, length, flags=1 << bit) == expected


def test_unfragmented_reads():
    assert refusal(nbd.READ, 0, 65536, flags=nbd.DF) is None
    assert refusal(nbd.READ, 0, MIB + 1, flags=nbd.DF) == nbd.EOVERFLOW
    assert refusal(nbd.READ, 0, 512, flags=nbd.DF, structured=False) == nbd.EINVAL


@pytest.mark.parametrize(("offset", "length"), [(1, 0), (0, 1)])
def test_a_flush_has_no_range(offset, length):
    assert refusal(nbd.FLUSH, offset, length) == nbd.EINVAL


def test_block_status_needs_its_context_and_a_length():
    assert refusal(nbd.STATUS, allocation=False) == nbd.EINVAL
    assert refusal(nbd.STATUS, 0, 0) == nbd.EINVAL


def test_a_refusal_names_command_offset_and_length():
    found = refuse(Request(0, nbd.WRITE, 1, SIZE, 4096), Terms())
    assert found is not None
    assert found.sentence == (
        f"NBD_CMD_WRITE of 4096 bytes at offset {SIZE} was refused: "
        f"it ends beyond the disk's {SIZE} bytes."
    )


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, ""), nbd.ENOSPC),
        (OSError(errno.EDQUOT, ""), nbd.ENOSPC),
        (OSError(errno.EFBIG, ""), nbd.ENOSPC),
        (OSError(errno.EROFS, ""), nbd.EPERM),
        (OSError(errno.ENOMEM, ""), 12),
        (OSError(errno.EIO, ""), nbd.EIO),
        (OSError(errno.ENOENT, ""), nbd.EIO),
        (OSError("no number"), nbd.EIO),
        (ValueError(), nbd.EIO),
    ],
)
def test_only_the_protocols_error_values_cross_the_wire(error, expected):
    assert wire_error(error) == expected
