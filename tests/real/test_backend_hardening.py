"""What other programs can learn from a backend: nothing."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests.real.backends import MIB, SECRET, as_root, make_disk, python, run, serving, uri
from vmgui.disk.container import open_disk
from vmgui.disk.keys import cipher_key, header_key
from vmgui.disk.keyslot import unlock
from vmgui.plugin.load import for_header


@pytest.fixture
def disk(home: Path) -> Path:
    return make_disk(home / "disk")


# A program of the same user without any special rights, which looks into a backend and, to see
# that looking works at all, into a process that does not protect itself.
SPY = """
import ctypes, json, resource, subprocess, sys
from pathlib import Path
from vmgui.backend.client import BackendProcess

hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
disk, place = map(Path, sys.argv[1:3])
backend = BackendProcess.start(disk, place, secret=sys.argv[3].encode(), peer="uid")
ordinary = subprocess.Popen(
    [sys.executable, "-c", "import sys; print(1, flush=True); sys.stdin.read()"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE,
)
ordinary.stdout.readline()

def can(look):
    try:
        look()
    except PermissionError:
        return False
    return True

def attach(pid):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(16, pid, None, None):  # PTRACE_ATTACH
        raise OSError(ctypes.get_errno(), "ptrace")
    libc.waitpid(pid, None, 0)
    libc.ptrace(17, pid, None, None)

def spy_on(pid):
    proc = Path(f"/proc/{pid}")
    return {
        "environ": can((proc / "environ").read_bytes),
        "maps": can((proc / "maps").read_bytes),
        "mem": can(lambda: open(proc / "mem", "rb").close()),
        "files": can((proc / "fd" / "0").readlink),
        "attach": can(lambda: attach(pid)),
    }

print(json.dumps({
    "backend": spy_on(backend.pid),
    "ordinary": spy_on(ordinary.pid),
    "limits": Path(f"/proc/{backend.pid}/limits").read_text(),
    "status": Path(f"/proc/{backend.pid}/status").read_text(),
}))
backend.stop()
ordinary.communicate()
"""


@pytest.fixture
def spied(disk, home):
    """What the spy saw; run without root's rights, which nothing could protect from."""
    rightless = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    command = [*rightless, sys.executable, "-c", SPY, disk, home / "s", SECRET.decode()]
    return json.loads(run(*command))


def test_no_other_program_can_look_into_it(spied):
    assert set(spied["ordinary"].values()) == {True}
    assert set(spied["backend"].values()) == {False}


def test_no_core_dumps_no_new_privileges(spied):
    assert re.search(r"Max core file size +0 +0 ", spied["limits"])
    assert re.search(r"NoNewPrivs:\s+1", spied["status"])


def test_no_executable_memory():
    script = """
import ctypes, mmap
from vmgui.backend.hardening import harden
mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC).close()
assert harden() == []
try:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
except PermissionError:
    print("refused")
# What plug-ins need still works: more libraries, and callbacks from C.
import cryptography.hazmat.primitives.ciphers.aead, sqlite3
numbers = (ctypes.c_int * 3)(3, 1, 2)
compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
ctypes.CDLL(None).qsort(numbers, 3, 4, compare(lambda a, b: a[0] - b[0]))
print(list(numbers))
"""
    assert python(script) == "refused\n[1, 2, 3]\n"


def test_a_system_that_lacks_a_protection_gets_warnings():
    script = """
from vmgui.backend import hardening
hardening._prctl = lambda option, value: False
print(*hardening.harden(), sep="\\n")
"""
    lines = python(script).splitlines()
    assert len(lines) == 3
    assert all(line.startswith("This system lacks a protection: ") for line in lines)


def keys_of(disk: Path) -> dict[str, bytes]:
    opened = open_disk(disk, secret=SECRET, plugin=for_header, read_only=True)
    header = opened.header
    opened.close()
    _, volume_key = unlock(header.body.key_slots, SECRET, header.disk)
    cipher = bytearray(header.body.cipher.key_size)
    cipher_key(volume_key, header.disk, header.encryption_id, memoryview(cipher))
    return {
        "passphrase": SECRET,
        "volume key": bytes(volume_key),
        "header key": bytes(header_key(volume_key, header.disk)),
        # Its first half is what OpenSSL's expanded key begins with.
        "cipher key": bytes(cipher[:32]),
    }


def test_no_secret_on_command_line_in_environment_or_log(disk, home):
    keys = keys_of(disk)
    with serving(disk, home / "s", log=home / "log") as backend:
        proc = Path(f"/proc/{backend.pid}")
        seen = (proc / "cmdline").read_bytes() + (home / "log").read_bytes()
        seen += run(*as_root(), "cat", proc / "environ").encode()
        for name, key in keys.items():
            assert key not in seen, name
            assert key.hex().encode() not in seen, name


# As root, who may: all of a process's memory, searched.
SEARCH = """
import re, sys
pid, *needles = sys.argv[1:]
needles = [bytes.fromhex(needle) for needle in needles]
found = [0] * len(needles)
with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
    for line in maps:
        start, end, rights = re.match("(\\\\w+)-(\\\\w+) (....)", line).groups()
        if rights[0] != "r" or "[v" in line:
            continue
        memory.seek(int(start, 16))
        try:
            content = memory.read(int(end, 16) - int(start, 16))
        except OSError:
            continue  # secret memory: not even root can read it
        found = [had + content.count(needle) for had, needle in zip(found, needles)]
print(*found)
"""


def test_the_backends_memory_holds_no_key_that_it_no_longer_needs(disk, home):
    """Only what enciphers sectors; neither the passphrase nor the volume key."""
    keys = keys_of(disk)
    with serving(disk, home / "s") as backend:
        run("qemu-io", "-f", "raw", uri(home / "s"), "-c", "write 0 1M")
        needles = [key.hex() for key in keys.values()]
        counts = run(*as_root(), sys.executable, "-I", "-c", SEARCH, str(backend.pid), *needles)
    found = dict(zip(keys, map(int, counts.split()), strict=True))
    assert found.pop("cipher key") >= 1  # searching works
    assert found == {"passphrase": 0, "volume key": 0, "header key": 0}


def test_its_memory_stays_small_under_load(disk, home):
    with serving(disk, home / "s") as backend:
        load = ["fio", "--name=load", "--ioengine=nbd", f"--uri={uri(home / 's')}", "--rw=randrw"]
        load += ["--bs=1m", "--iodepth=8", "--size=64M", "--numjobs=4", "--thread"]
        run(*load, "--runtime=2", "--time_based")
        status = Path(f"/proc/{backend.pid}/status").read_text()
        resident = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert resident
        assert int(resident[1]) * 1024 < 60 * MIB
        assert backend.stats()["read_bytes"] > 64 * MIB
