"""A second implementation, written from docs/format.md alone, reads what vmgui writes."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import independent_reader
from vmgui.disk.edit import editing

SECRET = b"correct horse"


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"options": {"key_bits": 128}},
        {"sector_size": 512},
        {"plugin": "unencrypted"},
        {"fill": True},
    ],
)
def test_it_reads_the_same(make_disk, opened, more, tmp_path):
    path = make_disk(size=1 << 20, **more)
    secret = None if "plugin" in more else SECRET
    disk = opened(path, secret)
    data = random.Random(1).randbytes(300_000)
    disk.device.write(100_000, memoryview(data))
    out = bytearray(1 << 20)
    disk.device.read(0, memoryview(out))
    disk.close()
    assert independent_reader.read_disk(path, SECRET) == out
    (tmp_path / "secret").write_bytes(SECRET)
    program = Path(independent_reader.__file__)
    words = [path, "--secret-file", tmp_path / "secret", "--output", tmp_path / "out"]
    subprocess.run([sys.executable, program, *words], check=True)
    assert (tmp_path / "out").read_bytes() == out


def test_it_opens_every_slot_and_either_copy(make_disk):
    path = make_disk()
    words = b" ".join([b"abandon"] * 23 + [b"art"])
    with editing(path, SECRET) as editor:
        editor.add(b"\0key\xff", "key-file", 0)
        editor.add(words, "recovery", 0)
    for secret in (SECRET, b"\0key\xff", words):
        assert independent_reader.read_disk(path, secret) == bytes(1 << 20)
    for offset in (0, 512 << 10):
        content = path.read_bytes()
        with open(path, "r+b") as file:
            file.seek(offset)
            file.write(bytes(100))
        assert independent_reader.read_disk(path, SECRET) == bytes(1 << 20)
        path.write_bytes(content)


def test_it_refuses_what_is_wrong(make_disk):
    path = make_disk()
    with pytest.raises(ValueError, match="The secret opens no key slot"):
        independent_reader.read_disk(path, b"wrong")
    path.write_bytes(bytes(1 << 20) + path.read_bytes()[1 << 20 :])
    with pytest.raises(ValueError, match="header is valid: There is no vmgui header"):
        independent_reader.read_disk(path, SECRET)


def test_it_shares_no_code():
    source = Path(independent_reader.__file__).read_text()
    assert not re.search(r"^\s*(from|import) vmgui", source, re.MULTILINE)
