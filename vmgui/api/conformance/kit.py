"""The list of checks, and running them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vmgui.api import Manifest
from vmgui.api.conformance import package
from vmgui.api.conformance.fault import Fault
from vmgui.api.conformance.subject import Subject

Outcome = Literal["passed", "failed", "not-applicable", "not-run"]
Who = Literal["all", "encrypting", "plain-size", "authenticated", "with-answers"]

_NOT_FOR: dict[Who, str] = {
    "all": "",
    "encrypting": "the manifest says that it does not encrypt",
    "plain-size": "for ciphers without tags",
    "authenticated": "for ciphers with tags; this one has none",
    "with-answers": "the package has no vectors.toml",
}


@dataclass(frozen=True)
class Check:
    """One check. ``title`` says what is so when it passes; ``who``: whom it is for."""

    name: str
    title: str
    who: Who
    body: Callable[[Subject], None]

    def applies(self, manifest: Manifest, folder: Path) -> bool:
        """Whether a plug-in with this manifest can be held to it."""
        offer = manifest.cipher
        return {
            "all": True,
            "encrypting": offer.encrypts,
            "plain-size": offer.encrypts and not offer.tag_size,
            "authenticated": offer.tag_size > 0,
            "with-answers": (folder / "vectors.toml").exists(),
        }[self.who]


@dataclass(frozen=True)
class Result:
    """How a check ended. ``fault`` is a sentence on what is wrong, ``look`` where to look."""

    check: str
    title: str
    outcome: Outcome
    fault: str = ""
    look: str = ""


CHECKS: dict[str, Check] = {}


def check(
    name: str, title: str, who: Who = "all"
) -> Callable[[Callable[[Subject], None]], Callable[[Subject], None]]:
    """Enter a function among the checks, in the order in which they are defined."""

    def enter(body: Callable[[Subject], None]) -> Callable[[Subject], None]:
        CHECKS[name] = Check(name, title, who, body)
        return body

    return enter


def run_checks(
    folder: Path, names: Iterable[str], beat: Callable[[], None] = lambda: None
) -> Iterator[Result]:
    """Do the named checks with the plug-in in ``folder``, in that order.

    Its code runs in this process: the caller decides which process that is.
    """
    todo = [CHECKS[name] for name in names]
    try:
        subject = Subject(folder, beat)
        if not subject.settings:
            raise Fault(
                subject.refusals[0].what,
                "The defaults in plugin.toml must be a combination that the class serves.",
            )
    except Fault as fault:
        yield from _unusable(todo, fault)
        return
    for each in todo:
        yield _one(each, subject)


def _one(each: Check, subject: Subject) -> Result:
    if not each.applies(subject.manifest, subject.folder):
        return Result(each.name, each.title, "not-applicable", _NOT_FOR[each.who])
    try:
        each.body(subject)
    except Fault as fault:
        return Result(each.name, each.title, "failed", fault.what, fault.look)
    return Result(each.name, each.title, "passed")


def _unusable(todo: list[Check], fault: Fault) -> Iterator[Result]:
    """The first check tells what is wrong; the others can't be done."""
    first, *rest = todo
    yield Result(first.name, first.title, "failed", fault.what, fault.look)
    for each in rest:
        yield Result(each.name, each.title, "not-run", "the plug-in could not be started")


def applicable(folder: Path) -> list[Check]:
    """The checks that a plug-in is held to, from its manifest alone. Raises :exc:`Fault`."""
    manifest = package.read_manifest(folder)
    package.check_kind(manifest)
    return [each for each in CHECKS.values() if each.applies(manifest, folder)]
