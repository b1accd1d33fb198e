"""What the attributes of a definition are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def attribute_words(key: str) -> str:
    """The name of “network.kind” and the like, as it is said within a list."""
    names = {
        "arch": QCoreApplication.translate("Attributes", "processor family"),
        "machine": QCoreApplication.translate("Attributes", "machine"),
        "memory": QCoreApplication.translate("Attributes", "memory"),
        "cpus": QCoreApplication.translate("Attributes", "processor cores"),
        "accelerator": QCoreApplication.translate("Attributes", "accelerator"),
        "firmware": QCoreApplication.translate("Attributes", "firmware"),
        "secure_boot": QCoreApplication.translate("Attributes", "secure boot"),
        "tpm": QCoreApplication.translate("Attributes", "TPM"),
        "sound": QCoreApplication.translate("Attributes", "sound"),
        "cdrom": QCoreApplication.translate("Attributes", "CD image"),
        "cd_first": QCoreApplication.translate("Attributes", "boot order"),
        "kernel": QCoreApplication.translate("Attributes", "kernel"),
        "initrd": QCoreApplication.translate("Attributes", "initrd"),
        "append": QCoreApplication.translate("Attributes", "kernel's command line"),
        "extra_args": QCoreApplication.translate("Attributes", "extra arguments"),
        "network.kind": QCoreApplication.translate("Attributes", "kind of network"),
        "network.name": QCoreApplication.translate("Attributes", "network's name"),
        "network.model": QCoreApplication.translate("Attributes", "network card"),
        "network.connected": QCoreApplication.translate("Attributes", "network cable"),
        "network.forwards": QCoreApplication.translate("Attributes", "port forwards"),
        "display.kind": QCoreApplication.translate("Attributes", "screen"),
        "display.clipboard": QCoreApplication.translate("Attributes", "clipboard"),
        "usb": QCoreApplication.translate("Attributes", "USB devices"),
        "shares": QCoreApplication.translate("Attributes", "shared folders"),
        "disks": QCoreApplication.translate("Attributes", "disks"),
    }
    return names.get(key, key)
