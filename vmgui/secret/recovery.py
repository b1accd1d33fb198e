"""Recovery keys: 24 words for 256 random bits and a checksum (BIP-39, English list)."""

from __future__ import annotations

import datetime
import difflib
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mnemonic import Mnemonic

from vmgui.errors import VmguiError

WORDS = 24
_BITS = 256
_COLUMNS = 3
# No two words of the list share their first four letters.
_DISTINCT = 4
# A word, with its number on the sheet if that was copied as well: "7. abandon", "7) abandon".
_WORD = re.compile(r"(?:(\d{1,2})[.):]?\s*)?([^\W\d_]+)")


class WordsWrong(VmguiError):
    """What was meant to be a recovery key has a mistake in it.

    ``position`` counts from 1 and names an unknown word; 0 where it is not a single word's fault.
    ``suggestions`` are listed words like it, best first. They are for the eyes of whoever types:
    being all but the secret itself they are not part of the error's text.
    """

    code = "recovery-words"

    def __init__(
        self,
        what: str,
        *,
        why: str = "",
        remedy: str = "",
        position: int = 0,
        suggestions: Sequence[str] = (),
    ) -> None:
        super().__init__(what, why=why, remedy=remedy)
        self.position = position
        self.suggestions = tuple(suggestions)


@dataclass(frozen=True)
class RecoveryKey:
    """The 24 words in order, in small letters."""

    words: tuple[str, ...] = field(repr=False)

    def secret(self) -> bytearray:
        """What the key slot takes: the words joined by single blanks, in UTF-8."""
        return bytearray(" ".join(self.words), "utf-8")


def new() -> RecoveryKey:
    """A recovery key of 256 bits from the operating system's random generator."""
    return RecoveryKey(tuple(_bip39().generate(strength=_BITS).split()))


def looks_like_recovery(secret: bytes | bytearray) -> bool:
    """Whether somebody meant to type a recovery key: about 24 words, nearly all of the list."""
    # Cheap, since nearly every secret ends here: so many words need so many bytes, and no more.
    if not 50 <= len(secret) <= 1000:
        return False
    try:
        words = _words(secret.decode())
    except UnicodeDecodeError:
        return False
    unknown = sum(_listed(word) is None for word in words)
    return WORDS - 2 <= len(words) <= WORDS + 2 and unknown <= 3


def parse(text: str) -> bytearray:
    """The secret that the words stand for, as :meth:`RecoveryKey.secret` gives it.

    Tolerates capitals, blanks, line breaks and punctuation, words cut down to four letters or
    more, and numbers; where each word has its own, they tell the order, so a sheet in columns can
    be copied line by line. Raises :exc:`WordsWrong`.
    """
    words = []
    for position, word in enumerate(_words(text), 1):
        listed = _listed(word)
        if listed is None:
            near = difflib.get_close_matches(word, _bip39().wordlist)
            raise WordsWrong(
                f"Word {position} of the recovery key is not in the word list.",
                remedy="Check its spelling against your sheet.",
                position=position,
                suggestions=near,
            )
        words.append(listed)
    if len(words) != WORDS:
        raise WordsWrong(
            f"A recovery key has {WORDS} words, and this has {len(words)}.",
            remedy="Check that no word is missing or there twice.",
        )
    if not _bip39().check(" ".join(words)):
        raise WordsWrong(
            "The words of the recovery key don't fit together.",
            why="Each is in the word list, but the checksum tells that one is wrong or misplaced.",
            remedy="Compare them with your sheet one by one.",
        )
    return RecoveryKey(tuple(words)).secret()


def printable(words: Sequence[str], name: str, uuid: str, date: datetime.date | None = None) -> str:
    """A sheet of plain text to print and put away, for the disk ``name``; ``date``: today."""
    day = date or datetime.datetime.now().astimezone().date()
    rows = -(-len(words) // _COLUMNS)
    numbered = [f"{number:>4}. {word:<12}" for number, word in enumerate(words, 1)]
    table = "\n".join("".join(numbered[row::rows]).rstrip() for row in range(rows))
    return f"""\
VMGUI RECOVERY KEY

Disk    {name}
UUID    {uuid}
Date    {day.isoformat()}

{table}

These {len(words)} words open the disk, as its passphrase does. Whoever has them and a
copy of the disk can read it: keep this sheet away from the computer, and show
it to nobody.

To use them, type them in the order of their numbers, with blanks between,
wherever vmgui asks for this disk's passphrase. To choose a new passphrase:
    vmgui disk key add DISK

If this sheet is lost, make another and close the key slot of this one:
    vmgui disk key recovery DISK
    vmgui disk key remove DISK --slot N
"""


@functools.cache
def _bip39() -> Mnemonic:
    return Mnemonic("english")


@functools.cache
def _known() -> dict[str, str]:
    """Each word by itself and by its shorter forms."""
    return {
        word[:length]: word
        for word in _bip39().wordlist
        for length in range(min(_DISTINCT, len(word)), len(word) + 1)
    }


def _listed(word: str) -> str | None:
    return _known().get(word)


def _words(text: str) -> list[str]:
    """The words alone, in order."""
    found = [(int(number or 0), word) for number, word in _WORD.findall(text.lower())]
    if sorted(number for number, _ in found) == list(range(1, len(found) + 1)):
        found.sort()
    return [word for _, word in found]
