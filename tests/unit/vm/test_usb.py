"""The list of this computer's USB devices."""

from __future__ import annotations

from pathlib import Path

from vmgui.vm.definition import Usb
from vmgui.vm.usb import devices, fits


def plug(where: Path, port: str, **files: str) -> None:
    (where / port).mkdir(parents=True)
    for name, words in files.items():
        (where / port / name).write_text(f"{words}\n")


def test_devices_are_listed_with_their_names(tmp_path: Path) -> None:
    where, nodes = tmp_path / "sys", tmp_path / "dev"
    common = {"idVendor": "046d", "idProduct": "c52b", "busnum": "1", "bDeviceClass": "00"}
    plug(where, "1-4", **common, devnum="7", manufacturer="Logi", product="Logi Re\x07ceiver")
    plug(where, "1-5", **common, devnum="8", manufacturer="Acme", product="Mouse")
    plug(where, "usb1", **{**common, "bDeviceClass": "09"}, devnum="1")
    plug(where, "1-4:1.0", bInterfaceClass="03")
    (nodes / "001").mkdir(parents=True)
    (nodes / "001/007").write_bytes(b"")
    acme, logi = devices(where, nodes)
    assert (acme.name, acme.usable) == ("Acme Mouse", False)
    assert (logi.name, logi.port, logi.ids) == ("Logi Receiver", "1-4", "046d:c52b")
    assert logi.usable
    assert fits(Usb("046d", "c52b"), acme)
    assert not fits(Usb("046d", "c52b", "1-4"), acme)
    assert devices(tmp_path / "nowhere") == []
