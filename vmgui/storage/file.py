"""A disk in a file (or on a block device)."""

from __future__ import annotations

import ctypes
import errno
import os
import stat
from pathlib import Path

from vmgui.storage.base import Extent, Storage

# From linux/falloc.h; the os module offers no hole punching.
_FALLOC_FL_KEEP_SIZE = 1
_FALLOC_FL_PUNCH_HOLE = 2
_ZEROS = bytes(1 << 20)


class FileStorage(Storage):
    """An existing file, opened for reading or for both.

    The descriptor is never inherited. ``O_CLOEXEC`` is Python's default.
    """

    def __init__(self, path: Path | str, *, read_only: bool = False, create: bool = False) -> None:
        """Raises OSError. With ``create`` the file must not exist, and is its owner's alone."""
        flags = os.O_RDONLY if read_only else os.O_RDWR
        if create:
            flags |= os.O_CREAT | os.O_EXCL
        self.path = Path(path)
        self.read_only = read_only
        self.fd = os.open(path, flags | os.O_NONBLOCK, 0o600)
        info = os.fstat(self.fd)
        if not (stat.S_ISREG(info.st_mode) or stat.S_ISBLK(info.st_mode)):
            os.close(self.fd)
            raise OSError(errno.EINVAL, "It is not a regular file or block device", str(path))
        self.size = os.lseek(self.fd, 0, os.SEEK_END)

    def read(self, offset: int, out: memoryview) -> None:
        got = os.preadv(self.fd, [out], offset)
        while got < len(out):
            more = os.preadv(self.fd, [out[got:]], offset + got)
            if not more:
                raise OSError(errno.EIO, "The file is shorter than its header says")
            got += more

    def write(self, offset: int, data: memoryview) -> None:
        done = os.pwrite(self.fd, data, offset)
        while done < len(data):
            more = os.pwrite(self.fd, data[done:], offset + done)
            if not more:
                raise OSError(errno.EIO, "The file takes no more bytes")
            done += more

    def flush(self) -> None:
        os.fdatasync(self.fd)

    def punch(self, offset: int, length: int) -> None:
        if length <= 0:
            return
        if _fallocate is not None:
            mode = _FALLOC_FL_PUNCH_HOLE | _FALLOC_FL_KEEP_SIZE
            if _fallocate(self.fd, mode, offset, length) == 0:
                return
            code = ctypes.get_errno()
            if code not in (errno.EOPNOTSUPP, errno.ENOSYS, errno.ENODEV):
                raise OSError(code, os.strerror(code))
        end = offset + length
        while offset < end:
            step = min(end - offset, len(_ZEROS))
            self.write(offset, memoryview(_ZEROS)[:step])
            offset += step

    def extents(self, offset: int, length: int) -> list[Extent]:
        pieces: list[Extent] = []
        end = offset + length
        while offset < end:
            data = min(self._seek(offset, os.SEEK_DATA, end), end)
            if data > offset:
                pieces.append((data - offset, False))
            if data == end:
                break
            hole = min(self._seek(data, os.SEEK_HOLE, end), end)
            pieces.append((hole - data, True))
            offset = hole
        return pieces

    def _seek(self, offset: int, whence: int, end: int) -> int:
        try:
            return os.lseek(self.fd, offset, whence)
        except OSError as error:
            if error.errno == errno.ENXIO:  # nothing but a hole from here on
                return end
            if error.errno in (errno.EINVAL, errno.EOPNOTSUPP):  # can't tell: take all for data
                return offset if whence == os.SEEK_DATA else end
            raise

    def resize(self, size: int) -> None:
        os.ftruncate(self.fd, size)
        os.fsync(self.fd)
        self.size = size

    def close(self) -> None:
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1


def _find_fallocate() -> ctypes._NamedFuncPointer | None:
    try:
        function = ctypes.CDLL(None, use_errno=True).fallocate
    except (OSError, AttributeError, TypeError):  # no such call on this system
        return None
    function.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_int64, ctypes.c_int64]
    return function


_fallocate = _find_fallocate()
