"""Definitions: what is valid, what a person is told where it isn't, and that nothing is lost."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vmgui.disk.pin import Pin
from vmgui.vm import definition as d
from vmgui.vm.arch import ARCHITECTURES, find_machine

WHERE = Path("/home/a/vm.toml")

FULL = d.new(
    "Debian ü “12”",
    memory="1.5G",
    cpus=4,
    accelerator="tcg",
    firmware="uefi",
    secure_boot=True,
    tpm=True,
    sound=True,
    system="debian12",
    group="Büro",
    cd_first=True,
    cdrom="/isos/a, b.iso",
    kernel="/boot/vmlinuz",
    initrd="/boot/initrd",
    append='console=ttyS0 x="y"',
    extra_args=("-device", "edu"),
    network=d.Network(
        model="e1000",
        connected=False,
        forwards=(d.Forward(2222, 22), d.Forward(53, 53, "udp", "0.0.0.0")),
    ),
    display=d.Display("none", clipboard=False),
    usb=(d.Usb("046d", "c52b"), d.Usb("0951", "1666", "2-1.4")),
    shares=(d.Share("/srv/ä", "papers", read_only=True), d.Share("/srv/b", "b")),
    disks=(
        d.Disk(
            "/disks/ä.vmg",
            "nvme",
            boot=2,
            seal="ab" * 32,
            pin=Pin("u", True, "e", {"sector_size": 4096, "option.key_bits": 256}, 7, "f"),
        ),
        d.Disk("/disks/b.vmg", "scsi", read_only=True),
    ),
)


def refusal(text: str) -> d.DefinitionError:
    with pytest.raises(d.DefinitionError) as caught:
        d.decode(text, WHERE)
    assert str(WHERE) in caught.value.what
    return caught.value


def test_toml_keeps_everything():
    assert d.decode(d.encode(FULL), WHERE) == FULL


def test_the_file_can_be_read_and_edited_by_a_person():
    text = d.encode(FULL)
    assert "edit" in text.splitlines()[0]
    assert "comments are lost" in text.splitlines()[1]
    for table in ("[network]", "[display]", "[[disk]]", "[disk.pin]", "[disk.pin.cipher]"):
        assert table in text.splitlines()


names = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@settings(deadline=None)
@given(append=texts, path=texts, argument=texts)
def test_any_text_survives(append, path, argument):
    vm = msgspec.structs.replace(
        FULL, append=append, disks=(d.Disk(f"/{path}"),), extra_args=(argument,)
    )
    assert d.decode(d.encode(vm), WHERE) == vm


ids = st.text("0123456789abcdef", min_size=4, max_size=4)
ports = st.from_regex(r"[0-9]{1,3}-[0-9]{1,3}(\.[0-9]{1,3}){0,6}", fullmatch=True)
tags = st.from_regex(r"[A-Za-z0-9_.-]{1,31}", fullmatch=True)
own_networks = st.builds(
    d.Network, st.sampled_from(["user", "none"]), st.just(""), connected=st.booleans()
)
shared_networks = st.builds(
    d.Network,
    st.sampled_from(["bridge", "private"]),
    st.from_regex(r"[A-Za-z0-9_.-]{1,15}", fullmatch=True),
    connected=st.booleans(),
)


@settings(deadline=None)
@given(
    network=own_networks | shared_networks,
    usb=st.lists(st.builds(d.Usb, ids, ids, st.just("") | ports), max_size=4),
    shares=st.lists(
        st.builds(d.Share, texts.map(lambda text: f"/{text}"), tags, st.booleans()),
        max_size=4,
        unique_by=lambda share: share.tag,
    ),
    group=names,
    switches=st.tuples(*[st.booleans()] * 4),
)
def test_any_devices_survive(network, usb, shares, group, switches):
    tpm, secure_boot, cd_first, clipboard = switches
    vm = d.new(
        "x",
        tpm=tpm,
        secure_boot=secure_boot,
        cd_first=cd_first,
        firmware="uefi",
        group=group,
        network=network,
        usb=tuple(usb),
        shares=tuple(shares),
        display=d.Display(clipboard=clipboard),
    )
    assert d.decode(d.encode(vm), WHERE) == vm


@pytest.mark.parametrize("arch", ARCHITECTURES)
def test_each_processor_family_has_a_machine_of_its_own(arch):
    vm = d.new("x", arch)
    assert find_machine(arch, vm.machine)
    assert vm.firmware_kind in {"bios", "uefi"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("cpus = 4", "cpus = 0", "cpus: There should be int >= 1"),
        ("cpus = 4", "cpus = '4'", "cpus: There should be int, got str"),
        ("cpus = 4", "cpu = 4", "cpu: This key is unknown"),
        ('kind = "user"', 'kind = "user"\nbridge = 1', "network.bridge: This key is unknown"),
        ("host = 2222", "host = 65536", "network.forwards[0].host: There should be int <= 65535"),
        ("guest = 22,", "", "network.forwards[0].guest: This key is missing"),
        ('"0.0.0.0"', '"all"', "network.forwards[1].address: “all” is not an IPv4 address"),
        ('bus = "scsi"', 'bus = "ide"', "disk[1].bus: Invalid enum value"),
        ("generation = 7", "generation = 7\nage = 1", "disk[0].pin.age: This key is unknown"),
        ('arch = "x86_64"', 'arch = "aarch64"', "machine: “q35” is no machine"),
        ('machine = "q35"', 'machine = "microvm"', "machine: “microvm” is no machine"),
        ('memory = "1.5G"', 'memory = "1.5GB"', "memory: “1.5GB” is not a size"),
        ('memory = "1.5G"', 'memory = "15M"', "memory: 15M is out of range"),
        ('memory = "1.5G"', 'memory = "32P"', "memory: 32P is out of range"),
        ('memory = "1.5G"', 'memory = "20971521"', "whole number of mebibytes"),
        ("/disks/b.vmg", "/disks/x/../ä.vmg", "disk[1].path: /disks/x/../ä.vmg is attached twice"),
        ("/disks/b.vmg", "b.vmg", "disk[1].path: “b.vmg” is not an absolute path"),
        ('bus = "scsi"', 'bus = "sata"', "disk[1].read_only: A SATA disk can't be read-only"),
        ("version = 1", "version = 2", "version: Invalid enum value 2"),
        ('name = "Debian', 'name = "Deb/ian', "name: It holds a “/”"),
        ('kernel = "/boot/vmlinuz"\n', "", "kernel: An initrd"),
        ('id = "', 'id = "{', "id: It is not a UUID"),
        (
            'kind = "user"',
            'kind = "none"',
            "network.forwards: With a network",
        ),
        ('vendor = "046d"', 'vendor = "046D"', "usb[0].vendor: “046D” is no USB id"),
        ('product = "1666"', 'product = "166"', "usb[1].product: “166” is no USB id"),
        ('port = "2-1.4"', 'port = "2"', "usb[1].port: “2” is no USB port"),
        ('path = "/srv/b"', 'path = "b"', "share[1].path: “b” is not an absolute path"),
        ('tag = "b"', 'tag = "b b"', "share[1].tag: “b b” can't name a shared folder"),
        ('tag = "b"', 'tag = "papers"', "share[1].tag: Two folders have the name “papers”"),
        ("clipboard = false", "clipboard = 0", "display.clipboard: There should be bool"),
        ('group = "Büro"', 'group = "a\\nb"', "group: It is not printable"),
        ('firmware = "uefi"', 'firmware = "bios"', "secure_boot: Secure boot needs UEFI"),
        ('name = ""', 'name = "x"', "network.name: A network of kind “user”"),
        ("host = 53", 'host = 2222, protocol = "tcp", address = "127.0.0.1", x = 1', "line 35"),
    ],
)
def test_mistakes_are_named(old, new, told):
    text = d.encode(FULL)
    assert text.count(old) >= 1
    error = refusal(text.replace(old, new, 1))
    assert told in error.why


def test_broken_toml_names_the_line():
    error = refusal(d.encode(FULL).replace("cpus = 4", "cpus = "))
    assert "not valid TOML" in error.what
    assert "line 10" in error.why
    assert error.remedy


@pytest.mark.parametrize("key", ["version", "id", "name", "arch", "machine"])
def test_what_must_be_there(key):
    lines = [line for line in d.encode(FULL).splitlines() if not line.startswith(f"{key} = ")]
    assert f"{key}: This key is missing" in refusal("\n".join(lines)).why


def test_everything_else_may_be_left_out():
    lines = d.encode(d.new("a")).partition("\n[")[0].splitlines()
    text = "\n".join(line for line in lines if line.split(" ")[0] in {"version", "id", "name"})
    vm = d.decode(text + '\narch = "x86_64"\nmachine = "q35"\n', WHERE)
    assert (vm.memory_bytes, vm.cpus, vm.disks) == (2 << 30, 2, ())


@pytest.mark.parametrize(
    "name", ["", " ", "a/b", "a\nb", "a\x7f", "a\u202eb", " a", "x" * 65, "u\u0308", "a\ud800"]
)
def test_bad_names(name):
    with pytest.raises(d.DefinitionError) as caught:
        d.new(name)
    assert caught.value.why.startswith("name: ")


@pytest.mark.parametrize(
    "name", ["a", "..", ".x", "Windows 11 – „neu“", "日本語", "😀", "x" * 64, "-a"]
)
def test_good_names(name):
    assert d.decode(d.encode(d.new(name)), WHERE).name == name


@pytest.mark.parametrize(
    ("arch", "fields", "key"),
    [
        ("aarch64", {"disks": (d.Disk("/a", "sata"),)}, "disk[0].bus"),
        ("ppc64", {"disks": (d.Disk("/a", "nvme"),)}, "disk[0].bus"),
        ("ppc64", {"firmware": "uefi"}, "firmware"),
        ("aarch64", {"firmware": "bios"}, "firmware"),
        ("x86_64", {"machine": "virt"}, "machine"),
        ("x86_64", {"disks": tuple(d.Disk(f"/{n}") for n in range(17))}, "disk"),
    ],
)
def test_what_a_machine_does_not_have(arch, fields, key):
    with pytest.raises(d.DefinitionError) as caught:
        d.new("a", arch, **fields)
    assert caught.value.why.startswith(f"{key}: ")


@pytest.mark.parametrize("machine", ["q35", "pc", "pc-q35-7.2", "pc-i440fx-6.0"])
def test_versions_of_machines(machine):
    assert d.new("a", machine=machine).machine == machine


def test_unknown_processor_family():
    with pytest.raises(d.DefinitionError, match="vax"):
        d.new("a", "vax")
