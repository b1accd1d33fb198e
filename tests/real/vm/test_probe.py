"""What the installed QEMU is and has, asked of itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vmgui.errors import VmguiError
from vmgui.paths import state_dir
from vmgui.vm import firmware, kvm
from vmgui.vm import probe as probing
from vmgui.vm.probe import find_binary, probe


@pytest.mark.parametrize(("arch", "machine"), [("x86_64", "q35"), ("aarch64", "virt")])
def test_what_it_has(arch, machine):
    qemu = probe(arch)
    assert qemu.version >= (7, 2, 0)
    assert qemu.machines[machine].cpu_max >= 8
    assert qemu.machines[machine].full_name in qemu.machines
    assert "tcg" in qemu.accelerators
    assert {"virtio-blk-pci", "nvme", "scsi-hd", "virtio-net-pci", "usb-tablet"} <= qemu.devices
    assert "none" in qemu.audio
    assert qemu.first_device("nonsense", "nvme") == "nvme"
    assert firmware.find(qemu, machine).code.exists()


def test_it_is_asked_once(monkeypatch):
    before = probe("x86_64")

    def never(*args):
        raise AssertionError("asked again")

    monkeypatch.setattr(probing, "ask", never)
    assert probe("x86_64") == before


@pytest.mark.parametrize("content", [b"", b"{}", b'{"key": 1, "qemu": 2}'])
def test_a_broken_memory_is_no_obstacle(content):
    before = probe("x86_64")
    (state_dir() / "qemu-x86_64.json").write_bytes(content)
    assert probe("x86_64") == before


def test_another_qemu_is_asked_anew(monkeypatch, tmp_path):
    """One whose answer differs stands in for a newer version."""
    real = find_binary("x86_64")
    other = tmp_path / real.name
    other.write_text(f'#!/bin/sh\n{real} "$@" | sed \'s/"major": 7/"major": 99/\'\n')
    other.chmod(0o755)
    assert probe("x86_64").version[0] < 99
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    if probing.ask("x86_64", real).version[0] == 7:
        assert probe("x86_64").version[0] == 99
    monkeypatch.setenv("PATH", str(real.parent))
    assert probe("x86_64").version[0] < 99


def test_a_program_that_is_not_qemu(monkeypatch, tmp_path):
    fake = tmp_path / "qemu-system-x86_64"
    fake.symlink_to("/bin/true")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(VmguiError, match="does not work"):
        probe("x86_64")


def test_kvm_is_tried_for_real():
    """Whatever this computer is, there is an answer, and a reason where it is no."""
    found = kvm.probe(probe("x86_64"), "q35")
    assert found.usable or found.why
    if found.usable:
        assert found.cpu.startswith("host")


def test_kvm_for_another_family_is_out_of_the_question():
    arch = "aarch64" if os.uname().machine == "x86_64" else "x86_64"
    machine = "virt" if arch == "aarch64" else "q35"
    assert not kvm.probe(probe(arch), machine, Path("/dev/null")).usable
