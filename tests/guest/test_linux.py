"""A Linux keeps its files on an encrypted disk, and the host sees none of them."""

from __future__ import annotations

from vmgui.demo import evidence

MIB = 1 << 20
REPORT = b"".join(b"Line %d of what only the Linux guest may read.\n" % n for n in range(1, 4001))
NAMES = (b"confidential-report.txt", b"almost-a-sector", b"private-folder", b"guest-label")


def test_files_survive_a_restart_are_unreadable_and_give_room_back(make_machine, linux):
    machine = make_machine(memory="512M", cpus=2, **linux.running("write", "vda"))
    disk = machine.add_disk(256 * MIB)
    machine.start()
    assert "guest: write done" in machine.wait_off()

    machine.change(**linux.running("read", "vda"))
    machine.start()
    assert "guest: 54 files are as they were\nguest: read done" in machine.wait_off()

    with machine.plain(disk) as opened:
        plain = evidence.written(opened.read(0, opened.size))
    stored = disk.read_bytes()
    windows = evidence.telling_windows(REPORT)
    assert evidence.find_any(windows, plain) >= 0, "the search finds nothing where it is"
    assert evidence.find_any(windows, stored) == -1
    for name in NAMES:
        assert name in plain
        assert name not in stored

    before = disk.stat().st_blocks * 512
    machine.change(**linux.running("trim", "vda"))
    machine.start()
    assert "guest: trim done" in machine.wait_off()
    freed = before - disk.stat().st_blocks * 512
    assert freed >= 8 * MIB
    machine.change(**linux.running("after-trim", "vda"))
    machine.start()
    assert "guest: after-trim done" in machine.wait_off()
