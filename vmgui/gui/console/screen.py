"""A guest's screen with its tools: keys that this computer would keep, pictures, sizes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QImage, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.elided_label import ElidedLabel
from vmgui.gui.error_dialog import show_error
from vmgui.gui.icons import wear
from vmgui.gui.library.library import Machine
from vmgui.gui.rfb.console import Console
from vmgui.gui.rfb.keys import chords
from vmgui.gui.rfb.scaling import Scaling
from vmgui.gui.rfb.wire import Lock
from vmgui.gui.settings import Settings

_WITH_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
# Beside the tools, in pixels: enough for the beginning of the sentence on keys.
_ROOM_FOR_HINT = 180
# How long it is said what was done.
_SAID_MS = 8000


class ScreenView(QWidget):
    """The console below a slim row of tools.

    ``window_wanted`` and ``full_screen_wanted`` ask whoever holds it to show it otherwise;
    ``said`` carries a sentence on what was done.
    """

    window_wanted = Signal()
    full_screen_wanted = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, embedded: bool = True) -> None:
        super().__init__(parent)
        self._name = ""
        self._embedded = embedded
        self._worded: list[QToolButton] = []
        self.console = Console()
        self.area = QScrollArea()
        self.area.setWidget(self.console)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar = QFrame()
        self.bar.setProperty("look", "tools")
        self._tools = QHBoxLayout(self.bar)
        self._tools.setContentsMargins(18, 4, 18, 4)
        self._tools.setSpacing(4)
        # It may be narrower than its words: then the icons alone are shown.
        self.bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fill(embedded=embedded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.area, 1)
        self._said = QTimer(self, singleShot=True, interval=_SAID_MS)
        self._said.timeout.connect(self._tell_keys)
        self._locks = Lock.NONE
        self.console.connection.locks_changed.connect(self._take_locks)
        self.console.focus_changed.connect(self._tell_keys)
        self.console.captured_changed.connect(self._tell_keys)
        self.console.connected_changed.connect(self._enable)
        self._enable(False)
        self._tell_keys()

    # --- for whoever holds it -----------------------------------------------------------------

    def show_machine(self, machine: Machine) -> None:
        """Show this machine's screen, which it must have."""
        if machine.name != self._name:
            self._name = machine.name
            self.watch_only.setChecked(False)
        if not self.console.connection.path:
            self._recall_scaling()
        shares = machine.definition is not None and machine.definition.display.clipboard
        off = "" if machine.live else self.tr("This virtual machine is off.")
        self.console.watch(machine.status.vnc, clipboard=shares, meanwhile=off)

    def stop(self) -> None:
        """Watch nothing."""
        self.console.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With too little room the tools lose their words."""
        super().resizeEvent(event)
        for style in (_WITH_WORDS, Qt.ToolButtonStyle.ToolButtonIconOnly):
            for button in self._worded:
                button.setToolButtonStyle(style)
            if self._tools.minimumSize().width() + _ROOM_FOR_HINT <= self.width():
                break

    # --- tools --------------------------------------------------------------------------------

    def _fill(self, *, embedded: bool) -> None:
        self.keys = self._tool("keyboard", self.tr("Send keys"))
        self.keys.setToolTip(self.tr("Press keys for the guest that this computer keeps"))
        self.keys.setMenu(self.keys_menu(self.keys))
        self.keys.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.picture = self._tool("camera", self.tr("Save picture…"))
        self.picture.setToolTip(self.tr("Save what the guest shows now as a picture"))
        self.picture.clicked.connect(self.save_picture)
        self.size_button = self._tool("scale", self.tr("Size"))
        self.size_button.setMenu(self._sizes())
        self.size_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.watch_only = self._tool("eye", self.tr("Watch only"))
        self.watch_only.setToolTip(self.tr("Send the guest neither keys nor the pointer"))
        self.watch_only.setCheckable(True)
        self.watch_only.toggled.connect(self._set_read_only)
        self.hint = ElidedLabel()
        self.hint.setProperty("look", "quiet")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # It gives way before the tools do.
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._tools.addWidget(self.hint, 1)
        self.own_window = self._tool("window", self.tr("Own window"), icon_only=True)
        self.own_window.setToolTip(self.tr("Show this screen in a window of its own"))
        self.own_window.clicked.connect(self.window_wanted)
        self.own_window.setVisible(embedded)
        self.full_screen = self._tool("fullscreen", self.tr("Full screen"), icon_only=True)
        self.full_screen.setToolTip(self.tr("Full screen"))
        self.full_screen.clicked.connect(self.full_screen_wanted)

    def keys_menu(self, parent: QWidget) -> QMenu:
        """What this computer would keep for itself, to be pressed for the guest."""
        menu = QMenu(parent)
        for name, chord in chords().items():
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, keys=chord: self.console.send_chord(keys))
        return menu

    def _tool(self, icon: str, words: str, *, icon_only: bool = False) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setAutoRaise(True)
        if not icon_only:
            self._worded.append(button)
        wear(button, icon)
        self._tools.addWidget(button)
        return button

    def _sizes(self) -> QMenu:
        menu = QMenu(self.size_button)
        group = QActionGroup(menu)
        self.sizes = {
            Scaling.FIT: QAction(self.tr("&Fit the window"), group),
            Scaling.EXACT: QAction(self.tr("The guest's &own pixels"), group),
            Scaling.GUEST: QAction(self.tr("&Resize the guest's screen"), group),
        }
        for scaling, action in self.sizes.items():
            action.setCheckable(True)
            action.setChecked(scaling is self.console.scaling)
            action.triggered.connect(lambda _=False, each=scaling: self._scale(each))
            menu.addAction(action)
        return menu

    def _scale(self, scaling: Scaling) -> None:
        self.console.scaling = scaling
        Settings().set_console_scaling(self._name, scaling.value)

    def _recall_scaling(self) -> None:
        known = {each.value: each for each in Scaling}
        scaling = known.get(Settings().console_scaling(self._name), Scaling.FIT)
        self.sizes[scaling].setChecked(True)
        if scaling is not self.console.scaling:
            self.console.scaling = scaling

    def _set_read_only(self, wanted: bool) -> None:
        self.console.read_only = wanted
        self._enable(self.console.connection.connected)

    def _enable(self, connected: bool) -> None:
        self.keys.setEnabled(connected and not self.console.read_only)
        self.picture.setEnabled(connected)
        self._locks = self._locks if connected else Lock.NONE
        self._tell_keys()

    def _take_locks(self, lights: Lock) -> None:
        self._locks = lights
        self._tell_keys()

    def _say(self, words: str) -> None:
        """Say what was done: here where there is no status bar."""
        self.said.emit(words)
        if not self._embedded:
            self._show_hint(words)
            self._said.start()

    def _tell_keys(self) -> None:
        if self._said.isActive():
            return
        if not self.console.connection.connected:
            words = ""
        elif self.console.read_only:
            words = self.tr("The guest is only watched.")
        elif self.console.hasFocus() and Lock.CAPS in self._locks:
            words = self.tr("Ctrl+Alt frees the keyboard. Caps Lock is on.")
        elif self.console.hasFocus():
            words = self.tr("Ctrl+Alt frees the keyboard.")
        else:
            words = self.tr("Click into the screen to type there.")
        self._show_hint(words)

    def _show_hint(self, words: str) -> None:
        self.hint.setText(words)
        more = self.tr(
            "While the screen has the keyboard, texts that are copied here can be pasted there and "
            "the other way round, if the guest runs the SPICE agent."
        )
        shared = self.console.connection.shares_clipboard and not self.console.read_only
        self.hint.setToolTip(f"{words}\n\n{more}" if words and shared else words)

    # --- pictures -----------------------------------------------------------------------------

    def save_picture(self) -> None:
        """Ask where, then save what the guest shows now."""
        picture = self.console.picture()
        if picture.isNull():
            return
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        folder = QStandardPaths.writableLocation(pictures)
        if not Path(folder).is_dir():
            folder = str(Path.home())
        now = QDateTime.currentDateTime().toString("yyyy-MM-dd hh-mm-ss")
        name = f"{self._name.replace('/', '-')} {now}.png"
        dialog = QFileDialog(self, self.tr("Save picture"), folder, self.tr("Pictures (*.png)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self._save(picture, Path(path)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _save(self, picture: QImage, path: Path) -> None:
        in_background(
            self,
            lambda: _write(picture, path),
            lambda _: self._say(self.tr("The picture was saved as %s.") % path),
            lambda error: show_error(error, self.window()),
        )


def _write(picture: QImage, path: Path) -> None:
    if not picture.save(str(path)):
        raise VmguiError(
            f"The picture {path} can't be written.",
            remedy="Choose a folder that you may write to and that has room.",
            code="picture",
        )
