"""Which vote is meant, where several count: the one on all projects, and those among the tied."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import clock_at
from facilitator.meeting import Meeting
from facilitator.meeting.selection.papers import Vote
from facilitator.words.figures import airy, listing


def votes_counted(meeting: Meeting) -> list[Vote]:
    """The votes that are closed and count, in their order."""
    return [one for one in meeting.ballots.votes if one.stands and one.closed is not None]


def vote_words(desk: Desk, meeting: Meeting, vote: Vote) -> str:
    """第2次投票，在并列的3、7号项目之间，15:10结束: by their numbers, as it is one line."""
    t = desk.t
    assert vote.closed is not None  # only those are asked for
    time = clock_at(meeting, vote.closed.at)
    if not vote.among:
        return airy(t("Vote {n}, on all projects, closed at {time}", n=vote.number, time=time))
    numbers = meeting.slate.numbers
    said = t(
        "Vote {n}, among the tied projects {numbers}, closed at {time}",
        n=vote.number,
        numbers=listing((str(n) for n in sorted(numbers[one] for one in vote.among)), t.lang),
        time=time,
    )
    return airy(said)
