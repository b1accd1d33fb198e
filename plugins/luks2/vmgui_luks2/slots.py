"""Opening a key slot: KDF, the area's cipher, the splitter, the digest, in this order."""

from __future__ import annotations

import hmac

from vmgui_aes_xts import xts

from vmgui.api import ContainerError, Medium, Tick
from vmgui_luks2 import af
from vmgui_luks2.kdf import HASHES, TooCostly
from vmgui_luks2.model import SECTOR, STRIPES, Digest, Header, Slot

_NO_TAGS = memoryview(bytearray())


def area_size(key_size: int) -> int:
    """The bytes of a slot's area that hold a split key: whole sectors."""
    return -(-key_size * STRIPES // SECTOR) * SECTOR


def unlock(medium: Medium, header: Header, secret: memoryview, out: memoryview, tick: Tick) -> int:
    """Fill ``out`` with the volume key; the number of the slot. Raises :exc:`ContainerError`."""
    passed_over = ""
    for slot in header.slots:
        tick()
        try:
            key = _open(medium, slot, header.key_size, secret)
            good = _matches(header.digest, key)
        except TooCostly as error:
            passed_over = f"Key slot {slot.id} was not tried: it wants {error}."
            continue
        if good:
            out[:] = key
        key[:] = bytes(len(key))
        if good:
            return slot.id
    if passed_over:
        raise ContainerError(
            "wrong-secret",
            "Nothing of what could be tried opens the disk.",
            why=passed_over,
            remedy="Open it on a computer with more memory, or change that slot with cryptsetup "
            "luksConvertKey.",
        )
    raise ContainerError(
        "wrong-secret",
        "That doesn't open the disk.",
        why="None of its key slots fits this passphrase or key file.",
        remedy="Check capitals, keyboard layout and that it is this disk's; nothing was changed.",
    )


def _open(medium: Medium, slot: Slot, key_size: int, secret: memoryview) -> bytearray:
    """What the slot holds under that secret: the volume key, if it is the right one."""
    area_key = slot.kdf.derive(secret, slot.area_key_size)
    sealed = memoryview(bytearray(area_size(key_size)))
    medium.read(slot.offset, sealed)
    stripes = memoryview(bytearray(len(sealed)))
    cipher = xts(memoryview(area_key), SECTOR)
    try:
        cipher.decrypt(0, sealed, stripes, _NO_TAGS)
    finally:
        cipher.close()
        area_key[:] = bytes(len(area_key))
    key = af.merge(stripes[: key_size * STRIPES], key_size, HASHES[slot.af_hash])
    stripes[:] = bytes(len(stripes))
    return key


def _matches(digest: Digest, key: bytearray) -> bool:
    found = digest.kdf.derive(memoryview(key), len(digest.value))
    return hmac.compare_digest(found, digest.value)
