"""How much is measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Setting:
    """``seconds`` of a run, ``rounds`` of each load, ``size`` of each disk in bytes.

    ``folder``: where the disks go (None: a temporary one). ``plugins``: these only.
    ``full``: what takes an hour as well.
    """

    rounds: int = 7
    seconds: float = 0.7
    size: int = 256 << 20
    folder: Path | None = None
    plugins: list[str] = field(default_factory=list)
    quick: bool = False
    full: bool = False

    @staticmethod
    def for_a_try() -> Setting:
        """Shows that everything works; the figures mean nothing."""
        return Setting(rounds=1, seconds=0.05, size=8 << 20, quick=True)
