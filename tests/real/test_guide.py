"""docs/writing-a-plugin.md does what it says: its commands, pasted into one shell."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.real.fresh import make_environment, pip

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/writing-a-plugin.md").read_text()
COMMANDS = re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
EXAMPLE = ROOT / "examples/sm4-cbc"


@pytest.fixture(scope="module")
def environment(tmp_path_factory) -> Path:
    """vmgui and pytest, nothing of the guide's."""
    folder = make_environment(tmp_path_factory.mktemp("fresh") / "venv")
    pip(folder, f"pytest=={pytest.__version__}")
    return folder


def test_a_reader_who_pastes_everything_gets_a_disk(environment, home):
    work = home / "w"
    work.mkdir()
    done = subprocess.run(
        ["sh", "-eu", "-c", "\n".join(COMMANDS)],
        cwd=work,
        env={**os.environ, "PATH": f"{environment}/bin:{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    text = " ".join(done.stdout.split())
    reports = re.findall(r"(\d+) checks passed, (\d+) failed, 0 not run", text)
    assert [failed == "0" for _, failed in reports] == [True, True, False]
    assert "The exit status is 1." in text
    assert "not approved" in text.lower()
    assert "sm4-cbc is approved." in text
    assert "read 1048576/1048576 bytes" in text
    assert "Pattern verification failed" not in text
    assert "Nothing of it can be read in the file." in text
    assert re.search(r"\d+ passed in", text)
    assert not (work / "data.sock").exists()

    # The report that the guide shows is the real one.
    shown = re.search(r"^```\n(  FAILED  sector-numbers.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert shown is not None
    assert " ".join(shown[1].split()) in text


def test_the_guides_cipher_is_the_examples():
    (written,) = re.findall(r"__init__.py <<'EOF'\n(.*?)^EOF$", GUIDE, re.MULTILINE | re.DOTALL)
    assert written == (EXAMPLE / "sm4_cbc/__init__.py").read_text()
    manifest = tomllib.loads((EXAMPLE / "sm4_cbc/plugin.toml").read_text())
    assert manifest["cipher"]["key_sizes"] == [32]
