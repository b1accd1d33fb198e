"""Running a plug-in's code. Called in backends and workers only, never in window or supervisor."""

from __future__ import annotations

import importlib
import sys

from vmgui.api import CipherPlugin, Manifest, ManifestError
from vmgui.disk.body import Cipher
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
