"""A secret on the clipboard, for a short while."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

SECONDS = 45
# Clipboard histories of KDE and others leave out what is marked so.
_HINT = "x-kde-passwordManagerHint"


def copy_secret(text: str, owner: QObject, seconds: int = SECONDS) -> None:
    """Put it there; take it away after so many ``seconds``, or with ``owner`` if that is sooner."""
    data = QMimeData()
    data.setText(text)
    data.setData(_HINT, b"secret")
    QGuiApplication.clipboard().setMimeData(data)

    def take_away() -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == text:
            clipboard.clear()

    timer = QTimer(owner, singleShot=True, interval=seconds * 1000)
    timer.timeout.connect(take_away)
    owner.destroyed.connect(take_away)
    timer.start()
