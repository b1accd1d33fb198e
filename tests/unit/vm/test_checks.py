"""What this computer lacks, each with the exact remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from vmgui.cli import check
from vmgui.secret import keyring_store
from vmgui.secret.keyring_state import State
from vmgui.vm import checks, firmware, kvm, packages, probe, tpm
from vmgui.vm.checks import Check
from vmgui.vm.kvm import Kvm

TOOLS = ("apt-get", "dnf", "pacman", "zypper", "brew")


def only(folder: Path, monkeypatch: pytest.MonkeyPatch, *programs: str) -> None:
    """Nothing on the PATH but these."""
    folder.mkdir(exist_ok=True)
    for name in programs:
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def of(key: str) -> Check:
    return {each.key: each for each in checks.look()}[key]


def test_on_this_computer_nothing_is_forgotten() -> None:
    assert {each.key for each in checks.look()} == {"qemu", "kvm", "firmware", "keyring", "tpm"}


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        ("apt-get", "sudo apt-get install swtpm"),
        ("dnf", "sudo dnf install swtpm"),
        ("pacman", "sudo pacman -S swtpm"),
        ("zypper", "sudo zypper install swtpm"),
        ("brew", "brew install swtpm"),
        ("none", ""),
    ],
)
def test_without_anything_each_has_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tool: str, command: str
) -> None:
    only(tmp_path / "bin", monkeypatch, tool)
    found = checks.look()
    assert found[0].key == "qemu", "the gravest first"
    assert found[0].state == "missing"
    assert bool(found[0].command) == (tool != "none")
    assert found[0].remedy
    assert of("tpm").command == command


@pytest.mark.parametrize("tool", TOOLS)
def test_every_processor_family_has_a_qemu_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tool: str
) -> None:
    only(tmp_path / "bin", monkeypatch, tool)
    for arch in ("x86_64", "i386", "aarch64", "riscv64", "ppc64"):
        assert "qemu" in packages.command("qemu", arch)
    assert packages.command("firmware", "ppc64") == ""


def test_no_permission_for_kvm_names_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    qemu = probe.probe("x86_64")
    monkeypatch.setattr(kvm, "probe", lambda *_: Kvm(why="You may not."))
    monkeypatch.setattr(kvm, "DEVICE", Path("/dev/null"))
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr("getpass.getuser", lambda: "ada")
    found = checks._kvm(qemu)
    assert found.state == "limited"
    assert found.command == "sudo usermod -aG kvm ada"
    assert "log out and in again" in found.remedy


def test_kvm_that_breaks_says_how_and_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kvm, "probe", lambda *_: Kvm(why="KVM doesn't work here. QEMU says: MSR"))
    found = of("kvm")
    assert found.state == "limited"
    assert "MSR" in found.words
    assert not found.command


@pytest.mark.parametrize(
    ("state", "good"),
    [
        (State.AVAILABLE, True),
        (State.LOCKED, True),
        (State.ABSENT, False),
        (State.REFUSED, False),
        (State.SILENT, False),
    ],
)
def test_each_state_of_the_keyring(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, state: State, good: bool
) -> None:
    only(tmp_path / "bin", monkeypatch, "apt-get")
    monkeypatch.setattr(keyring_store, "state", lambda: state)
    found = of("keyring")
    assert (found.state == "good") == good
    assert bool(found.remedy) != good
    assert bool(found.command) == (state is State.ABSENT)


def test_missing_firmware_and_tpm_are_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_firmware(*_: object, **__: object) -> object:
        raise firmware.FirmwareMissing("No.", remedy="Install it.")

    def no_tpm() -> str:
        raise tpm.TpmMissing("No.", remedy="Install it.")

    monkeypatch.setattr(firmware, "find", no_firmware)
    monkeypatch.setattr(tpm, "find", no_tpm)
    for key in ("firmware", "tpm"):
        found = of(key)
        assert found.state == "limited"
        assert found.remedy


@pytest.mark.parametrize(("state", "status"), [("missing", 1), ("limited", 0)])
def test_the_command_line_prints_the_same(
    monkeypatch: pytest.MonkeyPatch, state: str, status: int
) -> None:
    found = Check("x", "X", state, "Words.", "Remedy.", "sudo such")  # type: ignore[arg-type]
    monkeypatch.setattr(checks, "look", lambda: [found])
    done = CliRunner().invoke(check.command)
    assert done.exit_code == status
    for words in ("X: Words.", "Remedy.", "sudo such"):
        assert words in done.output
