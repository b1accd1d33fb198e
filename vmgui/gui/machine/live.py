"""What a running machine does just now: processor, memory, each disk, and what encryption costs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.elided_label import ElidedLabel
from vmgui.gui.form import text
from vmgui.gui.graph import Graph
from vmgui.gui.library.library import Machine
from vmgui.gui.machine.rates import Rates, rates
from vmgui.gui.sizes import size_text
from vmgui.vm import client
from vmgui.vm.figures import Figures

_MS = 1000
_MB = 1_000_000
# Of what a disk's graph shows: read and written.
_LOOKS = ("good", "warning")
# Below that nothing worth a figure goes on: bytes a second.
_IDLE = 10_000


class Meter(QFrame):
    """A card: what is measured, its present values in words, a graph of the last minute.

    ``looks`` are those of the dots that tell several values' lines apart.
    """

    def __init__(self, name: str, graph: Graph, looks: Sequence[str] = ("",)) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.graph = graph
        title = ElidedLabel(name)
        title.setProperty("look", "quiet")
        self.values = [text("–") for _ in looks]
        words = QHBoxLayout()
        words.setSpacing(6)
        for look, value in zip(looks, self.values, strict=True):
            if look:
                dot = QLabel("●")
                dot.setProperty("look", look)
                words.addWidget(dot)
            words.addWidget(value, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(4)
        inside.addWidget(title)
        inside.addLayout(words)
        inside.addStretch()
        inside.addWidget(graph)

    def show_values(self, values: Sequence[float], *words: str) -> None:
        """Say them and draw them."""
        for label, said in zip(self.values, words, strict=True):
            label.setText(said)
        self.graph.add(values, "\n".join(words))

    def clear(self) -> None:
        """Nothing is known yet."""
        self.graph.clear()
        for label in self.values:
            label.setText("–")


class LivePanel(QWidget):
    """Asks once a second, in the background, while it can be seen and its machine runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._machine: Machine | None = None
        self._before: Figures | None = None
        self._asking = False
        self._key: object = None
        self.disks: dict[str, Meter] = {}
        self._timer = QTimer(self, interval=_MS)
        self._timer.timeout.connect(self._ask)
        self.cpu = Meter(self.tr("Processor"), Graph(self.tr("Processor"), limit=1.0))
        self.memory = Meter(self.tr("Memory"), Graph(self.tr("Memory")))
        name = self.tr("What encryption costs")
        self.cost = Meter(name, Graph(name, ("warning",), least=0.1))
        self.cost.setToolTip(
            self.tr("Processor time of the programs that encrypt and carry the disks' data")
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        self.hide()

    def watch(self, machine: Machine) -> None:
        """Follow this machine; hidden while it is off."""
        self._machine = machine
        paths = tuple(str(disk.path) for disk in machine.disks)
        key = machine.name, paths, machine.status.qemu_pid
        if key != self._key:
            self._key = key
            self._before = None
            self._build(machine)
        self.setVisible(machine.live)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to ask."""
        super().showEvent(event)
        self._before = None
        self._timer.start()
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: ask no more."""
        self._timer.stop()
        super().hideEvent(event)

    def take(self, figures: Figures) -> None:
        """What the machine has cost so far."""
        before, self._before = self._before, figures
        found = rates(before, figures) if before is not None else None
        if found is not None and self._machine is not None:
            self._show(found, self._machine)

    def _ask(self) -> None:
        machine = self._machine
        if machine is None or self._asking:
            return
        self._asking = True
        key, name = self._key, machine.name

        def answered(figures: Figures) -> None:
            self._asking = False
            if key == self._key:
                self.take(figures)

        in_background(self, lambda: client.figures(name), answered, self._failed)

    def _failed(self, error: VmguiError) -> None:
        # It is being started or has just ended: the library will say which.
        self._asking = False
        self._before = None

    def _build(self, machine: Machine) -> None:
        for meter in self.disks.values():
            self._grid.removeWidget(meter)
            meter.hide()
            meter.deleteLater()
        for meter in (self.cpu, self.memory, self.cost):
            meter.clear()
        self.disks = {
            str(disk.path): Meter(
                self.tr("Disk %s") % disk.name,
                Graph(
                    self.tr("Throughput of the disk %s") % disk.name,
                    _LOOKS,
                    least=_MB,
                ),
                _LOOKS,
            )
            for disk in machine.disks
        }
        if machine.definition is not None:
            self.memory.graph.set_limit(machine.definition.memory_bytes)
        meters = [self.cpu, self.memory, *self.disks.values()]
        if _encrypted(machine):
            meters.append(self.cost)
        for index, meter in enumerate(meters):
            self._grid.addWidget(meter, index // 2, index % 2)
        # Not before it is in the grid: until then it would be a window of its own.
        self.cost.setVisible(self.cost in meters)

    def _show(self, found: Rates, machine: Machine) -> None:
        definition = machine.definition
        if definition is None:
            return
        share = min(found.cpu / definition.cpus, 1.0)
        words = self.tr("%s of %n core(s)", "", definition.cpus) % _percent(share)
        self.cpu.show_values([share], words)
        sizes = size_text(found.memory), size_text(definition.memory_bytes)
        self.memory.show_values([found.memory], self.tr("%s in use here, of %s") % sizes)
        for disk in found.disks:
            meter = self.disks.get(disk.path)
            if meter is not None:
                meter.show_values(
                    [disk.read, disk.written],
                    self.tr("Reads %s") % _speed(disk.read),
                    self.tr("Writes %s") % _speed(disk.written),
                )
        cores, speed = found.cost(_encrypted(machine))
        self.cost.show_values([cores], self._cost(cores, speed))

    def _cost(self, cores: float, speed: float) -> str:
        if speed < _IDLE:
            return self.tr("%s of one processor core, with nothing to do") % _percent(cores)
        return self.tr("%s of one processor core at %s") % (_percent(cores), _speed(speed))


def _encrypted(machine: Machine) -> set[str]:
    return {
        str(disk.path)
        for disk in machine.disks
        if disk.header is not None and disk.header.encrypted
    }


def _percent(share: float) -> str:
    digits = 1 if 0 < share < 0.1 else 0
    return f"{QLocale().toString(share * 100, 'f', digits)}\u00a0%"


def _speed(rate: float) -> str:
    digits = 1 if 0 < rate < 10 * _MB else 0
    # A line may break before the figure, but neither behind it nor at the slash.
    return f"{QLocale().toString(rate / _MB, 'f', digits)}\u00a0MB/\u2060s"
