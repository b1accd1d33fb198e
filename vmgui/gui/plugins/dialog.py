"""*Plug-ins*: all of them on this computer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.form import clear, fact, text
from vmgui.gui.language import say
from vmgui.gui.plugins.approval import ApproveDialog, WithdrawDialog
from vmgui.gui.plugins.card import Card, PluginRow
from vmgui.gui.plugins.meter import Meter
from vmgui.plugin import trust
from vmgui.plugin.found import Missing, Unusable, drop_in_dir
from vmgui.plugin.ranking import Choices, choices
from vmgui.plugin.speed import Speed


class PluginsDialog(QDialog):
    """Lists plug-ins from their manifests, approves them and withdraws approvals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Plug-ins"))
        self.resize(760, 640)
        self.rows: list[PluginRow] = []
        self.missing: list[tuple[Missing, QPushButton]] = []
        self._meter = Meter(self)
        self._meter.measured.connect(self._measured)
        self._meter.failed.connect(self._not_measured)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._list.addWidget(text(self.tr("Looking for plug-ins…"), "quiet"))
        inner = QWidget()
        around = QVBoxLayout(inner)
        around.setContentsMargins(24, 4, 24, 12)
        around.addLayout(self._list)
        around.addStretch()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self.area, 1)
        layout.addWidget(self._foot())
        self.close_button.setFocus()
        self.finished.connect(self._meter.stop)
        self.refresh()

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 14)
        head.setSpacing(6)
        head.addWidget(text(self.tr("Plug-ins"), "title"))
        head.addWidget(
            text(
                self.tr(
                    "A plug-in encrypts the disks that you choose it for. One that did not come "
                    "with vmgui runs only after you approved it, and you are asked again when its "
                    "files change."
                ),
                "quiet",
            )
        )
        place = fact(self.tr("Installed with pip, or as folders in %s") % drop_in_dir())
        place.setProperty("look", "quiet")
        head.addWidget(place)
        return head

    def _foot(self) -> QFrame:
        footer = QFrame()
        footer.setProperty("look", "footer")
        buttons = QHBoxLayout(footer)
        buttons.setContentsMargins(24, 12, 24, 12)
        self.refresh_button = QPushButton(self.tr("Look again"))
        self.refresh_button.setAutoDefault(False)
        self.refresh_button.clicked.connect(self.refresh)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        buttons.addWidget(self.refresh_button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        return footer

    def refresh(self) -> None:
        """Look at all plug-ins again."""
        in_background(self, choices, self._show, self._fail)

    def row(self, name: str) -> PluginRow:
        """The row of the plug-in ``name``. Raises KeyError."""
        for each in self.rows:
            if each.choice.name == name:
                return each
        raise KeyError(name)

    def _show(self, found: Choices) -> None:
        at = self.area.verticalScrollBar().value()
        clear(self._list)
        self.rows, self.missing = [], []
        for choice in found.ranked:
            row = PluginRow(choice)
            row.approve.connect(lambda each=row: self._approve(each))
            row.withdraw.connect(lambda each=row: self._withdraw(each))
            self.rows.append(row)
            self._list.addWidget(row)
        for bad in found.unusable:
            self._list.addWidget(self._unusable(bad))
        for gone in found.missing:
            self._list.addWidget(self._missing(gone))
        self.area.verticalScrollBar().setValue(at)
        self._meter.measure(found)

    def _measured(self, name: str, speed: Speed) -> None:
        for row in self.rows:
            if row.choice.name == name:
                row.show_speed(speed)

    def _not_measured(self, name: str, error: VmguiError) -> None:
        for row in self.rows:
            if row.choice.name == name:
                row.show_failure(error)

    def _unusable(self, bad: Unusable) -> Card:
        card = Card(bad.name, self.tr("Can't be used"), "bad", "error")
        card.inside.addWidget(fact(say(bad.why)))
        card.inside.addWidget(text(str(bad.folder), "quiet"))
        return card

    def _missing(self, gone: Missing) -> Card:
        card = Card(gone.approval.name, self.tr("Not installed"), "warning", "warning")
        card.inside.addWidget(
            text(
                self.tr("You approved it once. Its disks can be opened when it is installed again.")
            )
        )
        card.inside.addWidget(fact(str(gone.id), mono=True))
        button = QPushButton(self.tr("Withdraw approval…"))
        button.setAutoDefault(False)
        button.clicked.connect(
            lambda: self._ask_to_withdraw(gone.approval.name, lambda: trust.revoke(gone.id))
        )
        self.missing.append((gone, button))
        buttons = QHBoxLayout()
        buttons.addWidget(button)
        buttons.addStretch()
        card.inside.addLayout(buttons)
        return card

    def _approve(self, row: PluginRow) -> None:
        dialog = ApproveDialog(row.choice, self)
        dialog.approved.connect(self.refresh)
        dialog.open()

    def _withdraw(self, row: PluginRow) -> None:
        plugin = row.choice.plugin
        self._ask_to_withdraw(plugin.manifest.title, plugin.revoke)

    def _ask_to_withdraw(self, title: str, forget: Callable[[], None]) -> None:
        dialog = WithdrawDialog(title, forget, self)
        dialog.withdrawn.connect(self.refresh)
        dialog.open()

    def _fail(self, error: VmguiError) -> None:
        clear(self._list)
        self._list.addWidget(text(say(str(error)), "bad"))
