"""The kit in an author's own tests: a test for each check.

::

    pytest_plugins = ["vmgui.api.conformance.pytest_plugin"]
    vmgui_plugin = "acme_cipher"  # the package that holds plugin.toml


    def test_conformance(vmgui_check):
        vmgui_check()
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

from vmgui.api.conformance import Check, Fault, applicable, run_checks

FIXTURE = "vmgui_check"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a check that the plug-in is held to."""
    if FIXTURE not in metafunc.fixturenames:
        return
    folder = _folder(getattr(metafunc.module, "vmgui_plugin", None))
    try:
        checks = applicable(folder)
    except Fault as fault:
        raise pytest.Collector.CollectError(str(fault)) from None
    values = [pytest.param((folder, check), id=check.name) for check in checks]
    metafunc.parametrize(FIXTURE, values, indirect=True)


@pytest.fixture
def vmgui_check(request: pytest.FixtureRequest) -> Callable[[], None]:
    """Does one check; the test fails with the sentence that the check says."""
    folder: Path
    check: Check
    folder, check = request.param

    def do() -> None:
        (result,) = run_checks(folder, [check.name])
        if result.outcome != "passed":
            pytest.fail(f"{result.fault}\n{result.look}", pytrace=False)

    return do


def _folder(package: object) -> Path:
    """Where the package lies that a test module names, or that it gives as a path."""
    if isinstance(package, Path):
        return package
    if not isinstance(package, str):
        raise pytest.Collector.CollectError(
            'Name your package in the module: vmgui_plugin = "acme_cipher".'
        )
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise pytest.Collector.CollectError(
            f"The package {package} can't be found: is it installed?"
        )
    return Path(spec.submodule_search_locations[0])
