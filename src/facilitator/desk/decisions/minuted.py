"""What the record holds under one item, a line each: what can be found in its minutes can be read there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from facilitator.meeting import Meeting
from facilitator.meeting.notes import NoteKind
from facilitator.meeting.reviews import EarlierReviewed
from facilitator.words.matters import motion_name
from facilitator.words.titles import title

SPOKEN = (NoteKind.STATEMENT, NoteKind.FACT, NoteKind.HOST)
"""Lines of the record that are about the matter."""


def spoken(meeting: Meeting, item: str, names: Mapping[str, str], lang: str) -> tuple[str, ...]:
    """何美玲：夜里回来没地方停: what was said and noted under an item and still stands."""
    return tuple(line for _, line in _notes(meeting, item, names, lang, tuple(SPOKEN)))


def minuted(meeting: Meeting, item: str, names: Mapping[str, str], lang: str) -> tuple[str, ...]:
    """All that stands under an item: also what was reported of earlier decisions, and amendments."""
    found = [*_notes(meeting, item, names, lang, tuple(NoteKind))]
    found += [
        (one.at, _reported(one.event, lang))
        for one in meeting.reviews.all.values()
        if one.event.item == item
    ]
    for motion in meeting.motions.all.values():
        if motion.item == item and motion.amends:
            name = motion_name(meeting.motions, motion, lang)
            said = _said(names.get(motion.mover, ""), motion.text, lang)
            becomes = f" → {motion.becomes}" if motion.becomes else ""
            found.append((motion.at, f"{name[:1].upper()}{name[1:]} · {said}{becomes}"))
    return tuple(line for _, line in sorted(found, key=lambda one: one[0]))


def _notes(
    meeting: Meeting,
    item: str,
    names: Mapping[str, str],
    lang: str,
    kinds: tuple[NoteKind, ...],
) -> Iterator[tuple[datetime, str]]:
    for note in meeting.notes.lines.values():
        if note.item == item and not note.struck and note.kind in kinds:
            yield note.at, _said(names.get(note.speaker, ""), note.text, lang)


def _reported(event: EarlierReviewed, lang: str) -> str:
    """长椅修缮：完成 · 已修好，可以使用。（照片一张）."""
    said = " · ".join(part for part in (title(event.progress, lang), event.text) if part)
    shown = f"（{event.evidence}）" if lang == "zh" else f" ({event.evidence})"
    return _said(event.matter, said + (shown if event.evidence else ""), lang)


def _said(who: str, text: str, lang: str) -> str:
    colon = "：" if lang == "zh" else ": "
    return f"{who}{colon}{text}" if who else text
