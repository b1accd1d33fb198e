"""*Disks*: which there are and how the guest sees them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk.facts import DiskFacts, FactsReader
from vmgui.gui.elided_label import ElidedLabel
from vmgui.gui.form import card, clear, name_box, text
from vmgui.gui.icons import pixmap, wear
from vmgui.gui.language import say
from vmgui.gui.sizes import size_text
from vmgui.gui.theme import theme
from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.section import Section, choose, set_words
from vmgui.vm import client, pinning
from vmgui.vm.arch import find_machine
from vmgui.vm.definition import Definition, Disk
from vmgui.vm.status import Status

BUS_TITLES = {"virtio": "virtio", "sata": "SATA", "nvme": "NVMe", "scsi": "SCSI"}


class DiskRow(QWidget):
    """One disk; ``changed`` carries fields, ``detach`` is the wish to take it away."""

    changed = Signal(object)
    detach = Signal()

    def __init__(self, disk: Disk, buses: tuple[str, ...], badge: QLabel) -> None:
        super().__init__()
        name = Path(disk.path).name
        sign = self.sign = QLabel()
        sign.setPixmap(pixmap("disk", 22))
        self.name = ElidedLabel(disk.path)
        self.about = text(self.tr("Reading its header…"), "quiet")
        self.detach_button = QPushButton(self.tr("Detach"))
        self.detach_button.setAccessibleName(self.tr("Detach %s") % name)
        self.detach_button.setAutoDefault(False)
        self.detach_button.clicked.connect(self.detach)
        self.bus = QComboBox()
        name_box(self.bus, self.tr("Connection of %s") % name)
        for each in dict.fromkeys((*buses, disk.bus)):
            self.bus.addItem(BUS_TITLES[each], each)
        choose(self.bus, disk.bus)
        self.bus.activated.connect(self._connect)
        self.transport = QComboBox()
        name_box(self.transport, self.tr("How %s is served") % name)
        self.transport.addItem(self.tr("Automatic"), "auto")
        self.transport.addItem(self.tr("Fastest (vhost-user)"), "vhost-user")
        self.transport.addItem(self.tr("Compatible (NBD)"), "nbd")
        choose(self.transport, disk.transport)
        self.transport.setEnabled(disk.bus == "virtio")
        self.transport.activated.connect(
            lambda _: self.changed.emit({"transport": self.transport.currentData()})
        )
        self.used = text("", "quiet")
        self.used.hide()
        self.read_only = QCheckBox(self.tr("Read-only"))
        self.read_only.setAccessibleName(self.tr("%s read-only") % name)
        self.read_only.setChecked(disk.read_only)
        self.read_only.toggled.connect(lambda on: self.changed.emit({"read_only": on}))
        self.problem = text("", "bad")
        self.problem.hide()
        frame, inside = card()
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(sign)
        top.addWidget(self.name, 1)
        top.addWidget(self.detach_button)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.bus)
        line.addWidget(self.transport)
        line.addWidget(self.read_only)
        line.addWidget(badge)
        line.addStretch()
        for part in (top, line):
            inside.addLayout(part)
        inside.insertWidget(1, self.about)
        inside.addWidget(self.used)
        inside.addWidget(self.problem)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def _connect(self) -> None:
        bus = self.bus.currentData()
        fast = bus == "virtio"
        self.transport.setEnabled(fast)
        fields = {"bus": bus}
        if not fast and self.transport.currentData() == "vhost-user":
            choose(self.transport, "auto")
            fields["transport"] = "auto"
        self.changed.emit(fields)

    def show_use(self, transport: str) -> None:
        """Say how the running machine has it ("": it hasn't)."""
        words = {
            "vhost-user": self.tr("Served by vhost-user at present, in the guest's own memory."),
            "nbd": self.tr("Served by NBD at present, over a socket."),
        }
        set_words(self.used, words.get(transport, ""))

    def show_facts(self, facts: DiskFacts) -> None:
        """Say how it is encrypted."""
        header = facts.header
        if header is None:
            self.about.setText(say(str(facts.error or "")))
            return
        size = size_text(header.body.size)
        if header.encrypted:
            words = self.tr("%s, encrypted by %s") % (size, header.body.cipher.plugin)
        else:
            words = self.tr("%s, not encrypted") % size
        self.about.setText(words)
        name, tone = ("lock", "good") if header.encrypted else ("unlocked", "warning")
        self.sign.setPixmap(pixmap(name, 22, getattr(theme().colours, tone)))


class DisksPage(Section):
    """Attaching and detaching is done at once where the machine runs; files are never deleted."""

    KEYS = ("disk",)

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        return QCoreApplication.translate("DisksPage", "Disks")

    def __init__(self, draft: Draft) -> None:
        super().__init__(
            draft,
            self.tr("Detaching a disk leaves its file and everything on it as it is."),
        )
        self.list = QVBoxLayout()
        self.list.setSpacing(12)
        self.room.addLayout(self.list)
        self.empty = text(self.tr("It has no disk."), "quiet")
        self.room.addWidget(self.empty)
        self.attach_button = QPushButton(self.tr("Attach an existing disk…"))
        self.attach_button.setAutoDefault(False)
        wear(self.attach_button, "plus")
        self.attach_button.clicked.connect(self._ask)
        line = QHBoxLayout()
        line.addWidget(self.attach_button)
        line.addStretch()
        self.room.addLayout(line)
        self.refused = text("", "bad")
        self.refused.hide()
        self.room.addWidget(self.refused)
        self.rows_: list[DiskRow] = []
        self._shown: tuple[str, ...] | None = None

    def show_draft(self) -> None:
        """Build the list anew where disks came or went."""
        super().show_draft()
        value = self.draft.value
        paths = tuple(disk.path for disk in value.disks)
        if paths == self._shown:
            return
        self._shown = paths
        clear(self.list)
        self.rows_ = []
        family = find_machine(value.arch, value.machine)
        running = self.draft.running
        now = {disk.path for disk in running.disks} if running is not None else set()
        for index, disk in enumerate(value.disks):
            badge = self.badge()
            row = DiskRow(disk, family.buses if family is not None else (), badge)
            badge.setVisible(disk.path in now)
            row.changed.connect(lambda fields, at=index: self.draft.put_disk(at, **fields))
            row.detach.connect(partial(self._detach, disk.path))
            self.rows_.append(row)
            self.list.addWidget(row)
            path = Path(disk.path)
            in_background(row, partial(FactsReader().read, path), row.show_facts, lambda _: None)
        self.empty.setVisible(not paths)
        if running is not None:
            in_background(self, partial(client.status, value.name), self._use, lambda _: None)

    def _use(self, status: Status) -> None:
        used = {each["path"]: str(each.get("transport", "")) for each in status.disks}
        for row, disk in zip(self.rows_, self.draft.value.disks, strict=False):
            row.show_use(used.get(disk.path, ""))

    def show_problem(self) -> bool:
        """At the disk that is meant."""
        mine = super().show_problem()
        for index, row in enumerate(self.rows_):
            here = mine and self.draft.key.startswith(f"disk[{index}]")
            set_words(row.problem, say(self.draft.problem) if here else "")
            if here:
                self.problem.hide()
        return mine

    def attach(self, path: Path) -> None:
        """Add a disk to the draft, as its header describes it now."""
        set_words(self.refused, "")
        self.attach_button.setEnabled(False)
        value = self.draft.value
        family = find_machine(value.arch, value.machine)
        bus = value.disks[-1].bus if value.disks else (family.buses[0] if family else "virtio")
        in_background(
            self,
            lambda: pinning.attach(value, path, bus=bus),  # type: ignore[arg-type]
            self._attached,
            self._refused,
        )

    def _attached(self, new: Definition) -> None:
        self.attach_button.setEnabled(True)
        self.draft.put(disks=(*self.draft.value.disks, new.disks[-1]))

    def _refused(self, error: VmguiError) -> None:
        self.attach_button.setEnabled(True)
        set_words(self.refused, say(str(error)))

    def _ask(self) -> None:
        kinds = self.tr("Disks (*.vmg *.img *.raw *.luks);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Attach a disk"), "", kinds)
        if chosen:
            self.attach(Path(chosen))

    def _detach(self, path: str) -> None:
        self.draft.put(disks=tuple(d for d in self.draft.value.disks if d.path != path))
        self.attach_button.setFocus()
