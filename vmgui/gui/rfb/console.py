"""The widget that shows a guest's screen and takes its keyboard and pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from vmgui.gui.language import say
from vmgui.gui.rfb.clipboard import SharedClipboard
from vmgui.gui.rfb.connection import ScreenConnection
from vmgui.gui.rfb.decoder import RfbError
from vmgui.gui.rfb.events import CursorShape
from vmgui.gui.rfb.keyboard import Keyboard
from vmgui.gui.rfb.keys import CTRL_ALT_DELETE, Chord
from vmgui.gui.rfb.pointer import BUTTONS, Wheel, cursor
from vmgui.gui.rfb.scaling import Scaling, place
from vmgui.gui.rfb.wire import Button

# A movement of nothing, where movements are sent (the pointer motion change extension).
_STILL = 0x7FFF
# The guest is asked for another size once the window's has come to rest.
_SETTLE_MS = 350
_SMALLEST = QSize(320, 200)


class Console(QWidget):
    """Shows the screen scaled to fit, in its own proportions, sharp on any display.

    While it has the focus all keys go to the guest; pressing and releasing Ctrl+Alt alone gives
    keyboard and pointer back (``let_go``). ``captured_changed`` tells whether the pointer is
    held inside, as guests with a mouse instead of a tablet need it.

    ``read_only``: the guest is watched only. ``focus_changed`` tells whether keys go to it.
    """

    focus_changed = Signal(bool)
    captured_changed = Signal(bool)
    connected_changed = Signal(bool)
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.connection = ScreenConnection(self)
        self._waiting = ""
        self._message = ""
        self._shape: CursorShape | None = None
        self._image = QImage()
        self._pixels = bytearray()
        self._absolute = True
        self._captured = False
        self._buttons = Button.NONE
        self._keyboard = Keyboard(self.connection)
        self._wheel = Wheel()
        self._read_only = False
        self._wants_all_keys = False
        self._scaling = Scaling.FIT
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._ask_for_size)
        self.clipboard = SharedClipboard(self.connection, self._shares_clipboard, self)
        self._keeps_all_keys = False
        self.setAccessibleName(self.tr("Screen of the virtual machine"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.connection.resized.connect(self._take_buffer)
        self.connection.painted.connect(self._repaint)
        self.connection.cursor_changed.connect(self._show_cursor)
        self.connection.pointer_mode_changed.connect(self._set_absolute)
        self.connection.connected_changed.connect(self._connection_changed)
        self.connection.refused.connect(self._show_refusal)
        self.connection.resizable_changed.connect(self._settle.start)

    # --- for the window -----------------------------------------------------------------------

    def watch(self, path: str, *, clipboard: bool = False, meanwhile: str = "") -> None:
        """Show the screen served at the absolute ``path``, now and whenever it comes back.

        Empty: there is none, or not yet. ``clipboard``: it shares the window's clipboard.
        ``meanwhile``: what is said without a screen.
        """
        self.connection.shares_clipboard = clipboard
        words = meanwhile or self.tr("Waiting for the screen…")
        if path != self.connection.path or words != self._waiting:
            self._waiting = self._message = words
            self.connection.open(path)
            self.update()

    def stop(self) -> None:
        """Show nothing."""
        self._waiting = self._message = ""
        self.connection.close()
        self.update()

    def send_ctrl_alt_delete(self) -> None:
        """Press Ctrl, Alt and Delete for the guest alone."""
        self.send_chord(CTRL_ALT_DELETE)

    def send_chord(self, chord: Chord) -> None:
        """Press keys for the guest alone, and release them in the opposite order."""
        for symbol, number in chord:
            self.connection.send_key(symbol, number, down=True)
        for symbol, number in reversed(chord):
            self.connection.send_key(symbol, number, down=False)

    @property
    def read_only(self) -> bool:
        """Whether the guest is watched only."""
        return self._read_only

    @read_only.setter
    def read_only(self, wanted: bool) -> None:
        if wanted:
            self._release_all()
        self._read_only = wanted
        self._keep_all_keys()

    @property
    def scaling(self) -> Scaling:
        """How the picture gets its size."""
        return self._scaling

    @scaling.setter
    def scaling(self, scaling: Scaling) -> None:
        self._scaling = scaling
        self._fit_anew()

    def picture(self) -> QImage:
        """A copy of the guest's screen as it is now, in its own pixels; null without one."""
        return self._image.copy() if self.connection.connected else QImage()

    def sizeHint(self) -> QSize:
        """Half a small screen; the layout gives what there is."""
        return QSize(640, 400)

    # --- picture ------------------------------------------------------------------------------

    def _take_buffer(self) -> None:
        screen = self.connection.framebuffer
        # The image only points at the pixels: they must live as long as it does.
        self._pixels = screen.pixels
        width, height, rgb = screen.width, screen.height, QImage.Format.Format_RGB32
        self._image = QImage(self._pixels, width, height, width * 4, rgb)
        self._fix_size()
        self.update()

    def _fix_size(self) -> None:
        """In the guest's own pixels the widget is as large as they are, and may be scrolled."""
        exact = self._scaling is Scaling.EXACT and not self._image.isNull()
        self.setMinimumSize(self._image.size() / self.devicePixelRatioF() if exact else QSize(0, 0))

    def _ask_for_size(self) -> None:
        if self._scaling is Scaling.GUEST and self.connection.connected:
            wanted = (self.size() * self.devicePixelRatioF()).expandedTo(_SMALLEST)
            self.connection.ask_for_size(wanted.width(), wanted.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The guest may follow."""
        super().resizeEvent(event)
        self._draw_cursor()
        self._settle.start()

    def _fit_anew(self) -> None:
        self._fix_size()
        self._draw_cursor()
        self._settle.start()
        self.update()

    def _target(self) -> QRectF:
        """Where the picture lies, in the widget's coordinates, on whole device pixels."""
        return place(self._image.size(), self.size(), self.devicePixelRatioF(), self._scaling)

    def _repaint(self, changed: QRect) -> None:
        target = self._target()
        if target.isEmpty():
            return
        scale = target.width() / self._image.width()
        # One pixel more at each side: smoothing mixes neighbours.
        self.update(
            QRectF(
                target.x() + changed.x() * scale - 2,
                target.y() + changed.y() * scale - 2,
                changed.width() * scale + 4,
                changed.height() * scale + 4,
            ).toAlignedRect()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part of the picture that is asked for."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("black"))
        if self.connection.connected and not self._image.isNull():
            target = self._target()
            exact = target.width() * self.devicePixelRatioF() == self._image.width()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
            painter.drawImage(target, self._image)
        elif self._message:
            painter.setPen(QColor("#b8bec6"))
            painter.drawText(
                self.rect().adjusted(24, 24, -24, -24),
                Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                self._message,
            )

    def _connection_changed(self, connected: bool) -> None:
        self._keyboard.forget()
        if not connected:
            self._release_pointer()
            self._message = self._waiting
            self._shape = None
            self.unsetCursor()
        self._keep_all_keys()
        self.update()
        self.connected_changed.emit(connected)

    def _show_refusal(self, error: RfbError) -> None:
        self._message = say(str(error))
        self.update()

    # --- pointer ------------------------------------------------------------------------------

    def _show_cursor(self, shape: CursorShape) -> None:
        self._shape = shape
        self._draw_cursor()

    def _draw_cursor(self) -> None:
        """The guest's pointer, as large as the picture has it."""
        shape = self._shape
        if shape is None:
            return
        ratio, target = self.devicePixelRatioF(), self._target()
        scale = target.width() * ratio / self._image.width() if not target.isEmpty() else 1.0
        self.setCursor(cursor(shape, scale, ratio))

    def _set_absolute(self, absolute: bool) -> None:
        self._absolute = absolute
        if absolute:
            self._release_pointer()

    def _capture_pointer(self) -> None:
        self._captured = True
        self.grabMouse(Qt.CursorShape.BlankCursor)
        QCursor.setPos(self.mapToGlobal(self.rect().center()))
        self.captured_changed.emit(True)

    def _release_pointer(self) -> None:
        if self._captured:
            self._captured = False
            self.releaseMouse()
            self.captured_changed.emit(False)

    def _send_pointer(self, position: QPointF) -> None:
        if self._absolute:
            target = self._target()
            if target.isEmpty():
                return
            x = (position.x() - target.x()) * self._image.width() / target.width()
            y = (position.y() - target.y()) * self._image.height() / target.height()
            self.connection.send_pointer(
                self._buttons,
                min(max(int(x), 0), self._image.width() - 1),
                min(max(int(y), 0), self._image.height() - 1),
            )
        elif self._captured:
            centre = self.rect().center()
            moved = position.toPoint() - centre
            self.connection.send_pointer(self._buttons, _STILL + moved.x(), _STILL + moved.y())
            if not moved.isNull():
                QCursor.setPos(self.mapToGlobal(centre))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the guest where the pointer is, or how it moved."""
        if self.read_only:
            return
        self._send_pointer(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a button for the guest; the first click on a guest with a mouse captures it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.read_only:
            return
        if not self._absolute and not self._captured:
            if self.connection.connected:
                self._capture_pointer()
            return
        self._buttons |= BUTTONS.get(event.button(), Button.NONE)
        self._send_pointer(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press like the first: the guest finds double clicks by itself."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Release a button for the guest."""
        if self.read_only:
            return
        self._buttons &= ~BUTTONS.get(event.button(), Button.NONE)
        self._send_pointer(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the guest's wheel, one click for each step or its worth of fine movement."""
        if self.read_only:
            return
        for button in self._wheel.turn(event.angleDelta()):
            self._click_wheel(button, event.position())
        event.accept()

    def _click_wheel(self, button: Button, position: QPointF) -> None:
        where = position if self._absolute else QPointF(self.rect().center())
        self._buttons |= button
        self._send_pointer(where)
        self._buttons &= ~button
        self._send_pointer(where)

    # --- keyboard -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from taking keys that belong to the guest."""
        if event.type() == QEvent.Type.ShortcutOverride and self._takes_keys():
            event.accept()
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # on another screen
            self._fit_anew()
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name)
        """Tab is the guest's while there is one."""
        return not self._takes_keys() and super().focusNextPrevChild(next)

    def _takes_keys(self) -> bool:
        return self.connection.connected and not self.read_only

    def _shares_clipboard(self) -> bool:
        return self.connection.shares_clipboard and self._takes_keys() and self.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a key for the guest; a held key repeats as it does here."""
        if not self._takes_keys():
            super().keyPressEvent(event)
            return
        self._keyboard.press(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Release the key that was pressed, whatever it would mean by now."""
        if not self._takes_keys():
            super().keyReleaseEvent(event)
            return
        if self._keyboard.release(event):
            self._release_pointer()
            self.let_go.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is the guest's, and with it the clipboard."""
        super().focusInEvent(event)
        self._keep_all_keys()
        self.clipboard.offer()
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Release whatever is still held: its release will be somebody else's event."""
        self._release_all()
        self._keep_all_keys()
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def _release_all(self) -> None:
        self._keyboard.release_all()
        if self._buttons:
            self._buttons = Button.NONE
            if self._absolute:
                self._send_pointer(QPointF(self.mapFromGlobal(QCursor.pos())))
        self._release_pointer()

    def keep_all_keys(self, wanted: bool) -> None:
        """Whether the window manager's keys are the guest's, too, while this has the focus."""
        self._wants_all_keys = wanted
        self._keep_all_keys()

    def _keep_all_keys(self) -> None:
        wanted = self._wants_all_keys and self.hasFocus() and self._takes_keys()
        window: QWindow | None = self.window().windowHandle()
        if window is not None and wanted != self._keeps_all_keys:
            self._keeps_all_keys = wanted
            window.setKeyboardGrabEnabled(wanted)
