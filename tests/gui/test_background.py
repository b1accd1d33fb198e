"""Threads and worker processes: answers arrive here, errors as sentences, cancel leaves nothing."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, make_disk, until
from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.jobs import JobRun
from vmgui.gui.record import log_file


def unexpected(result: object) -> None:
    pytest.fail(f"It gave {result}.")


def test_the_answer_arrives_in_the_windows_thread(qtbot: QtBot) -> None:
    owner = QObject()
    seen: list[tuple[int, int]] = []
    in_background(
        owner,
        threading.get_ident,
        lambda worker: seen.append((worker, threading.get_ident())),
        lambda error: pytest.fail(str(error)),
    )
    until(qtbot, lambda: bool(seen))
    worker, here = seen[0]
    assert here == threading.get_ident() != worker


def test_an_error_arrives_as_it_is_and_a_mistake_as_a_sentence(qtbot: QtBot) -> None:
    owner = QObject()
    errors: list[VmguiError] = []
    told = VmguiError("No.", why="Because.", remedy="Try.")

    def fail() -> None:
        raise told

    def slip() -> None:
        raise ZeroDivisionError("by nought")

    in_background(owner, fail, unexpected, errors.append)
    until(qtbot, lambda: len(errors) == 1)
    in_background(owner, slip, unexpected, errors.append)
    until(qtbot, lambda: len(errors) == 2)
    assert errors[0] is told
    assert errors[1].what == "vmgui made a mistake."
    assert "by nought" in log_file().read_text()


def test_nothing_is_told_to_an_owner_that_is_gone(qtbot: QtBot) -> None:
    owner, gate = QWidget(), threading.Event()
    seen: list[object] = []
    in_background(owner, gate.wait, seen.append, seen.append)
    owner.deleteLater()
    qtbot.wait(50)
    gate.set()
    qtbot.wait(200)
    assert not seen


def test_a_job_tells_its_progress_and_result(qtbot: QtBot, home: Path) -> None:
    params = {"path": str(home / "new.vmg"), "size": 1 << 20, "unlock_seconds": 0.0}
    job = JobRun("create", params, [b"pw"])
    texts: list[str] = []
    job.progressed.connect(lambda done, total, text: texts.append(text))
    with qtbot.waitSignal(job.done, timeout=120_000) as done:
        pass
    assert done.args[0]["encrypted"] is True
    assert "Preparing the key" in texts


def test_a_failed_job_tells_why(qtbot: QtBot, home: Path) -> None:
    make_disk("data", PASSPHRASE, home)
    job = JobRun("unlock-test", {"path": str(home / "data.vmg")}, [b"wrong"])
    with qtbot.waitSignal(job.failed, timeout=120_000) as failed:
        pass
    assert failed.args[0].code == "wrong-secret"


def test_a_cancelled_job_leaves_nothing_behind(qtbot: QtBot, home: Path) -> None:
    params = {"path": str(home / "large.vmg"), "size": 64 << 30, "fill": True}
    job = JobRun("create", params, [b"pw"])
    with qtbot.waitSignal(
        job.progressed, timeout=120_000, check_params_cb=lambda done, total, text: done > 0
    ):
        pass
    with qtbot.waitSignal(job.cancelled, timeout=120_000):
        job.cancel()
    assert not list(home.glob("*.vmg")) + list(home.glob(".*partial"))


def test_a_job_can_be_cancelled_before_it_has_begun(qtbot: QtBot, home: Path) -> None:
    job = JobRun("create", {"path": str(home / "x.vmg"), "size": 64 << 30, "fill": True}, [b"pw"])
    with qtbot.waitSignal(job.cancelled, timeout=120_000):
        job.cancel()
    assert not (home / "x.vmg").exists()
