"""Plug-ins of strangers for tests: planted in the drop-in folder, approved or not."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from vmgui.plugin.found import Plugin, by_name, drop_in_dir

MANIFEST = """\
api = 1
id = "{id}"
name = "{name}"
title = "Acme cipher"
summary = "For tests only."
publisher = "Acme"
version = "{version}"
licence = "Apache-2.0"
kind = "cipher"
entry = "{package}:Acme"

[cipher]
sector_sizes = [4096]
key_sizes = [32]
tag_size = {tag_size}
"""

# A cipher that hides nothing, but works. {at_…} are places for a fault.
CODE = """\
import ctypes, os, sys, time
from vmgui.api import CipherPlugin, SectorCipher
{at_import}

class Xor(SectorCipher):
    def encrypt(self, first_sector, plain, sealed, tags):
        {at_encrypt}
        sealed[:] = bytes(byte ^ 0x55 for byte in plain)

    def decrypt(self, first_sector, sealed, plain, tags):
        {at_decrypt}
        plain[:] = bytes(byte ^ 0x55 for byte in sealed)

class Acme(CipherPlugin):
    def key_size(self, options):
        return 32

    def cipher(self, key, geometry, options):
        {at_cipher}
        return Xor()
"""


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for what another process does."""
    while not condition():
        time.sleep(0.02)


HANG = "time.sleep(1e9)"
CRASH = "ctypes.string_at(0)"
EAT = "hoard = [bytearray(64 << 20) for _ in range(10_000)]"
PRINT = (
    "print('Serving nothing at all', flush=True); print('{\"event\":\"ready\"}', file=sys.stderr, "
    "flush=True); os.write(1, b'Serving nothing at all\\n'); os.write(2, b'x\\n' * 9)"
)


def code(**faults: str) -> str:
    """The code with faults at ``at_import``, ``at_cipher``, ``at_encrypt``, ``at_decrypt``."""
    places = ("at_import", "at_cipher", "at_encrypt", "at_decrypt")
    return CODE.format(**{place: faults.get(place, "pass") for place in places})


def plant(
    name: str = "acme",
    *,
    source: str | None = None,
    approved: bool = True,
    version: str = "1.0.0",
    tag_size: int = 0,
    folder: Path | None = None,
    **faults: str,
) -> Plugin:
    """Put a plug-in there, or another version over it, and find it."""
    package = f"{name.replace('-', '_')}_planted"
    place = (folder or drop_in_dir()) / package
    place.mkdir(parents=True, exist_ok=True)
    manifest = place / "plugin.toml"
    identity = (
        next(line for line in manifest.read_text().splitlines() if line.startswith("id"))[6:-1]
        if manifest.exists()
        else str(uuid4())
    )
    manifest.write_text(
        MANIFEST.format(id=identity, name=name, version=version, package=package, tag_size=tag_size)
    )
    (place / "__init__.py").write_text(source or code(**faults))
    found = by_name(name)
    if approved:
        found.approve()
    return found
