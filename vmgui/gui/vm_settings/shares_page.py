"""*Shared folders* of this computer that the guest can mount."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.gui.form import add_field, card, clear, fact, form, text
from vmgui.gui.icons import wear
from vmgui.gui.language import say
from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.section import Section, set_words
from vmgui.vm.definition import Share


class ShareRow(QWidget):
    """One folder; ``changed`` carries it, ``remove`` is the wish to share it no longer."""

    changed = Signal(object)
    remove = Signal()

    def __init__(self, number: int, share: Share) -> None:
        super().__init__()
        self._share = share

        def called(name: str) -> str:
            return self.tr("%s, folder %d") % (name, number)

        self.path = QLineEdit(share.path)
        self.path.setAccessibleName(self.tr("Folder %d") % number)
        self.path.textEdited.connect(lambda words: self._put(path=words))
        self.tag = QLineEdit(share.tag)
        self.tag.setAccessibleName(called(self.tr("Name in the guest")))
        self.tag.textEdited.connect(lambda words: self._put(tag=words))
        self.read_only = QCheckBox(self.tr("The guest may only read"))
        self.read_only.setAccessibleName(called(self.read_only.text()))
        self.read_only.setChecked(share.read_only)
        self.read_only.toggled.connect(lambda on: self._put(read_only=on))
        self.remove_button = QPushButton(self.tr("Remove"))
        self.remove_button.setAccessibleName(called(self.remove_button.text()))
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self.remove)
        self.mount = fact("", mono=True)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setAccessibleName(called(self.tr("Copy the line that mounts it")))
        self.copy.setAutoDefault(False)
        wear(self.copy, "copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.mount.text()))
        self.problem = text("", "bad")
        self.problem.hide()
        frame, inside = card()
        rows = form()
        add_field(rows, self.tr("Folder"), self.path)
        add_field(rows, self.tr("Name in the guest"), self.tag)
        inside.addLayout(rows)
        line = QHBoxLayout()
        line.addWidget(self.read_only)
        line.addStretch()
        line.addWidget(self.remove_button)
        inside.addLayout(line)
        inside.addWidget(self.problem)
        inside.addWidget(text(self.tr("In a Linux guest, as root:"), "quiet"))
        last = QHBoxLayout()
        last.addWidget(self.mount, 1)
        last.addWidget(self.copy)
        inside.addLayout(last)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self._tell()

    def _put(self, **fields: object) -> None:
        self._share = msgspec.structs.replace(self._share, **fields)
        self._tell()
        self.changed.emit(self._share)

    def _tell(self) -> None:
        self.mount.setText(f"mount -t 9p -o trans=virtio {self._share.tag} /mnt")


class SharesPage(Section):
    """From the next start."""

    KEYS = ("share",)

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        return QCoreApplication.translate("SharesPage", "Shared folders")

    def __init__(self, draft: Draft) -> None:
        super().__init__(
            draft,
            self.tr("Folders of this computer that the guest can mount."),
        )
        self.waits = self.badge()
        self.room.addWidget(self.waits)
        self.list = QVBoxLayout()
        self.list.setSpacing(12)
        self.room.addLayout(self.list)
        self.empty = text(self.tr("No folder is shared."), "quiet")
        self.room.addWidget(self.empty)
        self.add_button = QPushButton(self.tr("Share a folder…"))
        self.add_button.setAutoDefault(False)
        wear(self.add_button, "plus")
        self.add_button.clicked.connect(self._ask)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch()
        self.room.addLayout(line)
        self.rows_: list[ShareRow] = []
        self._build()

    def show_draft(self) -> None:
        """Say that it waits."""
        super().show_draft()
        self.waits.setVisible(self.draft.running is not None)

    def show_problem(self) -> bool:
        """At the folder that is meant."""
        mine = super().show_problem()
        for index, row in enumerate(self.rows_):
            here = mine and self.draft.key.startswith(f"share[{index}]")
            set_words(row.problem, say(self.draft.problem) if here else "")
            if here:
                self.problem.hide()
        return mine

    def share(self, path: Path) -> None:
        """Share one more folder, under a name made from its own."""
        tags = {each.tag for each in self.draft.value.shares}
        tag = base = re.sub(r"[^A-Za-z0-9_.-]+", "-", path.name).strip("-")[:24] or "share"
        number = 2
        while tag in tags:
            tag, number = f"{base}-{number}", number + 1
        self._put((*self.draft.value.shares, Share(str(path), tag)))
        self._build()
        self.rows_[-1].tag.setFocus()

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Share a folder"))
        if chosen:
            self.share(Path(chosen))

    def _build(self) -> None:
        clear(self.list)
        self.rows_ = []
        for index, share in enumerate(self.draft.value.shares):
            row = ShareRow(index + 1, share)
            row.changed.connect(lambda each, at=index: self._change(at, each))
            row.remove.connect(lambda at=index: self._remove(at))
            self.rows_.append(row)
            self.list.addWidget(row)
        self.empty.setVisible(not self.rows_)

    def _put(self, shares: tuple[Share, ...]) -> None:
        self.draft.put(shares=shares)

    def _change(self, index: int, share: Share) -> None:
        shares = list(self.draft.value.shares)
        shares[index] = share
        self._put(tuple(shares))

    def _remove(self, index: int) -> None:
        shares = self.draft.value.shares
        self._put(shares[:index] + shares[index + 1 :])
        self._build()
        self.add_button.setFocus()
