"""The supervisor's life: hear the order, take the lock, run the session, leave nothing behind."""

from __future__ import annotations

import asyncio
import logging
import os
import time
from pathlib import Path

from vmgui.backend.hardening import harden
from vmgui.channel import Channel
from vmgui.errors import VmguiError
from vmgui.memory import LockedBuffer
from vmgui.vm import bridges, lock, store
from vmgui.vm.supervisor import logs
from vmgui.vm.supervisor.disks import SecretsWrong
from vmgui.vm.supervisor.session import Session
from vmgui.vm.supervisor.starter import Starter

log = logging.getLogger(__name__)


def run(name: str, channel: Channel) -> int:
    """Run the machine until it ends; the exit status."""
    starter = Starter(channel)
    secrets: dict[int, LockedBuffer] = {}
    try:
        tap = _join_bridge(name)
        warnings = harden(translators=True)
        secrets = starter.hear_order()
        definition = store.load(name)
        places = store.places(definition)
        held = lock.acquire(places, name)  # ends with this process
    except VmguiError as error:
        _wipe(secrets)
        starter.failed(error)
        return 1
    for path in (places.log, places.qemu_log, places.serial_log, places.backend_log):
        logs.rotate(path)
    _log_to(places.log)
    for warning in (*warnings, *{secret.warning for secret in secrets.values()} - {""}):
        log.warning("%s", warning)
    session = Session(definition, places, secrets, starter, tap)
    try:
        failure = asyncio.run(session.run(lambda: os.close(held)))
    except Exception as error:
        log.exception("The supervisor failed")
        failure = VmguiError(
            f"The virtual machine “{name}” was lost by its supervisor.",
            why=f"It failed with {type(error).__name__}.",
            remedy=f"See its log, and report it: {places.log}",
            code="supervisor",
        )
        session.journal.enter("crashed", error=failure)
    finally:
        _wipe(secrets)
    if failure is None:
        return 0
    starter.failed(failure, failure.disks if isinstance(failure, SecretsWrong) else ())
    return 1


def _join_bridge(name: str) -> int | None:
    """The helper that does it gains privileges, which is over once we are hardened."""
    network = store.load(name).network
    return bridges.join(network.name) if network.kind == "bridge" else None


def _wipe(secrets: dict[int, LockedBuffer]) -> None:
    for secret in secrets.values():
        secret.close()


def _log_to(path: Path) -> None:
    handler = logging.FileHandler(path, encoding="utf-8")
    formatter = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    logging.basicConfig(level=logging.INFO, handlers=[handler])
