"""The command line: ``vmgui NOUN VERB``, one module a verb, each with a ``command``.

Exit status 0: done; 1: failed, with a sentence on standard error; 2: wrong usage.
"""

from __future__ import annotations

import os
import sys
import traceback

import click

from vmgui import __version__
from vmgui.cli.lazy import LazyGroup
from vmgui.errors import VmguiError


@click.group(
    cls=LazyGroup,
    verbs={
        "gui": ("vmgui.cli.gui", "Open the window."),
        "vm": ("vmgui.cli.vm", "Virtual machines: create, start, stop, list, …"),
        "disk": ("vmgui.cli.disk", "Encrypted disks: create, serve, info, verify, keys, header."),
        "plugin": ("vmgui.cli.plugin", "Encryption plug-ins: list, approve, new, test, …"),
        "check": ("vmgui.cli.check", "What this computer lacks, and how to get it."),
        "demo": ("vmgui.cli.demo", "Do the whole job once with two small machines, and prove it."),
    },
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="vmgui %(version)s")
def command() -> None:
    """Virtual machines whose disks are encrypted before they reach the host's storage."""


def main() -> None:
    """Run the command line, telling every failure in a sentence."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a character shows another one instead of nothing at all.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        command(standalone_mode=False, prog_name="vmgui")
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except VmguiError as error:
        click.echo(f"vmgui: {error}", err=True)
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        click.echo("vmgui: Cancelled.", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:  # noqa: BLE001  (a person must not meet a traceback)
        if os.environ.get("VMGUI_DEBUG"):
            traceback.print_exc()
        click.echo(
            f"vmgui: An error in vmgui itself ({type(error).__name__}) stopped this. "
            "Run it again with VMGUI_DEBUG=1 for the details, and report them.",
            err=True,
        )
        sys.exit(1)
