"""The VM Encryption API, version 1: everything that a plug-in imports.

A plug-in is a Python package with a manifest (``plugin.toml``, see :mod:`vmgui.api.manifest`) and
a class that derives from :class:`CipherPlugin` or :class:`ContainerPlugin`.
``docs/encryption-api.md`` is the specification.
"""

from vmgui.api.cipher import CipherPlugin, Geometry, OptionValue, SectorCipher, TamperedSector
from vmgui.api.container import (
    Container,
    ContainerError,
    ContainerPlugin,
    ContainerSlot,
    Description,
    Medium,
    NewContainer,
    Tick,
)
from vmgui.api.manifest import API_VERSION, Manifest, ManifestError

__all__ = [
    "API_VERSION",
    "CipherPlugin",
    "Container",
    "ContainerError",
    "ContainerPlugin",
    "ContainerSlot",
    "Description",
    "Geometry",
    "Manifest",
    "ManifestError",
    "Medium",
    "NewContainer",
    "OptionValue",
    "SectorCipher",
    "TamperedSector",
    "Tick",
]
