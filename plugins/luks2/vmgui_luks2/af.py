"""The anti-forensic splitter (LUKS1 specification, section 2.4): a key spread over many stripes.

Every byte of the stripes is needed to get the key back, so wiping any part of them is enough.
"""

from __future__ import annotations

from cryptography.hazmat.primitives import hashes


def merge(stripes: memoryview, size: int, algorithm: hashes.HashAlgorithm) -> bytearray:
    """The ``size`` bytes that ``stripes``, a whole number of that many, were split from."""
    last = len(stripes) - size
    state = bytes(size)
    for at in range(0, last, size):
        state = _diffuse(_xor(state, stripes[at : at + size]), algorithm)
    return bytearray(_xor(state, stripes[last:]))


def _xor(one: bytes, other: memoryview) -> bytes:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).to_bytes(len(one), "big")


def _diffuse(block: bytes, algorithm: hashes.HashAlgorithm) -> bytes:
    """Each piece of the hash's size replaced by the hash of its number and itself."""
    step = algorithm.digest_size
    result = bytearray()
    for number, at in enumerate(range(0, len(block), step)):
        digest = hashes.Hash(algorithm)
        digest.update(number.to_bytes(4, "big"))
        digest.update(block[at : at + step])
        result += digest.finalize()[: len(block) - at]
    return bytes(result)
