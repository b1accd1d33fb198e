"""One theme's pictures: ``python -m screenshots.shoot THEME LANGUAGE FOLDER [NAME…]``."""

from __future__ import annotations

import importlib
import pkgutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from screenshots import screens
from screenshots.stage import Stage
from vmgui.gui.background import mailbox
from vmgui.gui.icons import application_icon
from vmgui.gui.language import choose_language
from vmgui.gui.settings import Settings
from vmgui.gui.theme import Scheme, theme

Screen = Callable[[Stage], None]


def all_screens() -> dict[str, Screen]:
    """Every screen by its picture's name, in the order of modules and of their text."""
    found: dict[str, Screen] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(screens.__path__)):
        content = vars(importlib.import_module(f"screenshots.screens.{module}"))
        for name, each in content.items():
            ours = callable(each) and getattr(each, "__module__", "").endswith(module)
            if ours and not name.startswith("_"):
                found[f"{module.partition('_')[2]}-{name}".replace("_", "-")] = each
    return found


def main(scheme: str, language: str, folder: Path, names: list[str]) -> int:
    """Take them; tells of those that failed, after the others."""
    app = QApplication(sys.argv[:1])
    app.setApplicationDisplayName("vmgui")
    choose_language(language)
    theme().choose(Scheme(scheme))
    Settings().scheme = Scheme(scheme)
    mailbox()
    app.setWindowIcon(application_icon())
    app.setQuitOnLastWindowClosed(False)
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage(scheme)
    stage.window.move(20, 40)
    stage.window.show()
    failed = []
    before = ""
    for name, screen in all_screens().items():
        if screen.__module__ != before:
            # Within a module a dialog may go on from picture to picture.
            stage.close_dialogs()
            before = screen.__module__
        try:
            screen(stage)
            if not names or name.startswith(tuple(names)):
                path = folder / (f"{name}.png" if scheme == "light" else f"{name}-{scheme}.png")
                if not stage.picture().save(str(path)):
                    raise OSError(f"{path} can't be written")
                sys.stdout.write(f"{path}\n")
        except Exception:  # noqa: BLE001  (the other screens are wanted all the same)
            failed.append(name)
            traceback.print_exc()
    stage.end()
    for name in failed:
        sys.stderr.write(f"no picture of {name}\n")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4:]))
