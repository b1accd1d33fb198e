"""A disk whose plug-in is gone, or not trusted: what is told, and that not a byte of it changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from tests.real.backends import SECRET, serving
from tests.real.cli import vmgui
from tests.stranger import plant
from vmgui.backend.client import BackendProcess
from vmgui.disk.container import read_header
from vmgui.disk.pin import pin_of
from vmgui.errors import VmguiError
from vmgui.job import run
from vmgui.plugin.found import Plugin, drop_in_dir


@pytest.fixture
def plugin(home: Path) -> Plugin:
    return plant()


@pytest.fixture
def disk(home: Path, plugin: Plugin) -> Path:
    path = home / "disk.vmg"
    params = {"path": str(path), "size": 1 << 20, "plugin": "acme", "unlock_seconds": 0.0}
    run("create", params, [SECRET])
    return path


def gone(plugin: Plugin) -> None:
    shutil.rmtree(drop_in_dir())


def unusable(plugin: Plugin) -> None:
    manifest = plugin.folder / "plugin.toml"
    manifest.write_text(manifest.read_text().replace("api = 1", "api = 2"))


def another_of_that_name(plugin: Plugin) -> None:
    gone(plugin)
    plant()


def changed(plugin: Plugin) -> None:
    (plugin.folder / "more.py").write_text("")


def not_approved(plugin: Plugin) -> None:
    plugin.revoke()


@pytest.mark.parametrize(
    ("happened", "words"),
    [
        (gone, ["“acme”, which is not installed", "{id}", "Install the plug-in with that ID"]),
        (
            unusable,
            ["“acme”, which can't be used", "It is written for version 2", "Install a version"],
        ),
        (another_of_that_name, ["There is a plug-in of that name, but with the ID"]),
        (changed, ["not approved any more", "new: more.py", "vmgui plugin approve acme"]),
        (not_approved, ["“acme” is not approved", "Acme", "vmgui plugin approve acme"]),
    ],
)
def test_the_disk_is_left_alone(
    disk: Path,
    plugin: Plugin,
    home: Path,
    happened: Callable[[Plugin], None],
    words: list[str],
) -> None:
    vmgui("vm", "create", "debian", "--disk", disk)
    happened(plugin)
    before, stamp = disk.read_bytes(), disk.stat().st_mtime_ns
    for command in (
        ("disk", "serve", disk, "--socket", home / "s"),
        ("disk", "verify", disk),
        ("vm", "start", "debian"),
    ):
        told = vmgui(*command, secret=SECRET, status=1).stderr
        for each in words:
            assert each.format(id=plugin.manifest.id) in told, command
        assert (disk.read_bytes(), disk.stat().st_mtime_ns) == (before, stamp), command
    assert "acme" in vmgui("disk", "info", disk).stdout, "what the header says needs no plug-in"


def test_a_plugin_does_not_run_for_a_disk_that_it_was_not_chosen_for(
    disk: Path, home: Path
) -> None:
    """The backend compares before it imports anything, whatever its parent has compared."""
    mark = home / "ran"
    plant(at_import=f"open({str(mark)!r}, 'w').close()")
    pin = pin_of(read_header(disk).header)
    other = msgspec.structs.replace(pin, encryption_id=str(UUID(int=7)))
    before = disk.read_bytes()
    with pytest.raises(VmguiError) as caught:
        BackendProcess.start(disk, home / "s", secret=SECRET, pin=other)
    assert caught.value.code == "pin-mismatch"
    assert "another encryption plug-in than the one that it was chosen for" in caught.value.why
    assert not mark.exists()
    assert disk.read_bytes() == before
    with serving(disk, home / "s", pin=pin):
        assert mark.exists(), "the look sees it run"
