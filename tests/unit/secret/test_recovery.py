"""Recovery keys, as people copy them from paper."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mnemonic import Mnemonic

from vmgui.secret import recovery
from vmgui.secret.recovery import RecoveryKey, WordsWrong

# BIP-39's own test vectors: the entropy of 32 bytes 00, 7f and ff.
ZEROS = ("abandon " * 23 + "art").split()
WINNER = ["legal", "winner", "thank", "year", "wave", "sausage", "worth", "useful"]
VECTORS = [ZEROS, [*WINNER * 2, *WINNER[:-1], "title"], ("zoo " * 23 + "vote").split()]
KEY = RecoveryKey(tuple(VECTORS[1]))


def keys() -> st.SearchStrategy[RecoveryKey]:
    english = Mnemonic("english")
    return st.binary(min_size=32, max_size=32).map(
        lambda entropy: RecoveryKey(tuple(english.to_mnemonic(entropy).split()))
    )


def test_a_new_one():
    key = recovery.new()
    assert len(key.words) == 24
    assert key.secret() == " ".join(key.words).encode()
    assert recovery.parse(key.secret().decode()) == key.secret()
    assert recovery.new() != key


@pytest.mark.parametrize("words", VECTORS, ids=lambda words: words[0])
def test_the_standards_own_vectors_are_accepted(words):
    assert recovery.parse(" ".join(words)) == " ".join(words).encode()


def sheet(key: RecoveryKey) -> str:
    """Only the words of the printed sheet, line by line as they stand there."""
    text = recovery.printable(key.words, "data.vmg", "uuid")
    return "\n".join(line for line in text.splitlines() if re.match(r" +\d+\. ", line))


@settings(deadline=None)
@given(keys())
def test_however_it_is_written(key):
    words = key.words
    for text in (
        " ".join(words).upper(),
        "\t".join(words),
        ", ".join(words) + ".",
        "\r\n".join(f"{number}. {word.title()}" for number, word in enumerate(words, 1)),
        " ".join(f"{number}){word}" for number, word in enumerate(words, 1)),
        " ".join(f"{number:02} {word}" for number, word in enumerate(words, 1)),
        " ".join(word[:4] for word in words),
        sheet(key),
    ):
        assert recovery.looks_like_recovery(text.encode())
        assert recovery.parse(text) == key.secret(), text


def test_numbers_tell_the_order_only_when_each_word_has_its_own():
    words = [f"{number}. {word}" for number, word in enumerate(KEY.words, 1)]
    assert recovery.parse(" ".join(reversed(words))) == KEY.secret()
    with pytest.raises(WordsWrong, match="don't fit together"):
        recovery.parse(" ".join(reversed(KEY.words)))


def test_an_unknown_word_is_named_by_its_place():
    words = list(KEY.words)
    words[6] = "worhty"
    with pytest.raises(WordsWrong) as caught:
        recovery.parse(" ".join(words))
    error = caught.value
    assert error.what == "Word 7 of the recovery key is not in the word list."
    assert (error.position, error.suggestions[0]) == (7, "worth")
    assert error.code == "recovery-words"


@pytest.mark.parametrize("count", [0, 1, 12, 23, 25])
def test_another_number_of_words(count):
    with pytest.raises(WordsWrong, match=f"24 words, and this has {count}"):
        recovery.parse(" ".join(["zoo"] * count))


@settings(deadline=None)
@given(keys(), st.integers(0, 23), st.integers(1, 2047))
def test_the_checksum_notices_a_wrong_word_as_the_standard_does(key, place, step):
    wordlist = Mnemonic("english").wordlist
    words = list(key.words)
    words[place] = wordlist[(wordlist.index(words[place]) + step) % 2048]
    text = " ".join(words)
    if Mnemonic("english").check(text):  # one in 256
        assert recovery.parse(text) == text.encode()
    else:
        with pytest.raises(WordsWrong, match="don't fit together"):
            recovery.parse(text)


@pytest.mark.parametrize(
    ("secret", "meant"),
    [
        (" ".join(ZEROS), True),
        (" ".join(ZEROS[:22]), True),
        (" ".join(["xylophone", *ZEROS[1:]]), True),
        (" ".join(ZEROS[:12]), False),
        (" ".join(ZEROS * 2), False),
        ("correct horse battery staple", False),
        ("the quick brown fox jumps over the lazy dog " * 3, False),
        ("", False),
        ("x" * 5000, False),
    ],
)
def test_only_what_is_meant_as_one_looks_like_one(secret, meant):
    assert recovery.looks_like_recovery(secret.encode()) is meant


def test_bytes_never_look_like_one():
    assert not recovery.looks_like_recovery(b"\xff" + " ".join(ZEROS).encode())


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_either_right_or_told_to_be_wrong(text):
    try:
        secret = recovery.parse(text)
    except WordsWrong:
        return
    assert len(secret.split()) == 24


def test_the_sheet():
    date = datetime.date(2026, 3, 1)
    text = recovery.printable(KEY.words, "data.vmg", "0d5c58c6", date)
    for part in ("data.vmg", "0d5c58c6", "2026-03-01", " 1. legal", " 9. legal", "24. title"):
        assert part in text
    assert max(map(len, text.splitlines())) <= 80
    assert "vmgui disk key recovery" in text


def test_no_word_is_shown_by_accident():
    assert "legal" not in repr(KEY)
