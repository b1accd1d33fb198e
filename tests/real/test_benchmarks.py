"""`make bench` measures everything and writes its page; what figures come out is not looked at."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_everything_is_measured_and_written_down(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "benchmarks", "--quick", "--docs", tmp_path],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    page = (tmp_path / "benchmarks.md").read_text()
    for title in ("At the socket", "At the device", "In a Linux guest", "Starting", "Scale"):
        assert f"## {title}" in page
    numbers = json.loads((tmp_path / "benchmarks.json").read_text())
    assert numbers["machine"]["processor"]
    for section in ("socket", "device", "guest", "start", "scale"):
        for load, rates in numbers[section].items():
            for who, rounds in rates.items():
                assert rounds, (section, load, who)
                assert min(rounds) > 0, (section, load, who)
    assert "vmgui aes-xts" in numbers["socket"]["1 MiB read, depth 4"]
    assert (tmp_path / "pictures" / "benchmarks.svg").read_text().startswith("<?xml")
