"""A field for each option of a plug-in's manifest, by the type of its default."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from vmgui.api import OptionValue
from vmgui.api.manifest import Option

OptionField: TypeAlias = QCheckBox | QComboBox | QLineEdit | QSpinBox
# What a spin box of Qt can hold.
_MOST = (1 << 31) - 1
_LONGEST = 200


def option_field(option: Option) -> OptionField:
    """A tick, a list of the choices, a number or a line of text, at its default."""
    default = option.default
    if isinstance(default, bool):
        box = QCheckBox()
        box.setChecked(default)
        return box
    if option.choices:
        combo = QComboBox()
        for choice in option.choices:
            combo.addItem(str(choice), choice)
        combo.setCurrentIndex(option.choices.index(default))
        return combo
    if isinstance(default, int) and abs(default) <= _MOST:
        number = QSpinBox()
        number.setRange(-_MOST if default < 0 else 0, _MOST)
        number.setValue(default)
        return number
    line = QLineEdit(str(default))
    line.setMaxLength(_LONGEST)
    line.setReadOnly(isinstance(default, int))  # a number that no field of Qt can change
    return line


def option_value(field: OptionField) -> OptionValue:
    """What was chosen, of the type that the manifest wants."""
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QComboBox):
        value: OptionValue = field.currentData()
        return value
    if isinstance(field, QSpinBox):
        return field.value()
    return int(field.text()) if field.isReadOnly() else field.text()
