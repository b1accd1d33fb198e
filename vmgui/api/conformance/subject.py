"""The plug-in under test, and disks that are made with it."""

from __future__ import annotations

import itertools
import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NoReturn
from uuid import UUID

from vmgui.api import CipherPlugin, Geometry, Manifest, OptionValue, SectorCipher, TamperedSector
from vmgui.api.conformance import package
from vmgui.api.conformance.buffers import Guarded
from vmgui.api.conformance.fault import ANYTHING, Fault, Refused, printable, raised

# 4 PiB of 4096-byte sectors: more than any disk of today, and numbers well above 32 bits.
SECTORS = 1 << 40
LAST = SECTORS - 1
# Options multiply; this many combinations show what there is to see.
_MAX_COMBINATIONS = 64


@dataclass(frozen=True)
class Setting:
    """One way in which the plug-in can be used: a sector size with values for its options."""

    sector_size: int
    options: dict[str, OptionValue]
    key_size: int

    def __str__(self) -> str:
        chosen = "".join(f", {name} = {value}" for name, value in self.options.items())
        return f"sectors of {self.sector_size} bytes{chosen}"


@dataclass(frozen=True)
class Sealed:
    """Sectors as they lie in storage: ciphertext and tags."""

    data: bytes
    tags: bytes


class Subject:
    """A plug-in whose class could be made. ``beat`` is called again and again as tests go on."""

    def __init__(self, folder: Path, beat: Callable[[], None] = lambda: None) -> None:
        self.folder = folder.resolve()
        self.manifest: Manifest = package.read_manifest(self.folder)
        package.check_kind(self.manifest)
        self.plugin: CipherPlugin = package.start(self.manifest, self.folder)
        self.tag_size = self.manifest.cipher.tag_size
        self.refusals: list[Refused] = []
        self.calls = 0
        self._beat = beat
        self._thread = threading.current_thread()

    def beat(self) -> None:
        """Tell that the plug-in is still answering; only the thread that began it tells."""
        self.calls += 1
        if threading.current_thread() is self._thread:
            self._beat()

    @cached_property
    def settings(self) -> list[Setting]:
        """All that the plug-in serves: the default options first. Raises :exc:`Fault`."""
        found = []
        for sector_size in sorted(self.manifest.cipher.sector_sizes, reverse=True):
            for options in self.combinations():
                setting = Setting(sector_size, options, self.key_size(options))
                try:
                    self.make(setting).close()
                except Refused as error:
                    self.refusals.append(error)
                    continue
                found.append(setting)
        return found

    def combinations(self) -> Iterator[dict[str, OptionValue]]:
        """Values for all options; the defaults come first."""
        every: list[list[OptionValue]] = []
        for option in self.manifest.options.values():
            kinds: list[OptionValue] = [False, True] if isinstance(option.default, bool) else []
            others = [value for value in option.choices or kinds if value != option.default]
            every.append([option.default, *others])
        for values in itertools.islice(itertools.product(*every), _MAX_COMBINATIONS):
            yield dict(zip(self.manifest.options, values, strict=True))

    def key_size(self, options: dict[str, OptionValue]) -> int:
        """What the class asks for. Raises :exc:`Fault` for anything but one of its key sizes."""
        try:
            size = self.plugin.key_size(dict(options))
        except ANYTHING as error:
            raise raised(error, f"when asked for key_size({options})", self.folder) from None
        offer = self.manifest.cipher
        offered = offer.key_sizes if offer.encrypts else [0]
        if type(size) is not int or size not in offered:
            raise Fault(
                f"key_size({options}) gives {size!r}, but the manifest's cipher.key_sizes says "
                f"{offered}.",
                "Make plugin.toml and the method key_size agree.",
            )
        return size

    def make(
        self,
        setting: Setting,
        key: bytes | None = None,
        disk: UUID | None = None,
        sectors: int = SECTORS,
    ) -> Disk:
        """A disk with a cipher of its own. Raises :exc:`Fault`: :exc:`Refused` for a ValueError."""
        if key is None:
            key = self.bytes(setting.key_size, "key")
        return Disk(self, setting, key, Geometry(disk or UUID(int=5), setting.sector_size, sectors))

    def bytes(self, count: int, *names: object) -> bytes:
        """Random bytes that are the same in every run of the kit."""
        return random.Random(f"{names}").randbytes(count)


class Disk:
    """A disk's cipher with a buffer for its key, and calls that report what goes wrong."""

    def __init__(self, subject: Subject, setting: Setting, key: bytes, geometry: Geometry) -> None:
        self.subject = subject
        self.setting = setting
        self.size = setting.sector_size
        self.key = Guarded(key)
        try:
            self.cipher = subject.plugin.cipher(self.key.view, geometry, dict(setting.options))
        except ValueError as error:
            words = printable(str(error))
            raise Refused(f"It refuses a disk with {setting}: “{words}”.") from error
        except ANYTHING as error:
            raise self._raised(error, "when its method cipher was called") from None
        if not isinstance(self.cipher, SectorCipher):
            raise Fault(
                f"Its method cipher gives a {type(self.cipher).__name__}, not a SectorCipher."
            )

    def seal(self, first: int, plain: bytes) -> Sealed:
        """Encrypt a run. Raises :exc:`Fault` if the plug-in fails."""
        source, sealed, tags = self.buffers(plain, bytes(len(plain)), bytes(self.tags_for(plain)))
        self.encrypt(first, source, sealed, tags)
        return Sealed(sealed.bytes(), tags.bytes())

    def open(self, first: int, sealed: Sealed) -> bytes:
        """Decrypt a run that is authentic. Raises :exc:`Fault` if the plug-in fails."""
        try:
            return self._open(first, sealed)
        except TamperedSector as error:
            self.fault(
                f"decrypt took sector {error.sector} for a changed one, but it is as encrypt made "
                f"it ({self.run(first, sealed.data)}).",
                "Everything that goes into the tag must be the same in both methods.",
            )

    def verdict(self, first: int, sealed: Sealed) -> int | None:
        """Decrypt what may have been tampered with: the sector it names, None if it took it."""
        try:
            self._open(first, sealed)
        except TamperedSector as error:
            return error.sector
        return None

    def encrypt(self, first: int, plain: Guarded, sealed: Guarded, tags: Guarded) -> None:
        """The plug-in's own method. Raises :exc:`Fault` for what it raises."""
        self.subject.beat()
        try:
            self.cipher.encrypt(first, plain.view[:], sealed.view[:], tags.view[:])
        except ANYTHING as error:
            doing = f"when asked to encrypt {self.run(first, plain.bytes())}"
            raise self._raised(error, doing) from None

    def decrypt(self, first: int, sealed: Guarded, plain: Guarded, tags: Guarded) -> None:
        """The same; lets :exc:`TamperedSector` pass."""
        self.subject.beat()
        try:
            self.cipher.decrypt(first, sealed.view[:], plain.view[:], tags.view[:])
        except TamperedSector:
            if not self.subject.tag_size:
                self.fault(
                    "decrypt raised TamperedSector, but the manifest's tag_size is 0.",
                    "A cipher without tags can't know; one that can needs a tag_size.",
                )
            raise
        except ANYTHING as error:
            doing = f"when asked to decrypt {self.run(first, sealed.bytes())}"
            raise self._raised(error, doing) from None

    def close(self) -> None:
        """Close the cipher; then the key's memory is wiped, as vmgui does it."""
        try:
            self.cipher.close()
        except ANYTHING as error:
            raise self._raised(error, "when its cipher was closed") from None
        self.key.view[:] = bytes(len(self.key.view))

    def buffers(self, *contents: bytes) -> Iterator[Guarded]:
        """A guarded buffer for each content."""
        return map(Guarded, contents)

    def tags_for(self, data: bytes) -> int:
        """Bytes of tags that belong to ``data``."""
        return len(data) // self.size * self.subject.tag_size

    def sectors(self, sealed: Sealed) -> list[Sealed]:
        """A sealed run taken apart."""
        tag = self.subject.tag_size
        return [
            Sealed(sealed.data[n * self.size :][: self.size], sealed.tags[n * tag :][:tag])
            for n in range(len(sealed.data) // self.size)
        ]

    def run(self, first: int, data: bytes) -> str:
        """A run in words."""
        count = len(data) // self.size
        if count == 1:
            return f"sector {first}"
        return f"the sectors {first} to {first + count - 1} in one call"

    def fault(self, what: str, look: str = "") -> NoReturn:
        """Raise a :exc:`Fault` that says how the plug-in was used."""
        raise Fault(what, f"{look} (Seen with {self.setting}.)".strip())

    def _open(self, first: int, sealed: Sealed) -> bytes:
        data, plain, tags = self.buffers(sealed.data, bytes(len(sealed.data)), sealed.tags)
        self.decrypt(first, data, plain, tags)
        return plain.bytes()

    def _raised(self, error: BaseException, doing: str) -> Fault:
        fault = raised(error, doing, self.subject.folder)
        return Fault(fault.what, f"{fault.look} (Seen with {self.setting}.)".strip())


def joined(sectors: list[Sealed]) -> Sealed:
    """Sectors put together to a run."""
    return Sealed(b"".join(s.data for s in sectors), b"".join(s.tags for s in sectors))
