"""Running a plug-in's code. Called in backends and workers only, never in window or supervisor."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from pathlib import Path

from vmgui.api import CipherPlugin, ContainerPlugin, Manifest, ManifestError
from vmgui.disk.body import Cipher
from vmgui.disk.foreign.format import Format
from vmgui.disk.header import Header
from vmgui.plugin import guard
from vmgui.plugin.found import Plugin, by_id
from vmgui.plugin.guard import Guarded, PluginRefused, failed, inside
from vmgui.plugin.guard_container import GuardedContainerPlugin
from vmgui.plugin.trust import Trust

__all__ = ["PluginRefused", "container_format", "for_header", "load"]

# The folders of strangers' packages that this process has imported.
_imported: set[Path] = set()


def load(plugin: Plugin) -> CipherPlugin:
    """Import a plug-in and make its object. Raises :exc:`PluginRefused`."""
    made = _make(plugin)
    if not isinstance(made, CipherPlugin):
        raise _wrong_kind(plugin.manifest, "CipherPlugin")
    return Guarded(plugin.manifest.name, made)


def container_format(plugin: Plugin) -> Format:
    """The same for a plug-in that owns whole containers."""
    made = _make(plugin)
    if not isinstance(made, ContainerPlugin):
        raise _wrong_kind(plugin.manifest, "ContainerPlugin")
    return Format(plugin.manifest, GuardedContainerPlugin(plugin.manifest.name, made))


def _make(plugin: Plugin) -> object:
    manifest = plugin.manifest
    _check_approved(plugin)
    module, _, attribute = manifest.entry.partition(":")
    guard.loaded[f"{plugin.folder}{os.sep}"] = manifest.name
    try:
        with inside(manifest.name):
            if not plugin.bundled:
                _import_package(plugin)
            return getattr(importlib.import_module(module), attribute)()
    except ValueError as error:
        raise failed(manifest.name, error) from None


def _wrong_kind(manifest: Manifest, wanted: str) -> PluginRefused:
    return PluginRefused(
        f"The plug-in “{manifest.name}” can't be used.",
        why=f"Its entry {manifest.entry} is not a {wanted}.",
        remedy="Tell its publisher.",
    )


def _check_approved(plugin: Plugin) -> None:
    manifest, trust = plugin.manifest, plugin.trust
    if trust.may_run:
        return
    if trust is Trust.CHANGED:
        raise PluginRefused(
            f"The plug-in “{manifest.name}” is not approved any more.",
            why=f"Its files changed since you approved it: {'; '.join(plugin.changes)}.",
            remedy=f"If you made or expected this change: {_how_to_approve(manifest)}",
        )
    raise PluginRefused(
        f"The plug-in “{manifest.name}” is not approved.",
        why=f"It did not come with vmgui (publisher: {manifest.publisher}, version "
        f"{manifest.version}).",
        remedy=f"If you trust it: {_how_to_approve(manifest)}",
    )


def _how_to_approve(manifest: Manifest) -> str:
    return f"vmgui plugin approve {manifest.name}, or in the window File, Encryption plug-ins."


def _import_package(plugin: Plugin) -> None:
    """Import exactly the approved files, under the package's name.

    Not through ``sys.path``: that would offer every other folder beside it, and another package of
    the same name might be met first. Byte code is not part of the approval, so none is used.
    """
    if plugin.folder in _imported:
        return  # a process may have more than one use for it
    sys.dont_write_bytecode = True
    sys.pycache_prefix = os.devnull
    name, folder = plugin.folder.name, plugin.folder
    spec = importlib.util.spec_from_file_location(
        name, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if name in sys.modules or spec is None or spec.loader is None:
        raise ImportError
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _imported.add(folder)


def for_header(header: Header) -> CipherPlugin:
    """The plug-in that a disk's header names, ready to be used.

    Raises :exc:`PluginRefused`, also for a header whose parameters the manifest doesn't offer.
    """
    cipher = header.body.cipher
    plugin = by_id(header.encryption_id, cipher.plugin)
    _check_offer(plugin.manifest, cipher)
    return load(plugin)


def _check_offer(manifest: Manifest, cipher: Cipher) -> None:
    offer = manifest.cipher
    why = ""
    if cipher.sector_size not in offer.sector_sizes:
        why = f"It has no sectors of {cipher.sector_size} bytes."
    elif cipher.key_size not in (offer.key_sizes if offer.encrypts else [0]):
        why = f"It has no keys of {cipher.key_size} bytes."
    elif cipher.tag_size != offer.tag_size:
        why = f"Its tags have {offer.tag_size} bytes, not {cipher.tag_size}."
    else:
        try:
            if manifest.options_with(cipher.options) != cipher.options:
                why = "The disk has no value for one of its options."
        except ManifestError as error:
            why = str(error)
    if why:
        raise PluginRefused(
            f"The plug-in “{manifest.name}” (version {manifest.version}) can't serve this disk.",
            why=why,
            remedy="Install the version of the plug-in that the disk was made with.",
        )
