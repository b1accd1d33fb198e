"""Bars of how many times as fast as QEMU's LUKS, as an SVG."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QTextOption
from PySide6.QtSvg import QSvgGenerator

from benchmarks.results import Section

# Who is drawn, and in which colour: the same hues as in the window.
_DRAWN = {
    "vmgui aes-xts": "#2563c9",
    "vmgui aes-xts, vhost-user": "#2563c9",
    "vmgui aes-gcm": "#15803d",
    "vmgui aes-gcm, vhost-user": "#15803d",
    "QEMU raw": "#9aa3af",
}
_INK = QColor("#1c2024")
_WIDTH, _LEFT, _BAR, _GAP, _TOP = 860, 300, 13, 12, 44


def draw(sections: list[Section], path: Path) -> None:
    """One group of bars a load; a line stands where QEMU's LUKS is."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    rows = [
        (section, load, [who for who in _DRAWN if who in load.rates])
        for section in sections
        for load in section.loads
    ]
    height = _TOP * (len(sections) + 1) + sum(_BAR * len(who) + _GAP for _, _, who in rows)
    most = max(load.ratio(who, section.rival) for section, load, all_ in rows for who in all_)
    scale = (_WIDTH - _LEFT - 60) / most
    made = QSvgGenerator()
    made.setFileName(str(path))
    made.setSize(QSize(_WIDTH, height))
    made.setViewBox(QRectF(0, 0, _WIDTH, height))
    made.setTitle("How many times as fast as QEMU's LUKS")
    painter = QPainter(made)

    def write(
        x: float, y: float, wide: float, tall: float, words: str, right: bool = False
    ) -> None:
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(_INK)
        painter.drawText(QRectF(x, y, wide, tall), words, option)

    painter.fillRect(QRectF(0, 0, _WIDTH, height), QColor("white"))
    font = QFont("DejaVu Sans", 9)
    bold = QFont(font)
    bold.setBold(True)
    y, shown = 8.0, None
    for section, load, who in rows:
        if section is not shown:
            shown = section
            painter.setFont(bold)
            painter.setPen(QColor("#1c2024"))
            painter.drawText(
                QRectF(12, y, _WIDTH, _TOP), Qt.AlignmentFlag.AlignVCenter, section.title
            )
            painter.setFont(font)
            y += _TOP
        tall = _BAR * len(who)
        write(0, y, _LEFT - 12, tall, load.name, right=True)
        for number, each in enumerate(who):
            ratio = load.ratio(each, section.rival)
            bar = QRectF(_LEFT, y + number * _BAR + 1, ratio * scale, _BAR - 2)
            painter.fillRect(bar, QColor(_DRAWN[each]))
            write(bar.right() + 5, bar.top(), 60, _BAR - 2, f"{ratio:.1f}")
        at = round(_LEFT + scale)
        painter.setPen(QColor("#b42318"))
        painter.drawLine(at, round(y - _GAP / 2), at, round(y + tall + _GAP / 2))
        y += tall + _GAP
    x = 12.0
    legend = {"vmgui aes-xts": "AES-XTS", "vmgui aes-gcm": "AES-GCM", "QEMU raw": "QEMU, raw"}
    for each, words in legend.items():
        painter.fillRect(QRectF(x, y + 14, 12, 12), QColor(_DRAWN[each]))
        write(x + 18, y + 10, 160, 20, words)
        x += 130
    write(x, y + 10, 300, 20, "red line: QEMU's LUKS, 1.0")
    painter.end()
    del application
