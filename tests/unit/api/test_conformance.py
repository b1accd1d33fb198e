"""The conformance kit passes sound plug-ins, and names what is wrong with the others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.broken_plugins import BROKEN, PLAIN, TAGGED, write
from vmgui.api.conformance import CHECKS, run_checks

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
