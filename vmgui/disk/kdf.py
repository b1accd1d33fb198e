"""From a secret to a key-encryption key: Argon2id (RFC 9106), calibrated, with hard limits.

The limits are checked before any memory is taken, so that a hostile header can't exhaust the
machine; the floor keeps anybody from making a disk that is cheap to guess.
"""

from __future__ import annotations

import os
import secrets
import time

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from vmgui.disk.body import Kdf
from vmgui.disk.errors import HeaderDamaged

KIB_PER_GIB = 1 << 20
# RFC 9106, section 4, second recommended option: t=3, p=4, 64 MiB. Our floor and starting point.
FLOOR_MEMORY = 64 << 10
PASSES = 3
LANES = 4
DEFAULT_SECONDS = 1.0
CEILING_MEMORY = KIB_PER_GIB

_MAX_PASSES = 1000
_MAX_LANES = 64


def max_memory() -> int:
    """The most that opening a disk may take here, in KiB: 4 GiB or half of the RAM."""
    ram = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 10
    return min(4 * KIB_PER_GIB, ram // 2)


def check(kdf: Kdf) -> None:
    """Raises :exc:`HeaderDamaged` for parameters outside the limits."""
    if kdf.memory > max_memory():
        raise HeaderDamaged(
            "A key slot asks for more memory than this computer may give.",
            why=f"It wants {kdf.memory >> 10} MiB; the limit here is {max_memory() >> 10} MiB.",
        )
    if (
        not 1 <= kdf.lanes <= _MAX_LANES
        or not 1 <= kdf.passes <= _MAX_PASSES
        or kdf.memory < max(8 * kdf.lanes, FLOOR_MEMORY)
        or kdf.passes * kdf.memory < PASSES * FLOOR_MEMORY
    ):
        raise HeaderDamaged("A key slot has impossible or unsafe parameters.")


def derive(secret: bytes | bytearray, kdf: Kdf) -> bytearray:
    """The 32-byte key that wraps the volume key. Takes about a second and ``kdf.memory`` KiB."""
    check(kdf)
    key = bytearray(32)
    Argon2id(
        salt=kdf.salt, length=32, iterations=kdf.passes, lanes=kdf.lanes, memory_cost=kdf.memory
    ).derive_into(secret, key)  # type: ignore[arg-type]  # takes any buffer; the stub says bytes
    return key


def calibrated(seconds: float = DEFAULT_SECONDS) -> Kdf:
    """Fresh parameters that take about ``seconds`` here: more memory first, then more passes."""
    floor = Kdf("argon2id", FLOOR_MEMORY, PASSES, LANES, secrets.token_bytes(32))
    if seconds <= 0:
        return floor
    start = time.perf_counter()
    derive(b"calibration", floor)
    factor = seconds / max(time.perf_counter() - start, 1e-3)
    ceiling = min(CEILING_MEMORY, max_memory())
    memory = max(FLOOR_MEMORY, min(ceiling, int(FLOOR_MEMORY * factor)))
    passes = max(PASSES, min(_MAX_PASSES, int(PASSES * factor * FLOOR_MEMORY / memory)))
    return Kdf("argon2id", memory, passes, LANES, secrets.token_bytes(32))
