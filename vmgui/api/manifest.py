"""A plug-in's manifest: what can be known of it without running any of its code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal
from uuid import UUID

import msgspec

from vmgui.api.cipher import OptionValue

API_VERSION = 1
SECTOR_SIZES = (512, 4096)
MAX_KEY_SIZE = 1024
MIN_TAG_SIZE = 16
MAX_TAG_SIZE = 256
MAX_HEAD = 256 << 20

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_MARK = re.compile(r"([0-9a-f]{2}){4,32}")
_ENTRY = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*")


class ManifestError(Exception):
    """A manifest that can't be used; the text says which field and why."""


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One choice that the person has when a disk is created; its value is kept in the header."""

    title: str
    default: OptionValue
    choices: list[OptionValue] = []

    def allows(self, value: OptionValue) -> bool:
        """Whether ``value`` has the default's type and is one of the choices, if there are any."""
        return type(value) is type(self.default) and (not self.choices or value in self.choices)


class CipherOffer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a cipher plug-in can do. Sizes in bytes; ``tag_size`` 0 means not authenticated."""

    sector_sizes: list[int]
    key_sizes: list[int]
    tag_size: int = 0
    encrypts: bool = True

    @property
    def authenticated(self) -> bool:
        """Whether a changed sector is noticed."""
        return self.tag_size > 0


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bytes that tell a format: ``hex`` at the offset ``at`` of the medium."""

    at: int
    hex: str

    @property
    def content(self) -> bytes:
        """The bytes that have to stand there."""
        return bytes.fromhex(self.hex)


class ContainerOffer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells a container, and how many bytes lie before the data of a new one (``head``)."""

    head: int
    marks: list[Mark]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``plugin.toml``. ``id`` is the encryptionID: one UUID a plug-in, never used for another."""

    api: int
    id: UUID
    name: str
    title: str
    summary: str
    publisher: str
    version: str
    licence: str
    kind: Literal["cipher", "container"]
    entry: str
    cipher: CipherOffer
    container: ContainerOffer | None = None
    options: dict[str, Option] = {}

    @staticmethod
    def parse(text: bytes) -> Manifest:
        """Read and check a manifest. Raises :exc:`ManifestError` naming the field at fault."""
        try:
            api = msgspec.toml.decode(text).get("api")
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise ManifestError(f"It is not valid TOML: {error}.") from None
        if api != API_VERSION:
            raise ManifestError(
                f"It is written for version {api!r} of the VM Encryption API; "
                f"this is version {API_VERSION}."
            )
        try:
            manifest = msgspec.toml.decode(text, type=Manifest)
        except msgspec.ValidationError as error:
            raise ManifestError(f"{error}.") from None
        _check(manifest)
        return manifest

    def options_with(self, given: Mapping[str, OptionValue]) -> dict[str, OptionValue]:
        """All options: ``given`` ones checked, the others by default. Raises ManifestError."""
        for key, value in given.items():
            option = self.options.get(key)
            if option is None:
                known = ", ".join(self.options) or "it has none"
                raise ManifestError(f"“{key}” is not an option of {self.name} ({known}).")
            if not option.allows(value):
                wanted = ", ".join(map(str, option.choices)) or type(option.default).__name__
                raise ManifestError(f"The option “{key}” can't be {value!r} (possible: {wanted}).")
        return {key: given.get(key, option.default) for key, option in self.options.items()}

    def parse_option(self, key: str, text: str) -> OptionValue:
        """An option's value from what a person typed. Raises ManifestError."""
        option = self.options.get(key)
        value: OptionValue = text
        if option is not None and isinstance(option.default, bool):
            value = {"true": True, "yes": True, "false": False, "no": False}.get(text, text)
        elif option is not None and isinstance(option.default, int) and text.isascii():
            value = int(text) if text.removeprefix("-").isdigit() else text
        return self.options_with({key: value})[key]


def _check(manifest: Manifest) -> None:
    offer = manifest.cipher
    problems = (
        (not _NAME.fullmatch(manifest.name), "name: small letters, digits and single hyphens"),
        (not _ENTRY.fullmatch(manifest.entry), "entry: “package.module:Class”"),
        (not (manifest.title and manifest.summary), "title and summary: one line of text each"),
        (manifest.id.int == 0, "id: a UUID of its own"),
        (
            not offer.sector_sizes or not set(offer.sector_sizes) <= set(SECTOR_SIZES),
            "cipher.sector_sizes: 512, 4096 or both",
        ),
        (
            offer.encrypts
            and not all(16 <= size <= MAX_KEY_SIZE for size in offer.key_sizes or [0]),
            f"cipher.key_sizes: 16 to {MAX_KEY_SIZE} bytes each",
        ),
        (
            offer.tag_size != 0 and not MIN_TAG_SIZE <= offer.tag_size <= MAX_TAG_SIZE,
            f"cipher.tag_size: 0, or {MIN_TAG_SIZE} to {MAX_TAG_SIZE}",
        ),
        (
            (manifest.kind == "container") != (manifest.container is not None),
            "container: what kind “container” offers, and nothing without it",
        ),
    )
    for wrong, wanted in problems:
        if wrong:
            raise ManifestError(f"Wanted in the field {wanted}.")
    if manifest.container is not None:
        _check_container(offer, manifest.container)
    for key, option in manifest.options.items():
        if not option.allows(option.default):
            raise ManifestError(f"The default of the option “{key}” is not one of its choices.")


def _check_container(offer: CipherOffer, container: ContainerOffer) -> None:
    if offer.tag_size or not offer.encrypts:
        raise ManifestError("A container has no tag_size, and encrypts.")
    if not 0 < container.head <= MAX_HEAD or container.head % 4096:
        raise ManifestError(f"Wanted in the field container.head: 4096 to {MAX_HEAD}, in 4096s.")
    for mark in container.marks or [Mark(-1, "")]:
        good = 0 <= mark.at <= MAX_HEAD and _MARK.fullmatch(mark.hex)
        if not good or len(set(mark.content)) == 1:  # not even a fill byte, zero say
            raise ManifestError("Wanted in the field container.marks: “at” and 4 to 32 bytes each.")
