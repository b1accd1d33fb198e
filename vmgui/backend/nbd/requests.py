"""Which requests are refused, with which error value and sentence.

To be read beside "Request types", "Command flags", "Block size constraints" and "Error values"
of the specification.
"""

from __future__ import annotations

import errno
from typing import NamedTuple, Protocol

from vmgui.backend.nbd import protocol as nbd

# The maximum block size, as advertised: the longest read or write.
MAX_REQUEST = 32 << 20
# A refused write's data has to be read past; a longer one ends the connection.
MAX_DRAINED_WRITE = 64 << 20
# Longest read under NBD_CMD_FLAG_DF, whose data must be one chunk (at least 65,536 is a must).
MAX_UNFRAGMENTED = 1 << 20

_FLAGS = {
    # "The server MUST accept all commands with [NBD_CMD_FLAG_FUA] set."
    nbd.CMD_READ: nbd.CMD_FLAG_FUA | nbd.CMD_FLAG_DF,
    nbd.CMD_WRITE: nbd.CMD_FLAG_FUA,
    nbd.CMD_DISC: nbd.CMD_FLAG_FUA,
    nbd.CMD_FLUSH: nbd.CMD_FLAG_FUA,
    nbd.CMD_TRIM: nbd.CMD_FLAG_FUA,
    nbd.CMD_WRITE_ZEROES: nbd.CMD_FLAG_FUA | nbd.CMD_FLAG_NO_HOLE,
    nbd.CMD_BLOCK_STATUS: nbd.CMD_FLAG_FUA | nbd.CMD_FLAG_REQ_ONE,
}
_CHANGING = (nbd.CMD_WRITE, nbd.CMD_TRIM, nbd.CMD_WRITE_ZEROES)


class Request(NamedTuple):
    """One request: ``flags``, ``command``, ``cookie`` as sent; ``offset``, ``length`` in bytes."""

    flags: int
    command: int
    cookie: int
    offset: int
    length: int

    def __str__(self) -> str:
        name = nbd.COMMAND_NAMES.get(self.command, f"Command {self.command}")
        return f"{name} of {self.length} bytes at offset {self.offset}"


class Terms(Protocol):
    """What a request is measured against."""

    size: int
    read_only: bool
    structured: bool
    allocation: bool


class Refusal(NamedTuple):
    """``error`` is one of the specification's error values, ``sentence`` is for a person."""

    error: int
    sentence: str


def refuse(request: Request, terms: Terms) -> Refusal | None:
    """Why ``request`` can't be served; None where it can."""
    found = _find_fault(request, terms)
    if found is None:
        return None
    error, why = found
    return Refusal(error, f"{request} was refused: {why}.")


def _find_fault(request: Request, terms: Terms) -> tuple[int, str] | None:
    flags, command, _, offset, length = request
    if command not in _FLAGS:
        return nbd.EINVAL, "this server does not know the command"
    if unknown := flags & ~_FLAGS[command]:
        return nbd.EINVAL, f"the command does not take the flags {unknown:#x}"
    if flags & nbd.CMD_FLAG_DF and command == nbd.CMD_READ:
        if not terms.structured:
            return nbd.EINVAL, "NBD_CMD_FLAG_DF needs structured replies"
        if length > MAX_UNFRAGMENTED:
            return nbd.EOVERFLOW, f"an unfragmented read has at most {MAX_UNFRAGMENTED} bytes"
    if command == nbd.CMD_FLUSH:
        if offset or length:
            return nbd.EINVAL, "a flush has neither offset nor length"
        return None
    if command in _CHANGING and terms.read_only:
        return nbd.EPERM, "the disk is read-only"
    if command in (nbd.CMD_READ, nbd.CMD_WRITE) and length > MAX_REQUEST:
        return nbd.EINVAL, f"a request has at most {MAX_REQUEST} bytes"
    if offset + length > terms.size:
        # "NBD_ENOSPC if it receives a write request including one or more sectors beyond the
        # size of the device", NBD_EINVAL for the others.
        beyond = nbd.ENOSPC if command in (nbd.CMD_WRITE, nbd.CMD_WRITE_ZEROES) else nbd.EINVAL
        return beyond, f"it ends beyond the disk's {terms.size} bytes"
    if command == nbd.CMD_BLOCK_STATUS:
        if not terms.allocation:
            return nbd.EINVAL, "the base:allocation context was not negotiated"
        if not length:
            return nbd.EINVAL, "it asks about no bytes"
    return None


_WIRE_ERRORS = {
    errno.EPERM: nbd.EPERM,
    errno.EACCES: nbd.EPERM,
    errno.EROFS: nbd.EPERM,
    errno.ENOMEM: nbd.ENOMEM,
    errno.EINVAL: nbd.EINVAL,
    errno.ENOSPC: nbd.ENOSPC,
    errno.EDQUOT: nbd.ENOSPC,
    errno.EFBIG: nbd.ENOSPC,
}


def wire_error(error: BaseException) -> int:
    """The error value for a failure of the device: its errno where the protocol has it, or EIO."""
    return _WIRE_ERRORS.get(getattr(error, "errno", None) or errno.EIO, nbd.EIO)
