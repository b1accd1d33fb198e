"""Making a foreign container: its plug-in writes the header, we do the rest."""

from __future__ import annotations

from vmgui.api import NewContainer
from vmgui.disk.create import NewDisk, secret_wanted, whole_sectors
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
        raise secret_wanted()
    sectors = whole_sectors(new, manifest)
    check_free(new.path)
    head, size = manifest.container.head, sectors * new.sector_size
    wanted = NewContainer(new.sector_size, new.options, new.unlock_seconds)
    made: list[Header] = []

    def build(storage: FileStorage) -> None:
        storage.resize(head + size)
        if new.fill:
            fill(storage, head, progress)
        with form.deriving(new.path):
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
