"""Finding plug-ins runs none of their code; trusting one means trusting exactly its files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from vmgui.plugin import found, trust
from vmgui.plugin.found import PluginMissing, by_id, by_name, drop_in_dir, scan
from vmgui.plugin.load import PluginRefused, load

EXAMPLE = Path(__file__).parents[3] / "examples/sm4-cbc/sm4_cbc"


def drop_in(name: str = "acme_cipher", code: str = "", **changes: str) -> Path:
    """A stranger's plug-in in the drop-in folder."""
    folder = drop_in_dir() / name
    folder.mkdir(parents=True)
    manifest = (EXAMPLE / "plugin.toml").read_text()
    manifest = manifest.replace("sm4_cbc", name)
    for old, new in {"sm4-cbc": "acme", **changes}.items():
        manifest = manifest.replace(old, new)
    (folder / "plugin.toml").write_text(manifest)
    (folder / "__init__.py").write_text(code or (EXAMPLE / "__init__.py").read_text())
    return folder


def names() -> list[str]:
    return [plugin.manifest.name for plugin in scan()[0]]


def test_ours_are_there_and_trusted():
    plugins = {plugin.manifest.name: plugin for plugin in scan()[0]}
    assert {"aes-xts", "unencrypted"} <= plugins.keys()
    assert all(
        plugins[name].approved and plugins[name].bundled for name in ("aes-xts", "unencrypted")
    )


def test_listing_imports_nothing():
    drop_in(code="raise SystemExit('imported')\n")
    code = (
        "import sys; from vmgui.plugin.found import scan; plugins, bad = scan();"
        "assert len(plugins) >= 3 and not bad;"
        "assert not [m for m in sys.modules if m.startswith(('vmgui_aes', 'vmgui_unen', 'acme'))]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_stranger_must_be_approved_and_a_changed_file_asks_again():
    folder = drop_in()
    plugin = by_name("acme")
    assert not plugin.approved
    with pytest.raises(PluginRefused, match="vmgui plugin approve acme"):
        load(plugin)
    assert "acme_cipher" not in sys.modules
    approval = trust.Approval("acme", "1.0.0", plugin.digest)
    trust.approve(plugin.manifest.id, approval)
    assert by_name("acme").approved
    (folder / "data.bin").write_bytes(b"x")
    assert not by_name("acme").approved
    (folder / "data.bin").unlink()
    assert by_name("acme").approved
    trust.revoke(plugin.manifest.id)
    assert not by_name("acme").approved


def test_the_digest_sees_names_and_contents(tmp_path):
    def digest(**files: bytes) -> str:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        return trust.digest(trust.hashes(folder))

    assert digest(a=b"1", b=b"2") == digest(b=b"2", a=b"1")
    different = {digest(a=b"1"), digest(b=b"1"), digest(a=b"2"), digest(a=b"1", b=b""), digest()}
    assert len(different) == 5


def test_a_manifest_that_lies_about_its_entry_is_refused():
    drop_in(**{"acme_cipher:Sm4": "os:Sm4"})
    assert "acme" not in names()
    assert "not in the package" in scan()[1][0].why


def test_nobody_takes_the_place_of_another():
    ours = by_name("aes-xts").manifest
    drop_in("thief_one", **{"fbea0677-367b-43a3-95db-c8f4302650e4": str(ours.id)})
    drop_in("thief_two", **{'"acme"': '"aes-xts"'})
    assert by_id(ours.id, "aes-xts").bundled
    assert by_name("aes-xts").bundled
    assert sorted(bad.why.split(" ")[0] for bad in scan()[1]) == ["It", "There"]


def test_whoever_also_names_our_package_does_not_make_it_a_strangers(monkeypatch):
    ours = by_name("aes-xts")
    again = ("thief", ours.folder, False)
    monkeypatch.setattr(found, "_dropped_in", lambda: iter([again]))
    assert by_name("aes-xts").bundled


def test_a_missing_plugin_is_named():
    with pytest.raises(PluginMissing, match="Installed: aes-gcm, aes-xts"):
        by_name("nothing")
    identity = by_name("aes-xts").manifest.id
    other = type(identity)(int=identity.int + 1)
    with pytest.raises(PluginMissing, match=f"“nothing”.*{other}.*Install"):
        by_id(other, "nothing")


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("acme_one", "raise ValueError('secret')\n", "failed with ValueError"),
        ("acme_two", "class Sm4Cbc: pass\n", "not a CipherPlugin"),
        ("acme_three", "pass\n", "failed with AttributeError"),
    ],
)
def test_a_plugin_that_can_not_start_is_told_without_its_words(name, code, words):
    drop_in(name, code=code)
    plugin = by_name("acme")
    trust.approve(plugin.manifest.id, trust.Approval("acme", "1", plugin.digest))
    with pytest.raises(PluginRefused, match=words) as caught:
        load(plugin)
    assert "secret" not in str(caught.value)


def test_an_unreadable_list_of_approvals_says_what_to_do():
    drop_in()
    (drop_in_dir().parent / "approvals.toml").write_text("nonsense = [")
    with pytest.raises(Exception, match="approve your plug-ins again"):
        _ = by_name("acme").approved
