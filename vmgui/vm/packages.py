"""The command that installs what is missing, as this computer's system names it."""

from __future__ import annotations

import shutil

# The tools in the order to look for them; Homebrew's comes last, since Linux can have it too.
_TOOLS = {
    "apt-get": "sudo apt-get install",
    "dnf": "sudo dnf install",
    "pacman": "sudo pacman -S",
    "zypper": "sudo zypper install",
    "brew": "brew install",
}

# What each tool calls it; "" for brew: it comes with QEMU. A family that isn't named has none.
_QEMU = {
    "x86_64": ("qemu-system-x86", "qemu-system-x86", "qemu-system-x86", "qemu-x86", "qemu"),
    "i386": ("qemu-system-x86", "qemu-system-x86", "qemu-system-x86", "qemu-x86", "qemu"),
    "aarch64": (
        "qemu-system-arm", "qemu-system-aarch64", "qemu-system-aarch64", "qemu-arm", "qemu",
    ),
    "riscv64": (
        "qemu-system-misc", "qemu-system-riscv", "qemu-system-riscv", "qemu-extra", "qemu",
    ),
    "ppc64": ("qemu-system-ppc", "qemu-system-ppc", "qemu-system-ppc", "qemu-ppc", "qemu"),
}  # fmt: skip
FIRMWARE = {
    "x86_64": ("ovmf", "edk2-ovmf", "edk2-ovmf", "qemu-ovmf-x86_64", ""),
    "aarch64": ("qemu-efi-aarch64", "edk2-aarch64", "edk2-aarch64", "qemu-uefi-aarch64", ""),
    "riscv64": ("qemu-efi-riscv64", "edk2-riscv64", "", "", ""),
}
_OTHERS = {
    "tpm": ("swtpm",) * 5,
    "keyring": (*("gnome-keyring",) * 4, ""),
}


def command(thing: str, arch: str = "") -> str:
    """What to type for “qemu”, “firmware” (both for ``arch``), “tpm” or “keyring”.

    "" where it is not known here.
    """
    names = _names(thing, arch)
    for (tool, install), name in zip(_TOOLS.items(), names, strict=True):
        if shutil.which(tool):
            return f"{install} {name}" if name else ""
    return ""


def _names(thing: str, arch: str) -> tuple[str, ...]:
    named = {"qemu": _QEMU, "firmware": FIRMWARE}.get(thing)
    return _OTHERS[thing] if named is None else named.get(arch, ("",) * len(_TOOLS))


def advice(thing: str, arch: str = "") -> str:
    """The same as a sentence; without a command, the name that Debian's package has."""
    found = command(thing, arch)
    if found:
        return f"Install it: {found}."
    return f"Install the package {_names(thing, arch)[0]}, or as your system names it."
