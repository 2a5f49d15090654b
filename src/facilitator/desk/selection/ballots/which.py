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
    """第2次投票，并列项目“甲”、“乙”之间，15:10结束."""
    t = desk.t
    assert vote.closed is not None  # only those are asked for
    time = clock_at(meeting, vote.closed.at)
    if not vote.among:
        return airy(t("Vote {n}, on all projects, closed at {time}", n=vote.number, time=time))
    titles = [t("“{title}”", title=meeting.slate.all[one].title) for one in vote.among]
    said = t(
        "Vote {n}, among the tied {projects}, closed at {time}",
        n=vote.number,
        projects=listing(titles, t.lang),
        time=time,
    )
    return airy(said)
