"""Arrows only point down: who may import whom (docs/architecture.md)."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Each layer may import itself and those named. The root modules may be used by all.
MAY = {
    "api": set(),
    "storage": set(),
    "disk": {"api", "storage"},
    "secret": {"disk", "storage", "api"},
    "plugin": {"disk", "storage", "api"},
    "backend": {"plugin", "disk", "storage", "api"},
    "job": {"backend", "plugin", "secret", "disk", "storage", "api"},
    "vm": {"job", "backend", "plugin", "secret", "disk", "storage", "api"},
    "demo": {"vm", "job", "backend", "plugin", "secret", "disk", "storage", "api"},
    "cli": {"gui", "demo", "vm", "job", "backend", "plugin", "secret", "disk", "storage", "api"},
    "gui": {"vm", "job", "backend", "plugin", "secret", "disk", "storage", "api"},
}
ROOT_MODULES = {"errors", "paths", "channel", "limits", "memory"}
# The root modules may use only each other; the API stands alone.
QT = ("PySide6", "shiboken6")


def imports(path: Path) -> set[str]:
    """The full names of all modules that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def files(*parts: str) -> list[Path]:
    found = sorted(ROOT.joinpath(*parts).rglob("*.py"))
    assert found
    return found


def ours(names: set[str]) -> set[str]:
    return {
        name.split(".")[1] for name in names if name.startswith("vmgui.") and name.count(".") > 0
    } - {"__version__"}


@pytest.mark.parametrize("layer", sorted(MAY))
def test_layers_look_down(layer):
    for path in files("vmgui", layer):
        extra = set() if layer == "api" else ROOT_MODULES
        wrong = ours(imports(path)) - MAY[layer] - {layer} - extra
        assert not wrong, f"{path.relative_to(ROOT)} imports {sorted(wrong)}"


def test_the_list_of_layers_is_whole():
    folders = {path.name for path in (ROOT / "vmgui").iterdir() if (path / "__init__.py").exists()}
    assert folders == set(MAY)
    modules = {path.stem for path in (ROOT / "vmgui").glob("*.py")} - {"__init__", "__main__"}
    assert modules <= ROOT_MODULES


@pytest.mark.parametrize("module", sorted(ROOT_MODULES))
def test_root_modules_know_only_each_other(module):
    path = ROOT / "vmgui" / f"{module}.py"
    if path.exists():
        assert ours(imports(path)) <= ROOT_MODULES


def test_only_the_window_knows_qt():
    for path in files("vmgui"):
        qt = {name for name in imports(path) if name.startswith(QT)}
        assert not qt or path.is_relative_to(ROOT / "vmgui" / "gui"), path


@pytest.mark.parametrize("folder", ["plugins", "examples"])
def test_plugins_import_only_the_api(folder):
    for path in files(folder):
        assert ours(imports(path)) <= {"api"}, path


@pytest.mark.parametrize("project", sorted(ROOT.glob("plugins/*/pyproject.toml")), ids=str)
def test_plugins_import_only_what_they_declare(project):
    """Another plug-in's code, too, is used only where the package says so."""
    declared = tomllib.loads(project.read_text())
    names = [re.match(r"[\w-]+", each) for each in declared["project"]["dependencies"]]
    allowed = {name[0].replace("-", "_") for name in names if name}
    allowed |= set(declared["tool"]["setuptools"]["packages"]) | set(sys.stdlib_module_names)
    for path in files("plugins", project.parent.name):
        if path.name == "setup.py":
            continue  # builds the package, is no part of it
        if "build" not in path.relative_to(project.parent).parts:
            assert {name.partition(".")[0] for name in imports(path)} <= allowed, path


def test_the_window_and_the_supervisor_never_load_a_plugin():
    """Third-party code runs in backends and workers only."""
    waiting = [*files("vmgui", "gui"), *files("vmgui", "vm"), *files("vmgui", "cli")]
    reached = set(waiting)
    while waiting:
        names = imports(waiting.pop())
        for name in names | {name.rpartition(".")[0] for name in names}:
            place = ROOT.joinpath(*name.split("."))
            for path in (place.with_suffix(".py"), place / "__init__.py"):
                if name.startswith("vmgui") and path.exists() and path not in reached:
                    reached.add(path)
                    waiting.append(path)
    assert ROOT / "vmgui/job/process.py" in reached
    assert ROOT / "vmgui/plugin/load.py" not in reached


def test_nor_does_the_command_line_run_the_conformance_kit():
    """It starts a worker that does; of the kit it knows only what is data."""
    data = {"Fault", "Result", "Speed", "read_manifest"}
    for path in (*files("vmgui", "gui"), *files("vmgui", "vm"), *files("vmgui", "cli")):
        kit = {name for name in imports(path) if name.startswith("vmgui.api.conformance")}
        assert {name.removeprefix("vmgui.api.conformance.") for name in kit} <= data, path
