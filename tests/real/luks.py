"""cryptsetup and QEMU's own LUKS driver, as the others who have to agree."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.real.backends import SECRET, run, serving, uri
from tests.real.cli import vmgui

MIB = 1 << 20
# cryptsetup's least cost, for tests only.
CHEAP = {
    "pbkdf2": ("--pbkdf", "pbkdf2", "--pbkdf-force-iterations", "1000"),
    "argon2id": ("--pbkdf", "argon2id", "--pbkdf-force-iterations", "4", "--pbkdf-memory", "65536"),
    "argon2i": ("--pbkdf", "argon2i", "--pbkdf-force-iterations", "4", "--pbkdf-memory", "65536"),
}
# Where the data of a new LUKS2 disk starts.
HEAD = 16 * MIB
# For vmgui: the least that a guess may cost.
FAST = ("--unlock-time", "0")
PLAIN = random.Random(7).randbytes(4 * MIB)


def cryptsetup(*words: str | Path, secret: bytes = SECRET, status: int = 0) -> str:
    """Run it with the secret on its standard input; its output."""
    done = subprocess.run(
        ["/usr/sbin/cryptsetup", "--batch-mode", *map(str, words), "--key-file", "-"],
        input=secret,
        capture_output=True,
        check=False,
    )
    output = (done.stdout + done.stderr).decode()
    assert done.returncode == status, f"{words}: {done.returncode}\n{output}"
    return output


def formatted(
    path: Path, *words: str | Path, kdf: str = "pbkdf2", size: int = 20 * MIB, kind: str = "luks2"
) -> Path:
    """A container made by cryptsetup."""
    with open(path, "xb") as file:
        file.truncate(size)
    cryptsetup("luksFormat", "--type", kind, *CHEAP[kdf], *words, path)
    return path


def create(path: Path, *words: str, size: str = "4M") -> Path:
    """A container made by vmgui."""
    vmgui("disk", "create", path, "--size", size, "--plugin", "luks2", *FAST, *words, secret=SECRET)
    return path


def info(path: Path) -> dict[str, Any]:
    """What vmgui says of it."""
    told: dict[str, Any] = json.loads(vmgui("disk", "info", path, "--json").stdout)
    return told


def volume_key(path: Path) -> bytes:
    """As cryptsetup finds it."""
    file = path.with_name(f"{path.name}.key")
    cryptsetup("luksDump", "--dump-volume-key", "--volume-key-file", file, path)
    return file.read_bytes()


def opens(path: Path, secret: bytes = SECRET, status: int = 0) -> None:
    """Whether cryptsetup says that the secret opens it (2: it doesn't)."""
    cryptsetup("open", "--test-passphrase", path, secret=secret, status=status)


def read_served(path: Path, folder: Path, **more: object) -> bytes:
    """All of a disk as our backend serves it."""
    out = folder / "served.raw"
    with serving(path, folder / "s", read_only=True, **more):
        run("qemu-img", "convert", "-f", "raw", "-O", "raw", uri(folder / "s"), out)
    return out.read_bytes()


def write_served(path: Path, folder: Path, plain: bytes = PLAIN) -> None:
    """Fill the start of a disk through our backend."""
    source = folder / "plain.raw"
    source.write_bytes(plain)
    with serving(path, folder / "s"):
        run("qemu-img", "convert", "-n", "-f", "raw", "-O", "raw", source, uri(folder / "s"))


def made_by_qemu(path: Path) -> Path:
    """A LUKS1 container of 4 MiB. QEMU's timing of PBKDF2 fails now and then on a busy machine."""
    secret = path.with_name(f"{path.name}.secret")
    secret.write_bytes(SECRET)
    options = ("--object", f"secret,id=s,file={secret}", "-o", "key-secret=s,iter-time=10")
    command = ["qemu-img", "create", "-q", "-f", "luks", *options, str(path), "4M"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    while "Unable to get accurate CPU usage" in done.stderr:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return path


@contextmanager
def qemu_luks(path: Path) -> Iterator[tuple[str, ...]]:
    """Arguments by which QEMU's programs open a LUKS1 file with their own driver."""
    secret = path.with_name(f"{path.name}.secret")
    secret.write_bytes(SECRET)
    yield (
        "--object",
        f"secret,id=s,file={secret}",
        "--image-opts",
        f"driver=luks,key-secret=s,file.driver=file,file.filename={path}",
    )
