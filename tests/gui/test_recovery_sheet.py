"""The sheet with a recovery key: what its QR code says, and what stands on it."""

from __future__ import annotations

import datetime
import stat
from pathlib import Path

import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.gui.conftest import until
from tests.gui.person import click
from vmgui.gui.new_disk import recovery_sheet
from vmgui.gui.new_disk.recovery_sheet import Sheet, draw, modules, payload, pdf
from vmgui.gui.new_disk.recovery_view import RecoveryView
from vmgui.secret import recovery

UUID = "9b8d0d09-9545-4e95-acc8-dae546c284d3"


def sheet(name: str = "data.vmg") -> Sheet:
    return Sheet(recovery.new().words, name, UUID, datetime.date(2026, 11, 23))


def picture(shown: Sheet) -> QImage:
    image = QImage(1100, 1400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw(painter, shown)
    painter.end()
    return image


def test_the_code_says_what_opens_the_disk() -> None:
    key = recovery.new()
    assert recovery.parse(payload(key.words)) == key.secret()


def test_the_modules_are_those_of_the_words() -> None:
    words = recovery.new().words
    wanted = segno.make(" ".join(words), error="m", micro=False)
    assert modules(words) == [[bool(module) for module in row] for row in wanted.matrix]
    assert modules(words) != modules(recovery.new().words)


def test_the_code_is_drawn_module_by_module_with_white_around(qtbot: QtBot) -> None:
    words = recovery.new().words
    matrix = modules(words)
    side = len(matrix) + 2 * recovery_sheet._QUIET
    image = QImage(4 * side, 4 * side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    painter = QPainter(image)
    recovery_sheet._code(painter, QRectF(image.rect()), words)
    painter.end()

    def dark(row: int, column: int) -> bool:
        colour = image.pixelColor(4 * column + 2, 4 * row + 2)
        assert colour.red() == colour.green() == colour.blue(), "all of it is black or white"
        return colour.lightness() < 128

    drawn = [[dark(row, column) for column in range(side)] for row in range(side)]
    quiet = recovery_sheet._QUIET
    assert [row[quiet:-quiet] for row in drawn[quiet:-quiet]] == matrix
    around = [*drawn[:quiet], *drawn[-quiet:], *(row[:quiet] + row[-quiet:] for row in drawn)]
    assert not any(map(any, around))


def test_it_all_fits_a_page_whatever_the_name(qtbot: QtBot) -> None:
    for name in ("d.vmg", "accounts of the years before " * 7 + ".vmg", "x" * 204):
        image = picture(sheet(name))
        edges = [image.pixelColor(x, 1399) for x in range(1100)]
        edges += [image.pixelColor(x, y) for y in range(1400) for x in (1010, 1050)]
        assert all(colour.lightness() == 255 for colour in edges), name


def test_two_keys_make_two_sheets(qtbot: QtBot) -> None:
    one, other = sheet(), sheet()
    assert picture(one) == picture(one)
    assert picture(one) != picture(other)


def test_the_pdf_is_one_page_and_says_no_word_outside_of_it(qtbot: QtBot) -> None:
    shown = sheet()
    content = pdf(shown)
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    assert " ".join(shown.words).encode() not in content


def test_without_a_printer_the_pdf_is_offered_and_saving_settles_it(
    qtbot: QtBot, home: Path
) -> None:
    view = RecoveryView(recovery.new(), Path("data.vmg"), UUID)
    qtbot.addWidget(view)
    view.show()
    click(view.print_button)
    until(qtbot, lambda: "No printer" in view.saved.text())
    assert not view.settled()
    assert view.print_button.isEnabled()
    with qtbot.waitSignal(view.changed):
        view.save(home / "sheet.pdf")
    assert view.settled()
    assert stat.S_IMODE((home / "sheet.pdf").stat().st_mode) == 0o600
    assert (home / "sheet.pdf").read_bytes().startswith(b"%PDF-")


def test_a_printer_gets_the_sheet(qtbot: QtBot, home: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from vmgui.gui.new_disk import printing

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(home / "printed.pdf"))
    recovery_sheet.lay_out(printer)
    assert printing.send(printer, sheet())
    assert (home / "printed.pdf").stat().st_size > 5000
