"""``vmgui plugin new``"""

from __future__ import annotations

import importlib.util
import keyword
import os
import pwd
import re
import sys
from pathlib import Path

import click

from vmgui.api.template import package_name, project
from vmgui.errors import VmguiError
from vmgui.plugin.found import scan

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@click.command(name="new", epilog="Example: vmgui plugin new acme-cipher --publisher 'Acme Ltd'")
@click.argument("name")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    help="Where to write it: a folder that does not exist yet (one named NAME, here).",
)
@click.option("--publisher", help="Who answers for it (you).")
def command(name: str, folder: Path | None, publisher: str | None) -> None:
    """Write a new encryption plug-in: a package that works, to be changed into yours."""
    _check_name(name)
    publisher = publisher or _person()
    if not publisher.isprintable():
        raise click.BadParameter("One line of text is wanted.", param_hint="--publisher")
    folder = folder or Path(name)
    files = project(name, publisher)
    try:
        folder.mkdir(parents=True)
        for path, content in files.items():
            (folder / path).parent.mkdir(exist_ok=True)
            with open(folder / path, "x", encoding="utf-8") as file:
                file.write(content)
    except FileExistsError:
        raise VmguiError(
            f"{folder} exists already.",
            why="Nothing is overwritten.",
            remedy="Choose another place with --folder.",
            code="exists",
        ) from None
    except OSError as error:
        raise VmguiError(f"{folder} can't be written.", why=f"{error.strerror}.") from None
    shown = folder if folder.is_absolute() else f"./{folder}"
    click.echo(f"{folder} is there. Its cipher is {package_name(name)}/__init__.py; test it with:")
    click.echo(f"  vmgui plugin test {shown}")


def _check_name(name: str) -> None:
    package = package_name(name)
    wrong = ""
    if not _NAME.fullmatch(name):
        wrong = "A name has small letters, digits and single hyphens, and begins with a letter."
    elif keyword.iskeyword(package) or package in sys.stdlib_module_names:
        wrong = f"“{package}” is a word or a module of Python."
    elif any(name == plugin.manifest.name for plugin in scan()[0]):
        wrong = "There is a plug-in of this name."
    elif importlib.util.find_spec(package) is not None:  # runs nothing of it
        wrong = f"There is a Python package {package} already."
    if wrong:
        raise click.BadParameter(wrong, param_hint="NAME")


def _person() -> str:
    """Who runs this, by name if the system knows it."""
    try:
        entry = pwd.getpwuid(os.getuid())
    except KeyError:
        return "unknown"
    name = entry.pw_gecos.partition(",")[0].strip() or entry.pw_name
    return name if name.isprintable() else "unknown"
