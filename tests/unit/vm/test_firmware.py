"""UEFI firmware by its descriptors, and each machine's own variables."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.unit.vm import golden_hosts
from vmgui.errors import VmguiError
from vmgui.vm import firmware
from vmgui.vm.firmware import FirmwareMissing, Uefi

QEMU = golden_hosts.qemu("x86_64")


@pytest.fixture
def code(tmp_path):
    for name in ("code.fd", "vars.fd", "other.fd"):
        (tmp_path / name).write_bytes(name.encode())
    return tmp_path


def describe(folder: Path, name: str, code: Path, **changes: object) -> None:
    """Write a descriptor as OVMF's, with changes at the top or (dotted) inside the mapping."""
    mapping: dict[str, object] = {
        "device": "flash",
        "executable": {"filename": str(code / "code.fd"), "format": "raw"},
        "nvram-template": {"filename": str(code / "vars.fd"), "format": "raw"},
    }
    descriptor: dict[str, object] = {
        "description": "UEFI",
        "interface-types": ["uefi"],
        "mapping": mapping,
        "targets": [{"architecture": "x86_64", "machines": ["pc-i440fx-*", "pc-q35-*"]}],
        "features": ["acpi-s3"],
        "tags": [],
    }
    for key, value in changes.items():
        (mapping if key in {"device", "executable", "mode"} else descriptor)[key] = value
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(descriptor))


def test_an_alias_is_looked_up_by_the_machines_full_name(tmp_path, code):
    describe(tmp_path / "a", "60-ovmf", code)
    found = firmware.find(QEMU, "q35", [tmp_path / "a"])
    assert found == Uefi(code / "code.fd", "raw", code / "vars.fd", "raw")


@pytest.mark.parametrize(
    "change",
    [
        {"features": ["requires-smm"]},
        {"features": ["enrolled-keys", "secure-boot"]},
        {"interface-types": ["bios"]},
        {"device": "memory"},
        {"mode": "stateless"},
        {"targets": [{"architecture": "aarch64", "machines": ["virt-*"]}]},
        {"targets": [{"architecture": "x86_64", "machines": ["microvm"]}]},
        {"executable": {"filename": "/nowhere/code.fd", "format": "raw"}},
        {"mapping": "?"},
        {"targets": None},
    ],
)
def test_what_does_not_fit_is_passed_over(tmp_path, code, change):
    describe(tmp_path / "a", "10-wrong", code, **change)
    with pytest.raises(FirmwareMissing) as caught:
        firmware.find(QEMU, "q35", [tmp_path / "a"])
    assert caught.value.remedy
    describe(tmp_path / "a", "20-right", code)
    assert firmware.find(QEMU, "q35", [tmp_path / "a"]).code == code / "code.fd"


def test_file_names_give_the_order(tmp_path, code):
    other = {"filename": str(code / "other.fd"), "format": "qcow2"}
    describe(tmp_path / "a", "50-b", code)
    describe(tmp_path / "a", "40-c", code, executable=other)
    found = firmware.find(QEMU, "q35", [tmp_path / "a"])
    assert (found.code.name, found.code_format) == ("other.fd", "qcow2")


def test_an_earlier_directory_hides_the_later_file_of_the_same_name(tmp_path, code):
    describe(tmp_path / "system", "50-x", code)
    (tmp_path / "user").mkdir()
    (tmp_path / "user" / "50-x.json").touch()
    with pytest.raises(FirmwareMissing):
        firmware.find(QEMU, "q35", [tmp_path / "user", tmp_path / "system"])


def test_broken_descriptors_are_passed_over(tmp_path, code):
    describe(tmp_path / "a", "50-x", code)
    (tmp_path / "a" / "10-broken.json").write_text("{")
    assert firmware.find(QEMU, "q35", [tmp_path / "a"]).code == code / "code.fd"


def test_the_directories_are_those_of_the_specification(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    found = firmware.directories(Path("/opt/qemu/bin/qemu-system-x86_64"))
    assert [str(each) for each in found] == [
        f"{tmp_path}/qemu/firmware",
        "/etc/qemu/firmware",
        "/opt/qemu/share/qemu/firmware",
        "/usr/local/share/qemu/firmware",
        "/usr/share/qemu/firmware",
    ]


def uefi(folder: Path, content: bytes) -> Uefi:
    template = folder / "template.fd"
    template.write_bytes(content)
    return Uefi(folder / "code.fd", "raw", template, "raw")


def test_variables_are_copied_once(tmp_path):
    content = bytes(1 << 20) + b"variables" + bytes(1 << 20)
    mine = tmp_path / "vars.fd"
    assert firmware.prepare_variables(uefi(tmp_path, content), mine) == ""
    assert mine.read_bytes() == content
    assert mine.stat().st_mode & 0o777 == 0o600
    assert mine.stat().st_blocks * 512 < len(content) // 4  # zeros take no room
    mine.write_bytes(content.replace(b"variables", b"CHANGED.."))
    assert firmware.prepare_variables(uefi(tmp_path, content), mine) == ""
    assert b"CHANGED" in mine.read_bytes()


def test_variables_of_other_firmware_are_put_aside(tmp_path):
    mine = tmp_path / "vars.fd"
    mine.write_bytes(b"older and longer")
    assert "kept" in firmware.prepare_variables(uefi(tmp_path, b"new"), mine)
    assert mine.read_bytes() == b"new"
    assert (tmp_path / "vars.fd.old").read_bytes() == b"older and longer"


def test_no_room_for_variables(tmp_path, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(VmguiError, match="No space left"):
        firmware.prepare_variables(uefi(tmp_path, b"new"), tmp_path / "vars.fd")
    assert not os.path.exists(tmp_path / "vars.fd")
