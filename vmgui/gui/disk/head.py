"""The head of a disk's page: is it encrypted, by what, does that notice tampering, whose is it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from vmgui.gui.disk.badges import KnownPlugin, plugin_of
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.elided_label import ElidedLabel
from vmgui.gui.form import set_look, text
from vmgui.gui.icons import pixmap, wear
from vmgui.gui.library.library import Snapshot
from vmgui.gui.theme import theme


class DiskHead(QWidget):
    """``attach_wanted`` and ``detach_wanted`` carry a machine's name."""

    attach_wanted = Signal(str)
    detach_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: DiskFacts | None = None
        self._snapshot = Snapshot()
        self._sign_name, self._look = "disk", "quiet"
        self._sign = QLabel()
        self.name = ElidedLabel()
        self.name.setProperty("look", "title")
        self.state = text()
        self.users = text(look="quiet")
        names = QVBoxLayout()
        names.setSpacing(3)
        for label in (self.name, self.state, self.users):
            names.addWidget(label)
        self.attach_button = QPushButton(self.tr("Attach to"))
        wear(self.attach_button, "plus")
        self.menu = QMenu(self.attach_button)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.attach_button.setMenu(self.menu)
        self.detach_button = QPushButton(self.tr("Detach"))
        self.detach_button.clicked.connect(self._detach)
        self.folder_button = QPushButton(self.tr("Show in folder"))
        wear(self.folder_button, "folder")
        self.folder_button.clicked.connect(self._show_folder)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 10)
        layout.setSpacing(14)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(names, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.attach_button, self.detach_button, self.folder_button):
            button.setAutoDefault(False)
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(buttons)
        theme().changed.connect(self._draw)

    def show_disk(
        self, facts: DiskFacts, snapshot: Snapshot, plugins: Sequence[KnownPlugin]
    ) -> None:
        """Show this disk as it is now."""
        self._facts, self._snapshot = facts, snapshot
        self.name.setText(facts.name)
        words = self._judge(facts, plugins)
        self.state.setText(words)
        set_look(self.state, self._look)
        self._draw()
        machines = snapshot.users(facts.path)
        names = ", ".join(machine.name for machine in machines)
        self.users.setText(
            self.tr("Attached to %s") % names
            if names
            else self.tr("Not attached to any virtual machine")
        )
        self.attach_button.setVisible(not machines and facts.header is not None)
        self.detach_button.setVisible(bool(machines))
        if machines:
            named = self.tr("Detach from %s") % names
            self.detach_button.setAccessibleName(named)
            self.detach_button.setToolTip(named)

    def _judge(self, facts: DiskFacts, plugins: Sequence[KnownPlugin]) -> str:
        header = facts.header
        if header is None:
            self._sign_name, self._look = "error", "bad"
            return self.tr("Can't be used")
        if not header.encrypted:
            self._sign_name, self._look = "unlocked", "warning"
            return self.tr("Not encrypted: whoever gets the file can read it.")
        self._sign_name, self._look = "lock", "good"
        plugin = plugin_of(header, plugins)
        title = plugin.manifest.title if plugin is not None else header.body.cipher.plugin
        if header.body.cipher.tag_size:
            return self.tr("Encrypted with %s. It notices tampering.") % title
        return self.tr("Encrypted with %s. It does not notice tampering.") % title

    def _draw(self) -> None:
        colour = getattr(theme().colours, self._look)
        self._sign.setPixmap(pixmap(self._sign_name, 36, colour))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for machine in self._snapshot.machines:
            if machine.definition is not None:
                action = self.menu.addAction(machine.name.replace("&", "&&"))
                action.triggered.connect(
                    lambda _=False, name=machine.name: self.attach_wanted.emit(name)
                )
        if self.menu.isEmpty():
            self.menu.addAction(self.tr("There is no virtual machine yet")).setEnabled(False)

    def _detach(self) -> None:
        assert self._facts is not None
        machines = self._snapshot.users(self._facts.path)
        if len(machines) == 1:
            self.detach_wanted.emit(machines[0].name)
            return
        menu = QMenu(self)
        for machine in machines:
            action = menu.addAction(machine.name.replace("&", "&&"))
            action.triggered.connect(
                lambda _=False, name=machine.name: self.detach_wanted.emit(name)
            )
        menu.popup(self.detach_button.mapToGlobal(self.detach_button.rect().bottomLeft()))

    def _show_folder(self) -> None:
        assert self._facts is not None
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._facts.path.parent)))
