"""*Show in folder*: the system's file manager, with the file chosen where it can do that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtGui import QDesktopServices

_SERVICE = "org.freedesktop.FileManager1"


def show_in_folder(path: Path, parent: QObject) -> None:
    """Open the folder of ``path``; returns at once."""
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        _open(path)
        return
    call = QDBusMessage.createMethodCall(
        _SERVICE, "/org/freedesktop/FileManager1", _SERVICE, "ShowItems"
    )
    call.setArguments([[QUrl.fromLocalFile(str(path)).toString()], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(call), parent)

    def answered(answer: QDBusPendingCallWatcher) -> None:
        if answer.isError():  # no file manager that knows it
            _open(path)
        answer.deleteLater()

    watcher.finished.connect(answered)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
