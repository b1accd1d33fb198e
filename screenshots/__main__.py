"""``python -m screenshots [NAME…]``: take the pictures whose names begin so, or all."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from vmgui.demo.stage import environment

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Take the pictures, one theme after the other, each on a screen of its own."""
    parser = argparse.ArgumentParser(prog="python -m screenshots", description=__doc__)
    parser.add_argument("names", nargs="*", help="beginnings of screens' names")
    parser.add_argument("--folder", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--theme", choices=("light", "dark"), action="append")
    parser.add_argument("--language", default="en")
    parser.add_argument("--scale", default="1")
    wanted = parser.parse_args()
    for theme in wanted.theme or ("light", "dark"):
        done = _shoot(wanted, theme)
        if done:
            return done
    return 0


def _shoot(wanted: argparse.Namespace, theme: str) -> int:
    scale = float(wanted.scale)
    size = f"{round(1360 * scale)}x{round(900 * scale)}x24"
    # Below /tmp the names of sockets stay short enough.
    with tempfile.TemporaryDirectory(prefix="vg-", dir="/tmp") as home:
        reading, writing = os.pipe()
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", "-screen", "0", size],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with open(reading, "rb") as file:
            display = f":{file.readline().decode().strip()}"
        variables = {
            **os.environ,
            **environment(Path(home)),
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": wanted.scale,
            "XDG_CONFIG_HOME": f"{home}/config",
        }
        manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env=variables, stderr=subprocess.DEVNULL
        )
        words = [theme, wanted.language, str(wanted.folder.absolute()), *wanted.names]
        try:
            return subprocess.run(
                [sys.executable, "-m", "screenshots.shoot", *words],
                env=variables,
                cwd=ROOT,
                check=False,
            ).returncode
        finally:
            for process in (manager, screen):
                process.terminate()
                process.wait()


if __name__ == "__main__":
    sys.exit(main())
