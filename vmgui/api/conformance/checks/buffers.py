"""The caller's buffers: fill the right one, all of it, and nothing else."""

from __future__ import annotations

from vmgui.api import TamperedSector
from vmgui.api.conformance.buffers import Guarded
from vmgui.api.conformance.kit import check
from vmgui.api.conformance.subject import Disk, Subject

_FILLS = (0x00, 0xA5)


@check("buffers", "It writes into the buffer it is to fill, all of it, and nowhere else")
def buffers(subject: Subject) -> None:
    for setting in subject.settings:
        for length in (1, 3):
            disk = subject.make(setting)
            plain = subject.bytes(length * disk.size, "buffers")
            sealed = disk.seal(50, plain)
            results: dict[str, list[bytes]] = {"encrypt": [], "decrypt": []}
            for fill in _FILLS:
                dirt = bytes([fill]) * len(plain)
                text, out = Guarded(plain), Guarded(dirt)
                tags = Guarded(bytes([fill]) * disk.tags_for(plain))
                disk.encrypt(50, text, out, tags)
                results["encrypt"].append(out.bytes())
                _inspect(disk, "encrypt", {"plain": text}, {"sealed": out, "tags": tags})

                data, back, check_tags = Guarded(sealed.data), Guarded(dirt), Guarded(sealed.tags)
                try:
                    disk.decrypt(50, data, back, check_tags)
                except TamperedSector:
                    disk.fault("decrypt took a sector for a changed one that is as it was made.")
                results["decrypt"].append(back.bytes())
                inputs = {"sealed": data, "tags": check_tags}
                _inspect(disk, "decrypt", inputs, {"plain": back})
            if subject.tag_size:
                results["encrypt"] = []  # other ciphertext each time
            for method, found in results.items():
                _filled(disk, method, found)


def _inspect(
    disk: Disk, method: str, inputs: dict[str, Guarded], outputs: dict[str, Guarded]
) -> None:
    for name, buffer in {**inputs, **outputs}.items():
        if buffer.overrun:
            disk.fault(
                f"{method} writes outside its buffer: bytes beside “{name}” were changed.",
                "Native code must be given the buffer's length, and keep to it.",
            )
    for name, buffer in inputs.items():
        if buffer.changed:
            disk.fault(
                f"{method} changes its input: it wrote into “{name}”.",
                "Work in the buffer that is to be filled, or in memory of your own.",
            )
    if disk.key.changed or disk.key.overrun:
        disk.fault(
            f"{method} or cipher() changed the key's buffer.",
            "The key is the caller's; it wipes it itself after close().",
        )
    for name, buffer in {**inputs, **outputs}.items():
        if buffer.kept():
            disk.fault(
                f"{method} keeps the buffer “{name}” after it returned.",
                "The caller uses it for other sectors next: keep no memoryview of it.",
            )


def _filled(disk: Disk, method: str, found: list[bytes]) -> None:
    for at, (one, other) in enumerate(zip(*found, strict=True) if found else ()):
        if one == other:
            continue
        untouched = (one, other) == _FILLS
        disk.fault(
            f"{method} leaves byte {at} of its output as it was: it writes less than the whole run."
            if untouched
            else f"What {method} writes depends on what its output held before.",
            "The ciphertext of a sector is as long as the sector: fill all of it."
            if untouched
            else "Never read from the buffer that is to be filled.",
        )
