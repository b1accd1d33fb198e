"""Where one virtual machine keeps its things."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vmgui.paths import private_directory, runtime_dir, state_dir


@dataclass(frozen=True)
class Places:
    """The files and sockets of the machine with this ``id`` whose definition lies in ``folder``.

    ``runtime`` is gone after a reboot, ``state`` stays until the machine is deleted.
    """

    id: str
    folder: Path
    runtime: Path
    state: Path

    @classmethod
    def of(cls, vm_id: str, folder: Path) -> Places:
        """The places of a machine; none of them is made here."""
        # Eight digits keep sockets' paths short; two machines that share them can't run at once.
        return cls(
            vm_id, folder, runtime_dir() / "vm" / vm_id[:8], state_dir() / "vms" / vm_id
        )  # fmt: skip

    def make(self) -> None:
        """Make the directories. Raises :exc:`vmgui.errors.VmguiError`."""
        for directory in (self.runtime.parent, self.runtime, self.state.parent, self.state):
            private_directory(directory)

    def variables(self, *, secure: bool = False) -> Path:
        """UEFI's variables, beside the definition; those with secure boot hold its keys."""
        return self.folder / ("vars-secure.fd" if secure else "vars.fd")

    @property
    def tpm_state(self) -> Path:
        """The directory with what the guest's TPM keeps, beside the definition."""
        return self.folder / "tpm"

    @property
    def tpm(self) -> Path:
        """The socket of the guest's TPM."""
        return self.runtime / "tpm.sock"

    @property
    def lock(self) -> Path:
        """Held by the supervisor."""
        return self.runtime / "lock"

    @property
    def control(self) -> Path:
        """The supervisor's socket: status, pause, …"""
        return self.runtime / "control.sock"

    @property
    def vnc(self) -> Path:
        """The guest's screen."""
        return self.runtime / "vnc.sock"

    @property
    def serial(self) -> Path:
        """The guest's first serial line."""
        return self.runtime / "serial.sock"

    def network(self, name: str) -> Path:
        """Where this user's machines reach a private network."""
        return self.runtime.parents[1] / "net" / f"{name}.sock"

    def disk(self, index: int) -> Path:
        """The socket at which a disk is served."""
        return self.runtime / f"disk{index}.sock"

    @property
    def state_file(self) -> Path:
        """The last known state."""
        return self.state / "state.json"

    @property
    def log(self) -> Path:
        """What happened to the machine, in our words."""
        return self.state / "vm.log"

    @property
    def qemu_log(self) -> Path:
        """What QEMU said on its standard error."""
        return self.state / "qemu.log"

    @property
    def serial_log(self) -> Path:
        """What the guest wrote to its serial line."""
        return self.state / "serial.log"

    @property
    def backend_log(self) -> Path:
        """What the disks' backends said."""
        return self.state / "backend.log"
