"""``vmgui vm create``"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any, get_args

import click

from vmgui.cli.forwarding import parse_forward
from vmgui.vm import pinning, store
from vmgui.vm.definition import (
    ARCH_NAMES,
    BUS_NAMES,
    Accelerator,
    Bus,
    Display,
    Firmware,
    Forward,
    Network,
    new,
)


def _forwards(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[Forward, ...]:
    try:
        return tuple(map(parse_forward, values))
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None


@click.command(
    name="create",
    epilog="Example: vmgui vm create debian --disk debian.vmg --cdrom debian.iso --forward 2222:22",
)
@click.argument("name")
@click.option("--arch", type=click.Choice(ARCH_NAMES), default="x86_64", show_default=True)
@click.option("--machine", help="QEMU's machine; by default q35 for PCs, virt for Arm and RISC-V.")
@click.option("--memory", default="2G", show_default=True, help="Such as 512M or 4G.")
@click.option("--cpus", type=int, default=2, show_default=True)
@click.option(
    "--disk",
    "disks",
    multiple=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="An existing disk (see vmgui disk create); may be given several times.",
)
@click.option(
    "--bus",
    type=click.Choice(BUS_NAMES),
    default="virtio",
    show_default=True,
    help="How the guest sees these disks.",
)
@click.option("--cdrom", metavar="ISO", type=click.Path(path_type=Path), help="A CD image.")
@click.option(
    "--firmware",
    type=click.Choice(get_args(Firmware)),
    default="default",
    show_default=True,
    help="By default BIOS for PCs, UEFI for Arm.",
)
@click.option(
    "--accelerator",
    type=click.Choice(get_args(Accelerator)),
    default="auto",
    show_default=True,
    help="KVM is fast; TCG works everywhere.",
)
@click.option(
    "--forward",
    "forwards",
    multiple=True,
    callback=_forwards,
    metavar="HOST:GUEST",
    help="Let this computer's port lead to the guest's; “udp:” or an address may stand before.",
)
@click.option("--no-network", is_flag=True, help="No network card.")
@click.option("--no-display", is_flag=True, help="No screen, only the serial line.")
@click.option("--sound", is_flag=True, help="Let the guest play sound.")
@click.option("--kernel", type=click.Path(path_type=Path), help="Start this kernel directly.")
@click.option("--initrd", type=click.Path(path_type=Path), help="Its initial RAM disk.")
@click.option("--append", help="Its command line.")
@click.option("--force", is_flag=True, help="Replace a machine of the same name.")
def command(
    name: str,
    disks: tuple[Path, ...],
    bus: Bus,
    forwards: tuple[Forward, ...],
    no_network: bool,
    no_display: bool,
    force: bool,
    **fields: Any,
) -> None:
    """Define the virtual machine NAME. Its disks are remembered as they are now."""
    for key in ("cdrom", "kernel", "initrd"):
        if fields[key] is not None:
            fields[key] = str(fields[key].absolute())
    if fields["machine"] is None:
        del fields["machine"]
    definition = new(
        name,
        network=Network(kind="none" if no_network else "user", forwards=forwards),
        display=Display(kind="none" if no_display else "vnc"),
        **fields,
    )
    for disk in disks:
        definition = pinning.attach(definition, disk, bus=bus)
    if force and store.exists(name):
        store.delete(name)
    store.create(definition)
    click.echo(f"Created “{name}”. Start it with: vmgui vm start {shlex.quote(name)}")
