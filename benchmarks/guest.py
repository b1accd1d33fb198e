"""In a Linux guest: fio, and an archive of many files, on our disks and QEMU's own.

``python -m benchmarks.guest``. One guest has all the disks, so the loads take turns.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.alone import alone
from benchmarks.results import MIB, Load, Section, Target, per_second
from benchmarks.servers import SECRET, create, make_qemu_disk, make_vmgui_disk
from benchmarks.setting import Setting
from tests.guest import little_linux
from vmgui.backend.client import BackendProcess
from vmgui.backend.transport import Transport

DRIVERS = ("virtio_pci", "virtio_blk", "ext4")
LOADS = {
    "seq-read": ("1 MiB read, depth 4", MIB),
    "seq-write": ("1 MiB write, depth 4", MIB),
    "read-1": ("4 KiB read, depth 1", 4096),
    "read-32": ("4 KiB read, depth 32", 4096),
    "write-32": ("4 KiB write, depth 32", 4096),
}
ARCHIVE = "unpacking an archive and reading it back"
LUKS, RAW, VHOST = "QEMU luks", "QEMU raw", "vmgui aes-xts, vhost-user"
TARGETS = (
    Target("1 MiB read, depth 4", VHOST, LUKS, 5.0),
    Target("1 MiB write, depth 4", VHOST, LUKS, 5.0),
    Target("1 MiB read, depth 4", VHOST, RAW, 0.5),
    Target("1 MiB write, depth 4", VHOST, RAW, 0.5),
    Target("4 KiB read, depth 1", VHOST, RAW, 1.0),
    Target("4 KiB read, depth 32", VHOST, LUKS, 1.0),
    Target("4 KiB write, depth 32", VHOST, LUKS, 1.0),
    Target(ARCHIVE, VHOST, RAW, 0.95),
)
# Files of the archive, and their bytes altogether.
_FILES, _BYTES = 4000, 60 * MIB

Words = list[str]


@contextmanager
def ours(folder: Path, plugin: str, transport: Transport, size: int) -> Iterator[Words]:
    """A backend; what makes it a disk of QEMU's."""
    name = f"{plugin}-{transport}"
    disk, socket = folder / f"{name}.vmg", folder / f"{name}.sock"
    secret = make_vmgui_disk(disk, plugin, size)
    backend = BackendProcess.start(disk, socket, secret=secret, peer="uid", transport=transport)
    try:
        if transport == "nbd":
            node = f"driver=nbd,node-name={name},server.type=unix,server.path={socket},export=disk"
            yield ["-blockdev", node, "-device", f"virtio-blk-pci,drive={name}"]
        else:
            device = f"vhost-user-blk-pci,chardev={name}"
            yield ["-chardev", f"socket,id={name},path={socket}", "-device", device]
    finally:
        backend.stop()


def qemu(folder: Path, driver: str, size: int) -> Words:
    """QEMU's own disk: ``luks``, ``qcow2`` (with LUKS inside) or ``raw``."""
    disk = folder / f"{driver}.img"
    key = folder / "key"
    key.write_bytes(SECRET)
    node = f"driver={driver},node-name={driver},file.driver=file,file.filename={disk}"
    if driver == "qcow2":
        options = "encrypt.format=luks,encrypt.key-secret=key,encrypt.iter-time=200"
        create(
            ["qemu-img", "create", "-q", "-f", "qcow2", "--object", f"secret,id=key,file={key}",
             "-o", options, str(disk), str(size)]
        )  # fmt: skip
        node += ",encrypt.format=luks,encrypt.key-secret=key"
    else:
        make_qemu_disk(disk, driver, size)
        if driver == "luks":
            node += ",key-secret=key"
    return ["-blockdev", node, "-device", f"virtio-blk-pci,drive={driver}"]


def measure(setting: Setting) -> Section:
    """Boot one guest and let it measure."""
    size = (64 if setting.quick else 256) * MIB
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=setting.folder)))
        archive = _archive(folder, setting)
        disks = {
            LUKS: qemu(folder, "luks", size),
            "QEMU qcow2 with luks": qemu(folder, "qcow2", size),
            RAW: qemu(folder, "raw", size),
            "vmgui aes-xts, NBD": stack.enter_context(ours(folder, "aes-xts", "nbd", size)),
            VHOST: stack.enter_context(ours(folder, "aes-xts", "vhost-user", size)),
            "vmgui aes-gcm, vhost-user": stack.enter_context(
                ours(folder, "aes-gcm", "vhost-user", size)
            ),
        }
        said = _boot(folder, list(disks.values()), archive, setting)
    names = {f"vd{chr(97 + number)}": name for number, name in enumerate(disks)}
    loads = {key: Load(name, per_second(length)) for key, (name, length) in LOADS.items()}
    # A rate again, so that more is better: files a second.
    unpacked = Load(ARCHIVE, lambda rate: f"{_FILES / rate:,.1f} s")
    for line in said.splitlines():
        match line.split():
            case ["result:", load, disk, rate]:
                loads[load].add(names[disk], float(rate))
            case ["took:", disk, seconds]:
                unpacked.add(names[disk], _FILES / float(seconds))
    return Section(
        "guest",
        "In a Linux guest",
        "fio (direct, libaio) in one guest that has all the disks; its two processors are emulated "
        "and share the host's, so small requests show the guest's own speed as well. Then a few "
        "thousand files are unpacked onto a fresh ext4 and read back. In bold: how many times as "
        "fast as QEMU's LUKS.",
        LUKS,
        [*(load for load in loads.values() if load.rates), unpacked],
        list(TARGETS),
    )


def _archive(folder: Path, setting: Setting) -> Path:
    """A tar of files that every Debian has."""
    limit = _FILES // 20 if setting.quick else _FILES
    path, files, size = folder / "archive.tar", 0, 0
    with tarfile.open(path, "w") as tar:
        for root in ("/usr/share/doc", "/usr/lib/python3", "/usr/share/perl"):
            for file in sorted(Path(root).rglob("*")):
                if files >= limit or size >= _BYTES:
                    break
                if file.is_file() and not file.is_symlink():
                    tar.add(file)
                    files, size = files + 1, size + file.stat().st_size
    return path


def _boot(folder: Path, disks: list[Words], archive: Path, setting: Setting) -> str:
    """What the guest said by its end."""
    script = Path(__file__).parent / "scripts" / "fio-turns"
    linux = little_linux.build(folder, DRIVERS, ("mke2fs", "fio"), (script,))
    letters = [f"vd{chr(97 + number)}" for number in range(len(disks))]
    fields = linux.running(
        script.name,
        *letters,
        archive=f"vd{chr(97 + len(disks))}",
        loads="seq-read" if setting.quick else ",".join(LOADS),
        rounds="1" if setting.quick else "3",
        seconds="1" if setting.quick else "2",
        size="32M" if setting.quick else "256M",
    )
    last = f"driver=raw,node-name=archive,read-only=on,file.driver=file,file.filename={archive}"
    done = subprocess.run(
        [
            "qemu-system-x86_64", "-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2",
            "-m", "1G", "-object", "memory-backend-memfd,id=mem,size=1G,share=on",
            "-machine", "q35,memory-backend=mem", "-nodefaults", "-display", "none",
            "-object", f"secret,id=key,file={folder / 'key'}",
            "-kernel", fields["kernel"], "-initrd", fields["initrd"], "-append", fields["append"],
            *(word for disk in disks for word in disk),
            "-blockdev", last, "-device", "virtio-blk-pci,drive=archive",
            "-serial", "stdio", "-no-reboot",
        ],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    if "guest: fio-turns done" not in done.stdout:
        sys.stderr.write(done.stdout[-3000:] + done.stderr[-3000:])
        raise RuntimeError("The guest did not finish.")
    return done.stdout


if __name__ == "__main__":
    alone(measure, __doc__)
