"""Importing a plug-in's package from the folder it lies in, wherever that is."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path

from vmgui.api import CipherPlugin, Manifest, ManifestError
from vmgui.api.conformance.fault import ANYTHING, Fault, printable, raised

MANIFEST = "plugin.toml"


def read_manifest(folder: Path) -> Manifest:
    """The manifest in a package's folder; nothing is run. Raises :exc:`Fault`."""
    try:
        return Manifest.parse((folder / MANIFEST).read_bytes())
    except OSError as error:
        raise Fault(f"{folder / MANIFEST} can't be read: {error.strerror}.") from None
    except ManifestError as error:
        raise Fault(f"The manifest {folder / MANIFEST} is not valid. {error}") from None


def check_kind(manifest: Manifest) -> None:
    """Raises :exc:`Fault` for a plug-in of a kind that the kit does not test."""
    kind = str(manifest.kind)
    if kind != "cipher":
        raise Fault(
            f"The kit tests plug-ins of the kind “cipher”; {manifest.name} is of the kind “{kind}”."
        )


def start(manifest: Manifest, folder: Path) -> CipherPlugin:
    """Run the package in ``folder`` and make the object that its entry names.

    Exactly this folder is imported, even where another copy is installed. Raises :exc:`Fault`.
    """
    module, _, attribute = manifest.entry.partition(":")
    if module.partition(".")[0] != folder.name:
        raise Fault(
            f"The manifest's entry, {manifest.entry}, is not in the package {folder.name}.",
            "Write “package.module:Class” in plugin.toml, with the package that it lies in.",
        )
    try:
        _import_package(folder)
        made = getattr(importlib.import_module(module), attribute)()
    except Fault:
        raise
    except ANYTHING as error:
        raise raised(error, f"when {manifest.entry} was imported and made", folder) from None
    if not isinstance(made, CipherPlugin):
        raise Fault(
            f"{manifest.entry} makes a {printable(type(made).__name__)}, not a CipherPlugin.",
            "Derive the class from vmgui.api.CipherPlugin.",
        )
    return made


def _import_package(folder: Path) -> None:
    there = sys.modules.get(folder.name)
    if there is not None and list(getattr(there, "__path__", [])) == [str(folder)]:
        return
    for name in [*sys.modules]:
        if name == folder.name or name.startswith(f"{folder.name}."):
            del sys.modules[name]
    spec = importlib.util.spec_from_file_location(
        folder.name, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None or not (folder / "__init__.py").is_file():
        raise Fault(f"{folder} has no __init__.py.")
    # Packages that it shares with others of its project lie beside it.
    if str(folder.parent) not in sys.path:
        sys.path.append(str(folder.parent))
    package = importlib.util.module_from_spec(spec)
    sys.modules[folder.name] = package
    try:
        spec.loader.exec_module(package)
    except BaseException:
        sys.modules.pop(folder.name, None)
        raise
