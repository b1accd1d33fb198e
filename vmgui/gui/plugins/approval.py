"""The two questions about a plug-in that did not come with vmgui: may it run, may it no more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import add_fact, fact, form
from vmgui.gui.notice import Notice
from vmgui.gui.plugins import words
from vmgui.plugin.ranking import Choice
from vmgui.plugin.trust import Trust


class ApproveDialog(Notice):
    """Says whose code it is, down to the hash of its files; ``approved`` at the end."""

    approved = Signal()

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__("", "warning", "warning", "", parent)
        self._choice = choice
        manifest = choice.plugin.manifest
        self.setWindowTitle(self.tr("Approve a plug-in"))
        self.setMinimumWidth(620)
        self.set_headline(self.tr("Let the plug-in “%s” run?") % manifest.title)
        if choice.trust is Trust.CHANGED:
            self.say(words.changed(choice), "bad")
        self.say(
            self.tr(
                "It did not come with vmgui. Its code will see a key and all data of each disk "
                "that you choose it for. Approve it only if you know where it comes from."
            )
        )
        rows = form()
        add_fact(rows, self.tr("Name"), fact(manifest.name))
        add_fact(rows, self.tr("Publisher"), fact(manifest.publisher))
        add_fact(rows, self.tr("Version"), fact(manifest.version))
        digest = choice.plugin.digest
        add_fact(
            rows, self.tr("SHA-256 of its files"), fact(f"{digest[:32]}\n{digest[32:]}", mono=True)
        )
        add_fact(rows, self.tr("Folder"), fact(str(choice.plugin.folder)))
        self.body.addLayout(rows)
        self.say(self.tr("When its files change you will be asked again."), "quiet")
        self.buttons.addStretch()
        self.approve_button = self.add_button(self.tr("Approve"))
        self.approve_button.clicked.connect(self._approve)
        self.cancel_button = self.add_button(self.tr("Don't approve"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.cancel_button.setFocus()

    def _approve(self) -> None:
        self.approve_button.setEnabled(False)
        in_background(self, self._choice.plugin.approve, self._done, self._fail)

    def _done(self, _: object) -> None:
        self.approved.emit()
        self.accept()

    def _fail(self, error: VmguiError) -> None:
        self.approve_button.setEnabled(True)
        show_error(error, self)


class WithdrawDialog(Notice):
    """``withdrawn`` at the end. ``forget`` does it, in the background."""

    withdrawn = Signal()

    def __init__(
        self, title: str, forget: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "warning", "warning", "", parent)
        self._forget = forget
        self.setWindowTitle(self.tr("Withdraw an approval"))
        self.set_headline(self.tr("Withdraw the approval of “%s”?") % title)
        self.say(
            self.tr(
                "Its code will not run any more, and its disks can't be opened until you approve "
                "it again. What is open now stays open until it is closed."
            )
        )
        self.buttons.addStretch()
        self.withdraw_button = self.add_button(self.tr("Withdraw"))
        self.withdraw_button.clicked.connect(self._withdraw)
        self.keep_button = self.add_button(self.tr("Keep it"), primary=True)
        self.keep_button.clicked.connect(self.reject)
        self.keep_button.setFocus()

    def _withdraw(self) -> None:
        self.withdraw_button.setEnabled(False)
        in_background(self, self._forget, self._done, self._fail)

    def _done(self, _: object) -> None:
        self.withdrawn.emit()
        self.accept()

    def _fail(self, error: VmguiError) -> None:
        self.withdraw_button.setEnabled(True)
        show_error(error, self)
