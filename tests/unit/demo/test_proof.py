"""Each of the demonstration's proofs fails where what it proves does not hold."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from vmgui.demo import proof
from vmgui.demo.proof import Subject, _Disk
from vmgui.demo.report import Report
from vmgui.disk.body import Body, Cipher, Segment
from vmgui.disk.header import Header
from vmgui.disk.integrity.layout import DATA_OFFSET
from vmgui.disk.pin import pin_of
from vmgui.errors import VmguiError

TEXT = b"".join(b"What the guest of page %05d wrote\n" % n for n in range(2000))
NOISE = random.Random(3).randbytes(128 << 10)


@pytest.fixture
def good(tmp_path: Path) -> _Disk:
    """A disk with which all proofs hold."""
    subject = Subject("vm", 0, tmp_path / "x.vmg", bytearray(b"pass"), TEXT[:99], (b"DIARY   TXT",))
    body = Body(
        cipher=Cipher("aes-xts", 64, 4096, 0, {"key_bits": 256}),
        created="2026-01-01T00:00:00Z",
        discard="allow",
        key_slots=[],
        requires=[],
        segments=[Segment("linear", 0, 256, DATA_OFFSET)],
        size=1 << 20,
    )
    header = Header(True, uuid4(), uuid4(), 1, body)
    stored = (b"header" + bytes(DATA_OFFSET))[:DATA_OFFSET] + NOISE
    plain = TEXT + b"DIARY   TXT and more"
    return _Disk(subject, plain, stored, "fp", header, pin_of(header, "fp"))


@pytest.fixture(autouse=True)
def _definition_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "vm.toml").write_text("[disk.pin]\ngeneration = 1\n")
    monkeypatch.setattr("vmgui.vm.store.folder", lambda name: tmp_path)


def test_all_hold(good, capsys):
    for step in (proof._guests_wrote, proof._nothing_readable, proof._noise, proof._headers):
        step(Report(), [good])
    out = capsys.readouterr().out
    assert out.count("✓") == 4
    assert "generation = 1" in out


def fails(step, disk: _Disk, words: str) -> None:
    with pytest.raises(VmguiError, match=words):
        step(Report(), [disk])


def test_a_guest_that_wrote_nothing(good):
    fails(proof._guests_wrote, replace(good, plain=bytes(1 << 20)), "does not hold")


def test_a_file_with_sixteen_of_the_guests_bytes(good):
    stored = bytearray(good.stored)
    stored[-5000:-4984] = TEXT[1001:1017]
    fails(proof._nothing_readable, replace(good, stored=bytes(stored)), "holds bytes of a guest")


def test_a_file_with_a_file_name(good):
    stored = good.stored[:-11] + b"DIARY   TXT"
    fails(proof._nothing_readable, replace(good, stored=stored), "holds bytes of a guest")


def test_a_file_that_is_text(good):
    fails(proof._noise, replace(good, stored=good.stored[:DATA_OFFSET] + TEXT), "is no noise")


def test_a_cipher_whose_blocks_repeat(good):
    stored = good.stored + NOISE[:4096]
    fails(proof._noise, replace(good, stored=stored), "blocks occur twice")


def test_a_slight_bias(good):
    """One byte in a hundred is always the same."""
    area = bytearray(NOISE)
    area[::100] = b"\x07" * len(area[::100])
    stored = good.stored[:DATA_OFFSET] + bytes(area)
    fails(proof._noise, replace(good, stored=stored), "is no noise")


def test_headers_that_say_otherwise(good):
    plain_header = replace(good.header, encrypted=False)
    fails(proof._headers, replace(good, header=plain_header), "differ")
    fails(proof._headers, replace(good, header=replace(good.header, disk=uuid4())), "differ")
    fails(proof._headers, replace(good, fingerprint="another key"), "differ")
    fails(proof._headers, replace(good, pin=None), "differ")


def test_a_passphrase_in_a_log(good, tmp_path):
    proof._no_passphrase(Report(), tmp_path, [good.subject])
    (tmp_path / "vm.log").write_text("opened with pass\n")
    with pytest.raises(VmguiError, match=r"A passphrase is in vm\.log"):
        proof._no_passphrase(Report(), tmp_path, [good.subject])
