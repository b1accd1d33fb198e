"""What a figure was measured on."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path

from vmgui.plugin.found import by_name
from vmgui.plugin.load import load


def facts(folder: Path) -> dict[str, str]:
    """Processor, system and versions; ``folder`` is where the disks lie."""
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {platform.release()}",
        "disks in": f"{folder} ({_first_line('stat', '-f', '-c', '%T', str(folder))})",
        "Python": platform.python_version(),
        "QEMU": _first_line("qemu-storage-daemon", "--version"),
        "aes-xts by": load(by_name("aes-xts")).detail(),
    }


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith(("model name", "Model")):
            return line.partition(":")[2].strip()
    return platform.machine()


def _first_line(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[0]
