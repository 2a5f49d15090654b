"""Report forms (讨论记录表): one for each topic, blank to be written on, or as its group filled it in."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.meeting.forum.reports import NextStep, ReportText, Sheet
from facilitator.meeting.forum.wall import Topic, TopicState
from facilitator.papers.kinds.cells import Piece, called, label, left, mid, row, say
from facilitator.papers.kinds.clerk import Clerk, chosen, clerk, mark_of_sheet, nothing, write
from facilitator.papers.kinds.forum import (
    conveners,
    number,
    origin,
    slot_line,
    spots,
    topics,
    where,
)
from facilitator.papers.kinds.lists import people
from facilitator.papers.material import Material
from facilitator.papers.model import (
    Blanks,
    BlockKind,
    Cell,
    Heading,
    Layout,
    Line,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    RowKind,
    Table,
    Text,
)
from facilitator.words.figures import Unit, counted, short_date
from facilitator.words.tongue import mark

POINT_LINES, STEP_ROWS, OTHER_LINES = 7, 4, 1
"""What a blank form has room for: all of it on one sheet."""
NUMBER_COLUMN = 2.0
OPTIONAL = (
    ("recommendations", mark("Recommendations")),
    ("resources", mark("Resources")),
    ("requests", mark("Requests to others")),
)


def reports(material: Material) -> list[Paper]:
    """A sheet for every topic that has or may have a group; refused (`nothing-to-print`) when none has."""
    chosen(material, ())
    c = clerk(material)
    found = [one for one in topics(c, "reports") if one.state is TopicState.OPEN]
    if not found:
        raise nothing("reports")
    blocks: list[BlockKind] = []
    for topic in found:
        blocks += [PageBreak()] if blocks else []
        blocks += _sheet(c, topic)
    title = c.t.within("paper", "Report forms")
    return [write(c, "reports", Layout.SHEET, title, blocks, marked=mark_of_sheet(c))]


def _sheet(c: Clerk, topic: Topic) -> Iterator[BlockKind]:
    t = c.t
    yield Paragraph(say(called(t("Report form"))), indented=False, align="center")
    yield heading(c, topic, level=1)
    report = c.meeting.reports.all.get(topic.id)
    if report is None:
        yield from _blank(c, topic)
    else:
        yield from filled(c, topic, report.sheet, level=2)


def heading(c: Clerk, topic: Topic, *, level: int) -> Heading:
    """16 南门早高峰堵车, in the convener's own words."""
    right = c.t("as put on the wall")
    return Heading(topic.title, right=right, level=level, number=number(topic))


def facts(c: Clerk, topic: Topic, sheet: Sheet | None, *, blank: bool = True) -> Table:
    """Who convened and recorded, when and where, and who was there; with `blank` room to write that in."""
    t = c.t
    recorder = c.meeting.reports.recorder(topic.id)
    pairs = (
        label(t("Convener")),
        left(conveners(c, topic)),
        label(t.within("report", "Recorder")),
        left(c.name(recorder) if recorder else ""),
    )
    there = spots(c, topic)
    matrix = c.meeting.matrix
    if len({spot.slot for spot in there}) == 1 and len({spot.place for spot in there}) == 1:
        slot, place = slot_line(c, matrix.slots[there[0].slot]), matrix.places[there[0].place].name
        when = row(
            label(t.within("report", "Round")), left(slot),
            label(t.within("header", "Place")), left(place),
        )  # fmt: skip
    else:
        sittings = Cell(say(where(c, topic)), span=3)
        when = Row((label(t.within("report", "Round")), sittings))
    who = Cell(_participants(c, sheet), span=3)
    rows = [Row(pairs)]
    rows += [when] if there else []
    if sheet is not None or blank:
        rows.append(Row((label(t.within("report", "Participants")), who)))
    more = origin(c, topic)
    if more:
        rows.append(Row((label(t.within("report", "Also")), Cell(say(more), span=3))))
    return Table(widths=(12, 40, 12, 36) if c.lang == "zh" else (15, 37, 14, 34), rows=tuple(rows))


def _participants(c: Clerk, sheet: Sheet | None) -> Text:
    """Names with how many there were; in public how many; on a blank form room for both."""
    t = c.t
    if sheet is None:
        return say("\n\n", t("{n} people in all", n="____"))
    heads = max(sheet.heads, len(sheet.participants))
    counted_heads = counted(heads, Unit.PEOPLE, c.lang)
    if not sheet.participants or c.public:
        return say(counted_heads if heads else "—")
    return say(people(c, sheet.participants), c.brackets(counted_heads))


def filled(c: Clerk, topic: Topic, sheet: Sheet, *, level: int) -> Iterator[BlockKind]:
    """What a group told, in the order of the form."""
    t, told = c.t, sheet.text
    yield facts(c, topic, sheet)
    if sheet.blank:
        yield Paragraph(say(called(t("The group met and wrote nothing down."))), indented=False)
        return
    if told.points:
        yield Heading(t("Main points"), level=level)
        for n, point in enumerate(told.points, 1):
            yield from _point(c, n, point)
    if told.next_steps:
        yield Heading(t("Next steps"), level=level)
        yield _steps(c, [_step(c, step) for step in told.next_steps])
    for name, title in OPTIONAL:
        text: str = getattr(told, name)
        if text:
            yield Heading(t(title), level=level)
            yield from _text(c, text)


def _point(c: Clerk, n: int, point: str) -> Iterator[BlockKind]:
    """A point under its number; its further paragraphs below it."""
    first, *more = _lines(c, point)
    yield Line(f"{n}.", say(first), column=NUMBER_COLUMN)
    for line in more:
        yield Paragraph(say(line))


def _text(c: Clerk, text: str) -> Iterator[BlockKind]:
    yield from (Paragraph(say(line)) for line in _lines(c, text))


def _lines(c: Clerk, text: str) -> list[str]:
    return [line.strip() for line in c.told(text).split("\n") if line.strip()] or [""]


def _step(c: Clerk, step: NextStep) -> Row:
    day = short_date(step.by, c.lang) if step.by else ""
    return row(mid(c.told(step.who)), left(c.told(step.what)), day)


def _steps(c: Clerk, rows: list[Row], height: float = 0.0) -> Table:
    t = c.t
    heads = (t.within("step", "Who"), t.within("step", "What"), t.within("step", "By when"))
    head = row(*heads, kind=RowKind.HEAD)
    return Table(widths=(20, 61, 19), rows=(head, *rows), row_height=height)


def _blank(c: Clerk, topic: Topic) -> Iterator[BlockKind]:
    """The same form to be written on; what is known already stands in it."""
    t = c.t
    yield facts(c, topic, None)
    yield Heading(t("Main points"), level=2)
    yield Blanks(POINT_LINES)
    yield Heading(t("Next steps"), level=2)
    empty: tuple[Piece, ...] = ()
    yield _steps(c, [row(mid(*empty), left(*empty), mid(*empty))] * STEP_ROWS, height=9.5)
    for name, title in OPTIONAL:
        assert name in ReportText.__struct_fields__
        yield Heading(t(title), right=t("may stay empty"), level=2)
        yield Blanks(OTHER_LINES)
