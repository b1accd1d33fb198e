"""Starting a kernel without a boot loader."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-kernel, -initrd, -append."""
    values = (
        ("-kernel", definition.kernel),
        ("-initrd", definition.initrd),
        ("-append", definition.append),
    )
    return [word for option, value in values if value for word in (option, value)]
