"""A terminal for a guest's serial line, painted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget
from pyte.screens import Char

from vmgui.gui.console.emulator import COLUMNS, ROWS, Emulator
from vmgui.gui.console.terminal_keys import key_bytes

_MARGIN = 10
_PAPER, _INK, _SELECTION = QColor("#14161a"), QColor("#d7dbe0"), QColor("#35507e")
_COLOURS = {
    "black": "#3b4048", "red": "#e0605e", "green": "#5cb85c", "brown": "#d9a441",
    "blue": "#5b8def", "magenta": "#c678dd", "cyan": "#45b8c8", "white": "#d7dbe0",
    "brightblack": "#6c7480", "brightred": "#ff8580", "brightgreen": "#7ddf7d",
    "brightbrown": "#ffd479", "brightblue": "#8ab4ff", "brightmagenta": "#e79cff",
    "brightcyan": "#7fe3f0", "brightwhite": "#ffffff",
}  # fmt: skip
# How long a piece of work may take, in seconds: a talkative guest leaves room for others.
_SHIFT = 0.012
# What a pasted text may not hold: control characters, which would be keys of the guest's.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

Place = tuple[int, int]


class Terminal(QAbstractScrollArea):
    """80 columns and as many rows as there is room for, 24 at least; older lines above.

    ``typed`` carries the bytes to send, while it is ``live``. Ctrl+Alt pressed alone gives the
    keyboard back. ``idle``: what was fed is on the screen.
    """

    typed = Signal(bytes)
    let_go = Signal()
    idle = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = True
        self.setAccessibleName(self.tr("Serial console of the virtual machine"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._font.setStyleHint(QFont.StyleHint.Monospace)
        metrics = QFontMetricsF(self._font)
        self._cell = (metrics.horizontalAdvance("M"), metrics.height())
        self._ascent = metrics.ascent()
        self._freeing = False
        self._anchor: Place | None = None
        self._end: Place | None = None
        self._emulator = Emulator(self._answer)
        self._work = QTimer(self, singleShot=True, interval=0)
        self._work.timeout.connect(self._go_on)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    # --- for whoever holds it -----------------------------------------------------------------

    def feed(self, data: bytes) -> None:
        """Take bytes from the guest; what takes long is done bit by bit (``busy``)."""
        self._emulator.take(data)
        self._go_on()

    @property
    def busy(self) -> bool:
        """Whether something that was fed is yet to be shown."""
        return self._work.isActive()

    def clear(self) -> None:
        """Forget everything: another machine."""
        self._emulator.clear()
        self._work.stop()
        self._anchor = self._end = None
        self._set_range(to_end=True)
        self.viewport().update()

    def text(self) -> str:
        """Everything that is remembered, as text."""
        return self._emulator.text()

    def sizeHint(self) -> QSize:
        """Room for the smallest terminal."""
        width, height = self._cell
        return QSize(ceil(width * COLUMNS) + 3 * _MARGIN, ceil(height * ROWS) + 2 * _MARGIN)

    # --- the terminal -------------------------------------------------------------------------

    def _go_on(self) -> None:
        at_end = self.verticalScrollBar().value() == self.verticalScrollBar().maximum()
        more = self._emulator.work(_SHIFT)
        self._set_range(to_end=at_end)
        self.viewport().update()
        if more:
            self._work.start()
        else:
            self._work.stop()
            self.idle.emit()

    def _answer(self, data: str) -> None:
        """What a terminal says by itself when it is asked where its cursor is and the like."""
        if self.live:
            self.typed.emit(data.encode())

    # --- painting -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows where there is room."""
        rows = max(ROWS, int((self.viewport().height() - 2 * _MARGIN) / self._cell[1]))
        if rows != self._emulator.screen.lines:
            self._emulator.screen.set_rows(rows)
        self._set_range(to_end=True)

    def _set_range(self, *, to_end: bool) -> None:
        bar = self.verticalScrollBar()
        shown = max(1, int((self.viewport().height() - 2 * _MARGIN) / self._cell[1]))
        bar.setPageStep(shown)
        bar.setRange(0, max(0, self._emulator.count - shown))
        if to_end:
            bar.setValue(bar.maximum())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), _PAPER)
        width, height = self._cell
        first = self.verticalScrollBar().value()
        last = min(self._emulator.count, first + self.verticalScrollBar().pageStep() + 1)
        for number in range(first, last):
            self._paint_row(painter, number, _MARGIN + (number - first) * height)
        screen = self._emulator.screen
        cursor = screen.cursor
        if self.live and not cursor.hidden:
            row = self._emulator.count - screen.lines + cursor.y - first
            where = QRect(
                round(_MARGIN + min(cursor.x, COLUMNS - 1) * width), round(_MARGIN + row * height),
                round(width), round(height),
            )  # fmt: skip
            painter.setPen(_INK)
            if self.hasFocus():
                painter.setOpacity(0.6)
                painter.fillRect(where, _INK)
            else:
                painter.drawRect(where.adjusted(0, 0, -1, -1))

    def _paint_row(self, painter: QPainter, number: int, top: float) -> None:
        width, height = self._cell
        for begin, text, look, chosen in self._runs(number):
            ink, paper = _colours(look)
            if chosen:
                paper = _SELECTION
            left = _MARGIN + begin * width
            area = QRect(round(left), round(top), round(width * len(text)) + 1, round(height) + 1)
            if paper != _PAPER:
                painter.fillRect(area, paper)
            if text.strip():
                font = QFont(self._font)
                font.setBold(look.bold)
                font.setItalic(look.italics)
                font.setUnderline(look.underscore)
                painter.setFont(font)
                painter.setPen(ink)
                # Each by itself: a font may give some characters another width.
                if text.isascii():
                    painter.drawText(round(left), round(top + self._ascent), text)
                else:
                    for offset, character in enumerate(text):
                        x = round(left + offset * width)
                        painter.drawText(x, round(top + self._ascent), character)

    def _runs(self, number: int) -> Iterator[tuple[int, str, Char, bool]]:
        """Neighbours of the same look."""
        row = self._emulator.row(number)
        begin, text = 0, ""
        look, chosen = row[0], self._is_chosen((number, 0))
        for column in range(COLUMNS):
            char, here = row[column], self._is_chosen((number, column))
            if char[1:] != look[1:] or here != chosen:
                yield begin, text, look, chosen
                begin, text, look, chosen = column, "", char, here
            text += char.data or " "
        yield begin, text, look, chosen

    # --- choosing and copying -----------------------------------------------------------------

    def _place(self, point: QPoint) -> Place:
        row = self.verticalScrollBar().value() + int((point.y() - _MARGIN) / self._cell[1])
        column = round((point.x() - _MARGIN) / self._cell[0])
        return min(max(row, 0), self._emulator.count - 1), min(max(column, 0), COLUMNS)

    def _chosen(self) -> tuple[Place, Place] | None:
        if self._anchor is None or self._end is None or self._anchor == self._end:
            return None
        return min(self._anchor, self._end), max(self._anchor, self._end)

    def _is_chosen(self, place: Place) -> bool:
        chosen = self._chosen()
        return chosen is not None and chosen[0] <= place < chosen[1]

    def chosen_text(self) -> str:
        """What is selected."""
        chosen = self._chosen()
        if chosen is None:
            return ""
        (first, begin), (last, end) = chosen
        lines = [self._emulator.line(number) for number in range(first, last + 1)]
        lines[-1] = lines[-1][: end if first != last else max(end, begin)]
        lines[0] = lines[0][begin:]
        return "\n".join(lines)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._anchor = self._end = self._place(event.position().toPoint())
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select further."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._end = self._place(event.position().toPoint())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Where windows share a selection, it is this one; the middle button types it."""
        clipboard = QGuiApplication.clipboard()
        if not clipboard.supportsSelection():
            return
        if event.button() == Qt.MouseButton.LeftButton and self._chosen() is not None:
            clipboard.setText(self.chosen_text(), clipboard.Mode.Selection)
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._type(clipboard.text(clipboard.Mode.Selection))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        row, column = self._place(event.position().toPoint() - QPoint(int(self._cell[0] / 2), 0))
        cells = self._emulator.row(row)
        begin = end = column
        while begin > 0 and cells[begin - 1].data.strip():
            begin -= 1
        while end < COLUMNS and cells[end].data.strip():
            end += 1
        self._anchor, self._end = (row, begin), (row, end)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy and paste."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = QAction(self.tr("&Copy\tCtrl+Shift+C"), menu)
        copy.setEnabled(self._chosen() is not None)
        copy.triggered.connect(self.copy)
        everything = QAction(self.tr("Copy &all"), menu)
        everything.triggered.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        paste = QAction(self.tr("&Paste\tCtrl+Shift+V"), menu)
        paste.triggered.connect(self.paste)
        size = QAction(self.tr("&Type this terminal's size (stty)"), menu)
        size.triggered.connect(self._type_size)
        for action in (paste, size):
            action.setEnabled(self.live)
        menu.addActions([copy, everything, paste])
        menu.addSeparator()
        menu.addAction(size)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Copy what is selected."""
        if self._chosen() is not None:
            QGuiApplication.clipboard().setText(self.chosen_text())

    def paste(self) -> None:
        """Type the clipboard's text."""
        self._type(QGuiApplication.clipboard().text())

    def _type(self, words: str) -> None:
        words = _NO_TEXT.sub("", words.replace("\r\n", "\r").replace("\n", "\r"))
        if words and self.live:
            if self._emulator.marks_pastes:
                words = f"\x1b[200~{words}\x1b[201~"
            self.typed.emit(words.encode(errors="replace"))

    def _type_size(self) -> None:
        """A serial line can't tell its size: the shell has to be told. Return is the person's."""
        self._type(f"stty rows {self._emulator.screen.lines} columns {COLUMNS}")

    # --- keyboard -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from taking keys that belong to the guest."""
        if event.type() == QEvent.Type.ShortcutOverride and self.live:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name)
        """Tab is the guest's while there is one."""
        return not self.live and super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type for the guest; with Ctrl+Shift, C and V are ours."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        self._freeing = event.key() in {Qt.Key.Key_Control, Qt.Key.Key_Alt} and bool(
            event.modifiers()
            & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        )
        if event.modifiers() & both == both and event.key() in {Qt.Key.Key_C, Qt.Key.Key_V}:
            self.copy() if event.key() == Qt.Key.Key_C else self.paste()
            return
        if self._scrolls(event):
            return
        if not self.live:
            super().keyPressEvent(event)
            return
        data = key_bytes(event, application=self._emulator.application_keys)
        if data:
            self._anchor = self._end = None
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            self.typed.emit(data)

    def _scrolls(self, event: QKeyEvent) -> bool:
        """Shift with the keys that turn pages is ours; without a guest they need no Shift."""
        bar = self.verticalScrollBar()
        goals = {
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
        }
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() not in goals or (self.live and not shift):
            return False
        bar.setValue(goals[Qt.Key(event.key())])
        return True

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Alt, pressed and released with nothing else, gives the keyboard back."""
        if self._freeing and event.key() in {Qt.Key.Key_Control, Qt.Key.Key_Alt}:
            self._freeing = False
            self.let_go.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor is filled."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor is an outline."""
        super().focusOutEvent(event)
        self.viewport().update()


def _colours(look: Char) -> tuple[QColor, QColor]:
    ink = _colour(look.fg, _INK, bold=look.bold)
    paper = _colour(look.bg, _PAPER, bold=False)
    return (paper, ink) if look.reverse else (ink, paper)


def _colour(name: str, default: QColor, *, bold: bool) -> QColor:
    if name == "default":
        return default
    if bold and f"bright{name}" in _COLOURS:
        name = f"bright{name}"
    found = QColor(_COLOURS.get(name, f"#{name}"))
    return found if found.isValid() else default
