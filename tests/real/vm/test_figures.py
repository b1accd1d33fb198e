"""What a running machine tells of itself besides its state."""

from __future__ import annotations

import os
import signal

import pytest

from tests.real.vm.test_crashes import backends
from vmgui.errors import VmguiError
from vmgui.vm import client


def test_figures_count_what_the_guest_does(make_boot_vm, home):
    vm = make_boot_vm()
    with pytest.raises(VmguiError, match="not running"):
        client.figures(vm.name)
    vm.start()
    vm.wait_said("verified")
    first = client.figures(vm.name)
    assert [disk.path for disk in first.disks] == [disk.path for disk in vm.definition.disks]
    boot, data = first.disks
    assert boot.reads > 0
    assert boot.writes == 0
    assert data.written_bytes >= 256 * 512
    assert data.read_bytes > 0
    assert min(boot.cpu, data.cpu, first.cpu) > 0
    assert first.memory > 16 << 20

    os.kill(backends(vm, home)[1], signal.SIGKILL)
    vm.wait(lambda: vm.status.disks[1]["restarts"] or None)
    later = client.figures(vm.name)
    assert later.at > first.at
    assert later.cpu >= first.cpu
    for before, after in zip(first.disks, later.disks, strict=True):
        assert after.cpu >= before.cpu, "a new backend's count does not begin anew"
        assert after.reads >= before.reads


def test_what_runs_is_told_until_it_ends(make_boot_vm):
    vm = make_boot_vm()
    assert client.running(vm.name) is None
    before = vm.definition
    vm.start()
    running = client.running(vm.name)
    assert running is not None
    assert (running.id, running.memory) == (before.id, before.memory)
    assert [disk.path for disk in running.disks] == [disk.path for disk in before.disks]
    client.request(vm.name, "kill")
    client.wait_stopped(vm.name)
    assert client.running(vm.name) is None
