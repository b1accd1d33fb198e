"""Devices that need something beside QEMU: a TPM, secure boot, private networks, bridges."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from vmgui.errors import VmguiError
from vmgui.vm import bridges, client, switch
from vmgui.vm.definition import Network, Share, Usb


def running(program: str, mark: str) -> list[int]:
    """The processes of ``program`` whose command line holds ``mark``."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if any(program in word for word in words) and any(mark in word for word in words):
            found.append(int(folder.name))
    return found


@pytest.mark.parametrize(("arch", "firmware"), [("x86_64", "uefi"), ("aarch64", "uefi")])
def test_a_tpm_comes_and_goes_with_its_machine(make_vm, arch, firmware):
    vm = make_vm("with tpm", arch, firmware=firmware, tpm=True, memory="256M")
    vm.start()
    mark = str(vm.places.tpm)
    assert len(running("swtpm", mark)) == 1
    state = vm.places.tpm_state
    assert state.stat().st_mode & 0o777 == 0o700
    vm.wait(lambda: list(state.iterdir()) or None)
    assert all(each.stat().st_mode & 0o077 == 0 for each in state.iterdir())
    client.request(vm.name, "kill")
    vm.wait_for("stopped")
    vm.wait(lambda: None if running("swtpm", mark) else True)
    assert not vm.places.tpm.exists()


def test_a_supervisor_s_death_takes_the_tpm_with_it(make_vm):
    vm = make_vm(tpm=True)
    vm.start()
    mark = str(vm.places.tpm)
    os.kill(vm.status.supervisor_pid, 9)
    vm.wait(lambda: None if running("swtpm", mark) else True)


def test_a_tpm_that_dies_is_told_and_the_guest_goes_on(make_vm):
    vm = make_vm(tpm=True)
    vm.start()
    assert "swtpm" not in vm.log()
    (pid,) = running("swtpm", str(vm.places.tpm))
    os.kill(pid, 9)
    vm.wait(lambda: "swtpm ended by itself (status -9)" in vm.log() or None)
    assert vm.status.state == "running"
    client.request(vm.name, "kill")
    vm.wait_for("stopped")
    assert vm.status.error is None


def test_a_tpm_that_ends_with_its_machine_is_not_told(make_vm):
    vm = make_vm(tpm=True)
    vm.start()
    client.request(vm.name, "kill")
    vm.wait_for("stopped")
    assert "ended by itself" not in vm.log()


def test_without_swtpm_the_start_says_what_to_install(make_vm, monkeypatch, tmp_path):
    for program in ("qemu-system-x86_64", "apt-get"):
        found = subprocess.run(["which", program], capture_output=True, text=True, check=True)
        (tmp_path / program).symlink_to(found.stdout.strip())
    monkeypatch.setenv("PATH", str(tmp_path))
    vm = make_vm(tpm=True)
    with pytest.raises(VmguiError, match="swtpm") as caught:
        vm.start()
    assert "apt-get install swtpm" in caught.value.remedy


def test_secure_boot_has_variables_of_its_own(make_vm):
    vm = make_vm(firmware="uefi", secure_boot=True, memory="256M")
    vm.start()
    assert vm.status.state == "running"
    assert vm.places.variables(secure=True).exists()
    assert not vm.places.variables().exists()
    # Its firmware runs in system management mode too; it says so much on the serial line.
    vm.wait_said("BdsDxe")


def test_a_machine_without_such_firmware_refuses_secure_boot(make_vm):
    vm = make_vm(machine="pc", firmware="uefi", secure_boot=True)
    with pytest.raises(VmguiError, match="secure boot"):
        vm.start()


def test_an_empty_cd_drive_is_there(make_vm):
    for arch in ("x86_64", "aarch64"):
        vm = make_vm(f"empty {arch}", arch)
        vm.start()
        assert vm.status.state == "running"


def test_a_cable_that_is_not_plugged_in(make_vm):
    vm = make_vm(network=Network(connected=False))
    vm.start()
    assert vm.status.state == "running"


def test_a_folder_that_is_gone_is_told_before_anything_starts(make_vm, tmp_path):
    vm = make_vm(shares=(Share(str(tmp_path / "gone"), "x"),))
    with pytest.raises(VmguiError, match="gone can't be shared") as caught:
        vm.start()
    assert caught.value.why == "There is no such folder."
    (tmp_path / "gone").mkdir()
    vm.start()
    assert vm.status.state == "running"


@pytest.mark.parametrize("arch", ["x86_64", "aarch64"])
def test_folders_are_shared_on_every_board(make_vm, tmp_path, arch):
    shares = (Share(str(tmp_path), "x"), Share(str(tmp_path), "y", read_only=True))
    vm = make_vm(f"sharing {arch}", arch, shares=shares, memory="256M")
    vm.start()
    assert vm.status.state == "running"


def test_a_usb_device_that_is_not_plugged_in_is_waited_for(make_vm):
    vm = make_vm(usb=(Usb("dead", "beef"), Usb("dead", "beef", "9-1.4")))
    vm.start()
    assert vm.status.state == "running"


# --- private networks -----------------------------------------------------------------------------


class Station:
    """A network card on a private network."""

    def __init__(self, where: Path, number: int) -> None:
        self.address = bytes([2, 0, 0, 0, 0, number])
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(60)
        self.sock.connect(os.fspath(where))

    def send(self, to: bytes, text: bytes) -> None:
        frame = to + self.address + b"\x88\xb5" + text
        self.sock.sendall(struct.pack(">I", len(frame)) + frame)

    def receive(self) -> bytes:
        (length,) = struct.unpack(">I", self._exactly(4))
        return self._exactly(length)[14:]

    def _exactly(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            more = self.sock.recv(count - len(data))
            assert more, "the switch is gone"
            data += more
        return data

    def hears_nothing(self) -> bool:
        self.sock.settimeout(0.3)
        try:
            return not self.sock.recv(1)
        except TimeoutError:
            return True
        finally:
            self.sock.settimeout(60)


@pytest.fixture
def stations(home):
    """A network with three cards on it."""
    where = home / "run" / "net" / "lab.sock"
    switch.ensure(where)
    made = [Station(where, number) for number in (1, 2, 3)]
    yield made
    for station in made:
        station.sock.close()


EVERYBODY = b"\xff" * 6


def test_frames_go_where_they_belong(home, stations):
    one, two, three = stations
    one.send(EVERYBODY, b"who is there?")
    assert two.receive() == three.receive() == b"who is there?"
    two.send(one.address, b"I am.")
    assert one.receive() == b"I am."
    one.send(two.address, b"x" * 60000)
    assert two.receive() == b"x" * 60000
    assert three.hears_nothing()
    assert (home / "run" / "net").stat().st_mode & 0o777 == 0o700


def test_a_machine_that_sends_nonsense_is_parted_from_the_others(stations):
    bad, one, two = stations
    bad.sock.sendall(b"\xff\xff\xff\xff nonsense")
    assert bad.sock.recv(1) == b""
    one.send(EVERYBODY, b"still here")
    assert two.receive() == b"still here"


def test_one_that_reads_nothing_holds_up_nobody(stations):
    _deaf, one, two = stations
    for number in range(400):
        one.send(EVERYBODY, struct.pack(">I", number) + bytes(30000))
        assert struct.unpack_from(">I", two.receive()) == (number,)


@contextmanager
def somebody_else() -> Iterator[None]:
    """Be another user."""
    assert os.geteuid() == 0, "run these tests as root"
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_another_user_is_turned_away_even_from_an_open_door(home, stations, monkeypatch):
    folder = home / "run" / "net"
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as sock:
        with somebody_else(), pytest.raises(PermissionError):
            sock.connect("lab.sock")
        folder.chmod(0o711)
        Path("lab.sock").chmod(0o777)
        with somebody_else():
            sock.connect("lab.sock")
        sock.settimeout(60)
        assert sock.recv(1) == b""
    one, two, _three = stations
    one.send(two.address, b"go on")
    assert two.receive() == b"go on"


def test_two_machines_share_one_switch_which_ends_after_them(make_vm, monkeypatch):
    vms = [make_vm(name, network=Network("private", "lab")) for name in ("one", "two")]
    for vm in vms:
        vm.start()
    mark = str(vms[0].places.network("lab"))
    assert len(running("vmgui.vm.switch", mark)) == 1
    for vm in vms:
        client.request(vm.name, "kill")
    vms[0].wait(lambda: None if running("vmgui.vm.switch", mark) else True)


# --- bridges --------------------------------------------------------------------------------------


@pytest.fixture
def bridge():
    """A bridge of this computer, allowed to guests; needs root, as making one always does."""
    assert os.geteuid() == 0, "run these tests as root"
    name, rules = "vmguitest0", Path("/etc/qemu/bridge.conf")
    before = rules.read_text() if rules.exists() else None
    subprocess.run(["ip", "link", "add", name, "type", "bridge"], check=True)
    rules.parent.mkdir(exist_ok=True)
    rules.write_text(f"{before or ''}\nallow {name}\n")
    yield name
    if before is None:
        rules.unlink()
    else:
        rules.write_text(before)
    subprocess.run(["ip", "link", "del", name], check=True)


def test_a_guest_joins_a_bridge(make_vm, bridge):
    assert bridges.Bridge(bridge) in bridges.bridges()
    vm = make_vm(network=Network("bridge", bridge))
    vm.start()
    assert vm.status.state == "running"
    assert list(Path(f"/sys/class/net/{bridge}/brif").iterdir())


def test_a_bridge_that_is_missing_is_told_before_anything_starts(make_vm):
    vm = make_vm(network=Network("bridge", "nobridge0"))
    with pytest.raises(VmguiError, match="can't join the bridge nobridge0") as caught:
        vm.start()
    assert "ip link add" in caught.value.remedy
