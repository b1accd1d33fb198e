"""A terminal for a guest's serial line: what pyte makes of the bytes, painted.

The bytes come from a guest that may mean harm. Strings that a terminal would swallow whole
(titles, palettes) are left out before pyte would collect them without end, and whatever still
confuses it only costs the line's present screen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import ceil

import pyte
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
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

from vmgui.gui.console.terminal_keys import key_bytes
from vmgui.gui.record import record

COLUMNS, ROWS = 80, 24
_HISTORY = 4000
_MARGIN = 10
_PAPER, _INK, _SELECTION = QColor("#14161a"), QColor("#d7dbe0"), QColor("#35507e")
_COLOURS = {
    "black": "#3b4048", "red": "#e0605e", "green": "#5cb85c", "brown": "#d9a441",
    "blue": "#5b8def", "magenta": "#c678dd", "cyan": "#45b8c8", "white": "#d7dbe0",
    "brightblack": "#6c7480", "brightred": "#ff8580", "brightgreen": "#7ddf7d",
    "brightbrown": "#ffd479", "brightblue": "#8ab4ff", "brightmagenta": "#e79cff",
    "brightcyan": "#7fe3f0", "brightwhite": "#ffffff",
}  # fmt: skip
# OSC, DCS, SOS, PM and APC strings: from their introducer to BEL or ST, or to the end.
_STRINGS = re.compile(r"(?s)(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f]).*?(?:\x07|\x1b\\|\x9c|$)")
_OPEN_STRING = re.compile(r"(?s)(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x9c]*$")

# DECCKM, a private mode, as pyte numbers them.
_CURSOR_KEYS = 1 << 5

Place = tuple[int, int]


class _Screen(pyte.HistoryScreen):
    """What pyte draws on; ``answer`` takes what a terminal says by itself."""

    def __init__(self, rows: int, answer: Callable[[str], None]) -> None:
        self._tell = answer
        super().__init__(COLUMNS, rows, history=_HISTORY, ratio=0.5)

    def write_process_input(self, data: str) -> None:
        """Where the cursor is and the like, when a program asks."""
        self._tell(data)


class Terminal(QAbstractScrollArea):
    """80 columns and as many rows as there is room for, 24 at least; older lines above.

    ``typed`` carries the bytes to send. Ctrl+Alt pressed alone gives the keyboard back.
    """

    typed = Signal(bytes)
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self._in_string = False
        self._freeing = False
        self._anchor: Place | None = None
        self._end: Place | None = None
        self._begin_anew(ROWS)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    # --- for whoever holds it -----------------------------------------------------------------

    def feed(self, data: bytes) -> None:
        """Take bytes from the guest."""
        at_end = self.verticalScrollBar().value() == self.verticalScrollBar().maximum()
        words = self._without_strings(self._decoder.decode(data))
        try:
            self._stream.feed(words)
        except Exception as error:  # noqa: BLE001  (whatever a guest sends must not end the window)
            record(f"The terminal could not make sense of a guest: {type(error).__name__}: {error}")
            self._begin_anew(self._screen.lines)
        self._set_range(to_end=at_end)
        self.viewport().update()

    def clear(self) -> None:
        """Forget everything: another machine."""
        self._begin_anew(self._screen.lines)
        self._set_range(to_end=True)
        self.viewport().update()

    def text(self) -> str:
        """Everything that is remembered, as text."""
        return "\n".join(self._line(n) for n in range(self._count())).rstrip()

    def sizeHint(self) -> QSize:
        """Room for the smallest terminal."""
        width, height = self._cell
        return QSize(ceil(width * COLUMNS) + 3 * _MARGIN, ceil(height * ROWS) + 2 * _MARGIN)

    # --- the terminal -------------------------------------------------------------------------

    def _begin_anew(self, rows: int) -> None:
        import codecs

        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._screen = _Screen(rows, self._answer)
        self._stream = pyte.Stream(self._screen)
        self._in_string = False
        self._anchor = self._end = None

    def _answer(self, data: str) -> None:
        """What a terminal says by itself when it is asked where its cursor is and the like."""
        self.typed.emit(data.encode())

    def _without_strings(self, words: str) -> str:
        if self._in_string:
            ends = [words.find(mark) for mark in ("\x07", "\x1b\\", "\x9c") if mark in words]
            if not ends:
                return ""
            words = words[min(ends) + 1 :].removeprefix("\\")
        self._in_string = _OPEN_STRING.search(words) is not None and "\x1b\\" not in words[-2:]
        return _STRINGS.sub("", words)

    def _history(self) -> list[dict[int, Char]]:
        return list(self._screen.history.top)

    def _count(self) -> int:
        return len(self._screen.history.top) + self._screen.lines

    def _row(self, number: int) -> dict[int, Char]:
        above = len(self._screen.history.top)
        if number < above:
            old: dict[int, Char] = self._screen.history.top[number]
            return old
        row: dict[int, Char] = self._screen.buffer[number - above]
        return row

    def _line(self, number: int) -> str:
        row = self._row(number)
        return "".join(row[column].data for column in range(self._screen.columns)).rstrip()

    # --- painting -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows where there is room."""
        rows = max(ROWS, int((self.viewport().height() - 2 * _MARGIN) / self._cell[1]))
        if rows != self._screen.lines:
            self._screen.resize(rows, COLUMNS)
        self._set_range(to_end=True)

    def _set_range(self, *, to_end: bool) -> None:
        bar = self.verticalScrollBar()
        shown = max(1, int((self.viewport().height() - 2 * _MARGIN) / self._cell[1]))
        bar.setPageStep(shown)
        bar.setRange(0, max(0, self._count() - shown))
        if to_end:
            bar.setValue(bar.maximum())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), _PAPER)
        width, height = self._cell
        first = self.verticalScrollBar().value()
        last = min(self._count(), first + self.verticalScrollBar().pageStep() + 1)
        for number in range(first, last):
            self._paint_row(painter, number, _MARGIN + (number - first) * height)
        cursor = self._screen.cursor
        if not cursor.hidden:
            row = len(self._screen.history.top) + cursor.y - first
            where = QRect(
                round(_MARGIN + cursor.x * width), round(_MARGIN + row * height),
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
        row = self._row(number)
        begin, text = 0, ""
        look, chosen = row[0], self._is_chosen((number, 0))
        for column in range(self._screen.columns):
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
        return min(max(row, 0), self._count() - 1), min(max(column, 0), self._screen.columns)

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
        lines = [self._line(number) for number in range(first, last + 1)]
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
        menu.addActions([copy, everything, paste])
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Copy what is selected."""
        if self._chosen() is not None:
            QGuiApplication.clipboard().setText(self.chosen_text())

    def paste(self) -> None:
        """Type the clipboard's text."""
        text = QGuiApplication.clipboard().text().replace("\r\n", "\r").replace("\n", "\r")
        if text:
            self.typed.emit(text.encode())

    # --- keyboard -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from taking keys that belong to the guest."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name)
        """Tab is the guest's."""
        return False

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
        data = key_bytes(event, application=_CURSOR_KEYS in self._screen.mode)
        if data:
            self._anchor = self._end = None
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            self.typed.emit(data)

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
