"""A manifest is data from a stranger: everything that is wrong in it is named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vmgui.api import Manifest, ManifestError

GOOD = b"""
api = 1
id = "0f9168c5-ceb2-4faa-b6bf-329bf39fa1e4"
name = "acme-cipher"
title = "Acme"
summary = "A cipher."
publisher = "Acme Ltd"
version = "1.0"
licence = "MIT"
kind = "cipher"
entry = "acme_cipher:Acme"
[cipher]
sector_sizes = [4096]
key_sizes = [32]
[options.rounds]
title = "Rounds"
default = 20
choices = [8, 20]
[options.fast]
title = "Fast"
default = false
[options.mode]
title = "Mode"
default = "a"
choices = ["a", "b"]
"""


def test_a_good_one():
    manifest = Manifest.parse(GOOD)
    assert manifest.name == "acme-cipher"
    assert manifest.cipher.authenticated is False
    assert manifest.options_with({}) == {"rounds": 20, "fast": False, "mode": "a"}
    assert manifest.options_with({"rounds": 8})["rounds"] == 8


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"api = 1", b"api = 2", "version 2 of the VM Encryption API"),
        (b"api = 1", b"", "version None"),
        (b"api = 1", b"api = 1\nextra = 1", "extra"),
        (b'id = "0f9168c5', b'id = "nonsense', "id"),
        (b"0f9168c5-ceb2-4faa-b6bf-329bf39fa1e4", b"00000000-0000-0000-0000-000000000000", "id"),
        (b"acme-cipher", b"Acme Cipher", "name"),
        (b"acme-cipher", b"acme--cipher", "name"),
        (b'kind = "cipher"', b'kind = "toaster"', "kind"),
        (b"acme_cipher:Acme", b"acme_cipher", "entry"),
        (b"acme_cipher:Acme", b"os:system;x", "entry"),
        (b'summary = "A cipher."', b'summary = ""', "summary"),
        (b"[4096]", b"[4096, 1024]", "sector_sizes"),
        (b"[4096]", b"[]", "sector_sizes"),
        (b"key_sizes = [32]", b"key_sizes = []", "key_sizes"),
        (b"key_sizes = [32]", b"key_sizes = [0]", "key_sizes"),
        (b"key_sizes = [32]", b"key_sizes = [32]\ntag_size = -1", "tag_size"),
        (b"key_sizes = [32]", b"key_sizes = [32]\ntag_size = 1.5", "tag_size"),
        (b"default = 20", b"default = 21", "rounds"),
        (b"default = false", b"default = []", "default"),
        (b"[cipher]", b"[cypher]", "cypher"),
        (b"api = 1", b"api = [", "not valid TOML"),
        (b"api = 1", b"\xff", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named(old, new, words):
    assert old in GOOD
    with pytest.raises(ManifestError, match=words):
        Manifest.parse(GOOD.replace(old, new, 1))


@given(st.binary())
@settings(max_examples=200)
def test_any_bytes_are_refused_in_words(text):
    with pytest.raises(ManifestError):
        Manifest.parse(text)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [("rounds", "8", 8), ("fast", "true", True), ("fast", "no", False), ("mode", "b", "b")],
)
def test_options_as_people_type_them(key, text, value):
    assert Manifest.parse(GOOD).parse_option(key, text) == value


@pytest.mark.parametrize(
    ("key", "text"),
    [("rounds", "9"), ("rounds", "x"), ("rounds", "²"), ("fast", "1"), ("mode", "c"), ("x", "1")],
)
def test_options_that_can_not_be(key, text):
    with pytest.raises(ManifestError, match=key):
        Manifest.parse(GOOD).parse_option(key, text)


def test_a_boolean_is_no_integer():
    with pytest.raises(ManifestError, match="rounds"):
        Manifest.parse(GOOD).options_with({"rounds": True})
