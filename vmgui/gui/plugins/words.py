"""What window pages say of a plug-in, in the same words everywhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from vmgui.plugin.ranking import Choice
from vmgui.plugin.speed import Speed
from vmgui.plugin.trust import Trust


def state(trust: Trust) -> tuple[str, str]:
    """Whether it may run, and the look of these words."""
    return {
        Trust.BUNDLED: (QCoreApplication.translate("Plugins", "Came with vmgui"), "good"),
        Trust.APPROVED: (QCoreApplication.translate("Plugins", "Approved by you"), "good"),
        Trust.CHANGED: (
            QCoreApplication.translate("Plugins", "Changed since you approved it"),
            "bad",
        ),
        Trust.NOT_APPROVED: (QCoreApplication.translate("Plugins", "Not approved"), "warning"),
    }[trust]


def protection(choice: Choice) -> str:
    """What it does for a disk, in a few words."""
    cipher = choice.plugin.manifest.cipher
    if not cipher.encrypts:
        return QCoreApplication.translate("Plugins", "Does not encrypt")
    if cipher.authenticated:
        return QCoreApplication.translate("Plugins", "Notices tampering")
    return QCoreApplication.translate("Plugins", "Does not notice tampering")


def speed(found: Speed) -> str:
    """How fast it is here."""
    return QCoreApplication.translate("Plugins", "%s MB/s here") % QLocale().toString(
        round(found.slowest)
    )


def changed(choice: Choice) -> str:
    """What changed since it was approved."""
    return QCoreApplication.translate(
        "Plugins", "Its files changed since you approved it: %s."
    ) % "; ".join(choice.changes)
