"""Port forwards as a person types them."""

from __future__ import annotations

import re

from vmgui.vm.definition import Forward

_FORM = re.compile(r"(?:(tcp|udp):)?(?:([\d.]+):)?(\d+):(\d+)", re.ASCII)


def parse_forward(text: str) -> Forward:
    """From “2222:22”, “udp:5353:53” or “tcp:0.0.0.0:8080:80”. Raises ValueError, a sentence."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is not of the form [tcp:|udp:][ADDRESS:]HOST:GUEST.")
    protocol, address, host, guest = match.groups()
    return Forward(
        host=int(host),
        guest=int(guest),
        protocol="udp" if protocol == "udp" else "tcp",
        address=address or "127.0.0.1",
    )
