"""What hangs on the notice board: from when to when and where, how to object, and what came in."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.acts import Recorded
from facilitator.followup.entries import Notice, Objected, Posted
from facilitator.followup.posting import answer_to, came_late
from facilitator.papers.kinds.cells import Piece, bold, say
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.followed import Followed, postings
from facilitator.papers.model import BlockKind, Heading, Line, Paragraph
from facilitator.words.aftermath import near
from facilitator.words.figures import day_range


def posting_of(one: Followed, what: Notice) -> Posted | None:
    """When it was posted last; None if it was not yet."""
    found = [posted for posted in postings(one.case) if posted.what is what]
    return found[-1] if found else None


def posting_box(c: Clerk, one: Followed, what: Notice) -> tuple[tuple[str, str], ...]:
    """When and where it hangs, and where objections go; the period is filled in by hand before it is known."""
    t, posted = c.t, posting_of(one, what)
    if posted is None:
        when = t("from __________ to __________, ____ days")
        how = t("In writing to this body while it is posted")
    else:
        when = day_range(posted.begins, posted.until, c.lang)
        how = t(
            "In writing to {body}, by {date} at the latest",
            body=c.meeting.council.name,
            date=near(posted.until, posted.begins, c.lang),
        )
    places = c.told(posted.places if posted else "") or c.meeting.council.posting_places
    rows = [(t.within("posting", "Posted"), when)]
    if places:
        rows.append((t.within("posting", "Where"), places))
    rows.append((t.within("posting", "Objections"), how))
    return tuple(rows)


def objections(c: Clerk, one: Followed, what: Notice) -> list[Recorded]:
    """What came in against what was posted as that, in order."""
    ours = {posted.entry for posted in postings(one.case) if posted.what is what}
    entries = one.case.standing()
    return [it for it in entries if isinstance(it.event, Objected) and it.event.posting in ours]


def received(c: Clerk, one: Followed, what: Notice) -> Iterator[BlockKind]:
    """After the period: the objections with their answers, or that there was none. While it lasts, nothing."""
    t, posted = c.t, posting_of(one, what)
    if posted is None or posted.until >= c.today:
        return
    found = objections(c, one, what)
    yield Heading(t("Objections received"))
    if not found:
        none = t("None was received while it was posted.")
        yield Paragraph(say(none), indented=False)
    for number, recorded in enumerate(found, 1):
        yield Line(f"{number}.", say(*_objection(c, one, recorded)), column=1.6)


def _objection(c: Clerk, one: Followed, recorded: Recorded) -> Iterator[Piece]:
    t, event = c.t, recorded.event
    assert isinstance(event, Objected)
    if event.person is not None and not c.public:
        yield bold(event.person.name + c.colon)
    yield c.ended(c.told(event.text))
    if came_late(one.case, recorded):
        yield c.space + t("(Received after the last day.)")
    answer = answer_to(one.case, event.entry)
    if answer is None:
        yield c.space + t("Not answered yet.")
        return
    word = t.within("objection", "Upheld") if answer.upheld else t.within("objection", "Not upheld")
    yield c.space
    yield bold(t("Answer ({word}): ", word=word))
    yield c.ended(c.told(answer.text))
