"""A screen with a window manager, and the program on it as its own process, driven by keys."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from struct import pack, unpack

from PySide6.QtGui import QImage

_GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(sys.argv[:1])
assert app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""
_PATIENCE = 120.0

# A guest on a CD that needs no disk to start. It paints the screen magenta, writes the second
# half of its own kilobyte to sector 1 of the first disk, says “0” on the serial line if that went
# well, and then repeats each key on screen and serial line. Assembled from:
#
#   xor ax,ax | mov ds,ax | mov es,ax                              16 bits, loaded at 0x7c00
#   mov ax,0x0600 | mov bh,0x5f | xor cx,cx | mov dx,0x184f | int 0x10         clear the screen
#   mov si,dap | mov ax,0x4300 | mov dl,0x80 | int 0x13                        extended write
#   setc al | add al,'0' | jmp say
#   key: xor ah,ah | int 0x16
#   say: mov dx,0x3f8 | out dx,al | mov ah,0x0e | mov bx,0x5f | int 0x10 | jmp key
#   dap: db 0x10,0 | dw 1,0x7e00,0 | dq 1
_GUEST = bytes.fromhex(
    "31c08ed88ec0b80006b75f31c9ba4f18cd10be347cb80043b280cd130f92c00430eb0430e4cd16"
    "baf803eeb40ebb5f00cd10ebef10000100007e00000100000000000000"
)
# The VGA palette has six bits a colour.
MAGENTA = 0xA800A8
MARKER = (b"written by the guest, and by nobody else; " * 13)[:512]


def guest_image(path: Path) -> None:
    """Write a CD image with the guest as its El Torito boot image (no emulation)."""
    sectors = {
        16: b"\x01CD001\x01\0" + bytes(32) + b"GUEST".ljust(32),
        17: b"\0CD001\x01EL TORITO SPECIFICATION".ljust(0x47, b"\0") + pack("<I", 19),
        18: b"\xffCD001\x01",
        19: _validation() + pack("<BBHBBHI", 0x88, 0, 0, 0, 0, 4, 20),
        20: _GUEST.ljust(512, b"\0") + MARKER,
    }
    path.write_bytes(b"".join(sectors.get(n, b"").ljust(2048, b"\0") for n in range(32)))


def _validation() -> bytes:
    entry = bytearray(b"\x01".ljust(30, b"\0") + b"\x55\xaa")
    entry[28:30] = pack("<H", -sum(unpack("<16H", entry)) & 0xFFFF)
    return bytes(entry)


class RealScreen:
    """Xvfb and openbox; ``environment`` leads a program there."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.environment = {
            **os.environ,
            "HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": str(home / "config"),
        }
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"]
        self._screen = subprocess.Popen(
            [*command, "-screen", "0", "1280x860x24"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with open(reading, "rb") as file:
            self.environment["DISPLAY"] = f":{file.readline().decode().strip()}"
        self._start_manager()
        self.windows: list[subprocess.Popen[bytes]] = []

    def _start_manager(self) -> None:
        self._manager = subprocess.Popen(
            ["openbox", "--sm-disable"],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def open_window(self) -> subprocess.Popen[bytes]:
        """Start the program, and wait for its window."""
        command = [sys.executable, "-m", "vmgui", "gui"]
        process = subprocess.Popen(command, env=self.environment)
        self.windows.append(process)
        self.wait_for_title("^vmgui$")
        return process

    def titles(self, pattern: str) -> list[str]:
        """The visible windows whose title fits."""
        done = self._run("xdotool", "search", "--onlyvisible", "--name", pattern)
        return done.stdout.split()

    def wait_for_title(self, pattern: str) -> None:
        """Wait for a window and give it the keyboard."""
        self.until(lambda: bool(self.titles(pattern)), f"a window titled {pattern}")
        window = self.titles(pattern)[0]
        self._run("xdotool", "windowactivate", "--sync", window)

    def key(self, *keys: str) -> None:
        """Press keys, one after another."""
        self._run("xdotool", "key", "--delay", "40", *keys)

    def click(self, x: int, y: int) -> None:
        """Click at this place of the screen."""
        self._run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def type(self, text: str) -> None:
        """Type text."""
        self._run("xdotool", "type", "--delay", "20", text)

    def press_until(self, key: str, condition: Callable[[], bool], what: str) -> None:
        """Press a key, and again if nothing came of it (a button may not have been ready)."""

        def press() -> bool:
            if condition():
                return True
            self.key(key)
            time.sleep(0.5)
            return condition()

        self.until(press, what)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for something; gives up only when the test would hang for ever."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            if self._manager.poll() is not None:  # it ends by itself now and then
                self._start_manager()
            for window in self.windows[-1:]:
                assert window.poll() is None or "end" in what, f"the window died before {what}"
            if time.monotonic() > end:
                self.grab().save("/tmp/vmgui-real-window.png")
                raise AssertionError(f"never came: {what}; see /tmp/vmgui-real-window.png")
            time.sleep(0.1)

    def grab(self) -> QImage:
        """A picture of the whole screen."""
        path = self._home / "screen.png"
        self._run(sys.executable, "-c", _GRAB, str(path))
        return QImage(str(path))

    def count(self, colour: int) -> int:
        """How many pixels have this colour (0xRRGGBB)."""
        picture = self.grab().convertToFormat(QImage.Format.Format_RGB32)
        pixels = memoryview(picture.constBits()).cast("I")
        return sum(pixel & 0xFFFFFF == colour for pixel in pixels)

    def close(self) -> None:
        """End everything."""
        for process in (*self.windows, self._manager, self._screen):
            process.terminate()
            process.wait()

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words, env=self.environment, capture_output=True, text=True, check=False
        )
