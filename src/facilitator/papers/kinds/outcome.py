"""The notice of what was done (落实情况公示): what was decided, who did it, money, both views."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.followup.entries import DueChanged, Notice, ReviewPlanned
from facilitator.followup.standing import handed_from
from facilitator.papers.kinds.cells import bold, label, left, row, say
from facilitator.papers.kinds.clerk import Clerk, chosen, clerk, mark, meeting_name, nothing, write
from facilitator.papers.kinds.followed import (
    Followed,
    fate,
    followed,
    name_words,
    outcome_of,
)
from facilitator.papers.kinds.matters import cash
from facilitator.papers.kinds.photos import photo_blocks
from facilitator.papers.kinds.posted import posting_box, posting_of, received
from facilitator.papers.kinds.views import both_views
from facilitator.papers.material import Material
from facilitator.papers.model import (
    Banner,
    BlockKind,
    Box,
    Heading,
    Layout,
    Paper,
    Paragraph,
    Row,
    SignOff,
    Table,
)
from facilitator.words.aftermath import money_words, overdue_words
from facilitator.words.outcomes import outcome_sentence
from facilitator.words.titles import title

_TITLE = 21.0
"""Points of the title of what was decided."""


def outcomes(material: Material) -> list[Paper]:
    """One paper for the matter asked for, else for every one of which something was told.

    Refused (`nothing-to-print`) when there is none.
    """
    chosen(material, ())
    c = clerk(material)
    found = followed(c, "outcome")
    if not material.matter:
        found = [one for one in found if _told(one)]
    if not found:
        raise nothing("outcome")
    return [_outcome(c, one) for one in found]


def _told(one: Followed) -> bool:
    now = one.now
    return bool(one.matter.stands and (now.progress or now.view or now.paid_fen))


def _outcome(c: Clerk, one: Followed) -> Paper:
    t = c.t
    name, when = name_words(c, one), c.day_of(one.matter.made)
    made = (
        t(
            "{decision} (carried on {date}, {meeting})",
            decision=name,
            date=when,
            meeting=meeting_name(c),
        )
        if one.decision
        else t(
            "{group} (formed on {date}, {meeting})", group=name, date=when, meeting=meeting_name(c)
        )
    )
    return write(
        c,
        "outcome",
        Layout.BOARD,
        t("{body}: what was done", body=c.meeting.council.name),
        _blocks(c, one),
        subtitle=made,
        own=f"{name} {one.title}",
        marked=mark(c, short=True),
        dated=c.today,
    )


def _blocks(c: Clerk, one: Followed) -> Iterator[BlockKind]:
    t = c.t
    yield Banner(one.title, most=_TITLE, lines=2)
    if said := fate(c, one):
        yield Paragraph(say(bold(said)), indented=False)
    yield from _decided(c, one)
    yield Heading(t("Who does it, and by when"))
    yield Table(widths=(2.2, 8.2), rows=tuple(_facts(c, one)))
    yield Heading(t.within("outcome", "How it went"))
    yield from both_views(c, one)
    yield from received(c, one, Notice.OUTCOME)
    posted = posting_of(one, Notice.OUTCOME)
    day = posted.begins if posted else c.today
    yield SignOff((c.meeting.council.name, c.date(day)))
    yield Box(posting_box(c, one, Notice.OUTCOME))
    yield from photo_blocks(c, one)


def _decided(c: Clerk, one: Followed) -> Iterator[BlockKind]:
    """The words of the decision as they were carried, and the vote."""
    if one.decision is None:
        return
    t = c.t
    yield Heading(t.within("outcome", "What was decided"))
    for line in c.meeting.polls.all[one.decision.poll].text.split("\n"):
        if line.strip():
            yield Paragraph(say(line.strip()))
    outcome = outcome_of(c, one)
    if outcome is not None:
        yield Paragraph(say(outcome_sentence(outcome, c.lang, c.charter)))


def _facts(c: Clerk, one: Followed) -> Iterator[Row]:
    """Who, what, by when, with what money, and when somebody looks again; what is not known is left out."""
    for title_, value in facts(c, one):
        yield row(label(title_), left(value))


def facts(c: Clerk, one: Followed) -> list[tuple[str, str]]:
    """Labels and values of how a matter stands, as it was changed since."""
    t, now, given = c.t, one.now, one.matter.assignment
    found = [
        (t.within("task", "Carried out by"), _implementer(c, one)),
        (t.within("task", "Task"), given.task if given else ""),
        (t.within("task", "Due"), _due(c, one)),
        (t.within("task", "State"), _state(c, one)),
        (t.within("task", "Money"), cash(c, given) if given else ""),
        (t.within("task", "Paid"), money_words(now.granted_fen, now.paid_fen, c.lang)),
        (t.within("task", "Looked at again"), _review(c, one)),
    ]
    return [(label_, value) for label_, value in found if value]


def _implementer(c: Clerk, one: Followed) -> str:
    """Who does it now, and who had it before."""
    t = c.t
    if not one.now.implementer:
        return t("Nobody was named.")
    name = carried_out_by(c, one)
    before = [c.told(old) for old in handed_from(one.matter, one.case).values() if old]
    return name + (c.brackets(t("before: {names}", names=c.listing(before))) if before else "")


def carried_out_by(c: Clerk, one: Followed) -> str:
    """Who does it now. As it was assigned it stands word for word; whoever it was handed to since is masked."""
    given, name = one.matter.assignment, one.now.implementer
    assigned = one.decision is not None and given is not None and given.implementer == name
    return name if assigned else c.told(name)


def _due(c: Clerk, one: Followed) -> str:
    """The day, and the first one where it was put off."""
    t, given, due = c.t, one.matter.assignment, one.now.due
    if due is None:
        return ""
    first = (given.due or given.report_by or given.review_on) if given else None
    reasons = [e.event.reason for e in one.case.standing() if isinstance(e.event, DueChanged)]
    if first is None or first == due:
        return c.date(due)
    said = t("first {date}", date=c.date(first))
    why = c.bare(c.told(reasons[-1])) if reasons else ""
    return c.date(due) + c.brackets(c.separated(said, why))


def _state(c: Clerk, one: Followed) -> str:
    now = one.now
    if not one.matter.stands:
        return ""
    state = title(now.progress, c.lang) if now.progress else c.t("Nothing reported yet")
    return c.separated(state, overdue_words(now, c.today, c.lang))


def _review(c: Clerk, one: Followed) -> str:
    day = one.now.review_on
    if day is None or not one.matter.stands:
        return ""
    plans = [e.event for e in one.case.standing() if isinstance(e.event, ReviewPlanned)]
    what = plans[-1].what if plans and plans[-1].on == day else ""
    return c.date(day) + (c.brackets(c.bare(what)) if what else "")
