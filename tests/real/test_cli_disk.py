"""``vmgui disk`` and ``vmgui plugin`` as scripts use them, with independent programs as clients."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.independent_reader import read_disk
from tests.real.cli import VMGUI, pipe, vmgui
from vmgui.backend.client import BackendProcess
from vmgui.disk.container import read_header

SECRET = b"correct horse"
FAST = ("--unlock-time", "0")


@pytest.fixture
def disk(tmp_path) -> Path:
    path = tmp_path / "disk.vmg"
    vmgui("disk", "create", path, "--size", "64M", *FAST, secret=SECRET)
    return path


@contextmanager
def served(path: Path, socket: Path, *words: str, secret: bytes = SECRET) -> Iterator[str]:
    """``vmgui disk serve`` in the foreground, until SIGTERM; gives the one line that it prints."""
    fd = pipe(secret)
    process = subprocess.Popen(
        [VMGUI, "disk", "serve", path, "--socket", socket, *words, "--passphrase-fd", str(fd)],
        pass_fds=[fd],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(fd)
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        line = process.stdout.readline()
        assert line, process.stderr.read()
        yield line
    finally:
        process.send_signal(signal.SIGTERM)
        rest, errors = process.communicate()
    assert process.returncode == 0, errors
    assert rest == ""
    assert not socket.exists()


def info(path: Path) -> dict:
    return json.loads(vmgui("disk", "info", path, "--json").stdout)


def run(*words: object) -> str:
    return subprocess.run(
        [str(word) for word in words], check=True, capture_output=True, text=True
    ).stdout


def test_create_info_verify(disk):
    told = info(disk)
    assert told["encrypted"] is True
    assert told["plugin"] == "aes-xts"
    assert told["encryption_id"] == "f05d8c0d-1633-4b71-98de-e201c9226e54"
    assert told["size"] == 64 << 20
    assert told["sector_size"] == 4096
    assert told["generation"] == 1
    assert [slot["id"] for slot in told["key_slots"]] == [0]
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f-]{27}", told["disk_uuid"])
    text = vmgui("disk", "info", disk).stdout
    assert "aes-xts" in text
    assert told["disk_uuid"] in text
    vmgui("disk", "verify", disk, secret=SECRET)


def test_one_tebibyte_is_instant_and_small(tmp_path):
    path = tmp_path / "large.vmg"
    vmgui("disk", "create", path, "--size", "1T", *FAST, secret=SECRET)
    assert path.stat().st_blocks * 512 < 20 << 20
    assert info(path)["size"] == 1 << 40


def test_an_unencrypted_disk_says_so(tmp_path):
    path = tmp_path / "plain.vmg"
    vmgui("disk", "create", path, "--size", "1M", "--plugin", "unencrypted")
    assert info(path)["encrypted"] is False
    assert "NO: anyone" in vmgui("disk", "info", path).stdout
    vmgui("disk", "verify", path)


def test_options_and_what_is_wrong_with_them(tmp_path):
    path = tmp_path / "d"
    create = ("disk", "create", path, "--size", "1M", *FAST)
    vmgui(*create, "--option", "key_bits=128", secret=SECRET)
    assert info(path)["options"] == {"key_bits": 128}
    for words in (("key_bits=129",), ("key_bits",), ("nonsense=1",)):
        vmgui(*create, "--option", *words, secret=SECRET, status=2)
    vmgui("disk", "create", path, "--size", "1M", *FAST, secret=SECRET, status=1)
    vmgui("disk", "create", path, "--size", "a lot", secret=SECRET, status=2)
    vmgui("disk", "create", path, secret=SECRET, status=2)


def test_a_wrong_passphrase_is_one_sentence(disk):
    before = disk.read_bytes()
    for words in (("verify",), ("key", "remove"), ("header", "repair")):
        done = vmgui("disk", *words, disk, secret=b"wrong", status=1)
        assert done.stderr.startswith("vmgui: That doesn't open the disk.")
        assert done.stderr.count("\n") == 1
    assert disk.read_bytes() == before


def test_without_a_terminal_the_options_are_named(disk):
    done = vmgui("disk", "verify", disk, status=1)
    assert "--passphrase-fd" in done.stderr
    assert "--key-file" in done.stderr


def test_keys(disk, tmp_path):
    key_file = tmp_path / "key"
    key_file.write_bytes(os.urandom(64))
    vmgui("disk", "key", "add", disk, "--new-key-file", key_file, *FAST, secret=SECRET)
    vmgui("disk", "verify", disk, "--key-file", key_file)
    vmgui("disk", "key", "change", disk, *FAST, secret=SECRET, new_secret=b"another")
    vmgui("disk", "verify", disk, secret=SECRET, status=1)
    vmgui("disk", "verify", disk, secret=b"another\n")
    sheet = vmgui("disk", "key", "recovery", disk, *FAST, secret=b"another").stdout
    numbered = {int(number): word for number, word in re.findall(r"(\d+)\. ([a-z]+)", sheet)}
    words = [numbered[number] for number in range(1, 25)]
    assert len(words) == 24
    vmgui("disk", "verify", disk, secret=" ".join(words).encode())
    # As somebody types it from paper.
    vmgui("disk", "verify", disk, secret="  ".join(words).upper().encode() + b"\n")
    vmgui("disk", "key", "remove", disk, secret=b"another")
    vmgui("disk", "verify", disk, secret=b"another", status=1)
    kinds = sorted(slot["kind"] for slot in info(disk)["key_slots"])
    assert kinds == ["key-file", "recovery"]
    vmgui("disk", "key", "remove", disk, "--key-file", key_file)
    done = vmgui("disk", "key", "remove", disk, secret=" ".join(words).encode(), status=1)
    assert "last key slot" in done.stderr


def test_header_backup_restore_repair(disk, tmp_path):
    saved = tmp_path / "saved"
    vmgui("disk", "header", "backup", disk, saved)
    with open(disk, "r+b") as file:
        file.write(bytes(65536))
    assert "damaged" in info(disk)["warnings"][0]
    vmgui("disk", "verify", disk, secret=SECRET, status=1)
    vmgui("disk", "header", "repair", disk, secret=SECRET)
    vmgui("disk", "verify", disk, secret=SECRET)
    with open(disk, "r+b") as file:
        file.write(bytes(1 << 20))
    done = vmgui("disk", "info", disk, status=1)
    assert "header restore" in done.stderr
    vmgui("disk", "header", "restore", disk, saved, secret=SECRET)
    vmgui("disk", "verify", disk, secret=SECRET)


def test_independent_clients_read_and_write(disk, home):
    socket = home / "s"
    uri = f"nbd+unix:///?socket={socket}"
    with served(disk, socket) as line:
        assert str(socket) in line
        assert "nbd+unix://" in line
        assert run("nbdinfo", "--size", uri).strip() == str(64 << 20)
        run("qemu-io", "-f", "raw", "-c", "write -P 0x5a 1M 3M", "-c", "flush", uri)
        run("qemu-io", "-f", "raw", "-c", "read -P 0x5a 1M 3M", "-c", "read -P 0 0 1M", uri)
        out = home / "copy.raw"
        run("nbdcopy", uri, out)
        done = vmgui("disk", "verify", disk, secret=SECRET, status=1)
        assert "vmgui disk serve" in done.stderr
    copy = out.read_bytes()
    assert copy == bytes(1 << 20) + b"\x5a" * (3 << 20) + bytes(60 << 20)
    # A second implementation, written from the document alone, finds the same.
    assert read_disk(disk, SECRET) == copy


def test_fio_writes_and_verifies(disk, home):
    socket = home / "s"
    with served(disk, socket):
        run(
            "fio", "--name=all", "--ioengine=nbd", f"--uri=nbd+unix:///?socket={socket}",
            "--rw=randwrite", "--bsrange=4k-128k", "--iodepth=16", "--size=32M",
            "--verify=crc32c", "--verify_state_save=0", "--verify_fatal=1", "--do_verify=1",
            "--randseed=1",
        )  # fmt: skip


def test_verify_names_the_sectors_that_were_changed(tmp_path, home):
    disk = tmp_path / "disk.vmg"
    vmgui("disk", "create", disk, "--size", "64M", "--plugin", "aes-gcm", *FAST, secret=SECRET)
    assert info(disk)["authenticated"] is True
    uri = f"nbd+unix:///?socket={home}/s"
    with served(disk, home / "s"):
        run("qemu-io", "-f", "raw", uri, "-c", "write -P 7 0 4M")
    assert "(4 MiB in use)" in vmgui("disk", "verify", disk, secret=SECRET).stdout
    changed = (0, 17, 1023)
    with open(disk, "r+b") as file:
        for sector in changed:
            file.seek((1 << 20) + sector * 4096 + 100)
            file.write(b"\0\xff")
    done = vmgui("disk", "verify", disk, secret=SECRET, status=1)
    assert re.findall(r"^Sector (\d+): ", done.stderr, re.MULTILINE) == [str(n) for n in changed]
    assert "3 sectors" in done.stderr
    with served(disk, home / "s"):
        for sector in range(15, 20):
            command = ["qemu-io", "-f", "raw", uri, "-c", f"read -P 7 {sector * 4096} 4k"]
            told = subprocess.run(command, capture_output=True, text=True, check=False)
            assert ("Input/output error" in told.stdout + told.stderr) == (sector in changed)


def test_a_damaged_journal_is_told_and_can_be_given_up(tmp_path, home):
    disk = tmp_path / "disk.vmg"
    vmgui("disk", "create", disk, "--size", "64M", "--plugin", "aes-gcm", *FAST, secret=SECRET)
    backend = BackendProcess.start(disk, home / "s", secret=SECRET, peer="uid")
    uri = f"nbd+unix:///?socket={home}/s"
    run("qemu-io", "-f", "raw", uri, "-c", "write -P 7 0 64k", "-c", "flush")
    os.kill(backend.pid, signal.SIGKILL)
    assert backend.stop() == -signal.SIGKILL
    assert "(64 KiB in use)" in vmgui("disk", "verify", disk, secret=SECRET).stdout
    with open(disk, "r+b") as file:
        file.seek(read_header(disk).header.body.layout().journal + 20)
        file.write(b"\xff\xff")
    done = vmgui("disk", "verify", disk, secret=SECRET, status=1)
    assert "vmgui disk drop-journal" in done.stderr
    vmgui("disk", "drop-journal", disk, secret=SECRET)
    assert "(0 bytes in use)" in vmgui("disk", "verify", disk, secret=SECRET).stdout


def test_guestfish_makes_a_file_system(disk, home):
    """libguestfs boots a small Linux of its own on the exported disk."""
    socket = home / "s"
    script = "run\npart-disk /dev/sda mbr\nmkfs ext4 /dev/sda1\nmount /dev/sda1 /\n"
    script += "write /hello.txt written-by-guestfish\ncat /hello.txt\n"
    with served(disk, socket):
        done = subprocess.run(
            ["guestfish", "--format=raw", "-a", f"nbd://?socket={socket}"],
            input=script,
            capture_output=True,
            text=True,
            check=False,
            # Its own virtual machine has to work without KVM, too.
            env={
                **os.environ,
                "LIBGUESTFS_BACKEND": "direct",
                "LIBGUESTFS_BACKEND_SETTINGS": "force_tcg",
            },
        )
    assert done.returncode == 0, done.stderr
    assert "written-by-guestfish" in done.stdout
    content = disk.read_bytes()
    for piece in (b"written-by-guest", b"hello.txt", b"lost+found"):
        assert piece not in content
        assert piece in read_disk(disk, SECRET)


def test_read_only_serves_nobody_who_writes(disk, home):
    socket = home / "s"
    before = disk.read_bytes()
    with served(disk, socket, "--read-only"):
        uri = f"nbd+unix:///?socket={socket}"
        assert '"is_read_only": true' in run("nbdinfo", "--json", uri)
        with pytest.raises(subprocess.CalledProcessError):
            run("qemu-io", "-f", "raw", "-c", "write 0 4k", uri)
    assert disk.read_bytes() == before


def test_serving_says_why_it_can_not(disk, home):
    done = vmgui("disk", "serve", disk, "--socket", home / "no" / "s", secret=SECRET, status=1)
    assert "socket" in done.stderr
    done = vmgui("disk", "serve", disk, "--socket", home / "s", secret=b"wrong", status=1)
    assert "doesn't open the disk" in done.stderr


@pytest.mark.parametrize("words", [("--fill",), ()])
def test_a_full_drive_leaves_nothing_behind(words, tmp_path):
    """On a drive of 3 MiB: filling a disk of 8 MiB fails; a sparse one can be created."""
    script = (
        'mount -t tmpfs -o size=3m none "$1" && cd "$1" && shift && '
        '"$@"; status=$?; ls -A; exit $status'
    )
    prefix = ("unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", str(tmp_path))
    create = ("disk", "create", "d.vmg", "--size", "8M", *FAST, *words)
    done = vmgui(*create, secret=SECRET, prefix=prefix, status=1 if words else 0)
    if words:
        assert "No space left" in done.stderr
        assert "nothing was left behind" in done.stderr
        assert done.stdout == ""
    else:
        assert done.stdout.endswith("d.vmg\n")


def test_plugin_list():
    rows = {row["name"]: row for row in json.loads(vmgui("plugin", "list", "--json").stdout)}
    for name in ("aes-xts", "unencrypted"):
        row = rows[name]
        assert row["approved"] is True
        assert row["available"] is True
        assert row["authenticated"] is False
        assert row["version"]
        assert row["title"]
    assert rows["aes-xts"]["id"] == "f05d8c0d-1633-4b71-98de-e201c9226e54"
    assert "aes-xts" in vmgui("plugin", "list").stdout
    assert "key_bits" in vmgui("plugin", "show", "aes-xts").stdout


def test_every_verb_has_help_with_an_example():
    from vmgui.cli import command

    def walk(group, words):
        context = group.make_context("vmgui", ["x"], resilient_parsing=True)
        for name in group.list_commands(context):
            verb = group.get_command(context, name)
            if hasattr(verb, "list_commands"):
                yield from walk(verb, [*words, name])
            else:
                yield [*words, name], verb

    verbs = list(walk(command, []))
    assert len(verbs) > 20
    for words, verb in verbs:
        assert verb.help, words
        assert (verb.epilog or "").startswith(f"Example: vmgui {' '.join(words)}"), words
    assert "Example: vmgui disk create" in vmgui("disk", "create", "--help").stdout


def test_usage_errors_are_status_2():
    for words in (("nonsense",), ("disk", "nonsense"), ("disk", "info"), ("disk", "info", "--x")):
        assert vmgui(*words, status=2).stderr


def test_python_dash_m_is_the_same():
    done = vmgui("-m", "vmgui", "--version", command=sys.executable)
    assert done.stdout.startswith("vmgui ")
