"""Reads a vmgui disk; written from docs/format.md alone, shares no code with vmgui.

python tests/independent_reader.py DISK --secret-file F --output OUT
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import hmac
import json
import os
import struct
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

COPY = 65536
MAGICS = {0: b"\x93VMGUI\r\n", 524288: b"\x93IUGMV\r\n"}
AES_XTS = bytes.fromhex("f05d8c0d16334b7198dee201c9226e54")
UNENCRYPTED = bytes.fromhex("722b3980d8874f2b9e42ead06939b5db")


class Header:
    """One valid copy (section 2). Raises ValueError where it is not valid."""

    def __init__(self, copy: bytes, offset: int) -> None:
        if len(copy) != COPY or copy[:8] != MAGICS[offset]:
            raise ValueError("no magic")
        if hashlib.sha256(copy[:480] + bytes(32) + copy[512:]).digest() != copy[480:512]:
            raise ValueError("the checksum does not match")
        version, flags = struct.unpack(">II", copy[8:16])
        self.generation, own_offset = struct.unpack(">QQ", copy[48:64])
        size, length = struct.unpack(">II", copy[64:72])
        if version != 1 or flags not in (0, 1) or own_offset != offset or size != COPY:
            raise ValueError("version, flags, offset or size")
        if not 1 <= length <= 65024 or any(copy[72:448]) or any(copy[512 + length :]):
            raise ValueError("lengths or zeros")
        self.encrypted = flags == 1
        self.encryption_id, self.disk = copy[16:32], copy[32:48]
        self.mac, self.text = copy[448:480], copy[512 : 512 + length]
        self.signed = MAGICS[0] + copy[8:56] + bytes(8) + copy[64:448] + self.text
        self.json: dict[str, Any] = json.loads(self.text)
        if self.json.get("requires") != []:
            raise ValueError(f"needs {self.json.get('requires')}")
        if canonical(self.json) != self.text:
            raise ValueError("not canonical")


def canonical(value: Any) -> bytes:
    """Section 4."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def best_header(start: bytes) -> Header:
    """Section 2, reading: of two valid copies the one with the higher generation."""
    found: list[Header] = []
    problems = []
    for offset in MAGICS:
        try:
            found.append(Header(start[offset : offset + COPY], offset))
        except ValueError as error:
            problems.append(str(error))
    if not found:
        raise ValueError(f"There is no valid header: {'; '.join(problems)}.")
    return max(found, key=lambda header: header.generation)


def derive(volume_key: bytes, info: bytes, size: int) -> bytes:
    """Section 3."""
    return HKDF(SHA256(), size, salt=None, info=info).derive(volume_key)


def unlock(header: Header, secret: bytes) -> bytes:
    """Sections 5 and 3: the volume key, the MAC being right."""
    for slot in header.json["key_slots"]:
        kdf = slot["kdf"]
        if not 65536 <= kdf["memory"] <= 4 << 20 or kdf["passes"] * kdf["memory"] < 3 * 65536:
            raise ValueError("A key slot is outside the limits.")
        key = Argon2id(
            salt=base64.b64decode(kdf["salt"], validate=True),
            length=32,
            iterations=kdf["passes"],
            lanes=kdf["lanes"],
            memory_cost=kdf["memory"],
        ).derive(secret)
        associated = b"vmgui key slot\0" + header.disk + struct.pack(">I", slot["id"])
        associated += slot["kind"].encode() + b"\0" + canonical(kdf)
        nonce, sealed = (base64.b64decode(slot["wrap"][name]) for name in ("nonce", "sealed"))
        try:
            volume_key = AESGCM(key).decrypt(nonce, sealed, associated)
        except InvalidTag:
            continue
        mac_key = derive(volume_key, b"vmgui header\0" + header.disk, 32)
        if not hmac.compare_digest(hmac.digest(mac_key, header.signed, "sha256"), header.mac):
            raise ValueError("The header is forged.")
        return volume_key
    raise ValueError("The secret opens no key slot.")


def read_disk(path: Path, secret: bytes) -> bytes:
    """The whole plain content of a disk."""
    content = path.read_bytes()
    header = best_header(content[: 1 << 20])
    body, cipher = header.json, header.json["cipher"]
    (segment,) = body["segments"]
    size: int = cipher["sector_size"]
    stored = content[segment["offset"] : segment["offset"] + segment["sectors"] * size]
    if len(stored) != body["size"]:
        raise ValueError("The file is cut short.")
    if not header.encrypted:
        if header.encryption_id != UNENCRYPTED or body["key_slots"] or cipher["key_size"]:
            raise ValueError("The header contradicts itself.")
        return stored
    if header.encryption_id != AES_XTS:
        raise ValueError("Only aes-xts is read here.")
    info = b"vmgui cipher\0" + header.encryption_id + b"\0" + header.disk
    key = algorithms.AES(derive(unlock(header, secret), info, cipher["key_size"]))
    plain = []
    for number in range(segment["sectors"]):
        sector = stored[number * size : (number + 1) * size]
        if body["discard"] == "ignore" or any(sector):
            tweak = number.to_bytes(16, "little")
            sector = Cipher(key, modes.XTS(tweak)).decryptor().update(sector)
        plain.append(sector)
    return b"".join(plain)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Read a vmgui disk.")
    parser.add_argument("disk", type=Path)
    parser.add_argument("--secret-file", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    given = parser.parse_args()
    secret = given.secret_file.read_bytes() if given.secret_file else b""
    fd = os.open(given.output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(fd, "wb") as output:
        output.write(read_disk(given.disk, secret))


if __name__ == "__main__":
    main()
