"""``vectors.toml``: foreign text, read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.broken_plugins import PLAIN, TAGGED, write
from vmgui.api import Manifest
from vmgui.api.conformance import CHECKS, Fault, Subject, run_checks
from vmgui.api.conformance.answers import parse

ROOT = Path(__file__).parents[3]
GOOD = {"source": '"a book"', "sector_size": "512", "key": f'"{"ab" * 16}{"cd" * 16}"'}
GOOD |= {"plain": f'"{"00" * 512}"', "sealed": f'"{"11" * 512}"'}


def text(**changes: str) -> bytes:
    rows = {**GOOD, **changes}
    return "\n".join(["[[known_answers]]", *(f"{k} = {v}" for k, v in rows.items() if v)]).encode()


@pytest.fixture
def manifest(tmp_path) -> Manifest:
    return Subject(write(tmp_path, "sound", PLAIN)).manifest


def test_an_answer_in_bytes(manifest):
    (answer,) = parse(text(first_sector="7", key=f'"""\n{"ab " * 32}\n"""'), manifest)
    assert (answer.first, answer.key, answer.setting.sector_size) == (7, b"\xab" * 32, 512)
    assert (answer.plain, answer.sealed.data) == (bytes(512), b"\x11" * 512)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"key": '"xy"'}, "known answer 1 has a field that is not hexadecimal"),
        ({"key": ""}, "missing required field `key`"),
        ({"more": "1"}, "unknown field `more`"),
        ({"sector_size": "1000"}, "sector_size is 1000"),
        ({"plain": '"00"'}, "not the same whole number of sectors"),
        ({"plain": '""', "sealed": '""'}, "not the same whole number of sectors"),
        ({"tags": '"00"'}, "tags are not 0 bytes a sector"),
        ({"first_sector": "-1"}, "first_sector is negative"),
        ({"options": "{ bits = 3 }"}, "“bits” is not an option of acme"),
        ({"disk": '"here"'}, "UUID"),
    ],
)
def test_what_is_wrong_is_named(manifest, changes, words):
    with pytest.raises(Fault) as caught:
        parse(text(**changes), manifest)
    assert words in caught.value.what


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_refused_with_a_sentence(foreign):
    manifest = Manifest.parse((ROOT / "examples/sm4-cbc/sm4_cbc/plugin.toml").read_bytes())
    with pytest.raises(Fault, match=r"vectors\.toml"):
        parse(foreign, manifest)


def test_a_wrong_answer_is_a_fault(tmp_path):
    folder = write(tmp_path, "sound", PLAIN)
    (folder / "vectors.toml").write_bytes(text())
    (result,) = run_checks(folder, ["known-answers"])
    assert result.fault == "encrypt gives another ciphertext than known answer 1 (a book)."


def test_an_authenticated_one_is_held_to_decrypt(tmp_path):
    folder = write(tmp_path, "tagged", TAGGED)
    subject = Subject(folder)
    disk = subject.make(subject.settings[-1], bytes(32))
    sealed = disk.seal(0, bytes(512))
    zero = f'"{"00" * 32}"'
    right = {"key": zero, "sealed": f'"{sealed.data.hex()}"', "tags": f'"{sealed.tags.hex()}"'}
    (folder / "vectors.toml").write_bytes(text(**right))
    (result,) = run_checks(folder, ["known-answers"])
    assert result.outcome == "passed"
    (folder / "vectors.toml").write_bytes(text(**{**right, "plain": f'"{"22" * 512}"'}))
    (result,) = run_checks(folder, ["known-answers"])
    assert "another text than known answer 1" in result.fault


def test_the_documents_list_every_check():
    document = (ROOT / "docs/encryption-api.md").read_text()
    for check in CHECKS.values():
        assert f"| `{check.name}` | {check.title} |" in document
