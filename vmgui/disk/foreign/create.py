"""Making a foreign container: its plug-in writes the header, we do the rest."""

from __future__ import annotations

from vmgui.api import NewContainer
from vmgui.disk.body import MAX_SECTORS
from vmgui.disk.create import NewDisk
from vmgui.disk.errors import DiskError
from vmgui.disk.foreign.format import Format, Secret
from vmgui.disk.header import Header
from vmgui.disk.publish import Progress, check_free, fill, new_file
from vmgui.storage.file import FileStorage


def create_disk(
    new: NewDisk,
    form: Format,
    secret: Secret | None,
    progress: Progress = lambda done, total, text: None,
) -> Header:
    """Create the disk and return its header; as :func:`vmgui.disk.create.create_disk`."""
    manifest = form.manifest
    assert manifest.container is not None
    if not secret:
        raise DiskError(
            "An encrypted disk needs a passphrase or a key file.",
            remedy="Give one, or choose the plug-in “unencrypted” for data that is no secret.",
            code="secret-wanted",
        )
    if new.sector_size not in manifest.cipher.sector_sizes:
        sizes = " or ".join(map(str, manifest.cipher.sector_sizes))
        raise DiskError(
            f"The plug-in {manifest.name} has no sectors of {new.sector_size} bytes.",
            remedy=f"Choose {sizes}.",
        )
    sectors = -(-new.size // new.sector_size)
    if not 0 < sectors <= MAX_SECTORS:
        raise DiskError(f"A disk can't have {new.size} bytes.", remedy="Give a size such as 20G.")
    check_free(new.path)
    head, size = manifest.container.head, sectors * new.sector_size
    wanted = NewContainer(new.sector_size, new.options, new.unlock_seconds)
    made: list[Header] = []

    def build(storage: FileStorage) -> None:
        storage.resize(head + size)
        if new.fill:
            fill(storage, head, progress)
        with form.told(new.path):
            form.plugin.create(storage, wanted, memoryview(secret), tick)
        _, found = form.find(storage, new.path)
        if found.header.body.size != size:
            raise form.faulty("The disk that it made has another size than was asked for.")
        storage.flush()
        made.append(found.header)

    def tick() -> None:
        progress(0, 0, "Preparing the key")

    new_file(new.path, build)
    progress(size, size, "Done")
    return made[0]
