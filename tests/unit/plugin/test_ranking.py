"""The order of plug-ins, and the one that is recommended."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest

from tests.stranger import plant
from vmgui.plugin import ranking, speed
from vmgui.plugin.found import Plugin, by_name
from vmgui.plugin.ranking import FAST_ENOUGH, rank
from vmgui.plugin.speed import Speed

FAST = Speed(900.0, 900.0, 2000.0, 2000.0)
SLOW = Speed(2000.0, FAST_ENOUGH - 1, 2000.0, 2000.0)


def plugin(name: str, *, bundled: bool = True, tag_size: int = 0, **offer: object) -> Plugin:
    """As aes-xts, but for that."""
    ours = by_name("aes-xts")
    cipher = msgspec.structs.replace(ours.manifest.cipher, tag_size=tag_size, **offer)
    manifest = msgspec.structs.replace(ours.manifest, name=name, id=uuid4(), cipher=cipher)
    return replace(ours, manifest=manifest, bundled=bundled)


def order(*plugins: tuple[Plugin, Speed | None]) -> list[str]:
    return [each.name for each in rank(list(plugins))]


XTS = plugin("xts")
PLAIN = plugin("plain", encrypts=False)
GCM = plugin("gcm", tag_size=32)
CHACHA = plugin("chacha", tag_size=32)


def test_today():
    """With what comes along now: see that it is sensible, measured or not."""
    for measured in (None, FAST):
        found = rank([(by_name(name), measured) for name in ("unencrypted", "aes-xts")])
        assert [(each.name, each.recommended) for each in found] == [
            ("aes-xts", True),
            ("unencrypted", False),
        ]


def test_one_that_notices_tampering_comes_first_once_it_is_known_to_be_fast():
    assert order((XTS, FAST), (GCM, FAST)) == ["gcm", "xts"]
    assert order((XTS, FAST), (GCM, SLOW)) == ["xts", "gcm"]
    assert order((XTS, FAST), (GCM, None)) == ["xts", "gcm"]


def test_the_faster_of_those_comes_first():
    faster = Speed(1000.0, 1000.0, 1000.0, 1000.0)
    assert order((GCM, FAST), (CHACHA, faster), (XTS, faster)) == ["chacha", "gcm", "xts"]
    assert order((GCM, faster), (CHACHA, FAST), (XTS, faster)) == ["gcm", "chacha", "xts"]


def test_what_does_not_encrypt_is_never_recommended():
    assert order((PLAIN, FAST), (GCM, SLOW)) == ["gcm", "plain"]
    (only,) = rank([(PLAIN, FAST)])
    assert not only.recommended


def test_strangers_come_behind_ours_and_the_unapproved_last():
    stranger = plant()
    unapproved = plant("other", approved=False)
    assert order((unapproved, None), (stranger, FAST), (XTS, SLOW), (PLAIN, FAST)) == [
        "xts",
        "acme",
        "plain",
        "other",
    ]
    (alone,) = rank([(unapproved, FAST)])
    assert not alone.recommended
    (alone,) = rank([(stranger, FAST)])
    assert alone.recommended


def test_the_default_of_disk_create_is_the_same_everywhere(monkeypatch):
    """Neither measurements nor approvals change what a script gets."""
    plant()
    monkeypatch.setattr(speed, "known", lambda plugin: FAST)
    default = ranking.default()
    assert default is not None
    assert default.manifest.name == "aes-xts"


# What was measured, and until when it holds.


def test_a_speed_is_kept_until_the_plugin_or_the_computer_changes(monkeypatch):
    found = plant()
    assert speed.known(found) is None
    speed.remember(found, FAST)
    assert speed.known(by_name("acme")) == FAST
    assert speed.known(by_name("aes-xts")) is None
    monkeypatch.setattr(speed, "_machine", lambda: "another computer")
    assert speed.known(found) is None
    monkeypatch.undo()


def test_a_changed_file_or_version_makes_it_unknown(home: Path):
    found = plant()
    speed.remember(found, FAST)
    (found.folder / "b.py").write_text("")
    assert speed.known(by_name("acme")) is None
    (found.folder / "b.py").unlink()
    assert speed.known(by_name("acme")) == FAST
    assert speed.known(plant(version="2.0.0")) is None


def test_the_computer_is_described_by_all_that_matters():
    machine = speed._machine()
    for part in ("OpenSSL", "cryptography", "Python"):
        assert part in machine
    assert speed._processor() in machine


@pytest.mark.parametrize("content", [b"", b"{", b'{"a": 1}', b"\xff", b"[" * 100_000])
def test_a_damaged_file_of_speeds_is_as_none(content):
    found = plant()
    speed.remember(found, FAST)
    speed._file().write_bytes(content)
    assert speed.known(found) is None
    speed.remember(found, FAST)
    assert speed.known(found) == FAST


def test_what_can_not_be_kept_is_no_error(home):
    (home / "state").write_text("a file where the folder should be")
    speed.remember(plant(), FAST)
