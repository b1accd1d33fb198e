"""Opening a foreign container: lock, header, pin, key slot, cipher, engine, in this order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vmgui.disk import pin as pins
from vmgui.disk.container import Disk, open_storage
from vmgui.disk.foreign.device import ForeignDevice
from vmgui.disk.foreign.format import Format, Secret
from vmgui.disk.keys import fingerprint


def open_disk(
    path: Path,
    form: Format,
    *,
    secret: Secret | None,
    read_only: bool = False,
    pin: pins.Pin | None = None,
    on_error: Callable[[str], None] | None = None,
) -> Disk:
    """Open it as :func:`vmgui.disk.container.open_disk` opens ours; its header stays as it is.

    Raises :exc:`vmgui.disk.errors.DiskError` and its kinds.
    """
    storage = open_storage(path, read_only=read_only)
    try:
        container, found = form.find(storage, path)
        header = found.header
        if pin is not None:
            pins.check(pin, header)  # before the secret is used
        key, _ = form.unlock(container, secret, path)
        try:
            print_ = fingerprint(key.view, header.disk)
            if pin is not None:
                pins.check(pin, header, print_)
            with form.told(path):
                cipher = container.cipher(key.view)
        except BaseException:
            key.close()
            raise
    except BaseException:
        storage.close()
        raise

    def close() -> None:
        device.close()
        cipher.close()
        key.close()

    device = ForeignDevice(storage, cipher, header, on_error)
    warnings = []
    if found.damaged:
        warnings.append(f"{found.damaged} Repair it with: vmgui disk header repair {path}")
    return Disk(path, header, device, print_, storage, close, warnings)
