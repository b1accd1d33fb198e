"""The conformance kit passes sound plug-ins, and names what is wrong with the others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.broken_plugins import BROKEN, PLAIN, TAGGED, write
from vmgui.api.conformance import CHECKS, Subject, run_checks

ROOT = Path(__file__).parents[3]
# These start another process.
ALONE = [name for name in CHECKS if name not in ("restart", "nonces")]


def results(folder: Path, names=ALONE) -> dict:
    return {result.check: result for result in run_checks(folder, names)}


@pytest.mark.parametrize("base", [PLAIN, TAGGED], ids=["plain", "tagged"])
def test_the_sound_ones_pass(tmp_path, base):
    found = results(write(tmp_path, "sound", base))
    assert {result.outcome for result in found.values()} <= {"passed", "not-applicable"}, found


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_a_broken_one_is_caught_with_its_fault(tmp_path, broken):
    result = results(broken.write(tmp_path), [broken.check])[broken.check]
    assert result.outcome == "failed"
    assert re.search(broken.words, result.fault), result.fault
    assert result.fault.endswith("."), result.fault


_OPTIONS = """
[options.bits]
title = "Bits"
default = 256
choices = [128, 256]

[options.fast]
title = "Fast"
default = false
"""


def with_options(where: Path, code: str, key_sizes: str = "[32]") -> Path:
    folder = write(where, "options", PLAIN.replace("return 32", code))
    manifest = folder / "plugin.toml"
    text = manifest.read_text().replace("[32]", key_sizes)
    manifest.write_text(text + _OPTIONS)
    return folder


def test_every_combination_of_options_is_used(tmp_path):
    folder = with_options(tmp_path, 'return options["bits"] // 4', "[32, 64]")
    found = [(s.sector_size, *s.options.values(), s.key_size) for s in Subject(folder).settings]
    assert found == [
        (size, bits, fast, bits // 4)
        for size in (4096, 512)
        for bits in (256, 128)
        for fast in (False, True)
    ]
    assert results(folder, ["manifest", "round-trip", "key"])["key"].outcome == "passed"


@pytest.mark.parametrize(
    ("code", "key_sizes", "words"),
    [
        ('return options["bits"] // 4', "[64]", "gives 32, but the manifest's cipher.key_sizes"),
        ("return 32", "[32, 64]", "offers keys of 64 bytes, but with no options"),
        ("raise KeyError('bits')", "[32]", "It raised KeyError.*when asked for key_size"),
    ],
)
def test_key_sizes_hold_for_all_options(tmp_path, code, key_sizes, words):
    result = results(with_options(tmp_path, code, key_sizes), ["manifest"])["manifest"]
    assert result.outcome == "failed"
    assert re.search(words, result.fault), result.fault


def refusing(where: Path, name: str, when: str) -> Path:
    code = (
        f"cipher(self, key, geometry, options):\n        if {when}: raise ValueError('Not this.')"
    )
    text = PLAIN.replace("cipher(self, key, geometry, options):", code)
    return write(where, name, text)


def test_a_combination_may_be_refused_but_not_what_the_manifest_offers(tmp_path):
    result = results(refusing(tmp_path, "small", "geometry.sector_size == 512"), ["manifest"])
    assert "offers sectors of 512 bytes, but the class refuses" in result["manifest"].fault
    result = results(refusing(tmp_path, "all", "True"), ["manifest", "key"])
    assert "“Not this.”" in result["manifest"].fault
    assert result["key"].outcome == "not-run"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("import nonsense_that_is_nowhere\n", "raised ModuleNotFoundError"),
        ("raise SystemExit(1)\n", "raised SystemExit"),
        ("def Plugin(): return 3\n", "makes a int, not a CipherPlugin"),
        (PLAIN.replace("return Sectors(", "return list("), "raised TypeError|gives a list"),
        (PLAIN.replace("return Sectors", "Sectors"), "gives a NoneType, not a SectorCipher"),
    ],
)  # fmt: skip
def test_what_can_not_be_started_is_said(tmp_path, text, words):
    result = results(write(tmp_path, "unusable", text), ["manifest"])["manifest"]
    assert result.outcome == "failed"
    assert re.search(words, result.fault), result.fault


def test_a_fault_says_where_it_happened(tmp_path):
    text = PLAIN.replace("            sealed[part]", "            0 / 0\n            sealed[part]")
    result = results(write(tmp_path, "where", text), ["round-trip"])["round-trip"]
    line = 1 + text.splitlines().index("            0 / 0")
    assert f"acme_where/__init__.py, line {line} (encrypt)" in result.look
