"""*Overview*: what should be done about a disk, what its plug-in does, and its facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vmgui.gui.disk.badge_row import BadgeRow
from vmgui.gui.disk.badges import Badge, KnownPlugin, plugin_of
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.disk.view import DiskView
from vmgui.gui.form import card, clear, text
from vmgui.gui.language import say
from vmgui.gui.plugins import words


class OverviewTab(QWidget):
    """``wanted`` carries the kind of a badge that shall be mended."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: DiskView | None = None
        self.rows: dict[str, BadgeRow] = {}
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(24, 18, 24, 24)
        self._list.setSpacing(12)

    def show_disk(
        self, facts: DiskFacts, plugins: Sequence[KnownPlugin], found: Sequence[Badge]
    ) -> None:
        """Show this disk."""
        clear(self._list)
        self.rows = {}
        if found:
            self._list.addWidget(self._badges(found))
        if facts.header is not None:
            plugin = plugin_of(facts.header, plugins)
            if plugin is not None:
                self._list.addWidget(self._plugin(plugin))
        self.view = DiskView(facts, headed=False)
        self._list.addWidget(self.view)
        self._list.addStretch()

    def refresh(self, facts: DiskFacts) -> None:
        """What changes all the time while a guest writes."""
        if self.view is not None:
            self.view.refresh(facts)

    def _badges(self, found: Sequence[Badge]) -> QWidget:
        frame, inside = card()
        inside.setSpacing(14)
        for badge in found:
            row = self.rows[badge.kind] = BadgeRow(badge, self._action(badge.kind))
            row.wanted.connect(lambda kind=badge.kind: self.wanted.emit(kind))
            inside.addWidget(row)
        return frame

    def _action(self, kind: str) -> str:
        plugins = self.tr("Plug-ins…")
        return {
            "kdf": self.tr("Change passphrase…"),
            "pbkdf2": self.tr("Change passphrase…"),
            "no-recovery": self.tr("New recovery key…"),
            "one-key": self.tr("New recovery key…"),
            "no-backup": self.tr("Make a backup…"),
            "header-copy": self.tr("Repair the header"),
            "unusable": self.tr("Restore the header…"),
            "plugin-missing": plugins,
            "plugin-changed": plugins,
            "plugin-not-approved": plugins,
            "plugin-unfit": plugins,
        }.get(kind, "")

    def _plugin(self, plugin: KnownPlugin) -> QWidget:
        frame, inside = card()
        inside.setSpacing(4)
        manifest = plugin.manifest
        inside.addWidget(text(manifest.title, "step"))
        inside.addWidget(text(say(manifest.summary)))
        trust, _ = words.state(plugin.trust)
        names = (manifest.publisher, manifest.version, trust)
        inside.addWidget(text(self.tr("By %s, version %s. %s.") % names, "quiet"))
        return frame
