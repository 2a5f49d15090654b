"""Numbers and names that would be borne twice: both are kept and shown, for only people can tell them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitator.record.archive import Record
from facilitator.record.merging.plan import Double, Line, Number, Numbered

_QUESTIONS = {
    Numbered.MEETING: (
        "SELECT 'meeting/' || meeting FROM meeting WHERE body = ? AND term = ? AND ordinal = ?"
    ),
    Numbered.DECISION: (
        "SELECT 'meeting/' || meeting FROM decision WHERE body = ? AND term = ? AND number = ?"
    ),
}
_BODY = "SELECT 'body/' || body FROM body WHERE name = ?"


def doubles(record: Record, taken: Sequence[Line]) -> tuple[Double, ...]:
    """Those among the numbers that come over, with whoever bears the same one here or comes over with it."""
    bearers: dict[Number, list[str]] = {}
    for line in taken:
        for number in line.about.numbers:
            if number.version > line.ours.version:
                bearers.setdefault(_bare(number), []).append(line.stream)
    return tuple(_double(record, bearers))


def _bare(number: Number) -> Number:
    """The number without the history that gives it: a body's name alone."""
    body = "" if number.what is Numbered.BODY else number.body
    return replace(number, version=0, body=body)


def _double(record: Record, bearers: dict[Number, list[str]]) -> Iterator[Double]:
    for number, theirs in bearers.items():
        ours = [name for name in _here(record, number) if name not in theirs]
        if len(ours) + len(theirs) > 1:
            yield Double(number, tuple(sorted(ours)), tuple(sorted(theirs)))


def _here(record: Record, number: Number) -> list[str]:
    if number.what is Numbered.BODY:
        rows = record.ask(_BODY, number.name)
    else:
        rows = record.ask(_QUESTIONS[number.what], number.body, number.term, number.number)
    return [str(row[0]) for row in rows]
