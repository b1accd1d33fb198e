"""The sheet with a recovery key: drawn on paper, in a PDF, or on a picture."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

import segno
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QDate,
    QLocale,
    QMarginsF,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

translate = QCoreApplication.translate

_COLUMNS = 3
# The sheet is laid out on this many units across; painters scale it to their paper.
_WIDTH = 1000.0
# White around a QR code that readers need, in modules (ISO/IEC 18004).
_QUIET = 4


@dataclass(frozen=True)
class Sheet:
    """What stands on it: the words, and the disk that they open."""

    words: Sequence[str] = field(repr=False)
    name: str
    uuid: str
    date: datetime.date


def payload(words: Sequence[str]) -> str:
    """What the QR code says: the words as they are typed, so any reader's text opens the disk."""
    return " ".join(words)


def modules(words: Sequence[str]) -> list[list[bool]]:
    """The QR code, row by row; True is dark. A seventh of it may get dirty."""
    code = segno.make_qr(payload(words), error="m")
    return [[bool(module) for module in row] for row in code.matrix]


def pdf(sheet: Sheet) -> bytes:
    """The sheet as a PDF of one page, in memory."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    # A reader of the file sees its title; the words are on the page alone.
    writer.setTitle(translate("RecoverySheet", "Recovery key of %s") % sheet.name)
    writer.setCreator("vmgui")
    lay_out(writer)
    print_on(writer, sheet)
    buffer.close()
    return bytes(content.data())


def lay_out(device: QPagedPaintDevice) -> None:
    """Paper as it is usual here, upright, with margins that every printer can keep."""
    metric = QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    size = QPageSize.PageSizeId.A4 if metric else QPageSize.PageSizeId.Letter
    device.setPageSize(QPageSize(size))
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    device.setPageMargins(QMarginsF(20, 18, 20, 18), QPageLayout.Unit.Millimeter)


def print_on(device: QPagedPaintDevice, sheet: Sheet) -> bool:
    """Draw the sheet on a printer or a PDF; False where the device takes nothing."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    try:
        across = device.width()
        painter.scale(across / _WIDTH, across / _WIDTH)
        draw(painter, sheet)
    finally:
        done = painter.end()
    return done


def draw(painter: QPainter, sheet: Sheet) -> None:
    """Draw it from the origin on, :data:`_WIDTH` wide; about as high as it is wide and a third."""
    painter.setPen(QColor("black"))
    top = _text(painter, 0, translate("RecoverySheet", "Recovery key"), 46, bold=True)
    day = QLocale().toString(
        QDate(sheet.date.year, sheet.date.month, sheet.date.day), QLocale.FormatType.LongFormat
    )
    top += 14
    for title, value in (
        (translate("RecoverySheet", "Disk"), sheet.name),
        (translate("RecoverySheet", "UUID"), sheet.uuid),
        (translate("RecoverySheet", "Date"), day),
    ):
        _text(painter, top, title, 22, colour="#555555")
        top = _text(painter, top, value, 22, left=150) + 4
    top = _words(painter, top + 26, sheet.words) + 30
    _below(painter, top, sheet)


def _below(painter: QPainter, top: float, sheet: Sheet) -> None:
    """The QR code at the left, what to do at its right."""
    side = 330.0
    _code(painter, QRectF(0, top, side, side), sheet.words)
    left, at = side + 30, top
    for heading, words in (
        (
            translate("RecoverySheet", "Keep it"),
            translate(
                "RecoverySheet",
                "These words open the disk, as its passphrase does. Whoever has them and a copy "
                "of the disk can read it: keep this sheet away from the computer, and show it to "
                "nobody.",
            ),
        ),
        (
            translate("RecoverySheet", "Use it"),
            translate(
                "RecoverySheet",
                "Type the words in the order of their numbers, with blanks between, wherever "
                "vmgui asks for this disk's passphrase, or scan the code with a reader that keeps "
                "nothing and paste its text.",
            ),
        ),
        (
            translate("RecoverySheet", "If it is lost"),
            translate(
                "RecoverySheet",
                "Make another recovery key on the disk's page, and remove this one's key slot, "
                "which the date above tells from others.",
            ),
        ),
    ):
        at = _text(painter, at, heading, 22, left=left, bold=True) + 2
        at = _text(painter, at, words, 20, left=left) + 16


def _words(painter: QPainter, top: float, words: Sequence[str]) -> float:
    rows, width, height = -(-len(words) // _COLUMNS), _WIDTH / _COLUMNS, 52.0
    frame = QRectF(0, top, _WIDTH, rows * height + 24)
    painter.setPen(QColor("#888888"))
    painter.drawRoundedRect(frame, 10, 10)
    for number, word in enumerate(words):
        left = number // rows * width
        line = top + 12 + number % rows * height
        painter.setPen(QColor("#555555"))
        painter.setFont(_font(20))
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRectF(left + 12, line, 46, height),
            flags | Qt.AlignmentFlag.AlignRight,
            f"{number + 1}",
        )
        painter.setPen(QColor("black"))
        painter.setFont(_font(27, mono=True))
        painter.drawText(
            QRectF(left + 74, line, width - 80, height), flags | Qt.AlignmentFlag.AlignLeft, word
        )
    painter.setPen(QColor("black"))
    return frame.bottom()


def _code(painter: QPainter, box: QRectF, words: Sequence[str]) -> None:
    matrix = modules(words)
    painter.fillRect(box, QColor("white"))
    size = box.width() / (len(matrix) + 2 * _QUIET)
    for row, line in enumerate(matrix):
        start = 0
        for column in range(len(line) + 1):
            if column < len(line) and line[column]:
                continue
            if column > start:  # dark ones beside each other as one: no hairlines between them
                painter.fillRect(
                    QRectF(
                        box.left() + (start + _QUIET) * size,
                        box.top() + (row + _QUIET) * size,
                        (column - start) * size,
                        size,
                    ),
                    QColor("black"),
                )
            start = column + 1


def _text(
    painter: QPainter,
    top: float,
    words: str,
    size: int,
    *,
    left: float = 0,
    bold: bool = False,
    colour: str = "black",
) -> float:
    """Draw wrapped text; where it ends."""
    painter.setFont(_font(size, bold=bold))
    painter.setPen(QColor(colour))
    box = QRectF(left, top, _WIDTH - left, 4000)
    flags = Qt.TextFlag.TextWrapAnywhere if " " not in words else Qt.TextFlag.TextWordWrap
    used = painter.boundingRect(box, flags, words)
    painter.drawText(box, flags, words)
    return used.bottom()


def _font(size: int, *, bold: bool = False, mono: bool = False) -> QFont:
    font = QFont("monospace" if mono else "sans-serif")
    if mono:
        font.setStyleHint(QFont.StyleHint.Monospace)
    # In the sheet's units, whatever the resolution of the paper.
    font.setPixelSize(size)
    font.setBold(bold)
    return font
