"""The set-up scripts on systems other than this one: what they tell, and that they stop."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = ["cat", "cut", "dirname", "id", "sed", "sh", "sort", "tr", "uname"]


def setup_with(bin_dir: Path, *tools: str) -> subprocess.CompletedProcess[str]:
    """Run setup.sh on a system that has nothing but a shell, its usual tools and ``tools``."""
    bin_dir.mkdir()
    for name in NEEDED:
        for folder in os.environ["PATH"].split(":"):
            if (program := Path(folder, name)).exists():
                (bin_dir / name).symlink_to(program)
                break
    for name in tools:
        script = bin_dir / name
        script.write_text(f"#!/bin/sh\necho called: {name} $*\nexit 1\n")
        script.chmod(0o755)
    return subprocess.run(
        ["sh", str(ROOT / "packaging/setup.sh"), "run"],
        env={"PATH": str(bin_dir)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        ("dnf", "sudo dnf install .*qemu-system-aarch64-core .*qemu-system-x86-core"),
        ("pacman", "sudo pacman -S --needed .*qemu-system-aarch64 .*qemu-system-x86"),
    ],
)
def test_other_systems_get_the_command_to_run(tmp_path: Path, tool: str, command: str) -> None:
    result = setup_with(tmp_path / "bin", tool)
    assert result.returncode == 1
    assert re.search(command, result.stderr)
    assert 'then run "make run" again' in result.stderr
    assert "called:" not in result.stdout + result.stderr


def test_an_unknown_system_gets_the_list(tmp_path: Path) -> None:
    result = setup_with(tmp_path / "bin")
    assert result.returncode == 1
    assert "command:qemu-system-x86_64" in result.stderr
    assert re.search(r"qemu-system-x86\b(?!_)", result.stderr)


def test_apt_get_that_fails_ends_the_set_up_with_its_words(tmp_path: Path) -> None:
    result = setup_with(tmp_path / "bin", "apt-get", "dpkg", "sudo")
    assert result.returncode == 1
    if os.getuid() == 0:
        assert "called: apt-get update" in result.stdout
        assert "apt-get failed" in result.stderr
    else:
        assert "sudo apt-get install --no-install-recommends" in result.stderr


def test_each_line_of_the_package_lists_is_whole() -> None:
    for path in (ROOT / "packaging/system").iterdir():
        for line in path.read_text().splitlines():
            if line and not line.startswith("#"):
                check, *packages = line.split()[:5]
                assert re.fullmatch(r"python|(command|library|file):\S+", check), line
                assert len(packages) == 4, line
                assert line.split()[5:], f"{line}: why?"


def test_the_locks_hold_hashes_and_no_addresses() -> None:
    for path in (ROOT / "packaging/requirements").glob("*.txt"):
        text = path.read_text()
        pins = re.findall(r"^[a-z].*", text, re.MULTILINE)
        assert pins
        assert all(re.search(r"==.* \\$", pin) for pin in pins), "a pin without hashes"
        assert not re.search(r"://|^-", text, re.MULTILINE), "an address or an option"
