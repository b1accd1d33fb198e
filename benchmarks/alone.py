"""A section of the benchmarks as a command of its own."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from benchmarks import machine
from benchmarks.results import Section
from benchmarks.setting import Setting


def alone(measure: Callable[[Setting], Section], about: str | None) -> None:
    """Measure what the command line asks for and print it."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--folder", type=Path, help="where the disks go (default: a temporary one)")
    parser.add_argument("--rounds", type=int, default=7, help="runs of each load (default 7)")
    parser.add_argument("--seconds", type=float, default=0.7, help="length of a run (default 0.7)")
    parser.add_argument("--size", type=int, default=256, help="MiB of each disk (default 256)")
    parser.add_argument("--plugin", action="append", default=[], help="measure these only")
    parser.add_argument("--quick", action="store_true", help="only show that it works")
    parser.add_argument("--full", action="store_true", help="what takes an hour, too")
    parser.add_argument("--json", type=Path, help="also write everything measured to this file")
    given = parser.parse_args()
    setting = Setting.for_a_try() if given.quick else Setting(
        given.rounds, given.seconds, given.size << 20, given.folder, given.plugin, full=given.full
    )  # fmt: skip
    facts = machine.facts(given.folder or Path("/tmp"))
    print(*(f"{name}: {value}" for name, value in facts.items()), sep="\n", end="\n\n")
    section = measure(setting)
    print("\n\n".join(section.markdown()))
    if given.json:
        report = {"machine": facts, section.name: section.numbers()}
        given.json.write_text(json.dumps(report, indent=2) + "\n")
