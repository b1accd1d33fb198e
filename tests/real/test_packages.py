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
    source = copied(tmp_path, project, package)
    packed = contents(wheel_of(source, tmp_path))
    assert f"{package}/__init__.py" in packed
    assert packed == {
        str(file.relative_to(source)) for file in (source / package).rglob("*") if file.is_file()
    }


@pytest.mark.parametrize(("compiler", "built"), [("cc", True), ("/no/compiler", False)])
def test_aes_xts_is_built_with_a_compiler_or_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiler: str, built: bool
) -> None:
    source = copied(tmp_path, "plugins/aes-xts", "vmgui_aes_xts")
    for left in (source / "vmgui_aes_xts").glob("*.so"):
        left.unlink()
    monkeypatch.setenv("CC", compiler)
    wheel = wheel_of(source, tmp_path)
    assert "-abi3-" in wheel.name  # it fits every version of Python
    packed = contents(wheel)
    assert any(name.endswith(".so") for name in packed) is built
    assert "vmgui_aes_xts/evp.py" in packed


def copied(folder: Path, project: str, package: str) -> Path:
    """A project's sources elsewhere: a build leaves files behind where it runs."""
    source = folder / "source"
    forget = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / project / package, source / package, ignore=forget)
    shutil.copytree(ROOT / "packaging/requirements", source / "packaging/requirements")
    for file in (ROOT / project).iterdir():
        if file.is_file():
            shutil.copy(file, source)
    return source


def wheel_of(source: Path, folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, source],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel


def contents(wheel: Path) -> set[str]:
    return {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
