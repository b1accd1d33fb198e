"""The Tab key's way through a window whose controls come and go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def follow_layout(window: QWidget) -> None:
    """Let Tab go as one reads.

    Qt puts what is made later at the end, behind the buttons below a page.
    """
    for before, after in pairwise(list(_stops(window))):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab stops at in here, in the order of the layouts."""
    if isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from _stops(inside)
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
        yield widget  # with what is in it, where it hands its focus to that
    elif (layout := widget.layout()) is not None:
        yield from _within(layout)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        assert item is not None
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _within(inner)
        elif widget is not None and not widget.isHidden():
            yield from _stops(widget)
