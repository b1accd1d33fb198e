"""From what runs to what was asked for."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from vmgui.vm import changes
from vmgui.vm.definition import Definition, Disk, Forward, Network, Usb, new
from vmgui.vm.supervisor.plan import Plug, SetCd, SetLink, Unplug, plan

replace = msgspec.structs.replace

BASE = new("m")
DISKS = [Disk(path=f"/{name}.vmg") for name in "abc"]
USB = [Usb("1d6b", f"000{n}") for n in range(3)]
RULES = [Forward(2000 + n, n + 1) for n in range(3)]


def some(items):
    return st.lists(st.sampled_from(items), unique=True).map(tuple)


DEFINITIONS = st.builds(
    lambda cdrom, disks, usb, network: replace(
        BASE, cdrom=cdrom, disks=disks, usb=usb, network=network
    ),
    st.sampled_from([None, "/x.iso", "/y.iso"]),
    some(DISKS),
    some(USB),
    st.builds(
        lambda rules, connected: Network(forwards=rules, connected=connected),
        some(RULES),
        st.booleans(),
    ),
)


def content(definition: Definition):
    network = definition.network
    return (
        definition.cdrom, set(definition.disks), set(definition.usb),
        set(network.forwards), network.connected,
    )  # fmt: skip


@given(old=DEFINITIONS, wanted=DEFINITIONS)
def test_all_steps_lead_to_what_was_asked_for(old, wanted):
    running = old
    for step in plan(old, old, wanted):
        running = step.done(running)
    assert content(running) == content(wanted)
    assert plan(running, wanted, wanted) == []


@given(old=DEFINITIONS, wanted=DEFINITIONS, data=st.data())
def test_of_what_was_refused_nothing_is_stored(old, wanted, data):
    steps = plan(old, old, wanted)
    running, stored, refused = old, wanted, []
    for step in steps:
        if data.draw(st.booleans()):
            refused.append(step)
        else:
            running = step.done(running)
    for step in reversed(refused):
        stored = step.refused(stored, old)
    assert content(stored) == content(running)
    if len(refused) == len(steps):
        assert content(stored) == content(old)


@given(running=DEFINITIONS, old=DEFINITIONS)
def test_what_was_not_asked_for_is_left_alone(running, old):
    """A file that somebody edited while the machine ran."""
    assert plan(running, old, replace(old, memory="4G")) == []


def test_the_order():
    """What is taken away makes room for what comes."""
    old = replace(BASE, disks=(DISKS[0],), usb=(USB[0],), network=Network(forwards=(RULES[0],)))
    moved = replace(RULES[0], guest=99)
    wanted = replace(
        BASE, cdrom="/x.iso", disks=(DISKS[1],), usb=(USB[1],),
        network=Network(forwards=(moved,), connected=False),
    )  # fmt: skip
    assert plan(old, old, wanted) == [
        *(SetCd("/x.iso"), Unplug(USB[0]), Unplug(DISKS[0])),
        *(Unplug(RULES[0]), Plug(moved), SetLink(connected=False)),
        *(Plug(DISKS[1]), Plug(USB[1])),
    ]


def test_another_kind_of_network_waits_with_all_that_belongs_to_it():
    old = replace(BASE, network=Network(forwards=tuple(RULES)))
    wanted = replace(BASE, network=Network(kind="bridge", name="br0"))
    assert plan(old, old, wanted) == []
    assert changes.pending(old, wanted) == ("network.kind", "network.name", "network.forwards")


def test_a_disk_that_is_seen_differently_waits():
    old = replace(BASE, disks=tuple(DISKS))
    wanted = replace(BASE, disks=(replace(DISKS[0], bus="nvme"), *DISKS[1:]))
    assert plan(old, old, wanted) == []
    assert changes.pending(old, wanted) == ("disks",)


def test_a_disk_that_stays_keeps_its_place():
    old = replace(BASE, disks=tuple(DISKS))
    wanted = replace(BASE, disks=(DISKS[0], DISKS[2]))
    (step,) = plan(old, old, wanted)
    assert step.refused(wanted, old) == old
