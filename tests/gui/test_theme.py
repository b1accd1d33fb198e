"""Both themes can be read: contrast as WCAG 2.1 wants it (4.5 for text, 3 for large signs)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from vmgui.gui.theme import DARK, LIGHT, Colours, Scheme, theme


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    made = QColor(colour)
    red, green, blue = (linear(part) for part in (made.redF(), made.greenF(), made.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_texts_stand_out_from_every_ground_they_are_on(colours: Colours) -> None:
    grounds = (colours.window, colours.side, colours.base, colours.raised)
    for text in (colours.text, colours.quiet, colours.good, colours.warning, colours.bad):
        for ground in grounds:
            assert contrast(text, ground) >= 4.5, (text, ground)
    for text in (colours.text, colours.quiet):
        assert contrast(text, colours.selection) >= 4.5, text
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.accent, colours.window) >= 3


def test_the_choice_is_applied_to_the_application(qapp: QApplication) -> None:
    for scheme, colours in ((Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)):
        theme().choose(scheme)
        assert theme().colours is colours
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == colours.window
