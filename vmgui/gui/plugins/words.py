"""What window pages say of a plug-in, in the same words everywhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from vmgui.plugin.ranking import Choice
from vmgui.plugin.speed import Speed
from vmgui.plugin.trust import Trust


def _tr(words: str) -> str:
    return QCoreApplication.translate("Plugins", words)


def state(trust: Trust) -> tuple[str, str]:
    """Whether it may run, and the look of these words."""
    return {
        Trust.BUNDLED: (_tr("Came with vmgui"), "good"),
        Trust.APPROVED: (_tr("Approved by you"), "good"),
        Trust.CHANGED: (_tr("Changed since you approved it"), "bad"),
        Trust.NOT_APPROVED: (_tr("Not approved"), "warning"),
    }[trust]


def protection(choice: Choice) -> str:
    """What it does for a disk, in a few words."""
    cipher = choice.plugin.manifest.cipher
    if not cipher.encrypts:
        return _tr("Does not encrypt")
    if cipher.authenticated:
        return _tr("Notices tampering")
    return _tr("Does not notice tampering")


def speed(found: Speed) -> str:
    """How fast it is here."""
    return _tr("%s MB/s here") % QLocale().toString(round(found.slowest))


def changed(choice: Choice) -> str:
    """What changed since it was approved."""
    return _tr("Its files changed since you approved it: %s.") % "; ".join(choice.changes)
