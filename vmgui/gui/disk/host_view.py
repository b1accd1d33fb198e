"""The two pictures: a stretch of a disk as its guest reads it, and as it lies in the file."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vmgui.gui.disk.byte_map import ByteMap, colour_of
from vmgui.gui.disk.entropy import RANDOM, entropy
from vmgui.gui.form import fact, set_look, text
from vmgui.gui.theme import theme

SAMPLES = (0, ord("o"), 0x10, 0xC0, 0xFF)


@dataclass(frozen=True)
class Stretch:
    """Which bytes are shown: offsets in the disk and in the file, in bytes. ``busy``: a reason."""

    start: int
    length: int
    file_offset: int
    busy: str = ""
    bad: tuple[int, ...] = ()


class HostView(QWidget):
    """Both sides, each with its entropy; a verdict; the bytes below the mark in hexadecimal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretch: Stretch | None = None
        self.guest = ByteMap(self.tr("What the guest reads, as a picture of bytes"))
        self.file = ByteMap(self.tr("What lies in the file, as a picture of bytes"))
        self.guest_words, self.file_words = text(look="quiet"), text(look="quiet")
        self.verdict = fact("")
        self.hex = QLabel()
        self.hex.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.hex.setTextFormat(Qt.TextFormat.PlainText)
        self.hex.setAccessibleName(self.tr("The bytes at the mark"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        titles = (self.tr("What the guest reads"), self.tr("What lies in the file"))
        sides = ((self.guest, self.guest_words), (self.file, self.file_words))
        for column, (title, (picture, words)) in enumerate(zip(titles, sides, strict=True)):
            heading = QLabel(title)
            heading.setProperty("look", "step")
            grid.addWidget(heading, 0, column)
            grid.addWidget(picture, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, 2, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
            picture.pointed.connect(self._point)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(grid)
        layout.addWidget(self.verdict)
        layout.addWidget(self.hex)
        layout.addLayout(self._legend())
        theme().changed.connect(self._paint_legend)

    def show_stretch(self, stretch: Stretch, private: bytearray) -> None:
        """Show what a worker has read. ``private`` stays the caller's to wipe."""
        self._stretch = stretch
        view = memoryview(private)
        file = view[-stretch.length :]
        guest = view[: stretch.length] if not stretch.busy else view[:0]
        self.guest.show_bytes(guest)
        self.file.show_bytes(file)
        self.guest_words.setText(
            self.tr("Only its virtual machine can read it now.")
            if stretch.busy
            else self._side(stretch.start, guest, self.tr("From byte %s of the disk."))
        )
        words = self._side(stretch.file_offset, file, self.tr("From byte %s of the file."))
        self.file_words.setText(words)
        sentence, look = self._judge(stretch, guest, file)
        self.verdict.setText(sentence)
        set_look(self.verdict, look)
        self._point(0)

    def mark(self, index: int) -> None:
        """Mark a byte of the stretch on both sides."""
        self._point(index)

    def clear(self) -> None:
        """Forget what was shown."""
        self._stretch = None
        for picture in (self.guest, self.file):
            picture.clear()
            picture.setAccessibleDescription("")
        for label in (self.guest_words, self.file_words, self.verdict, self.hex):
            label.clear()

    def _side(self, offset: int, data: memoryview, where: str) -> str:
        locale = QLocale()
        bits = self.tr("Entropy: %s of 8 bits a byte.") % locale.toString(entropy(data), "f", 2)
        return f"{where % locale.toString(offset)}\n{bits}"

    def _judge(self, stretch: Stretch, guest: memoryview, file: memoryview) -> tuple[str, str]:
        if stretch.bad:
            sectors = ", ".join(QLocale().toString(each) for each in stretch.bad[:4])
            return self.tr("Sectors that can't be read are blank at the left: %s") % sectors, "bad"
        random = entropy(file) >= RANDOM
        if stretch.busy:
            return (
                self.tr(
                    "The disk is in use: %s Shut the machine down to see both sides. What this "
                    "computer stores can be seen at any time."
                )
                % stretch.busy,
                "quiet",
            )
        if not any(file):
            if any(guest):
                return self.tr("The file holds only zeros here."), "quiet"
            return self.tr("Nothing was written here yet: both sides are empty."), "quiet"
        if guest == file:
            return (
                self.tr(
                    "Both sides are the same: this disk is not encrypted. Whoever gets the file "
                    "reads what the guest wrote."
                ),
                "warning",
            )
        if random:
            return (
                self.tr(
                    "What this computer stores can't be told from random bytes. Nothing of the "
                    "left picture can be seen in the right one."
                ),
                "good",
            )
        return self.tr("The two sides differ. Part of this stretch was never written."), "good"

    def _point(self, index: int) -> None:
        stretch = self._stretch
        if stretch is None:
            return
        index = min(max(index, 0), stretch.length - 1)
        line = index // 16 * 16
        words = []
        for picture, offset in (
            (self.guest, stretch.start),
            (self.file, stretch.file_offset),
        ):
            picture.point_at(index)
            shown = hex_line(offset + line, picture.line())
            picture.setAccessibleDescription(shown)
            words.append(shown)
        self.hex.setText("\n".join(words))

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._samples = []
        names = (
            self.tr("zero"),
            self.tr("text"),
            self.tr("other small values"),
            self.tr("upper half"),
            self.tr("255"),
        )
        for name in names:
            sample, label = QLabel(), QLabel(name)
            sample.setFixedSize(12, 12)
            label.setProperty("look", "quiet")
            self._samples.append(sample)
            row.addWidget(sample)
            row.addWidget(label)
            row.addSpacing(8)
        row.addStretch()
        self._paint_legend()
        return row

    def _paint_legend(self) -> None:
        colours = theme().colours
        for sample, value in zip(self._samples, SAMPLES, strict=True):
            colour = colour_of(value, colours).name()
            sample.setStyleSheet(f"background: {colour}; border: 1px solid {colours.border};")


def hex_line(offset: int, data: bytes) -> str:
    """“00300000  54 68 65 20 …  The guest wrote”: nothing for no bytes."""
    if not data:
        return ""
    numbers = data.hex(" ").ljust(47)
    letters = "".join(chr(each) if 0x20 <= each < 0x7F else "·" for each in data)
    return f"{offset:010x}  {numbers}  {letters}"
