"""Widgets that are garbage are deleted in the window's thread, whoever asks for memory."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from vmgui.gui.garbage import Garbage


class Knot:
    """Holds itself, and with that a widget."""

    def __init__(self, deleted_in: list[int]) -> None:
        self.itself = self
        self.widget = QWidget()
        self.widget.destroyed.connect(
            lambda: deleted_in.append(threading.get_native_id()),
            Qt.ConnectionType.DirectConnection,
        )


@pytest.mark.usefixtures("qapp")
def test_widgets_are_deleted_in_the_window_s_thread(qapp: QApplication) -> None:
    deleted_in: list[int] = []
    for _ in range(3):
        Knot(deleted_in)

    def ask_for_memory() -> None:
        kept = [[number] for number in range(200_000)]
        assert kept

    thread = threading.Thread(target=ask_for_memory)
    thread.start()
    thread.join()
    assert deleted_in == []
    garbage = qapp.findChild(Garbage)
    assert garbage is not None
    for _ in range(200):  # each round makes the next generation older
        kept = [[number] for number in range(1_000)]
        garbage.collect()
        if deleted_in:
            break
    assert kept
    assert deleted_in == [threading.get_native_id()] * 3
