"""Plug-ins with one planted fault each: a sound one, with a piece of its text exchanged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MANIFEST = """
api = 1
id = "5d1ad6a1-64c1-4fb0-9cf3-4d9bd11b3f3a"
name = "acme"
title = "Acme"
summary = "For tests."
publisher = "Acme"
version = "1"
licence = "Apache-2.0"
kind = "cipher"
entry = "acme_NAME:Plugin"

[cipher]
sector_sizes = [4096, 512]
key_sizes = [32]
tag_size = TAG_SIZE
"""

_PLUGIN = """
import ctypes, hashlib, os, random, secrets, signal, sys, time
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from vmgui.api import CipherPlugin, SectorCipher, TamperedSector


class Plugin(CipherPlugin):
    def key_size(self, options):
        return 32

    def cipher(self, key, geometry, options):
        return Sectors(bytes(key), geometry.sector_size, geometry.sectors)
"""

# AES-128-XTS.
PLAIN = (
    _PLUGIN
    + """

class Sectors(SectorCipher):
    shared = {}

    def __init__(self, key, size, sectors):
        self.key, self.size, self.sectors = key, size, sectors

    def at(self, number):
        return Cipher(algorithms.AES(self.key), modes.XTS(number.to_bytes(16, "little")))

    def encrypt(self, first_sector, plain, sealed, tags):
        for at in range(0, len(plain), self.size):
            number = first_sector + at // self.size
            part = slice(at, at + self.size)
            sealed[part] = self.at(number).encryptor().update(plain[part])

    def decrypt(self, first_sector, sealed, plain, tags):
        for at in range(0, len(sealed), self.size):
            number = first_sector + at // self.size
            part = slice(at, at + self.size)
            plain[part] = self.at(number).decryptor().update(sealed[part])
"""
)

# AES-256-GCM with a random nonce: 12 bytes of nonce and 16 of tag.
TAGGED = (
    _PLUGIN
    + """

class Sectors(SectorCipher):
    def __init__(self, key, size, sectors):
        self.key, self.size, self.count = AESGCM(key), size, 0
        self.raw = key

    def nonce(self, number):
        return secrets.token_bytes(12)

    def encrypt(self, first_sector, plain, sealed, tags):
        for index in range(len(plain) // self.size):
            number = first_sector + index
            part = slice(index * self.size, (index + 1) * self.size)
            nonce, place = self.nonce(number), number.to_bytes(8, "big")
            made = self.key.encrypt(nonce, plain[part], place)
            sealed[part] = made[:-16]
            tags[index * 28 : (index + 1) * 28] = nonce + made[-16:]

    def decrypt(self, first_sector, sealed, plain, tags):
        for index in range(len(sealed) // self.size):
            number = first_sector + index
            part = slice(index * self.size, (index + 1) * self.size)
            nonce, place = tags[index * 28 : index * 28 + 12], number.to_bytes(8, "big")
            tag = tags[index * 28 + 12 : (index + 1) * 28]
            try:
                plain[part] = self.key.decrypt(bytes(nonce), bytes(sealed[part]) + tag, place)
            except InvalidTag:
                raise TamperedSector(number) from None
"""
)


@dataclass(frozen=True)
class Broken:
    """``check`` finds it and says ``words``; ``changes`` is what was exchanged, old for new."""

    name: str
    base: str
    changes: dict[str, str]
    check: str
    words: str

    def write(self, where: Path) -> Path:
        """The package's folder below ``where``."""
        text = self.base
        for old, new in self.changes.items():
            assert old in text, f"{self.name}: {old}"
            text = text.replace(old, new)
        return write(where, self.name, text)


def write(where: Path, name: str, text: str) -> Path:
    """A package with this ``__init__.py``."""
    package = name.replace("-", "_")
    folder = where / f"acme_{package}"
    folder.mkdir()
    tag_size = "28" if "self.nonce" in text or "AUTHENTICATED" in text else "0"
    manifest = MANIFEST.replace("NAME", package).replace("TAG_SIZE", tag_size)
    (folder / "plugin.toml").write_text(manifest)
    (folder / "__init__.py").write_text(text)
    return folder


_TWEAK = 'modes.XTS(number.to_bytes(16, "little"))'
_SEAL = "sealed[part] = self.at(number).encryptor().update(plain[part])"
_OPEN = "plain[part] = self.at(number).decryptor().update(sealed[part])"
_NONCE = "return secrets.token_bytes(12)"
_CAUGHT = "raise TamperedSector(number) from None"
_START = "    def encrypt(self, first_sector, plain, sealed, tags):\n"


def _plain(name: str, check: str, words: str, changes: dict[str, str]) -> Broken:
    return Broken(name, PLAIN, changes, check, words)


def _tagged(name: str, check: str, words: str, changes: dict[str, str]) -> Broken:
    return Broken(name, TAGGED, changes, check, words)


BROKEN = [
    _plain(
        "ignores-the-number", "sector-numbers", "ignores the sector number",
        {_TWEAK: "modes.XTS(bytes(16))"},
    ),
    _plain(
        "numbers-of-32-bits", "sector-numbers", "at numbers 0 and 4294967296.*or part of it",
        {_TWEAK: 'modes.XTS((number % 2**32).to_bytes(16, "little"))'},
    ),
    _plain(
        "ignores-the-place-in-the-run", "cuts", "sealed differently in one call",
        {"number = first_sector + at // self.size": "number = first_sector"},
    ),
    _plain(
        "ignores-the-key", "key", "byte 0 have the same ciphertext: it ignores the key",
        {"algorithms.AES(self.key)": "algorithms.AES(bytes(range(32)))"},
    ),
    _plain(
        "ignores-half-of-the-key", "key", "byte 16 have the same.*or that part of it",
        {"algorithms.AES(self.key)": "algorithms.AES(self.key[:16] + bytes(16))"},
    ),
    _plain(
        "ignores-the-disk", "disk", "it ignores the disk",
        {"algorithms.AES(self.key)": "algorithms.AES(self.shared.setdefault(0, self.key))"},
    ),
    _plain(
        "ecb", "structure", "in one sector, as in ECB mode",
        {_TWEAK: "modes.ECB()"},
    ),
    _plain(
        "a-key-a-sector-and-ecb", "structure", "in one sector, as in ECB mode",
        {
            _TWEAK: "modes.ECB()",
            "algorithms.AES(self.key)":
                'algorithms.AES(hashlib.sha256(self.key + number.to_bytes(8, "big")).digest())',
        },
    ),
    _plain(
        "does-not-encrypt", "structure", "it does not encrypt",
        {_SEAL: "sealed[part] = plain[part]", _OPEN: "plain[part] = sealed[part]"},
    ),
    _plain(
        "encrypts-the-start-only", "structure", "can be read in the ciphertext, at byte 256",
        {
            _SEAL: _SEAL + "\n            sealed[at + 256:at + self.size] = plain[at + 256:at + self.size]",
            _OPEN: _OPEN + "\n            plain[at + 256:at + self.size] = sealed[at + 256:at + self.size]",
        },
    ),
    _plain(
        "a-stream-cipher", "keystream", "enciphered with the same keystream",
        {_TWEAK: 'modes.CTR(number.to_bytes(8, "big") + bytes(8))'},
    ),
    _plain(
        "a-plain-iv", "predictable-iv", "the IV is the sector number itself",
        {_TWEAK: 'modes.CBC(number.to_bytes(16, "little"))'},
    ),
    _plain(
        "chains-sectors", "cuts", "sealed differently in one call",
        {
            "range(0, len(plain), self.size)": "range(0, 1)",
            "range(0, len(sealed), self.size)": "range(0, 1)",
            "slice(at, at + self.size)": "slice(None)",
        },
    ),
    _plain(
        "chains-sectors-in-cbc", "flipped-bit", "spoils another sector",
        {
            _TWEAK: 'modes.CBC(number.to_bytes(16, "little"))',
            "range(0, len(plain), self.size)": "range(0, 1)",
            "range(0, len(sealed), self.size)": "range(0, 1)",
            "slice(at, at + self.size)": "slice(None)",
        },
    ),
    _plain(
        "writes-past-its-buffer", "buffers", "encrypt writes outside its buffer.*sealed",
        {
            _SEAL: _SEAL + "\n        start = ctypes.addressof(ctypes.c_char.from_buffer(sealed))"
            "\n        ctypes.memset(start + len(sealed), 0, 1)"
        },
    ),
    _plain(
        "trusts-the-length", "wrong-sizes", "decrypt writes outside its buffers when the output is a s",
        {
            _OPEN: "start = ctypes.addressof(ctypes.c_char.from_buffer(plain))"
            "\n            text = self.at(number).decryptor().update(sealed[part])"
            "\n            ctypes.memmove(start + at, text, len(text))"
        },
    ),
    _plain(
        "writes-into-its-input", "buffers", "encrypt changes its input: it wrote into “plain”",
        {_SEAL: _SEAL + "\n        plain[0] ^= 1"},
    ),
    _plain(
        "wipes-the-key", "buffers", "changed the key's buffer",
        {
            "return Sectors(bytes(key), geometry.sector_size, geometry.sectors)":
            "made = Sectors(bytes(key), geometry.sector_size, geometry.sectors)"
            "\n        key[:] = bytes(len(key))\n        return made"
        },
    ),
    _plain(
        "keeps-a-buffer", "buffers", "encrypt keeps the buffer “plain”",
        {_SEAL: _SEAL + "\n        self.last = plain"},
    ),
    _plain(
        "reads-its-output", "buffers", "decrypt writes depends on what its output held",
        {_OPEN: _OPEN + "\n            plain[part] = bytes(a for a in plain[part])"
            "\n        plain[-1] = plain[-1] ^ self.before",
         "    def decrypt(self, first_sector, sealed, plain, tags):\n":
            "    def decrypt(self, first_sector, sealed, plain, tags):\n        self.before = plain[-1]\n"},
    ),
    _plain(
        "a-short-ciphertext", "buffers", "encrypt leaves byte 496 of its output|byte 4080",
        {_SEAL: "made = self.at(number).encryptor().update(plain[part])"
            "\n            sealed[at : at + self.size - 16] = made[:-16]"},
    ),
    _plain(
        "a-long-ciphertext", "round-trip", "raised ValueError.*asked to encrypt sector 0",
        {_SEAL: "sealed[part] = self.at(number).encryptor().update(plain[part]) + bytes(16)"},
    ),
    _plain(
        "another-key-size", "manifest", r"gives 48, but the manifest's cipher.key_sizes says \[32\]",
        {"return 32": "return 48"},
    ),
    _plain(
        "keeps-state", "state", "keeps state between calls",
        {_TWEAK: 'modes.XTS(self.twist(number).to_bytes(16, "little"))',
         _START: "    def twist(self, number):\n        self.seen = number | getattr(self, 'seen', 0)\n"
            "        return number | (self.seen >> 30 << 40)\n\n" + _START},
    ),
    _plain(
        "remembers-what-it-wrote", "state", "older version of a sector",
        {_SEAL: _SEAL + "\n            self.shared[self.key, number] = bytes(plain[part])",
         _OPEN: _OPEN + "\n            plain[part] = self.shared.get((self.key, number), plain[part])"},
    ),
    _plain(
        "fails-on-the-last-sector", "last-sector", "end of a disk of 1 sectors fails.*IndexError",
        {_SEAL: _SEAL + "\n            if number == self.sectors - 1: raise IndexError('none left')"},
    ),
    _plain(
        "tells-its-key", "secrets", "gives away the key: when .*, in hexadecimal",
        {_START: _START + "        if len(plain) != len(sealed): raise ValueError(self.key.hex())\n"},
    ),
    _plain(
        "tells-its-key-in-a-cause", "secrets", "gives away the key: when .*, as bytes",
        {_START: _START + "        if len(plain) != len(sealed):\n            try:\n"
            "                raise KeyError(self.key)\n            except KeyError:\n"
            "                raise ValueError('sizes')\n"},
    ),
    _plain(
        "shows-its-key", "secrets", r"repr\(\) of the cipher shows it, as bytes",
        {_START: "    def __repr__(self):\n        return f'Sectors({self.key})'\n\n" + _START},
    ),
    _plain(
        "one-for-all-threads", "threads", "It is not thread-safe",
        {"number = first_sector + at // self.size": "self.number = first_sector + at // self.size",
         "self.at(number)": "self.at(self.number)"},
    ),
    _plain(
        "closes-the-others", "close", "Closing one cipher disturbs another|raised KeyError",
        {"algorithms.AES(self.key)": "algorithms.AES(self.shared[self.key])",
         "self.key, self.size, self.sectors = key, size, sectors":
            "self.key, self.size, self.sectors = key, size, sectors\n        self.shared[key] = key",
         _START: "    def close(self):\n        self.shared.clear()\n\n" + _START},
    ),
    _tagged(
        "checks-no-tag", "tampering", "is not noticed: the tag is not checked",
        {"plain[part] = self.key.decrypt(bytes(nonce), bytes(sealed[part]) + tag, place)":
            "plain[part] = Cipher(algorithms.AES(self.raw), modes.CTR(bytes(nonce) + b'\\0\\0\\0\\2'))"
            ".decryptor().update(sealed[part])"},
    ),
    _tagged(
        "claims-to-authenticate", "tampering", "is not noticed: the tag is not checked",
        {"made = self.key.encrypt(nonce, plain[part], place)":
            "made = Cipher(algorithms.AES(self.raw), modes.XTS(place + bytes(8)))"
            ".encryptor().update(plain[part]) + bytes(16)",
         "plain[part] = self.key.decrypt(bytes(nonce), bytes(sealed[part]) + tag, place)":
            "plain[part] = Cipher(algorithms.AES(self.raw), modes.XTS(place + bytes(8)))"
            ".decryptor().update(sealed[part])"},
    ),
    _tagged(
        "checks-half-of-the-tag", "tampering", "A flipped bit in byte 20 of the tag",
        {"made = self.key.encrypt(nonce, plain[part], place)":
            "made = Cipher(algorithms.AES(self.raw), modes.CTR(nonce + bytes(4)))"
            ".encryptor().update(plain[part])\n            made += hashlib.sha256("
            "self.raw + nonce + place + made).digest()[:16]",
         "plain[part] = self.key.decrypt(bytes(nonce), bytes(sealed[part]) + tag, place)":
            "good = hashlib.sha256(self.raw + nonce + place + sealed[part]).digest()[:16]\n"
            "                if good[:8] != tag[:8]: raise InvalidTag\n"
            "                plain[part] = Cipher(algorithms.AES(self.raw), modes.CTR(bytes(nonce) + "
            "bytes(4))).decryptor().update(sealed[part])"},
    ),
    _tagged(
        "names-the-first-sector", "tampering", "TamperedSector names sector 4294967294 instead",
        {_CAUGHT: "raise TamperedSector(first_sector) from None"},
    ),
    _tagged(
        "raises-its-own-exception", "tampering", "raised InvalidTag.*asked to decrypt",
        {_CAUGHT: "raise"},
    ),
    _tagged(
        "lets-sectors-move", "sector-numbers", "Sector 0 is accepted at the place of sector 1",
        {'number.to_bytes(8, "big")': "b''"},
    ),
    _tagged(
        "one-nonce-a-sector", "nonces", "reuses a nonce.*written again and again",
        {_NONCE: 'return number.to_bytes(12, "big")'},
    ),
    _tagged(
        "ends-its-tags-with-the-number", "nonces", "last 8 bytes of a tag came twice",
        {_NONCE: 'return secrets.token_bytes(4) + number.to_bytes(8, "big")',
         "nonce + made[-16:]": "made[-16:] + nonce",
         "tags[index * 28 : index * 28 + 12]": "tags[index * 28 + 16 : (index + 1) * 28]",
         "tags[index * 28 + 12 : (index + 1) * 28]": "tags[index * 28 : index * 28 + 16]"},
    ),
    _tagged(
        "counts-nonces-from-zero", "nonces", "reuses a nonce.*two ciphers with the same key",
        {_NONCE: 'self.count += 1\n        return self.count.to_bytes(12, "big")'},
    ),
    _tagged(
        "counts-nonces-without-a-lock", "nonces", "reuses a nonce.*in several threads",
        {_NONCE: 'count = self.count\n'
            '        self.count = count + 1\n        return self.salt + count.to_bytes(4, "big")',
         "self.raw = key": "self.raw = key\n        self.salt = secrets.token_bytes(8)"},
    ),
]  # fmt: skip
# Those that only another process shows.
RESTARTED = [
    _plain(
        "depends-on-its-process", "restart", "comes back wrong in another one",
        {_TWEAK: 'modes.XTS((number + hash("salt") % 2**60).to_bytes(16, "little"))'},
    ),
    _tagged(
        "seeds-its-nonces", "nonces", "reuses a nonce.*in another process",
        {_NONCE: "return DICE.randbytes(12)",
         "class Sectors": "DICE = random.Random(1)\n\n\nclass Sectors"},
    ),
]  # fmt: skip
