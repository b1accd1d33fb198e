"""Guest systems: recognised from their media, and what suits them."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmgui.vm.arch import ARCHITECTURES
from vmgui.vm.systems import catalogue, iso
from vmgui.vm.systems.iso import Medium, NotAnIso
from vmgui.vm.systems.recommend import half_of_memory, recommend

SECTOR = iso.SECTOR
GIB = 1 << 30


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """No osinfo-db but the one below the path."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path))
    catalogue._osinfo.cache_clear()
    yield tmp_path / "osinfo" / "os"
    catalogue._osinfo.cache_clear()


def descriptor(volume: bytes) -> bytes:
    head = b"\x01CD001\x01\0" + b"LINUX".ljust(32) + volume.ljust(32)
    rest = head.ljust(318, b"\0") + b"PUBLISHER".ljust(128)
    return (rest.ljust(574, b"\0") + b"XORRISO".ljust(128)).ljust(SECTOR, b"\0")


def boot_record(catalogue_at: int) -> bytes:
    head = b"\0CD001\x01EL TORITO SPECIFICATION".ljust(0x47, b"\0")
    return (head + struct.pack("<I", catalogue_at)).ljust(SECTOR, b"\0")


END = b"\xffCD001\x01".ljust(SECTOR, b"\0")


def image(path: Path, *platforms: int, volume: bytes = b"Debian 12.5.0 amd64 n") -> Path:
    """A medium that starts on these El Torito platforms (0: BIOS, 0xEF: EFI)."""
    sectors = bytes(16 * SECTOR) + descriptor(volume) + boot_record(19) + END
    entries = b""
    for number, platform in enumerate(platforms):
        if number == 0:
            entries += bytes([1, platform]).ljust(32, b"\0")
        else:
            entries += bytes([0x91, platform, 1]).ljust(32, b"\0")
        entries += b"\x88".ljust(32, b"\0")
    path.write_bytes(sectors + entries.ljust(SECTOR, b"\0"))
    return path


def test_what_a_medium_says_of_itself_is_read(tmp_path: Path) -> None:
    medium = iso.read(image(tmp_path / "a.iso", 0, 0xEF))
    assert medium.volume == "Debian 12.5.0 amd64 n"
    assert (medium.system, medium.publisher, medium.application) == (
        "LINUX", "PUBLISHER", "XORRISO",
    )  # fmt: skip
    assert (medium.bios, medium.efi, medium.bootable) == (True, True, True)
    assert medium.size == (tmp_path / "a.iso").stat().st_size


@pytest.mark.parametrize(
    ("platforms", "bios", "efi"),
    [((), False, False), ((0,), True, False), ((0xEF,), False, True), ((0, 0xEF), True, True)],
)
def test_what_firmware_can_start_it(
    tmp_path: Path, platforms: tuple[int, ...], bios: bool, efi: bool
) -> None:
    medium = iso.read(image(tmp_path / "a.iso", *platforms))
    assert (medium.bios, medium.efi) == (bios, efi)


def test_a_boot_catalogue_beyond_the_file_s_end_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.iso"
    path.write_bytes(bytes(16 * SECTOR) + descriptor(b"X") + boot_record(0xFFFFFFFF) + END)
    assert not iso.read(path).bootable


def test_what_is_no_image_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "short").write_bytes(b"x")
    (tmp_path / "zeros").write_bytes(bytes(40000))
    cut = image(tmp_path / "cut", 0)
    cut.write_bytes(cut.read_bytes()[: 16 * SECTOR + 100])
    os.mkfifo(tmp_path / "pipe")  # opening it would wait for ever
    for name in ("short", "zeros", "cut", "pipe", "."):
        with pytest.raises(NotAnIso, match="is not the image of a CD or DVD"):
            iso.read(tmp_path / name)
    with pytest.raises(NotAnIso, match="can't be read"):
        iso.read(tmp_path / "none")


@given(st.binary(max_size=4 * SECTOR), st.binary(max_size=SECTOR))
def test_strange_bytes_are_a_medium_or_none(sectors: bytes, boots: bytes) -> None:
    told(sectors, boots)


@given(st.data())
def test_a_medium_with_strange_bytes_in_it(data: st.DataObject) -> None:
    whole = bytearray(descriptor(b"Debian 12.5.0 amd64 n") + boot_record(19) + END)
    boots = bytearray(SECTOR)
    boots[:64] = bytes([1, 0]).ljust(32, b"\0") + b"\x88".ljust(32, b"\0")
    for area in (whole, boots):
        for at, value in data.draw(
            st.lists(st.tuples(st.integers(0, len(area) - 1), st.integers(0, 255)), max_size=40)
        ):
            area[at] = value
    cut = data.draw(st.integers(0, len(whole)))
    told(bytes(whole[:cut]), bytes(boots[: data.draw(st.integers(0, SECTOR))]))


def told(sectors: bytes, boots: bytes) -> None:
    try:
        medium = iso.parse(sectors, lambda _: boots, 1)
    except ValueError:
        return
    assert len(medium.volume) <= 32
    recommend(catalogue.recognise(medium), medium)


@pytest.mark.parametrize(
    ("volume", "name", "arch"),
    [
        ("Debian 12.5.0 amd64 n", "Debian", "x86_64"),
        ("Debian 12.5.0 arm64 n", "Debian", "aarch64"),
        ("Ubuntu 24.04 LTS amd64", "Ubuntu", "x86_64"),
        ("Ubuntu-Server 24.04 LTS arm64", "Ubuntu Server", "aarch64"),
        ("Kubuntu 24.04 LTS amd64", "Ubuntu", "x86_64"),
        ("Fedora-WS-Live-40-1-14", "Fedora", ""),
        ("Fedora-E-dvd-aarch64-41", "Fedora", "aarch64"),
        ("ARCH_202401", "Arch Linux", ""),
        ("openSUSE-Leap-15.5-DVD-x86_64", "openSUSE", "x86_64"),
        ("alpine-virt 3.19.1 aarch64", "Alpine Linux", "aarch64"),
        ("Rocky-9-3-x86_64-dvd", "Rocky Linux", "x86_64"),
        ("AlmaLinux-9-3-x86_64-dvd", "AlmaLinux", "x86_64"),
        ("nixos-minimal-23.11-x86_64", "NixOS", "x86_64"),
        ("Linux Mint 21.3 Cinnamon 64-bit", "Linux Mint", ""),
        ("14_0_RELEASE_AMD64_CD", "FreeBSD", "x86_64"),
        ("OpenBSD/amd64   7.4 Install CD", "OpenBSD", "x86_64"),
        ("CCCOMA_X64FRE_EN-US_DV9", "Windows 11", "x86_64"),
        ("CCCOMA_A64FRE_EN-US_DV9", "Windows 11", "aarch64"),
        ("CCCOMA_X64FRE_EN-US_DV5", "Windows 10", "x86_64"),
        ("SSS_X64FREE_EN-US_DV9", "Windows Server 2022", "x86_64"),
    ],
)
def test_real_media_are_recognised_without_osinfo_db(
    alone: Path, volume: str, name: str, arch: str
) -> None:
    system = catalogue.recognise(Medium(volume=volume))
    assert system is not None
    assert (system.name, system.arch) == (name, arch)


def test_what_nobody_knows_is_nothing(alone: Path) -> None:
    assert catalogue.recognise(Medium(volume="SOMETHING ELSE")) is None
    assert catalogue.recognise(Medium()) is None


def test_a_database_that_is_there_is_read_and_its_broken_files_are_left_out(alone: Path) -> None:
    folder = alone / "example.org"
    folder.mkdir(parents=True)
    (folder / "broken.xml").write_text("<libosinfo><os>")
    (folder / "regex.xml").write_text(
        "<libosinfo><os><short-id>r</short-id><name>R</name>"
        "<media><iso><volume-id>(</volume-id></iso></media></os></libosinfo>"
    )
    (folder / "good.xml").write_text(
        "<libosinfo><os><short-id>dream9</short-id><name>Dream 9</name><family>linux</family>"
        "<resources><recommended><ram>6442450944</ram><storage>53687091200</storage>"
        "</recommended></resources><media arch='x86_64'><iso><volume-id>DREAM.*</volume-id>"
        "<system-id>LINUX</system-id></iso></media></os></libosinfo>"
    )
    system = catalogue.recognise(Medium(volume="DREAM_9", system="LINUX"))
    assert system is not None
    assert (system.id, system.name, system.memory) == ("dream9", "Dream 9", 6 * GIB)
    assert catalogue.recognise(Medium(volume="DREAM_9", system="OTHER")) is None
    assert "Dream 9" in {each.name for each in catalogue.systems()}


def test_windows_11_gets_what_it_asks_for(alone: Path) -> None:
    found = recommend(catalogue.recognise(Medium(volume="CCCOMA_X64FRE_EN-US_DV9")))
    assert (found.firmware, found.secure_boot, found.tpm) == ("uefi", True, True)
    assert (found.bus, found.nic, found.disk) == ("sata", "e1000e", 80 * GIB)


def test_windows_for_arm_gets_a_disk_that_it_has_a_driver_for(alone: Path) -> None:
    medium = Medium(volume="CCCOMA_A64FRE_EN-US_DV9", efi=True)
    found = recommend(catalogue.recognise(medium), medium)
    assert (found.arch, found.bus) == ("aarch64", "nvme")


def test_a_medium_of_no_known_system_still_tells_its_processor_and_firmware() -> None:
    found = recommend(None, Medium(volume="X arm64", efi=True))
    assert found.arch == "aarch64"
    found = recommend(None, Medium(volume="X amd64", efi=True))
    assert (found.arch, found.firmware) == ("x86_64", "uefi")
    assert recommend(None, Medium(volume="X amd64", bios=True, efi=True)).firmware == "default"


def test_nothing_is_recommended_that_the_machine_can_t_have(alone: Path) -> None:
    for system in [None, *catalogue.systems()]:
        for arch in ("", *ARCHITECTURES):
            found = recommend(system, Medium(volume=arch))
            machine = ARCHITECTURES[found.arch].machines[0]
            assert found.bus in machine.buses
            assert found.nic in machine.nics
            assert 0 < found.memory <= max(half_of_memory(), 256 << 20)
            assert 1 <= found.cpus <= (os.cpu_count() or 1)
