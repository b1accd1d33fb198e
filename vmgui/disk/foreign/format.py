"""A foreign format: its plug-in, and what comes of asking it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vmgui.api import Container, ContainerError, ContainerPlugin, Description, Manifest, Medium
from vmgui.api.manifest import MAX_HEAD
from vmgui.disk.body import MAX_SECTORS, Body, Cipher, Segment
from vmgui.disk.errors import DiskError, SecretWanted, Truncated
from vmgui.disk.header import MAX_GENERATION, Found, Header
from vmgui.disk.kdf import max_memory
from vmgui.errors import VmguiError
from vmgui.limits import room_for
from vmgui.memory import LockedBuffer

Secret = bytes | bytearray
_MAX_SLOTS = 64


@dataclass(frozen=True)
class Format:
    """A plug-in of kind ``container``, ready to be used."""

    manifest: Manifest
    plugin: ContainerPlugin

    @contextmanager
    def told(self, path: Path) -> Iterator[None]:
        """Whatever the plug-in raises becomes an error for a person."""
        try:
            yield
        except VmguiError:
            raise  # ours: a cancel
        except ContainerError as error:
            what = error.what
            if error.problem != "wrong-secret":  # whoever asks for secrets names the disk
                what = f"{path}: {what[:1].lower()}{what[1:]}"
            raise DiskError(what, why=error.why, remedy=error.remedy, code=error.problem) from None
        except OSError as error:
            raise DiskError(
                f"{path} can't be read or written.",
                why=f"{error.strerror}.",
                remedy="Check the drive, and that it has room.",
                code="cannot-open",
            ) from None
        except Exception as error:  # noqa: BLE001  (a stranger's code may raise anything)
            # Only the type: a plug-in's own text could hold anything, a key included.
            raise self.faulty(f"It failed with {type(error).__name__}.") from None

    @contextmanager
    def deriving(self, path: Path) -> Iterator[None]:
        """The same where a key is derived from a secret, which may take gigabytes."""
        with room_for(max_memory() << 10), self.told(path):
            yield

    def faulty(self, why: str) -> DiskError:
        """The error for a plug-in that does what it must not."""
        return DiskError(
            f"The plug-in “{self.manifest.name}” made a mistake; the disk is left as it is.",
            why=why,
            remedy="Tell its publisher.",
            code="plugin-failed",
        )

    def read(self, medium: Medium, path: Path) -> tuple[Container, Header]:
        """The container on a medium that may end before its data. Raises :exc:`DiskError`."""
        with self.told(path):
            container = self.plugin.read(medium)
            return container, header_of(container.description, self.manifest)

    def find(self, medium: Medium, path: Path) -> tuple[Container, Found]:
        """The container on a medium that is long enough. Raises :exc:`DiskError`."""
        container, header = self.read(medium, path)
        needed = max(header.body.end, container.description.offset + 1)
        if medium.size < needed:
            raise Truncated(
                f"The disk {path} is cut short.",
                why=f"The file has {medium.size} bytes; its header speaks of at least {needed}.",
                remedy="It was probably not copied whole: copy it again.",
            )
        return container, Found(header, container.description.damaged)

    def unlock(
        self, container: Container, secret: Secret | None, path: Path
    ) -> tuple[LockedBuffer, int]:
        """The volume key, the caller's to close, and the slot. Raises :exc:`DiskError`."""
        if secret is None:
            raise SecretWanted(
                "The disk is encrypted, and no passphrase was given.",
                remedy="Give its passphrase or key file.",
            )
        key = LockedBuffer(container.description.key_size)
        try:
            with self.deriving(path):
                return key, container.unlock(memoryview(secret), key.view, _nobody_waits)
        except BaseException:
            key.close()
            raise


def _nobody_waits() -> None:
    """Nobody can cancel the opening of a disk but by ending the process."""


def header_of(it: Description, manifest: Manifest) -> Header:
    """What a plug-in says of a disk, as our own header. Raises ValueError for nonsense."""
    sane = (
        it.sector_size in manifest.cipher.sector_sizes
        and it.key_size in manifest.cipher.key_sizes
        and 0 < it.head <= min(it.offset, MAX_HEAD)
        and 0 <= it.sectors <= MAX_SECTORS
        and 0 <= it.generation <= MAX_GENERATION
        and 0 < len(it.slots) <= _MAX_SLOTS
    )
    if not sane:
        raise ValueError
    body = Body(
        cipher=Cipher(manifest.name, it.key_size, it.sector_size, 0, dict(it.parameters)),
        created="",
        discard="allow" if it.discards else "ignore",
        key_slots=[],
        requires=[],
        segments=[Segment("linear", 0, it.sectors, it.offset)],
        size=it.sectors * it.sector_size,
    )
    return Header(True, manifest.id, it.disk, it.generation, body, foreign=it)
