"""Nothing is said to people but through the catalogue: no words stand in the windows' code by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.words.catalogues import ROOT

ROOMS = ("desk", "papers/kinds", "words")
"""Where what is said to people is put together."""
SHOWN = re.compile(
    r"\b(?:setText|setToolTip|setPlaceholderText|setAccessible\w+|setWindowTitle|words|finish|elided)"
    r"""\(\s*f?["'](?P<text>[^"'\n]*)["']"""
)
"""Calls that put their first text before people's eyes."""
PROSE = re.compile(r'"([A-Z][a-z]+ [a-z][^"\n]*)"')
BEFORE = re.compile(r"(\w+\(|\belse|\breturn|=|\[|:)\s*f?$")
"""What reads like a sentence, and what may stand before one that is said."""
SPOKEN = {"t(", "many(", "within(", "mark(", "mark_many("}
OURS = {"debug(", "info(", "warning(", "error(", "exception("}
"""Calls whose text nobody reads but us; and what is raised, which is our own mistake."""


def modules() -> Iterator[tuple[str, str]]:
    """Every module of these rooms."""
    for room in ROOMS:
        base = ROOT / "src" / "facilitator" / room
        for path in sorted(base.rglob("*.py")):
            yield path.relative_to(base.parent).as_posix(), path.read_text("utf-8")


def test_no_words_go_past_the_catalogue():
    """What is set on a widget, and every sentence, comes from `t(…)`."""
    wrong: list[str] = []
    for module, text in modules():
        wrong += [
            f"{module}: {found['text']}"
            for found in SHOWN.finditer(text)
            if re.search("[A-Za-z]{3}|[\u3400-\u9fff]", re.sub(r"\{[^}]*\}?", "", found["text"]))
        ]
        for found in PROSE.finditer(text):
            before = BEFORE.search(text[max(0, found.start() - 60) : found.start()])
            if before and before[1] not in SPOKEN | OURS and not before[1].endswith("Error("):
                wrong.append(f"{module}: {found[1]}")
    assert wrong == []
