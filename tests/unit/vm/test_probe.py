"""Finding QEMU. (What it answers is asked of the real one in tests/real/test_vm_probe.py.)"""

from __future__ import annotations

import pytest

from vmgui.vm.probe import QemuMissing, find_binary, probe


@pytest.mark.parametrize("arch", ["x86_64", "i386", "aarch64", "riscv64", "ppc64"])
def test_no_qemu(arch, no_programs):
    with pytest.raises(QemuMissing) as caught:
        probe(arch)
    assert arch in caught.value.what
    assert "qemu" in caught.value.remedy


@pytest.mark.parametrize(
    ("tool", "told"),
    [
        ("apt-get", "apt-get install qemu-system-arm"),
        ("dnf", "dnf install qemu-system-aarch64"),
        ("pacman", "pacman -S qemu-system-aarch64"),
        ("brew", "brew install qemu"),
    ],
)
def test_how_to_install_it_on_this_system(tool, told, no_programs, tmp_path):
    (tmp_path / tool).touch(0o755)
    with pytest.raises(QemuMissing) as caught:
        find_binary("aarch64")
    assert told in caught.value.remedy


def test_32_bit_pcs_run_on_qemu_for_64_bit_ones(no_programs, tmp_path):
    (tmp_path / "qemu-system-x86_64").touch(0o755)
    assert find_binary("i386") == tmp_path / "qemu-system-x86_64"
