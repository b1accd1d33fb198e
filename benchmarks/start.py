"""From the order to a disk that is served, and to a guest's first word.

``python -m benchmarks.start``.
What is shown are seconds; the rates behind them are their inverse, so that more is better.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.alone import alone
from benchmarks.results import MIB, Load, Section, Target
from benchmarks.servers import SECRET, make_vmgui_disk
from benchmarks.setting import Setting
from vmgui.backend.client import BackendProcess
from vmgui.demo.stage import environment
from vmgui.plugin.opening import open_disk
from vmgui.vm import client, definition, pinning, store
from vmgui.vm.kvm import probe as probe_kvm
from vmgui.vm.probe import probe

PLAIN, ENCRYPTED, QEMU = "vmgui, not encrypted", "vmgui aes-xts", "QEMU with a raw disk"
READY, SAID = "the disk is served", "the boot sector has written to the serial line"
# A boot sector that writes “X” to the first serial line and stops: mov dx,0x3f8; mov al,'X';
# out dx,al; cli; hlt.
_BOOT = bytes.fromhex("baf803b058eefaf4").ljust(510, b"\0") + b"\x55\xaa"
_SIZE = 64 * MIB


def measure(setting: Setting) -> Section:
    """Disks alone, then machines, in turns."""
    ready, said = Load(READY, _seconds), Load(SAID, _seconds)
    with _home(setting) as folder:
        raw = folder / "raw.img"
        raw.write_bytes(_BOOT.ljust(_SIZE, b"\0"))
        disks = {PLAIN: folder / "plain.vmg", ENCRYPTED: folder / "encrypted.vmg"}
        names = {PLAIN: "plain", ENCRYPTED: "encrypted"}
        for who, plugin in ((PLAIN, "unencrypted"), (ENCRYPTED, "aes-xts")):
            make_vmgui_disk(disks[who], plugin, _SIZE)
            disk = open_disk(disks[who], secret=_secret(who))
            disk.device.write(0, memoryview(bytearray(_BOOT)))
            disk.close()
            machine = definition.new(names[who], memory="128M")
            store.create(pinning.attach(machine, disks[who]))
        for _ in range(setting.rounds):
            for who, path in disks.items():
                begin = time.perf_counter()
                backend = BackendProcess.start(path, folder / "sock", secret=_secret(who))
                ready.add(who, 1 / (time.perf_counter() - begin))
                backend.stop()
        for _ in range(setting.rounds):
            for who in disks:
                said.add(who, 1 / _ours(names[who], who))
            said.add(QEMU, 1 / _qemu(raw, folder / "serial"))
    return Section(
        "start",
        "Starting",
        "The time until a backend serves its disk, and from the order to start a machine until its "
        "guest has said something. Both disks cost the least that Argon2id may (64 MiB, three "
        "passes): what encryption adds is that, and little else. In bold: how many times as fast "
        "as without encryption.",
        PLAIN,
        [ready, said],
        [Target(SAID, PLAIN, QEMU, 1 / 1.1)],
    )


def _seconds(rate: float) -> str:
    return f"{1 / rate:.3f} s"


def _secret(who: str) -> bytearray | None:
    return bytearray(SECRET) if who == ENCRYPTED else None


@contextmanager
def _home(setting: Setting) -> Iterator[Path]:
    """A home of its own for the machines, below /tmp, where names of sockets stay short."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="vb-", dir="/tmp") as name:
        os.environ.update(environment(Path(name)))
        try:
            yield Path(name)
        finally:
            os.environ.clear()
            os.environ.update(before)


def _ours(name: str, who: str) -> float:
    log = store.places(store.load(name)).serial_log
    log.unlink(missing_ok=True)
    begin = time.perf_counter()
    client.start(name, {0: SECRET} if who == ENCRYPTED else {})
    took = _until_said(log, begin)
    client.request(name, "kill")
    client.wait_stopped(name, 60)
    return took


def _qemu(disk: Path, serial: Path) -> float:
    serial.unlink(missing_ok=True)
    qemu = probe("x86_64")
    kvm = probe_kvm(qemu, "q35")
    words = ["-accel", "kvm", "-cpu", kvm.cpu] if kvm.usable else ["-accel", "tcg", "-cpu", "max"]
    begin = time.perf_counter()
    process = subprocess.Popen(
        [qemu.binary, "-machine", "q35", *words, "-smp", "2", "-m", "128M", "-nodefaults",
         "-vga", "std", "-display", "none", "-serial", f"file:{serial}",
         "-drive", f"file={disk},format=raw,if=virtio"]
    )  # fmt: skip
    took = _until_said(serial, begin)
    process.kill()
    process.wait()
    return took


def _until_said(log: Path, begin: float) -> float:
    while not log.exists() or b"X" not in log.read_bytes():
        time.sleep(0.002)
    return time.perf_counter() - begin


if __name__ == "__main__":
    alone(measure, __doc__)
