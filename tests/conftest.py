"""What every test gets: a home of its own, and no way to the keyring of whoever runs the tests."""

from __future__ import annotations

import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says nothing on a shared machine.
settings.register_profile("vmgui", deadline=None)
settings.load_profile("vmgui")

# Whoever starts us in the background may have had Ctrl-C ignored, which processes inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The fixture secret_service: a real keyring.
pytest_plugins = ["tests.keyring_daemon"]


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """VMGUI_HOME: an empty directory for this test only.

    Its path is short, as those of the sockets below it have to be.
    """
    path = Path(tempfile.mkdtemp(prefix="vg-", dir="/tmp"))
    monkeypatch.setenv("VMGUI_HOME", str(path))
    # A test that wants a session bus with a keyring starts one and names it here.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={path}/no-bus")
    yield path
    for _ in range(100):
        try:
            shutil.rmtree(path)
        except OSError:  # a process that is just ending has written its last words there
            time.sleep(0.1)
        else:
            return
    shutil.rmtree(path)
