"""Whether the notice of a meeting is posted in time, as its charter asks."""

from __future__ import annotations

from datetime import date, timedelta

from facilitator.data import dataclass
from facilitator.meeting.meeting import Meeting


@dataclass(frozen=True, slots=True)
class NoticeTime:
    """How the notice of a meeting stands to what the charter asks of it."""

    asked: int
    """So many days before the meeting it has to be posted; 0: the charter does not say."""
    due: date | None
    """The last day on which it is in time; None where the charter does not say."""
    posted: date | None
    ahead: int
    """So many days before the meeting it was posted, or would be if it were posted today."""

    @property
    def late(self) -> int:
        """By so many days it misses what is asked, or would if it were posted today; 0: in time."""
        return max(0, self.asked - self.ahead) if self.asked else 0


def notice_time(meeting: Meeting, today: date) -> NoticeTime:
    """Days are those of the place where the meeting is called; posting on the last day is in time."""
    planned = meeting.call.planned.date()
    notice, asked = meeting.life.notice, meeting.charter.notice_days
    posted = notice.posted if notice else None
    due = planned - timedelta(days=asked) if asked else None
    return NoticeTime(asked, due, posted, (planned - (posted or today)).days)
