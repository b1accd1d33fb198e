"""What a person reads while the demonstration runs."""

from __future__ import annotations

import time

import click

from vmgui.errors import VmguiError

_INDENT = " " * 10  # as far as a step's text


class Report:
    """Lines on standard output; steps carry the seconds since the beginning."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._start

    def title(self, text: str) -> None:
        click.echo("\n" + click.style(text, bold=True))

    def step(self, text: str) -> None:
        """Something begins now."""
        click.echo(f"[{self.seconds:5.1f} s] {text}")

    def line(self, text: str = "") -> None:
        """More about the step."""
        click.echo(f"{_INDENT}{text}".rstrip())

    def topic(self, text: str) -> None:
        """What the next proofs are about."""
        click.echo(f"\n  {text}")

    def detail(self, text: str) -> None:
        """A line as it stands in a file."""
        click.echo(f"    {text}".rstrip())

    def proof(self, holds: bool, text: str, otherwise: str) -> None:
        """One proof. Raises :exc:`VmguiError` with ``otherwise`` where it does not hold."""
        if not holds:
            click.echo(f"  {click.style('✗', fg='red')} {otherwise}")
            raise VmguiError(
                "The demonstration failed.",
                why=otherwise,
                remedy="Run it again with --keep, look at the files, and report it.",
                code="demo",
            )
        click.echo(f"  {click.style('✓', fg='green')} {text}")
