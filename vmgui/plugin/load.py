"""Running a plug-in's code. Called in backends and workers only, never in window or supervisor."""

from __future__ import annotations

import importlib
import sys

from vmgui.api import CipherPlugin
from vmgui.disk.header import Header
from vmgui.errors import VmguiError
from vmgui.plugin.found import Plugin, by_id


class PluginRefused(VmguiError):
    """A plug-in that is installed, but must not or can't run."""

    code = "plugin-refused"


def load(plugin: Plugin) -> CipherPlugin:
    """Import a plug-in and make its object. Raises :exc:`PluginRefused`."""
    manifest = plugin.manifest
    if not plugin.approved:
        raise PluginRefused(
            f"The plug-in “{manifest.name}” is not approved.",
            why=f"It did not come with vmgui (publisher: {manifest.publisher}, version "
            f"{manifest.version}), or its files changed since it was approved.",
            remedy=f"If you trust it: vmgui plugin approve {manifest.name}",
        )
    module, _, attribute = manifest.entry.partition(":")
    parent = str(plugin.folder.parent)
    try:
        if not plugin.bundled and parent not in sys.path:
            sys.path.append(parent)
        made = getattr(importlib.import_module(module), attribute)()
    except Exception as error:  # noqa: BLE001  (a stranger's code may raise anything)
        raise PluginRefused(
            f"The plug-in “{manifest.name}” can't be started.",
            why=f"It failed with {type(error).__name__}.",
            remedy="Tell its publisher, or reinstall it.",
        ) from None
    if not isinstance(made, CipherPlugin):
        raise PluginRefused(
            f"The plug-in “{manifest.name}” can't be used.",
            why=f"Its entry {manifest.entry} is not a CipherPlugin.",
            remedy="Tell its publisher.",
        )
    return made


def for_header(header: Header) -> CipherPlugin:
    """The plug-in that a disk's header names, ready to be used."""
    return load(by_id(header.encryption_id, header.body.cipher.plugin))
