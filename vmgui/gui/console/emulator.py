"""What a terminal makes of a guest's bytes: pyte's screen, fed with what it can digest.

The bytes come from a guest that may mean harm, and pyte was not written for such. So only whole,
short control sequences reach it; strings that a terminal would swallow (titles, palettes) and
whatever grows without end are left out, and what needs long is cut into pieces.
"""

from __future__ import annotations

import codecs
import copy
import re
from collections import deque
from collections.abc import Callable
from time import perf_counter
from unicodedata import combining

import pyte
from pyte.charsets import VT100_MAP
from pyte.screens import Char, StaticDefaultDict
from wcwidth import wcwidth

from vmgui.gui.record import record

COLUMNS, ROWS = 80, 24
# More would cost the collector of garbage too long at a time; the log has everything.
_HISTORY = 2000
# Characters of no width on one other: more are of no script.
_MARKS = 4
_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f-\x9f]{1,256})"
    r"|\x1b\[(?P<parameters>[0-?]{0,40})(?P<between>[ -/]{0,2})(?P<final>[@-~])"
    r"|(?P<string>\x1b[\]PX^_])"
    r"|\x1b(?P<kind>[ -/]{0,2})(?P<escape>[0-OQ-WYZ`-~])"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f-\x9f])"
)
# The beginning of a sequence whose end has not come yet.
_BEGUN = re.compile(r"\x1b(?:\[[0-?]{0,40}[ -/]{0,2}|[ -/]{0,2})?\Z")
_STRING_END = re.compile(r"[\x07\x18\x1a\x1b\x9c]")
_PLAIN_PARAMETERS = re.compile(r"\??[0-9;]*\Z")
_LINES = {n: VT100_MAP[n] for n in range(0x5F, 0x7F)}
# Private modes: programs that draw a whole screen and give the one before back.
_OTHER_SCREEN = frozenset({"?47", "?1047", "?1049"})
# What would make 132 columns, or turn each character's colours round.
_IGNORED_MODES = frozenset({"3", "5"})
_APPLICATION_KEYS, _BRACKETED_PASTE = 1 << 5, 2004 << 5

Row = StaticDefaultDict[int, Char]


class _Screen(pyte.Screen):
    """What pyte draws on; ``answer`` takes what a terminal says by itself."""

    def __init__(self, rows: int, answer: Callable[[str], None]) -> None:
        self._tell = answer
        self.above: deque[Row] = deque(maxlen=_HISTORY)
        self.other: tuple[dict[int, Row], pyte.screens.Cursor] | None = None
        super().__init__(COLUMNS, rows)

    def write_process_input(self, data: str) -> None:
        """Where the cursor is and the like, when a program asks."""
        self._tell(data)

    def index(self) -> None:
        """A line that leaves at the top is remembered, unless a program draws the whole screen."""
        top, bottom = self.margins or (0, self.lines - 1)
        if self.cursor.y == bottom and top == 0 and self.other is None:
            self.above.append(self.buffer[0])
        super().index()

    def set_rows(self, rows: int) -> None:
        """Another height: the lines around the cursor stay, those that leave are remembered."""
        for _ in range(max(0, self.cursor.y + 1 - rows)):
            if self.other is None:
                self.above.append(self.buffer[0])
            for y in range(self.lines - 1):
                self.buffer[y] = self.buffer[y + 1]
            self.buffer.pop(self.lines - 1, None)
            self.cursor.y -= 1
        for y in range(rows, self.lines):
            self.buffer.pop(y, None)
        self.lines = rows
        self.set_margins()


class Emulator:
    """80 columns, some rows, and the lines that left at the top.

    ``answer`` takes what a terminal says by itself when it is asked.
    """

    def __init__(self, answer: Callable[[str], None]) -> None:
        self._answer = answer
        self._begin_anew(ROWS)

    def _begin_anew(self, rows: int) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.screen = _Screen(rows, self._answer)
        self._stream = pyte.Stream(self.screen)
        self._words = ""
        self._in_string = False
        self._charsets = ["B", "B"]
        self._shifted = 0
        self._marks = 0
        self._last = ""

    def clear(self) -> None:
        """Forget everything."""
        self._begin_anew(self.screen.lines)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many lines there are, with those above the screen."""
        return len(self.screen.above) + self.screen.lines

    def row(self, number: int) -> Row:
        """The line of this number, from 0 for the oldest."""
        above = len(self.screen.above)
        if number < above:
            return self.screen.above[number]
        return self.screen.buffer[number - above]

    def line(self, number: int) -> str:
        """Its text."""
        row = self.row(number)
        return "".join(row[column].data for column in range(COLUMNS)).rstrip()

    def text(self) -> str:
        """All lines."""
        return "\n".join(self.line(n) for n in range(self.count)).rstrip()

    @property
    def application_keys(self) -> bool:
        """Whether the program wants the other codes of the cursor keys."""
        return _APPLICATION_KEYS in self.screen.mode

    @property
    def marks_pastes(self) -> bool:
        """Whether the program wants to know what was pasted."""
        return _BRACKETED_PASTE in self.screen.mode

    # --- what comes ---------------------------------------------------------------------------

    def take(self, data: bytes) -> None:
        """Keep bytes from the guest for :meth:`work`."""
        self._words += self._decoder.decode(data)

    def work(self, seconds: float) -> bool:
        """Work for about so long on what was taken; return whether some is left."""
        words, place, end = self._words, 0, perf_counter() + seconds
        self._words = ""
        try:
            while place < len(words) and perf_counter() < end:
                after = self._step(words, place)
                if after is None:  # the end of it has yet to come
                    self._words = words[place:]
                    return False
                place = after
            self._words = words[place:]
        except Exception as error:  # noqa: BLE001  (whatever a guest sends must not end the window)
            record(f"The terminal could not make sense of a guest: {type(error).__name__}: {error}")
            self._begin_anew(self.screen.lines)
        return bool(self._words)

    def _step(self, words: str, place: int) -> int | None:
        """Take what begins at ``place``; return where the next begins, None to wait for more."""
        if self._in_string:
            return self._skip(words, place)
        found = _TOKEN.match(words, place)
        if found is None:
            return None if _BEGUN.match(words, place) else place + 1
        if found["text"]:
            self._draw(found["text"])
        elif found["final"]:
            self._control(found["parameters"], found["between"], found["final"])
        elif found["string"]:
            self._in_string = True
        elif found["escape"]:
            self._escape(found["kind"], found["escape"])
        elif found["control"] in "\x0e\x0f":
            self._shifted = int(found["control"] == "\x0e")
        elif found["control"] < "\x20":
            self._tell(found["control"])
        return found.end()

    def _tell(self, words: str) -> None:
        """Give pyte a whole sequence. It is confused by numbers that it has no use for."""
        try:
            self._stream.feed(words)
        except TypeError:
            self._stream = pyte.Stream(self.screen)

    def _skip(self, words: str, place: int) -> int | None:
        end = _STRING_END.search(words, place)
        if end is None:
            return len(words)
        if end[0] == "\x1b":
            if end.end() == len(words):
                return None
            self._in_string = False
            return end.end() + 1 if words[end.end()] == "\\" else end.start()
        self._in_string = False
        return end.end()

    def _draw(self, text: str) -> None:
        if self._charsets[self._shifted] == "0":
            text = text.translate(_LINES)
        if not text.isascii():
            text = "".join(self._bounded(text))
        else:
            self._marks = 0
        if text:
            self._last = text[-1]
            self.screen.draw(text)

    def _bounded(self, text: str) -> list[str]:
        """Without marks beyond a few, and without what pyte would stop at."""
        kept = []
        for character in text:
            if wcwidth(character) > 0:
                self._marks = 0
            elif combining(character):
                self._marks += 1
            else:
                continue
            if self._marks <= _MARKS:
                kept.append(character)
        return kept

    def _escape(self, kind: str, final: str) -> None:
        if kind in {"(", ")"}:
            self._charsets[kind == ")"] = final
        elif kind:
            return  # the alignment pattern and the like
        elif final == "7":
            self.screen.savepoints.clear()
            self.screen.save_cursor()
        elif final == "8":
            known = bool(self.screen.savepoints)
            self.screen.restore_cursor()
            if known:
                self.screen.save_cursor()
        elif final in "cDEMH":
            if final == "c":
                self._charsets, self._shifted = ["B", "B"], 0
                self.screen.other = None
            self._tell("\x1b" + final)

    def _control(self, parameters: str, between: str, final: str) -> None:
        if parameters.startswith(("38:", "48:")) and final == "m":
            parameters = parameters.replace("::", ":").replace(":", ";")
        if between or not _PLAIN_PARAMETERS.match(parameters):
            return
        number = min(max(1, int(parameters[:4])), COLUMNS) if parameters.isdigit() else 1
        if final in "hl" and parameters.startswith("?"):
            for mode in parameters[1:].split(";"):
                self._set_mode(mode, wanted=final == "h")
        elif parameters.startswith("?"):
            return
        elif final == "J" and parameters == "3":
            self.screen.above.clear()
        elif final in "ST":
            self._scroll(number, up=final == "S")
        elif final == "b":
            self.screen.draw(self._last * number)
        elif final == "s":
            self._escape("", "7")
        elif final == "u":
            self._escape("", "8")
        else:
            self._tell(f"\x1b[{parameters}{final}")

    def _set_mode(self, mode: str, *, wanted: bool) -> None:
        if "?" + mode in _OTHER_SCREEN:
            self._turn_to_other(wanted=wanted)
        elif mode not in _IGNORED_MODES:
            self._tell(f"\x1b[?{mode}{'h' if wanted else 'l'}")

    def _turn_to_other(self, *, wanted: bool) -> None:
        screen = self.screen
        if wanted and screen.other is None:
            rows = {y: copy.copy(row) for y, row in screen.buffer.items()}
            screen.other = (rows, copy.copy(screen.cursor))
            screen.erase_in_display(2)
        elif not wanted and screen.other is not None:
            rows, cursor = screen.other
            screen.other = None
            screen.set_margins()
            screen.buffer.clear()
            screen.buffer.update({y: row for y, row in rows.items() if y < screen.lines})
            cursor.y = min(cursor.y, screen.lines - 1)
            screen.cursor = cursor

    def _scroll(self, count: int, *, up: bool) -> None:
        screen = self.screen
        top, bottom = screen.margins or (0, screen.lines - 1)
        y = screen.cursor.y
        for _ in range(min(count, screen.lines)):
            screen.cursor.y = bottom if up else top
            screen.index() if up else screen.reverse_index()
        screen.cursor.y = y
