"""Printing the sheet with a recovery key, where the computer has printers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vmgui.gui.new_disk.recovery_sheet import Sheet, lay_out, print_on

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def has_printer() -> bool:
    """Whether the system knows any; asks its print service, so not for the window's thread."""
    try:
        from PySide6.QtPrintSupport import QPrinterInfo
    except ImportError:  # a library of the print service is missing
        return False
    return bool(QPrinterInfo.availablePrinterNames())


def ask(sheet: Sheet, parent: QWidget, done: Callable[[bool], object]) -> None:
    """Open the system's dialog for printers; ``done`` is called with whether it was taken."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("vmgui")  # queues and their logs show it: nothing of the disk
    lay_out(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, False)
    dialog.accepted.connect(lambda: done(send(printer, sheet)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setModal(True)
    dialog.show()


def send(printer: QPrinter, sheet: Sheet) -> bool:
    """Hand the sheet over."""
    return print_on(printer, sheet)
