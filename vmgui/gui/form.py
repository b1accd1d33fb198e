"""Small pieces that the pages are laid out with."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


def text(words: str = "", look: str = "") -> QLabel:
    """A label for whole sentences: plain text that wraps. ``look``: see :mod:`vmgui.gui.theme`."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    if look:
        label.setProperty("look", look)
    return label


def breakable(words: str) -> str:
    """The same with places to break a line within very long words, which names may have.

    Only for texts that nobody copies: the places are characters, though ones without width.
    """
    return re.sub(r"\S{24}(?=\S)", "\\g<0>\u200b", words)


def hint(words: str) -> QLabel:
    """A quiet sentence below a tick or radio button, in line with its text."""
    label = text(words, "quiet")
    label.setContentsMargins(25, 0, 0, 0)
    return label


def set_look(widget: QWidget, look: str) -> None:
    """Change a widget's look."""
    widget.setProperty("look", look)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def fact(words: str, *, mono: bool = False) -> QLabel:
    """A value that can be selected and copied."""
    label = text(words, "mono" if mono else "")
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def form() -> QFormLayout:
    """Names at the left, fields or facts at the right, each as wide as there is room."""
    layout = QFormLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(20)
    layout.setVerticalSpacing(12)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return layout


def add_field(layout: QFormLayout, name: str, field: QWidget, line: QWidget | None = None) -> None:
    """A row with a field; its name stands beside ``line``, the field's first line."""
    label = QLabel(name)
    label.setBuddy(field)
    label.setFixedHeight((line or field).sizeHint().height())
    if isinstance(field, QAbstractSpinBox):
        # A style sheet's padding does not reach the text in here.
        field.lineEdit().setTextMargins(6, 0, 0, 0)
    layout.addRow(label, field)


def add_fact(layout: QFormLayout, name: str, value: QWidget) -> None:
    """A row of a table: a quiet name, a value of one or more lines."""
    layout.setVerticalSpacing(8)
    label = QLabel(name)
    label.setProperty("look", "quiet")
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    layout.addRow(label, value)


def card() -> tuple[QFrame, QVBoxLayout]:
    """A raised panel and the layout inside it."""
    frame = QFrame()
    frame.setProperty("look", "card")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(18, 14, 18, 14)
    inside.setSpacing(10)
    return frame, inside


def name_box(box: QComboBox, name: str) -> None:
    """Say what is chosen here, for screen readers.

    On Linux Qt tells them the present entry as a box's name, and leaves the name to a label beside
    it, which not every box has. What it tells as well is the description.
    """
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)


def clear(layout: QVBoxLayout) -> None:
    """Delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
