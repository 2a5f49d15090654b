"""Why so many were not there: 缺席 2（请假、离席各 1）."""

from __future__ import annotations

from collections import Counter

from facilitator.desk.desk import Desk
from facilitator.desk.vote.cells import Cells, Mark, legend
from facilitator.desk.vote.voters import ABSENCES
from facilitator.meeting import Meeting
from facilitator.meeting.polls import Poll
from facilitator.meeting.standing import why_absent
from facilitator.words.tongue import NBSP


def absent_words(desk: Desk, meeting: Meeting, poll: Poll, number: int) -> str:
    """The absent with their reasons; only the number where a ruling left some of them out."""
    t = desk.t
    plain = legend(Cells(Mark.ABSENT, number), desk.lang)
    roll = frozenset(poll.present)
    absent = [h.member for h in meeting.council.seats if h.member not in roll]
    if not number or len(absent) != number:
        return plain
    reasons = Counter(why_absent(meeting, poll, member) for member in absent)
    told = [
        f"{t.within(*ABSENCES[why])}{NBSP}{times:,}"
        if len(reasons) > 1
        else t.within(*ABSENCES[why])
        for why, times in reasons.items()
    ]
    return t("{what} ({why})", what=plain, why=t.within("between", ", ").join(told))
