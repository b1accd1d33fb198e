"""The library as rows of the list: what is searched for, in groups."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from vmgui.gui.disk.badges import KnownPlugin, badges
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.library.library import Machine, Snapshot
from vmgui.gui.sizes import size_text


class Kind(Enum):
    """What a row stands for."""

    HEADING = "heading"
    GROUP = "group"
    MACHINE = "machine"
    DISK = "disk"


class Order(StrEnum):
    """How machines are sorted, within their group."""

    NAME = "name"
    STATE = "state"


class Lock(Enum):
    """How much of a machine's disks, or whether a disk, is encrypted."""

    NONE = ""
    CLOSED = "lock"
    HALF = "half-locked"
    OPEN = "unlocked"


@dataclass(frozen=True, slots=True)
class Row:
    """``key`` names the machine, disk or group; ``tone`` is a colour's name for the second line's
    dot; ``badge`` is a warning in a few words. ``collapsed``: the group's machines are not shown.
    ``group`` is what a machine is listed under; ``note`` is only in the tool tip.
    """

    kind: Kind
    key: str
    title: str
    line: str = ""
    tone: str = ""
    icon: str = ""
    lock: Lock = Lock.NONE
    badge: str = ""
    collapsed: bool = False
    group: str = ""
    note: str = ""

    @property
    def lock_text(self) -> str:
        """The lock in words."""
        translate = QCoreApplication.translate
        if self.kind is Kind.DISK:
            return {
                Lock.CLOSED: translate("Library", "Encrypted"),
                Lock.OPEN: translate("Library", "Not encrypted"),
            }.get(self.lock, "")
        return {
            Lock.NONE: "",
            Lock.CLOSED: translate("Library", "All disks encrypted"),
            Lock.HALF: translate("Library", "Some disks not encrypted"),
            Lock.OPEN: translate("Library", "Not encrypted"),
        }[self.lock]

    @property
    def spoken(self) -> str:
        """Everything that is seen, for screen readers and tool tips."""
        folded = QCoreApplication.translate("Library", "folded") if self.collapsed else ""
        parts = (self.title, self.line, self.lock_text, self.note, self.badge, folded)
        return ", ".join(dict.fromkeys(part for part in parts if part))

    @property
    def folds(self) -> str:
        """What a group or heading is called in the list of those that are folded; "": neither."""
        if self.kind is Kind.HEADING:
            return section(self.key)
        return self.key if self.kind is Kind.GROUP else ""


def section(key: str) -> str:
    """What a heading is called among folded groups: no group can have this name."""
    return f"\t{key}"


def library_rows(
    snapshot: Snapshot,
    query: str = "",
    collapsed: Collection[str] = (),
    plugins: Sequence[KnownPlugin] = (),
    order: Order = Order.NAME,
) -> list[Row]:
    """Machines below their heading, by groups, then disks below theirs; no heading without rows.

    ``query``: words that a row must all have somewhere. Then no group stays collapsed, nor a
    section (see :func:`section`).
    """
    words = query.casefold().split()
    rows: list[Row] = []
    folded = set() if words else set(collapsed)
    found = [each for each in snapshot.machines if _fits(_words_of(each), words)]
    found.sort(key=lambda each: (order is Order.STATE and not each.live, natural(each.name)))
    if found:
        title = QCoreApplication.translate("Library", "Virtual machines")
        rows.append(_heading("machines", title, len(found), folded))
    if not rows or not rows[-1].collapsed:
        rows += [_machine(each) for each in found if not each.group]
        for group in sorted({each.group for each in found} - {""}, key=natural):
            members = [each for each in found if each.group == group]
            closed = group in folded
            rows.append(_group(group, members, collapsed=closed))
            if not closed:
                rows += [_machine(each) for each in members]
    disks = [each for each in snapshot.disks if _fits(_words_of_disk(each, snapshot), words)]
    disks.sort(key=lambda each: natural(each.name))
    if disks:
        title = QCoreApplication.translate("Library", "Disks")
        rows.append(_heading("disks", title, len(disks), folded))
        if not rows[-1].collapsed:
            rows += [_disk(each, snapshot, plugins) for each in disks]
    return rows


def natural(name: str) -> list[tuple[int, str]]:
    """A key that sorts “disk 2” before “disk 10”, and capitals with small letters."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _heading(key: str, title: str, count: int, folded: Collection[str]) -> Row:
    closed = section(key) in folded
    line = QLocale().toString(count) if closed else ""
    return Row(Kind.HEADING, key, title, line, collapsed=closed)


class _Words(QObject):
    """Made of :class:`QObject` for its plurals."""

    def running(self, count: int) -> str:
        return self.tr("%n running", "", count)


def _fits(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def _words_of(machine: Machine) -> str:
    parts = [machine.name, machine.group, *(disk.name for disk in machine.disks)]
    if machine.definition is not None:
        parts += [machine.definition.system, machine.definition.arch]
    return " ".join(parts).casefold()


def _words_of_disk(disk: DiskFacts, snapshot: Snapshot) -> str:
    plugin = disk.header.body.cipher.plugin if disk.header is not None else ""
    users = (machine.name for machine in snapshot.users(disk.path))
    return " ".join((disk.name, plugin, *users)).casefold()


def _group(name: str, members: Sequence[Machine], *, collapsed: bool) -> Row:
    running = sum(each.live for each in members)
    words = _Words().running(running) if running else ""
    return Row(Kind.GROUP, name, name, words, collapsed=collapsed)


def _machine(machine: Machine) -> Row:
    headers = [disk.header for disk in machine.disks if disk.header is not None]
    closed = sum(header.encrypted for header in headers)
    lock = Lock.NONE
    if headers:
        lock = Lock.CLOSED if closed == len(headers) else Lock.HALF if closed else Lock.OPEN
    return Row(
        Kind.MACHINE,
        machine.name,
        machine.name,
        machine.state_text,
        machine.tone,
        "machine",
        lock,
        group=machine.group,
    )


def _disk(disk: DiskFacts, snapshot: Snapshot, plugins: Sequence[KnownPlugin]) -> Row:
    translate = QCoreApplication.translate
    key = str(disk.path)
    if disk.header is None:
        words = translate("Library", "Can't be used")
        return Row(Kind.DISK, key, disk.name, words, "bad", "disk")
    size = size_text(disk.header.body.size)
    users = snapshot.users(disk.path)
    words = (
        translate("Library", "%s, of %s") % (size, ", ".join(each.name for each in users))
        if users
        else translate("Library", "%s, of no machine") % size
    )
    troubles = [each for each in badges(disk, plugins) if each.severity != "quiet"]
    lock = Lock.CLOSED if disk.header.encrypted else Lock.OPEN
    tone = troubles[0].severity if troubles else ""
    badge = troubles[0].words if troubles else ""
    note = disk.header.body.cipher.plugin
    return Row(Kind.DISK, key, disk.name, words, tone, "disk", lock, badge, note=note)
