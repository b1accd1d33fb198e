"""``vmgui vm …`` as scripts and people use it."""

from __future__ import annotations

import json
import os
import pty
import shutil
from pathlib import Path

import pytest

from tests.real.backends import SECRET
from tests.real.cli import VMGUI, vmgui
from tests.real.vm.conftest import Vm
from vmgui.disk.create import NewDisk, create_disk
from vmgui.plugin.found import by_name
from vmgui.plugin.load import load
from vmgui.vm import client, store

OTHER = b"the second disk's own passphrase"


def disk(path: Path, secret: bytes = SECRET) -> Path:
    plugin = by_name("aes-xts")
    new = NewDisk(path, 1 << 20, plugin.manifest.options_with({}), unlock_seconds=0)
    create_disk(new, plugin.manifest, load(plugin), secret)
    return path


@pytest.fixture
def machine(make_vm, tmp_path):
    """“my vm” with two disks that SECRET opens."""
    vm = make_vm()
    for name in ("a.vmg", "b.vmg"):
        vm.attach(disk(tmp_path / name))
    return vm


def test_every_verb_has_help_with_an_example():
    listed = vmgui("vm", "--help").stdout
    for verb in (
        *("create", "start", "stop", "pause", "resume", "reset", "list", "show", "log"),
        *("attach", "detach", "accept", "rename", "copy", "delete", "command"),
        *("set", "figures"),
    ):
        assert f"  {verb} " in listed
        assert f"Example: vmgui vm {verb}" in vmgui("vm", verb, "--help").stdout


def test_from_nothing_to_nothing(make_vm, tmp_path):
    for name in ("a.vmg", "b.vmg"):
        disk(tmp_path / name)
    vmgui(
        *("vm", "create", "Mein Gerät", "--arch", "x86_64", "--memory", "128M", "--cpus", "1"),
        *("--disk", tmp_path / "a.vmg", "--disk", tmp_path / "b.vmg", "--accelerator", "tcg"),
    )
    assert vmgui("vm", "list").stdout.splitlines()[1].split()[:4] == [
        *("Mein", "Gerät", "stopped", "x86_64"),
    ]
    vmgui("vm", "start", "Mein Gerät", secret=SECRET)
    (listed,) = json.loads(vmgui("vm", "list", "--json").stdout)
    assert (listed["name"], listed["state"]) == ("Mein Gerät", "running")
    assert listed["memory"] == 128 << 20
    assert listed["disks"] == [str(tmp_path / "a.vmg"), str(tmp_path / "b.vmg")]
    for verb, state in (("pause", "paused"), ("resume", "running"), ("reset", "running")):
        vmgui("vm", verb, "Mein Gerät")
        shown = json.loads(vmgui("vm", "show", "Mein Gerät", "--json").stdout)
        assert shown["status"]["state"] == state
        assert shown["definition"]["disk"][0]["pin"]["encrypted"] is True
    assert "a.vmg (virtio, by vhost-user, " in vmgui("vm", "show", "Mein Gerät").stdout
    refused = vmgui("vm", "stop", "Mein Gerät", "--timeout", "0.5", status=1).stderr
    assert "--force 'Mein Gerät'" in refused
    vmgui("vm", "stop", "Mein Gerät", "--force")
    assert "It was ended by force." in vmgui("vm", "log", "Mein Gerät").stdout
    vmgui("vm", "rename", "Mein Gerät", "server")
    told = vmgui("vm", "copy", "server", "zweiter Server").stdout
    assert "without its disks" in told
    assert "vmgui vm attach 'zweiter Server' DISK" in told
    assert "Disks:" not in vmgui("vm", "show", "zweiter Server").stdout
    vmgui("vm", "delete", "zweiter Server")
    told = vmgui("vm", "delete", "server").stdout
    assert f"{tmp_path}/a.vmg" in told
    assert (tmp_path / "a.vmg").exists()
    assert json.loads(vmgui("vm", "list", "--json").stdout) == []


def test_all_options_of_create(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    vmgui(
        *("vm", "create", "x", "--arch", "aarch64", "--machine", "virt", "--bus", "nvme"),
        *("--disk", disk(tmp_path / "a.vmg"), "--firmware", "uefi", "--accelerator", "tcg"),
        *("--forward", "2222:22", "--forward", "udp:0.0.0.0:5353:53", "--sound"),
        *("--no-display", "--kernel", "k", "--initrd", "i", "--append", "a b", "--cdrom", "c"),
    )
    vm = store.load("x")
    assert [disk.bus for disk in vm.disks] == ["nvme"]
    forwards = [
        (each.protocol, each.address, each.host, each.guest) for each in vm.network.forwards
    ]
    assert forwards == [("tcp", "127.0.0.1", 2222, 22), ("udp", "0.0.0.0", 5353, 53)]
    assert (vm.kernel, vm.initrd, vm.append) == (f"{tmp_path}/k", f"{tmp_path}/i", "a b")
    assert (vm.cdrom, vm.sound, vm.display.kind) == (f"{tmp_path}/c", True, "none")
    vmgui("vm", "create", "x", status=1)
    vmgui("vm", "create", "x", "--no-network", "--force")
    assert store.load("x").network.kind == "none"


def test_devices_are_created_and_shown(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    vmgui(
        *("vm", "create", "x", "--tpm", "--secure-boot", "--cd-first", "--cdrom", "c.iso"),
        *("--network", "private:lab", "--share", ".:here:ro", "--share", tmp_path / "papers"),
        *("--usb", "046D:c52b", "--usb", "0951:1666@2-1.4"),
        *("--system", "win11", "--group", "Work"),
    )
    vm = store.load("x")
    assert (vm.tpm, vm.secure_boot, vm.firmware, vm.cd_first) == (True, True, "uefi", True)
    assert (vm.network.kind, vm.network.name) == ("private", "lab")
    assert [(each.path, each.tag, each.read_only) for each in vm.shares] == [
        (str(tmp_path), "here", True),
        (f"{tmp_path}/papers", "papers", False),
    ]
    assert [(each.vendor, each.product, each.port) for each in vm.usb] == [
        ("046d", "c52b", ""),
        ("0951", "1666", "2-1.4"),
    ]
    assert (vm.system, vm.group) == ("win11", "Work")
    vmgui("vm", "set", "x", "network.connected=no")
    rows = vmgui("vm", "show", "x").stdout.splitlines()
    for row in (
        "Machine:      q35 of x86_64, firmware uefi with secure boot",
        f"CD:           {tmp_path}/c.iso (before the disks)",
        "Network:      private lab, virtio, cable not plugged in",
        "TPM:          2, emulated by swtpm",
        "USB:          046d:c52b",
        "USB:          0951:1666 at 2-1.4",
        f"Shared:       {tmp_path} as here (read-only)",
        f"Shared:       {tmp_path}/papers as papers",
        "System:       win11",
        "Group:        Work",
    ):
        assert row in rows
    (tmp_path / "papers").mkdir()
    assert "virtio-9p-pci" in vmgui("vm", "command", "x").stdout


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("create",), 2, "NAME"),
        (("create", "x", "--arch", "vax"), 2, "vax"),
        (("create", "x", "--forward", "22"), 2, "HOST:GUEST"),
        (("create", "x", "--network", "bridge"), 2, "bridge:NAME"),
        (("create", "x", "--network", "bridge:a/b"), 1, "network.name"),
        (("create", "x", "--network", "private:lab", "--forward", "2222:22"), 1, "forwarded"),
        (("create", "x", "--usb", "mouse"), 2, "VVVV:PPPP"),
        (("create", "x", "--share", "/a:x", "--share", "/b:x"), 1, "share[1].tag"),
        (("create", "x", "--firmware", "bios", "--secure-boot"), 1, "secure_boot"),
        (("create", "x", "--memory", "lots"), 1, "“lots” is not a size"),
        (("create", "a/b"), 1, "name"),
        (("create", "x", "--disk", "/nowhere.vmg"), 1, "/nowhere.vmg"),
        (("create", "x", "--forward", "70000:22"), 1, "network.forwards[0].host"),
        (("start", "nobody"), 1, "no virtual machine “nobody”"),
        (("stop", "nobody"), 1, "nobody"),
        (("log", "nobody"), 1, "nobody"),
        (("accept", "nobody"), 1, "nobody"),
        (("delete", "nobody"), 1, "nobody"),
        (("pause", "nobody"), 1, "nobody"),
        (("fly", "x"), 2, "fly"),
    ],
)
def test_mistakes(words, status, told):
    said = vmgui("vm", *words, status=status).stderr
    assert told in said
    if status == 1:
        assert said.startswith("vmgui: ")
        assert len(said.splitlines()) == 1
    assert store.entries() == []


def test_a_key_file_opens_all_disks(machine, tmp_path):
    (tmp_path / "key").write_bytes(SECRET)
    vmgui("vm", "start", machine.name, "--key-file", tmp_path / "key")
    assert machine.status.state == "running"


def test_a_wrong_passphrase_from_a_script_is_not_asked_for_again(machine):
    said = vmgui("vm", "start", machine.name, secret=b"wrong", status=1).stderr
    assert "a.vmg: That doesn't open the disk." in said
    assert machine.status.state == "stopped"


def test_without_terminal_or_passphrase_the_options_are_named(machine):
    said = vmgui("vm", "start", machine.name, status=1).stderr
    assert "--passphrase-fd" in said


class Terminal:
    """A person at a terminal, running ``vmgui``."""

    def __init__(self, *words: str) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execv(VMGUI, [VMGUI, *words])
        self.screen = ""

    def expect(self, text: str) -> None:
        """Read until that stands there; what comes later is not read yet."""
        while text not in self.screen:
            piece = os.read(self.fd, 1).decode(errors="replace")
            assert piece, self.screen
            self.screen += piece
        self.screen = ""

    def type(self, secret: bytes) -> None:
        """Type it, and Enter."""
        os.write(self.fd, secret + b"\n")

    def finish(self) -> int:
        """Wait for the end; the exit status."""
        try:
            while piece := os.read(self.fd, 4096):
                self.screen += piece.decode(errors="replace")
        except OSError:
            pass  # Linux' way to say that the terminal's last user is gone
        os.close(self.fd)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_on_a_terminal_one_passphrase_is_asked_for_all_disks(machine):
    terminal = Terminal("vm", "start", machine.name)
    terminal.expect("Passphrase for a.vmg, b.vmg: ")
    terminal.type(SECRET)
    assert terminal.finish() == 0
    assert SECRET.decode() not in terminal.screen
    assert machine.status.state == "running"


def test_a_disk_that_it_does_not_open_is_asked_for_by_itself(make_vm, tmp_path):
    vm = make_vm()
    for name, secret in (("a.vmg", SECRET), ("b.vmg", OTHER), ("c.vmg", SECRET)):
        vm.attach(disk(tmp_path / name, secret))
    terminal = Terminal("vm", "start", vm.name)
    terminal.expect("Passphrase for a.vmg, b.vmg, c.vmg: ")
    terminal.type(SECRET)
    terminal.expect("b.vmg: That doesn't open the disk.")
    terminal.expect("Passphrase for b.vmg: ")
    terminal.type(OTHER)
    assert terminal.finish() == 0, terminal.screen
    assert vm.status.state == "running"


def test_after_three_wrong_ones_it_gives_up(machine):
    terminal = Terminal("vm", "start", machine.name)
    terminal.expect("Passphrase for a.vmg, b.vmg: ")
    terminal.type(b"wrong")
    for name, secret in (("a", b"still wrong"), ("b", SECRET), ("a", b"wrong again")):
        terminal.expect(f"Passphrase for {name}.vmg: ")
        terminal.type(secret)
    assert terminal.finish() == 1
    assert machine.status.state == "stopped"


def test_the_log_of_the_serial_line(make_boot_vm):
    vm = make_boot_vm()
    assert "has not been started" in vmgui("vm", "log", vm.name).stderr
    assert vmgui("vm", "log", vm.name, "--serial").stdout == ""
    vmgui("vm", "start", vm.name, secret=SECRET)
    vm.wait_said("verified")
    assert "start 001: wrote 256 sectors" in vmgui("vm", "log", vm.name, "--serial").stdout
    vmgui("vm", "stop", vm.name)
    log = vmgui("vm", "log", vm.name).stdout
    assert "Running." in log
    assert "The guest has shut down." in log


def test_a_failure_is_remembered(make_vm):
    vm = make_vm(cdrom="/nowhere.iso")
    said = vmgui("vm", "start", vm.name, status=1).stderr
    assert "Could not open '/nowhere.iso'" in said
    assert len(said.splitlines()) == 1
    assert "Could not open '/nowhere.iso'" in vmgui("vm", "show", vm.name).stdout
    assert "Could not open '/nowhere.iso'" in vmgui("vm", "log", vm.name).stdout


def test_stop_of_what_does_not_run(make_vm):
    assert "is not running" in vmgui("vm", "stop", make_vm().name).stderr


def test_attach_and_detach(make_vm, tmp_path):
    vm = make_vm()
    path = disk(tmp_path / "a.vmg")
    vmgui("vm", "attach", vm.name, path, "--bus", "scsi", "--read-only", "--boot", "3")
    (attached,) = vm.definition.disks
    assert (attached.bus, attached.read_only, attached.boot) == ("scsi", True, 3)
    vmgui("vm", "attach", vm.name, path, status=1)
    vmgui("vm", "detach", vm.name, path)
    assert vm.definition.disks == ()
    vmgui("vm", "detach", vm.name, path, status=1)


def exchange(machine: Vm, tmp_path: Path) -> None:
    shutil.copy(disk(tmp_path / "new.vmg"), tmp_path / "b.vmg")
    (tmp_path / "new.vmg").unlink()


def test_a_changed_disk_is_accepted_only_on_purpose(machine, tmp_path):
    assert "Nothing" in vmgui("vm", "accept", machine.name).stdout
    exchange(machine, tmp_path)
    said = vmgui("vm", "start", machine.name, secret=SECRET, status=1).stderr
    assert "another disk" in said
    assert "vmgui vm accept 'my vm'" in said
    shown = vmgui("vm", "accept", machine.name, status=1)
    assert "another disk" in shown.stdout
    assert "--yes" in shown.stderr
    vmgui("vm", "start", machine.name, secret=SECRET, status=1)
    vmgui("vm", "accept", machine.name, "--yes")
    vmgui("vm", "start", machine.name, secret=SECRET)


def test_a_person_is_asked_before_accepting(machine, tmp_path):
    exchange(machine, tmp_path)
    for answer, status in ((b"n", 1), (b"y", 0)):
        terminal = Terminal("vm", "accept", machine.name)
        terminal.expect("Were these changes yours?")
        terminal.type(answer)
        assert terminal.finish() == status
    vmgui("vm", "start", machine.name, secret=SECRET)


def test_the_command_line_of_qemu(machine):
    shown = vmgui("vm", "command", machine.name).stdout
    assert "-sandbox on,obsolete=deny" in shown
    assert "-name 'guest=my vm'" in shown
    assert shown.count("-device vhost-user-blk-pci,") == 2


def test_a_broken_definition_does_not_hide_the_others(make_vm):
    good, bad = make_vm("good"), make_vm("bad")
    (store.folder(bad.name) / store.FILE).write_text("cpus =\n")
    listed = vmgui("vm", "list")
    assert "unreadable" in listed.stdout
    assert "line 1" in listed.stderr
    states = {
        each["name"]: each["state"] for each in json.loads(vmgui("vm", "list", "--json").stdout)
    }
    assert states == {"good": "stopped", "bad": "unreadable"}
    good.start()
    vmgui("vm", "delete", "bad")
    assert list(client.list_states()) == ["good"]
