"""What a section of the benchmarks measured: tables, targets, and numbers for a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

MIB = 1 << 20


def per_second(length: int) -> Callable[[float], str]:
    """How requests a second of ``length`` bytes are shown."""
    if length < 64 << 10:
        return lambda rate: f"{rate:,.0f}/s"
    return lambda rate: f"{rate * length / 1e6:,.0f} MB/s"


@dataclass
class Load:
    """One kind of load: the rates (higher is better) of each competitor, round by round."""

    name: str
    shown: Callable[[float], str]
    rates: dict[str, list[float]] = field(default_factory=dict)

    def add(self, who: str, rate: float) -> None:
        """One more round."""
        self.rates.setdefault(who, []).append(rate)

    def rate(self, who: str) -> float:
        """The median of the rounds."""
        return median(self.rates[who])

    def ratio(self, who: str, rival: str) -> float:
        """How many times as fast as the rival."""
        return self.rate(who) / self.rate(rival)


@dataclass(frozen=True)
class Target:
    """``who`` shall be at least ``factor`` times as fast as ``rival`` under a load."""

    load: str
    who: str
    rival: str
    factor: float


@dataclass
class Section:
    """One part of the document. ``rival`` is what all others are compared to."""

    name: str
    title: str
    about: str
    rival: str
    loads: list[Load]
    targets: list[Target] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def table(self) -> list[str]:
        """Markdown: medians, and how many times as fast as the rival."""
        every = dict.fromkeys(who for load in self.loads for who in load.rates)
        names = [who for who in every if who != self.rival]
        lines = [
            f"| load | {self.rival} | {' | '.join(names)} |",
            "| --- |" + " ---: |" * (len(names) + 1),
        ]
        for load in self.loads:
            cells = [load.name, load.shown(load.rate(self.rival))]
            for who in names:
                if who in load.rates:
                    cells.append(
                        f"{load.shown(load.rate(who))} **{load.ratio(who, self.rival):.2f}**"
                    )
                else:
                    cells.append("")
            lines.append(f"| {' | '.join(cells)} |")
        return lines

    def verdicts(self) -> list[str]:
        """Markdown: each target and whether it was met."""
        lines = []
        for target in self.targets:
            load = next((each for each in self.loads if each.name == target.load), None)
            if load is None or not {target.who, target.rival} <= load.rates.keys():
                continue  # it was not measured this time
            ratio = load.ratio(target.who, target.rival)
            met = "met" if ratio >= target.factor else "**not met**"
            lines.append(
                f"- {target.load}: {target.who} at least {target.factor:g} times {target.rival}: "
                f"{ratio:.2f}, {met}."
            )
        return lines

    def markdown(self) -> list[str]:
        """The whole section."""
        parts = [f"## {self.title}", self.about, "\n".join(self.table())]
        if verdicts := self.verdicts():
            parts.append("Targets:\n\n" + "\n".join(verdicts))
        parts += self.notes
        return parts

    def numbers(self) -> dict[str, Any]:
        """Every round of everything."""
        return {load.name: load.rates for load in self.loads}
