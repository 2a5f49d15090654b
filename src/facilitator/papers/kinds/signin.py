"""The sign-in sheet (会议签到表): before the meeting with empty columns, afterwards with the times noted."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.meeting.attendance import Stay
from facilitator.meeting.format import Stage
from facilitator.papers.kinds.cells import bold, called, label, left, mid, row, say, wide
from facilitator.papers.kinds.clerk import Clerk, body_meeting, chosen, clerk, nothing, write
from facilitator.papers.kinds.course import closes
from facilitator.papers.kinds.roll import Roll, attended, roll, stays
from facilitator.papers.material import Material
from facilitator.papers.model import (
    BlockKind,
    Cell,
    Layout,
    Paper,
    Paragraph,
    Row,
    RowKind,
    Signatures,
    Table,
)
from facilitator.rules.composition import Holding
from facilitator.words.figures import Unit, counted, meeting_time
from facilitator.words.titles import title

ROW_HEIGHT = 8.9
"""mm: room for a signature."""


def signin(material: Material) -> list[Paper]:
    """The sheet; refused (`nothing-to-print`) when nobody holds a seat."""
    chosen(material, ())
    c = clerk(material)
    if not c.meeting.council.seats:
        raise nothing("signin")
    t = c.t
    return [
        write(c, "signin", Layout.FORM, t("Sign-in sheet"), _blocks(c), own=body_meeting(c)),
    ]


def _gathered(c: Clerk) -> bool:
    """Whether people have begun to come: from then on the sheet has times in it."""
    return c.meeting.phase.stage is not Stage.BEFORE and any(
        attended(c.meeting, person) for person in c.meeting.attendance.stays
    )


def _blocks(c: Clerk) -> Iterator[BlockKind]:
    t = c.t
    yield _above(c)
    yield _sheet(c)
    yield Paragraph(
        say(
            t(
                "Everybody signs in person, nobody for another. Whoever leaves early notes the time. No "
                "telephone numbers are collected on this sheet."
            )
        ),
        indented=False,
        small=True,
    )
    yield Signatures((t("Checked by (signature)"), t("Recorder (signature)")))


def _above(c: Clerk) -> Table:
    t = c.t
    planned = c.here(c.meeting.call.planned)
    when = meeting_time(planned, None, c.lang)
    whole = roll(c, "")
    came = t.within("signin", "{n}", n=len(whole.came)) if _gathered(c) else "____"
    due = t.within("signin", "{n}", n=whole.due)
    present = (c.gap, bold(t.within("signin", "Here")), c.gap, came)
    return Table(
        widths=(1.1, 8, 1.1, 4) if c.lang == "zh" else (1.6, 6.2, 1.1, 5.4),
        rows=(
            row(
                label(t.within("signin", "Meeting")),
                left(body_meeting(c)),
                label(t.within("header", "Place")),
                left(c.meeting.call.place),
            ),
            row(
                label(t.within("header", "Time")),
                left(when),
                label(t.within("signin", "Due")),
                left(due, *present),
            ),
        ),
        plain=True,
    )


def _sheet(c: Clerk) -> Table:
    t = c.t
    heads = [t.within("signin", "Seat"), t.within("signin", "Name")]
    heads += [] if c.public else [t.within("signin", "Building or unit")]
    heads += [
        t.within("signin", "Capacity"),
        t.within("signin", "Came"),
        t.within("signin", "Left early"),
    ]
    heads.append(t.within("signin", "Signature"))
    span = len(heads)
    rows = [row(*heads, kind=RowKind.HEAD)]
    for group in c.charter.groups:
        rows += _group(c, group.key, span)
    rows += _guests(c, span)
    widths = (13, 20, 26, 16, 15, 20, 46) if c.lang == "zh" else (11, 23, 28, 20, 15, 20, 39)
    if c.public:
        widths = (*widths[:2], *widths[3:])
    return Table(widths=widths, rows=tuple(rows), row_height=ROW_HEIGHT)


def _group(c: Clerk, key: str, span: int) -> Iterator[Row]:
    """A grey row with the counts, then the members by seat; a seat nobody holds is there too."""
    one = roll(c, key)
    group = c.charter.group(key)
    name = group.title.text(c.lang) if group else key
    yield wide(span, name, right=say(_counts(c, one)), kind=RowKind.GROUP)
    held = {h.seat: h for h in c.meeting.council.seats if c.meeting.group_of(h.member) == key}
    seats = sorted({*held, *c.charter.seat_numbers(key)})
    for seat in seats:
        if seat in held:
            yield _member(c, held[seat], excused=held[seat].member in one.excused)
        else:
            vacant = c.t("(vacant)")
            yield row(str(seat), vacant, *("",) * (span - 2))


def _counts(c: Clerk, one: Roll) -> str:
    t = c.t
    parts = [t("due {n}", n=one.due)]
    if _gathered(c):
        parts.append(t("here {n}", n=len(one.came)))
    if one.excused:
        parts.append(t("excused {n}", n=len(one.excused)))
    if one.vacant:
        parts.append(t("vacant: {seats}", seats=counted(one.vacant, Unit.SEATS, c.lang)))
    return c.joined(*parts)


def _member(c: Clerk, holding: Holding, *, excused: bool) -> Row:
    t = c.t
    offices = [c.charter.office(key) for key in holding.offices]
    capacity = c.listing(office.title.text(c.lang) for office in offices if office)
    if excused:
        role = t.within("signin", "Excused")
        sign = mid(t("Excused, not signed"))
        return _line(c, str(holding.seat), holding.member, role, ("—", "—"), sign)
    role = capacity or t.within("signin", "Member")
    return _line(c, str(holding.seat), holding.member, role, _times(c, holding.member), mid(""))


def _line(c: Clerk, seat: str, person: str, role: str, times: tuple[str, str], sign: Cell) -> Row:
    known = c.material.people.get(person)
    home = [] if c.public else [known.address if known else ""]
    return row(seat, mid(called(c.name(person))), *home, role, *times, sign)


def _times(c: Clerk, person: str) -> tuple[str, str]:
    """When somebody came, and went before the end, and came back."""
    found = stays(c.meeting, person)
    if not found:
        return "", ""
    return c.when(found[0].came), c.listing(_gone(c, found))


def _gone(c: Clerk, found: list[Stay]) -> Iterator[str]:
    """Departures before the end of a sitting: with its close everybody goes, and a new sitting is no return."""
    t = c.t
    ends = closes(c.meeting)
    for at, stay in enumerate(found):
        if stay.left is None or stay.left in ends:
            continue
        later = found[at + 1] if at + 1 < len(found) else None
        gone = c.when(stay.left)
        if later is None or any(stay.left < end <= later.came for end in ends):
            yield gone
        else:
            yield t("{left}, back {came}", left=gone, came=c.when(later.came))


def _guests(c: Clerk, span: int) -> Iterator[Row]:
    """Observers and staff, who have no vote."""
    t = c.t
    observers = c.meeting.attendance.observers
    if not observers:
        return
    people = counted(len(observers), Unit.PEOPLE, c.lang)
    right = say(c.joined(t("no vote"), people))
    yield wide(span, t("Observers and staff"), right=right, kind=RowKind.GROUP)
    for person, seen in observers.items():
        role = title(seen.capacity, c.lang)
        yield _line(c, "", person, role, _times(c, person), mid(""))
