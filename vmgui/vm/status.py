"""What is known of a machine at a moment; crosses from supervisors to windows as JSON."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

State = Literal["stopped", "starting", "running", "paused", "stopping", "crashed"]


class Status(msgspec.Struct, frozen=True):
    """The state of a machine and why.

    ``since`` is when the state began (ISO 8601, UTC; "" where unknown). ``message`` is a sentence
    on why it is in this state, ``error`` the last failure as VmguiError.as_dict() has it, of this
    run or of the last one. The rest is told while a supervisor runs: ``accelerator`` ("kvm",
    "tcg"), ``vnc`` and ``serial`` (paths of sockets, "" where there is none), ``qemu_pid``,
    ``supervisor_pid``, and for each disk ``path``, ``state`` ("open", "lost"), ``restarts``,
    ``transport`` ("vhost-user", "nbd").
    """

    state: State = "stopped"
    since: str = ""
    message: str = ""
    error: dict[str, str] | None = None
    accelerator: str = ""
    vnc: str = ""
    serial: str = ""
    qemu_pid: int | None = None
    supervisor_pid: int | None = None
    disks: tuple[dict[str, Any], ...] = ()

    @property
    def active(self) -> bool:
        """Whether there is a supervisor."""
        return self.state in {"starting", "running", "paused", "stopping"}
