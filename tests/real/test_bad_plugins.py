"""A plug-in that hangs, crashes, eats memory or talks harms its own disk only, and is named."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from pathlib import Path

import pytest

from tests.real.backends import SECRET, serving, uri
from tests.real.cli import VMGUI, vmgui
from tests.stranger import CRASH, EAT, HANG, PRINT, plant, wait_until
from vmgui.backend import plugin_watch
from vmgui.backend.client import BackendProcess
from vmgui.errors import VmguiError
from vmgui.job import JobProcess, run


@pytest.fixture
def disk(home: Path) -> Path:
    """A disk of a plug-in that still works."""
    plant()
    path = home / "disk"
    create(path)
    return path


def create(path: Path) -> None:
    params = {"path": str(path), "size": 1 << 20, "plugin": "acme", "unlock_seconds": 0.0}
    run("create", params, [SECRET])


def opening_fails(disk: Path, home: Path) -> VmguiError:
    before = disk.read_bytes()
    with pytest.raises(VmguiError) as caught:
        BackendProcess.start(disk, home / "s", secret=SECRET, peer="uid")
    assert disk.read_bytes() == before
    assert "“acme”" in str(caught.value)
    return caught.value


def disk_is_free(disk: Path, home: Path) -> bool:
    """Whether a plug-in that works again opens it: nobody holds it any more."""
    plant()
    with serving(disk, home / "t"):
        return True


PLACES = ["at_import", "at_cipher"]


@pytest.mark.parametrize("place", PLACES)
def test_a_hang_while_opening(disk, home, place, monkeypatch):
    monkeypatch.setattr(plugin_watch, "PATIENCE", 0.2)
    plant(**{place: HANG})
    error = opening_fails(disk, home)
    assert error.code == "plugin-hangs"
    assert "did not come back" in error.why
    monkeypatch.undo()
    monkeypatch.setenv("VMGUI_HOME", str(home))
    assert disk_is_free(disk, home)


@pytest.mark.parametrize("place", PLACES)
def test_a_crash_while_opening(disk, home, place):
    plant(**{place: CRASH})
    assert "signal 11, SIGSEGV" in opening_fails(disk, home).why
    assert disk_is_free(disk, home)


@pytest.mark.parametrize("place", PLACES)
def test_eating_memory_while_opening(disk, home, place):
    plant(**{place: EAT})
    assert "MemoryError" in opening_fails(disk, home).why
    assert disk_is_free(disk, home)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("fault", ["raise SystemExit(0)", "raise KeyError('the key is 42')"])
def test_leaving_while_opening(disk, home, place, fault):
    plant(**{place: fault})
    error = opening_fails(disk, home)
    assert "failed with" in error.why
    assert "42" not in str(error)


def test_a_hanging_start_can_be_given_up(disk, home):
    import socket

    plant(at_cipher=HANG)
    giving_up, cancel = socket.socketpair()
    with giving_up, cancel:
        timer = threading.Timer(0.5, lambda: cancel.send(b"!"))
        timer.start()
        with pytest.raises(VmguiError) as caught:
            BackendProcess.start(disk, home / "s", secret=SECRET, cancel=giving_up)
        timer.join()
    assert caught.value.code == "cancelled"
    assert disk_is_free(disk, home)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_serve_can_be_given_up_while_a_plugin_hangs(disk, home, number):
    """Even a parent that is killed leaves no backend behind that hangs with the disk's lock."""
    mark = home / "hangs"
    plant(at_cipher=f"open({str(mark)!r}, 'w').close(); {HANG}")
    key = home / "key"
    key.write_bytes(SECRET)
    command = [VMGUI, "disk", "serve", str(disk), "--socket", str(home / "s")]
    process = subprocess.Popen([*command, "--key-file", str(key)], stderr=subprocess.DEVNULL)
    wait_until(lambda: mark.exists() or process.poll() is not None)
    assert process.poll() is None
    process.send_signal(number)
    process.wait()
    wait_until(lambda: not in_use(disk))
    assert disk_is_free(disk, home)


def in_use(disk: Path) -> bool:
    told = subprocess.run(
        [VMGUI, "disk", "verify", str(disk), "--key-file", "/dev/null"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return "in use" in told.stderr


# While it serves.


def request(home: Path, words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["qemu-io", "-f", "raw", "-c", words, uri(home / "s")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (EAT, "“acme” failed with MemoryError"),
        ("raise KeyError('key 42')", "“acme” failed with KeyError"),
        ("raise SystemExit(0)", "“acme” failed with SystemExit"),
    ],
)
def test_a_failing_request_is_an_error_of_that_request(disk, home, fault, words):
    plant(at_encrypt=fault)
    with serving(disk, home / "s") as backend:
        assert "Input/output error" in str(request(home, "write 0 4096"))
        assert request(home, "read 0 4096").returncode == 0
        told = " ".join(event["what"] for event in backend.events())
        assert words in told
        assert "42" not in told
        assert backend.stop() == 0


def test_a_crash_while_serving_ends_that_backend_only(disk, home):
    plant(at_encrypt=CRASH)
    with serving(disk, home / "s") as backend:
        assert request(home, "write 0 4096").returncode != 0
        assert backend.wait() == -signal.SIGSEGV
        assert backend.plugin == "acme"
    assert disk_is_free(disk, home)


def test_a_crash_under_disk_serve_is_told_with_the_plugins_name(disk, home):
    plant(at_encrypt=CRASH)
    key = home / "key"
    key.write_bytes(SECRET)
    command = [VMGUI, "disk", "serve", str(disk), "--socket", str(home / "s")]
    with subprocess.Popen(
        [*command, "--key-file", str(key)], text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        request(home, "write 0 4096")
        _, told = process.communicate()
    assert process.returncode == 1
    assert "plug-in “acme” ended (signal 11, SIGSEGV)" in told


def test_a_failing_request_under_disk_serve_is_told_with_the_plugins_name(disk, home):
    plant(at_encrypt="raise KeyError('key 42')")
    key = home / "key"
    key.write_bytes(SECRET)
    command = [VMGUI, "disk", "serve", str(disk), "--socket", str(home / "s")]
    with subprocess.Popen(
        [*command, "--key-file", str(key)], text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        request(home, "write 0 4096")
        assert "plug-in “acme” failed with KeyError." in process.stderr.readline()
        process.terminate()
        process.communicate()
    assert process.returncode == 0


def test_words_of_a_plugin_go_nowhere(disk, home):
    plant(**dict.fromkeys(("at_import", "at_cipher", "at_encrypt"), PRINT))
    key = home / "key"
    key.write_bytes(SECRET)
    command = [VMGUI, "disk", "serve", str(disk), "--socket", str(home / "s")]
    with subprocess.Popen(
        [*command, "--key-file", str(key)], text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline().startswith(f"Serving {disk}")
        assert request(home, "write 0 4096").returncode == 0
        process.terminate()
        assert process.communicate() == ("", "")
    assert process.returncode == 0


def test_words_of_a_plugin_are_not_in_the_log(disk, home):
    """They might hold a key."""
    plant(**dict.fromkeys(("at_import", "at_cipher", "at_encrypt"), PRINT))
    log = home / "log"
    with serving(disk, home / "s", log=log) as backend:
        assert request(home, "write 0 4096").returncode == 0
        backend.stop()
    assert "Stopped" in log.read_text()
    assert "Serving nothing" not in log.read_text()


# In workers.


@pytest.mark.parametrize(
    ("fault", "words"),
    [(CRASH, "signal 11, SIGSEGV"), (EAT, "MemoryError"), ("raise SystemExit(0)", "SystemExit")],
)
def test_a_worker_names_the_plugin(home, fault, words):
    plant(at_import=fault)
    with pytest.raises(VmguiError, match=words) as caught:
        create(home / "disk")
    assert "“acme”" in str(caught.value)
    assert not (home / "disk").exists()


def test_a_crash_while_verifying_names_the_plugin(disk):
    from tests.real.backends import MIB

    with disk.open("r+b") as file:
        file.seek(MIB)
        file.write(b"1" * 4096)
    plant(at_decrypt=CRASH)
    with pytest.raises(VmguiError, match=r"SIGSEGV\) while the plug-in “acme” was loaded"):
        run("verify", {"path": str(disk)}, [SECRET])


def test_a_worker_with_a_hanging_plugin_is_ended(home, monkeypatch):
    monkeypatch.setattr(plugin_watch, "PATIENCE", 0.2)
    plant(at_import=HANG)
    with pytest.raises(VmguiError, match="“acme” did not come back"):
        create(home / "disk")


def test_a_worker_with_a_hanging_plugin_can_be_cancelled(home):
    mark = home / "hangs"
    plant(at_import=f"open({str(mark)!r}, 'w').close(); {HANG}")
    params = {"path": str(home / "disk"), "size": 1 << 20, "plugin": "acme"}
    job = JobProcess("create", params, [SECRET])

    def cancel() -> None:
        wait_until(mark.exists)
        job.cancel()

    threading.Thread(target=cancel).start()
    with pytest.raises(VmguiError) as caught:
        job.wait()
    assert caught.value.code == "cancelled"


def test_words_of_a_plugin_are_not_output_of_ours(home):
    plant(at_import=PRINT, at_cipher=PRINT)
    done = vmgui("plugin", "benchmark", "acme", "--json")
    assert done.stdout.startswith("[")
    assert "Serving" not in done.stdout + done.stderr


def test_argon2id_gets_its_gigabytes_and_gives_them_back():
    script = """
import resource
from vmgui.disk import kdf
from vmgui.limits import WORKING, limit_memory
limit_memory()
cost = kdf.Kdf("argon2id", 1200 << 10, 1, 1, bytes(32))
assert len(kdf.derive(b"secret", cost)) == 32
assert resource.getrlimit(resource.RLIMIT_DATA)[0] == WORKING
try:
    bytearray(1200 << 20)
except MemoryError:
    print("limited")
limit_memory(final=True)
assert resource.getrlimit(resource.RLIMIT_DATA) == (WORKING, WORKING)
"""
    from tests.real.backends import python

    assert python(script) == "limited\n"


def test_a_dead_backends_memory_limit_is_real(disk, home):
    with serving(disk, home / "s") as backend:
        limits = Path(f"/proc/{backend.pid}/limits").read_text()
        assert f"Max data size             {1 << 30}           {1 << 30}" in limits
    assert os.path.exists(disk)
