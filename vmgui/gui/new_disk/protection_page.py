"""Which plug-in encrypts the disk, told by the plug-ins' manifests."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QPushButton, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.assistant import Page
from vmgui.gui.background import in_background
from vmgui.gui.form import breakable, clear, hint, set_look, text
from vmgui.gui.icons import wear
from vmgui.gui.language import say
from vmgui.gui.new_disk.absent_card import AbsentCard
from vmgui.gui.new_disk.missing import Needed, needed
from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.gui.new_disk.plugin_card import PluginCard
from vmgui.gui.plugins.approval import ApproveDialog
from vmgui.gui.plugins.meter import Meter
from vmgui.plugin import ranking
from vmgui.plugin.ranking import Choices, choices
from vmgui.plugin.speed import Speed


class ProtectionPage(Page):
    """The recommended plug-in, already chosen; all others behind *Choose another*.

    Speeds that are not known are measured meanwhile. Who does not choose waits for those that the
    recommendation depends on, a few seconds and only once on a computer; the quick would get
    something else otherwise.
    """

    def __init__(self, plan: DiskPlan) -> None:
        super().__init__()
        self.title = self.tr("Protection")
        self._plan = plan
        self._cards: list[PluginCard] = []
        self._decided = False
        self._found: Choices | None = None
        self._awaited: set[str] = set()
        self._group = QButtonGroup(self)
        self._meter = Meter(self)
        self._meter.measured.connect(self._show_speed)
        self._meter.failed.connect(self._show_failure)
        self._first = QVBoxLayout()
        self._first.setSpacing(10)
        self._first.addWidget(text(self.tr("Looking for plug-ins…"), "quiet"))
        self.another = QPushButton(self.tr("Choose another…"))
        self.another.setProperty("look", "flat")
        self.another.setAutoDefault(False)
        self.another.clicked.connect(self._unfold)
        wear(self.another, "arrow-down")
        self._others = QWidget()
        self._rest = QVBoxLayout(self._others)
        self._rest.setContentsMargins(0, 0, 0, 0)
        self._rest.setSpacing(10)
        self.fill = QCheckBox(self.tr("Hide how much of the disk is in use"))
        self.fill.setToolTip(self.tr("Fills the whole file with random bytes first."))
        self._fill_hint = hint(
            self.tr("Writes the whole file now: it takes longer, and all its room at once.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self._first)
        layout.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._others)
        layout.addWidget(self.fill)
        layout.addWidget(self._fill_hint)
        layout.addStretch()
        for later in (self.another, self._others, self.fill, self._fill_hint):
            later.hide()
        self._look()

    def wanted(self) -> bool:
        """Only for a new disk."""
        return self._plan.wanted

    def complete(self) -> bool:
        """One is chosen, or known to be recommended."""
        return self._chosen() is not None and (self._decided or not self._awaited)

    def leave(self) -> bool:
        """Take over the choice."""
        chosen = self._chosen()
        assert chosen is not None
        self._decided = True
        self._plan.plugin = chosen.plugin
        self._plan.options = chosen.options()
        self._plan.fill = self.fill.isChecked() and chosen.can_fill
        return True

    def chosen_words(self) -> str:
        """The chosen plug-in, and whether it is the recommended one."""
        chosen = self._chosen()
        if chosen is None:
            return ""
        recommended = bool(self._cards) and chosen is self._cards[0]
        name = chosen.choice.name
        return self.tr("%s (recommended here)") % name if recommended else name

    def card(self, name: str) -> PluginCard:
        """The card of the plug-in ``name``. Raises KeyError."""
        for each in self._cards:
            if each.choice.name == name:
                return each
        raise KeyError(name)

    def _look(self) -> None:
        in_background(self, choices, self._show_plugins, self._show_error)

    def _chosen(self) -> PluginCard | None:
        return next((each for each in self._cards if each.radio.isChecked()), None)

    def _show_plugins(self, found: Choices, *, again: bool = False) -> None:
        before = self._chosen()
        kept = before.choice.name if before is not None and self._decided else ""
        clear(self._first)
        clear(self._rest)
        self._cards = []
        self._awaited = set() if again else set(ranking.undecided(found.ranked))
        self._say_what_is_awaited()
        for choice in found.ranked:
            self._add(PluginCard(choice, settled=not self._awaited))
        for bad in found.unusable:
            self._rest.addWidget(
                AbsentCard(
                    bad.name,
                    self.tr("Can't be used"),
                    self.tr("%s Install a version that can, or tell its publisher.") % say(bad.why),
                )
            )
        self._found = found
        in_background(
            self,
            lambda: needed(found),
            lambda missing: self._show_missing(found, missing),
            self._show_error,
        )
        if found.recommended is None:
            self._first.addWidget(
                text(self.tr("No plug-in that encrypts may run. Choose and approve one."), "bad")
            )
            self._unfold()
        self.another.setVisible(self._others.isHidden() and self._rest.count() > 0)
        first = next((each for each in self._cards if each.choice.name == kept), None)
        if first is None or not first.usable():
            first = next((each for each in self._cards if each.choice.recommended), None)
        self._order_focus()
        if first is not None:
            first.radio.setChecked(True)
            if self.isVisible():
                first.radio.setFocus()
        self.changed.emit()
        if not again:
            self._meter.measure(found)

    def _show_missing(self, found: Choices, missing: list[Needed]) -> None:
        if found is not self._found:
            return  # looked again meanwhile
        for gone in missing:
            why = (
                self.tr("%n disk(s) here need it: %s.", "", len(gone.disks))
                % QLocale().createSeparatedList(list(gone.disks))
                if gone.disks
                else self.tr("You approved it once.")
            )
            way = self.tr("Install it with pip, or put its folder into %s, then look again.")
            shown = AbsentCard(
                gone.name,
                self.tr("Not installed"),
                f"{why} {way % breakable(str(gone.place))}",
                self.tr("Its encryptionID: %s") % gone.id,
            )
            shown.again.show()
            shown.again.clicked.connect(self._look)
            self._rest.addWidget(shown)
        self.another.setVisible(self._others.isHidden() and self._rest.count() > 0)

    def _say_what_is_awaited(self) -> None:
        awaiting = self._awaited and not self._decided
        self.hint = self.tr("Measuring how fast the plug-ins are here…") if awaiting else ""

    def _order_focus(self) -> None:
        """The Tab key goes from top to bottom, although cards come later than what is around."""
        fields = [field for each in self._cards for field in each.fields()]
        own = [field for each in self._cards if each.choice.recommended for field in each.fields()]
        rest = [field for field in fields if field not in own]
        order = [*own, self.another, *rest, self.fill]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _add(self, shown: PluginCard) -> None:
        self._cards.append(shown)
        self._group.addButton(shown.radio)
        shown.radio.toggled.connect(self._changed)
        shown.approve.connect(lambda: self._approve(shown))
        (self._first if shown.choice.recommended else self._rest).addWidget(shown)

    def _approve(self, shown: PluginCard) -> None:
        dialog = ApproveDialog(shown.choice, self.window())
        dialog.approved.connect(self._look)
        dialog.open()

    def _show_error(self, error: VmguiError) -> None:
        clear(self._first)
        self._first.addWidget(text(say(str(error)), "bad"))

    def _show_speed(self, name: str, speed: Speed) -> None:
        for each in self._cards:
            if each.choice.name == name:
                each.show_speed(speed)
        self._settle(name)

    def _show_failure(self, name: str, error: VmguiError) -> None:
        for each in self._cards:
            if each.choice.name == name:
                each.facts.setText(say(str(error)))
                set_look(each.facts, "bad")
        self._settle(name)

    def _settle(self, name: str) -> None:
        """One figure less to wait for; after the last, maybe something else is recommended."""
        if name not in self._awaited or self._decided:
            return
        if self._awaited == {name}:
            in_background(self, choices, self._show_better, self._show_error)
        else:
            self._awaited.remove(name)

    def _show_better(self, found: Choices) -> None:
        self._awaited = set()
        if not self._decided:
            self._show_plugins(found, again=True)

    def _unfold(self) -> None:
        self._decided = True
        self._say_what_is_awaited()
        self.changed.emit()
        self.another.hide()
        self._others.show()
        chosen = self._chosen()
        if chosen is not None:
            chosen.radio.setFocus()

    def _changed(self) -> None:
        chosen = self._chosen()
        can_fill = chosen is not None and chosen.can_fill
        self.fill.setVisible(can_fill)
        self._fill_hint.setVisible(can_fill)
        # Known at once: whether a passphrase is asked for depends on it.
        self._plan.plugin = chosen.plugin if chosen else None
        self.changed.emit()
