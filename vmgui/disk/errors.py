"""What can go wrong with a disk, told to a person."""

from __future__ import annotations

from vmgui.errors import VmguiError


class DiskError(VmguiError):
    """Anything about a disk; the base of the others."""

    code = "disk"


class NotADisk(DiskError):
    """The file holds no vmgui disk."""

    code = "not-a-disk"


class HeaderDamaged(DiskError):
    """No copy of the header can be used."""

    code = "header-damaged"

    def __init__(self, what: str = "The disk's header is damaged.", *, why: str = "") -> None:
        super().__init__(
            what,
            why=why,
            remedy="Restore it from a header backup: vmgui disk header restore PATH FILE. "
            "The data itself is not touched.",
        )


class HeaderForged(DiskError):
    """The header was changed by somebody who doesn't know the volume key."""

    code = "header-forged"


class NotSupported(DiskError):
    """The disk was made by a later version."""

    code = "not-supported"


class Truncated(DiskError):
    """The file ends before the disk does."""

    code = "truncated"


class WrongSecret(DiskError):
    """No key slot opens with what was given."""

    code = "wrong-secret"


class SecretWanted(DiskError):
    """The disk is encrypted and nothing was given to open it with."""

    code = "secret-wanted"


class DiskInUse(DiskError):
    """Somebody else has the disk open."""

    code = "disk-in-use"


class PinMismatch(DiskError):
    """The disk is not what the VM's definition says."""

    code = "pin-mismatch"
