"""An approval is for exactly the files that were seen; nothing else ever runs."""

from __future__ import annotations

import importlib.util
import marshal
import os
import py_compile
import sys
from pathlib import Path

import pytest

from tests.stranger import code, plant
from vmgui.plugin import trust
from vmgui.plugin.found import by_name, drop_in_dir, missing, scan
from vmgui.plugin.load import PluginRefused, load
from vmgui.plugin.trust import Trust


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading a stranger's plug-in changes how this process imports."""
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "modules", dict(sys.modules))


def test_states():
    assert by_name("aes-xts").trust is Trust.BUNDLED
    assert plant(approved=False).trust is Trust.NOT_APPROVED
    assert plant().trust is Trust.APPROVED
    assert plant(at_cipher="x = 1", approved=False).trust is Trust.CHANGED
    by_name("acme").revoke()
    assert by_name("acme").trust is Trust.NOT_APPROVED


def test_what_changed_is_named():
    plugin = plant()
    assert plugin.changes == []
    (plugin.folder / "b.py").write_text("")
    assert by_name("acme").changes == ["new: b.py"]
    by_name("acme").approve()
    (plugin.folder / "b.py").unlink()
    plant(version="1.1.0", approved=False)
    assert by_name("acme").changes == [
        "version 1.0.0 is now 1.1.0",
        "changed: plugin.toml",
        "gone: b.py",
    ]
    for number in range(9):
        (plugin.folder / f"{number}.py").write_text("")
    assert "new: 0.py, 1.py, 2.py, 3.py, 4.py and 4 more" in by_name("acme").changes


def test_an_approval_from_before_files_were_kept_still_tells():
    plugin = plant(approved=False)
    trust.approve(plugin.manifest.id, trust.Approval("acme", "1.0.0", "00"))
    assert by_name("acme").changes == ["their common hash is another one"]


def test_the_refusal_says_what_changed():
    plugin = plant()
    (plugin.folder / "b.py").write_text("")
    with pytest.raises(PluginRefused, match=r"changed since you approved it: new: b\.py"):
        load(by_name("acme"))


def test_files_that_change_between_look_and_approval_are_not_approved():
    seen = plant(approved=False)
    assert seen.digest
    plant(at_cipher="x = 1", approved=False)
    seen.approve()
    assert by_name("acme").trust is Trust.CHANGED


def test_byte_code_beside_the_files_is_never_run(tmp_path):
    """It is not part of the hash, and Python would prefer it to the source."""
    plugin = plant()
    source = plugin.folder / "__init__.py"
    evil = tmp_path / "evil.py"
    mark = tmp_path / "ran"
    evil.write_text(f"open({str(mark)!r}, 'w').close()\n" + code())
    cached = Path(importlib.util.cache_from_source(str(source)))
    py_compile.compile(str(evil), str(cached))
    content = bytearray(cached.read_bytes())
    stat = source.stat()
    content[8:16] = int(stat.st_mtime).to_bytes(4, "little") + stat.st_size.to_bytes(4, "little")
    cached.write_bytes(content)
    marshal.loads(content[16:])  # Python itself would take it
    plugin = by_name("acme")
    assert plugin.trust is Trust.APPROVED, "the hash leaves byte code out"
    load(plugin)
    assert not mark.exists()


def test_an_approved_plugin_opens_no_door_for_its_neighbours():
    plant("neighbour", source="raise SystemExit('ran')", approved=False)
    plugin = plant(at_import="import neighbour_planted")
    with pytest.raises(PluginRefused, match="ModuleNotFoundError"):
        load(plugin)
    assert str(drop_in_dir()) not in sys.path


def test_another_package_of_the_same_name_is_not_taken_for_it():
    plugin = plant()
    sys.modules[plugin.folder.name] = sys
    with pytest.raises(PluginRefused, match="ImportError"):
        load(plugin)


def test_files_behind_links_belong_to_it(tmp_path):
    plugin = plant()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "part.py").write_text("a = 1")
    (plugin.folder / "linked").symlink_to(elsewhere)
    (plugin.folder / "round").symlink_to(plugin.folder)
    by_name("acme").approve()
    assert by_name("acme").trust is Trust.APPROVED
    (elsewhere / "part.py").write_text("a = 2")
    assert by_name("acme").changes == ["changed: linked/part.py"]


def test_a_name_that_is_no_text_and_a_pipe_do_no_harm():
    plugin = plant(approved=False)
    Path(os.fsdecode(os.fsencode(plugin.folder) + b"/\xff.py")).write_text("")
    os.mkfifo(plugin.folder / "pipe")
    by_name("acme").approve()
    assert by_name("acme").trust is Trust.APPROVED


def test_what_was_approved_and_is_gone_is_known():
    plugin = plant()
    for path in plugin.folder.iterdir():
        path.unlink()
    (gone,) = missing(*scan())
    assert (gone.id, gone.approval.name) == (plugin.manifest.id, "acme")
    assert gone.approval.publisher == "Acme"


def test_the_key_in_an_exception_is_not_told():
    plugin = load(plant(at_cipher="raise KeyError(bytes(key))"))
    with pytest.raises(PluginRefused, match="failed with KeyError") as caught:
        plugin.cipher(memoryview(bytearray(b"secret")), None, {})  # type: ignore[arg-type]
    assert "secret" not in str(caught.value)


def test_a_sentence_for_a_person_is_told():
    plugin = load(plant(at_cipher="raise ValueError('Only on Tuesdays.')"))
    with pytest.raises(ValueError, match="Tuesdays"):
        plugin.cipher(memoryview(b""), None, {})  # type: ignore[arg-type]
