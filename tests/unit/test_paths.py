"""Private directories: ours alone, or refused."""

from __future__ import annotations

import os
import stat

import pytest

from vmgui import paths
from vmgui.errors import VmguiError


def test_everything_lies_below_vmgui_home(home):
    for path in (paths.data_dir(), paths.vms_dir(), paths.disks_dir(), paths.state_dir()):
        assert path.is_relative_to(home)
    assert paths.runtime_dir().is_relative_to(home)


def test_a_runtime_directory_is_its_owners_alone(home, monkeypatch):
    old = os.umask(0)
    try:
        assert stat.S_IMODE(paths.runtime_dir().stat().st_mode) == 0o700
    finally:
        os.umask(old)
    paths.runtime_dir().chmod(0o755)
    assert stat.S_IMODE(paths.runtime_dir().stat().st_mode) == 0o700
    monkeypatch.delenv("VMGUI_HOME")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    assert paths.runtime_dir() == home / "vmgui"


def test_a_long_home_still_has_room_for_sockets(tmp_path, monkeypatch):
    monkeypatch.setenv("VMGUI_HOME", str(tmp_path / ("long" * 30)))
    one = paths.runtime_dir()
    assert len(os.fsencode(one)) <= 60
    monkeypatch.setenv("VMGUI_HOME", str(tmp_path / ("lung" * 30)))
    other = paths.runtime_dir()
    assert one != other
    one.rmdir()
    other.rmdir()


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(VmguiError, match="link or belongs to another"):
        paths.private_directory(tmp_path / "link")


def test_another_users_directory_is_refused(tmp_path, monkeypatch):
    (tmp_path / "theirs").mkdir(mode=0o700)
    # Only root could give a directory away; being somebody else comes to the same.
    monkeypatch.setattr(os, "getuid", lambda: os.stat(tmp_path).st_uid + 1)
    with pytest.raises(VmguiError, match="another user"):
        paths.private_directory(tmp_path / "theirs")


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(VmguiError, match="can't be used"):
        paths.private_directory(tmp_path / "file" / "below")
