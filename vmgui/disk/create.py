"""Making a disk: nothing is seen under its name before all of it is there."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import msgspec

from vmgui.api import CipherPlugin, Manifest, OptionValue
from vmgui.disk import header as header_area
from vmgui.disk import keyslot
from vmgui.disk.body import MAX_SECTORS, SECTOR_TAGS, Body, Cipher, Integrity, Segment
from vmgui.disk.errors import DiskError
from vmgui.disk.header import Header
from vmgui.disk.integrity import root as roots
from vmgui.disk.integrity.layout import DATA_OFFSET, Layout, journal_size
from vmgui.disk.kdf import DEFAULT_SECONDS, calibrated
from vmgui.disk.keys import VOLUME_KEY_SIZE, integrity_key
from vmgui.disk.publish import Progress, check_free, fill, new_file
from vmgui.storage.file import FileStorage


@dataclass(frozen=True)
class NewDisk:
    """What is wanted. ``size`` in bytes is rounded up to whole sectors.

    ``fill`` writes random bytes over the whole data area first and ignores discards later, which
    hides how much of the disk is in use. ``unlock_seconds`` is the Argon2id time aimed at.
    """

    path: Path
    size: int
    options: Mapping[str, OptionValue]
    sector_size: int = 4096
    kind: keyslot.Kind = "passphrase"
    unlock_seconds: float = DEFAULT_SECONDS
    fill: bool = False


def create_disk(
    new: NewDisk,
    manifest: Manifest,
    plugin: CipherPlugin,
    secret: bytes | bytearray | None,
    progress: Progress = lambda done, total, text: None,
) -> Header:
    """Create the disk and return its header.

    ``progress`` gets bytes done, bytes in all and what is going on; an exception from it (a
    cancel) leaves nothing behind. Raises :exc:`DiskError`.
    """
    header = _header(new, manifest, plugin)
    if header.encrypted and not secret:
        raise secret_wanted()
    if not header.encrypted and secret:
        raise DiskError(
            "A disk that is not encrypted can't have a passphrase.",
            remedy="Leave the passphrase out, or choose a plug-in that encrypts.",
        )
    check_free(new.path)
    mac_key = b""
    if header.encrypted and secret:
        progress(0, 0, "Preparing the key")
        volume_key = bytearray(secrets.token_bytes(VOLUME_KEY_SIZE))
        slot = keyslot.seal(
            volume_key,
            secret,
            disk=header.disk,
            slot_id=0,
            kind=new.kind,
            kdf=calibrated(new.unlock_seconds),
        )
        header = header.with_slots([slot]).signed(volume_key)
        mac_key = integrity_key(volume_key, header.disk)
        volume_key[:] = bytes(len(volume_key))
    _write_file(new, header, mac_key, progress)
    return header


def secret_wanted() -> DiskError:
    """The error for a new encrypted disk that nothing would open."""
    return DiskError(
        "An encrypted disk needs a passphrase or a key file.",
        remedy="Give one, or choose the plug-in “unencrypted” for data that is no secret.",
        code="secret-wanted",
    )


def whole_sectors(new: NewDisk, manifest: Manifest) -> int:
    """How many sectors the disk gets. Raises :exc:`DiskError` where the plug-in has none such."""
    if new.sector_size not in manifest.cipher.sector_sizes:
        sizes = " or ".join(map(str, manifest.cipher.sector_sizes))
        raise DiskError(
            f"The plug-in {manifest.name} has no sectors of {new.sector_size} bytes.",
            remedy=f"Choose {sizes}.",
        )
    sectors = -(-new.size // new.sector_size)
    if not 0 < sectors <= MAX_SECTORS:
        raise DiskError(f"A disk can't have {new.size} bytes.", remedy="Give a size such as 20G.")
    return sectors


def _header(new: NewDisk, manifest: Manifest, plugin: CipherPlugin) -> Header:
    if manifest.cipher.encrypts == (manifest.id == header_area.UNENCRYPTED):
        raise DiskError(
            f"The plug-in {manifest.name} can't be used.",
            why="It claims not to encrypt, which only vmgui's own unencrypted disk may.",
            remedy="Choose another plug-in.",
        )
    if manifest.cipher.tag_size and new.fill:
        raise DiskError(
            "A disk that notices tampering can't be filled with random data.",
            why="Which of its sectors are in use can be told from their tags.",
            remedy="Leave that option out, or choose a plug-in that does not notice tampering.",
            code="not-supported",
        )
    sectors = whole_sectors(new, manifest)
    key_size = plugin.key_size(new.options)
    if manifest.cipher.encrypts and key_size not in manifest.cipher.key_sizes:
        raise DiskError(
            f"The plug-in {manifest.name} asks for a key of {key_size} bytes, "
            "which its manifest doesn't list.",
            remedy="Tell its publisher, and choose another plug-in.",
        )
    tag_size, size = manifest.cipher.tag_size, sectors * new.sector_size
    integrity: Integrity | msgspec.UnsetType = msgspec.UNSET
    if tag_size:
        layout = Layout(sectors, new.sector_size, tag_size, journal_size(size))
        integrity = Integrity.of(layout, roots.FIRST_EPOCH)
    body = Body(
        cipher=Cipher(manifest.name, key_size, new.sector_size, tag_size, dict(new.options)),
        created=datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        discard="ignore" if new.fill else "allow",
        key_slots=[],
        requires=[SECTOR_TAGS] if tag_size else [],
        segments=[Segment("linear", 0, sectors, DATA_OFFSET)],
        size=size,
        integrity=integrity,
    )
    return Header(manifest.cipher.encrypts, manifest.id, uuid4(), 1, body)


def _write_file(new: NewDisk, header: Header, mac_key: bytes, progress: Progress) -> None:
    def build(storage: FileStorage) -> None:
        storage.resize(header.body.end)
        if new.fill:
            fill(storage, DATA_OFFSET, progress)
        if header.body.cipher.tag_size:
            roots.create(storage, header.body.layout(), mac_key)
        header_area.write(storage, header)

    new_file(new.path, build)
    progress(header.body.size, header.body.size, "Done")
