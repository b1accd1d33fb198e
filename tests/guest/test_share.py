"""A Linux mounts folders of this computer."""

from __future__ import annotations

import os

from vmgui.vm.definition import Share


def test_shared_folders(make_machine, linux_with_9p, tmp_path):
    papers, books = tmp_path / "pa,pers", tmp_path / "books"
    for folder, name, content in (
        (papers, "letter", "from the host"), (papers, "old", "x"), (books, "one", "a book"),
    ):  # fmt: skip
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(f"{content}\n")
    machine = make_machine(
        memory="512M",
        shares=(Share(str(papers), "papers"), Share(str(books), "books", read_only=True)),
        **linux_with_9p.running("share"),
    )
    machine.start()
    assert "guest: share done" in (said := machine.wait_off()), said
    assert "error: " not in said

    found = {str(each.relative_to(papers)) for each in papers.rglob("*")}
    assert found == {"answer", "folder", "folder/large", "folder/letter"}
    assert (papers / "answer").read_text() == "from the guest\n"
    assert (papers / "folder" / "large").stat().st_size == 5 << 20
    assert all(each.stat().st_uid == os.getuid() for each in papers.rglob("*"))
    assert [(each.name, each.read_text()) for each in books.iterdir()] == [("one", "a book\n")]
    assert (books / "one").stat().st_mode & 0o777 != 0o777
