"""The header's fields as they lie in the file: the flag and the encryptionID, byte by byte."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from vmgui.api import Manifest
from vmgui.disk.header import Header

_FLAG, _ID = slice(12, 16), slice(16, 32)


@dataclass(frozen=True)
class Field:
    """``place`` says where, ``raw`` is what lies there in hexadecimal, ``meaning`` what it says."""

    name: str
    place: str
    raw: str
    meaning: str


def fields(head: bytes, header: Header, manifest: Manifest | None) -> list[Field]:
    """Of the file's first bytes ``head``. ``manifest`` is the plug-in's, where it is installed."""
    name = manifest.title if manifest is not None else header.body.cipher.plugin
    place = QCoreApplication.translate("HeaderFields", "bytes %d to %d of the file")
    if header.foreign is not None:
        marks = manifest.container.marks if manifest and manifest.container else []
        return [
            Field(
                QCoreApplication.translate("HeaderFields", "Mark of the format"),
                place % (mark.at, mark.at + len(mark.content) - 1),
                head[mark.at : mark.at + len(mark.content)].hex(" "),
                QCoreApplication.translate("HeaderFields", "%s; it stands for the encryptionID %s")
                % (header.foreign.format, header.encryption_id),
            )
            for mark in marks
            if head[mark.at : mark.at + len(mark.content)] == mark.content
        ]
    on = (
        QCoreApplication.translate("HeaderFields", "encryption is on")
        if int.from_bytes(head[_FLAG], "big") & 1
        else QCoreApplication.translate("HeaderFields", "encryption is off")
    )
    return [
        Field(
            QCoreApplication.translate("HeaderFields", "Encryption flag"),
            place % (_FLAG.start, _FLAG.stop - 1),
            head[_FLAG].hex(" "),
            on,
        ),
        Field(
            QCoreApplication.translate("HeaderFields", "EncryptionID"),
            place % (_ID.start, _ID.stop - 1),
            head[_ID].hex(" "),
            f"{header.encryption_id}, {name}",
        ),
    ]
