"""Known answers, from a standard or from another implementation."""

from __future__ import annotations

from vmgui.api.conformance import answers
from vmgui.api.conformance.fault import Fault, printable
from vmgui.api.conformance.kit import check
from vmgui.api.conformance.subject import Subject

_LOOK = "Compare keys, byte order of the sector number, and the mode with the source."


@check("known-answers", "It gives the known answers of its vectors.toml", "with-answers")
def known_answers(subject: Subject) -> None:
    for answer in answers.read(subject.folder, subject.manifest):
        source = printable(answer.source)
        wanted = subject.key_size(answer.setting.options)
        if len(answer.key) != wanted:
            raise Fault(f"In {answers.FILE}, {source}: the key should have {wanted} bytes.")
        disk = subject.make(answer.setting, answer.key, answer.disk)
        if not subject.tag_size and disk.seal(answer.first, answer.plain) != answer.sealed:
            disk.fault(f"encrypt gives another ciphertext than {source}.", _LOOK)
        if disk.open(answer.first, answer.sealed) != answer.plain:
            disk.fault(f"decrypt gives another text than {source}.", _LOOK)
