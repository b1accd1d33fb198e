"""Key slots: each wraps the volume key under one secret (docs/format.md, section 5)."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vmgui.disk import kdf as kdf_argon
from vmgui.disk.body import MAX_SLOTS, Kdf, KeySlot, Wrap, canonical
from vmgui.disk.errors import DiskError, WrongSecret

Kind = Literal["passphrase", "key-file", "recovery"]
Secret = bytes | bytearray


def _associated(disk: UUID, slot_id: int, kind: str, kdf: Kdf) -> bytes:
    """What the slot's wrap is bound to, so that no part of it can be exchanged."""
    label = b"vmgui key slot\0" + disk.bytes + slot_id.to_bytes(4, "big")
    return label + kind.encode() + b"\0" + canonical(kdf)


def seal(
    volume_key: Secret, secret: Secret, *, disk: UUID, slot_id: int, kind: Kind, kdf: Kdf
) -> KeySlot:
    """A slot that opens with ``secret``. ``kdf`` must be fresh: its salt makes the key unique."""
    key = kdf_argon.derive(secret, kdf)
    nonce = secrets.token_bytes(12)
    sealed = AESGCM(key).encrypt(nonce, volume_key, _associated(disk, slot_id, kind, kdf))
    created = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return KeySlot(slot_id, kind, created, kdf, Wrap("aes-256-gcm", nonce, sealed))


def unseal(slot: KeySlot, secret: Secret, disk: UUID) -> bytearray | None:
    """The volume key, or None where ``secret`` is not this slot's. Costs one Argon2id."""
    key = kdf_argon.derive(secret, slot.kdf)
    try:
        associated = _associated(disk, slot.id, slot.kind, slot.kdf)
        return bytearray(AESGCM(key).decrypt(slot.wrap.nonce, slot.wrap.sealed, associated))
    except InvalidTag:
        return None


def unlock(slots: Sequence[KeySlot], secret: Secret, disk: UUID) -> tuple[KeySlot, bytearray]:
    """The slot that ``secret`` opens, and the volume key.

    A recovery slot is tried only with 24 words, and first then: each try costs an Argon2id. A
    slot that this computer has too little memory for is passed over. Raises
    :exc:`WrongSecret`, or :exc:`TooMuchMemory` where a slot was passed over.
    """
    is_recovery = len(secret.split()) == 24
    tried = [slot for slot in slots if is_recovery or slot.kind != "recovery"]
    passed_over = None
    # A passphrase of 24 words is unusual, not impossible.
    for slot in sorted(tried, key=lambda slot: slot.kind != "recovery"):
        try:
            volume_key = unseal(slot, secret, disk)
        except kdf_argon.TooMuchMemory as error:
            passed_over = error
            continue
        if volume_key is not None:
            return slot, volume_key
    if passed_over is not None:
        raise passed_over
    raise WrongSecret(
        "That doesn't open the disk.",
        why="None of its key slots fits this passphrase, key file or recovery key.",
        remedy="Check capitals, keyboard layout and that it is this disk's; nothing was changed.",
    )


def free_id(slots: Sequence[KeySlot]) -> int:
    """The lowest free slot's number. Raises :exc:`DiskError` when all are taken."""
    taken = {slot.id for slot in slots}
    for number in range(MAX_SLOTS):
        if number not in taken:
            return number
    raise DiskError(
        f"All {MAX_SLOTS} key slots are taken.", remedy="Remove one that is no longer needed."
    )
