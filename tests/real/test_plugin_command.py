"""``vmgui plugin``: what is listed, approved, withdrawn and measured."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from tests.real.backends import SECRET
from tests.real.cli import vmgui
from tests.stranger import CRASH, EAT, plant
from vmgui.plugin import speed
from vmgui.plugin.found import by_name, drop_in_dir
from vmgui.plugin.speed import Speed


def rows() -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in json.loads(vmgui("plugin", "list", "--json").stdout)}


def test_a_stranger_is_listed_with_all_that_an_approval_is_for(home: Path):
    mark = home / "ran"
    plugin = plant(at_import=f"open({str(mark)!r}, 'w').close()", approved=False)
    row = rows()["acme"]
    assert row["approved"] is False
    assert row["trust"] == "not approved"
    assert (row["publisher"], row["version"]) == ("Acme", "1.0.0")
    assert row["sha256"] == plugin.digest
    told = vmgui("plugin", "list").stdout
    for words in ("NOT APPROVED", "acme  1.0.0  Acme cipher, by Acme", plugin.digest):
        assert words in told
    for command in (["show", "acme"], ["list"], ["benchmark"]):
        vmgui("plugin", *command)
    refused = vmgui("plugin", "benchmark", "acme", status=1)
    assert "vmgui plugin approve acme" in refused.stderr
    assert not mark.exists(), "nothing of it runs before"
    vmgui("plugin", "approve", "acme", "--yes")
    assert not mark.exists(), "nor does approving run it"
    vmgui("plugin", "benchmark", "acme")
    assert mark.exists()


def test_approving_asks_and_a_change_asks_again():
    plugin = plant(approved=False)
    assert vmgui("plugin", "approve", "acme", status=1).stdout.count(plugin.digest) == 1
    assert rows()["acme"]["approved"] is False, "nobody answered"
    vmgui("plugin", "approve", "acme", "--yes")
    assert rows()["acme"]["trust"] == "approved"
    (plugin.folder / "b.py").write_text("")
    row = rows()["acme"]
    assert (row["approved"], row["trust"], row["changes"]) == (False, "changed", ["new: b.py"])
    told = vmgui("plugin", "list").stdout
    assert "CHANGED" in told
    assert "Its files changed since you approved it: new: b.py." in told
    assert "changed since you approved it: new: b.py" in (
        vmgui("plugin", "benchmark", "acme", status=1).stderr
    )
    assert "new: b.py" in vmgui("plugin", "approve", "acme", "--yes").stdout
    assert rows()["acme"]["trust"] == "approved"


def test_an_approval_is_withdrawn_also_from_what_is_gone(home: Path):
    plant()
    vmgui("plugin", "revoke", "acme")
    assert rows()["acme"]["trust"] == "not approved"
    vmgui("plugin", "approve", "acme", "--yes")
    shutil.rmtree(drop_in_dir())
    assert rows()["acme"]["trust"] == "missing"
    assert "NOT INSTALLED" in vmgui("plugin", "list").stdout
    vmgui("plugin", "revoke", "acme")
    assert "acme" not in rows()
    assert "needs none" in vmgui("plugin", "revoke", "aes-xts").stdout


def test_what_can_not_be_a_plugin_is_listed_with_the_reason():
    folder = drop_in_dir() / "broken"
    folder.mkdir(parents=True)
    (folder / "plugin.toml").write_text("api = 9")
    assert rows()["broken"]["trust"] == "unusable"
    assert "version 9 of the VM Encryption API" in vmgui("plugin", "list").stdout


def test_measuring_is_remembered_and_shown():
    assert rows()["aes-xts"]["speed"] is None
    first = json.loads(vmgui("plugin", "benchmark", "--json").stdout)
    assert {row["name"] for row in first} >= {"aes-xts", "unencrypted"}
    for row in first:
        for figure in ("encrypt_4k", "decrypt_4k", "encrypt_1m", "decrypt_1m"):
            assert row[figure] > 0
    assert json.loads(vmgui("plugin", "benchmark", "--json").stdout) == first, "not done again"
    again = json.loads(vmgui("plugin", "benchmark", "aes-xts", "--again", "--json").stdout)
    assert again != first
    assert rows()["aes-xts"]["speed"]["encrypt_4k"] == again[0]["encrypt_4k"]
    assert "MB/s or more here" in vmgui("plugin", "list").stdout


def test_an_authenticated_stranger_is_measured():
    plant(tag_size=16)
    (row,) = json.loads(vmgui("plugin", "benchmark", "acme", "--json").stdout)
    assert row["decrypt_1m"] > 0


def test_one_that_fails_does_not_keep_the_others_from_being_measured():
    plant("crasher", at_encrypt=CRASH)
    plant("eater", at_decrypt=EAT)
    done = vmgui("plugin", "benchmark", "--json", status=1)
    told = {row["name"]: row for row in json.loads(done.stdout)}
    assert "signal 11, SIGSEGV" in told["crasher"]["why"]
    assert "MemoryError" in told["eater"]["why"]
    assert told["aes-xts"]["encrypt_4k"] > 0


def test_exactly_one_is_recommended_and_it_is_first():
    plant()
    speed.remember(by_name("aes-gcm"), Speed(1e4, 1e4, 1e4, 1e4))
    listed = json.loads(vmgui("plugin", "list", "--json").stdout)
    assert [row["name"] for row in listed if row.get("recommended")] == ["aes-gcm"]
    assert listed[0]["name"] == "aes-gcm"
    assert "(recommended, came with vmgui)" in vmgui("plugin", "list").stdout


def test_disk_create_takes_the_default_and_says_so(home: Path):
    done = vmgui(
        "disk", "create", home / "d.vmg", "--size", "1M", "--unlock-time", "0", secret=SECRET
    )
    assert "encrypted with AES-XTS" in done.stdout
    assert "recommended" in vmgui("disk", "create", "--help").stdout
    assert "takes aes-xts" in vmgui("plugin", "list").stdout
