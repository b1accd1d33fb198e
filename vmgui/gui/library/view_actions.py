"""How the list is shown: its order, and which of its two parts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from vmgui.gui.library.rows import Order, section
from vmgui.gui.settings import Settings


class ViewActions(QObject):
    """Kept in the settings; ``changed`` after each change."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.order = Order(settings.order) if settings.order in set(Order) else Order.NAME
        self.collapsed = settings.collapsed
        group = QActionGroup(self)
        self.orders: dict[Order, QAction] = {}
        for order, words in (
            (Order.NAME, self.tr("Sort by &name")),
            (Order.STATE, self.tr("&Running first")),
        ):
            action = self.orders[order] = QAction(words, self)
            action.setCheckable(True)
            action.setChecked(order is self.order)
            action.triggered.connect(lambda _=False, each=order: self._sort(each))
            group.addAction(action)
        self.sections: dict[str, QAction] = {}
        for key, words in (
            ("machines", self.tr("List &virtual machines")),
            ("disks", self.tr("List &disks")),
        ):
            action = self.sections[key] = QAction(words, self)
            action.setCheckable(True)
            action.setChecked(section(key) not in self.collapsed)
            action.triggered.connect(lambda _=False, each=key: self.toggle(section(each)))

    def add_to(self, menu: QMenu) -> None:
        """Offer them in a menu."""
        menu.addSeparator()
        menu.addActions(list(self.orders.values()))
        menu.addSeparator()
        menu.addActions(list(self.sections.values()))

    def toggle(self, folded: str) -> None:
        """Fold a group or a section (by :func:`section`), or unfold it."""
        self.collapsed = self.collapsed ^ {folded}
        self._settings.collapsed = self.collapsed
        for key, action in self.sections.items():
            action.setChecked(section(key) not in self.collapsed)
        self.changed.emit()

    def _sort(self, order: Order) -> None:
        self.order = order
        self._settings.order = str(order)
        self.changed.emit()
