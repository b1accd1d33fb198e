"""Two Linuxes on a private network, and one on another."""

from __future__ import annotations

import time

import msgspec

from tests.guest.conftest import PATIENCE, Machine
from vmgui.vm import changes, store
from vmgui.vm.definition import Network

ONE, TWO, THREE = "10.9.8.1", "10.9.8.2", "10.9.8.3"


def tries_in_vain(machine: Machine, times: int) -> None:
    """Wait until it has found nobody that often from now on."""
    before, deadline = machine.said().count("nobody there"), time.monotonic() + PATIENCE
    while machine.said().count("nobody there") < before + times:
        assert "reached the other" not in machine.said()
        assert time.monotonic() < deadline, machine.said()
        time.sleep(0.05)


def test_guests_reach_each_other_on_the_same_private_network_only(make_machine, linux):
    def start(name: str, network: str, address: str, other: str) -> Machine:
        machine: Machine = make_machine(
            name, memory="256M", cpus=1, network=Network("private", network),
            **linux.running("private-network", address=address, other=other),
        )  # fmt: skip
        machine.start()
        return machine

    pair = [start("one", "lab", ONE, TWO), start("two", "lab", TWO, ONE)]
    stranger = start("three", "other", THREE, ONE)
    for machine in pair:
        machine.wait_for("guest: reached the other")
    tries_in_vain(stranger, 3)
    unplugged = Network("private", "lab", connected=False)
    changes.apply("one", msgspec.structs.replace(store.load("one"), network=unplugged))
    for machine in pair:
        assert "guest: lost the other" in machine.wait_off()
