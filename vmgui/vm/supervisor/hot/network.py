"""The network's cable, and ports of this computer that lead to the guest."""

from __future__ import annotations

from vmgui.errors import VmguiError
from vmgui.vm.definition import Forward
from vmgui.vm.qmp import QemuRefused
from vmgui.vm.supervisor.hot.later import Later
from vmgui.vm.supervisor.hot.monitor import Monitor

# As vmgui.vm.qemu.network names them.
_CARD = "nic0"
_NET = "net0"


async def connect(monitor: Monitor, connected: bool) -> str:
    """Plug the cable in or pull it; a sentence on what was done."""
    try:
        await monitor.execute("set_link", name=_CARD, up=connected)
    except QemuRefused:
        raise Later("The running machine has no network card.") from None
    return "The network cable was plugged in." if connected else "The network cable was pulled."


async def forward(monitor: Monitor, rule: Forward) -> str:
    """Let a port of this computer lead to the guest; a sentence on what was done."""
    said = await monitor.human(f"hostfwd_add {_NET} {_outer(rule)}-:{rule.guest}")
    if said:
        raise VmguiError(
            f"Port {rule.host} of this computer can't be forwarded.",
            why="Another program uses it, or it is below 1024 and only the administrator may "
            f"have it. QEMU says: {said.rstrip('.')}.",
            remedy="Choose another host port, or stop the other program: ss -lntup shows which.",
            code="port-taken",
        )
    return (
        f"The {rule.protocol.upper()} port {rule.host} of this computer now leads to the guest's "
        f"port {rule.guest}."
    )


async def stop_forwarding(monitor: Monitor, rule: Forward) -> str:
    """Let it lead there no more (connections that are open stay); a sentence."""
    said = await monitor.human(f"hostfwd_remove {_NET} {_outer(rule)}")
    if "removed" not in said and "not found" not in said:
        raise VmguiError(
            f"Port {rule.host} of this computer is still forwarded.",
            why=f"QEMU says: {said.rstrip('.')}.",
            remedy="Stop the machine to give the port back.",
            code="port",
        )
    return (
        f"The {rule.protocol.upper()} port {rule.host} of this computer leads to the guest no more."
    )


def _outer(rule: Forward) -> str:
    return f"{rule.protocol}:{rule.address}:{rule.host}"
