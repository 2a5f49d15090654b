"""What the story of a matter needs besides its own history: the vote, other decisions, names of meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitator import aftermath
from facilitator.acts import RuleViolation
from facilitator.aftermath import FollowRow
from facilitator.desk.desk import Desk
from facilitator.followup.entries import Kinship
from facilitator.followup.matter import Matter
from facilitator.rules.charter import Measure
from facilitator.rules.outcome import Role
from facilitator.words.matters import meeting_words
from facilitator.words.outcomes import decision_words
from facilitator.words.timeline import Around, Kin


def around_of(desk: Desk, row: FollowRow, matter: Matter) -> Around:
    """How it was carried, what it does to other decisions and they to it, what later meetings are called."""
    meetings = {one.meeting: _name(desk, one.meeting) for one in matter.told}
    if not row.decision:
        return Around(meetings=meetings)
    return Around(vote=_vote(desk, row), kin=tuple(_kin(desk, row)), meetings=meetings)


def _vote(desk: Desk, row: FollowRow) -> str:
    """10/13; nothing where weights decide, which no two small numbers tell."""
    meeting = desk.session.meeting(row.meeting)
    found = meeting.decisions.all.get(row.decision)
    outcome = meeting.polls.all[found.poll].outcome if found else None
    tests = outcome.tests if outcome else ()
    test = next((one for one in tests if one.role is Role.CONSENT), None)
    if test is None or test.measure is Measure.WEIGHT:
        return ""
    return f"{test.reached}/{test.base_size}"


def _kin(desk: Desk, row: FollowRow) -> Iterator[Kin]:
    t = desk.t
    for link in aftermath.links(desk.session, row.meeting, row.decision):
        number = decision_words(link.number, desk.lang)
        yield Kin(
            kinship=Kinship(link.kinship),
            out=link.out,
            name=t("{number} “{title}”", number=number, title=link.title),
            day=date.fromisoformat(link.made_at[:10]),
            meeting=link.meeting,
            number=link.number,
            clause=link.clause,
            stands=link.stands,
        )


def _name(desk: Desk, meeting: str) -> str:
    """第二届第2次会议: which meeting it was."""
    try:
        return meeting_words(desk.session.meeting(meeting), desk.lang)
    except RuleViolation:
        return ""
