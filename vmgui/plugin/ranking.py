"""Which plug-in is recommended to a person. Window and command line show this same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vmgui.plugin import speed as speeds
from vmgui.plugin.found import Missing, Plugin, Unusable, missing, scan
from vmgui.plugin.speed import Speed
from vmgui.plugin.trust import Trust

# MB/s in the slowest of the four measurements. Faster than a hard disk and a network, so that
# noticing tampering costs a person nothing that they would see.
FAST_ENOUGH = 300.0


@dataclass(frozen=True)
class Choice:
    """A plug-in as one offers it. ``speed`` is None until it was measured here.

    ``changes`` say in a few words each what changed since it was approved.
    """

    plugin: Plugin
    trust: Trust
    changes: tuple[str, ...]
    speed: Speed | None
    recommended: bool = False

    @property
    def name(self) -> str:
        """What ``--plugin`` takes."""
        return self.plugin.manifest.name


@dataclass(frozen=True)
class Choices:
    """All plug-ins, best first; what can't be one; what was approved once and is not here."""

    ranked: tuple[Choice, ...]
    unusable: tuple[Unusable, ...]
    missing: tuple[Missing, ...]

    @property
    def recommended(self) -> Choice | None:
        """The one to offer first; None if none of them encrypts and may run."""
        return next((each for each in self.ranked if each.recommended), None)


def choices(known: Callable[[Plugin], Speed | None] = speeds.known) -> Choices:
    """Rank all plug-ins of this computer; their files are read for that, none of them is run."""
    plugins, unusable = scan()
    ranked = rank([(each, known(each)) for each in plugins])
    return Choices(ranked, tuple(unusable), tuple(missing(plugins, unusable)))


def rank(plugins: list[tuple[Plugin, Speed | None]]) -> tuple[Choice, ...]:
    """The order: each rule decides only between those that all rules before it leave equal.

    1. Whose code may run (came with vmgui, or approved) before whose may not.
    2. Encrypting before not encrypting.
    3. Those that came with vmgui before approved strangers: an approval says “it may”, not
       “it is better”.
    4. vmgui's own container before foreign ones: only it has a signed header.
    5. Noticing tampering *and* measured here to be fast enough (:data:`FAST_ENOUGH` in each
       direction, with short and with long runs), before all others.
    6. Of those: the faster. Of the others: one that notices nothing before one that does,
       since that one was found slow or was not measured yet.
    7. By name.

    The first is recommended, if its code may run and it encrypts.
    """
    order = sorted(plugins, key=lambda each: _key(*each))
    return tuple(
        Choice(
            plugin,
            plugin.trust,
            tuple(plugin.changes),
            speed,
            index == 0 and plugin.approved and plugin.manifest.cipher.encrypts,
        )
        for index, (plugin, speed) in enumerate(order)
    )


def undecided(ranked: Iterable[Choice]) -> list[str]:
    """The names of those that may be recommended once they are measured."""
    return [
        each.name
        for each in ranked
        if each.trust is Trust.BUNDLED
        and each.speed is None
        and each.plugin.manifest.cipher.authenticated
    ]


def default() -> Plugin | None:
    """What ``disk create`` takes when nobody says: the recommendation without any measurement.

    So it is the same on each computer, however fast, and whatever was measured or approved there;
    a script gets what its author tried. None where nothing that came with vmgui encrypts.
    """
    found = next(iter(rank([(each, None) for each in scan()[0] if each.bundled])), None)
    return found.plugin if found is not None and found.recommended else None


def _key(plugin: Plugin, speed: Speed | None) -> tuple[bool | float | str, ...]:
    manifest = plugin.manifest
    authenticated = manifest.cipher.authenticated
    good = authenticated and speed is not None and speed.slowest >= FAST_ENOUGH
    return (
        not plugin.approved,
        not manifest.cipher.encrypts,
        not plugin.bundled,
        manifest.kind != "cipher",
        not good,
        -speed.slowest if good and speed is not None else float(authenticated),
        manifest.name,
    )
