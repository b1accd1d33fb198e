"""A key is recognised in every form in which it gets into texts, and nothing else is."""

from __future__ import annotations

import base64
import random
import traceback
from dataclasses import dataclass

import pytest

from vmgui.api.conformance.leaks import shows

KEY = random.Random(5).randbytes(32)


@dataclass
class Shown:
    key: object


@pytest.mark.parametrize(
    "text",
    [
        KEY.hex(),
        KEY.hex().upper(),
        KEY.hex(":"),
        KEY[::-1].hex(),
        " ".join(f"0x{byte:02x}" for byte in KEY),
        repr(KEY),
        repr(bytearray(KEY)),
        repr(KEY[3:20]),
        repr(Shown(KEY)),
        str(list(KEY)),
        f"({', '.join(map(str, KEY[8:24]))})",
        base64.b64encode(KEY).decode(),
        base64.urlsafe_b64encode(b"x" + KEY).decode(),
        base64.b64encode(b"xy" + KEY).decode(),
        str(int.from_bytes(KEY, "big")),
        str(int.from_bytes(KEY, "little")),
        hex(int.from_bytes(KEY, "big")),
        KEY.decode("latin-1"),
        f"the key {KEY[:8].hex()}… is wrong",
    ],
)
def test_forms(text):
    assert shows(f"ValueError: {text}!", KEY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The key must have 64 bytes, not 32.",
        random.Random(6).randbytes(64).hex(),
        str(list(random.Random(6).randbytes(64))),
        "<acme.Sectors object at 0x7f5ecfe845e0>",
        "".join(traceback.format_stack()),
    ],
)
def test_other_texts(text):
    assert not shows(text, KEY)
