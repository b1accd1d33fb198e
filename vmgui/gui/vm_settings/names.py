"""What the attributes of a definition are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def attribute_words(key: str) -> str:
    """The name of “network.kind” and the like, as it is said within a list."""
    names = {
        "arch": _tr("processor family"),
        "machine": _tr("machine"),
        "memory": _tr("memory"),
        "cpus": _tr("processor cores"),
        "accelerator": _tr("accelerator"),
        "firmware": _tr("firmware"),
        "secure_boot": _tr("secure boot"),
        "tpm": _tr("TPM"),
        "sound": _tr("sound"),
        "cdrom": _tr("CD image"),
        "cd_first": _tr("boot order"),
        "kernel": _tr("kernel"),
        "initrd": _tr("initrd"),
        "append": _tr("kernel's command line"),
        "extra_args": _tr("extra arguments"),
        "network.kind": _tr("kind of network"),
        "network.name": _tr("network's name"),
        "network.model": _tr("network card"),
        "network.connected": _tr("network cable"),
        "network.forwards": _tr("port forwards"),
        "display.kind": _tr("screen"),
        "display.clipboard": _tr("clipboard"),
        "usb": _tr("USB devices"),
        "shares": _tr("shared folders"),
        "disks": _tr("disks"),
    }
    return names.get(key, key)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Attributes", words)
