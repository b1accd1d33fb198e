"""The package that ``vmgui plugin new`` writes: a sound plug-in, ready to be changed."""

from __future__ import annotations

import importlib.resources
import json
from string import Template
from uuid import uuid4

_FILES = {
    "README.md": "readme",
    "pyproject.toml": "pyproject",
    "PACKAGE/__init__.py": "cipher",
    "PACKAGE/plugin.toml": "manifest",
    "PACKAGE/vectors.toml": "vectors",
    "tests/test_conformance.py": "tests",
}


def package_name(name: str) -> str:
    """The Python package of a plug-in."""
    return name.replace("-", "_")


def project(name: str, publisher: str) -> dict[str, str]:
    """The content of a new project's files, by their paths in it. Its ID is made anew.

    ``name`` is a plug-in's name as in the manifest, ``publisher`` a line of text.
    """
    package = package_name(name)
    values = {
        "name": name,
        "package": package,
        "title": name.replace("-", " ").capitalize(),
        "class_name": "".join(part.capitalize() for part in name.split("-")),
        "publisher": json.dumps(publisher, ensure_ascii=False),  # as TOML writes text
        "id": str(uuid4()),
    }
    here = importlib.resources.files(__name__)
    return {
        path.replace("PACKAGE", package): Template(
            here.joinpath(f"{source}.txt").read_text(encoding="utf-8")
        ).substitute(values)
        for path, source in _FILES.items()
    }
