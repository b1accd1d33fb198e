"""``vmgui plugin test``"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from vmgui.api.conformance import Fault, Result, Speed, read_manifest
from vmgui.errors import VmguiError
from vmgui.job.plugin_test import Report, run_kit
from vmgui.plugin.found import MANIFEST, by_name

_MARKS = {"passed": "ok", "failed": "FAILED", "not-applicable": "-", "not-run": "not run"}


@click.command(name="test", epilog="Example: vmgui plugin test ./acme-cipher")
@click.argument("plugin", metavar="PATH-or-NAME")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option(
    "--patience",
    type=click.FloatRange(min=1),
    default=60,
    metavar="SECONDS",
    help="End it when nothing happens for so long (60).",
)
def command(plugin: str, as_json: bool, patience: float) -> None:
    """Hold a plug-in to the VM Encryption API, and measure it.

    PATH, with a “/” or a leading “.”, is a package's folder or the project's that holds it; its
    code is run because you ask for it here, approved or not. NAME is an installed plug-in, which
    must be approved. Exit status 0 only if every check passed.
    """
    folder = _folder(plugin)
    try:
        manifest = read_manifest(folder)
    except Fault as fault:
        raise VmguiError(
            f"{plugin} can't be tested.", why=fault.what, remedy=fault.look, code="plugin-test"
        ) from None
    if str(manifest.kind) != "cipher":
        raise VmguiError(
            f"{plugin} can't be tested.",
            why=f"Its kind is “{manifest.kind}”; the kit tests plug-ins of the kind “cipher”.",
            code="plugin-test",
        )
    if as_json:
        report = run_kit(folder, patience, lambda result: None)
        told = {
            "name": manifest.name,
            "version": manifest.version,
            "folder": str(folder),
            "passed": report.passed,
            "checks": [asdict(result) for result in report.results],
            "speed": [asdict(speed) for speed in report.speed],
        }
        click.echo(json.dumps(told, indent=2))
    else:
        click.echo(f"{manifest.name} {manifest.version} ({manifest.title}), {folder}")
        report = run_kit(folder, patience, _tell)
        _tell_end(report)
    if not report.passed:
        sys.exit(1)


def _tell(result: Result) -> None:
    aside = result.outcome in ("not-applicable", "not-run")
    click.echo(
        f"  {_MARKS[result.outcome]:8}{result.check:16}{result.fault if aside else result.title}"
    )
    if result.outcome == "failed":
        for text in filter(None, (result.fault, result.look)):
            click.echo(click.wrap_text(text, 78, " " * 10, " " * 10))


def _tell_end(report: Report) -> None:
    for speed in report.speed:
        click.echo(_speed(speed))
    counts = dict.fromkeys(_MARKS, 0)
    for result in report.results:
        counts[result.outcome] += 1
    click.echo(
        f"{counts['passed']} checks passed, {counts['failed']} failed, "
        f"{counts['not-run']} not run, {counts['not-applicable']} not for this plug-in."
    )


def _speed(speed: Speed) -> str:
    run = "4 KiB" if speed.run == 4096 else "1 MiB"
    return (
        f"  {speed.sector_size:4}-byte sectors, {run} a call: "
        f"encrypt {speed.encrypt_mb_s:7.1f} MB/s ({speed.encrypt_us:6.2f} µs per 4 KiB), "
        f"decrypt {speed.decrypt_mb_s:7.1f} MB/s ({speed.decrypt_us:6.2f} µs)"
    )


def _folder(plugin: str) -> Path:
    """The package's folder that a path or a name stands for. Raises :exc:`VmguiError`."""
    if "/" in plugin or plugin.startswith("."):
        return _package_in(Path(plugin))
    found = by_name(plugin)
    if not found.approved:
        raise VmguiError(
            f"The plug-in “{plugin}” is not approved.",
            why="Testing it runs its code, and it did not come with vmgui or was changed.",
            remedy=f"If you trust it: vmgui plugin approve {plugin}; or, for a package of your "
            "own, give the path of its folder.",
            code="plugin-refused",
        )
    return found.folder


def _package_in(path: Path) -> Path:
    """A package's folder, or the only one in a project's. Raises :exc:`VmguiError`."""
    patterns = (MANIFEST, f"*/{MANIFEST}", f"src/*/{MANIFEST}")
    found = sorted({each.parent for pattern in patterns for each in path.glob(pattern)})
    if len(found) == 1:
        return found[0].resolve()
    if not found:
        raise VmguiError(
            f"There is no plug-in in {path}.",
            why=f"Neither it nor a folder in it (or in its src) holds a {MANIFEST}.",
            remedy="Give the folder of the package or of its project.",
            code="plugin-missing",
        )
    raise VmguiError(
        f"There are several plug-ins in {path}.",
        remedy=f"Choose one: {', '.join(map(str, found))}.",
        code="plugin-missing",
    )
