"""What of a machine's definition waits for the next start."""

from __future__ import annotations

import click

from vmgui.vm import changes, client, store


def tell_pending(name: str) -> None:
    """Say what a running machine doesn't have yet, if there is any."""
    running = client.running(name)
    waiting = changes.pending(running, store.load(name)) if running is not None else ()
    if waiting:
        click.echo(f"From the next start on: {', '.join(waiting)}.")
