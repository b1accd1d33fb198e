"""The sectors of a foreign container: others must read there what is read here."""

from __future__ import annotations

from collections.abc import Callable

from vmgui.api import SectorCipher
from vmgui.disk.engine import EncryptedDevice
from vmgui.disk.header import Header
from vmgui.storage.base import Extent, Storage


class ForeignDevice(EncryptedDevice):
    """No stored bytes mean *unwritten*: a hole reads as whatever its zeros decipher to.

    So zeros are written as ciphertext, whereas what is discarded may become a hole, if the
    container's owner allowed discards.
    """

    def __init__(
        self,
        storage: Storage,
        cipher: SectorCipher,
        header: Header,
        on_error: Callable[[str], None] | None = None,
    ) -> None:
        body = header.body
        super().__init__(
            storage,
            cipher,
            size=body.size,
            sector_size=body.cipher.sector_size,
            offset=body.segments[0].offset,
            zeros_unwritten=False,
            on_error=on_error,
        )
        self._discards = body.discard == "allow"

    def trim(self, offset: int, length: int) -> None:
        self._check_writable()
        if self._discards:
            self._unwrite(*self._whole_sectors(offset, length))

    def extents(self, offset: int, length: int) -> list[Extent]:
        return [(length, True)]
