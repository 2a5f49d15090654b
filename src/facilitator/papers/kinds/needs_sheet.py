"""The needs sheet (需求评估表): who was asked how, what they named, and what comes first; also blank."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.papers.kinds.cells import bold, left, mid, row, say
from facilitator.papers.kinds.clerk import nothing
from facilitator.papers.kinds.thread import (
    LINE,
    Thread,
    concern_blocks,
    day,
    empty,
    head,
    paragraphs,
    table,
    thread,
    write_thread,
)
from facilitator.papers.material import ProjectMaterial
from facilitator.papers.model import (
    BlockKind,
    Heading,
    Paper,
    Paragraph,
    Row,
    RowKind,
    Signatures,
)
from facilitator.rounds.concerns import lasting
from facilitator.rounds.needs import Announced, NeedNoted, Needs, ResidentsAsked, Source, needs_of
from facilitator.rounds.project import Initiator
from facilitator.words.figures import Unit, counted
from facilitator.words.rounds import round_title

ASKED_ROWS, NEED_ROWS = 5, 5
ROW_HEIGHT = 9.5
CONCERNS = (
    *("nobody-asked", "few-asked", "inviter-unknown", "hand-picked"),
    *("meeting-unannounced", "needs-unranked", "evidence-after-draft"),
)


def needs(source: ProjectMaterial) -> list[Paper]:
    """The sheet as it is filled in; refused (`nothing-to-print`) before anybody was asked."""
    c = thread(source)
    found = needs_of(c.project)
    if not found.asked and not found.needs:
        raise nothing("needs")
    return [write_thread(c, "needs", c.t("Needs assessment"), _filled(c, found))]


def needs_form(source: ProjectMaterial) -> list[Paper]:
    """The same to be filled in by hand: what is known of the project stands in it."""
    c = thread(source)
    return [write_thread(c, "needs-form", c.t("Needs assessment"), _blank(c), blank=True)]


def _head(c: Thread) -> BlockKind:
    t, target = c.t, c.project.target or c.project.project
    idea = (
        round_title(target.initiator, c.lang) if target.initiator is not Initiator.UNKNOWN else ""
    )
    return head(
        c,
        (t.within("project", "Why they"), c.told(target.why)),
        (t.within("project", "Whose idea"), idea),
    )


def _filled(c: Thread, found: Needs) -> Iterator[BlockKind]:
    t = c.t
    yield _head(c)
    asked = counted(found.people, Unit.PEOPLE, c.lang)
    yield Heading(t("How residents were asked"), right=t("{people} asked in all", people=asked))
    rows = [_asked(c, found, number, one) for number, one in enumerate(found.asked, 1)]
    total = (
        mid(t.within("column", "Total"), span=2),
        mid(str(found.people)),
        left(_invited(c, found)),
        left(""),
    )
    yield table(
        _asked_heads(c), [*rows, Row(total, RowKind.TOTAL)] if len(rows) > 1 else rows, _WIDTHS
    )
    found_out = [
        (number, one.text) for number, one in enumerate(found.asked, 1) if one.text.strip()
    ]
    if found_out:
        yield Heading(t("What was found"))
    for number, text in found_out:
        numbered = t("From {number}: {text}", number=number, text=c.told(text))
        yield from (Paragraph(say(line)) for line in numbered.split("\n") if line.strip())
    yield Heading(t("What residents need, most urgent first"))
    places = {one.entry: number for number, one in enumerate(found.asked, 1)}
    ranks = found.ranks
    rows = [_need(c, one, ranks, places) for one in found.needs]
    yield table(_need_heads(c), rows, _NEED_WIDTHS)
    if found.ranking and found.ranking.how:
        how = c.ended(c.told(found.ranking.how))
        yield from paragraphs(t("How it was ranked: {how}", how=how))
    yield from concern_blocks(c, lasting(c.project), CONCERNS)
    yield _signatures(c)


_WIDTHS = (12.0, 28.0, 16.0, 54.0, 50.0)
_NEED_WIDTHS = (14.0, 90.0, 26.0, 30.0)


def _asked_heads(c: Thread) -> tuple[str, ...]:
    t = c.t
    return (
        t.within("needs", "No."),
        t.within("needs", "How and when"),
        t.within("needs", "Asked"),
        t.within("needs", "Who invited them"),
        t.within("needs", "Announced beforehand"),
    )


def _need_heads(c: Thread) -> tuple[str, ...]:
    t = c.t
    return (
        t.within("needs", "Rank"),
        t.within("needs", "Need, in residents' words"),
        t.within("needs", "Named by"),
        t.within("needs", "Source"),
    )


def _asked(c: Thread, found: Needs, number: int, one: ResidentsAsked) -> Row:
    t = c.t
    invited = c.listing(f"{round_title(way.how, c.lang)} {way.people}" for way in one.invited)
    if one.invitation_unknown and (one.invited or one.source is Source.MEETING):
        unknown = t("not known {n}", n=one.invitation_unknown)
        invited = c.separated(invited, unknown) if invited else unknown
    return row(
        str(number),
        left(bold(round_title(one.source, c.lang)), "\n", day(c, one.on)),
        str(one.people),
        left(invited or "—"),
        left(_announced(c, found, one)),
    )


def _announced(c: Thread, found: Needs, one: ResidentsAsked) -> str:
    t = c.t
    notices = (it for it in found.announced if it.what is Announced.NEEDS_MEETING)
    notice = next((it for it in notices if it.on == one.on and it.begins < one.on), None)
    if one.announced_on is not None and one.announced_on < one.on:
        return c.date(one.announced_on)
    if notice is not None:
        return c.separated(c.date(notice.begins), c.told(notice.places))
    return t("not announced") if one.source is Source.MEETING else "—"


def _invited(c: Thread, found: Needs) -> str:
    ways = found.invited().items()
    return c.listing(f"{round_title(how, c.lang)} {people}" for how, people in ways)


def _need(c: Thread, one: NeedNoted, ranks: dict[str, int], places: dict[str, int]) -> Row:
    rank = str(ranks.get(one.entry, "—"))
    rests = c.listing(str(places[entry]) for entry in one.asked if entry in places)
    named = counted(one.named_by, Unit.PEOPLE, c.lang) if one.named_by else "—"
    return row(mid(bold(rank)), left(c.told(one.text)), named, rests or "—")


def _blank(c: Thread) -> Iterator[BlockKind]:
    t = c.t
    yield _head(c)
    yield Heading(t("How residents were asked"), right=t("before anything is written"))
    yield table(_asked_heads(c), empty(5, ASKED_ROWS), _WIDTHS, height=ROW_HEIGHT)
    yield Heading(t("What residents need, most urgent first"))
    yield table(_need_heads(c), empty(4, NEED_ROWS), _NEED_WIDTHS, height=ROW_HEIGHT)
    yield Paragraph(say(t("How it was ranked: {how}", how=LINE * 3)), indented=False)
    said = c.sentences(
        t("Ask at least ten residents, and not only those whom the committee knows."),
        t("Write down who invited them, and on which day a meeting was announced."),
    )
    yield Paragraph(say(said), indented=False, small=True)
    yield _signatures(c)


def _signatures(c: Thread) -> Signatures:
    t = c.t
    return Signatures(
        (
            t("Filled in by (signature)"),
            t("Resident (signature)"),
            t("Resident (signature)"),
            t("Date"),
        )
    )
