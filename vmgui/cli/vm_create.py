"""``vmgui vm create``"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import click
import msgspec

from vmgui.cli.devices import parse_network, parse_share, parse_usb
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
    Share,
    Usb,
    new,
)


def _each(parse: Callable[[str], Any]) -> Callable[..., tuple[Any, ...]]:
    """A callback that reads every value of an option that may be given several times."""

    def read(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> Any:
        try:
            return tuple(map(parse, values))
        except ValueError as error:
            raise click.BadParameter(str(error), ctx, param) from None

    return read


def _network(ctx: click.Context, param: click.Parameter, value: str) -> Network:
    network: Network = _each(parse_network)(ctx, param, (value,))[0]
    return network


def _shares(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[Share, ...]:
    """Those without a name of their own get names that differ."""
    shares: list[Share] = []

    def read(value: str) -> Share:
        shares.append(parse_share(value, {each.tag for each in shares}))
        return shares[-1]

    return _each(read)(ctx, param, values)


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
    callback=_each(parse_forward),
    metavar="HOST:GUEST",
    help="Let this computer's port lead to the guest's; “udp:” or an address may stand before.",
)
@click.option(
    "--network",
    default="user",
    show_default=True,
    callback=_network,
    metavar="KIND",
    help="user, none, bridge:br0 (a bridge of this computer) or private:NAME (your own machines).",
)
@click.option("--no-network", is_flag=True, help="The same as --network none.")
@click.option("--no-display", is_flag=True, help="No screen, only the serial line.")
@click.option("--sound", is_flag=True, help="Let the guest play sound.")
@click.option("--tpm", is_flag=True, help="Give it a TPM 2, which swtpm emulates.")
@click.option(
    "--secure-boot", is_flag=True, help="UEFI that starts only what Microsoft's keys have signed."
)
@click.option("--cd-first", is_flag=True, help="Start from the CD before the disks.")
@click.option(
    "--share",
    "shares",
    multiple=True,
    callback=_shares,
    metavar="PATH[:TAG[:ro]]",
    help="A folder that the guest can mount under the name TAG; ro: it may only read.",
)
@click.option(
    "--usb",
    multiple=True,
    callback=_each(parse_usb),
    metavar="VVVV:PPPP[@PORT]",
    help="A USB device of this computer, as lsusb prints it.",
)
@click.option("--system", default="", help="The guest's system, named as by osinfo: debian12.")
@click.option("--group", default="", help="What the window's library lists it under.")
@click.option("--kernel", type=click.Path(path_type=Path), help="Start this kernel directly.")
@click.option("--initrd", type=click.Path(path_type=Path), help="Its initial RAM disk.")
@click.option("--append", help="Its command line.")
@click.option("--force", is_flag=True, help="Replace a machine of the same name.")
def command(
    name: str,
    disks: tuple[Path, ...],
    bus: Bus,
    forwards: tuple[Forward, ...],
    network: Network,
    no_network: bool,
    no_display: bool,
    shares: tuple[Share, ...],
    usb: tuple[Usb, ...],
    force: bool,
    **fields: Any,
) -> None:
    """Define the virtual machine NAME. Its disks are remembered as they are now."""
    for key in ("cdrom", "kernel", "initrd"):
        if fields[key] is not None:
            fields[key] = str(fields[key].absolute())
    if fields["machine"] is None:
        del fields["machine"]
    if fields["secure_boot"] and fields["firmware"] == "default":
        fields["firmware"] = "uefi"  # there is no other way to have it
    if no_network:
        network = Network(kind="none")
    definition = new(
        name,
        network=msgspec.structs.replace(network, forwards=forwards),
        display=Display(kind="none" if no_display else "vnc"),
        shares=shares,
        usb=usb,
        **fields,
    )
    for disk in disks:
        definition = pinning.attach(definition, disk, bus=bus)
    if force and store.exists(name):
        store.delete(name)
    store.create(definition)
    click.echo(f"Created “{name}”. Start it with: vmgui vm start {shlex.quote(name)}")
