"""Logs of a run: begun anew, never too long."""

from __future__ import annotations

from vmgui.vm.supervisor import logs


def test_earlier_runs_are_kept_for_a_while(tmp_path):
    log = tmp_path / "vm.log"
    for run in range(5):
        logs.rotate(log)
        assert log.read_bytes() == b""
        log.write_text(f"run {run}")
    kept = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert kept == {"vm.log": "run 4", "vm.1.log": "run 3", "vm.2.log": "run 2"}


def test_a_new_log_is_its_owners_alone(tmp_path):
    logs.rotate(tmp_path / "vm.log")
    assert (tmp_path / "vm.log").stat().st_mode & 0o777 == 0o600


def test_a_long_log_loses_its_beginning(tmp_path):
    log = tmp_path / "serial.log"
    log.write_bytes(b"".join(b"line %d\n" % n for n in range(10_000)))
    with log.open("ab") as writer:
        logs.trim(log, limit=1000, keep=100)
        writer.write(b"the end\n")
    lines = log.read_text().splitlines()
    assert lines[0] == "[the beginning was cut off]"
    assert lines[1].startswith("line 99")
    assert lines[-2:] == ["line 9999", "the end"]


def test_a_short_log_is_left_alone(tmp_path):
    log = tmp_path / "serial.log"
    log.write_bytes(b"x" * 1000)
    logs.trim(log, limit=1000, keep=100)
    assert log.read_bytes() == b"x" * 1000
    logs.trim(tmp_path / "none")


def test_the_end_of_a_log(tmp_path):
    log = tmp_path / "qemu.log"
    assert logs.tail(log) == ""
    assert logs.size(log) == 0
    log.write_text("before")
    begin = logs.size(log)
    with log.open("a") as file:
        file.write("after ü")
    assert logs.tail(log, begin) == "after ü"
    assert logs.tail(log, limit=3) == " ü"
    assert logs.tail(log, 999) == ""
