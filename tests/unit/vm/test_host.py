"""What this computer gives to a machine: whether disks can be served in the guest's memory."""

from __future__ import annotations

import sys

import pytest

from tests.unit.vm import golden_hosts
from vmgui.errors import VmguiError
from vmgui.vm import host
from vmgui.vm.definition import Definition, Disk, new


@pytest.fixture
def choose(monkeypatch):
    """``choose(definition)`` on a Linux computer with QEMU 7.2, or without some of its devices."""

    def choose(definition: Definition, without: frozenset[str] = frozenset()) -> host.Host:
        qemu = golden_hosts.qemu(definition.arch, without=without)
        monkeypatch.setattr(host, "probe", lambda arch: qemu)
        return host.choose(definition)

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "byteorder", "little")
    return choose


def vm(arch: str = "x86_64", **more: object) -> Definition:
    return new("x", arch, accelerator="tcg", firmware="default", **more)


def test_disks_are_served_in_memory_where_that_is_possible(choose):
    assert choose(vm()).vhost_user
    assert choose(vm("riscv64")).vhost_user


def test_a_guest_that_may_be_big_endian(choose):
    assert not choose(vm("ppc64")).vhost_user


def test_a_computer_that_is_big_endian(choose, monkeypatch):
    monkeypatch.setattr(sys, "byteorder", "big")
    assert not choose(vm()).vhost_user


def test_other_systems(choose, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not choose(vm()).vhost_user


def test_a_qemu_that_can_t(choose):
    assert not choose(vm(), frozenset({"vhost-user-blk-pci"})).vhost_user


def test_more_memory_than_there_is(choose):
    """QEMU then says so, as it would not of shared memory."""
    assert not choose(vm(memory="8T")).vhost_user


def test_a_wish_that_can_t_be_met_is_told(choose):
    wish = (Disk("/d", transport="vhost-user"),)
    assert choose(vm(disks=wish)).vhost_user
    with pytest.raises(VmguiError, match="not possible here") as caught:
        choose(vm("ppc64", disks=wish))
    assert caught.value.code == "no-vhost-user"
