"""Shared folders: what stands in their way, and their names."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.vm import golden_hosts
from vmgui.vm import sharing
from vmgui.vm.definition import Share, new

QEMU = msgspec.structs.replace(
    golden_hosts.qemu("x86_64"), devices=frozenset({"virtio-9p-pci", "VGA"})
)


def refusal(share: Share, qemu=QEMU) -> sharing.ShareRefused:
    with pytest.raises(sharing.ShareRefused) as caught:
        sharing.check((share,), qemu)
    return caught.value


def test_a_folder_that_is_there(tmp_path):
    sharing.check((Share(str(tmp_path), "x"),), QEMU)


def test_a_qemu_without_9p_refuses_shares_only(tmp_path):
    without = golden_hosts.qemu("x86_64")
    sharing.check((), without)
    assert "virtio-9p-pci" in refusal(Share(str(tmp_path), "x"), without).why


def test_what_is_no_folder(tmp_path):
    (tmp_path / "file").touch()
    for name in ("file", "nothing"):
        error = refusal(Share(str(tmp_path / name), "x"))
        assert name in error.what
        assert error.why == "There is no such folder."


@pytest.mark.parametrize(
    ("lacking", "read_only", "told"),
    [
        (os.R_OK, True, "may not open"),
        (os.X_OK, False, "may not open"),
        (os.W_OK, False, "may not write"),
        (os.W_OK, True, ""),
    ],
)
def test_permissions(tmp_path, monkeypatch, lacking, read_only, told):
    # Root may everything, so that it is asked of the system is all there is to see.
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & lacking)
    share = Share(str(tmp_path), "x", read_only)
    if told:
        assert told in refusal(share).why
    else:
        sharing.check((share,), QEMU)


@given(st.lists(st.text(min_size=1).filter(lambda name: "\0" not in name), max_size=5))
def test_names_can_be_used_and_differ(names):
    taken: list[Share] = []
    for name in names:
        tag = sharing.tag_for(Path("/srv") / name.replace("/", "_"), {each.tag for each in taken})
        taken.append(Share("/srv", tag))
    new("x", shares=tuple(taken))


def test_names_remind_of_the_folder():
    assert sharing.tag_for(Path("/home/ada/My papers (new)")) == "My-papers-new"
    assert sharing.tag_for(Path("/")) == "share"
    assert sharing.tag_for(Path("/srv/x"), {"x", "x-2"}) == "x-3"
