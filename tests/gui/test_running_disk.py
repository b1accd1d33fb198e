"""The disk of a machine that really runs: what its page and its details show of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.gui.conftest import until
from tests.gui.person import click, texts
from tests.gui.watchdog import Watchdog
from tests.real.backends import SECRET
from tests.real.vm.conftest import Vm
from tests.real.vm.conftest import make_boot_vm as make_boot_vm
from tests.real.vm.conftest import make_vm as make_vm
from vmgui.gui.disk.byte_map import COLUMNS
from vmgui.gui.disk.entropy import entropy
from vmgui.gui.disk.facts import FactsReader
from vmgui.gui.disk.page import DiskPage
from vmgui.gui.library.library import Snapshot, look
from vmgui.gui.machine.live import LivePanel
from vmgui.job import run
from vmgui.vm import client


def snapshot() -> Snapshot:
    return look(FactsReader())


def test_a_running_machine_s_disk_and_its_cost(
    qtbot: QtBot, make_boot_vm: Callable[..., Vm], home: Path
) -> None:
    vm = make_boot_vm()
    vm.start()
    vm.wait_said("verified")
    now = snapshot()
    machine = now.machine(vm.name)
    assert machine is not None
    disk = machine.disks[1]

    panel = LivePanel()
    qtbot.addWidget(panel)
    with Watchdog() as dog:
        panel.watch(machine)
        panel.show()
        until(qtbot, lambda: bool(panel.cost.graph.points))
        qtbot.wait(20)
    assert dog.worst < 0.2
    assert "of one processor core" in texts(panel.cost).replace("\u00a0", " ")
    assert panel.memory.graph.points[-1][0] > 10 << 20
    panel.hide()

    page = DiskPage()
    qtbot.addWidget(page)
    page.resize(860, 700)
    page.show_disk(disk, now)
    page.show()
    until(qtbot, lambda: page._plugins is not None)
    assert "in use by my vm" in page.keys.hint.text()
    assert not page.keys.passphrase_button.isEnabled()
    assert "in use by my vm" in page.check.hint.text()
    page.tabs.setCurrentIndex(4)
    with qtbot.waitSignal(page.host.looked, timeout=120_000):
        click(page.host.written_button)
    assert "VM my vm" in page.host.view.verdict.text()
    assert not page.host.view.guest.line()
    shown = bytes(page.host.view.file._data)
    assert entropy(shown[:COLUMNS]) > 5
    assert b"my vm" not in shown

    client.request(vm.name, "kill")
    client.wait_stopped(vm.name)
    page.show_disk(snapshot().disk(str(disk.path)) or disk, snapshot())
    assert not page.host.view.file.line(), "what was shown of it is forgotten"
    assert page.keys.passphrase_button.isEnabled()
    result = run("peek", {"path": str(disk.path), "length": 4096}, [SECRET])
    assert result["busy"] == ""
    # What is to be deleted goes before the page does: no window owns it here.
    page.hide()
    qtbot.wait(300)
