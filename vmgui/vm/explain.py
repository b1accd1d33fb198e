"""What QEMU's words mean when it doesn't start or ends by itself, and what to do about it.

QEMU's own words are always shown as well: what we recognise may be the smaller half.
"""

from __future__ import annotations

import re
import shlex
import signal
from dataclasses import dataclass

from vmgui.errors import VmguiError


@dataclass(frozen=True)
class _Rule:
    """Texts may name what the pattern's groups matched: {0}, {1}."""

    pattern: re.Pattern[str]
    code: str
    why: str
    remedy: str


def _rule(pattern: str, code: str, why: str, remedy: str) -> _Rule:
    return _Rule(re.compile(pattern, re.IGNORECASE), code, why, remedy)


# The first that matches counts: specific ones come first.
_RULES = (
    _rule(
        r"Could not access KVM kernel module: Permission denied",
        "kvm-permission",
        "You may not use /dev/kvm.",
        "Join the group that may, then log in again: sudo usermod -aG kvm $USER. "
        "Or set accelerator = “tcg” in the machine's definition: slower, needs no permission.",
    ),
    _rule(
        r"Could not access KVM kernel module|failed to initialize kvm",
        "no-kvm",
        "KVM can't be used on this computer.",
        "Switch on virtualisation in the computer's firmware set-up, or set accelerator = “tcg” "
        "in the machine's definition: slower, works everywhere.",
    ),
    _rule(
        r"KVM internal error|failed to set MSR|KVM_[A-Z_]+ failed|kvm_buf_set_msrs",
        "kvm-failed",
        "KVM failed, as it does on some computers that are virtual themselves.",
        "Set accelerator = “tcg” in the machine's definition: slower, works everywhere.",
    ),
    _rule(
        r"Could not set up host forwarding rule '(tcp|udp):([^:]*):(\d+)-",
        "port-taken",
        "Port {2} of this computer can't be forwarded: another program uses it, or it is below "
        "1024 and only the administrator may have it.",
        "Choose another host port in the machine's definition (network.forwards), or stop the "
        "other program: ss -lntup shows which.",
    ),
    _rule(
        r"(?:cannot set up guest memory|cannot allocate memory|failed to allocate memory"
        r"|os_mem_prealloc|qemu_memalign|mmap .* failed)",
        "no-memory",
        "This computer has not enough free memory for the guest.",
        "Close other programs, or give the machine less memory (memory = … in its definition).",
    ),
    _rule(
        r"'([^']*)' is not a valid device model name",
        "device-unknown",
        "This QEMU has no device “{0}”; it may lie in a package that is not installed.",
        "Install QEMU's optional modules (Debian: qemu-system-gui, qemu-block-extra), or choose "
        "another device in the machine's definition.",
    ),
    _rule(
        r"unsupported machine type|machine type does not support|machine type .* not found",
        "machine-unknown",
        "This QEMU has no such machine.",
        "Choose another in the definition (machine = …), or install a QEMU that has it.",
    ),
    _rule(
        r"(?:Failed to get .* lock|Failed to lock byte)",
        "file-in-use",
        "Another QEMU uses one of the machine's files.",
        "Stop the other machine that uses the same CD image or firmware variables.",
    ),
    _rule(
        r"could not load PC BIOS '([^']+)'|Could not find LPAR firmware '([^']+)'"
        r"|(?:Unable to load the RISC-V firmware|failed to find romfile) \"([^\"]+)\"",
        "firmware-missing",
        "The firmware that belongs to QEMU is not installed: {0}{1}{2}.",
        "Install it (Debian: qemu-system-data, seabios, opensbi, ipxe-qemu).",
    ),
    _rule(
        r"could not (?:open|load) kernel|error reading initrd|linux kernel too old",
        "cannot-load-kernel",
        "The kernel or its initrd can't be loaded.",
        "Check kernel and initrd in the machine's definition.",
    ),
    _rule(
        r"could not open '([^']+)'",
        "cannot-open",
        "The file {0} can't be opened.",
        "Check the path in the machine's definition, the drive and the permissions.",
    ),
    _rule(
        r"Failed to connect to '([^']*disk\d+\.sock)'",
        "backend",
        "QEMU could not reach the process that serves a disk.",
        "Try again; the log says more: vmgui vm log NAME.",
    ),
    _rule(
        r"Failed to bind socket to ([^:\n]+): |Failed to find an available port",
        "socket",
        "QEMU could not listen at {0}.",
        "Check the folder and its permissions, and that no other program listens there.",
    ),
    _rule(
        r"unable to find CPU model|Invalid CPU model|CPU model .* not found",
        "cpu-unknown",
        "This QEMU can't emulate that processor.",
        "Remove -cpu from extra_args in the machine's definition.",
    ),
    _rule(
        r"no slot/function available|No free slot|bus .* is full|is in use",
        "too-many-devices",
        "The machine has no room for so many devices.",
        "Detach some disks, or use another machine (q35 has more room than pc).",
    ),
    _rule(
        r"Unknown audio driver|Could not init [^\n]* audio|no default audio driver",
        "no-sound",
        "Sound can't be played here.",
        "Set sound = false in the machine's definition.",
    ),
    _rule(
        r"error while loading shared libraries: ([^:]+)",
        "qemu-broken",
        "QEMU's installation is incomplete: {0} is missing.",
        "Reinstall QEMU.",
    ),
    _rule(
        r"invalid option|Invalid parameter '|(Property|Parameter) '[^']*' (not found|is missing)",
        "argument-unknown",
        "QEMU does not know one of its arguments.",
        "Check extra_args in the machine's definition; vmgui vm command NAME shows all arguments. "
        "vmgui needs QEMU 7.2 or later.",
    ),
    _rule(
        r"No space left on device",
        "drive-full",
        "A drive of this computer is full.",
        "Free some room.",
    ),
)

_SIGNALS = {
    signal.SIGKILL: (
        "It was killed: by the system because memory ran out, or by somebody.",
        "Close other programs or give the machine less memory; journalctl -k tells which.",
    ),
    signal.SIGSYS: (
        "It tried something that its sandbox forbids.",
        "Check extra_args in the machine's definition; report it if there are none.",
    ),
}

# Of what QEMU said: so many lines, so many characters of each.
_MAX_LINES = 6
_MAX_WORDS = 300


def explain(name: str, status: int, words: str, *, started: bool = False) -> VmguiError:
    """The end of QEMU, told to a person.

    ``status`` is its exit status (negative: the signal), ``words`` the end of its standard
    error, ``started`` whether the guest ran already.
    """
    what = (
        f"The virtual machine “{name}” ended unexpectedly."
        if started
        else f"The virtual machine “{name}” could not be started."
    )
    said = f"QEMU says: {_quotable(words)}" if words.strip() else "QEMU says nothing about it."
    for rule in _RULES:
        if match := rule.pattern.search(words):
            groups = [group or "" for group in match.groups()]
            return VmguiError(
                what,
                why=f"{rule.why.format(*groups)} {said}",
                remedy=_addressed(rule.remedy.format(*groups), name),
                code=rule.code,
            )
    why, remedy = _by_signal(status)
    return VmguiError(
        what, why=f"{why} {said}".strip(), remedy=_addressed(remedy, name), code="qemu-failed"
    )


def _addressed(remedy: str, name: str) -> str:
    """Commands in a remedy with the machine's name in them."""
    return remedy.replace(" NAME", f" {shlex.quote(name)}")


def _by_signal(status: int) -> tuple[str, str]:
    remedy = "See the log: vmgui vm log NAME."
    if status >= 0:
        return (f"QEMU ended with status {status}." if status else ""), remedy
    number = signal.Signals(-status)
    if number in _SIGNALS:
        return _SIGNALS[number]
    return f"QEMU crashed ({number.name}).", remedy


def _quotable(words: str) -> str:
    """On one line, ending like a sentence; of many lines the first and the last."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if len(lines) > _MAX_LINES:
        lines = [*lines[: _MAX_LINES // 2], "…", *lines[-(_MAX_LINES // 2) :]]
    line = " / ".join(each[:_MAX_WORDS] for each in lines)
    return line if line.endswith((".", "!", "?")) else f"{line}."
