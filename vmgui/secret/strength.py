"""How good a passphrase is, in a number, a word and a sentence.

The number of guesses is zxcvbn's; the time they take is not, since it depends on what a guess
costs. Here a guess is one Argon2id run, calibrated to about a second of one core and up to a
gigabyte of memory. Somebody who rents ten thousand cores makes ten thousand guesses a second
(zxcvbn's own assumption for slow hashing) for as long as the disk is worth it: so a strong
passphrase has to last longer than an account's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# zxcvbn refuses longer texts. What it has seen by then is the least that the rest adds to.
_MAX_LENGTH = 72
CORES = 10_000
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_MONTH, _YEAR = 30 * _DAY, 365 * _DAY
# A score is the number of these that guessing outlasts.
_LIMITS = (_HOUR, _MONTH, 10 * _YEAR, 1000 * _YEAR)
_WORDS = ("very weak", "weak", "fair", "good", "strong")
_UNITS = (
    (_YEAR, "year"),
    (_MONTH, "month"),
    (_DAY, "day"),
    (_HOUR, "hour"),
    (_MINUTE, "minute"),
    (1, "second"),
)


@dataclass(frozen=True)
class Strength:
    """``score`` 0 to 4, its ``word``, one ``sentence`` for a person, what would make it better.

    ``seconds`` are what :data:`CORES` processor cores need to find it; None: nothing is typed.
    """

    score: int
    word: str
    sentence: str
    suggestions: tuple[str, ...] = ()
    seconds: float | None = None


def estimate(
    secret: bytes | bytearray | str, *, known: Sequence[str] = (), unlock_seconds: float = 1.0
) -> Strength:
    """Judge a passphrase; takes some 10 ms.

    ``known`` are words that an attacker tries first, such as the disk's and the user's names.
    ``unlock_seconds`` is what a guess costs one core. Bytes that are not text count as random.
    """
    from zxcvbn import zxcvbn  # late, because it reads its dictionaries

    if not isinstance(secret, str):
        try:
            secret = secret.decode()
        except UnicodeDecodeError:
            return _strength(2.0 ** min(8 * len(secret), 1000), unlock_seconds, ())
    if not secret:
        return Strength(0, _WORDS[0], "Nothing is typed yet.")
    result = zxcvbn(secret[:_MAX_LENGTH], user_inputs=list(known))
    feedback = result["feedback"]
    advice = [feedback["warning"], *feedback["suggestions"]]
    guesses = min(float(result["guesses"]), 2.0**1000)
    return _strength(guesses, unlock_seconds, tuple(text for text in advice if text))


def _strength(guesses: float, unlock_seconds: float, advice: tuple[str, ...]) -> Strength:
    # A guesser is done, on average, after half of the guesses.
    seconds = guesses / 2 * unlock_seconds / CORES
    score = sum(seconds >= limit for limit in _LIMITS)
    if score < 3 and not advice:
        advice = ("Add another word or two. Uncommon words are better.",)
    sentence = f"{CORES:,} processor cores would find it {_span(seconds)}."
    return Strength(score, _WORDS[score], sentence, advice if score < 3 else (), seconds)


def _span(seconds: float) -> str:
    if seconds < 1:
        return "at once"
    if seconds >= 1000 * _YEAR:
        return "after many thousand years" if seconds >= 1e4 * _YEAR else "after thousands of years"
    size, unit = next(each for each in _UNITS if seconds >= each[0])
    count = round(seconds / size)
    return f"within {count} {unit}{'s' if count != 1 else ''}"
