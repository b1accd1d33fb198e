"""From a passphrase to a key: PBKDF2 and Argon2, within limits."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Protocol

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2i, Argon2id
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha1": hashes.SHA1(),  # noqa: S303  (what early LUKS1 disks use; PBKDF2 doesn't suffer)
    "sha224": hashes.SHA224(),
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}

# A slot that asks for more than these is not tried: a header may be anybody's. cryptsetup itself
# allows 4 GiB; a hundred million iterations take about half a minute.
MAX_MEMORY = 4 << 20  # KiB
MAX_PASSES = 1000
MAX_ITERATIONS = 100_000_000
MAX_LANES = 64


class TooCostly(Exception):
    """This computer should not spend that much; the text says on what."""


class Kdf(Protocol):
    """A way from a secret to a key."""

    @property
    def summary(self) -> str:
        """What a guess costs, in a few words."""

    def derive(self, secret: memoryview, size: int) -> bytearray:
        """The key. Raises :exc:`TooCostly` before anything is spent."""


@dataclass(frozen=True)
class Pbkdf2:
    """RFC 8018, with HMAC."""

    hash: str
    iterations: int
    salt: bytes

    @property
    def summary(self) -> str:
        return f"PBKDF2 ({self.hash.upper()}), {self.iterations} iterations"

    def derive(self, secret: memoryview, size: int) -> bytearray:
        if self.iterations > MAX_ITERATIONS:
            raise TooCostly(f"{self.iterations} iterations")
        key = bytearray(size)
        made = PBKDF2HMAC(HASHES[self.hash], size, self.salt, self.iterations)
        made.derive_into(secret, key)
        return key


@dataclass(frozen=True)
class Argon2:
    """RFC 9106; ``memory`` in KiB."""

    variant: str
    passes: int
    memory: int
    lanes: int
    salt: bytes

    @property
    def summary(self) -> str:
        name = "Argon2id" if self.variant == "argon2id" else "Argon2i"
        return f"{name}, {self.memory >> 10} MiB, {self.passes} passes"

    def derive(self, secret: memoryview, size: int) -> bytearray:
        limit = min(MAX_MEMORY, _installed_memory() // 2)
        if self.memory > limit:
            raise TooCostly(f"{self.memory >> 10} MiB of memory, more than {limit >> 10} MiB")
        if self.passes > MAX_PASSES:
            raise TooCostly(f"{self.passes} passes")
        kind = Argon2id if self.variant == "argon2id" else Argon2i
        key = bytearray(size)
        made = kind(
            salt=self.salt,
            length=size,
            iterations=self.passes,
            lanes=self.lanes,
            memory_cost=self.memory,
        )
        # Any buffer will do; its type says less than its documentation.
        made.derive_into(secret, key)  # type: ignore[arg-type]
        return key


def _installed_memory() -> int:
    """In KiB."""
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") >> 10
