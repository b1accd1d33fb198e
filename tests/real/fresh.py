"""A fresh virtual environment with vmgui in it, as a person's: not editable, nothing else."""

from __future__ import annotations

import subprocess
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]


def make_environment(folder: Path) -> Path:
    """Make it at ``folder``: vmgui, what it needs, and the plug-ins that come along."""
    venv.create(folder, with_pip=True)
    pip(folder, "--require-hashes", "-r", ROOT / "packaging/requirements/run.txt")
    plugins = [project.parent for project in sorted(ROOT.glob("plugins/*/pyproject.toml"))]
    pip(folder, "--no-deps", "--no-build-isolation", ROOT, *plugins)
    return folder


def pip(folder: Path, *words: str | Path) -> None:
    """``pip install words…`` in an environment."""
    subprocess.run(
        [folder / "bin/python", "-m", "pip", "install", "--quiet", *words],
        check=True,
        stdin=subprocess.DEVNULL,
    )
