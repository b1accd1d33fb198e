"""A real Secret Service for tests: a private session bus with gnome-keyring-daemon on it.

A test asks for it with the fixture ``secret_service``: the keyring is there, unlocked and empty,
until the test locks it, has it refuse and so on. Without the fixture there is no keyring at all
(see conftest.py).

Nothing of the home and the session of whoever runs the tests is used or changed.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

PASSWORD = b"the keyring's own password"
_CONFIG = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    {rule}
  </policy>
</busconfig>
"""
_DENY = '<deny send_destination="org.freedesktop.secrets"/>'
# A test run that is killed takes what it started with it.
_WITH_US = ("setpriv", "--pdeathsig", "TERM")
_SECRETS, _PROMPTER = "org.freedesktop.secrets", "org.gnome.keyring.SystemPrompter"


class SecretService:
    """The bus and the daemon; ``environment`` is what a process needs to reach them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = f"unix:path={folder}/bus"
        for name in ("run", "share", "config"):
            (folder / name).mkdir(mode=0o700)
        self.environment = {
            "DBUS_SESSION_BUS_ADDRESS": self.address,
            # So that nothing in the tester's home chooses another keyring.
            "XDG_CONFIG_HOME": str(folder / "config"),
        }
        self._log = (folder / "log").open("wb")
        self._processes: list[subprocess.Popen[bytes]] = []
        self._configure("")
        try:
            self._start_bus()
            self.start()
        except BaseException:
            self.close()
            raise

    def start(self, *, unlock: bool = True) -> None:
        """Start the daemon, its keyring unlocked: a new one if there is none yet."""
        words = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        self._daemon = self._start(*words, *["--unlock"] * unlock, stdin=subprocess.PIPE)
        assert self._daemon.stdin is not None
        if unlock:
            self._daemon.stdin.write(PASSWORD)
        self._daemon.stdin.close()
        self.wait_for(_SECRETS, self._daemon)

    def start_over(self) -> None:
        """Have a daemon in whose home no keyring was ever made."""
        self.leave()
        shutil.rmtree(self.folder / "share/keyrings")
        self.start(unlock=False)

    def leave(self) -> None:
        """End the daemon: there is no keyring any more."""
        self._stop(self._daemon)

    def lock(self) -> None:
        """Lock the keyring."""
        import secretstorage

        with closing(self._connect()) as connection:
            collection = secretstorage.Collection(connection)
            collection.lock()
            assert collection.is_locked()

    def unlock(self) -> None:
        """Unlock the keyring without a prompt, as logging in does (by PAM's way to the daemon)."""
        body = struct.pack(">I", len(PASSWORD)) + PASSWORD
        with socket.socket(socket.AF_UNIX) as control:
            control.connect(f"{self.folder}/run/keyring/control")
            control.sendall(b"\0" + struct.pack(">II", 8 + len(body), 1) + body)
            assert struct.unpack(">II", control.recv(8, socket.MSG_WAITALL)) == (8, 0)

    def refuse(self) -> None:
        """Have the bus deny all access to the keyring, as a sandbox does."""
        self._configure(_DENY)
        self._reload()

    def allow(self) -> None:
        """Undo :meth:`refuse`."""
        self._configure("")
        self._reload()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """The daemon is there and answers nothing."""
        self._daemon.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._daemon.send_signal(signal.SIGCONT)

    def labels(self) -> list[str]:
        """What the items in the keyring are called."""
        import secretstorage

        with closing(self._connect()) as connection:
            return [
                item.get_label() for item in secretstorage.Collection(connection).get_all_items()
            ]

    def close(self) -> None:
        """End everything, last first."""
        for process in reversed(self._processes):
            self._stop(process)
        self._log.close()

    def wait_for(self, name: str, process: subprocess.Popen[bytes]) -> None:
        """Wait until ``process`` has taken its name on the bus."""
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import Proxy

        with closing(self._connect()) as connection:
            while not Proxy(message_bus, connection).NameHasOwner(name)[0]:
                self._wait(process)

    def _start_bus(self) -> None:
        reading, writing = os.pipe()
        words = ("dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork")
        self._start(*words, f"--print-address={writing}", pass_fds=(writing,))
        os.close(writing)
        with open(reading, "rb") as file:
            # It says its address once it listens.
            assert file.readline(), (self.folder / "log").read_text()

    def _connect(self):
        from jeepney.io.blocking import open_dbus_connection
        from secretstorage import add_match_rules

        connection = open_dbus_connection(self.address)
        add_match_rules(connection)
        return connection

    def _start(
        self,
        *words: str,
        stdin: int = subprocess.DEVNULL,
        pass_fds: tuple[int, ...] = (),
        **more: str,
    ) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            **self.environment,
            "HOME": str(self.folder),
            "XDG_DATA_HOME": str(self.folder / "share"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            **more,
        }
        for name in {"DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL"} - more.keys():
            environment.pop(name, None)
        process = subprocess.Popen(
            [*_WITH_US, *words],
            stdin=stdin,
            stdout=self._log,
            stderr=self._log,
            env=environment,
            pass_fds=pass_fds,
        )
        self._processes.append(process)
        return process

    def _stop(self, process: subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            process.send_signal(signal.SIGCONT)
            process.terminate()
            process.wait()

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        assert process.poll() is None, (self.folder / "log").read_text()
        time.sleep(0.005)

    def _configure(self, rule: str) -> None:
        (self.folder / "bus.conf").write_text(_CONFIG.format(folder=self.folder, rule=rule))

    def _reload(self) -> None:
        from jeepney import DBusAddress, new_method_call

        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        with closing(self._connect()) as connection:
            connection.send_and_get_reply(new_method_call(bus, "ReloadConfig"))


class Prompter:
    """The window that asks for the keyring's password, on a screen of its own."""

    def __init__(self, service: SecretService) -> None:
        reading, writing = os.pipe()
        self._screen = subprocess.Popen(
            [*_WITH_US, "Xvfb", "-displayfd", str(writing), "-screen", "0", "800x600x24"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with open(reading, "rb") as file:
            self.display = f":{file.readline().decode().strip()}"
        words = re.search(r"^Exec=(.*)$", _prompter_service().read_text(), re.MULTILINE)
        assert words is not None
        self._prompter = service._start(*words[1].split(), DISPLAY=self.display, NO_AT_BRIDGE="1")
        service.wait_for(_PROMPTER, self._prompter)

    def shown(self) -> list[str]:
        """The prompt's windows."""
        done = self._xdotool("search", "--onlyvisible", "--class", ".", check=False)
        return done.stdout.split()

    def answer(self, key: str, *texts: str) -> None:
        """Wait for the prompt, type ``texts`` into its fields, press ``key``."""
        while not (windows := self.shown()):
            assert self._prompter.poll() is None
            time.sleep(0.02)
        self._xdotool("windowfocus", "--sync", windows[0])
        for number, text in enumerate(texts):
            if number:
                self._xdotool("key", "Tab")
            self._xdotool("type", "--delay", "20", text)
        self._xdotool("key", key)

    def close(self) -> None:
        """Take the screen away, the prompter with it."""
        self._prompter.terminate()
        self._prompter.wait()
        self._screen.terminate()
        self._screen.wait()

    def _xdotool(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            check=check,
        )


def _prompter_service() -> Path:
    for folder in os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":"):
        path = Path(folder) / "dbus-1/services" / f"{_PROMPTER}.service"
        if path.exists():
            return path
    raise AssertionError("The prompter of GNOME Keyring (package gcr) is not installed.")


@pytest.fixture
def secret_service(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """An unlocked, empty GNOME Keyring that this test's process and its children find."""
    folder = Path(tempfile.mkdtemp(prefix="vgk-", dir="/tmp"))
    service = SecretService(folder)
    for name in os.environ:
        if name == "PYTHON_KEYRING_BACKEND" or name.startswith("KEYRING_PROPERTY_"):
            monkeypatch.delenv(name)
    for name, value in service.environment.items():
        monkeypatch.setenv(name, value)
    yield service
    service.close()
    shutil.rmtree(folder)


@pytest.fixture
def prompter(secret_service: SecretService) -> Iterator[Prompter]:
    """What asks the person when a locked keyring is to be opened."""
    prompter = Prompter(secret_service)
    yield prompter
    prompter.close()
