"""The language of the window: Qt's translation files, and the core's sentences in it.

The window's own texts go through ``tr``. The core's (errors, messages of a supervisor, sentences
of a manifest) arrive as finished English, often from another process; :func:`say` finds the
pattern that each sentence was made of in ``translations/core.txt`` and puts the values into that
pattern's translation. What it doesn't know stays English.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

FOLDER = Path(__file__).parent / "translations"
# What there is; English stands in the source.
LANGUAGES = {"en": "English", "de": "Deutsch"}

_CONTEXT = "core"
_BOUNDARY = re.compile(r"(?<=[.?!…”)])\s+(?=[^\sa-z])")
_PLACE = re.compile(r"%(\d)")


def choose_language(wanted: str = "") -> str:
    """Install the translations for ``wanted`` ("": as the system says); returns the language.

    To be called once, before the first window is made.
    """
    app = QCoreApplication.instance()
    assert app is not None
    locale = QLocale(wanted) if wanted else QLocale()
    name = locale.name().partition("_")[0]
    if name not in LANGUAGES:
        name = "en"
    if wanted:
        # Dates and numbers go with the language, but a territory that fits is kept.
        system = QLocale.system()
        same = system.name().partition("_")[0] == name
        QLocale.setDefault(system if same else QLocale(name))
    for folder, stem in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase"),
        (str(FOLDER), "vmgui"),
    ):
        translator = QTranslator(app)
        if translator.load(f"{stem}_{name}", folder):
            app.installTranslator(translator)
    say.cache_clear()
    return name


@lru_cache(maxsize=512)
def say(text: str) -> str:
    """The core's ``text`` (one or more sentences) in the window's language."""
    parts = _BOUNDARY.split(text)
    said = []
    while parts:
        # A value may itself hold what looks like the end of a sentence.
        for count in range(1, len(parts) + 1):
            found = _translated(" ".join(parts[:count]))
            if found:
                break
        else:
            found, count = parts[0], 1
        said.append(found)
        del parts[:count]
    return " ".join(said)


def _translated(sentence: str) -> str:
    """The translation of one sentence; empty where there is none."""
    exact = QCoreApplication.translate(_CONTEXT, sentence)
    if exact != sentence:
        return exact
    for pattern, source in _patterns():
        match = pattern.fullmatch(sentence)
        if match is not None:
            target = QCoreApplication.translate(_CONTEXT, source)
            return _filled(target, match.groups()) if target != source else ""
    return ""


def _filled(target: str, values: tuple[str, ...]) -> str:
    """The values may be sentences themselves: a reason within a reason."""
    return _PLACE.sub(lambda place: say(values[int(place[1]) - 1]), target)


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Each pattern with its source, those with the most words of their own first."""
    sources = (FOLDER / "core.txt").read_text(encoding="utf-8").splitlines()
    sources = [each for each in sources if _PLACE.search(each)]
    sources.sort(key=lambda each: len(_PLACE.sub("", each)), reverse=True)
    return [(_compiled(source), source) for source in sources]


def _compiled(source: str) -> re.Pattern[str]:
    pieces = [re.escape(piece) for piece in re.split(r"%\d", source)]
    return re.compile("(.+?)".join(pieces[:-1]) + "(.+)" + pieces[-1], re.DOTALL)
