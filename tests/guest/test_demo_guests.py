"""The demonstration's guests notice what is wrong: else their “verified” would mean nothing."""

from __future__ import annotations

from vmgui.demo.fat import fat16
from vmgui.demo.machines import DISK_SIZE, machines

X86, ARM = machines()


def test_the_boot_sector_notices_a_changed_sector(make_machine):
    machine = make_machine(memory="64M", cpus=1, firmware="bios")
    boot, data = (machine.add_disk(DISK_SIZE) for _ in range(2))
    with machine.plain(boot, read_only=False) as opened:
        opened.write(0, X86.boot)
    machine.start()
    machine.wait_for("verified")
    machine.shutdown()
    machine.wait_off()
    with machine.plain(data, read_only=False) as opened:
        opened.write(512 * 200 + 7, b"?")
    machine.start()
    machine.wait_for("error: data differs")


def test_the_boot_sector_notices_a_missing_disk(make_machine):
    machine = make_machine(memory="64M", cpus=1, firmware="bios")
    boot = machine.add_disk(DISK_SIZE)
    with machine.plain(boot, read_only=False) as opened:
        opened.write(0, X86.boot)
    machine.start()
    machine.wait_for("error: disk 81, BIOS code 001")


def test_the_script_notices_a_changed_file(make_machine):
    machine = make_machine(arch="aarch64", memory="256M", cpus=1, firmware="uefi")
    boot, data = (machine.add_disk(DISK_SIZE) for _ in range(2))
    with machine.plain(boot, read_only=False) as opened:
        opened.write(0, ARM.boot)
    # As after a first start, but for one letter.
    files = {
        "DATADISK.ID": b"",
        "DIARY.TXT": ARM.sample.replace(b"Page 1234", b"Page 1235"),
        "START-1": b"",
    }
    with machine.plain(data, read_only=False) as opened:
        opened.write(0, fat16(DISK_SIZE, "VMGUI DATA", files))
    machine.start()
    said = machine.wait_off()
    assert "error: DIARY.TXT differs" in said
    assert "verified" not in said
