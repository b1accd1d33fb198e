"""Ciphertext shows nothing of what it hides."""

from __future__ import annotations

from vmgui.api.conformance.kit import check
from vmgui.api.conformance.subject import Disk, Subject

# Small enough that a block cipher of 64 bits shows itself, large enough to never agree by chance.
_BLOCK = 8
_SECTORS = 32


@check("structure", "Equal blocks look different; nothing stays readable", "encrypting")
def structure(subject: Subject) -> None:
    for setting in subject.settings:
        disk = subject.make(setting)
        length = disk.size * _SECTORS
        motif = subject.bytes(16, "motif")
        for name, plain in (
            ("zeros", bytes(length)),
            ("bytes of 255", b"\xff" * length),
            ("one block, again and again", motif * (length // 16)),
        ):
            sealed = disk.seal(40, plain).data
            _nothing_readable(disk, plain, sealed)
            _no_repeated_block(disk, name, sealed)
            _no_bias(disk, name, sealed)
        plain = subject.bytes(length, "text")
        _nothing_readable(disk, plain, disk.seal(40, plain).data)


@check("keystream", "Two versions of a sector don't give each other away", "encrypting")
def keystream(subject: Subject) -> None:
    for setting in subject.settings:
        disk = subject.make(setting)
        old, new = bytes(disk.size), subject.bytes(disk.size, "new")
        mask = _xor(disk.seal(6, old).data, disk.seal(6, new).data)
        if any(mask[at : at + 16] == new[at : at + 16] for at in range(0, disk.size, 16)):
            disk.fault(
                "Whoever has two versions of a sector can compute their texts: both were "
                "enciphered with the same keystream"
                + (": a nonce is used again." if subject.tag_size else "."),
                "Never use one nonce for two writes: draw a new one and keep it in the tags."
                if subject.tag_size
                else "A stream mode (CTR, OFB, ChaCha20) can't rewrite a sector safely without a "
                "nonce kept in tags; use a block mode for disks (XTS, CBC with ESSIV).",
            )


@check("predictable-iv", "A sector can't be marked by who knows its number", "plain-size")
def predictable_iv(subject: Subject) -> None:
    """The watermark attack on CBC with the plain sector number as IV."""
    for setting in subject.settings:
        disk = subject.make(setting)
        rest = subject.bytes(disk.size - 16, "rest")
        for order in ("little", "big"):
            for width in (4, 8, 16):
                for at in {0, 16 - width}:
                    marked = []
                    for number in (20, 21):
                        for unit in (512, disk.size):  # LUKS counts in 512 bytes
                            counted = _number(number * disk.size // unit, width, order)
                            mark = bytes(at) + counted + bytes(16 - at - width)
                            marked.append(disk.seal(number, mark + rest).data[:16])
                    if marked[0] == marked[2] or marked[1] == marked[3]:
                        disk.fault(
                            "Texts that are made for it look equal in two sectors: the IV is the "
                            "sector number itself, which everybody knows.",
                            "Encipher the number under a key before it becomes the IV (ESSIV).",
                        )


def _number(number: int, width: int, order: str) -> bytes:
    little = number.to_bytes(width, "little")
    return little if order == "little" else little[::-1]


def _nothing_readable(disk: Disk, plain: bytes, sealed: bytes) -> None:
    if plain == sealed:
        disk.fault(
            "The ciphertext is the text itself: it does not encrypt.",
            "The manifest says cipher.encrypts; only vmgui's own unencrypted plug-in may not.",
        )
    for at in range(0, len(plain), _BLOCK):
        if plain[at : at + _BLOCK] == sealed[at : at + _BLOCK]:
            disk.fault(
                f"The text can be read in the ciphertext, at byte {at % disk.size} of a sector.",
                "Every byte of a sector must be enciphered.",
            )


def _no_repeated_block(disk: Disk, name: str, sealed: bytes) -> None:
    seen: dict[bytes, int] = {}
    for at in range(0, len(sealed), _BLOCK):
        twin = seen.setdefault(sealed[at : at + _BLOCK], at)
        if twin == at:
            continue
        same_sector = twin // disk.size == at // disk.size
        where = "in one sector" if same_sector else "in two sectors"
        disk.fault(
            f"A text of {name} shows its structure: equal blocks give equal ciphertext {where}, "
            "as in ECB mode.",
            "Each block must also depend on its place: use a mode made for it (XTS, CBC with "
            "ESSIV, an AEAD)."
            if same_sector
            else "The sector's number must reach every block.",
        )


def _no_bias(disk: Disk, name: str, sealed: bytes) -> None:
    ones = int.from_bytes(sealed, "big").bit_count()
    bits = 8 * len(sealed)
    # Random bits are 10 standard deviations (of half a square root of their number) off never.
    if abs(ones - bits / 2) > 5 * bits**0.5:
        disk.fault(
            f"The ciphertext of {name} is not random: {100 * ones / bits:.1f} % of its bits are 1.",
            "Ciphertext that can be told from random bytes says something about the text.",
        )


def _xor(one: bytes, other: bytes) -> bytes:
    mixed = int.from_bytes(one, "big") ^ int.from_bytes(other, "big")
    return mixed.to_bytes(len(one), "big")
