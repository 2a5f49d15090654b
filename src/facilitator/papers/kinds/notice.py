"""The call to a meeting (会议通知): when, where, what about, who is called, and what it takes to carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.meeting.agenda import Item
from facilitator.meeting.attendance import Capacity
from facilitator.papers.kinds.cells import ONE, between, bold, called, fill, left, mid, row, say
from facilitator.papers.kinds.clerk import (
    Clerk,
    body_meeting,
    chosen,
    clerk,
    meeting_name,
    nothing,
    write,
)
from facilitator.papers.kinds.course import announced
from facilitator.papers.kinds.roll import roll
from facilitator.papers.kinds.selection_notice import slate_blocks
from facilitator.papers.material import Material
from facilitator.papers.model import (
    BlockKind,
    Cell,
    Heading,
    Labelled,
    Layout,
    Paper,
    Paragraph,
    RowKind,
    SignOff,
    Table,
    Text,
)
from facilitator.rules.counting import the_rule
from facilitator.words.figures import Unit, counted, date_words, meeting_time
from facilitator.words.outcomes import rule_sentence, share_of_base

MANY = 30
"""Members called by name; of a larger body by number."""


def notice(material: Material) -> list[Paper]:
    """The notice; refused (`nothing-to-print`) while nothing is on the agenda and no project to be chosen."""
    chosen(material, ())
    c = clerk(material)
    if not c.meeting.agenda.items and not c.meeting.slate.standing:
        raise nothing("notice")
    t = c.t
    return [
        write(
            c,
            "notice",
            Layout.SLIP,
            t("Notice of meeting"),
            _blocks(c),
            subtitle=body_meeting(c),
            own=body_meeting(c),
        )
    ]


def _blocks(c: Clerk) -> Iterator[BlockKind]:
    t = c.t
    yield Paragraph(say(t("To all {members}:", members=c.members)), indented=False)
    yield Paragraph(say(_call(c)))
    if c.meeting.agenda.items:
        yield Heading(t.within("notice", "Agenda"))
        yield _agenda(c)
    yield from slate_blocks(c)
    yield from _called(c)
    if c.meeting.agenda.items:  # motions are put under items alone
        yield from _needs(c)
    yield from _posted(c)
    notice = c.meeting.life.notice
    convened = c.meeting.convened
    day = notice.posted if notice else c.here(convened.at).date() if convened else c.day
    yield SignOff((c.meeting.council.name, date_words(day, c.lang)))


def _call(c: Clerk) -> str:
    t = c.t
    planned = c.here(c.meeting.call.planned)
    call = t(
        "{meeting} is called for {time} at {place}.",
        meeting=meeting_name(c),
        time=meeting_time(planned, None, c.lang),
        place=c.meeting.call.place,
    )
    secretaries = [
        key
        for key, seen in c.meeting.attendance.observers.items()
        if seen.capacity is Capacity.SECRETARY
    ]
    if secretaries:
        leave = t(
            "Whoever cannot come asks the secretary, {name}, for leave beforehand.",
            name=c.named(secretaries),
        )
    else:
        leave = t("Whoever cannot come asks for leave beforehand.")
    return c.sentences(call, leave)


def _agenda(c: Clerk) -> Table:
    """Items as announced, with their durations; proposers only in the version that is not posted.

    A notice printed when the meeting has begun calls to what people were called to: what came onto the
    agenda or was changed in the meeting is in its record.
    """
    t = c.t
    items = announced(c.meeting)
    timed = any(item.minutes for item in items)
    proposed = not c.public and any(item.proposer for item in items)
    heads = [t.within("notice", "No."), t.within("notice", "Item")]
    heads += [t.within("notice", "Proposed by")] if proposed else []
    heads += [t.within("notice", "Time")] if timed else []
    rows = [row(*heads, kind=RowKind.HEAD)]
    for item in items:
        cells: list[str | Cell] = [str(item.number), left(_title(c, item))]
        cells += [mid(_proposer(c, item))] if proposed else []
        cells += (
            [counted(item.minutes, Unit.MINUTES, c.lang) if item.minutes else ""] if timed else []
        )
        rows.append(row(*cells))
    widths = (1.2, 8.0, *((2.6,) if proposed else ()), *((2.2,) if timed else ()))
    return Table(widths=widths, rows=tuple(rows))


def _proposer(c: Clerk, item: Item) -> str:
    """Free text, which may be the id of somebody the meeting knows."""
    return c.name(item.proposer) if item.proposer in c.material.people else item.proposer


def _title(c: Clerk, item: Item) -> str:
    t = c.t
    carried = c.brackets(t("put off last time")) if item.carried_from else ""
    details = c.gap + item.text if item.text else ""
    return f"{item.title}{carried}{details}"


def _called(c: Clerk) -> Iterator[BlockKind]:
    """Who is called, group by group, and who comes without a vote."""
    t = c.t
    whole = roll(c, "")
    people = counted(whole.due, Unit.PEOPLE, c.lang)
    groups: list[Text] = []
    for group in c.charter.groups:
        one = roll(c, group.key)
        number = t("{group} {n}", group=c.group(group.key), n=one.due)
        shown = one.members if whole.due <= MANY else ()
        names = fill(c.brackets(ONE), _whole(c, shown)) if shown else ()
        groups.append(say(number, names))
    text = t("{people}: {groups}.", people=people, groups=ONE)
    listed = between(t.within("between", "; "), groups)
    yield Labelled(t.within("notice", "Called"), fill(text, listed))
    guests = [
        key
        for key, seen in c.meeting.attendance.observers.items()
        if seen.capacity is not Capacity.SECRETARY
    ]
    if guests and len(guests) <= MANY:
        yield Labelled(t.within("list", "Observers"), _whole(c, guests))


def _whole(c: Clerk, people: Iterable[str]) -> Text:
    """Names one after another, none broken over a line."""
    return between(c.comma, (called(c.name(person)) for person in people))


def _needs(c: Clerk) -> Iterator[BlockKind]:
    """How many have to be there, and what it takes to carry."""
    t = c.t
    quorum = [share_of_base(one, c.lang, charter=c.charter) for one in c.charter.quorum]
    if quorum:
        words = t.within("between", " and ").join(quorum)
        text = t("{share} have to be present.", share=words[:1].upper() + words[1:])
        yield Labelled(t.within("notice", "Quorum"), say(text))
    text = rule_sentence(c.charter, the_rule(c.charter), c.lang, c.meeting.figures())
    yield Labelled(t.within("notice", "To carry"), say(bold(text + c.stop)))


def _posted(c: Clerk) -> Iterator[BlockKind]:
    """When and where the notice hangs; a line to fill in while it does not."""
    t = c.t
    found = c.meeting.life.notice
    if found is None:
        where = c.meeting.council.posting_places or "____________"
        text = t("{date} at {place}", date="____________", place=where)
    elif found.where:
        text = t("{date} at {place}", date=date_words(found.posted, c.lang), place=found.where)
    else:
        text = date_words(found.posted, c.lang)
    yield Labelled(t.within("notice", "Posted"), say(text))
