"""The facts of a refusal as words: ids become names, keys titles, codes the words people know, times HH:MM."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from string import Formatter
from typing import Any

from facilitator.data import dataclass
from facilitator.meeting.agenda import ItemState
from facilitator.meeting.forum.wall import TopicState
from facilitator.meeting.motions import MotionState
from facilitator.meeting.polls import Method
from facilitator.rules.selection.problem import TieBreak
from facilitator.rules.tally import Choice
from facilitator.words.codes import BLOCKS, EMPTY, FIELDS, FORMS, PAPERS, PROBLEMS, REASONS, TYPES
from facilitator.words.figures import clock, clock_seconds, date_words, listing, money, spans
from facilitator.words.forum import topic_number
from facilitator.words.titles import title
from facilitator.words.tongue import tongue

MISSING = "…"
"""Stands for a fact that was not given: a sentence with a gap is better than none."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who can tell what ids and keys are called."""

    lang: str
    name_of: Callable[[str], str]
    title_of: Callable[[str], str]


_TABLES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "field": FIELDS,
    "format": FORMS,
    "paper": PAPERS,
}
"""Facts that are codes, and the words for them; a code that the table does not have is shown as it is."""
_PEOPLE = frozenset({"member", "person", "members"})
_KEYS = frozenset(
    {"charter", "charters", "format", "formats", "group", "groups", "office", "offices"}
    | {"phase", "phases", "wanted", "next", "rule", "rules"}
)
_CHOICES = frozenset({"charters", "formats", "groups", "offices", "phases", "next", "rules"})
"""Keys that people may choose from: they have to type one, so key and title are both shown."""
_WORDS: Mapping[tuple[str, str], type[StrEnum]] = {
    ("already-voted", "choice"): Choice,
    ("groups-need-names", "method"): Method,
    ("item-settled", "state"): ItemState,
    ("motion-settled", "state"): MotionState,
    ("other-method", "method"): Method,
    ("other-tie-break", "way"): TieBreak,
    ("other-tie-break", "ways"): TieBreak,
    ("tie-break-fixed", "ways"): TieBreak,
    ("tie-break-order", "turn"): TieBreak,
    ("tie-break-order", "way"): TieBreak,
    ("topic-gone", "state"): TopicState,
    ("weights-need-names", "method"): Method,
}
_DAYS = frozenset({"day", "due", "first", "held", "made", "on", "second", "since", "until"})
_MOMENTS = frozenset({"at", "last"})
_HOURS = frozenset({"begins", "ends", "left"})
_MONEY = frozenset(
    {
        ("budget-not-positive", "budget"),
        ("budget-sum", "difference"),
        ("budget-sum", "lines"),
        ("budget-sum", "total"),
        ("cost-not-positive", "cost"),
        ("cost-not-positive", "fen"),
        ("above-grant", "fen"),
        ("above-grant", "granted"),
        ("above-grant", "left"),
        ("funder-overdrawn", "fen"),
        ("funder-overdrawn", "gives"),
        ("grant-above-budget", "fen"),
        ("grant-above-budget", "left"),
        ("own-negative", "own"),
        ("part-above-left", "fen"),
        ("part-above-left", "left"),
        ("part-range", "asked"),
        ("part-range", "fen"),
        ("returned-above-paid", "fen"),
        ("returned-above-paid", "left"),
        ("split-sum", "granted"),
        ("split-sum", "shares"),
        ("step-not-positive", "step"),
    }
)
"""Sums in fen, by code and fact."""
_TOPICS = frozenset({"topic", "topics"})
"""Topics by their numbers; the id of one that there is not is shown as it is."""


def fact_words(code: str, key: str, value: Any, named: Named) -> str:
    """One fact as plain text; "" for one that is empty. What cannot be understood is shown as it is."""
    if value is None or value == "":
        return ""
    if key == "numbers" and isinstance(value, (list, tuple)):
        return spans([one for one in value if isinstance(one, int)], named.lang)
    if isinstance(value, (list, tuple)):
        return listing([_one(code, key, one, named) for one in value], named.lang)
    if key in (*_KEYS, "blocks") and isinstance(value, str) and ", " in value:
        return listing([_one(code, key, one, named) for one in value.split(", ")], named.lang)
    return _one(code, key, value, named)


def problem_words(problem: str, given: Mapping[str, str], lang: str) -> str:
    """What is wrong at a place, from the other facts as words; a code without words is shown as it is."""
    if problem not in PROBLEMS:
        return problem
    t = tongue(lang)
    wanted = fields(PROBLEMS[problem][1])
    return t.within(*PROBLEMS[problem], **{name: given.get(name) or MISSING for name in wanted})


def empty_words(paper: str, lang: str) -> str:
    """Why a paper has nothing to say; "" for one that we do not know."""
    t = tongue(lang)
    return t.within(*EMPTY[paper]) if paper in EMPTY else ""


def fields(sentence: str) -> list[str]:
    """The facts that a sentence shows."""
    return [name for _, name, _, _ in Formatter().parse(sentence) if name]


def _one(code: str, key: str, value: Any, named: Named) -> str:
    if key in _TOPICS and isinstance(value, int):
        return topic_number(value)
    if isinstance(value, int) and (code, key) in _MONEY:
        return money(value, named.lang)
    if isinstance(value, int):
        return f"{value:,}" if abs(value) >= 10_000 else str(value)
    if isinstance(value, (date, datetime)):
        value = value.isoformat()
    text = str(value)
    if key in _PEOPLE and code != "member-exists":  # that one is about the id itself
        return named.name_of(text)
    if text in (words := _TABLES.get(key, {})) and code != "bad-field":
        t = tongue(named.lang)
        return t.within(*words[text])
    if key in _KEYS:
        title = named.title_of(text)
        return _both(text, title, named.lang) if key in _CHOICES else title
    return _plain(code, key, text, named.lang)


def _both(key: str, title: str, lang: str) -> str:
    """A key with its title: established（本地居民）."""
    t = tongue(lang)
    return t("{key} ({title})", key=key, title=title) if title != key else key


def _plain(code: str, key: str, text: str, lang: str) -> str:
    t = tongue(lang)
    if key == "blocks" and text in BLOCKS:
        return _both(text, t.within(*BLOCKS[text]), lang)
    if code == "bad-field" and key == "field":
        return _both(text, t.within(*FIELDS[text]), lang) if text in FIELDS else text
    if key in ("expected", "got") and code in ("bad-field", "charter-file"):
        kinds = [TYPES[kind] for kind in text.removesuffix(" | null").split(" | ") if kind in TYPES]
        return t.within("between", " or ").join(t.within(*kind) for kind in kinds) or text
    if (code, key) == ("unreadable", "reason") and text in REASONS:
        return t.within(*REASONS[text])
    if key == "place" and text == "end of document":
        return t("the end of the file")
    if key == "place" and (found := re.fullmatch(r"line (\d+)(?:, column (\d+))?", text)):
        line, column = found.groups()
        if column is None:
            return t("line {line}", line=line)
        return t("line {line}, column {column}", line=line, column=column)
    try:
        if (code, key) in _WORDS:
            return title(_WORDS[code, key](text), lang)
        return _time(key, text, lang)
    except ValueError:
        return text


def _time(key: str, text: str, lang: str) -> str:
    """Times in the offset that they carry; `ValueError` for what is none."""
    if key in _DAYS:
        return date_words(date.fromisoformat(text), lang)
    if key in _HOURS:
        return clock(datetime.fromisoformat(text))
    if key in _MOMENTS:
        at = datetime.fromisoformat(text)
        between = "" if lang == "zh" else ", "
        return f"{date_words(at.date(), lang)}{between}{clock_seconds(at)}"
    return text
