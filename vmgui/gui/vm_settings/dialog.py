"""*Settings*: sections at the left, their pages at the right."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vmgui.errors import VmguiError
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import breakable, set_look, text
from vmgui.gui.icons import icon
from vmgui.gui.tab_order import follow_layout
from vmgui.gui.theme import theme
from vmgui.gui.vm_settings.boot_page import BootPage
from vmgui.gui.vm_settings.cd_page import CdPage
from vmgui.gui.vm_settings.discard_dialog import DiscardDialog
from vmgui.gui.vm_settings.disks_page import DisksPage
from vmgui.gui.vm_settings.display_page import DisplayPage
from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.expert_page import ExpertPage
from vmgui.gui.vm_settings.firmware_page import FirmwarePage
from vmgui.gui.vm_settings.general_page import GeneralPage
from vmgui.gui.vm_settings.names import attribute_words
from vmgui.gui.vm_settings.network_page import NetworkPage
from vmgui.gui.vm_settings.processor_page import ProcessorPage
from vmgui.gui.vm_settings.saver import Saver
from vmgui.gui.vm_settings.section import Section, set_words
from vmgui.gui.vm_settings.shares_page import SharesPage
from vmgui.gui.vm_settings.usb_page import UsbPage
from vmgui.vm.definition import Definition

S = TypeVar("S", bound=Section)

SECTIONS: tuple[type[Section], ...] = (
    GeneralPage, ProcessorPage, FirmwarePage, BootPage, DisksPage, CdPage,
    NetworkPage, UsbPage, SharesPage, DisplayPage, ExpertPage,
)  # fmt: skip


class SettingsDialog(QDialog):
    """``saved`` carries the machine's name once everything was stored."""

    saved = Signal(str)

    def __init__(
        self, old: Definition, running: Definition | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings of %s") % old.name)
        self.resize(940, 660)
        self.draft = Draft(old, running, self)
        self._saver: Saver | None = None
        self.list = QListWidget()
        self.list.setProperty("look", "side")
        self.list.setAccessibleName(self.tr("Sections"))
        self.list.setSpacing(2)
        self.pages = QStackedWidget()
        self._made: dict[type[Section], QScrollArea] = {}
        for kind in SECTIONS:
            item = QListWidgetItem(kind.title())
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 14))
            self.list.addItem(item)
        widest = max(self.fontMetrics().horizontalAdvance(each.title()) for each in SECTIONS)
        self.list.setFixedWidth(widest + 60)
        self.banner = text("", "warning")
        self.banner.setContentsMargins(24, 0, 24, 12)
        side = QFrame()
        side.setProperty("look", "side")
        around = QVBoxLayout(side)
        around.setContentsMargins(8, 12, 8, 12)
        around.addWidget(self.list)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(side)
        middle.addWidget(self.pages, 1)
        head = text(breakable(self.windowTitle()), "title")
        head.setContentsMargins(24, 18, 24, 12)
        line = QFrame()
        line.setProperty("look", "line")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.banner)
        layout.addWidget(line)
        layout.addLayout(middle, 1)
        layout.addWidget(self._foot())
        self.draft.changed.connect(self._update)
        self.list.currentRowChanged.connect(self._update)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _foot(self) -> QFrame:
        footer = QFrame()
        footer.setProperty("look", "footer")
        buttons = QHBoxLayout(footer)
        buttons.setContentsMargins(24, 12, 24, 12)
        buttons.setSpacing(8)
        self.said = text("", "quiet")
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = QPushButton(self.tr("Save"))
        self.save_button.setDefault(True)
        self.save_button.setProperty("look", "primary")
        self.save_button.clicked.connect(self.save)
        buttons.addWidget(self.said, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        return footer

    def show_section(self, kind: type[S]) -> S:
        """Go to a page."""
        self.list.setCurrentRow(SECTIONS.index(kind))
        page = self._made[kind].widget()
        assert isinstance(page, kind)
        return page

    def _page(self) -> Section:
        """The page that is chosen, made when it is first asked for: all at once take too long."""
        kind = SECTIONS[self.list.currentRow()]
        area = self._made.get(kind)
        if area is None:
            section = kind(self.draft)
            section.room.addStretch(1)
            area = self._made[kind] = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.pages.addWidget(area)
            area.setWidget(section)
        self.pages.setCurrentWidget(area)
        page = area.widget()
        assert isinstance(page, Section)
        return page

    def save(self) -> None:
        """Store everything; what can be done while the machine runs is done."""
        if not self.save_button.isEnabled():
            return
        saver = self._saver = Saver(self.draft, self)
        saver.done.connect(self._saved)
        saver.failed.connect(self._failed)
        saver.given_up.connect(self._end)
        self._update()
        saver.start()

    def reject(self) -> None:
        """Close; ask first where something would be lost."""
        if self._saver is not None:
            return
        if not self.draft.dirty:
            super().reject()
            return
        dialog = DiscardDialog(self.draft.old.name, self)
        dialog.accepted.connect(self._discard)
        dialog.open()

    def _discard(self) -> None:
        super().reject()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab: pages and their rows are made later than the buttons below."""
        follow_layout(self)
        return super().focusNextPrevChild(forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own button is *Cancel*."""
        event.ignore()
        self.reject()

    def _saved(self) -> None:
        self.saved.emit(self.draft.value.name)
        self.accept()

    def _failed(self, error: VmguiError) -> None:
        self._end()
        show_error(error, self)

    def _end(self) -> None:
        if self._saver is not None:
            self._saver.deleteLater()
        self._saver = None
        self._update()

    def _update(self) -> None:
        """Show the draft: on the chosen page, in the list, and whether it can be saved."""
        busy = self._saver is not None
        page = self._page()
        page.show_draft()
        page.show_problem()
        self.pages.setEnabled(not busy)
        for row, kind in enumerate(SECTIONS):
            wrong = kind.owns(self.draft.key)
            item = self.list.item(row)
            item.setIcon(icon("error", theme().colours.bad) if wrong else QIcon())
            words = self.tr("%s: something is wrong") % kind.title() if wrong else kind.title()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        waiting = [attribute_words(key) for key in self.draft.waiting()]
        words = self.tr("The machine runs. This waits for its next start: %s.")
        set_words(self.banner, words % ", ".join(waiting) if waiting else "")
        elsewhere = self.draft.key and not any(each.owns(self.draft.key) for each in SECTIONS)
        wrong_words = self.tr("Something can't be stored as it is.") if self.draft.key else ""
        if elsewhere:
            wrong_words = f"{self.draft.key}: {self.draft.problem}"
        set_look(self.said, "bad" if wrong_words else "quiet")
        self.said.setText(self.tr("Saving…") if busy else wrong_words)
        self.save_button.setEnabled(self.draft.dirty and not self.draft.key and not busy)
        self.cancel_button.setEnabled(not busy)
