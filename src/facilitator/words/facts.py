"""The facts of a refusal as words: ids become names, keys titles, codes the words people know, times HH:MM."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from facilitator.meeting.agenda import ItemState
from facilitator.meeting.motions import MotionState
from facilitator.meeting.polls import Method
from facilitator.rules.tally import Choice
from facilitator.words.figures import clock, clock_seconds, date_words, listing
from facilitator.words.titles import title
from facilitator.words.tongue import mark_in, tongue


@dataclass(frozen=True, slots=True)
class Named:
    """Who can tell what ids and keys are called."""

    lang: str
    name_of: Callable[[str], str]
    title_of: Callable[[str], str]


FIELDS: Mapping[str, tuple[str, str]] = {
    "abstained": mark_in("field", "abstentions"),
    "address": mark_in("field", "address"),
    "against": mark_in("field", "votes against"),
    "alternate": mark_in("field", "alternate"),
    "becomes": mark_in("field", "motion as amended"),
    "blank": mark_in("field", "blank ballots"),
    "code": mark_in("field", "code"),
    "community": mark_in("field", "community"),
    "evidence": mark_in("field", "evidence"),
    "file_name": mark_in("field", "file name"),
    "group": mark_in("field", "seat group"),
    "implementer": mark_in("field", "implementer"),
    "in_favour": mark_in("field", "votes for"),
    "in_office": mark_in("field", "members in office"),
    "matter": mark_in("field", "matter"),
    "minutes": mark_in("field", "duration in minutes"),
    "money_fen": mark_in("field", "money in fen"),
    "money_source": mark_in("field", "source of the money"),
    "name": mark_in("field", "name"),
    "objections": mark_in("field", "objections"),
    "office": mark_in("field", "office"),
    "phone": mark_in("field", "telephone"),
    "place": mark_in("field", "place"),
    "planned": mark_in("field", "time of the meeting"),
    "posting_places": mark_in("field", "posting places"),
    "present": mark_in("field", "members present"),
    "proposer": mark_in("field", "proposer"),
    "reason": mark_in("field", "reason"),
    "recused": mark_in("field", "recused members"),
    "seat": mark_in("field", "seat"),
    "seats": mark_in("field", "seats"),
    "seconds": mark_in("field", "length of a speech in seconds"),
    "since": mark_in("field", "beginning of the term"),
    "speeches": mark_in("field", "number of speeches"),
    "task": mark_in("field", "task"),
    "term": mark_in("field", "term"),
    "text": mark_in("field", "text"),
    "title": mark_in("field", "title"),
    "until": mark_in("field", "end of the term"),
    "void": mark_in("field", "void ballots"),
    "weight": mark_in("field", "weight"),
    "where": mark_in("field", "posting place"),
}
"""What the fields that people fill in are called; a path in a script is shown as it is."""

PROBLEMS: Mapping[str, tuple[str, str]] = {
    "base": mark_in("problem", "this base cannot be used here"),
    "encoding": mark_in("problem", "the text is not UTF-8"),
    "missing": mark_in("problem", "something is missing"),
    "missing-field": mark_in("problem", "this field is missing"),
    "no-seats": mark_in("problem", "a share of seats needs a fixed number of seats"),
    "no-tie": mark_in(
        "problem", "a tie can only be decided where more than half of for and against carry"
    ),
    "order": mark_in("problem", "the end is before the beginning"),
    "reserved": mark_in("problem", "this name has a meaning of its own"),
    "share": mark_in("problem", "the share is larger than the whole"),
    "size": mark_in("problem", "the file is too large for a charter"),
    "syntax": mark_in("problem", "this is not valid TOML"),
    "text": mark_in("problem", "the text is empty or holds characters that cannot be seen"),
    "twice": mark_in("problem", "this name is used twice"),
    "unknown": mark_in("problem", "there is nothing of this name"),
    "unknown-field": mark_in("problem", "there is no such field"),
    "value": mark_in("problem", "this value cannot be used here"),
    "weight": mark_in("problem", "weights need a unit"),
    "weight-group": mark_in("problem", "weights cannot be counted by group"),
}
"""What can be wrong at a place of a charter."""

_PEOPLE = frozenset({"member", "person", "members"})
_KEYS = frozenset(
    {"charter", "charters", "format", "formats", "group", "groups", "office", "offices"}
    | {"phase", "phases", "wanted", "next", "rule", "rules"}
)
_WORDS: Mapping[tuple[str, str], type[StrEnum]] = {
    ("already-voted", "choice"): Choice,
    ("groups-need-names", "method"): Method,
    ("item-settled", "state"): ItemState,
    ("motion-settled", "state"): MotionState,
    ("other-method", "method"): Method,
    ("weights-need-names", "method"): Method,
}
_DAYS = frozenset({"day", "first", "second", "since", "until"})
_MOMENTS = frozenset({"at", "last"})


def fact_words(code: str, key: str, value: Any, named: Named) -> str:
    """One fact as plain text; "" for one that is empty. What cannot be understood is shown as it is."""
    if value is None or value == "":
        return ""
    if isinstance(value, (list, tuple)):
        return listing([_one(code, key, one, named) for one in value], named.lang)
    if key in _KEYS and isinstance(value, str) and ", " in value:
        return listing([_one(code, key, one, named) for one in value.split(", ")], named.lang)
    return _one(code, key, value, named)


def _one(code: str, key: str, value: Any, named: Named) -> str:
    if isinstance(value, int):
        return f"{value:,}" if abs(value) >= 10_000 else str(value)
    if isinstance(value, (date, datetime)):
        value = value.isoformat()
    text = str(value)
    if key in _PEOPLE:
        return named.name_of(text)
    if key in _KEYS:
        return named.title_of(text)
    return _plain(code, key, text, named.lang)


def _plain(code: str, key: str, text: str, lang: str) -> str:
    t = tongue(lang)
    if key == "field" and text in FIELDS:
        return t.within(*FIELDS[text])
    if key == "problem" and text in PROBLEMS:
        return t.within(*PROBLEMS[text])
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
    if key == "left":
        return clock(datetime.fromisoformat(text))
    if key in _MOMENTS:
        at = datetime.fromisoformat(text)
        between = "" if lang == "zh" else ", "
        return f"{date_words(at.date(), lang)}{between}{clock_seconds(at)}"
    return text
