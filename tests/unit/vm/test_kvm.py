"""When KVM is used, and what is said where it isn't."""

from __future__ import annotations

import msgspec
import pytest

from tests.unit.vm import golden_hosts
from vmgui.errors import VmguiError
from vmgui.paths import state_dir
from vmgui.vm import host, kvm
from vmgui.vm.definition import new
from vmgui.vm.kvm import Kvm


@pytest.fixture(autouse=True)
def pc(monkeypatch, tmp_path):
    """This computer is a PC with QEMU, UEFI and /dev/kvm."""
    monkeypatch.setattr(kvm, "host_arch", lambda: "x86_64")
    monkeypatch.setattr(host, "probe", golden_hosts.qemu)
    uefi = golden_hosts.host(new("x", firmware="uefi")).uefi
    monkeypatch.setattr("vmgui.vm.firmware.find", lambda qemu, machine, secure: uefi)
    return uefi


@pytest.fixture
def device(tmp_path):
    path = tmp_path / "kvm"
    path.touch()
    return path


def test_the_first_processor_that_works_is_taken(monkeypatch, device):
    tried = []

    def attempt(qemu, machine, cpu):
        tried.append(cpu)
        return "failed to set MSR" if cpu == "host" else ""

    monkeypatch.setattr(kvm, "_try", attempt)
    found = kvm.probe(golden_hosts.qemu("x86_64"), "q35", device)
    assert (found.cpu, tried) == ("host,-arch-capabilities", ["host", "host,-arch-capabilities"])


def test_what_worked_is_tried_again_only_after_a_change(monkeypatch, device, tmp_path):
    boot, binary = tmp_path / "boot_id", tmp_path / "qemu"
    boot.write_text("one")
    binary.touch()
    monkeypatch.setattr(kvm, "BOOT_ID", boot)
    tried = []
    monkeypatch.setattr(kvm, "_try", lambda qemu, machine, cpu: tried.append(machine) or "")
    qemu = msgspec.structs.replace(golden_hosts.qemu("x86_64"), binary=str(binary))

    def tries(machine: str = "q35") -> int:
        tried.clear()
        assert kvm.probe(qemu, machine, device).cpu == "host"
        return len(tried)

    assert tries() == 1
    assert tries() == 0
    assert tries("pc") == 1  # nothing is known of that
    assert tries() == 0
    boot.write_text("two")  # the computer was started anew
    assert tries() == 1
    binary.write_text("another QEMU")
    assert tries() == 1
    (state_dir() / "kvm.json").write_text("[nonsense")
    assert tries() == 1


def test_that_it_does_not_work_is_never_believed(monkeypatch, device):
    monkeypatch.setattr(kvm, "_try", lambda qemu, machine, cpu: "no")
    assert not kvm.probe(golden_hosts.qemu("x86_64"), "q35", device).usable
    monkeypatch.setattr(kvm, "_try", lambda qemu, machine, cpu: "")
    assert kvm.probe(golden_hosts.qemu("x86_64"), "q35", device).usable


def test_32_bit_pcs_run_on_64_bit_ones(monkeypatch, device):
    monkeypatch.setattr(kvm, "_try", lambda qemu, machine, cpu: "")
    assert kvm.probe(golden_hosts.qemu("i386"), "q35", device).cpu == "host"


def test_another_processor_family(device):
    found = kvm.probe(golden_hosts.qemu("aarch64"), "virt", device)
    assert not found.usable
    assert "Arm" in found.why


def test_no_device(tmp_path):
    found = kvm.probe(golden_hosts.qemu("x86_64"), "q35", tmp_path / "none")
    assert "There is no" in found.why
    assert "firmware" in found.remedy


def test_no_permission(monkeypatch, device):
    monkeypatch.setattr("os.access", lambda path, mode: False)
    found = kvm.probe(golden_hosts.qemu("x86_64"), "q35", device)
    assert "may not" in found.why
    assert "usermod -aG kvm" in found.remedy


def test_qemu_without_kvm(device):
    qemu = msgspec.structs.replace(golden_hosts.qemu("x86_64"), accelerators=frozenset({"tcg"}))
    assert "without KVM" in kvm.probe(qemu, "q35", device).why


def test_kvm_that_never_works_says_why_in_qemus_words(monkeypatch, device):
    monkeypatch.setattr(kvm, "_try", lambda qemu, machine, cpu: f"no {cpu}")
    found = kvm.probe(golden_hosts.qemu("x86_64"), "q35", device)
    assert not found.usable
    assert "no host" in found.why


def usable(monkeypatch: pytest.MonkeyPatch, cpu: str = "host", why: str = "") -> None:
    monkeypatch.setattr("vmgui.vm.kvm.probe", lambda qemu, machine: Kvm(cpu, why, "Do this."))


def test_auto_takes_kvm_where_it_works(monkeypatch):
    usable(monkeypatch)
    chosen = host.choose(new("x"))
    assert (chosen.accelerator, chosen.cpu, chosen.notes) == ("kvm", "host", ())


def test_auto_does_without_and_says_so(monkeypatch):
    usable(monkeypatch, "", "It is broken.")
    chosen = host.choose(new("x"))
    assert (chosen.accelerator, chosen.cpu) == ("tcg", "max")
    assert "It is broken." in chosen.notes[0]


def test_kvm_is_not_replaced_where_it_is_insisted_on(monkeypatch):
    usable(monkeypatch, "", "It is broken.")
    with pytest.raises(VmguiError, match=r"It is broken\. Do this\.") as caught:
        host.choose(new("x", accelerator="kvm"))
    assert caught.value.code == "no-kvm"


def test_tcg_does_not_even_look(monkeypatch):
    monkeypatch.delattr("vmgui.vm.kvm.probe")
    assert host.choose(new("x", accelerator="tcg")).accelerator == "tcg"


def test_falling_back_leaves_the_rest(monkeypatch, pc):
    usable(monkeypatch)
    vm = new("x", firmware="uefi")
    before = host.choose(vm)
    after = host.emulated(vm, before)
    assert (after.accelerator, after.cpu, after.uefi) == ("tcg", "max", pc)


def test_a_machine_that_this_qemu_lacks(monkeypatch):
    usable(monkeypatch)
    with pytest.raises(VmguiError, match=r"no machine “pc-q35-9\.9”"):
        host.choose(new("x", machine="pc-q35-9.9"))


def test_too_many_processors(monkeypatch):
    usable(monkeypatch)
    with pytest.raises(VmguiError, match="allows 255"):
        host.choose(new("x", cpus=256))


def test_sound_goes_to_what_this_qemu_has(monkeypatch):
    usable(monkeypatch)
    assert host.choose(new("x")).audio == "pa"
