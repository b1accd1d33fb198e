"""Window, command line and supervisor never import a plug-in's code: looked up in the processes.

A module that Python imports at its start (sitecustomize) writes down at each process's end which
modules it had. Workers, which do import plug-ins, show that this way of looking can see one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.real_screen import RealScreen
from tests.real.backends import SECRET
from tests.real.cli import vmgui
from tests.stranger import plant, wait_until
from vmgui.plugin.found import scan
from vmgui.vm import client, store
from vmgui.vm.definition import new

SPY = """
import atexit, os, sys

def tell():
    with open(os.path.join({folder!r}, f"{{os.getpid()}}"), "w") as file:
        with open("/proc/self/cmdline", "rb") as line:
            words = line.read().replace(b"\\0", b" ").decode()
        file.write("\\n".join([words, *sys.modules]))

atexit.register(tell)
"""


class Processes:
    """What ended so far: by the part of vmgui that it was, whether it had a plug-in's module."""

    def __init__(self, folder: Path, packages: set[str]) -> None:
        self._folder, self._packages = folder, packages

    def with_plugin(self, part: str) -> list[bool]:
        found = []
        for path in self._folder.iterdir():
            words, *modules = path.read_text().split("\n")
            if part in words:
                assert "vmgui" in modules
                found.append(any(each.split(".")[0] in self._packages for each in modules))
        return found


@pytest.fixture
def processes(home: Path, monkeypatch: pytest.MonkeyPatch) -> Processes:
    """With a plug-in of a stranger that is approved, so that nothing but us keeps it away."""
    plant()
    folder, spy = home / "ended", home / "spy"
    folder.mkdir()
    spy.mkdir()
    (spy / "sitecustomize.py").write_text(SPY.format(folder=str(folder)))
    monkeypatch.setenv("PYTHONPATH", str(spy))
    return Processes(folder, {plugin.folder.name for plugin in scan()[0]})


def make_disk(home: Path, plugin: str) -> Path:
    path = home / f"{plugin}.vmg"
    create = ("disk", "create", path, "--size", "1M", "--unlock-time", "0", "--plugin", plugin)
    vmgui(*create, secret=SECRET)
    return path


def test_command_line_and_supervisor(processes: Processes, home: Path) -> None:
    for name in ("acme", "aes-xts", "luks2"):
        disk = make_disk(home, name)
        vmgui("disk", "info", disk)
        vmgui("disk", "verify", disk, secret=SECRET)
        vmgui("vm", "create", name, "--disk", disk)
    for command in (["list"], ["show", "acme"], ["benchmark"], ["revoke", "acme"]):
        vmgui("plugin", *command)
    vmgui("plugin", "approve", "acme", "--yes")
    for name in ("acme", "aes-xts", "luks2"):
        vmgui("vm", "start", name, secret=SECRET)
        vmgui("vm", "stop", name, "--force")
        client.wait_stopped(name)
    # The last of it is written when it has already let go of the machine.
    wait_until(lambda: len(processes.with_plugin("vmgui.vm.supervisor")) == 3)
    assert set(processes.with_plugin("vmgui.vm.supervisor")) == {False}
    command_line = processes.with_plugin("bin/vmgui")
    assert len(command_line) >= 10
    assert set(command_line) == {False}
    assert True in processes.with_plugin("vmgui.job.worker"), "the look sees what is there"


@pytest.fixture
def screen(home: Path, processes: Processes) -> Iterator[RealScreen]:
    made = RealScreen(home)
    yield made
    made.close()


def test_window(processes: Processes, screen: RealScreen, home: Path) -> None:
    """All pages that speak of plug-ins: the list, the assistant, a disk."""
    store.create(new("x"))
    window = screen.open_window()
    screen.press_until("ctrl+shift+p", lambda: bool(screen.titles("^Plug-ins")), "the plug-ins")
    screen.until(lambda: len(processes.with_plugin("vmgui.job.worker")) >= 3, "all were measured")
    screen.wait_for_title("^Plug-ins")
    screen.press_until("Escape", lambda: not screen.titles("^Plug-ins"), "the end of the list")
    screen.wait_for_title("^vmgui$")
    screen.press_until(
        "ctrl+shift+n", lambda: bool(screen.titles("New encrypted disk")), "the assistant"
    )
    screen.wait_for_title("New encrypted disk")
    for page in ("Protection", "Passphrase"):
        title = f"New encrypted disk: {page}"
        screen.press_until("Return", lambda: bool(screen.titles(title)), title)  # noqa: B023
    screen.press_until("Escape", lambda: not screen.titles("New encrypted"), "the assistant's end")
    screen.wait_for_title("^vmgui$")
    screen.press_until("ctrl+q", lambda: window.poll() is not None, "the window's end")
    assert processes.with_plugin("vmgui gui") == [False]
    assert True in processes.with_plugin("vmgui.job.worker"), "the look sees what is there"
