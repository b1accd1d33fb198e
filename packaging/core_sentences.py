"""Collects the sentences that the core says to a person, for translation.

The core speaks English and knows no Qt: its errors cross process boundaries as finished text, and
logs stay in one language. The window translates each sentence by its pattern
(:mod:`vmgui.gui.language`); this program writes the patterns to ``core.txt``. A value in a
sentence is ``%1``, ``%2`` …
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "vmgui" / "gui" / "translations" / "core.txt"

# Who speaks to a terminal, to plug-in authors or to nobody.
_SILENT = ("gui", "cli", "demo", "api/conformance", "api/template", "backend/__main__.py")
# Errors for programmers, and what goes to a log only.
_NOT_FOR_PEOPLE = {
    "ValueError", "TypeError", "RuntimeError", "AssertionError", "KeyError", "ProtocolError",
}  # fmt: skip
_LOGS = {"debug", "info", "warning", "error", "exception", "critical"}
_SENTENCE = re.compile(r"(?s).*?(?:[.?!](?=\s|$)|…$)|.+$")
_WORD = re.compile(r"[A-Za-z]{2,}")


def sources() -> list[Path]:
    """The modules that speak: the core, and the plug-ins that come along."""
    core = ROOT / "vmgui"
    silent = tuple(str(core / each) for each in _SILENT)
    found = [path for path in core.rglob("*.py") if not str(path).startswith(silent)]
    found += (ROOT / "plugins").glob("*/vmgui_*/*.py")
    return sorted(found)


def patterns(text: str) -> Iterator[str]:
    """The sentences that can be told apart by their words."""
    for match in _SENTENCE.finditer(re.sub(r"\{\w*\}|%s", "%1", text)):
        sentence = match.group().strip()
        spoken = re.sub(r"%\d", "", sentence)
        whole = sentence.endswith((".", "…", "?", "!")) and "\n" not in sentence
        if whole and len(_WORD.findall(spoken)) >= 2:
            yield _renumbered(sentence)


def _renumbered(sentence: str) -> str:
    numbers = iter(range(1, 10))
    return re.sub(r"%\d", lambda _: f"%{next(numbers)}", sentence)


class _Collector(ast.NodeVisitor):
    """Gathers texts, each once, in the order of the source."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # not a docstring
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if isinstance(node.func, ast.Attribute):
            of_log = isinstance(node.func.value, ast.Name) and node.func.value.id == "log"
            name = "log" if of_log and node.func.attr in _LOGS else node.func.attr
        if name not in _NOT_FOR_PEOPLE | {"log", "compile"}:
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._take(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        text = ""
        for part in node.values:
            if isinstance(part, ast.Constant):
                text += str(part.value)
            else:
                text += "%1"
                self.visit(part)
        self._take(text)

    def _take(self, text: str) -> None:
        self.found.update(dict.fromkeys(patterns(text)))


def collect() -> list[str]:
    """All patterns, sorted."""
    collector = _Collector()
    for path in sources():
        collector.visit(ast.parse(path.read_text(encoding="utf-8")))
    for path in (ROOT / "plugins").glob("*/vmgui_*/plugin.toml"):
        manifest = tomllib.loads(path.read_text(encoding="utf-8"))
        for value in _texts(manifest):
            collector.found.update(dict.fromkeys(patterns(value)))
    return sorted(collector.found)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        if differing := set(collect()) ^ set(TARGET.read_text(encoding="utf-8").splitlines()):
            sys.exit("\n".join(sorted(differing)))
    elif sys.argv[1:] == ["--python"]:
        # In the form in which lupdate finds texts.
        texts = (f"QCoreApplication.translate('core', {each!r})\n" for each in collect())
        sys.stdout.writelines(texts)
    else:
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text("".join(f"{each}\n" for each in collect()), encoding="utf-8")
