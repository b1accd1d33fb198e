"""Colours: a light and a dark palette of our own for Qt's Fusion style.

``QStyleHints.setColorScheme`` does nothing where the platform has no say in colours (bare X11,
offscreen), so the palettes are set here, on every platform the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory


class Scheme(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, by what they are for."""

    window: str
    side: str
    base: str
    raised: str
    border: str
    text: str
    quiet: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    good: str
    warning: str
    bad: str
    dark: bool


LIGHT = Colours(
    window="#f6f7f9",
    side="#eceef2",
    base="#ffffff",
    raised="#ffffff",
    border="#d5dae1",
    text="#1c2128",
    quiet="#59626e",
    disabled="#a3abb5",
    accent="#2563c9",
    accent_hover="#1e55b0",
    on_accent="#ffffff",
    selection="#d7e3f8",
    good="#177245",
    warning="#8a5a00",
    bad="#b42318",
    dark=False,
)

DARK = Colours(
    window="#1e2126",
    side="#17191d",
    base="#16181c",
    raised="#262a30",
    border="#3a4049",
    text="#e8ebef",
    quiet="#a0a9b5",
    disabled="#636c78",
    accent="#3672d8",
    accent_hover="#4a84e2",
    on_accent="#ffffff",
    selection="#2b3d5c",
    good="#54c58c",
    warning="#e3b04b",
    bad="#ff857a",
    dark=True,
)


def palette(colours: Colours) -> QPalette:
    """Qt's palette of a theme."""
    role = QPalette.ColorRole
    made = QPalette()
    for key, value in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.side,
        role.Text: colours.text,
        role.PlaceholderText: colours.quiet,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent_hover if colours.dark else colours.accent,
        role.Light: colours.raised,
        role.Midlight: colours.border,
        role.Mid: colours.border,
        role.Dark: colours.border,
        role.Shadow: "#000000",
    }.items():
        made.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.border))
    return made


def style_sheet(colours: Colours) -> str:
    """The few things that a palette can't say. Widgets opt in by a dynamic property ``look``."""
    c = colours
    icons = resources.files("vmgui.gui.icons")
    return f"""
    QToolTip {{ color: {c.text}; background: {c.raised}; border: 1px solid {c.border};
                padding: 4px; }}
    *[look="title"] {{ font-size: 17pt; font-weight: 600; }}
    *[look="heading"] {{ font-size: 12pt; font-weight: 600; }}
    *[look="step"] {{ color: {c.text}; font-weight: 600; }}
    *[look="quiet"] {{ color: {c.quiet}; }}
    *[look="good"] {{ color: {c.good}; }}
    *[look="warning"] {{ color: {c.warning}; }}
    *[look="bad"] {{ color: {c.bad}; }}
    *[look="mono"] {{ font-family: monospace; }}
    QFrame[look="card"] {{ background: {c.raised}; border: 1px solid {c.border};
                           border-radius: 8px; }}
    QFrame[look="side"] {{ background: {c.side}; border: none;
                           border-right: 1px solid {c.border}; }}
    QFrame[look="tools"] {{ background: {c.window}; border: none;
                            border-bottom: 1px solid {c.border}; }}
    QFrame[look="tools"] QToolButton {{ border: 1px solid transparent; border-radius: 6px;
                                        padding: 4px 8px; color: {c.text}; }}
    QFrame[look="tools"] QToolButton:hover {{ background: {c.selection}; }}
    QFrame[look="tools"] QToolButton:checked {{ background: {c.selection};
                                                border-color: {c.accent}; }}
    QFrame[look="tools"] QToolButton:focus {{ border-color: {c.accent}; }}
    QFrame[look="tools"] QToolButton:disabled {{ color: {c.disabled}; }}
    QFrame[look="tools"] QToolButton::menu-indicator {{ image: none; }}
    QFrame[look="footer"] {{ background: {c.side}; border: none;
                             border-top: 1px solid {c.border}; }}
    QFrame[look="line"] {{ background: {c.border}; border: none; max-height: 1px; }}
    QPushButton {{ background: {c.raised}; border: 1px solid {c.border}; border-radius: 6px;
                   padding: 5px 14px; min-height: 20px; }}
    QPushButton:hover {{ border-color: {c.quiet}; }}
    QPushButton:pressed {{ background: {c.selection}; }}
    QPushButton:focus {{ border-color: {c.accent}; }}
    QPushButton:disabled {{ color: {c.disabled}; background: {c.window}; }}
    QPushButton::menu-indicator {{ width: 8px; right: 7px; }}
    QPushButton[look="more"]::menu-indicator {{ image: none; width: 0; }}
    QPushButton[look="more"] {{ padding: 5px 8px; }}
    QPushButton[look="primary"] {{ background: {c.accent}; border-color: {c.accent};
                                   color: {c.on_accent}; font-weight: 600; }}
    QPushButton[look="primary"]:hover {{ background: {c.accent_hover}; }}
    QPushButton[look="primary"]:focus {{ border: 2px solid {c.text}; padding: 4px 13px; }}
    QPushButton[look="primary"]:disabled {{ background: {c.border}; border-color: {c.border};
                                            color: {c.quiet}; }}
    QPushButton[look="flat"] {{ background: transparent; border-color: transparent;
                                padding: 5px 8px; }}
    QPushButton[look="flat"]:hover {{ background: {c.selection}; }}
    QPushButton[look="flat"]:focus {{ border-color: {c.accent}; }}
    QLineEdit, QAbstractSpinBox, QComboBox {{ min-height: 24px; padding: 2px 8px;
        background: {c.base}; border: 1px solid {c.border}; border-radius: 6px; }}
    QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {{ border-color: {c.accent}; }}
    QLineEdit[wrong="true"] {{ border-color: {c.bad}; }}
    QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{ color: {c.disabled};
        background: {c.window}; }}
    QAbstractSpinBox QLineEdit {{ border: none; min-height: 0; padding: 0; background: none; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 20px;
        background: transparent; }}
    QAbstractSpinBox::up-arrow {{ image: url("{icons}/arrow-up.svg"); width: 12px; height: 12px; }}
    QAbstractSpinBox::down-arrow, QComboBox::down-arrow {{
        image: url("{icons}/arrow-down.svg"); width: 12px; height: 12px; }}
    QComboBox::drop-down {{ border: none; width: 24px; }}
    QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.border};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QCheckBox, QRadioButton {{ spacing: 8px; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px;
        background: {c.base}; border: 1px solid {c.quiet}; border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: 9px; }}
    QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {c.accent};
        width: 14px; height: 14px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked {{ background: {c.accent};
        border-color: {c.accent}; }}
    QCheckBox::indicator:checked {{ image: url("{icons}/tick.svg"); }}
    QRadioButton::indicator:checked {{ image: url("{icons}/dot.svg"); }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
        border-color: {c.border}; background: {c.window}; }}
    QPlainTextEdit {{ background: {c.base}; border: 1px solid {c.border}; border-radius: 6px; }}
    QListView[look="side"] {{ background: transparent; border: none; outline: none; }}
    QTabWidget::tab-bar {{ left: 8px; }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {c.border}; }}
    QTabBar::tab {{ background: transparent; border: none; padding: 8px 4px; margin: 0 12px;
                    color: {c.quiet}; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
    QTabBar::tab:focus {{ color: {c.accent}; }}
    QScrollBar {{ background: transparent; border: none; margin: 0; }}
    QScrollBar:vertical {{ width: 12px; }}
    QScrollBar:horizontal {{ height: 12px; }}
    QScrollBar::handle {{ background: {c.border}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:hover {{ background: {c.disabled}; }}
    QScrollBar::handle:vertical {{ min-height: 28px; }}
    QScrollBar::handle:horizontal {{ min-width: 28px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QScrollArea {{ background: transparent; border: none; }}
    QProgressBar {{ border: none; border-radius: 4px; background: {c.border}; max-height: 8px;
                    min-height: 8px; }}
    QProgressBar::chunk {{ border-radius: 4px; background: {c.accent}; }}
    QProgressBar[strength="0"]::chunk, QProgressBar[strength="1"]::chunk {{ background: {c.bad}; }}
    QProgressBar[strength="2"]::chunk {{ background: {c.warning}; }}
    QProgressBar[strength="3"]::chunk, QProgressBar[strength="4"]::chunk {{
        background: {c.good}; }}
    QStatusBar {{ color: {c.quiet}; }}
    """


class Theme(QObject):
    """The application's theme: applies the chosen scheme and follows the system's."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.scheme = Scheme.SYSTEM
        self.colours = LIGHT
        app.setStyle(QStyleFactory.create("Fusion"))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(Scheme.SYSTEM)

    def choose(self, scheme: Scheme) -> None:
        """Use ``scheme`` from now on."""
        self.scheme = scheme
        # Where the platform listens, title bars and its own dialogs come along.
        QGuiApplication.styleHints().setColorScheme(
            {
                Scheme.SYSTEM: Qt.ColorScheme.Unknown,
                Scheme.LIGHT: Qt.ColorScheme.Light,
                Scheme.DARK: Qt.ColorScheme.Dark,
            }[scheme]
        )
        self._apply()

    def _follow(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        dark = self.scheme is Scheme.DARK or (
            self.scheme is Scheme.SYSTEM
            and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        self.colours = DARK if dark else LIGHT
        self._app.setPalette(palette(self.colours))
        self._app.setStyleSheet(style_sheet(self.colours))
        self.changed.emit()


def theme() -> Theme:
    """The running application's theme, made at the first call."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found = app.findChild(Theme)
    return found if isinstance(found, Theme) else Theme(app)
