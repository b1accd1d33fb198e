"""A machine on LUKS disks: made by cryptsetup, made here, pinned, and not to be exchanged."""

from __future__ import annotations

import shutil

import pytest

from tests.real.backends import SECRET, serving
from tests.real.cli import vmgui
from tests.real.luks import MIB, formatted, opens
from vmgui.backend.client import BackendProcess
from vmgui.demo.machines import machines
from vmgui.errors import VmguiError
from vmgui.job import header as job_header
from vmgui.vm import client, pinning


def write_boot_sector(path, folder) -> None:
    source = folder / "boot.raw"
    source.write_bytes(machines()[0].boot)
    from tests.real.luks import write_served

    write_served(path, folder, source.read_bytes())


def test_a_guest_runs_on_luks_disks(make_vm, tmp_path):
    boot = formatted(tmp_path / "boot.img", kdf="argon2id", size=17 * MIB)
    data = tmp_path / "data.img"
    vmgui(
        *("disk", "create", data, "--size", "1M", "--plugin", "luks2", "--sector-size", "512"),
        *("--unlock-time", "0"),
        secret=SECRET,
    )
    write_boot_sector(boot, tmp_path)
    vm = make_vm()
    vm.attach(boot)
    vm.attach(data)
    vm.start()
    vm.wait_said("verified")
    pins = [disk.pin for disk in vm.definition.disks]
    assert {pin.encryption_id for pin in pins} == {"b832da8c-18dc-48df-b572-175e9c1eda0b"}
    client.request(vm.name, "kill")
    vm.wait_for("stopped")
    # What the first start saw of the disks is pinned: their volume keys, too.
    assert all(disk.pin.fingerprint for disk in vm.definition.disks)
    vm.start()
    vm.wait_said("data found")
    client.request(vm.name, "kill")
    vm.wait_for("stopped")
    opens(boot)
    opens(data)


def test_an_exchanged_luks_disk_is_refused(make_vm, tmp_path):
    vm = make_vm()
    path = vm.attach(formatted(tmp_path / "a.img"))
    shutil.copy(formatted(tmp_path / "b.img"), path)
    with pytest.raises(VmguiError, match="another disk"):
        vm.start()
    vmgui("vm", "accept", vm.name, "--yes")
    vm.start()
    vm.wait_for("running")


def test_a_wrong_passphrase_is_told_once(make_vm, tmp_path):
    vm = make_vm()
    vm.attach(formatted(tmp_path / "a.img"))
    with pytest.raises(client.StartFailed) as caught:
        vm.start(b"wrong")
    assert caught.value.wrong_secrets == (0,)
    assert str(caught.value).count("a.img") == 1


def test_the_description_comes_from_a_worker_and_is_kept(tmp_path, monkeypatch):
    path = formatted(tmp_path / "a.img")
    asked = []

    def run(verb, params, **more):
        asked.append(verb)
        return original(verb, params, **more)

    original = job_header.run
    monkeypatch.setattr(job_header, "run", run)
    first = job_header.read_header(path)
    assert job_header.read_header(path) is first
    with serving(path, tmp_path / "s") as backend:
        assert isinstance(backend, BackendProcess)
    assert job_header.read_header(path) is first
    assert asked == ["describe"]
    with open(path, "r+b") as file:
        file.seek(20)
        file.write(b"\xff")
    assert "first copy" in job_header.read_header(path).damaged
    assert asked == ["describe"] * 2


def test_pinning_asks_a_worker(tmp_path, make_vm):
    """So that no plug-in's code runs where the window or a supervisor does."""
    vm = make_vm()
    vm.attach(formatted(tmp_path / "a.img", "--sector-size", "4096"))
    [disk] = vm.definition.disks
    assert disk.pin.cipher["sector_size"] == 4096
    assert pinning.changes(vm.definition) == {}
