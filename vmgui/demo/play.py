"""The demonstration from its beginning to its end."""

from __future__ import annotations

import re
import secrets
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from vmgui import job
from vmgui.demo.machines import DISK_SIZE, Machine, machines
from vmgui.demo.plain import PlainDisk
from vmgui.demo.proof import Subject, prove
from vmgui.demo.report import Report
from vmgui.demo.stage import environment, stage, uninterrupted
from vmgui.errors import VmguiError
from vmgui.paths import disks_dir, private_directory, runtime_dir
from vmgui.vm import client, definition, pinning, store

# Seconds until a guest that says nothing is given up. Without KVM, on two busy cores, the slower
# one takes about twenty.
_PATIENCE = 240.0
_TERMINAL_CODES = re.compile(r"\x1b\[[0-9;=?]*[A-Za-z]")
_COMPLAINTS = re.compile(r"(?:error: |Script Error).*")

Which = Literal["boot", "data"]
_DISKS: tuple[Which, ...] = ("boot", "data")


@dataclass
class Player:
    """A machine with its passphrases, which are in this process's memory only."""

    machine: Machine
    passphrases: dict[Which, bytearray] = field(
        default_factory=lambda: {
            which: bytearray(secrets.token_urlsafe(24).encode()) for which in _DISKS
        }
    )

    @property
    def name(self) -> str:
        return self.machine.name

    def disk(self, which: Which) -> Path:
        """The file of one of its disks."""
        return disks_dir() / f"{self.name}-{which}.vmg"


def play(report: Report, *, keep: bool, folder: Path | None) -> None:
    """Do it all. Raises :exc:`VmguiError` where anything is not as it must be."""
    with stage(folder, temporary=not keep) as home:
        players = [Player(machine) for machine in machines()]
        report.title("vmgui demo: two virtual machines, two encrypted disks each")
        end = "stays for a look" if keep else "is removed at the end; --keep leaves it"
        report.line(f"All of it lies below {home} and {end}.")
        try:
            _create(report, players)
            _run(report, players, "first")
            _run(report, players, "later")
            report.step("Proof, from the files as they lie on the host")
            prove(report, home, [_subject(each, which) for each in players for which in _DISKS])
            report.title(f"All of it held, in {report.seconds:.0f} seconds.")
        finally:
            if keep:
                _tell_what_is_left(report, home, players)
            for player in players:
                for passphrase in player.passphrases.values():
                    passphrase[:] = bytes(len(passphrase))


def _create(report: Report, players: list[Player]) -> None:
    report.step("Creating the disks, each with a random passphrase, and the machines")
    private_directory(disks_dir())
    for player in players:
        machine = player.machine
        new = definition.new(
            machine.name,
            machine.arch,
            memory=machine.memory,
            cpus=1,
            accelerator="tcg",  # there is little to speed up, and this works everywhere
            firmware=machine.firmware,
            network=definition.Network(kind="none"),
            display=definition.Display(kind="none"),
        )
        for boot, which in enumerate(_DISKS, start=1):
            _create_disk(player, which)
            new = pinning.attach(new, player.disk(which), boot=boot)
        store.create(new)
        report.line(
            f"{player.name}  {machine.title}, two disks of {DISK_SIZE >> 20} MiB, "
            f"AES-XTS with {machine.key_bits}-bit keys"
        )
    report.line("(Argon2id at its floor, 64 MiB and 3 passes, to be quick; usual is a second.)")


def _create_disk(player: Player, which: Which) -> None:
    """An encrypted disk with the guest's own bytes on it, put there through its backend."""
    path, passphrase = player.disk(which), player.passphrases[which]
    params = {
        "path": str(path),
        "size": DISK_SIZE,
        "plugin": "aes-xts",
        "options": {"key_bits": player.machine.key_bits},
        "unlock_seconds": 0,
    }
    with uninterrupted():
        job.run("create", params, [passphrase])
    content = player.machine.boot if which == "boot" else player.machine.data
    if content:
        with PlainDisk(path, runtime_dir(), passphrase) as disk:
            disk.write(0, content)


def _run(report: Report, players: list[Player], which: Literal["first", "later"]) -> None:
    """Start both machines, hear what their guests say, and stop them."""
    report.step("First start, both at once" if which == "first" else "Second start")
    for player in players:
        with uninterrupted():
            client.start(player.name, dict(enumerate(player.passphrases.values())))
    _check_all_run(players)
    for player in players:
        said = _listen(player, getattr(player.machine, which))
        report.line(f"{player.name}  says “{said}”")
        if player.machine.power_button:
            client.request(player.name, "shutdown")
    for player in players:
        _await_end(player)
    how = " and ".join(
        f"{each.name} {'by its power button' if each.machine.power_button else 'by itself'}"
        for each in players
    )
    report.line(f"Both are off: {how}.")


def _check_all_run(players: list[Player]) -> None:
    for player in players:
        state = client.status(player.name).state
        if state != "running":
            raise VmguiError(
                f"{player.name} does not run at the same time as the other machine.",
                why=f"It is {state}.",
                code="demo",
            )


def _listen(player: Player, wanted: re.Pattern[str]) -> str:
    """Wait for a guest's line. Raises :exc:`VmguiError` when it says anything else for good."""
    log = store.places(store.load(player.name)).serial_log
    deadline = time.monotonic() + _PATIENCE
    while True:
        # Asked before the log is read: what a guest says last must not be missed.
        active = client.status(player.name).active
        said = log.read_text(errors="replace") if log.exists() else ""
        said = _TERMINAL_CODES.sub("", said)
        if match := wanted.search(said):
            return match[0]
        complaint = _COMPLAINTS.search(said)
        if complaint or not active or time.monotonic() > deadline:
            what = f"It said: {complaint[0]}" if complaint else _last_words(said)
            raise VmguiError(
                f"The guest of {player.name} did not do its work.",
                why=what,
                remedy=f"Run it again with --keep and read {log.name}.",
                code="demo",
            )
        time.sleep(0.1)


def _last_words(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return f"Its last line was “{lines[-1]}”." if lines else "It said nothing at all."


def _await_end(player: Player) -> None:
    ended = client.wait_stopped(player.name, _PATIENCE)
    status = client.status(player.name)
    if not ended or status.state != "stopped":
        raise VmguiError(
            f"{player.name} did not switch off.",
            why=status.message or f"It is {status.state}.",
            remedy="Run it again with --keep and read its log: vmgui vm log.",
            code="demo",
        )


def _subject(player: Player, which: Which) -> Subject:
    return Subject(
        vm=player.name,
        index=_DISKS.index(which),
        path=player.disk(which),
        passphrase=player.passphrases[which],
        sample=player.machine.sample if which == "data" else player.machine.boot[:512],
        names=player.machine.names if which == "data" else (),
    )


def _tell_what_is_left(report: Report, home: Path, players: list[Player]) -> None:
    disk = players[0].disk("data")
    report.title("Left for a look")
    for line in (
        "export " + " ".join(f"{name}={value}" for name, value in environment(home).items()),
        f"vmgui disk info {disk}",
        f"hexdump -C {disk} | less",
        f"cat {store.folder(players[0].name) / store.FILE}",
        f"vmgui vm start {players[0].name}",
        f"vmgui vm log {players[0].name}",
        f"rm -r {home}{'' if runtime_dir().is_relative_to(home) else f' {runtime_dir()}'}",
    ):
        report.line(line)
    report.line("Passphrases, of no use for anything else:")
    for player in players:
        for which, passphrase in player.passphrases.items():
            report.line(f"{player.disk(which).name}  {passphrase.decode()}")
