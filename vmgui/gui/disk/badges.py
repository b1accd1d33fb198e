"""What its owner should know of a disk at a glance: short words, and the way on.

Only from what was read already: :func:`badges` never blocks. :func:`known_plugins` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from vmgui.api import Description, Manifest, ManifestError
from vmgui.disk.body import FLOOR_MEMORY, FLOOR_PASSES, Cipher, Kdf
from vmgui.disk.header import Header
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.language import say
from vmgui.plugin.found import scan
from vmgui.plugin.trust import Trust

Severity = Literal["bad", "warning", "quiet"]

# A new passphrase is calibrated to a second on its computer: also a slow one spends several times
# the least that a header may ask for. Below twice that least, a slot was made to open quickly.
_MIN_COST = 2 * FLOOR_PASSES * FLOOR_MEMORY


@dataclass(frozen=True)
class Badge:
    """``words`` fit on a row, ``remedy`` are whole sentences. ``severity`` is a look's name."""

    kind: str
    words: str
    remedy: str
    severity: Severity


@dataclass(frozen=True)
class KnownPlugin:
    """A plug-in that is installed here, as it was looked at."""

    manifest: Manifest
    trust: Trust

    @property
    def id(self) -> UUID:
        """Its encryptionID."""
        return self.manifest.id


def known_plugins() -> tuple[KnownPlugin, ...]:
    """All plug-ins that are here now. Reads their files: not for the window's thread.

    Raises :exc:`vmgui.errors.VmguiError` where the list of approvals can't be read.
    """
    return tuple(KnownPlugin(each.manifest, each.trust) for each in scan()[0])


def badges(facts: DiskFacts, plugins: Sequence[KnownPlugin]) -> tuple[Badge, ...]:
    """The worst first; none for a disk about which there is nothing to say."""
    found = list(_all(facts, plugins))
    order: tuple[Severity, ...] = ("bad", "warning", "quiet")
    return tuple(sorted(found, key=lambda badge: order.index(badge.severity)))


def costs_too_little(kdf: Kdf) -> bool:
    """Whether guessing a passphrase costs far less than it does for one that is set today."""
    return kdf.memory < FLOOR_MEMORY or kdf.memory * kdf.passes < _MIN_COST


def plugin_of(header: Header, plugins: Sequence[KnownPlugin]) -> KnownPlugin | None:
    """The plug-in that the header names, where it is installed."""
    return next((each for each in plugins if each.id == header.encryption_id), None)


def _all(facts: DiskFacts, plugins: Sequence[KnownPlugin]) -> Iterator[Badge]:
    header = facts.header
    if header is None:
        way_on = say(str(facts.error)) if facts.error is not None else ""
        yield Badge(
            "unusable", QCoreApplication.translate("Badges", "Can't be used"), way_on, "bad"
        )
        return
    if facts.warning:
        yield _badge("header-copy")
    yield from _of_plugin(header, plugins)
    if not header.encrypted:
        yield _badge("plain")
        return
    yield from _of_foreign_keys(header.foreign) if header.foreign else _of_keys(header)
    if facts.backup is None:
        yield _badge("no-backup")


def _of_plugin(header: Header, plugins: Sequence[KnownPlugin]) -> Iterator[Badge]:
    cipher, plugin = header.body.cipher, plugin_of(header, plugins)
    if plugin is None:
        yield _badge("plugin-missing", cipher.plugin)
    elif plugin.trust is Trust.CHANGED:
        yield _badge("plugin-changed", plugin.manifest.name)
    elif not plugin.trust.may_run:
        yield _badge("plugin-not-approved", plugin.manifest.name)
    elif header.foreign is None and not _serves(plugin.manifest, cipher):
        yield _badge("plugin-unfit", plugin.manifest.name, plugin.manifest.version)


def _serves(manifest: Manifest, cipher: Cipher) -> bool:
    """As :func:`vmgui.plugin.load.for_header` will see it."""
    offer = manifest.cipher
    try:
        options = manifest.options_with(cipher.options)
    except ManifestError:
        return False
    return (
        cipher.sector_size in offer.sector_sizes
        and cipher.key_size in (offer.key_sizes if offer.encrypts else [0])
        and cipher.tag_size == offer.tag_size
        and options == cipher.options
    )


def _of_keys(header: Header) -> Iterator[Badge]:
    slots = header.body.key_slots
    # Nobody guesses the words of a recovery key, or a key file, at any price.
    if any(slot.kind == "passphrase" and costs_too_little(slot.kdf) for slot in slots):
        yield _badge("kdf")
    if not any(slot.kind == "recovery" for slot in slots):
        yield _badge("no-recovery")


def _of_foreign_keys(foreign: Description) -> Iterator[Badge]:
    # What a foreign slot costs is told to people only; but PBKDF2 needs no memory, at any cost.
    if any("pbkdf2" in slot.summary.lower() for slot in foreign.slots):
        yield _badge("pbkdf2")
    if len(foreign.slots) == 1:  # of which kind it is, is not known
        yield _badge("one-key")


def _badge(kind: str, *names: str) -> Badge:
    words, remedy, severity = _wordings()[kind]
    return Badge(kind, words, remedy % names, severity)


def _wordings() -> dict[str, tuple[str, str, Severity]]:
    return {
        "header-copy": (
            QCoreApplication.translate("Badges", "Header copy damaged"),
            QCoreApplication.translate(
                "Badges", "The disk still works. Repair the header so that both copies are good."
            ),
            "warning",
        ),
        "plugin-missing": (
            QCoreApplication.translate("Badges", "Plug-in missing"),
            QCoreApplication.translate(
                "Badges", "Install the encryption plug-in “%s”; the disk is left as it is."
            ),
            "bad",
        ),
        "plugin-changed": (
            QCoreApplication.translate("Badges", "Plug-in changed"),
            QCoreApplication.translate(
                "Badges",
                "The files of “%s” changed since you approved it. If you expected that, approve "
                "it again in File, Encryption plug-ins.",
            ),
            "bad",
        ),
        "plugin-not-approved": (
            QCoreApplication.translate("Badges", "Plug-in not approved"),
            QCoreApplication.translate(
                "Badges", "If you trust “%s”, approve it in File, Encryption plug-ins."
            ),
            "bad",
        ),
        "plugin-unfit": (
            QCoreApplication.translate("Badges", "Plug-in does not fit"),
            QCoreApplication.translate(
                "Badges",
                "“%s” is installed in version %s, which does not offer what this disk was made "
                "with. Install the version that it was made with.",
            ),
            "bad",
        ),
        "plain": (
            QCoreApplication.translate("Badges", "Not encrypted"),
            QCoreApplication.translate(
                "Badges",
                "Whoever gets the file can read it. Make an encrypted disk and copy the data.",
            ),
            "warning",
        ),
        "kdf": (
            QCoreApplication.translate("Badges", "Passphrase cheap to guess"),
            QCoreApplication.translate(
                "Badges",
                "A guess costs far less than it does for a passphrase that is set today. "
                "Change passphrase makes it new.",
            ),
            "warning",
        ),
        "pbkdf2": (
            QCoreApplication.translate("Badges", "Passphrase cheap to guess"),
            QCoreApplication.translate(
                "Badges",
                "A key slot uses PBKDF2, which is guessed cheaply. Change passphrase makes it new.",
            ),
            "warning",
        ),
        "no-recovery": (
            QCoreApplication.translate("Badges", "No recovery key"),
            QCoreApplication.translate(
                "Badges", "If the passphrase is forgotten, the data is lost. Make a recovery key."
            ),
            "quiet",
        ),
        "one-key": (
            QCoreApplication.translate("Badges", "No recovery key"),
            QCoreApplication.translate(
                "Badges", "Only one passphrase or key opens the disk. Make a recovery key."
            ),
            "quiet",
        ),
        "no-backup": (
            QCoreApplication.translate("Badges", "No header backup"),
            QCoreApplication.translate(
                "Badges", "If the header is lost, so is the data. Make a header backup."
            ),
            "quiet",
        ),
    }
