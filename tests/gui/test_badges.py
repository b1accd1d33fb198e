"""What is said of a disk at a glance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from tests.gui.conftest import PASSPHRASE, make_disk
from vmgui.disk.body import Kdf
from vmgui.gui.disk import backups
from vmgui.gui.disk.badges import badges, costs_too_little, known_plugins
from vmgui.gui.disk.facts import DiskFacts, FactsReader
from vmgui.job import run
from vmgui.plugin.trust import Trust

MIB = 1 << 10


def kinds(facts: DiskFacts, **plugin: object) -> list[str]:
    plugins = [replace(each, **plugin) for each in known_plugins()]  # type: ignore[arg-type]
    return [badge.kind for badge in badges(facts, plugins)]


@pytest.mark.parametrize(
    ("memory", "passes", "cheap"),
    [
        (64 * MIB, 3, True),  # the least that a header may ask for
        (64 * MIB, 5, True),
        (64 * MIB, 6, False),
        (1024 * MIB, 3, False),
        (32 * MIB, 900, True),  # passes are no substitute for memory
    ],
)
def test_what_a_guess_has_to_cost(memory: int, passes: int, cheap: bool) -> None:
    assert costs_too_little(Kdf("argon2id", memory, passes, 4, bytes(32))) is cheap


def test_a_new_disk_lacks_recovery_and_backup(home: Path) -> None:
    facts = FactsReader().read(make_disk("data"))
    assert kinds(facts) == ["kdf", "no-recovery", "no-backup"]
    for badge in badges(facts, known_plugins()):
        assert badge.words
        assert badge.remedy.endswith(".")


def test_badges_go_as_things_are_mended(home: Path) -> None:
    path, reader = make_disk("data"), FactsReader()
    header = reader.read(path).header
    assert header is not None
    secret = PASSPHRASE.encode()
    backups.remember(str(header.disk), Path("/elsewhere/data.header"), 1)
    assert kinds(reader.read(path)) == ["kdf", "no-recovery"]
    run("key-add", {"path": str(path), "kind": "recovery", "unlock_seconds": 0.0}, [secret, b"x"])
    assert kinds(reader.read(path)) == ["kdf"]
    run("key-change", {"path": str(path)}, [secret, b"new"])
    assert kinds(reader.read(path)) == []


def test_plugins_that_can_not_serve(home: Path) -> None:
    facts = FactsReader().read(make_disk("data"))
    assert badges(facts, [])[0].kind == "plugin-missing"
    assert "aes-xts" in badges(facts, [])[0].remedy
    assert kinds(facts, trust=Trust.CHANGED)[0] == "plugin-changed"
    assert kinds(facts, trust=Trust.NOT_APPROVED)[0] == "plugin-not-approved"
    assert "plugin-unfit" not in kinds(facts)
    assert facts.header is not None
    body = facts.header.body
    cipher = msgspec.structs.replace(body.cipher, options={"key_bits": 5})
    other = replace(facts.header, body=msgspec.structs.replace(body, cipher=cipher))
    assert kinds(replace(facts, header=other))[0] == "plugin-unfit"


def test_unencrypted_damaged_and_unusable(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "plain.vmg"
    run("create", {"path": str(path), "size": 1 << 20, "plugin": "unencrypted"})
    assert kinds(FactsReader().read(path)) == ["plain"]
    with path.open("r+b") as file:
        file.write(bytes(4096))
    assert kinds(FactsReader().read(path)) == ["header-copy", "plain"]
    with path.open("r+b") as file:
        file.write(bytes(1 << 20))
    assert kinds(FactsReader().read(path)) == ["unusable"]


def test_a_spoilt_list_of_backups_is_an_empty_one(home: Path) -> None:
    backups.remember("a", Path("/b"), 3)
    assert backups.known()["a"].generation == 3
    backups._file().write_bytes(b"{")
    assert backups.known() == {}
