"""Reads a vmgui disk; written from docs/format.md alone, shares no code with vmgui."""

import argparse
import base64
import hashlib
import hmac
import json
import os
import re
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MIB = 1 << 20
COPY_SIZE = 65536
COPIES = ((0, b"\x93VMGUI\r\n"), (524288, b"\x93IUGMV\r\n"))
AES_XTS = uuid.UUID("f05d8c0d-1633-4b71-98de-e201c9226e54").bytes
UNENCRYPTED = uuid.UUID("722b3980-d887-4f2b-9e42-ead06939b5db").bytes
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


@dataclass(frozen=True)
class Header:
    """What one valid copy says."""

    active: bool
    encryption_id: bytes
    disk_id: bytes
    generation: int
    mac: bytes
    signed: bytes  # what the MAC covers
    fields: dict[str, Any]


def check(condition: bool, sentence: str) -> None:
    if not condition:
        raise ValueError(sentence)


def number(copy: bytes, offset: int, size: int) -> int:
    return int.from_bytes(copy[offset : offset + size], "big")


def is_int(value: object, low: int, high: int) -> bool:
    return type(value) is int and low <= value <= high


def is_base64(value: object, size: int) -> bool:
    if not isinstance(value, str) or not value.isascii():
        return False
    try:
        raw = base64.b64decode(value, validate=True)
    except ValueError:
        return False
    return len(raw) == size and base64.b64encode(raw).decode() == value


def canonical(value: object) -> bytes:
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode("utf-8")


def check_keys(value: object, names: str) -> None:
    good = isinstance(value, dict) and set(value) == set(names.split())
    check(good, f"An object of the header does not have exactly the fields {names}.")


def check_time(value: object) -> None:
    good = isinstance(value, str) and TIME.fullmatch(value) is not None
    check(good, "A time in the header is malformed.")


def check_slot(slot: dict[str, Any]) -> None:
    check_keys(slot, "created id kdf kind wrap")
    check_keys(slot["kdf"], "lanes memory passes salt type")
    check_keys(slot["wrap"], "nonce sealed type")
    check_time(slot["created"])
    kdf, wrap = slot["kdf"], slot["wrap"]
    check(is_int(slot["id"], 0, 31), "The id of a key slot is out of range.")
    check(slot["kind"] in ("passphrase", "key-file", "recovery"), "A key slot's kind is unknown.")
    check(kdf["type"] == "argon2id" and is_base64(kdf["salt"], 32), "A key slot's kdf is wrong.")
    check(is_int(kdf["lanes"], 1, 64), "The lanes of a key slot are out of range.")
    check(is_int(kdf["passes"], 1, 1000), "The passes of a key slot are out of range.")
    check(is_int(kdf["memory"], 65536, 4 * MIB), "The memory of a key slot is out of range.")
    check(kdf["passes"] * kdf["memory"] >= 3 * 65536, "A key slot is too cheap to guess.")
    sealed_well = is_base64(wrap["nonce"], 12) and is_base64(wrap["sealed"], 48)
    check(wrap["type"] == "aes-256-gcm" and sealed_well, "The wrap of a key slot is wrong.")


def parse_json(area: bytes) -> dict[str, Any]:
    """Section 4."""
    try:
        fields = json.loads(area.decode("utf-8"))
        same = canonical(fields) == area
    except (ValueError, RecursionError) as error:
        raise ValueError("The JSON area is not JSON.") from error
    check(same and isinstance(fields, dict), "The JSON area is not a canonical JSON object.")
    check(isinstance(fields.get("requires"), list), "The header has no list of features.")
    check(fields["requires"] == [], f"The disk needs unknown features: {fields['requires']}.")
    check_keys(fields, "cipher created discard key_slots requires segments size")
    cipher, slots, segments = fields["cipher"], fields["key_slots"], fields["segments"]
    check_keys(cipher, "key_size options plugin sector_size tag_size")
    check(is_int(cipher["key_size"], 0, 1024), "The key size is out of range.")
    check(isinstance(cipher["options"], dict), "The options of the cipher are no object.")
    plain = all(type(value) in (int, bool, str) for value in cipher["options"].values())
    check(plain, "An option of the cipher is neither integer nor boolean nor string.")
    check(isinstance(cipher["plugin"], str), "The name of the plug-in is no text.")
    check(is_int(cipher["sector_size"], 512, 4096), "The sector size is out of range.")
    check(cipher["sector_size"] in (512, 4096), "The sector size is neither 512 nor 4096.")
    check(is_int(cipher["tag_size"], 0, 0), "Tags are not supported in version 1.")
    check_time(fields["created"])
    check(fields["discard"] in ("allow", "ignore"), "The discard rule is unknown.")
    check(isinstance(slots, list) and len(slots) <= 32, "The key slots are no list of 0 to 32.")
    for slot in slots:
        check_slot(slot)
    ids = [slot["id"] for slot in slots]
    check(ids == sorted(set(ids)), "The key slots are not in ascending order.")
    check(isinstance(segments, list) and len(segments) == 1, "There is not exactly one segment.")
    segment = segments[0]
    check_keys(segment, "first_sector offset sectors type")
    check(segment["type"] == "linear" and is_int(segment["first_sector"], 0, 0), "A bad segment.")
    check(is_int(segment["offset"], MIB, MIB), "The data area is not at 1 MiB.")
    check(is_int(segment["sectors"], 1, 1 << 53), "The number of sectors is out of range.")
    size = segment["sectors"] * cipher["sector_size"]
    check(is_int(fields["size"], size, size), "The size does not fit the number of sectors.")
    checked: dict[str, Any] = fields
    return checked


def parse_copy(copy: bytes, offset: int, magic: bytes) -> Header:
    """Section 2: the copy if it is valid."""
    check(len(copy) == COPY_SIZE and copy[:8] == magic, "There is no vmgui header.")
    digest = hashlib.sha256(copy[:480] + bytes(32) + copy[512:]).digest()
    check(digest == copy[480:512], "The checksum of the header is wrong.")
    check(number(copy, 8, 4) == 1, "The format version is not 1.")
    flags, length = number(copy, 12, 4), number(copy, 68, 4)
    check(flags in (0, 1), "The header has unknown flags.")
    check(number(copy, 56, 8) == offset, "The header is not where it belongs.")
    check(number(copy, 64, 4) == COPY_SIZE and 1 <= length <= 65024, "A header size is wrong.")
    check(not any(copy[72:448]) and not any(copy[512 + length :]), "The padding is not zero.")
    area = copy[512 : 512 + length]
    first = COPIES[0][1] + copy[8:56] + bytes(8) + copy[64:448]  # as in the first copy
    header = Header(
        active=flags == 1,
        encryption_id=copy[16:32],
        disk_id=copy[32:48],
        generation=number(copy, 48, 8),
        mac=copy[448:480],
        signed=first + area,
        fields=parse_json(area),
    )
    key_size, slots = header.fields["cipher"]["key_size"], header.fields["key_slots"]
    if header.active:
        good = bool(slots) and key_size > 0 and header.encryption_id != UNENCRYPTED
    else:
        nothing = not slots and key_size == 0 and not any(header.mac)
        good = nothing and header.encryption_id == UNENCRYPTED
    check(good, "The header is neither of an encrypted nor of an unencrypted disk.")
    return header


def read_header(start: bytes) -> Header:
    found: list[Header] = []
    problems: list[str] = []
    for offset, magic in COPIES:
        try:
            found.append(parse_copy(start[offset : offset + COPY_SIZE], offset, magic))
        except ValueError as error:
            problems.append(str(error))
    check(bool(found), "No copy of the header is valid: " + " ".join(problems))
    return max(found, key=lambda header: header.generation)  # the first one, if equal


def derive(volume_key: bytes, size: int, *info: bytes) -> bytes:
    return HKDF(SHA256(), size, salt=None, info=b"\0".join(info)).derive(volume_key)


def unlock(header: Header, secret: bytes) -> bytes:
    """Section 5: the volume key."""
    memory_limit = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    for slot in header.fields["key_slots"]:
        kdf, wrap = slot["kdf"], slot["wrap"]
        if slot["kind"] == "recovery" and len(secret.split(b" ")) != 24:
            continue
        check(kdf["memory"] * 1024 <= memory_limit, "A key slot needs more memory than allowed.")
        salt = base64.b64decode(kdf["salt"])
        key = Argon2id(
            salt=salt,
            length=32,
            iterations=kdf["passes"],
            lanes=kdf["lanes"],
            memory_cost=kdf["memory"],
        ).derive(secret)
        place = header.disk_id + slot["id"].to_bytes(4, "big")
        bound = b"vmgui key slot\0" + place + slot["kind"].encode() + b"\0" + canonical(kdf)
        nonce, sealed = base64.b64decode(wrap["nonce"]), base64.b64decode(wrap["sealed"])
        try:
            return AESGCM(key).decrypt(nonce, sealed, bound)
        except InvalidTag:
            continue
    raise ValueError("The secret opens no key slot.")


def data_key(header: Header, secret: bytes) -> bytes:
    """Section 3: the plug-in's key, after the check of the MAC."""
    volume_key = unlock(header, secret)
    mac_key = derive(volume_key, 32, b"vmgui header", header.disk_id)
    mac = hmac.digest(mac_key, header.signed, "sha256")
    check(hmac.compare_digest(mac, header.mac), "The MAC of the header is wrong.")
    cipher = header.fields["cipher"]
    check(header.encryption_id == AES_XTS, "The disk's plug-in is unknown to this reader.")
    bits = cipher["options"].get("key_bits")
    known = set(cipher["options"]) == {"key_bits"} and type(bits) is int and bits in (128, 256)
    check(known and cipher["key_size"] == bits // 4, "The options of aes-xts are wrong.")
    info = (b"vmgui cipher", header.encryption_id, header.disk_id)
    return derive(volume_key, cipher["key_size"], *info)


def read_sectors(file: BinaryIO, header: Header, key: bytes) -> bytes:
    """Section 6; without a key the sectors are as they are."""
    sector_size = header.fields["cipher"]["sector_size"]
    segment, skip_zeros = header.fields["segments"][0], header.fields["discard"] == "allow"
    zeros = bytes(sector_size)
    out = bytearray()
    file.seek(segment["offset"])
    for sector in range(segment["sectors"]):
        stored = file.read(sector_size)
        check(len(stored) == sector_size, "The disk is cut short.")
        if key and not (skip_zeros and stored == zeros):
            tweak = modes.XTS(sector.to_bytes(16, "little"))
            decryptor = Cipher(algorithms.AES(key), tweak).decryptor()
            stored = decryptor.update(stored) + decryptor.finalize()
        out += stored
    return bytes(out)


def read_disk(path: Path, secret: bytes) -> bytes:
    """The whole plain content of the disk; the secret of an unencrypted one is ignored."""
    with path.open("rb") as file:
        header = read_header(file.read(MIB))
        end = header.fields["segments"][0]["offset"] + header.fields["size"]
        check(os.fstat(file.fileno()).st_size >= end, "The disk is cut short.")
        return read_sectors(file, header, data_key(header, secret) if header.active else b"")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("disk", type=Path)
    parser.add_argument("--secret-file", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    args = parser.parse_args()
    try:
        secret = args.secret_file.read_bytes() if args.secret_file else b""
        args.output.write_bytes(read_disk(args.disk, secret))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
