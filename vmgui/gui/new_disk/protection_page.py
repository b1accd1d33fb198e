"""Which plug-in encrypts the disk, told by the plug-ins' manifests."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.api import OptionValue
from vmgui.errors import VmguiError
from vmgui.gui.assistant import Page
from vmgui.gui.background import in_background
from vmgui.gui.form import add_field, card, clear, form, hint, text
from vmgui.gui.icons import pixmap
from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.gui.theme import theme
from vmgui.plugin.found import Plugin, Unusable, scan


def _look() -> tuple[list[tuple[Plugin, bool]], list[Unusable]]:
    """All plug-ins with whether each is approved (its files are read for that), best first."""
    plugins, unusable = scan()

    def rank(plugin: Plugin) -> tuple[bool, bool, str]:
        encrypts = plugin.manifest.cipher.encrypts
        return not (plugin.bundled and encrypts), not encrypts, plugin.manifest.title

    return [(plugin, plugin.approved) for plugin in sorted(plugins, key=rank)], unusable


class PluginCard(QFrame):
    """One plug-in: a radio button with its own sentence below, and its options once chosen."""

    def __init__(self, plugin: Plugin, approved: bool) -> None:
        super().__init__()
        self.plugin = plugin
        self._approved = approved
        manifest = plugin.manifest
        self.setProperty("look", "card")
        self.radio = QRadioButton(manifest.title)
        self.radio.setProperty("look", "heading")
        self.radio.setAccessibleDescription(manifest.summary)
        sign = QLabel()
        colours = theme().colours
        sign.setPixmap(
            pixmap("lock", 20, colours.good)
            if manifest.cipher.encrypts
            else pixmap("unlocked", 20, colours.warning)
        )
        head = QHBoxLayout()
        head.addWidget(self.radio, 1)
        head.addWidget(sign)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(text(manifest.summary))
        layout.addWidget(text(self._byline(), "quiet"))
        self._fields: dict[str, QComboBox | QCheckBox] = {}
        self._options = QWidget()
        rows = form()
        rows.setContentsMargins(0, 6, 0, 0)
        for key, option in manifest.options.items():
            field = self._field(option.default, option.choices)
            field.setAccessibleName(option.title)
            self._fields[key] = field
            add_field(rows, option.title, field)
        self._options.setLayout(rows)
        self._options.hide()
        layout.addWidget(self._options)
        self.radio.toggled.connect(lambda on: self._options.setVisible(on and bool(self._fields)))
        if not self.usable():
            self.radio.setEnabled(False)

    def usable(self) -> bool:
        """Whether a disk can be made with it now."""
        return self._approved and not self.plugin.manifest.cipher.authenticated

    def options(self) -> dict[str, OptionValue]:
        """The chosen value of each option."""
        return {
            key: field.isChecked() if isinstance(field, QCheckBox) else field.currentData()
            for key, field in self._fields.items()
        }

    def option_field(self, key: str) -> QComboBox | QCheckBox:
        """The field of an option. Raises KeyError."""
        return self._fields[key]

    def _byline(self) -> str:
        manifest = self.plugin.manifest
        words = self.tr("%s, version %s") % (manifest.publisher, manifest.version)
        if not self._approved:
            return self.tr("%s. Not approved yet; if you trust it: vmgui plugin approve %s") % (
                words,
                manifest.name,
            )
        if manifest.cipher.authenticated:
            return self.tr("%s. This version of vmgui can't make disks with it yet.") % words
        if manifest.cipher.encrypts:
            return self.tr("%s. Does not notice tampering.") % words
        return words

    @staticmethod
    def _field(default: OptionValue, choices: list[OptionValue]) -> QComboBox | QCheckBox:
        if isinstance(default, bool):
            box = QCheckBox()
            box.setChecked(default)
            return box
        combo = QComboBox()
        for choice in choices or [default]:
            combo.addItem(str(choice), choice)
        combo.setCurrentIndex(combo.findData(default))
        return combo

    def mousePressEvent(self, event: object) -> None:
        """A click anywhere on the card chooses it."""
        if self.radio.isEnabled():
            self.radio.setChecked(True)


class ProtectionPage(Page):
    """The recommended plug-in first and already chosen; all others below it."""

    def __init__(self, plan: DiskPlan) -> None:
        super().__init__()
        self.title = self.tr("Protection")
        self._plan = plan
        self._cards: list[PluginCard] = []
        self._group = QButtonGroup(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._list.addWidget(text(self.tr("Looking for plug-ins…"), "quiet"))
        self.fill = QCheckBox(self.tr("Hide how much of the disk is in use"))
        self.fill.setToolTip(self.tr("Fills the whole file with random bytes first."))
        self._fill_hint = hint(
            self.tr("Writes the whole file now: it takes longer, and all its room at once.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self._list)
        layout.addWidget(self.fill)
        layout.addWidget(self._fill_hint)
        layout.addStretch()
        self.fill.hide()
        self._fill_hint.hide()
        in_background(self, _look, self._show_plugins, self._show_error)

    def wanted(self) -> bool:
        """Only for a new disk."""
        return self._plan.wanted

    def complete(self) -> bool:
        """One is chosen."""
        return self._chosen() is not None

    def leave(self) -> bool:
        """Take over the choice."""
        chosen = self._chosen()
        assert chosen is not None
        self._plan.plugin = chosen.plugin
        self._plan.options = chosen.options()
        self._plan.fill = self.fill.isChecked() and self._plan.encrypted
        return True

    def card(self, name: str) -> PluginCard:
        """The card of the plug-in ``name``. Raises KeyError."""
        for each in self._cards:
            if each.plugin.manifest.name == name:
                return each
        raise KeyError(name)

    def _chosen(self) -> PluginCard | None:
        return next((each for each in self._cards if each.radio.isChecked()), None)

    def _show_plugins(self, found: tuple[list[tuple[Plugin, bool]], list[Unusable]]) -> None:
        clear(self._list)
        plugins, unusable = found
        for plugin, approved in plugins:
            shown = PluginCard(plugin, approved)
            shown.radio.toggled.connect(self._changed)
            self._group.addButton(shown.radio)
            self._cards.append(shown)
            self._list.addWidget(shown)
        for bad in unusable:
            frame, inside = card()
            inside.addWidget(text(bad.name, "quiet"))
            inside.addWidget(text(self.tr("This plug-in can't be used. %s") % bad.why, "quiet"))
            self._list.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        first = next((each for each in self._cards if each.usable()), None)
        if first is not None:
            first.radio.setChecked(True)
            if self.isVisible():
                first.radio.setFocus()
        self.changed.emit()

    def _show_error(self, error: VmguiError) -> None:
        clear(self._list)
        self._list.addWidget(text(str(error), "bad"))

    def _changed(self) -> None:
        chosen = self._chosen()
        encrypts = chosen is not None and chosen.plugin.manifest.cipher.encrypts
        self.fill.setVisible(encrypts)
        self._fill_hint.setVisible(encrypts)
        # Known at once: whether a passphrase is asked for depends on it.
        self._plan.plugin = chosen.plugin if chosen else None
        self.changed.emit()
