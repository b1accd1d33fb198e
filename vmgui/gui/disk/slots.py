"""Key slots in plain words: what kind, since when, what a guess costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from vmgui.disk.body import Kdf, KeySlot
from vmgui.disk.header import Header
from vmgui.gui.disk.badges import costs_too_little
from vmgui.gui.language import say
from vmgui.gui.sizes import size_text


@dataclass(frozen=True)
class SlotFacts:
    """One key slot. ``kind`` is "" where the format does not keep it; ``cheap``: make it new."""

    number: int
    kind: str
    title: str
    words: str
    cheap: bool = False


def slots_of(header: Header) -> list[SlotFacts]:
    """All of a disk's."""
    if header.foreign is None:
        return list(_own(header.body.key_slots))
    return [
        SlotFacts(
            slot.id,
            "",
            QCoreApplication.translate("Slots", "Passphrase or key file"),
            QCoreApplication.translate("Slots", "Key slot %d. %s.")
            % (slot.id, say(slot.summary).rstrip(".")),
            "pbkdf2" in slot.summary.lower(),
        )
        for slot in header.foreign.slots
    ]


def kind_name(kind: str) -> str:
    """The kind of a slot, for a person."""
    return {
        "passphrase": QCoreApplication.translate("Slots", "Passphrase"),
        "key-file": QCoreApplication.translate("Slots", "Key file"),
        "recovery": QCoreApplication.translate("Slots", "Recovery key"),
    }.get(kind, QCoreApplication.translate("Slots", "Passphrase or key file"))


def day(time: str) -> str:
    """The day of an ISO time, as it is written here."""
    made = QDateTime.fromString(time, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(made.date(), QLocale.FormatType.ShortFormat)


def _own(slots: list[KeySlot]) -> Iterator[SlotFacts]:
    for slot in slots:
        cheap = slot.kind == "passphrase" and costs_too_little(slot.kdf)
        yield SlotFacts(
            slot.id,
            slot.kind,
            kind_name(slot.kind),
            QCoreApplication.translate("Slots", "Key slot %d, since %s. %s")
            % (slot.id, day(slot.created), _cost(slot.kdf)),
            cheap,
        )


def _cost(kdf: Kdf) -> str:
    return QCoreApplication.translate(
        "Slots", "Each guess fills %s of memory %s times (Argon2id)."
    ) % (size_text(kdf.memory << 10), QLocale().toString(kdf.passes))
