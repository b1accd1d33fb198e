"""``vmgui gui`` where no window can be shown, and what becomes of the program's own mistakes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from vmgui.gui.background import mistake
from vmgui.gui.record import log_file, record


def test_without_a_screen_it_says_so() -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "vmgui", "gui"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "no screen here" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_mistake_is_a_sentence() -> None:
    assert mistake(KeyError("x")).why == "KeyError: 'x'."
    told = mistake(PermissionError(13, "Permission denied", "/etc/shadow"))
    assert told.why == "Permission denied: /etc/shadow."
    assert told.remedy


def test_the_log_starts_anew_when_it_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vmgui.gui.record._LIMIT", 100)
    for number in range(6):
        record(f"entry {number} " + "x" * 40)
    assert "entry 5" in log_file().read_text()
    assert "entry 0" not in log_file().read_text()
    assert log_file().with_suffix(".old.log").exists()
