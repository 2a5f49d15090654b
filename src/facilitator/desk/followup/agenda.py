"""Putting something that waits on the next agenda of its body: which meeting, as what item."""

from __future__ import annotations

from facilitator import overview, presets
from facilitator.acts import RuleViolation
from facilitator.aftermath import FollowRow, IntakeRow
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.followup.views import both_views
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.today.choice import meeting_of_the_day
from facilitator.followup.intake import Source
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.meeting.items import AddItem
from facilitator.words.aftermath import near, source_words
from facilitator.words.figures import airy
from facilitator.words.tongue import tongue

MINUTES = 10
"""Proposed for looking at one matter again."""
TAKES = (Stage.BEFORE, Stage.GATHERING, Stage.RUNNING)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item as it would stand on an agenda; `source` is the stream it comes from."""

    title: str
    text: str
    source: str
    minutes: int = MINUTES
    invite: str = ""

    def command(self, meeting: str, item: str) -> AddItem:
        """What puts it there."""
        return AddItem(
            meeting=meeting,
            item=item,
            title=self.title,
            minutes=self.minutes,
            text=self.text,
            source=self.source,
        )


def next_meeting(desk: Desk, body: str, *, but: str = "") -> Meeting | None:
    """The meeting of a body that runs or comes next and still takes items; a forum's day is made otherwise."""
    rows = [row for row in overview.unfinished(desk.session) if body in ("", row.body)]
    rows = [row for row in rows if row.meeting != but and not _is_forum(row.format)]
    chosen = meeting_of_the_day(rows, desk.now())
    if not chosen:
        return None
    meeting = desk.session.meeting(chosen)
    return meeting if meeting.phase.stage in TAKES else None


def _is_forum(form: str) -> bool:
    try:
        return presets.format_of(form).has("wall")
    except RuleViolation:  # a kind of meeting that only a later version knows
        return True


def followed_up(desk: Desk, row: FollowRow, lang: str) -> Proposal:
    """A matter that is looked at again: both views go with it, as they stand."""
    t, session = tongue(lang), desk.session
    case = session.following(row.meeting, row.decision, row.group)
    matter = case.matter
    views = both_views(matter, case, lang, desk.now().date())
    who = views.office.by or row.implementer or row.lead_name
    return Proposal(
        title=t("Follow-up: {title}", title=row.title),
        text="\n".join(views.lines(lang)),
        source=row.stream,
        invite=who,
    )


def brought(row: IntakeRow, lang: str) -> Proposal:
    """A matter that came in: its words and where it came from, never who brought it."""
    t = tongue(lang)
    source = source_words(Source(row.source), row.source_name, row.reference, lang)
    said = [row.text] if row.text else []
    said.append(t("Where it came from: {source}", source=source))
    return Proposal(row.title, "\n".join(said), row.stream)


def put(desk: Desk, proposal: Proposal, meeting: Meeting) -> bool:
    """Put it there, say so, and offer to take it back; whether it was taken."""
    from facilitator.desk.meeting.items_panel import (
        fresh_item,  # Today looks here before its first frame
    )
    from facilitator.desk.meeting.undo import undoing

    undo = undoing(desk)  # before the act: what it has not heard it cannot take back
    if not desk.do(proposal.command(meeting.id, fresh_item(meeting))):
        return False
    t = desk.t
    day = near(meeting.call.planned.date(), desk.now().date(), desk.lang)
    said = t("“{title}” is on the agenda of {day}.", title=proposal.title, day=day)
    way = (t("Undo"), lambda: undo.undo(meeting.id))
    desk.noticed.emit(Notice(Tone.TOLD, airy(said), way))
    return True
