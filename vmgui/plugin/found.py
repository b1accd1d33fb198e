"""Which plug-ins are there: from manifests alone, without running any of their code.

A plug-in is found through the entry-point group ``vmgui.plugins`` of an installed distribution
(its value is the package that holds ``plugin.toml``) or as a folder in the drop-in directory
that holds such a package.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from uuid import UUID

from vmgui.api import Manifest, ManifestError
from vmgui.errors import VmguiError
from vmgui.paths import data_dir
from vmgui.plugin import trust
from vmgui.plugin.trust import Approval, Trust

GROUP = "vmgui.plugins"
MANIFEST = "plugin.toml"
MAX_MANIFEST = 64 << 10


@dataclass(frozen=True)
class Plugin:
    """A plug-in whose manifest is good. ``folder`` is its package's; ``bundled``: came with us."""

    manifest: Manifest
    folder: Path
    bundled: bool

    @cached_property
    def files(self) -> dict[bytes, str]:
        """The hash of each of its files."""
        return trust.hashes(self.folder)

    @cached_property
    def digest(self) -> str:
        """SHA-256 over its files: what an approval is given for."""
        return trust.digest(self.files)

    @property
    def trust(self) -> Trust:
        """Whether its code may run, and why."""
        if self.bundled:
            return Trust.BUNDLED
        given = self._approval
        if given is None:
            return Trust.NOT_APPROVED
        return Trust.APPROVED if given.digest == self.digest else Trust.CHANGED

    @property
    def approved(self) -> bool:
        """Whether its code may run."""
        return self.trust.may_run

    @property
    def measurable(self) -> bool:
        """Whether its speed can be measured by itself, without a disk: a cipher's can."""
        return self.manifest.kind == "cipher"

    @property
    def changes(self) -> list[str]:
        """What changed since it was approved, in a few words each."""
        given = self._approval
        if given is None or given.digest == self.digest:
            return []
        return trust.changes(given, self.manifest.version, self.files)

    @property
    def _approval(self) -> Approval | None:
        return trust.approvals().get(str(self.manifest.id))

    def approve(self) -> None:
        """The person trusts it as it is now. Raises :exc:`VmguiError`."""
        manifest = self.manifest
        given = trust.approval(manifest.name, manifest.publisher, manifest.version, self.files)
        trust.approve(manifest.id, given)

    def revoke(self) -> None:
        """The person trusts it no more. Raises :exc:`VmguiError`."""
        trust.revoke(self.manifest.id)


@dataclass(frozen=True)
class Unusable:
    """Something that wants to be a plug-in, and why it can't be one. ``id``: "" or its claim."""

    name: str
    folder: Path
    why: str
    id: str = ""


@dataclass(frozen=True)
class Missing:
    """A plug-in that was approved, and is not installed now: its disks can't be opened."""

    id: UUID
    approval: Approval


class PluginMissing(VmguiError):
    """No such plug-in is installed."""

    code = "plugin-missing"


def drop_in_dir() -> Path:
    """Where a person may put plug-in packages without installing them."""
    return data_dir() / "plugins"


def scan() -> tuple[list[Plugin], list[Unusable]]:
    """All plug-ins, by name, and all that can't be used."""
    plugins: dict[UUID, Plugin] = {}
    unusable = []
    for name, folder, bundled in (*_installed(), *_dropped_in()):
        try:
            manifest = _read_manifest(folder)
            if not manifest.entry.startswith((f"{folder.name}:", f"{folder.name}.")):
                raise ManifestError(f"Its entry is not in the package {folder.name}.")
            twin = plugins.get(manifest.id)
            if twin is not None and twin.folder != folder:
                raise ManifestError(f"It has the same id as {twin.manifest.name}.")
            if any(p.manifest.name == manifest.name and p is not twin for p in plugins.values()):
                raise ManifestError(f"There is another plug-in named {manifest.name}.")
        except ManifestError as error:
            claimed = _claims(folder)
            unusable.append(
                Unusable(claimed.get("name", name), folder, str(error), claimed.get("id", ""))
            )
        else:
            # Whoever else names our package does not make it a stranger's.
            ours = bundled or (twin is not None and twin.bundled)
            plugins[manifest.id] = Plugin(manifest, folder, ours)
    return sorted(plugins.values(), key=lambda plugin: plugin.manifest.name), unusable


def missing(plugins: list[Plugin], unusable: list[Unusable]) -> list[Missing]:
    """What was approved once and is none of these any more."""
    here = {str(each.manifest.id) for each in plugins} | {each.id.lower() for each in unusable}
    return [
        Missing(UUID(key), given) for key, given in trust.approvals().items() if key not in here
    ]


def by_name(name: str) -> Plugin:
    """The plug-in that ``--plugin`` names. Raises :exc:`PluginMissing`."""
    plugins, unusable = scan()
    for plugin in plugins:
        if plugin.manifest.name == name:
            return plugin
    for bad in unusable:
        if bad.name == name:
            raise PluginMissing(
                f"The plug-in {name} can't be used.", why=bad.why, remedy="Tell its publisher."
            )
    raise PluginMissing(
        f"There is no plug-in named {name}.",
        remedy=f"Installed: {', '.join(plugin.manifest.name for plugin in plugins)}.",
    )


def by_id(encryption_id: UUID, name: str) -> Plugin:
    """The plug-in that a disk's header names. Raises :exc:`PluginMissing` saying what to install.

    ``name`` is what the header calls it: only for the sentence, the ID decides.
    """
    plugins, unusable = scan()
    for plugin in plugins:
        if plugin.manifest.id == encryption_id:
            return plugin
    why = f"Its header names the encryptionID {encryption_id}."
    for bad in unusable:
        if bad.id.lower() == str(encryption_id):
            raise PluginMissing(
                f"The disk needs the encryption plug-in “{name}”, which can't be used.",
                why=bad.why,
                remedy="Install a version of it that can, then try again; the disk is left as it "
                "is.",
            )
    for plugin in plugins:
        if plugin.manifest.name == name:
            why += f" There is a plug-in of that name, but with the ID {plugin.manifest.id}."
    raise PluginMissing(
        f"The disk needs the encryption plug-in “{name}”, which is not installed.",
        why=why,
        remedy="Install the plug-in with that ID (with pip, or as a folder in "
        f"{drop_in_dir()}), then try again; the disk is left as it is.",
    )


def _read_manifest(folder: Path) -> Manifest:
    try:
        with open(folder / MANIFEST, "rb") as file:
            text = file.read(MAX_MANIFEST + 1)
    except OSError as error:
        raise ManifestError(f"Its {MANIFEST} can't be read: {error.strerror}.") from None
    if len(text) > MAX_MANIFEST:
        raise ManifestError(f"Its {MANIFEST} is larger than {MAX_MANIFEST >> 10} KiB.")
    return Manifest.parse(text)


def _claims(folder: Path) -> dict[str, str]:
    """The name and the id in a manifest that can't be used, as far as it has them."""
    try:
        with open(folder / MANIFEST, "rb") as file:
            table = tomllib.loads(file.read(MAX_MANIFEST).decode())
    except (OSError, ValueError, RecursionError):
        return {}
    return {key: value for key in ("name", "id") if isinstance(value := table.get(key), str)}


def _installed() -> Iterator[tuple[str, Path, bool]]:
    ours = _own_requirements()
    for point in importlib.metadata.entry_points(group=GROUP):
        package = point.value.partition(":")[0]
        # Finding a top-level package runs nothing of it; a submodule's parent would be imported.
        spec = None if "." in package else importlib.util.find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            continue
        distribution = _normal(point.dist.name) if point.dist else ""
        yield point.name, Path(spec.submodule_search_locations[0]), distribution in ours


def _dropped_in() -> Iterator[tuple[str, Path, bool]]:
    try:
        folders = sorted(drop_in_dir().iterdir())
    except OSError:
        return
    for folder in folders:
        if (folder / MANIFEST).is_file():
            yield folder.name, folder, False


def _own_requirements() -> set[str]:
    """The distributions that vmgui itself is installed with: those plug-ins came with it."""
    try:
        requirements = importlib.metadata.requires("vmgui") or []
    except importlib.metadata.PackageNotFoundError:
        return set()
    names = (re.match(r"[\w.-]+", text) for text in requirements if "extra ==" not in text)
    return {_normal(name[0]) for name in names if name}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
