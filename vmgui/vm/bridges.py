"""This computer's network bridges, which QEMU's helper may let an ordinary user's guests join.

The helper is set-user-ID root and obeys ``/etc/qemu/bridge.conf``. It is run before the supervisor
gives up gaining privileges, and hands over the descriptor of a network interface: QEMU itself
needs no rights and may start no program.
"""

from __future__ import annotations

import os
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

from vmgui.errors import VmguiError

_NETS = Path("/sys/class/net")
_RULES = Path("/etc/qemu/bridge.conf")
_HELPERS = (
    "/usr/lib/qemu/qemu-bridge-helper",
    "/usr/libexec/qemu-bridge-helper",
    "/usr/local/libexec/qemu-bridge-helper",
)
_MAX_INCLUDES = 8


class BridgeRefused(VmguiError):
    """A guest can't join a bridge."""

    code = "bridge"


@dataclass(frozen=True)
class Bridge:
    """A bridge of this computer. ``problem`` says why guests can't join it, ``remedy`` what to do;
    both empty where they can.
    """

    name: str
    problem: str = ""
    remedy: str = ""


def bridges() -> list[Bridge]:
    """All bridges, by name; never raises."""
    try:
        names = sorted(each.name for each in _NETS.iterdir() if (each / "bridge").is_dir())
    except OSError:
        return []
    return [look_at(name) for name in names]


def look_at(name: str) -> Bridge:
    """Whether guests can join the bridge ``name``, as far as this can be told beforehand."""
    if not (_NETS / name / "bridge").is_dir():
        return Bridge(
            name,
            f"This computer has no bridge {name}.",
            f"Make one: sudo ip link add {name} type bridge && sudo ip link set {name} up.",
        )
    helper = _helper()
    if helper is None:
        return Bridge(
            name,
            "QEMU's bridge helper is not installed.",
            "Install it (Debian: qemu-system-common).",
        )
    if os.geteuid() != 0 and not helper.stat().st_mode & 0o4000:
        return Bridge(
            name,
            "QEMU's bridge helper may not do its work for ordinary users.",
            f"Allow it: sudo chmod u+s {helper}.",
        )
    if not allowed(name):
        return Bridge(
            name,
            f"The file {_RULES} does not allow the bridge {name}.",
            f"Allow it: echo 'allow {name}' | sudo tee -a {_RULES}.",
        )
    return Bridge(name)


def allowed(name: str, rules: Path = _RULES, depth: int = 0) -> bool:
    """Whether the helper's rules let guests join: the last line that fits decides."""
    try:
        lines = rules.read_text(encoding="utf-8", errors="replace").splitlines()
    except PermissionError:
        return True  # the helper can read it, and will tell
    except OSError:
        return False
    verdict = False
    for line in lines:
        words = line.partition("#")[0].split()
        if len(words) != 2:
            continue
        if words[0] == "include" and depth < _MAX_INCLUDES:
            verdict = allowed(name, Path(words[1]), depth + 1) or verdict
        elif words[1] in {name, "all"} and words[0] in {"allow", "deny"}:
            verdict = words[0] == "allow"
    return verdict


def join(name: str) -> int:
    """A descriptor of a new interface on the bridge. Raises :exc:`BridgeRefused`."""
    known = look_at(name)
    helper = _helper()
    if known.problem or helper is None:
        raise BridgeRefused(
            f"The guest can't join the bridge {name}.", why=known.problem, remedy=known.remedy
        )
    ours, theirs = socket.socketpair()
    with ours, theirs:
        done = subprocess.run(
            [helper, "--use-vnet", f"--br={name}", f"--fd={theirs.fileno()}"],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        theirs.close()
        fds = socket.recv_fds(ours, 1, 1)[1] if done.returncode == 0 else []
    if not fds:
        raise BridgeRefused(
            f"The guest can't join the bridge {name}.",
            why=f"QEMU's bridge helper says: {done.stderr.strip() or done.returncode}.",
            remedy=f"Check {_RULES} and the bridge: ip link show {name}.",
        )
    return fds[0]


def _helper() -> Path | None:
    return next((Path(each) for each in _HELPERS if os.path.exists(each)), None)
