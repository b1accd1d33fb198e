"""The machine itself: board, accelerator, processors, memory."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import escape, options
from vmgui.vm.qemu.transport import MEMORY, shares_memory


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-name, -uuid, -machine, -accel, -cpu, -smp, -m, and -object where memory is shared."""
    shared = shares_memory(definition, host)
    x86 = definition.arch in {"x86_64", "i386"}
    board = options(
        definition.machine,
        {
            # The guest's memory may hold its secrets: neither dumped nor shared with other guests.
            "dump-guest-core": False,
            "mem-merge": False,
            # VMware's back door, which nothing needs.
            "vmport": False if x86 else None,
            # With version 3 of the interrupt controller there can be more than 8 processors.
            "gic-version": "max" if definition.arch == "aarch64" else None,
            "smm": True if host.uefi and host.uefi.smm else None,
            "memory-backend": MEMORY if shared else None,
            "pflash0": "firmware" if host.uefi else None,
            "pflash1": "variables" if host.uefi else None,
        },
    )
    result = ["-name", f"guest={escape(definition.name)}", "-uuid", definition.id]
    # QEMU spreads TCG over several threads by itself wherever that is right.
    result += ["-machine", board, "-accel", host.accelerator]
    if host.cpu:
        result += ["-cpu", host.cpu]
    cpus = definition.cpus
    result += ["-smp", options(str(cpus), {"sockets": 1, "cores": cpus, "threads": 1})]
    size = f"{definition.memory_bytes >> 20}M"
    if shared:
        memory = options("memory-backend-memfd", {"id": MEMORY, "size": size, "share": True})
        result += ["-object", memory]
    return [*result, "-m", size]
