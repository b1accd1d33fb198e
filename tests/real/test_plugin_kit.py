"""``vmgui plugin test`` and ``new``: whatever a stranger's code does, a report comes of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from tests.broken_plugins import PLAIN, RESTARTED, TAGGED, Broken, write
from tests.real.cli import VMGUI, vmgui
from vmgui.plugin.found import drop_in_dir

ROOT = Path(__file__).parents[2]
_START = "    def encrypt(self, first_sector, plain, sealed, tags):\n"


def report(path: Path | str, *words: str, status: int = 0) -> dict:
    told = json.loads(vmgui("plugin", "test", path, "--json", *words, status=status).stdout)
    assert told["passed"] is (status == 0)
    return told


def outcomes(told: dict) -> dict[str, dict]:
    return {row["check"]: row for row in told["checks"]}


def spoilt(where: Path, name: str, begin: str) -> Path:
    """A sound plug-in whose encrypt begins with something else."""
    return write(where, name, PLAIN.replace(_START, _START + begin))


@pytest.mark.parametrize(
    "path",
    [
        "aes-xts",
        "unencrypted",
        f"{ROOT}/plugins/aes-xts",
        f"{ROOT}/examples/sm4-cbc",
        f"{ROOT}/examples/sm4-cbc/sm4_cbc",
    ],
)
def test_good_ones_pass_and_are_measured(path):
    told = report(path)
    assert {row["outcome"] for row in told["checks"]} <= {"passed", "not-applicable"}
    assert {(row["sector_size"], row["run"]) for row in told["speed"]} == {
        (size, run) for size in (512, 4096) for run in (4096, 1 << 20)
    }
    assert all(row["encrypt_mb_s"] > 0 and row["decrypt_us"] > 0 for row in told["speed"])


@pytest.mark.parametrize("base", [PLAIN, TAGGED], ids=["plain", "tagged"])
def test_sound_ones_pass_all_checks(tmp_path, base):
    told = report(write(tmp_path, "sound", base))
    run = {row["check"] for row in told["checks"] if row["outcome"] == "passed"}
    assert ("nonces" in run) is (base is TAGGED)
    assert "restart" in run


@pytest.mark.parametrize("broken", RESTARTED, ids=lambda broken: broken.name)
def test_what_only_another_process_shows(tmp_path, broken: Broken):
    found = outcomes(report(broken.write(tmp_path), status=1))[broken.check]
    assert found["outcome"] == "failed"
    assert re.search(broken.words, found["fault"]), found


def test_a_readable_report_names_the_fault(tmp_path):
    path = write(
        tmp_path, "ecb", PLAIN.replace('modes.XTS(number.to_bytes(16, "little"))', "modes.ECB()")
    )
    text = vmgui("plugin", "test", path, status=1).stdout
    assert re.search(r"^  FAILED  structure ", text, re.MULTILINE)
    assert "as in ECB mode." in " ".join(text.split())
    assert "Each block must also depend on its place" in " ".join(text.split())
    assert "MB/s" in text
    assert re.search(r"\d+ checks passed, \d failed, 0 not run", text)


def test_a_crash_fails_its_check_only(tmp_path):
    path = spoilt(tmp_path, "crash", "        if len(plain) > len(sealed): ctypes.string_at(0)\n")
    told = report(path, status=1)
    failed = {row["check"]: row for row in told["checks"] if row["outcome"] == "failed"}
    assert set(failed) == {"wrong-sizes", "secrets"}
    assert all("signal 11, SIGSEGV" in row["fault"] for row in failed.values())
    assert told["speed"]


def test_a_plugin_that_ends_its_process_at_once(tmp_path):
    told = report(write(tmp_path, "gone", "import os\nos._exit(3)\n"), status=1)
    first, *rest = told["checks"]
    assert "exit status 3" in first["fault"]
    assert {row["outcome"] for row in rest} == {"not-run"}


def test_a_hang_is_ended(tmp_path):
    path = spoilt(tmp_path, "hang", "        if not len(plain): time.sleep(1e6)\n")
    told = outcomes(report(path, "--patience", "4", status=1))
    hung = {name for name, row in told.items() if row["outcome"] == "failed"}
    assert hung == {"wrong-sizes", "secrets"}
    assert told["wrong-sizes"]["fault"] == "It hangs: it did nothing for 4 seconds."
    assert told["threads"]["outcome"] == "passed"


def test_a_hang_in_a_process_of_the_kit_leaves_nothing_running(tmp_path):
    """The other process of the check “restart” hangs, and ends with its parent."""
    mark = tmp_path / "pid"
    code = (
        "import os, sys, time\n"
        "if 'conformance.restart' in ' '.join(sys.orig_argv):\n"
        f"    open({str(mark)!r}, 'w').write(str(os.getpid()))\n"
        "    time.sleep(1e6)\n"
    )
    told = outcomes(report(write(tmp_path, "stuck", code + PLAIN), "--patience", "4", status=1))
    assert told["restart"]["fault"].startswith("It hangs")
    assert told["state"]["outcome"] == "passed"
    pid = int(mark.read_text())
    while Path(f"/proc/{pid}").exists() and "Z" not in Path(f"/proc/{pid}/stat").read_text():
        time.sleep(0.05)  # the kernel is on it


def test_memory_is_bounded(tmp_path):
    path = spoilt(tmp_path, "greedy", "        self.more = bytes(4 << 30)\n")
    told = outcomes(report(path, status=1))
    assert told["round-trip"]["fault"].startswith("It ran out of memory when asked to encrypt")


def test_what_it_prints_is_kept_apart(tmp_path):
    begin = "        print('noise'); os.write(1, b'noise'); os.write(2, b'noise')\n"
    done = vmgui("plugin", "test", spoilt(tmp_path, "loud", begin), "--json")
    assert json.loads(done.stdout)["passed"]
    assert "noise" not in done.stdout + done.stderr


def test_an_exceptions_words_can_not_command_the_terminal(tmp_path):
    begin = "        raise OSError('red \\x1b[31m and a\\nline')\n"
    text = vmgui("plugin", "test", spoilt(tmp_path, "red", begin), status=1).stdout
    assert "\x1b" not in text
    assert "red ?[31m and a line" in " ".join(text.split())


def test_a_name_needs_approval_and_a_path_does_not():
    drop_in_dir().mkdir(parents=True)
    folder = write(drop_in_dir(), "sound", PLAIN)
    refused = vmgui("plugin", "test", "acme", status=1)
    assert "vmgui plugin approve acme" in refused.stderr
    assert report(folder)["name"] == "acme"
    listed = {row["name"]: row for row in json.loads(vmgui("plugin", "list", "--json").stdout)}
    assert listed["acme"]["approved"] is False  # a test by path is no approval
    vmgui("plugin", "approve", "acme", "--yes")
    assert report("acme")["folder"] == str(folder)


def test_what_can_not_be_tested_is_said(tmp_path):
    assert "There is no plug-in in" in vmgui("plugin", "test", tmp_path, status=1).stderr
    write(tmp_path, "one", PLAIN)
    folder = write(tmp_path, "two", PLAIN)
    several = vmgui("plugin", "test", tmp_path, status=1).stderr
    assert "There are several plug-ins" in several
    assert "acme_one" in several
    manifest = folder / "plugin.toml"
    manifest.write_text(manifest.read_text().replace("[4096, 512]", "[1000]"))
    assert "cipher.sector_sizes" in vmgui("plugin", "test", folder, status=1).stderr


def test_a_new_plugin_passes_at_once_also_its_own_tests(tmp_path):
    folder = tmp_path / "somewhere" / "else"
    done = vmgui("plugin", "new", "acme-cipher", "--folder", folder, "--publisher", "Acme “Ltd”")
    assert f"vmgui plugin test {folder}" in done.stdout
    assert report(folder)["name"] == "acme-cipher"
    tests = own_tests(folder)
    assert tests.returncode == 0, tests.stdout
    assert re.search(r"::test_conformance\[structure\] PASSED", tests.stdout)

    # The same tests find what somebody breaks.
    source = folder / "acme_cipher/__init__.py"
    source.write_text(source.read_text().replace("(first + index)", "(0)"))
    tests = own_tests(folder)
    assert tests.returncode == 1
    assert "it ignores the sector number, or part of it." in tests.stdout
    assert "Traceback" not in tests.stdout


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "Name your package in the module: vmgui_plugin"),
        ('vmgui_plugin = "acme_nowhere"', "acme_nowhere can't be found: is it installed?"),
        ("vmgui_plugin = Path(__file__).parent", "plugin.toml can't be read"),
    ],
)
def test_the_pytest_plugin_says_how_it_is_used(tmp_path, line, words):
    (tmp_path / "test_it.py").write_text(
        "from pathlib import Path\n"
        'pytest_plugins = ["vmgui.api.conformance.pytest_plugin"]\n'
        f"{line}\n\ndef test_conformance(vmgui_check):\n    vmgui_check()\n"
    )
    done = own_tests(tmp_path)
    assert done.returncode not in (0, 5)
    assert words in done.stdout
    assert "pluggy" not in done.stdout.partition("=== ERRORS")[2]  # a sentence, no traceback


def own_tests(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider"],
        cwd=folder,
        text=True,
        capture_output=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "200"},
        check=False,
    )


def test_each_new_plugin_has_an_id_of_its_own_and_nothing_is_overwritten(tmp_path):
    ids = set()
    for number in range(2):
        folder = tmp_path / str(number)
        vmgui("plugin", "new", "acme-cipher", "--folder", folder)
        manifest = tomllib.loads((folder / "acme_cipher/plugin.toml").read_text())
        ids.add(manifest["id"])
    assert len(ids) == 2
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    refused = vmgui("plugin", "new", "other-cipher", "--folder", folder, status=1)
    assert "exists already. Nothing is overwritten." in refused.stderr
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Acme", "small letters"),
        ("acme_cipher", "small letters"),
        ("../acme", "small letters"),
        ("json", "of Python"),
        ("class", "of Python"),
        ("aes-xts", "a plug-in of this name"),
        ("cryptography", "a Python package cryptography already"),
    ],
)
def test_names_that_would_not_work_are_refused(tmp_path, name, why):
    refused = vmgui("plugin", "new", name, "--folder", tmp_path / "new", status=2)
    assert why in refused.stderr
    assert not (tmp_path / "new").exists()


def test_ctrl_c_ends_the_worker(tmp_path):
    mark = tmp_path / "pid"
    code = f"import os, time\nopen({str(mark)!r}, 'w').write(str(os.getpid()))\ntime.sleep(1e6)\n"
    path = write(tmp_path, "slow", code)
    process = subprocess.Popen(
        [VMGUI, "plugin", "test", path],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not (mark.exists() and mark.read_text()):
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(2)
    _, told = process.communicate()
    assert process.returncode == 1
    assert "Cancelled" in told
    assert not Path(f"/proc/{mark.read_text()}").exists()
