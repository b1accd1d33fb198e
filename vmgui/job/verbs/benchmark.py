"""How fast a plug-in is here: in memory, one thread, without a disk. No secrets."""

from __future__ import annotations

import math
import secrets
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import msgspec

from vmgui.api import CipherPlugin, Geometry, Manifest, SectorCipher
from vmgui.job.progress import Progress
from vmgui.plugin.found import by_name
from vmgui.plugin.guard import inside
from vmgui.plugin.load import load

# Bytes in a run: what a guest's small request is, and what a large one is.
RUNS = {"4k": 4 << 10, "1m": 1 << 20}
# Letters of what the plug-in says of its implementation.
_DETAIL = 60
# The best of so many rounds of so many seconds counts: what else the computer does is no fault.
_ROUNDS = 5
_SECONDS = 0.02


class Params(msgspec.Struct, forbid_unknown_fields=True):
    plugin: str


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    """MB/s (10^6 bytes) by run and direction, as :class:`vmgui.plugin.speed.Speed` holds them."""
    progress(0, 0, f"Measuring {params.plugin}")
    found = by_name(params.plugin)
    plugin = load(found)
    detail = "".join(filter(str.isprintable, plugin.detail()))[:_DETAIL]
    return {**measure(plugin, found.manifest), "detail": detail}


def measure(plugin: CipherPlugin, manifest: Manifest) -> dict[str, float]:
    """Measure with the default options and the largest sectors on offer."""
    name, offer, options = manifest.name, manifest.cipher, manifest.options_with({})
    sector = max(offer.sector_sizes)
    sectors = max(RUNS.values()) // sector
    key = bytearray(secrets.token_bytes(plugin.key_size(options)))
    cipher = plugin.cipher(memoryview(key), Geometry(uuid4(), sector, sectors), options)
    speeds = {}
    try:
        with inside(name):
            for label, size in RUNS.items():
                for direction, speed in zip(
                    ("encrypt", "decrypt"), _both_ways(cipher, size, sector, offer.tag_size),
                    strict=True,
                ):  # fmt: skip
                    speeds[f"{direction}_{label}"] = round(speed, 1)
    finally:
        cipher.close()
    return speeds


def _both_ways(cipher: SectorCipher, size: int, sector: int, tag_size: int) -> tuple[float, float]:
    plain = memoryview(bytearray(secrets.token_bytes(size)))
    sealed, back = memoryview(bytearray(size)), memoryview(bytearray(size))
    tags = memoryview(bytearray(size // sector * tag_size))
    encrypt = _speed(lambda: cipher.encrypt(0, plain, sealed, tags), size)
    return encrypt, _speed(lambda: cipher.decrypt(0, sealed, back, tags), size)


def _speed(call: Callable[[], None], size: int) -> float:
    """MB/s of a call that works on ``size`` bytes."""
    call()  # what is made only once is not measured
    start = time.perf_counter()
    call()
    once = max(time.perf_counter() - start, 1e-7)
    times = max(1, math.ceil(_SECONDS / once))
    best = math.inf
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        for _ in range(times):
            call()
        best = min(best, time.perf_counter() - start)
    return size * times / best / 1e6
