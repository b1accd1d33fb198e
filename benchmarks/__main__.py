"""All benchmarks: ``python -m benchmarks``. Writes docs/benchmarks.md, its plot and its numbers."""

from __future__ import annotations

import argparse
import datetime
import json
import sys
import time
from pathlib import Path

from benchmarks import guest, machine, nbd, plot, scale, start, vhost
from benchmarks.results import Section
from benchmarks.setting import Setting

ROOT = Path(__file__).parents[1]
SECTIONS = {
    "socket": nbd.measure,
    "device": vhost.measure,
    "guest": guest.measure,
    "start": start.measure,
    "scale": scale.measure,
}


def main() -> int:
    """Measure everything in one go."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only show that it works")
    parser.add_argument("--full", action="store_true", help="what takes an hour, too")
    parser.add_argument("--only", choices=SECTIONS, action="append", help="these sections")
    parser.add_argument("--folder", type=Path, help="where the disks go (default: a temporary one)")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="where the results go")
    given = parser.parse_args()
    setting = Setting.for_a_try() if given.quick else Setting(full=given.full, folder=given.folder)
    sections = []
    for name in given.only or SECTIONS:
        begin = time.monotonic()
        sections.append(SECTIONS[name](setting))
        sys.stdout.write("\n\n".join(sections[-1].markdown()) + "\n\n")
        sys.stdout.write(f"({name}: {time.monotonic() - begin:.0f} s)\n\n")
        sys.stdout.flush()
    write(sections, given.docs, machine.facts(given.folder or Path("/tmp")))
    return 0


def write(sections: list[Section], docs: Path, facts: dict[str, str]) -> None:
    """The document, its plot, and the numbers of every round."""
    pictures = docs / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    plot.draw([each for each in sections if each.rival == nbd.LUKS], pictures / "benchmarks.svg")
    about = (ROOT / "benchmarks" / "about.md").read_text()
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    how = (
        f"Measured on {today} by `make bench`, which writes this page and [every number]"
        "(benchmarks.json). Quote ratios: figures differ from machine to machine, ratios much "
        "less. [How it is made fair](../benchmarks/README.md)."
    )
    parts = [
        "# Benchmarks",
        how,
        "\n".join(f"- {name}: {value}" for name, value in facts.items()),
        "![How many times as fast as QEMU's LUKS](pictures/benchmarks.svg)",
        *(part for section in sections for part in section.markdown()),
        about.strip(),
    ]
    (docs / "benchmarks.md").write_text("\n\n".join(parts) + "\n")
    numbers = {"machine": facts, **{each.name: each.numbers() for each in sections}}
    (docs / "benchmarks.json").write_text(json.dumps(numbers, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
