"""From a secret to a key-encryption key: Argon2id (RFC 9106), calibrated.

What a header may ask for at all is checked when it is read (:mod:`vmgui.disk.body`); what this
computer can give, here, before any memory is taken.
"""

from __future__ import annotations

import os
import secrets
import time

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from vmgui.disk.body import FLOOR_MEMORY, FLOOR_PASSES, MAX_PASSES, Kdf
from vmgui.disk.errors import DiskError
from vmgui.limits import room_for

KIB_PER_GIB = 1 << 20
LANES = 4
DEFAULT_SECONDS = 1.0
CEILING_MEMORY = KIB_PER_GIB


class TooMuchMemory(DiskError):
    """A key slot that only a larger computer can try."""

    code = "too-much-memory"


def max_memory() -> int:
    """The most that opening a disk may take here, in KiB: 4 GiB or half of the RAM."""
    ram = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 10
    return min(4 * KIB_PER_GIB, ram // 2)


def check(kdf: Kdf) -> None:
    """Raises :exc:`TooMuchMemory` for what this computer may not give."""
    if kdf.memory > max_memory():
        raise TooMuchMemory(
            "A key slot asks for more memory than this computer may give.",
            why=f"It wants {kdf.memory >> 10} MiB; the limit here is {max_memory() >> 10} MiB.",
            remedy="Open the disk with a passphrase that was set on a computer like this one, or "
            "on a computer with more memory.",
        )


def derive(secret: bytes | bytearray, kdf: Kdf) -> bytearray:
    """The 32-byte key that wraps the volume key. Takes about a second and ``kdf.memory`` KiB.

    Raises :exc:`TooMuchMemory`.
    """
    check(kdf)
    key = bytearray(32)
    with room_for(kdf.memory << 10):
        Argon2id(
            salt=kdf.salt, length=32, iterations=kdf.passes, lanes=kdf.lanes, memory_cost=kdf.memory
        ).derive_into(secret, key)  # type: ignore[arg-type]  # any buffer; the stub says bytes
    return key


def calibrated(seconds: float = DEFAULT_SECONDS) -> Kdf:
    """Fresh parameters that take about ``seconds`` here: more memory first, then more passes."""
    floor = Kdf("argon2id", FLOOR_MEMORY, FLOOR_PASSES, LANES, secrets.token_bytes(32))
    if seconds <= 0:
        return floor
    start = time.perf_counter()
    derive(b"calibration", floor)
    factor = seconds / max(time.perf_counter() - start, 1e-3)
    ceiling = min(CEILING_MEMORY, max_memory())
    memory = max(FLOOR_MEMORY, min(ceiling, int(FLOOR_MEMORY * factor)))
    passes = max(FLOOR_PASSES, min(MAX_PASSES, int(FLOOR_PASSES * factor * FLOOR_MEMORY / memory)))
    return Kdf("argon2id", memory, passes, LANES, secrets.token_bytes(32))
