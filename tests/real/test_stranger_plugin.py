"""A stranger's plug-in: a package of its own, installed with pip into a fresh environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.real.cli import vmgui
from tests.real.fresh import make_environment, pip

ROOT = Path(__file__).parents[2]
SECRET = b"correct horse"


@pytest.fixture(scope="module")
def environment(tmp_path_factory) -> Path:
    """A new virtual environment with vmgui (not editable) and the example, nothing else."""
    folder = make_environment(tmp_path_factory.mktemp("fresh") / "venv")
    pip(folder, "--no-deps", "--no-build-isolation", ROOT / "examples/sm4-cbc")
    return folder


def test_a_disk_runs_on_it(environment, tmp_path, home):
    command = str(environment / "bin/vmgui")
    path, socket = tmp_path / "disk.vmg", home / "s"

    def rows() -> dict:
        listed = json.loads(vmgui("plugin", "list", "--json", command=command).stdout)
        return {row["name"]: row for row in listed}

    assert rows()["aes-xts"]["approved"] is True
    row = rows()["sm4-cbc"]
    assert (row["approved"], row["available"]) == (False, True)

    create = ("disk", "create", path, "--size", "8M", "--plugin", "sm4-cbc")
    create += ("--unlock-time", "0")
    refused = vmgui(*create, secret=SECRET, command=command, status=1)
    assert "vmgui plugin approve sm4-cbc" in refused.stderr
    assert not path.exists()

    vmgui("plugin", "approve", "sm4-cbc", "--yes", command=command)
    vmgui(*create, secret=SECRET, command=command)
    told = json.loads(vmgui("disk", "info", path, "--json", command=command).stdout)
    assert told["encryption_id"] == row["id"]

    key_file = tmp_path / "secret"
    key_file.write_bytes(SECRET)
    serve = subprocess.Popen(
        [command, "disk", "serve", path, "--socket", socket, "--key-file", key_file],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert serve.stdout is not None
    try:
        assert serve.stdout.readline().startswith("Serving")
        uri = f"nbd+unix:///?socket={socket}"
        for words in ("write -P 0x41 100k 1M", "read -P 0x41 100k 1M"):
            subprocess.run(["qemu-io", "-f", "raw", "-c", words, uri], check=True)
    finally:
        serve.terminate()
        serve.communicate()
    assert serve.returncode == 0
    assert b"A" * 16 not in path.read_bytes()
    vmgui("disk", "verify", path, secret=SECRET, command=command)

    # Elsewhere, without the plug-in: it is named, and the disk stays as it is.
    before = path.read_bytes()
    missing = vmgui("disk", "verify", path, secret=SECRET, status=1)
    assert "sm4-cbc" in missing.stderr
    assert row["id"] in missing.stderr
    assert path.read_bytes() == before


def test_a_changed_file_asks_again(environment):
    command = str(environment / "bin/vmgui")
    vmgui("plugin", "approve", "sm4-cbc", "--yes", command=command)
    shown = json.loads(vmgui("plugin", "show", "sm4-cbc", "--json", command=command).stdout)
    assert shown["approved"] is True
    source = Path(shown["folder"]) / "__init__.py"
    assert source.is_relative_to(environment)
    source.write_text(source.read_text() + "\n# changed\n")
    shown = json.loads(vmgui("plugin", "show", "sm4-cbc", "--json", command=command).stdout)
    assert shown["approved"] is False
    assert os.access(source, os.R_OK)
    assert sys.prefix != str(environment)
