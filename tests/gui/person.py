"""What a person does with a window: types, clicks, ticks, reads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget


def type_into(field: QWidget, text: str) -> None:
    """Type over what is there."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def tick(box: QWidget) -> None:
    """Press a check box or radio button with the space bar."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)


def click(widget: QWidget) -> None:
    """Click in the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def texts(widget: QWidget) -> str:
    """All words that can be read."""
    QApplication.processEvents()  # what was just added is hidden until then
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))
