"""Which bridges guests may join, and who tells so."""

from __future__ import annotations

import pytest

from vmgui.vm import bridges


@pytest.mark.parametrize(
    ("rules", "may"),
    [
        ("allow br0\n", True),
        ("allow all\n", True),
        ("", False),
        ("# allow br0\n", False),
        ("allow br1\n", False),
        ("allow all\ndeny br0\n", False),
        ("deny all\nallow br0 # ours\n", True),
        ("nonsense\nallow br0 br1\n", False),
    ],
)
def test_the_helper_s_rules(tmp_path, rules, may):
    file = tmp_path / "bridge.conf"
    file.write_text(rules)
    assert bridges.allowed("br0", file) is may


def test_rules_may_include_others_but_not_for_ever(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text(f"include {second}\n")
    second.write_text(f"allow br0\ninclude {first}\n")
    assert bridges.allowed("br0", first)
    assert not bridges.allowed("br1", first)
    assert not bridges.allowed("br0", tmp_path / "missing")


def test_a_bridge_that_is_not_there_is_refused_with_the_way_to_make_it():
    with pytest.raises(bridges.BridgeRefused) as caught:
        bridges.join("no-such-br")
    assert "no bridge no-such-br" in caught.value.why
    assert "ip link add no-such-br type bridge" in caught.value.remedy
