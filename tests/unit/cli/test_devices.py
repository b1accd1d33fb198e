"""What a person types for networks, shared folders and USB devices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmgui.cli.devices import parse_network, parse_share, parse_usb
from vmgui.vm.definition import Network, Share, Usb


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("user", Network()),
        ("none", Network(kind="none")),
        ("bridge:br0", Network(kind="bridge", name="br0")),
        ("private:lab", Network(kind="private", name="lab")),
    ],
)
def test_networks(text, network):
    assert parse_network(text) == network


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("/srv/My papers", Share("/srv/My papers", "My-papers")),
        ("/srv/a:docs", Share("/srv/a", "docs")),
        ("/srv/a:docs:ro", Share("/srv/a", "docs", read_only=True)),
        ("/srv/a::ro", Share("/srv/a", "a-2", read_only=True)),
        ("/srv/a:b c", Share("/srv/a:b c", "a-b-c")),
        ("/srv/a:b:docs", Share("/srv/a:b", "docs")),
    ],
)
def test_shares(text, share):
    assert parse_share(text, {"a"}) == share


def test_a_share_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert parse_share("papers") == Share(f"{tmp_path}/papers", "papers")


@pytest.mark.parametrize(
    ("text", "usb"),
    [
        ("046d:c52b", Usb("046d", "c52b")),
        ("046D:C52B@1-4.2", Usb("046d", "c52b", "1-4.2")),
    ],
)
def test_usb(text, usb):
    assert parse_usb(text) == usb


@pytest.mark.parametrize("text", ["", "bridge", "bridge:", "private:", "user:x", "tap:x", "None"])
def test_no_networks(text):
    with pytest.raises(ValueError, match="bridge:NAME"):
        parse_network(text)


@pytest.mark.parametrize("text", ["", "046d", "46d:c52b", "046d:c52b@", "046d:c52g", "046d:c52b@x"])
def test_no_usb(text):
    with pytest.raises(ValueError, match="VVVV:PPPP"):
        parse_usb(text)


@given(st.text(), st.sampled_from([parse_network, parse_share, parse_usb]))
def test_anything_is_read_or_refused_with_a_sentence(text, parse):
    refused = ""
    try:
        parse(text)
    except ValueError as error:
        refused = str(error)
    assert refused.startswith(f"“{text}”" if refused else "")
