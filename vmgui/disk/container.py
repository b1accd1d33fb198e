"""Opening a disk: header, lock, key slot, MAC, pin, plug-in, engine, in this order."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from vmgui.api import CipherPlugin, Geometry
from vmgui.disk import header as header_area
from vmgui.disk import keyslot, lock
from vmgui.disk import pin as pins
from vmgui.disk.body import Integrity
from vmgui.disk.engine import BlockDevice, EncryptedDevice
from vmgui.disk.errors import DiskError, NotSupported, SecretWanted, Truncated
from vmgui.disk.header import Found, Header
from vmgui.disk.integrity.device import AuthenticatedDevice
from vmgui.disk.integrity.errors import IntegrityError
from vmgui.disk.keys import cipher_key, fingerprint, integrity_key
from vmgui.memory import LockedBuffer
from vmgui.storage.base import Storage
from vmgui.storage.file import FileStorage

Secret = bytes | bytearray
FindPlugin = Callable[[Header], CipherPlugin]


def open_storage(path: Path, *, read_only: bool) -> FileStorage:
    """Open and lock the file. Raises :exc:`DiskError` with what to do, :exc:`DiskInUse`."""
    try:
        storage = FileStorage(path, read_only=read_only)
    except OSError as error:
        raise _cannot_open(path, error) from None
    try:
        lock.acquire(storage.fd, path, shared=read_only)
    except BaseException:
        storage.close()
        raise
    return storage


def _cannot_open(path: Path, error: OSError) -> DiskError:
    remedies = {
        errno.ENOENT: "Check the path; a drive may not be mounted.",
        errno.EACCES: "Change the file's permissions or its owner.",
        errno.EROFS: "Open it read-only, or copy it to a drive that can be written.",
    }
    return DiskError(
        f"The disk {path} can't be opened.",
        why=f"{error.strerror}.",
        remedy=remedies.get(error.errno or 0, "Check the path and the drive."),
        code="cannot-open",
    )


def read_header(path: Path | str) -> Found:
    """The header of a disk, without a lock and without a secret: its MAC is not checked.

    Raises :exc:`DiskError` and its kinds.
    """
    path = Path(path)
    with reading(path) as storage:
        return find_header(storage, path)


@contextmanager
def reading(path: Path) -> Iterator[FileStorage]:
    """The file, neither locked nor writable. Raises :exc:`DiskError`."""
    try:
        storage = FileStorage(path, read_only=True)
    except OSError as error:
        raise _cannot_open(path, error) from None
    try:
        yield storage
    finally:
        storage.close()


def find_header(storage: Storage, path: Path) -> Found:
    """The header on an open storage, the file being long enough. Raises :exc:`DiskError`."""
    try:
        found = header_area.read(storage)
    except OSError as error:
        raise DiskError(
            f"The header of {path} can't be read.",
            why=f"{error.strerror}.",
            remedy="Check the drive. A header backup helps only where the drive can be written.",
        ) from None
    except DiskError as error:
        # Which disk it is about is known only here.
        error.what = f"{path}: {error.what[0].lower()}{error.what[1:]}"
        raise
    needed = found.header.body.end
    if storage.size < needed:
        raise Truncated(
            f"The disk {path} is cut short.",
            why=f"The file has {storage.size} bytes; its header speaks of {needed}.",
            remedy="It was probably not copied whole: copy it again. To rescue what is there, "
            f"make a copy and lengthen that with: truncate -s {needed} COPY",
        )
    return found


def unlock(header: Header, secret: Secret | None) -> bytearray | None:
    """The volume key (None on a disk that is not encrypted), the header's MAC being right.

    Raises :exc:`SecretWanted`, :exc:`WrongSecret`, :exc:`HeaderForged`.
    """
    if not header.encrypted:
        return None
    if secret is None:
        raise SecretWanted(
            "The disk is encrypted, and no passphrase was given.",
            remedy="Give its passphrase or key file.",
        )
    _, volume_key = keyslot.unlock(header.body.key_slots, secret, header.disk)
    header.verify(volume_key)
    return volume_key


@dataclass
class Disk:
    """An open disk. ``warnings`` are sentences for its owner; ``close`` also ends the lock."""

    path: Path
    header: Header
    device: BlockDevice
    fingerprint: str
    storage: Storage
    close_cipher: Callable[[], None]
    warnings: list[str] = field(default_factory=list)

    @property
    def generation(self) -> int:
        return self.header.generation

    def close(self) -> None:
        self.close_cipher()
        self.storage.close()


def open_disk(
    path: Path | str,
    *,
    secret: Secret | None,
    plugin: FindPlugin,
    read_only: bool = False,
    pin: pins.Pin | None = None,
    on_error: Callable[[str], None] | None = None,
    forgive: bool = False,
) -> Disk:
    """Open a disk for use. ``plugin`` finds the plug-in that its header names.

    Opening it for writing counts up the header's generation, so that an older copy of the disk
    can be told from it later; while a copy of the header is damaged nothing is written there.
    ``forgive`` opens an authenticated disk also when its journal was damaged after a crash.
    Raises :exc:`DiskError` and its kinds; nothing is changed then.
    """
    path = Path(path)
    storage = open_storage(path, read_only=read_only)
    try:
        found = find_header(storage, path)
        header = found.header
        if pin is not None:
            pins.check(pin, header)  # before the secret is used, and before the plug-in runs
        cipher_plugin = plugin(header)
        volume_key = unlock(header, secret)
        print_ = fingerprint(volume_key, header.disk) if volume_key is not None else ""
        if pin is not None:
            pins.check(pin, header, print_)
        device, close_cipher = _device(
            storage, header, cipher_plugin, volume_key, on_error, forgive
        )
        warnings = []
        if found.damaged:
            warnings.append(f"{found.damaged} Repair it with: vmgui disk header repair {path}")
        if not read_only:
            header = _begin_writing(storage, found, device, volume_key)
        if volume_key is not None:
            volume_key[:] = bytes(len(volume_key))
    except BaseException:
        storage.close()
        raise
    return Disk(path, header, device, print_, storage, close_cipher, warnings)


def _begin_writing(
    storage: Storage, found: Found, device: BlockDevice, volume_key: bytearray | None
) -> Header:
    """Count up what tells this session from those before it; the header as it is then."""
    header = found.header
    if isinstance(device, AuthenticatedDevice):
        header = header.with_epoch(_start_session(device))
    if found.damaged:
        return found.header
    header = header.counted_up().signed(volume_key)
    try:
        header_area.write(storage, header, first=found.stale_offset)
    except OSError as error:
        raise DiskError(
            "The disk's header can't be written.",
            why=f"{error.strerror}.",
            remedy="Free some room or check the drive; the disk is as it was before.",
        ) from None
    return header


def _start_session(device: AuthenticatedDevice) -> int:
    try:
        return device.start_session()
    except OSError as error:
        raise DiskError(
            "What the disk's journal holds can't be brought home.",
            why=f"{error.strerror}.",
            remedy="Free some room or check the drive; nothing is lost, and the disk can be "
            "opened read-only.",
        ) from None


def _device(
    storage: Storage,
    header: Header,
    plugin: CipherPlugin,
    volume_key: bytearray | None,
    on_error: Callable[[str], None] | None,
    forgive: bool,
) -> tuple[BlockDevice, Callable[[], None]]:
    body = header.body
    cipher = body.cipher
    geometry = Geometry(header.disk, cipher.sector_size, body.size // cipher.sector_size)
    key = LockedBuffer(cipher.key_size) if volume_key is not None else None
    try:
        if plugin.key_size(cipher.options) != cipher.key_size:
            raise ValueError(f"its options don't go with a key of {cipher.key_size} bytes.")
        if key is not None and volume_key is not None:
            cipher_key(volume_key, header.disk, header.encryption_id, key.view)
        view = key.view if key is not None else memoryview(bytearray())
        sector_cipher = plugin.cipher(view, geometry, cipher.options)
    except ValueError as error:
        raise NotSupported(f"The plug-in {cipher.plugin} can't serve this disk: {error}") from None

    def close() -> None:
        device.close()
        sector_cipher.close()
        if key is not None:
            key.close()

    device: BlockDevice
    if cipher.tag_size and volume_key is not None and isinstance(body.integrity, Integrity):
        try:
            device = AuthenticatedDevice(
                storage,
                sector_cipher,
                body.layout(),
                integrity_key(volume_key, header.disk),
                epoch=body.integrity.epoch,
                forgive=forgive,
                on_error=on_error,
            )
        except OSError as error:
            raise IntegrityError(
                "The disk's record of its own state can't be used.",
                why=f"{error.strerror}.",
                remedy="Check the drive. If the file was changed, restore it from a backup.",
            ) from None
        device.plugin = cipher.plugin
        return device, close
    device = EncryptedDevice(
        storage,
        sector_cipher,
        size=body.size,
        sector_size=cipher.sector_size,
        offset=body.segments[0].offset,
        zeros_unwritten=body.discard == "allow",
        keep_discarded=body.discard == "ignore",
        on_error=on_error,
    )
    device.plugin = cipher.plugin
    return device, close
