"""``vmgui plugin new``"""

import click


@click.command(name="new")
def command() -> None:
    """X"""
