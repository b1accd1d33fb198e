"""Machines and a real keyring: remembered passphrases, sealed pins."""

from __future__ import annotations

import json
from pathlib import Path

from tests.real.backends import SECRET, make_disk
from tests.real.cli import vmgui
from vmgui.secret import keyring_store
from vmgui.vm import client, store


def test_a_remembered_passphrase_starts_the_machine(secret_service, make_vm, tmp_path):
    vm = make_vm()
    for name in ("a.vmg", "b.vmg"):
        vm.attach(make_disk(tmp_path / name, size=1 << 20))
    for disk in vm.definition.disks:
        assert disk.pin is not None
        keyring_store.store(disk.pin.disk_uuid, Path(disk.path), SECRET)
    vmgui("vm", "start", vm.name)
    assert vm.status.state == "running"


def test_a_locked_keyring_leaves_it_to_the_person(secret_service, make_vm, tmp_path):
    vm = make_vm()
    path = vm.attach(make_disk(tmp_path / "a.vmg", size=1 << 20))
    keyring_store.store(vm.definition.disks[0].pin.disk_uuid, path, SECRET)
    secret_service.lock()
    vmgui("vm", "start", vm.name, status=1)
    vmgui("vm", "start", vm.name, secret=SECRET)
    assert vm.status.state == "running"


def test_pins_are_sealed_and_sealed_anew_at_each_start(secret_service, make_vm, tmp_path):
    path = make_disk(tmp_path / "a.vmg", size=1 << 20)
    vmgui("vm", "create", "x", "--disk", path, "--accelerator", "tcg", "--memory", "128M")
    (created,) = store.load("x").disks
    vmgui("vm", "start", "x", secret=SECRET)
    (started,) = store.load("x").disks
    assert created.pin is not None
    assert started.pin is not None
    assert started.pin.generation > created.pin.generation
    assert len(created.seal) == len(started.seal) == 64
    assert created.seal != started.seal
    log = vmgui("vm", "log", "x").stdout  # nothing to complain about
    assert "not sealed" not in log
    assert "not checked" not in log
    vmgui("vm", "stop", "x", "--force")

    # Who can write the file but has not the key can't make the machine believe an older disk.
    file = store.folder("x") / store.FILE
    text = file.read_text()
    file.write_text(text.replace(f"generation = {started.pin.generation}", "generation = 1"))
    said = vmgui("vm", "start", "x", secret=SECRET, status=1).stderr
    assert "seal" in said
    assert "vmgui vm accept x" in said
    shown = vmgui("vm", "accept", "x", "--yes").stdout
    assert "seal" in shown
    vmgui("vm", "start", "x", secret=SECRET)
    client.request("x", "kill")


def test_a_keyring_that_is_locked_while_it_runs_keeps_the_old_pin(
    secret_service, make_vm, tmp_path
):
    vm = make_vm()
    vm.attach(make_disk(tmp_path / "a.vmg", size=1 << 20))
    secret_service.lock()
    before = vm.definition
    vm.start()
    assert vm.definition == before
    assert "not checked" in vm.log()
    client.request(vm.name, "kill")
    client.wait_stopped(vm.name)
    secret_service.unlock()
    vm.start()
    assert vm.definition.disks[0].seal != before.disks[0].seal
    assert json.loads(vmgui("vm", "list", "--json").stdout)[0]["state"] == "running"
