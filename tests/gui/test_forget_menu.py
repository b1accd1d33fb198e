"""*Forget stored passphrases…* in the machine's menu."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.conftest import make_disk, until
from tests.gui.person import texts
from tests.gui.play import Open
from vmgui.gui.library.sidebar import Kind
from vmgui.gui.unlock.forget import ForgetDialog
from vmgui.vm import definition, pinning, store


def test_the_machines_menu_leads_to_the_dialog(qtbot: QtBot, window: Open) -> None:
    store.create(pinning.attach(definition.new("debian"), make_disk("a")))
    main = window()
    until(qtbot, lambda: main.sidebar.choose(Kind.MACHINE, "debian"))
    until(qtbot, main.actions_.forget.isEnabled)
    main.actions_.forget.trigger()
    dialog = main.findChild(ForgetDialog)
    assert dialog is not None
    until(qtbot, lambda: "no keyring here" in texts(dialog))
