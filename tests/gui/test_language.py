"""The translations are whole, fit their sources, and the core's sentences are found again."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from vmgui.gui import language
from vmgui.gui.language import FOLDER, choose_language, say

ROOT = Path(__file__).parents[2]
GERMAN = FOLDER / "vmgui_de.ts"


@pytest.fixture
def played(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """Translations of the core's sentences, made up by the test."""
    words: dict[str, str] = {}

    def translate(context: str, source: str) -> str:
        assert context == "core"
        return words.get(source, source)

    monkeypatch.setattr(language.QCoreApplication, "translate", translate)
    monkeypatch.setattr(
        language,
        "_patterns",
        lambda: [(language._compiled(each), each) for each in words if "%" in each],
    )
    say.cache_clear()
    yield words
    say.cache_clear()


def test_a_sentence_without_values_is_looked_up(played: dict[str, str]) -> None:
    played["The guest has shut down."] = "Das Gastsystem wurde heruntergefahren."
    assert say("The guest has shut down.") == "Das Gastsystem wurde heruntergefahren."


def test_values_find_their_places(played: dict[str, str]) -> None:
    played["The disk %1 is used by %2."] = "%2 benutzt den Datenträger %1."
    said = say("The disk /a/b. c/%2.vmg is used by “web”.")
    assert said == "“web” benutzt den Datenträger /a/b. c/%2.vmg."


def test_each_sentence_for_itself_and_reasons_within(played: dict[str, str]) -> None:
    played["It can't start: %1"] = "Kein Start: %1"
    played["No room."] = "Kein Platz."
    assert say("It can't start: No room. No room.") == "Kein Start: Kein Platz. Kein Platz."


def test_what_is_unknown_stays(played: dict[str, str]) -> None:
    played["No room."] = "Kein Platz."
    assert say("Whatever QEMU says. No room.") == "Whatever QEMU says. Kein Platz."
    assert say("") == ""


# --- the files ------------------------------------------------------------------------------------


def messages() -> list[ElementTree.Element]:
    return list(ElementTree.parse(GERMAN).getroot().iter("message"))


def targets(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform")
    return [each.text or "" for each in forms] if forms else [translation.text or ""]


def source(message: ElementTree.Element) -> str:
    return message.findtext("source") or ""


def test_the_core_s_sentences_are_those_of_its_sources() -> None:
    script = ROOT / "packaging" / "core_sentences.py"
    done = subprocess.run(
        [sys.executable, script, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\nRun: make translations"


def test_the_files_know_every_text(tmp_path: Path) -> None:
    """As `make translations` would write them."""
    fresh = tmp_path / "vmgui_de.ts"
    fresh.write_bytes(GERMAN.read_bytes())
    done = subprocess.run(
        ["sh", str(ROOT / "packaging" / "translations.sh"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert fresh.read_text() == GERMAN.read_text(), "Run: make translations"


def test_every_text_has_its_place() -> None:
    """A translate() under another name is misread by lupdate: the context becomes the text."""
    names = [each.findtext("name") for each in ElementTree.parse(GERMAN).iter("context")]
    assert all(names)


def test_german_is_whole() -> None:
    wrong = [
        source(message)
        for message in messages()
        if not all(targets(message)) or message.find("translation").get("type")  # type: ignore[union-attr]
    ]
    assert not wrong, f"{len(wrong)} texts without a translation: {wrong[:5]}"


def test_german_has_the_same_values() -> None:
    """A text with another placeholder would fail where it is shown."""
    for message in messages():
        places = sorted(re.findall(r"%(?:[sdn]|\d)", source(message)))
        for target in targets(message):
            found = sorted(re.findall(r"%(?:[sdn]|\d)", target))
            # In a form for “one” the number may be a word.
            allowed = [places, [each for each in places if each != "%n"]]
            assert found in allowed, (source(message), target)
            # Python fills %s and %d in their order.
            assert re.findall(r"%[sd]", target) == re.findall(r"%[sd]", source(message)), target


def test_german_is_spoken(qapp: QApplication) -> None:
    before = QLocale()
    assert choose_language("de") == "de"
    try:
        assert QCoreApplication.translate("Machine", "Running") == "Läuft"
        assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
        assert say("The guest has shut down.") != "The guest has shut down."
        refusal = say("The virtual machine “web” is not running.")
        assert "web" in refusal
        assert refusal != "The virtual machine “web” is not running."
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)
        say.cache_clear()
