"""Secrets from descriptors and files, and what becomes of a typed one."""

from __future__ import annotations

import os
import traceback
import unicodedata
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vmgui.errors import VmguiError
from vmgui.secret import recovery, source
from vmgui.secret.source import MAX_SIZE, SecretError


@contextmanager
def holding(content: bytes):
    """A descriptor from which ``content`` can be read."""
    fd = os.memfd_create("secret")
    try:
        os.write(fd, content)
        os.lseek(fd, 0, os.SEEK_SET)
        yield fd
    finally:
        os.close(fd)


def from_fd(content: bytes) -> bytearray:
    with holding(content) as fd:
        return source.from_fd(fd)


@pytest.mark.parametrize(
    ("given_", "secret"),
    [
        (b"pw", b"pw"),
        (b"pw\n", b"pw"),
        (b"pw\r\n", b"pw"),
        (b"pw\n\n", b"pw\n"),
        (b"pw\n\r\n", b"pw\n"),
        (b"pw\r", b"pw\r"),
        (b" pw ", b" pw "),
        (b"a\nb\n", b"a\nb"),
        (b"\n\n", b"\n"),
        (b"\xff\x00\xfe", b"\xff\x00\xfe"),
    ],
)
def test_exactly_one_line_end_is_cut(given_, secret):
    taken = from_fd(given_)
    assert isinstance(taken, bytearray)
    assert taken == secret


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=200_000).filter(lambda secret: secret != b"\r"))
def test_whatever_is_piped_with_a_line_end_arrives(secret):
    expected = secret[:-1] if secret.endswith(b"\r") else secret
    assert from_fd(secret + b"\n") == expected


def test_a_pipe_is_read_to_its_end():
    reading, writing = os.pipe()
    os.write(writing, b"first ")
    os.write(writing, b"second\n")
    os.close(writing)
    assert source.from_fd(reading) == b"first second"
    os.close(reading)


@pytest.mark.parametrize("content", [b"", b"\n", b"\r\n"])
def test_nothing_is_no_secret(content):
    with pytest.raises(SecretError, match="empty"):
        from_fd(content)


def test_a_descriptor_that_is_not_there():
    with pytest.raises(SecretError) as caught:
        source.from_fd(999)
    assert "999" in caught.value.what
    assert caught.value.why == "Bad file descriptor."
    assert caught.value.remedy


def test_the_limit():
    assert len(from_fd(bytes(MAX_SIZE) + b"\n")) == MAX_SIZE
    with pytest.raises(SecretError, match="more than 8 MiB"):
        from_fd(bytes(MAX_SIZE + 1))


def test_a_key_file_is_taken_as_it_is(tmp_path):
    path = tmp_path / "stick.key"
    for content in (b"secret\n", b"\r\n", b"e\xcc\x81", bytes(range(256)), bytes(MAX_SIZE)):
        path.write_bytes(content)
        assert source.from_key_file(path) == content


def test_key_files_that_can_not_be_used(tmp_path):
    empty, large = tmp_path / "empty", tmp_path / "large"
    empty.touch()
    with large.open("wb") as file:
        file.truncate(MAX_SIZE + 1)
    for path, words in (
        (tmp_path / "none", "No such file or directory"),
        (tmp_path, "Is a directory"),
        (empty, "is empty"),
        (large, "more than 8 MiB"),
    ):
        with pytest.raises(SecretError) as caught:
            source.from_key_file(path)
        assert words in str(caught.value)
        assert str(path) in caught.value.what
        assert caught.value.remedy


def test_an_endless_key_file_ends():
    with pytest.raises(SecretError, match="more than 8 MiB"):
        source.from_key_file("/dev/zero")


def test_the_same_passphrase_from_another_system_is_the_same_secret():
    text = "Käse für Zoë 한글"
    composed = bytearray(unicodedata.normalize("NFC", text).encode())
    apart = bytearray(unicodedata.normalize("NFD", text).encode())
    assert composed != apart
    assert source.normalise(apart) == source.normalise(composed) == composed


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_normalising_twice_changes_nothing_more(secret):
    once = bytes(source.normalise(bytearray(secret)))
    assert source.normalise(bytearray(once)) == once


@pytest.mark.parametrize("secret", [b"", b"plain", b" blanks \t", b"caf\xe9", b"\xff\xfe\x00"])
def test_what_is_left_alone(secret):
    taken = bytearray(secret)
    assert source.normalise(taken) is taken
    assert taken == secret


def test_it_works_in_place():
    taken = bytearray("e\u0301".encode())
    assert source.normalise(taken) is taken
    assert taken == "é".encode()


def test_a_recovery_key_is_put_into_its_form():
    key = recovery.new()
    typed = bytearray(" ".join(key.words).title() + "\n", "ascii")
    assert source.normalise(typed) == key.secret()


def test_wiping():
    written = []

    class Watched(bytearray):
        def __setitem__(self, key, value):
            written.append(bytes(value))
            super().__setitem__(key, value)

    secret = Watched(b"secret")
    source.wipe(secret)
    assert written == [bytes(6)]
    assert secret == b""


def test_no_error_tells_the_secret(tmp_path):
    typed = " ".join(["zebra", "unspeakable", *["abandon"] * 22])
    large = tmp_path / "large"
    large.write_bytes(b"unspeakable" * (MAX_SIZE // 10))
    for attempt in (
        lambda: source.normalise(bytearray(typed, "ascii")),
        lambda: recovery.parse(typed),
        lambda: source.from_key_file(large),
    ):
        with pytest.raises(VmguiError) as caught:
            attempt()
        error = caught.value
        told = [str(error), repr(error), repr(error.as_dict()), repr(error.args)]
        told += traceback.format_exception(error)
        assert not [text for text in told if "unspeakable" in text or "abandon" in text]
