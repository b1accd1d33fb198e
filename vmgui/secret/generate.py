"""A passphrase on request: words, because a person has to remember and type it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from mnemonic import Mnemonic

# Each word of the BIP-39 list is one of 2048.
BITS_A_WORD = 11
DEFAULT_WORDS = 7
MIN_WORDS, MAX_WORDS = 6, 12


@dataclass(frozen=True)
class Generated:
    """A generated passphrase: ``text`` to show, ``bits`` of randomness in it."""

    text: str = field(repr=False)
    bits: int

    @property
    def sentence(self) -> str:
        """How good it is, for a person."""
        return f"{self.bits} random bits: nobody finds it by guessing."

    def secret(self) -> bytearray:
        """What a key slot takes."""
        return bytearray(self.text, "utf-8")


def passphrase(words: int = DEFAULT_WORDS) -> Generated:
    """``words`` (6 to 12) random words, joined by hyphens; seven have 77 bits.

    Raises ValueError for another number of words.
    """
    if not MIN_WORDS <= words <= MAX_WORDS:
        raise ValueError(f"A passphrase of {words} words is too short or too long.")
    wordlist = Mnemonic("english").wordlist
    return Generated("-".join(secrets.choice(wordlist) for _ in range(words)), words * BITS_A_WORD)
