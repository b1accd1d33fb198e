"""swtpm, the program that is a TPM 2 for a guest: whether it is here, and how it is started.

What the guest entrusts to its TPM (the key of its own disk encryption, perhaps) lies in a 0700
directory beside the definition, not encrypted by vmgui: see docs/security.md.
"""

from __future__ import annotations

import shutil

from vmgui.errors import VmguiError
from vmgui.paths import private_directory
from vmgui.vm import packages
from vmgui.vm.places import Places


class TpmMissing(VmguiError):
    """swtpm is not installed."""

    code = "tpm-missing"


def find() -> str:
    """Swtpm's path. Raises :exc:`TpmMissing` with what to install."""
    found = shutil.which("swtpm")
    if found:
        return found
    raise TpmMissing(
        "A TPM 2 can't be given to the guest.",
        why="swtpm, which emulates it, is not installed.",
        remedy=packages.advice("tpm") + " Or switch the TPM off.",
    )


def command(places: Places) -> list[str]:
    """Its command line: it listens at ``places.tpm`` and ends with QEMU's connection."""
    private_directory(places.tpm_state)
    return [
        find(),
        "socket",
        "--tpm2",
        *("--tpmstate", f"dir={places.tpm_state},mode=0600"),
        *("--ctrl", f"type=unixio,path={places.tpm},mode=0600"),
        "--terminate",
    ]
