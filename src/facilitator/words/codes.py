"""The words for codes among the facts of a refusal: fields, problems, types, papers, files, parts."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.words.tongue import mark_in

FIELDS: Mapping[str, tuple[str, str]] = {
    "abstained": mark_in("field", "abstentions"),
    "addition": mark_in("field", "addition"),
    "address": mark_in("field", "address"),
    "against": mark_in("field", "votes against"),
    "alternate": mark_in("field", "alternate"),
    "becomes": mark_in("field", "motion as amended"),
    "begins": mark_in("field", "beginning"),
    "blank": mark_in("field", "blank ballots"),
    "cluster": mark_in("field", "cluster"),
    "code": mark_in("field", "code"),
    "community": mark_in("field", "community"),
    "contact": mark_in("field", "contact"),
    "conveners": mark_in("field", "conveners"),
    "dots": mark_in("field", "dots"),
    "each": mark_in("field", "dots for each"),
    "evidence": mark_in("field", "evidence"),
    "expected": mark_in("field", "people expected"),
    "file_name": mark_in("field", "file name"),
    "first_step": mark_in("field", "first step"),
    "group": mark_in("field", "seat group"),
    "half": mark_in("field", "half of the slot"),
    "heads": mark_in("field", "people counted"),
    "implementer": mark_in("field", "implementer"),
    "in_favour": mark_in("field", "votes for"),
    "in_office": mark_in("field", "members in office"),
    "invitation": mark_in("field", "invitation"),
    "matter": mark_in("field", "matter"),
    "member": mark_in("field", "id"),
    "members": mark_in("field", "group members"),
    "minutes": mark_in("field", "duration in minutes"),
    "money_fen": mark_in("field", "money in fen"),
    "money_source": mark_in("field", "source of the money"),
    "name": mark_in("field", "name"),
    "objections": mark_in("field", "objections"),
    "office": mark_in("field", "office"),
    "participants": mark_in("field", "participants"),
    "people": mark_in("field", "people"),
    "phone": mark_in("field", "telephone"),
    "pieces": mark_in("field", "topics it is split into"),
    "place": mark_in("field", "place"),
    "planned": mark_in("field", "time of the meeting"),
    "points": mark_in("field", "points of the discussion"),
    "posting_places": mark_in("field", "posting places"),
    "present": mark_in("field", "members present"),
    "proposer": mark_in("field", "proposer"),
    "question": mark_in("field", "theme question"),
    "reason": mark_in("field", "reason"),
    "recommendations": mark_in("field", "recommendations"),
    "recused": mark_in("field", "recused members"),
    "requests": mark_in("field", "requests"),
    "resources": mark_in("field", "resources"),
    "seat": mark_in("field", "seat"),
    "seats": mark_in("field", "seats"),
    "seconds": mark_in("field", "length of a speech in seconds"),
    "since": mark_in("field", "beginning of the term"),
    "slot": mark_in("field", "slot"),
    "speeches": mark_in("field", "number of speeches"),
    "sponsor": mark_in("field", "sponsor"),
    "task": mark_in("field", "task"),
    "term": mark_in("field", "term"),
    "text": mark_in("field", "text"),
    "title": mark_in("field", "title"),
    "topic": mark_in("field", "topic"),
    "until": mark_in("field", "end of the term"),
    "void": mark_in("field", "void ballots"),
    "weight": mark_in("field", "weight"),
    "what": mark_in("field", "what is to be done"),
    "where": mark_in("field", "posting place"),
    "who": mark_in("field", "who does it"),
    "why": mark_in("field", "why it is posted"),
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
    "unknown-field": mark_in("problem", "there is no such field here; there are: {allowed}"),
    "value": mark_in("problem", "this value cannot be used here"),
    "weight": mark_in("problem", "weights need a unit"),
    "weight-group": mark_in("problem", "weights cannot be counted by group"),
    # what does not fit its shape (`facilitator.shapes`)
    "not-a-date": mark_in("problem", "“{given}” is no date; write it like 2026-12-04"),
    "not-a-key": mark_in(
        "problem",
        "“{given}” is no key: a key begins with a small letter a–z and has up to 40 small letters, "
        "digits, hyphens or underscores",
    ),
    "not-a-share": mark_in(
        "problem", "“{given}” is no share; a share is a fraction in quotation marks such as “2/3”"
    ),
    "not-a-time": mark_in(
        "problem", "“{given}” is no time; write it like 2026-12-04T19:30:00+08:00"
    ),
    "not-one-of": mark_in("problem", "“{given}” cannot stand here; there are: {allowed}"),
    "number-size": mark_in("problem", "the number is too large"),
    "too-large": mark_in("problem", "the number may be {most} at most"),
    "too-small": mark_in("problem", "the number has to be {least} at least"),
    "wrong-type": mark_in("problem", "this has to be {expected}, not {got}"),
    # what is no JSON
    "cut-off": mark_in("problem", "it breaks off before its end"),
    "not-as-json": mark_in("problem", "check quotation marks, commas and braces"),
    "too-deep": mark_in("problem", "it is nested too deeply"),
}
"""What can be wrong at a place of a charter or of a line."""

TYPES: Mapping[str, tuple[str, str]] = {
    "array": mark_in("type", "a list in square brackets"),
    "bool": mark_in("type", "true or false"),
    "date": mark_in("type", "a date"),
    "datetime": mark_in("type", "a time"),
    "float": mark_in("type", "a number with a decimal point"),
    "int": mark_in("type", "a whole number"),
    "null": mark_in("type", "nothing (null)"),
    "object": mark_in("type", "fields in braces"),
    "str": mark_in("type", "text in quotation marks"),
}
"""What may stand in a line or a charter file, by its name in JSON."""

PAPERS: Mapping[str, tuple[str, str]] = {
    "ballots": mark_in("paper", "ballot papers"),
    "cards": mark_in("paper", "topic cards"),
    "doors": mark_in("paper", "door sheets"),
    "invitation": mark_in("paper", "invitation poster"),
    "notice": mark_in("paper", "notice of meeting"),
    "proceedings": mark_in("paper", "book of proceedings"),
    "record": mark_in("paper", "record"),
    "reports": mark_in("paper", "report forms"),
    "resolution": mark_in("paper", "resolution"),
    "signin": mark_in("paper", "sign-in sheet"),
    "slip": mark_in("paper", "implementation slip"),
    "summary": mark_in("paper", "summary"),
    "wall": mark_in("paper", "agenda wall"),
}
FORMS: Mapping[str, tuple[str, str]] = {
    "docx": mark_in("file", "Word (docx)"),
    "html": mark_in("file", "web page (html)"),
    "json": mark_in("file", "data (json)"),
    "md": mark_in("file", "Markdown (md)"),
    "pdf": mark_in("file", "PDF"),
}
EMPTY: Mapping[str, tuple[str, str]] = {
    "ballots": mark_in(
        "empty",
        "no motion is open, and before the meeting ballots are printed only for items that have a wording",
    ),
    "cards": mark_in("empty", "no topic was posted yet"),
    "doors": mark_in("empty", "no topic hangs on the wall yet"),
    "invitation": mark_in("empty", "the theme question is not set yet"),
    "notice": mark_in("empty", "nothing is on the agenda yet"),
    "proceedings": mark_in("empty", "no topic was posted yet"),
    "record": mark_in("empty", "the meeting was not opened yet"),
    "reports": mark_in("empty", "no topic was posted yet"),
    "resolution": mark_in("empty", "no resolution has been carried that stands"),
    "signin": mark_in("empty", "nobody holds a seat in the body yet"),
    "slip": mark_in("empty", "no resolution has been carried that stands"),
    "summary": mark_in("empty", "the meeting was not opened yet"),
    "wall": mark_in("empty", "no topic was posted yet"),
}
"""Why a paper would be empty."""
BLOCKS: Mapping[str, tuple[str, str]] = {
    "attendance": mark_in("block", "attendance"),
    "closing": mark_in("block", "closing"),
    "contents": mark_in("block", "contents"),
    "cover": mark_in("block", "cover"),
    "day": mark_in("block", "how the day went"),
    "decisions": mark_in("block", "decisions"),
    "focus": mark_in("block", "dots and clusters"),
    "groups": mark_in("block", "action groups"),
    "header": mark_in("block", "head of the record"),
    "invitation": mark_in("block", "theme and invitation"),
    "items": mark_in("block", "items"),
    "opening": mark_in("block", "opening"),
    "participants": mark_in("block", "participants"),
    "reports": mark_in("block", "reports"),
    "seal": mark_in("block", "seal"),
    "signatures": mark_in("block", "signatures"),
    "wall": mark_in("block", "agenda wall"),
}
"""Parts of minutes, by the names that `--blocks` takes."""

REASONS: Mapping[str, tuple[str, str]] = {
    "Is a directory": mark_in("reason", "it is a folder"),
    "Permission denied": mark_in("reason", "you have no right to read it"),
    "not a file": mark_in("reason", "it is a folder or a device, not a file"),
}
"""Why the system cannot read a file, by its own English words for it."""
