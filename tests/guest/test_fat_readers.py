"""Other programs read the FAT volumes that the demonstration's Arm guest starts from."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from vmgui.demo.fat import fat16

MIB = 1 << 20
FSCK = shutil.which("fsck.vfat", path="/sbin:/usr/sbin:/usr/bin") or "fsck.vfat"
FILES = {
    "EMPTY": b"",
    "ONE.B": b"1",
    "CLUSTER.BIN": random.Random(1).randbytes(2048),
    "MORE.BIN": random.Random(2).randbytes(2049),
    "DIARY-99.TXT": b"nobody may read this\r\n" * 20_000,
}


@pytest.mark.parametrize("mib", [9, 16, 33, 200, 2000])
def test_fsck_and_mtools_agree_with_us(tmp_path: Path, mib: int):
    image = tmp_path / "image"
    image.write_bytes(fat16(mib * MIB, "VMGUI TEST", FILES))
    with image.open("r+b") as file:
        file.truncate(mib * MIB)
    check = subprocess.run([FSCK, "-n", "-v", image], check=True, capture_output=True, text=True)
    assert "2 FATs, 16 bit entries" in check.stdout
    assert f"{mib * MIB // 512} sectors total" in check.stdout
    names = subprocess.run(
        ["mdir", "-b", "-i", image, "::"], check=True, capture_output=True, text=True
    )
    assert names.stdout.split() == [f"::/{name}" for name in FILES]
    for name, content in FILES.items():
        read = subprocess.run(["mtype", "-i", image, f"::{name}"], check=True, capture_output=True)
        assert read.stdout == content
