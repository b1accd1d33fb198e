"""The proof: what the guests wrote, and that the host has none of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from vmgui.demo import evidence
from vmgui.demo.plain import PlainDisk
from vmgui.demo.report import Report
from vmgui.disk.container import read_header
from vmgui.disk.header import Header
from vmgui.disk.integrity.layout import DATA_OFFSET
from vmgui.disk.pin import Pin, differences
from vmgui.paths import runtime_dir
from vmgui.vm import store


@dataclass(frozen=True)
class Subject:
    """A disk to look at: number ``index`` of the machine ``vm``.

    ``sample`` is a piece of what must be on it, ``names`` are those of files on it, as FAT's
    directories have them.
    """

    vm: str
    index: int
    path: Path
    passphrase: bytearray
    sample: bytes
    names: tuple[bytes, ...]

    @property
    def name(self) -> str:
        return self.path.name


@dataclass(frozen=True)
class _Disk:
    """A disk from both sides: the bytes as its guest has them, and those of the host's file."""

    subject: Subject
    plain: bytes
    stored: bytes
    fingerprint: str
    header: Header
    pin: Pin | None

    @property
    def area(self) -> bytes:
        """What was ever written of the data area, as the host has it."""
        return evidence.written(self.stored[DATA_OFFSET:])


def prove(report: Report, home: Path, subjects: list[Subject]) -> None:
    """Show one proof after the other. Raises :exc:`VmguiError` at the first that fails."""
    disks = [_look(subject) for subject in subjects]
    _guests_wrote(report, disks)
    _nothing_readable(report, disks)
    _noise(report, disks)
    _headers(report, disks)
    _no_passphrase(report, home, subjects)


def _look(subject: Subject) -> _Disk:
    secret = subject.passphrase
    with PlainDisk(subject.path, runtime_dir(), secret, read_only=True) as disk:
        plain, fingerprint = disk.read(0, disk.size), disk.fingerprint
    header = read_header(subject.path).header
    pin = store.load(subject.vm).disks[subject.index].pin
    return _Disk(subject, plain, subject.path.read_bytes(), fingerprint, header, pin)


def _guests_wrote(report: Report, disks: list[_Disk]) -> None:
    report.topic("Opened with their passphrases, the disks hold what the guests wrote:")
    for disk in disks:
        subject = disk.subject
        report.proof(
            all(piece in disk.plain for piece in (subject.sample, *subject.names)),
            f"{subject.name}  {_shown(subject)}",
            f"{subject.name} does not hold what its guest must have written.",
        )


def _shown(subject: Subject) -> str:
    """A few words for what is on an opened disk."""
    line = subject.sample.split(b"\n", 1)[0].strip()
    text = f"“{line.decode()}” …" if line.isascii() else "what the firmware starts"
    names = [f"{name[:8].decode().strip()}.{name[8:].decode().strip()}" for name in subject.names]
    return f"{', '.join(names)}: {text}" if names else text


def _nothing_readable(report: Report, disks: list[_Disk]) -> None:
    windows: set[bytes] = set()
    for disk in disks:
        windows |= evidence.telling_windows(disk.plain)
    names = {name for disk in disks for name in disk.subject.names}
    report.topic(
        f"On the host, none of its {len(windows):,} different pieces of {evidence.WINDOW} bytes is "
        "found, names of files included\n  (left out: those with fewer than six different bytes, "
        "such as zeros):"
    )
    for disk in disks:
        places = [evidence.find_any(windows, disk.stored), *map(disk.stored.find, names)]
        report.proof(
            max(places) < 0,
            f"{disk.subject.name}  {len(disk.stored):,} bytes searched, at every offset",
            f"{disk.subject.name} on the host holds bytes of a guest, at {max(places):,}.",
        )


def _noise(report: Report, disks: list[_Disk]) -> None:
    report.topic("The data areas are noise, in which no block of 16 bytes occurs twice:")
    for disk in disks:
        bits, own = evidence.entropy(disk.area), evidence.entropy(evidence.written(disk.plain))
        # Even perfect noise falls short of 8 by this much, for so few bytes (Miller, 1955).
        short = 255 / (2 * math.log(2) * len(disk.area))
        report.proof(
            8 - bits < 2 * short and not _repeats(disk.area),
            f"{disk.subject.name}  {bits:.4f} bits a byte in {len(disk.area):>7,} bytes "
            f"(perfect noise {8 - short:.4f}, the guest's own {own:.2f})",
            f"{disk.subject.name} is no noise: {bits:.4f} bits a byte, or blocks occur twice.",
        )


def _repeats(area: bytes) -> bool:
    """Whether any aligned block of AES's size occurs twice, as a careless cipher's would."""
    blocks = [area[at : at + 16] for at in range(0, len(area), 16)]
    return len(set(blocks)) < len(blocks)


def _headers(report: Report, disks: list[_Disk]) -> None:
    report.topic(
        "The headers have the flag “encrypted” and an encryptionID; the machines pin both:"
    )
    for disk in disks:
        header, pin = disk.header, disk.pin
        body = header.body.cipher
        options = ", ".join(f"{key} {value}" for key, value in body.options.items())
        report.proof(
            header.encrypted and pin is not None and pin.encrypted
            and not differences(pin, header, disk.fingerprint),
            f"{disk.subject.name}  {header.encryption_id}, {body.plugin} with {options}",
            f"{disk.subject.name}'s header and the pin in {disk.subject.vm}'s definition differ.",
        )  # fmt: skip
    last = disks[-1].subject
    report.topic(f"The pin of {last.name} in {last.vm}'s definition, {store.FILE}:")
    text = (store.folder(last.vm) / store.FILE).read_text()
    for line in text[text.rindex("[disk.pin]") :].splitlines():
        report.detail(line)


def _no_passphrase(report: Report, home: Path, subjects: list[Subject]) -> None:
    report.topic("The passphrases are nowhere:")
    files = [path for path in home.rglob("*") if path.is_file()]
    holding = [
        path.name
        for path in files
        if any(bytes(subject.passphrase) in path.read_bytes() for subject in subjects)
    ]
    report.proof(
        not holding,
        f"searched were all {len(files)} files: disks, definitions, states, logs",
        f"A passphrase is in {', '.join(holding)}.",
    )
