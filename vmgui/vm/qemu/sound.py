"""Sound, where somebody wants it: loudspeakers only, the guest gets no microphone."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-audiodev and an Intel HD Audio card."""
    if not definition.sound:
        return []
    result = ["-audiodev", f"{host.audio},id=audio0", "-device", "ich9-intel-hda,id=hda"]
    return [*result, "-device", "hda-output,bus=hda.0,audiodev=audio0"]
