"""The boot sector that comes along is what its source says."""

from __future__ import annotations

import subprocess
from pathlib import Path

import vmgui.demo

GUESTS = Path(vmgui.demo.__file__).parent / "guests"


def test_the_prebuilt_boot_sector_is_its_source_assembled(tmp_path: Path):
    built = tmp_path / "x86.bin"
    subprocess.run(["nasm", "-f", "bin", GUESTS / "x86.asm", "-o", built], check=True)
    assert built.read_bytes() == (GUESTS / "x86.bin").read_bytes()
    assert len(built.read_bytes()) == 512
