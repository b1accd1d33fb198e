"""Graphs of what a machine does just now, from fixed figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from tests.gui.conftest import make_disk, until
from tests.gui.person import texts
from tests.gui.play import Open, Play, make_machine
from vmgui.errors import VmguiError
from vmgui.gui.disk.facts import FactsReader
from vmgui.gui.graph import POINTS, Graph
from vmgui.gui.library.library import Machine, look
from vmgui.gui.machine.live import LivePanel
from vmgui.gui.machine.rates import rates
from vmgui.gui.theme import Scheme, theme
from vmgui.vm import client
from vmgui.vm.client import Status
from vmgui.vm.figures import DiskFigures, Figures

MB = 1_000_000


def figures(at: float, path: str = "/d", **changes: float) -> Figures:
    """Each second: one core, and on the disk 31 MB read, 1 MB written, 0.02 s of processor."""
    disk = DiskFigures(
        path=path,
        read_bytes=int(31 * MB * at),
        written_bytes=int(MB * at),
        cpu=0.02 * at,
    )
    return Figures(at=100 + at, cpu=at, memory=512 << 20, disks=(disk,))


def test_rates_are_differences() -> None:
    found = rates(figures(1), figures(3))
    assert found is not None
    assert found.cpu == pytest.approx(1)
    assert found.memory == 512 << 20
    disk = found.disks[0]
    assert [disk.read, disk.written] == pytest.approx([31 * MB, MB])
    assert list(found.cost({"/d"})) == pytest.approx([0.02, 32 * MB])
    assert found.cost(set()) == (0, 0)


def test_counters_that_began_anew_are_no_rates() -> None:
    assert rates(figures(3), figures(1)) is None
    assert rates(figures(1), figures(1)) is None
    restarted = Figures(at=200, cpu=99, disks=(DiskFigures("/d", read_bytes=5, cpu=0.01),))
    found = rates(figures(3), restarted)
    assert found is not None
    assert (found.disks[0].read, found.disks[0].cpu) == (0, 0)


def test_a_disk_that_was_just_plugged_in_did_nothing_yet() -> None:
    found = rates(Figures(at=1), figures(3))
    assert found is not None
    assert found.disks[0].read == 0


def test_a_graph_keeps_the_last_minute_and_says_its_value(qtbot: QtBot) -> None:
    graph = Graph("Processor", limit=1.0)
    qtbot.addWidget(graph)
    for step in range(POINTS + 5):
        graph.add([step / 100], f"{step} %")
    assert len(graph.points) == POINTS
    assert graph.accessibleName() == "Processor"
    assert graph.accessibleDescription() == f"{POINTS + 4} %"
    assert graph.top == 1.0
    graph.add([2.5], "")
    assert graph.top == 2.5
    graph.clear()
    assert not graph.points


def test_a_graph_is_as_high_as_its_value(qtbot: QtBot) -> None:
    graph = Graph("x", limit=1.0)
    qtbot.addWidget(graph)
    graph.resize(120, 60)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme().choose(scheme)
        graph.clear()
        for _ in range(POINTS):
            graph.add([0.5], "")
        image = graph.grab().toImage()
        ground, area = image.pixelColor(60, 10), image.pixelColor(60, 45)
        assert ground.name() == theme().colours.window
        assert area != ground


def machine_of(disk: Path, **status: Any) -> Machine:
    found = look(FactsReader(), [disk]).machine("debian")
    assert found is not None
    return Machine(
        found.name, found.folder, found.definition, Status("running", **status), found.disks
    )


@pytest.fixture
def american() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("american")
def test_the_panel_says_what_encryption_costs(qtbot: QtBot, home: Path) -> None:
    disk = make_disk("data")
    make_machine("debian", disk, cpus=2)
    panel = LivePanel()
    qtbot.addWidget(panel)
    panel.watch(machine_of(disk))
    for at in (0, 1):
        panel.take(figures(at, str(disk)))
    words = texts(panel).replace("\u00a0", " ").replace("\u2060", "")
    assert "50 % of 2 core" in words
    assert "512 MiB in use here, of 2 GiB" in words
    assert "Reads 31 MB/s\n●\nWrites 1.0 MB/s" in words
    assert "2.0 % of one processor core at 32 MB/s" in words
    assert panel.cost.graph.points[-1][0] == pytest.approx(0.02)


def test_without_encryption_it_costs_nothing(qtbot: QtBot, home: Path) -> None:
    make_machine("debian")
    panel = LivePanel()
    qtbot.addWidget(panel)
    panel.watch(machine_of(home))
    assert panel.cost.isHidden()
    assert not panel.cpu.isHidden()


def test_it_is_asked_only_while_it_is_seen(
    qtbot: QtBot,
    window: Open,
    play: Play,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = SimpleNamespace(count=0)

    def answer(name: str) -> Figures:
        asked.count += 1
        if asked.count == 2:
            raise VmguiError("Nothing runs.")  # just then: it must go on asking
        return figures(asked.count)

    monkeypatch.setattr(client, "figures", answer)
    make_machine("debian")
    play.states["debian"] = Status("running")
    shown = window()
    page = shown.machine_page
    live = page.details.live
    assert page.tabs.currentWidget() is page.stack
    assert asked.count == 0
    page.tabs.setCurrentWidget(page.details)
    until(qtbot, lambda: len(live.cpu.graph.points) >= 1)
    page.tabs.setCurrentWidget(page.stack)
    assert not live._timer.isActive()
    play.states["debian"] = Status("stopped")
    until(qtbot, live.isHidden)
