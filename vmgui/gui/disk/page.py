"""The page of a disk in the library: its head, and a tab for each thing one can ask of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk.attaching import Attaching, DetachDialog, detach
from vmgui.gui.disk.backup_tab import BackupTab
from vmgui.gui.disk.badges import Badge, KnownPlugin, badges, known_plugins
from vmgui.gui.disk.check_tab import CheckTab
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.disk.head import DiskHead
from vmgui.gui.disk.host_tab import HostTab
from vmgui.gui.disk.keys_tab import KeysTab
from vmgui.gui.disk.overview_tab import OverviewTab
from vmgui.gui.error_dialog import show_error
from vmgui.gui.library.library import Snapshot
from vmgui.gui.plugins.dialog import PluginsDialog
from vmgui.gui.theme import theme


class DiskPage(QWidget):
    """Shows one disk. ``changed``: a machine got it or lost it, or its header changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: DiskFacts | None = None
        self._snapshot = Snapshot()
        self._shown: object = None
        self._plugins: tuple[KnownPlugin, ...] | None = None
        self.head = DiskHead()
        self.head.attach_wanted.connect(self.attach)
        self.head.detach_wanted.connect(self.detach)
        self.overview, self.keys, self.backup = OverviewTab(), KeysTab(), BackupTab()
        self.check, self.host = CheckTab(), HostTab()
        self.overview.wanted.connect(self._mend)
        self.host.journal_damaged.connect(self._offer_drop)
        for changed in (self.keys.changed, self.backup.changed, self.check.changed):
            changed.connect(self.changed)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for tab, title in (
            (self.overview, self.tr("Overview")),
            (self.keys, self.tr("What opens it")),
            (self.backup, self.tr("Header backup")),
            (self.check, self.tr("Check")),
            (self.host, self.tr("What the host sees")),
        ):
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setWidget(tab)
            area.setAccessibleName(title)
            self.tabs.addTab(area, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.tabs, 1)
        theme().changed.connect(self._build)

    def show_disk(self, facts: DiskFacts, snapshot: Snapshot) -> None:
        """Show this disk as it is now."""
        other = self._facts is None or self._facts.path != facts.path
        self._facts, self._snapshot = facts, snapshot
        if other:
            self.tabs.setCurrentIndex(0)
            self._look_at_plugins()
        self.head.show_disk(facts, snapshot, self._plugins or ())
        shown = facts.stable, self._users()
        if shown != self._shown:
            self._shown = shown
            self._build()
        else:
            self.overview.refresh(facts)

    def badges(self) -> tuple[Badge, ...]:
        """Those of the disk that is shown; none until the plug-ins were looked at."""
        if self._facts is None or self._plugins is None:
            return ()
        return badges(self._facts, self._plugins)

    def attach(self, name: str) -> None:
        """Attach the disk to a machine, which gets it at once if it runs."""
        machine = self._snapshot.machine(name)
        if self._facts is None or machine is None:
            return
        attaching = Attaching(self._facts, machine, self.window())
        attaching.done.connect(lambda _: self.changed.emit())
        attaching.failed.connect(self._fail)

    def detach(self, name: str) -> None:
        """Detach it from a machine; the file stays. One that runs is asked about first."""
        assert self._facts is not None
        path, machine = self._facts.path, self._snapshot.machine(name)

        def go() -> None:
            in_background(
                self, lambda: detach(name, path), lambda _: self.changed.emit(), self._fail
            )

        if machine is not None and machine.live:
            dialog = DetachDialog(self._facts.name, name, self.window())
            dialog.accepted.connect(go)
            dialog.open()
        else:
            go()

    def _fail(self, error: VmguiError) -> None:
        show_error(error, self.window())

    def _look_at_plugins(self) -> None:
        in_background(self, known_plugins, self._take_plugins, self._fail)

    def _take_plugins(self, plugins: tuple[KnownPlugin, ...]) -> None:
        if plugins != self._plugins:
            self._plugins = plugins
            self._build()

    def _users(self) -> str:
        """The running machines that have it."""
        assert self._facts is not None
        users = self._snapshot.users(self._facts.path)
        return ", ".join(machine.name for machine in users if machine.live)

    def _build(self) -> None:
        facts = self._facts
        if facts is None:
            return
        plugins, users = self._plugins or (), self._users()
        self.head.show_disk(facts, self._snapshot, plugins)
        self.overview.show_disk(facts, plugins, self.badges())
        self.keys.show_disk(facts, users)
        self.backup.show_disk(facts, users)
        self.check.show_disk(facts, users)
        self.host.show_disk(facts, plugins, in_use=bool(users))

    def _offer_drop(self, error: VmguiError) -> None:
        self.tabs.setCurrentIndex(3)
        self.check.offer_drop(error)

    def _mend(self, kind: str) -> None:
        if kind.startswith("plugin"):
            dialog = PluginsDialog(self.window())
            dialog.finished.connect(self._look_at_plugins)
            dialog.open()
        elif kind in ("kdf", "pbkdf2"):
            self.tabs.setCurrentIndex(1)
            self.keys.change_first_cheap()
        elif kind in ("no-recovery", "one-key"):
            self.tabs.setCurrentIndex(1)
            self.keys.recovery_button.click()
        else:
            self.tabs.setCurrentIndex(2)
            {
                "no-backup": self.backup.make_button,
                "header-copy": self.backup.repair_button,
                "unusable": self.backup.restore_button,
            }[kind].click()
