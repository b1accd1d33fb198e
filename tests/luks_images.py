"""LUKS containers written from the specifications, to be broken at will.

``tests/real/test_luks.py`` shows that cryptsetup opens them, so that what the unit tests take for
right is right.
"""

from __future__ import annotations

import hashlib
import json
import struct
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import XTS
from cryptography.hazmat.primitives.kdf.argon2 import Argon2i, Argon2id

UUID = "7b0c1b1e-52f6-4e4c-9a4c-0d6d1a3f5c11"
SECRET = b"correct horse"
KEY = hashlib.sha512(b"a volume key").digest()
STRIPES = 4000
COPY = 16 << 10
OFFSET = 1 << 20
AREA = 258048


def xts(key: bytes, number: int, block: bytes) -> bytes:
    """One unit of AES-XTS; the tweak is that number."""
    encryptor = Cipher(AES(key), XTS(number.to_bytes(16, "little"))).encryptor()
    return encryptor.update(block) + encryptor.finalize()


def payload(plain: bytes, sector_size: int = 512, key: bytes = KEY) -> bytes:
    """As dm-crypt enciphers it: the tweak counts 512-byte units whatever the sectors' size."""
    return b"".join(
        xts(key, at // 512, plain[at : at + sector_size])
        for at in range(0, len(plain), sector_size)
    )


def split(key: bytes, seed: bytes, hash_name: str = "sha256") -> bytes:
    """The anti-forensic splitter (LUKS1 specification, section 2.4)."""
    size = len(key)
    random = hashlib.shake_256(seed).digest(size * (STRIPES - 1))
    state = bytes(size)
    for at in range(0, len(random), size):
        mixed = bytes(a ^ b for a, b in zip(state, random[at : at + size], strict=True))
        step = hashlib.new(hash_name).digest_size
        state = b""
        for number, start in enumerate(range(0, size, step)):
            piece = mixed[start : start + step]
            digest = hashlib.new(hash_name, number.to_bytes(4, "big") + piece).digest()
            state += digest[: len(piece)]
    return random + bytes(a ^ b for a, b in zip(state, key, strict=True))


def derive(secret: bytes, kdf: dict[str, Any], salt: bytes, size: int) -> bytes:
    if kdf["type"] == "pbkdf2":
        return hashlib.pbkdf2_hmac(kdf["hash"], secret, salt, kdf["iterations"], size)
    kind = {"argon2id": Argon2id, "argon2i": Argon2i}[kdf["type"]]
    made = kind(
        salt=salt,
        length=size,
        iterations=kdf["time"],
        lanes=kdf["cpus"],
        memory_cost=kdf["memory"],
    )
    return made.derive(secret)


PBKDF2 = {"type": "pbkdf2", "hash": "sha256", "iterations": 1000}
ARGON2ID = {"type": "argon2id", "time": 4, "memory": 32, "cpus": 1}
ARGON2I = {**ARGON2ID, "type": "argon2i"}


def area_of(key: bytes, secret: bytes, kdf: dict[str, Any], salt: bytes, size: int = 64) -> bytes:
    """A key slot's area: the split volume key under the secret's key of ``size`` bytes."""
    stripes = split(key, b"stripes" + salt)
    return payload(
        stripes.ljust(-(-len(stripes) // 512) * 512, b"\0"), 512, derive(secret, kdf, salt, size)
    )


def luks2(
    plain: bytes = b"",
    *,
    sector_size: int = 512,
    slots: list[tuple[bytes, dict[str, Any]]] | None = None,
    key: bytes = KEY,
    change: Callable[[dict[str, Any]], None] = lambda metadata: None,
    sequences: tuple[int, int] = (3, 3),
) -> bytes:
    """A whole container. ``change`` edits the JSON before it is summed up."""
    areas, keyslots = b"", {}
    for number, (secret, kdf) in enumerate(slots or [(SECRET, PBKDF2)]):
        salt = hashlib.sha256(b"salt %d" % number).digest()
        areas += area_of(key, secret, kdf, salt).ljust(AREA, b"\0")
        keyslots[str(number)] = {
            "type": "luks2",
            "key_size": len(key),
            "af": {"type": "luks1", "stripes": STRIPES, "hash": "sha256"},
            "area": {
                "type": "raw",
                "offset": str(2 * COPY + number * AREA),
                "size": str(AREA),
                "encryption": "aes-xts-plain64",
                "key_size": 64,
            },
            "kdf": {**kdf, "salt": b64encode(salt).decode()},
        }
    digest_salt = hashlib.sha256(b"digest").digest()
    metadata: dict[str, Any] = {
        "keyslots": keyslots,
        "tokens": {},
        "segments": {
            "0": {
                "type": "crypt",
                "offset": str(OFFSET),
                "size": "dynamic",
                "iv_tweak": "0",
                "encryption": "aes-xts-plain64",
                "sector_size": sector_size,
            }
        },
        "digests": {
            "0": {
                "type": "pbkdf2",
                "keyslots": list(keyslots),
                "segments": ["0"],
                "hash": "sha256",
                "iterations": 1000,
                "salt": b64encode(digest_salt).decode(),
                "digest": b64encode(
                    hashlib.pbkdf2_hmac("sha256", key, digest_salt, 1000, 32)
                ).decode(),
            }
        },
        "config": {"json_size": str(COPY - 4096), "keyslots_size": str(OFFSET - 2 * COPY)},
    }
    change(metadata)
    text = json.dumps(metadata, separators=(",", ":")).encode()
    copies = b"".join(copy_of(text, place, sequences[place]) for place in (0, 1))
    return (copies + areas).ljust(OFFSET, b"\0") + payload(plain, sector_size, key)


def copy_of(text: bytes, place: int, sequence: int, uuid: str = UUID) -> bytes:
    """One copy of the header of LUKS2: ``place`` 0 or 1."""
    head = struct.pack(
        ">6sHQQ48s32s64s40s48sQ",
        (b"LUKS\xba\xbe", b"SKUL\xba\xbe")[place],
        2,
        COPY,
        sequence,
        b"",
        b"sha256",
        hashlib.sha512(b"%d" % place).digest(),
        uuid.encode(),
        b"",
        place * COPY,
    )
    return summed(head.ljust(4096, b"\0") + text.ljust(COPY - 4096, b"\0"))


def summed(copy: bytes) -> bytes:
    """The copy with its checksum made right."""
    blank = copy[:448] + bytes(64) + copy[512:]
    return blank[:448] + hashlib.sha256(blank).digest() + blank[480:]


def luks1(
    plain: bytes = b"",
    *,
    secret: bytes = SECRET,
    key: bytes = KEY,
    slot: int = 0,
    hash_name: str = "sha256",
    cipher: tuple[bytes, bytes] = (b"aes", b"xts-plain64"),
    stripes: int = STRIPES,
    payload_sector: int = 4096,
) -> bytes:
    """A whole container of version 1 whose slot number ``slot`` is used."""
    salt, digest_salt = hashlib.sha256(b"one").digest(), hashlib.sha256(b"two").digest()
    kdf = {"type": "pbkdf2", "hash": hash_name, "iterations": 1000}
    header = struct.pack(
        ">6sH32s32s32sII20s32sI40s",
        b"LUKS\xba\xbe",
        1,
        *cipher,
        hash_name.encode(),
        payload_sector,
        len(key),
        hashlib.pbkdf2_hmac(hash_name, key, digest_salt, 1000, 20),
        digest_salt,
        1000,
        UUID.encode(),
    )
    image = bytearray(payload_sector * 512)
    for number in range(8):
        at = 8 + number * 504
        state, used = (0xAC71F3, salt) if number == slot else (0xDEAD, bytes(32))
        header += struct.pack(">II32sII", state, 1000 * (number == slot), used, at, stripes)
        if number == slot and payload_sector > at:
            split_key = split(key, b"stripes", hash_name)
            area = payload(
                split_key.ljust(-(-len(split_key) // 512) * 512, b"\0"),
                512,
                derive(secret, kdf, salt, len(key)),
            )
            image[at * 512 : at * 512 + len(area)] = area
    image[: len(header)] = header
    return bytes(image) + payload(plain, 512, key)
