"""``vmgui demo`` as a person runs it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

VMGUI = [sys.executable, "-m", "vmgui"]


def processes_of(home: Path) -> list[str]:
    """The command lines of all processes that live in a home."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            known = command + (process / "environ").read_bytes()
        except OSError:
            continue  # it has ended, or is not ours
        if os.fsencode(home) in known:
            found.append(command.replace(b"\0", b" ").decode())
    return found


def test_the_whole_of_it(home: Path):
    home = home / "kept"
    done = subprocess.run(
        [*VMGUI, "demo", "--keep", home], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    said = done.stdout
    assert "“vmgui guest x86-64, start 001: wrote 256 sectors, 256 sectors verified”" in said
    assert "“vmgui guest x86-64, start 002: data found, 256 sectors verified”" in said
    assert "“vmgui guest aarch64, start 1: wrote 2 files, 2 files verified”" in said
    assert "“vmgui guest aarch64, start 2: data found, 2 files verified”" in said
    # What each disk holds, nothing readable, noise, header: four of each. And no passphrase.
    assert said.count("✓") == 17
    assert "✗" not in said
    assert processes_of(home) == []

    passphrases = dict(re.findall(r"^ +(demo-\S+\.vmg)  (\S{32})$", said, re.MULTILINE))
    disks = sorted((home / "data" / "disks").iterdir())
    assert [disk.name for disk in disks] == sorted(passphrases)
    for disk in disks:
        info = subprocess.run(
            [*VMGUI, "disk", "info", disk, "--json"], capture_output=True, check=True
        )
        assert json.loads(info.stdout)["encrypted"] is True
        verify = subprocess.run(
            [*VMGUI, "disk", "verify", disk, "--passphrase-fd", "0"],
            input=passphrases[disk.name].encode(), capture_output=True, check=False,
        )  # fmt: skip
        assert verify.returncode == 0, verify.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("moment", ["Creating the disks", "First start", "demo-x86  says"])
def test_an_interruption_leaves_nothing(number: signal.Signals, moment: str):
    process = subprocess.Popen(
        [*VMGUI, "demo"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    said = ""
    while moment not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    found = re.search(r"/tmp/vmgui-demo-\w+", said)
    assert found, said
    home = Path(found[0])
    assert home.exists()
    while not processes_of(home):  # else their absence below would prove nothing
        time.sleep(0.01)
    process.send_signal(number)
    out, error = process.communicate()
    assert process.returncode == 1, out
    assert error.strip() == "vmgui: Cancelled."
    assert not home.exists()
    assert processes_of(home) == []


def test_a_folder_in_use_is_left_alone(tmp_path: Path):
    (tmp_path / "mine").write_text("precious")
    done = subprocess.run(
        [*VMGUI, "demo", "--keep", tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "is not empty" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]


def test_without_qemu_it_says_what_is_missing():
    done = subprocess.run(
        [*VMGUI, "demo"], capture_output=True, text=True, check=False,
        env={**os.environ, "PATH": "/nowhere"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "QEMU" in done.stderr or "qemu" in done.stderr
    assert "Traceback" not in done.stderr
    home = re.search(r"/tmp/vmgui-demo-\w+", done.stdout)
    assert home, done.stdout
    assert not Path(home[0]).exists()
