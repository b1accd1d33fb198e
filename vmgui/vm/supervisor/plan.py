"""From what runs to what was asked for: the steps that may be possible while it runs.

A step knows what it makes of a definition once it is done, and what is left of the wish where it
was refused. Whatever else differs waits for the next start.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from vmgui.vm.definition import Definition, Disk, Forward, Usb

Item = Disk | Usb | Forward

replace = msgspec.structs.replace


@dataclass(frozen=True)
class SetCd:
    """Another CD, or none."""

    path: str | None

    def done(self, running: Definition) -> Definition:
        """What runs then."""
        return replace(running, cdrom=self.path)

    def refused(self, new: Definition, old: Definition) -> Definition:
        """What of ``new`` may be stored in place of ``old``."""
        return replace(new, cdrom=old.cdrom)


@dataclass(frozen=True)
class SetLink:
    """The network's cable plugged in, or pulled."""

    connected: bool

    def done(self, running: Definition) -> Definition:
        return replace(running, network=replace(running.network, connected=self.connected))

    def refused(self, new: Definition, old: Definition) -> Definition:
        connected = old.network.connected
        return replace(new, network=replace(new.network, connected=connected))


@dataclass(frozen=True)
class _One:
    """One of the disks, USB devices or forwards."""

    item: Item

    def _items(self, definition: Definition) -> tuple[Any, ...]:
        if isinstance(self.item, Disk):
            return definition.disks
        if isinstance(self.item, Usb):
            return definition.usb
        return definition.network.forwards

    def _with(self, definition: Definition, items: tuple[Any, ...]) -> Definition:
        if isinstance(self.item, Disk):
            return replace(definition, disks=items)
        if isinstance(self.item, Usb):
            return replace(definition, usb=items)
        return replace(definition, network=replace(definition.network, forwards=items))

    def _same(self, other: Item) -> bool:
        return _identity(other) == _identity(self.item)

    def _without(self, definition: Definition) -> Definition:
        left = tuple(each for each in self._items(definition) if not self._same(each))
        return self._with(definition, left)


class Plug(_One):
    """One more."""

    def done(self, running: Definition) -> Definition:
        """What runs then."""
        return self._with(running, (*self._items(running), self.item))

    def refused(self, new: Definition, old: Definition) -> Definition:
        """What of ``new`` may be stored in place of ``old``."""
        return self._without(new)


class Unplug(_One):
    """One less."""

    def done(self, running: Definition) -> Definition:
        """What runs then."""
        return self._without(running)

    def refused(self, new: Definition, old: Definition) -> Definition:
        """What of ``new`` may be stored in place of ``old``: with the item where it was."""
        items = list(self._items(new))
        before = self._items(old)
        at = next((i for i, each in enumerate(before) if self._same(each)), len(before))
        stored = before[at] if at < len(before) else self.item
        items.insert(min(at, len(items)), stored)
        return self._with(new, tuple(items))


Step = SetCd | SetLink | Plug | Unplug


def _identity(item: Item) -> object:
    """What stays when a disk's pin is renewed, or how the guest sees it is changed."""
    return item.path if isinstance(item, Disk) else item


def plan(running: Definition, old: Definition, new: Definition) -> list[Step]:
    """The steps that make ``running`` like ``new``, as far as ``new`` differs from ``old``.

    ``old`` is what is stored: what was changed in the file itself waits for the next start.
    """
    steps: list[Step] = []
    if new.cdrom not in (old.cdrom, running.cdrom):
        steps.append(SetCd(new.cdrom))
    # What is taken away goes first: it may hold what is asked for (a port, a slot, a device).
    steps += [Unplug(usb) for usb in _less(running.usb, old.usb, new.usb)]
    steps += [Unplug(disk) for disk in _less(running.disks, old.disks, new.disks)]
    ours, before, wanted = running.network, old.network, new.network
    if ours.kind == wanted.kind == "user":
        steps += [Unplug(rule) for rule in _less(ours.forwards, before.forwards, wanted.forwards)]
        steps += [Plug(rule) for rule in _more(ours.forwards, before.forwards, wanted.forwards)]
    if wanted.connected not in (before.connected, ours.connected):
        steps.append(SetLink(wanted.connected))
    steps += [Plug(disk) for disk in _more(running.disks, old.disks, new.disks)]
    steps += [Plug(usb) for usb in _more(running.usb, old.usb, new.usb)]
    return steps


def _less(running: Sequence[Item], old: Sequence[Item], new: Sequence[Item]) -> list[Item]:
    stored, wanted = set(map(_identity, old)), set(map(_identity, new))
    return [each for each in running if _identity(each) in stored - wanted]


def _more(running: Sequence[Item], old: Sequence[Item], new: Sequence[Item]) -> list[Item]:
    known = set(map(_identity, running)) | set(map(_identity, old))
    return [each for each in new if _identity(each) not in known]
