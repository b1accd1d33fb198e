"""Small pieces that the pages are laid out with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget


def text(words: str = "", look: str = "") -> QLabel:
    """A label for whole sentences: plain text that wraps. ``look``: see :mod:`vmgui.gui.theme`."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if look:
        label.setProperty("look", look)
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


def form(*, tall: bool = False) -> QFormLayout:
    """Names at the left, fields at the right, each as wide as there is room.

    ``tall``: for values of several lines, whose names stand beside the first.
    """
    layout = QFormLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(20)
    layout.setVerticalSpacing(12)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    beside = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | beside)
    return layout


def card() -> tuple[QFrame, QVBoxLayout]:
    """A raised panel and the layout inside it."""
    frame = QFrame()
    frame.setProperty("look", "card")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(18, 14, 18, 14)
    inside.setSpacing(10)
    return frame, inside


def clear(layout: QVBoxLayout) -> None:
    """Delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
