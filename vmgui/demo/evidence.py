"""What can be measured of a disk's file: does it hold any of the guest's bytes, is it all noise?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Set

WINDOW = 16
# A window of zeros, or of zeros and a small number, is in every file and tells nothing.
_DIFFERENT = 6
_PAGE = 4096
_ZEROS = bytes(_PAGE)


def telling_windows(plain: bytes) -> set[bytes]:
    """Every run of 16 bytes of ``plain``, at any offset, that has six different bytes or more."""
    windows = set()
    for page in _pages(plain):
        windows |= {plain[at : at + WINDOW] for at in _starts(plain, page)}
    return {window for window in windows if len(set(window)) >= _DIFFERENT}


def find_any(windows: Set[bytes], stored: bytes) -> int:
    """Where the first of the windows is in ``stored``, looking at every offset; -1: nowhere."""
    for page in _pages(stored):
        for at in _starts(stored, page):
            if stored[at : at + WINDOW] in windows:
                return at
    return -1


def written(stored: bytes) -> bytes:
    """The pages of 4096 bytes that are not all zero, one after the other."""
    return b"".join(stored[page : page + _PAGE] for page in _pages(stored))


def entropy(data: bytes) -> float:
    """Shannon's entropy of the bytes' frequencies, in bits a byte: noise has almost 8."""
    counts = Counter(data).values()
    return sum(-count / len(data) * math.log2(count / len(data)) for count in counts)


def _pages(data: bytes) -> Iterator[int]:
    """Where the pages begin that are not all zero. Sparse disks are mostly others."""
    return (at for at in range(0, len(data), _PAGE) if data[at : at + _PAGE] != _ZEROS)


def _starts(data: bytes, page: int) -> range:
    """Where the windows begin that touch a page."""
    return range(max(0, page - WINDOW + 1), min(page + _PAGE, len(data) - WINDOW + 1))
