"""How strong a passphrase is, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from vmgui.secret.strength import CORES, Strength

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_MONTH, _YEAR = 30 * _DAY, 365 * _DAY


class StrengthWords(QObject):
    """Made of :class:`QObject` for its plurals."""

    def verdict(self, found: Strength) -> str:
        """Two sentences: a judgement, and how long guessing would take."""
        if found.seconds is None:
            return self.tr("Nothing is typed yet.")
        word = (
            self.tr("Very weak."),
            self.tr("Weak."),
            self.tr("Fair."),
            self.tr("Good."),
            self.tr("Strong."),
        )[found.score]
        cores = QLocale().toString(CORES)
        told = self.tr("%s processor cores would find it %s.")
        return f"{word} {told % (cores, self._span(found.seconds))}"

    def _span(self, seconds: float) -> str:
        if seconds < 1:
            return self.tr("at once")
        if seconds >= 1e4 * _YEAR:
            return self.tr("after many thousand years")
        if seconds >= 1000 * _YEAR:
            return self.tr("after thousands of years")
        if seconds >= _YEAR:
            count = round(seconds / _YEAR)
            return self.tr("within %n year(s)", "", count)
        if seconds >= _MONTH:
            count = round(seconds / _MONTH)
            return self.tr("within %n month(s)", "", count)
        if seconds >= _DAY:
            count = round(seconds / _DAY)
            return self.tr("within %n day(s)", "", count)
        if seconds >= _HOUR:
            count = round(seconds / _HOUR)
            return self.tr("within %n hour(s)", "", count)
        if seconds >= _MINUTE:
            count = round(seconds / _MINUTE)
            return self.tr("within %n minute(s)", "", count)
        count = round(seconds)
        return self.tr("within %n second(s)", "", count)
