"""How passphrases are judged, and the generated ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mnemonic import Mnemonic

from vmgui.secret import generate, strength


@pytest.mark.parametrize(
    ("secret", "score", "word", "sentence"),
    [
        ("", 0, "very weak", "Nothing is typed yet."),
        ("password", 0, "very weak", "10,000 processor cores would find it at once."),
        ("abcabcabc", 0, "very weak", "10,000 processor cores would find it at once."),
    ],
)
def test_the_worst(secret, score, word, sentence):
    judged = strength.estimate(secret)
    assert (judged.score, judged.word, judged.sentence) == (score, word, sentence)


def test_it_advises_until_it_is_good():
    assert "This is a top-10 common password." in strength.estimate(b"password").suggestions
    for secret in ("password", "hunter2", "kitchen42", "green Kitchen"):
        judged = strength.estimate(secret)
        assert judged.score < 3
        assert judged.suggestions
    assert not strength.estimate("correct horse battery staple").suggestions


def test_longer_random_words_are_never_worse():
    words = ["orbit", "velvet", "cactus", "hammer", "lagoon", "pepper"]
    scores = [strength.estimate(" ".join(words[:count])).score for count in range(7)]
    assert scores == sorted(scores)
    assert scores[-1] == 4


@pytest.mark.parametrize("length", [71, 72, 73, 500, 100_000])
def test_long_ones_are_judged_too(length):
    text = ("orbit velvet cactus hammer lagoon pepper violin " * (length // 40 + 1))[:length]
    assert strength.estimate(text).score == 4


def test_text_bytes_and_buffers_are_the_same():
    text = "grüner Kaktus"
    assert (
        strength.estimate(text)
        == strength.estimate(text.encode())
        == strength.estimate(bytearray(text.encode()))
    )


def test_bytes_that_are_not_text_count_by_their_number():
    assert strength.estimate(b"\xff").score == 0
    assert strength.estimate(b"\xff" * 32).score == 4


def test_what_an_attacker_knows_is_worth_nothing():
    name = "zabriskie quokka"
    assert strength.estimate(name, known=[name]).score < strength.estimate(name).score
    assert strength.estimate(name) == strength.estimate(name)


def test_a_cheaper_guess_is_a_weaker_passphrase():
    text = "orbit velvet cac"
    assert strength.estimate(text, unlock_seconds=1e-6).score < strength.estimate(text).score


@pytest.mark.parametrize(
    ("seconds", "words", "score"),
    [
        (0.5, "at once", 0),
        (1, "within 1 second", 0),
        (90, "within 2 minutes", 0),
        (2 * 3600, "within 2 hours", 1),
        (86400, "within 1 day", 1),
        (45 * 86400, "within 2 months", 2),
        (365 * 86400 * 11, "within 11 years", 3),
        (365 * 86400 * 2000, "after thousands of years", 4),
        (1e30, "after many thousand years", 4),
    ],
)
def test_times_in_words(seconds, words, score):
    judged = strength._strength(seconds * 2 * 10_000, 1.0, ())
    assert judged.sentence == f"10,000 processor cores would find it {words}."
    assert judged.score == score


@settings(deadline=None)
@given(st.text(max_size=100))
def test_any_text_can_be_judged_and_is_not_repeated(text):
    judged = strength.estimate(text)
    assert 0 <= judged.score <= 4
    # Of longer ones, nothing is said again; shorter ones are parts of any sentence.
    assert len(text) < 12 or text not in repr(judged)


@pytest.mark.parametrize("words", [6, 7, 12])
def test_generated_ones_are_as_random_as_they_say(words):
    made = generate.passphrase(words)
    wordlist = set(Mnemonic("english").wordlist)
    parts = made.text.split("-")
    assert len(parts) == words
    assert set(parts) <= wordlist
    assert made.bits == 11 * words
    assert str(made.bits) in made.sentence
    assert made.secret() == made.text.encode()
    assert made.text not in repr(made)
    assert strength.estimate(made.text).score == 4


def test_generated_ones_differ():
    assert len({generate.passphrase().text for _ in range(50)}) == 50


@pytest.mark.parametrize("words", [0, 5, 13, 24])
def test_generated_ones_have_sensible_lengths(words):
    with pytest.raises(ValueError, match="too short or too long"):
        generate.passphrase(words)
