"""Deeds of a clerk who does anything in any order: commands that make sense, and commands that do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from facilitator.acts import Command
from facilitator.bodies.people import Person
from facilitator.followup.attached import Attached
from facilitator.followup.carrying import Assess, ChangeDue, HandOver, PlanReview, ReportBack
from facilitator.followup.entries import Kinship, Notice
from facilitator.followup.following import DropFile, StrikeEntry
from facilitator.followup.linking import Link
from facilitator.followup.posting import AnswerObjection, EraseObjector, Object, Pay, Post
from facilitator.meeting.reviews import Progress
from tests.followup.folder import photo

DAY = timedelta(days=1)
MANY = 30
"""Ids of entries there are: few enough that some are used twice."""
SECRET = "唐秀珍-13800000071"
"""Stands in the name of whoever objects."""


def some_photo(digit: str) -> Attached:
    """A photo whose hash is a digit."""
    return photo(f"{digit}.jpg", digit)


def deed(
    rnd: Random,
    about: dict[str, Any],
    made: date,
    to: dict[str, Any],
    picture: Callable[[str], Attached] = some_photo,
) -> Command:
    """One command about a matter; `to` names an earlier decision (`to_meeting`, `to_decision`)."""
    entry = f"e{rnd.randrange(MANY)}"
    other = f"e{rnd.randrange(MANY)}"
    on = made + (rnd.randrange(-1, 40)) * DAY
    text = rnd.choice(["", "because", "东口"])
    files = tuple(picture(d) for d in rnd.sample("abcdef", rnd.randrange(3)))
    named: dict[str, Any] = {**about, "entry": entry}
    match rnd.randrange(14):
        case 0 | 1 | 2:
            new_due = rnd.choice([None, None, on])
            return ReportBack(
                **named,
                progress=rnd.choice(list(Progress)),
                text=text,
                on=rnd.choice([None, on]),
                new_due=new_due,
                attached=files,
            )
        case 3 | 4:
            counts: dict[str, Any] = {
                key: rnd.randrange(3) for key in ("done", "half", "not_done", "unclear")
            }
            return Assess(**named, **counts, on=rnd.choice([None, on]), attached=files)
        case 5:
            return ChangeDue(**named, due=on, reason=text)
        case 6:
            return HandOver(**named, implementer=rnd.choice(["A", "B", ""]), reason=text)
        case 7:
            return PlanReview(**named, on=on, what=text)
        case 8:
            return Pay(**named, fen=rnd.choice([0, 1, 99, 120_050]), on=on, attached=files)
        case 9:
            what = rnd.choice(list(Notice))
            return Post(**named, what=what, begins=on, until=on + rnd.randrange(-1, 5) * DAY)
        case 10:
            who = rnd.choice([None, Person(name=SECRET)])
            return Object(**named, posting=other, text=text, on=rnd.choice([None, on]), person=who)
        case 11:
            return AnswerObjection(**named, objection=other, text=text, upheld=rnd.random() < 0.5)
        case 12:
            return Link(**named, **to, kinship=rnd.choice(list(Kinship)))
        case _:
            return _undoing(rnd, about, other, text, picture(rnd.choice("abcdef")).hash)


def _undoing(rnd: Random, about: dict[str, Any], entry: str, text: str, content: str) -> Command:
    """What takes something away again."""
    match rnd.randrange(3):
        case 0:
            return StrikeEntry(**about, entry=entry, reason=text)
        case 1:
            return DropFile(**about, hash=content, reason=text)
        case _:
            return EraseObjector(**about, objection=entry, reason=text)
