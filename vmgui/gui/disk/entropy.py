"""How much there is to know about bytes that one has not seen."""

from __future__ import annotations

import math
from collections import Counter

# Of 16 KiB of random bytes the measured entropy is about 7.99; of a compressed picture it is 7.9.
RANDOM = 7.9


def entropy(data: bytes | bytearray | memoryview) -> float:
    """Shannon's entropy of the bytes' frequencies, in bits a byte: 0 (all the same) to 8."""
    total = len(data)
    if not total:
        return 0.0
    shares = (count / total for count in Counter(data).values())
    return abs(sum(share * math.log2(share) for share in shares))
