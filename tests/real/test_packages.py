"""Our packages hold everything that lies in their folders."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("project", "package"),
    [
        (".", "vmgui"),
        ("plugins/aes-xts", "vmgui_aes_xts"),
        ("plugins/unencrypted", "vmgui_unencrypted"),
    ],
)
def test_a_wheel_holds_the_whole_package(tmp_path: Path, project: str, package: str) -> None:
    # Built from a copy: a build leaves files behind where it runs.
    source = tmp_path / "source"
    forget = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / project / package, source / package, ignore=forget)
    shutil.copytree(ROOT / "packaging/requirements", source / "packaging/requirements")
    for file in (ROOT / project).iterdir():
        if file.is_file():
            shutil.copy(file, source)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, source],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert f"{package}/__init__.py" in packed
    assert packed == {
        str(file.relative_to(source)) for file in (source / package).rglob("*") if file.is_file()
    }
