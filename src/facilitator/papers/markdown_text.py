"""Text in Markdown: escaped so that it stays text, and set in its hands."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from facilitator.papers.model import Face, Run, Text
from facilitator.papers.plain import plain

_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~&#$]")
_AT_START = re.compile(r"(\d*)(?=[-+=.)])")
# GitHub makes links of bare addresses; a mark inside keeps them text that reads the same.
_ADDRESS = re.compile(r"(?<=http)(?=://)|(?<=https)(?=://)|(?<=ftp)(?=://)|(?<=www)(?=\.)", re.I)
_AT_SIGN = re.compile(r"@(?=\w)")
_MARKS = {Face.BOLD: ("**", "b"), Face.STRUCK: ("~~", "del")}


def escape(text: str) -> str:
    """Return `text` on one line, with no part of it markup wherever the line stands."""
    return _at_start(_inside(_flat(text).replace("\n", " ")).strip(" "))


def bold(text: Text) -> Text:
    """Return a line whose plain runs are bold."""
    return tuple(Run(run.text, Face.BOLD) if run.face is Face.BODY else run for run in text)


def line(text: Text, newline: str = "\\\n") -> str:
    """Return a line of text in its hands; breaks inside it are written as `newline`."""
    joined = [
        _settable(Run(_flat("".join(run.text for run in runs)), face))
        for face, runs in groupby(filter(_says, text), lambda run: run.face)
    ]
    written = "".join(
        _in_hand(run, _edge(joined[:at], -1), _edge(joined[at + 1 :], 0))
        for at, run in enumerate(joined)
    )
    lines = (part.strip(" ") for part in written.split("\n"))
    return newline.join(_at_start(part) for part in lines if part)


def _flat(text: str) -> str:
    return plain(text).replace("\t", " ")


def _says(run: Run) -> bool:
    return run.text != ""


def _settable(run: Run) -> Run:
    """Give up a hand that Markdown has no marks for."""
    code = run.text.strip() and not re.search(r"[`|\n]", run.text)
    return Run(run.text) if run.face is Face.MONO and not code else run


def _inside(text: str) -> str:
    """Escape what is markup anywhere in a line."""
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    return _AT_SIGN.sub("@<!-- -->", _ADDRESS.sub(r"\\", text))


def _at_start(text: str) -> str:
    """Escape what is markup only at the start of a line: lists, numbers, underlines."""
    found = _AT_START.match(text)
    return f"{found[1]}\\{text[found.end() :]}" if found else text


def _edge(runs: list[Run], at: int) -> str:
    """Return the character of the neighbouring run that this one touches: a mark if it has one."""
    if not runs:
        return ""
    run = runs[at]
    if run.face in (*_MARKS, Face.MONO, Face.BOXED):
        return _MARKS.get(run.face, "*")[0][0]
    return run.text[at : at + 1 or None]


def _in_hand(run: Run, before: str, after: str) -> str:
    if run.face is Face.MONO:
        return f"`{run.text}`"
    if run.face is Face.BOXED:
        return f"\\[{_inside(run.text)}\\] "
    if run.face in _MARKS:
        return _marked(run, before, after)
    return _inside(run.text)


def _marked(run: Run, before: str, after: str) -> str:
    """Put marks around words, or tags where Markdown would not see the marks.

    Beside Chinese there are no spaces: `**（甲）**乙` prints its asterisks. What is struck has tags always:
    plain Markdown knows no marks for it.
    """
    words = run.text.strip()
    if not words:
        return run.text
    start = run.text.index(words)
    lead, tail = run.text[:start], run.text[start + len(words) :]
    mark, tag = _MARKS[run.face]
    opens = _seen(words[0], lead or before)
    closes = _seen(words[-1], tail or after)
    inner = _inside(words)
    if run.face is Face.BOLD and before == "~":
        lead = lead or " "  # the new value stands beside the old one, not against it
    if run.face is not Face.STRUCK and opens and closes and "\n" not in words:
        return f"{lead}{mark}{inner}{mark}{tail}"
    return f"{lead}<{tag}>{inner}</{tag}>{tail}"


def _seen(inner: str, outer: str) -> bool:
    """Tell whether a mark between these two characters is seen as one."""
    if unicodedata.category(inner)[0] not in "PS":
        return True
    return not outer or outer[-1].isspace() or unicodedata.category(outer[-1])[0] == "P"
