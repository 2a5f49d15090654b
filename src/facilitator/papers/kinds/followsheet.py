"""The follow-up sheet (落实记录): the whole story of one decision or action group, to be filed."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.followup.entries import Objected, Paid
from facilitator.followup.posting import answer_to, came_late
from facilitator.papers.kinds.cells import Piece, bold, label, left, mid, row, say, struck
from facilitator.papers.kinds.clerk import Clerk, body_meeting, chosen, clerk, write
from facilitator.papers.kinds.followed import (
    Followed,
    around,
    fate,
    followed,
    name_words,
    outcome_of,
)
from facilitator.papers.kinds.outcome import facts
from facilitator.papers.kinds.record_end import head_words
from facilitator.papers.kinds.views import both_views
from facilitator.papers.material import Material
from facilitator.papers.model import (
    BlockKind,
    Cell,
    Heading,
    Layout,
    Line,
    Paper,
    Paragraph,
    Row,
    RowKind,
    Seal,
    Table,
)
from facilitator.words.aftermath import money_words
from facilitator.words.figures import Unit, clock_seconds, column_date, counted, date_words, money
from facilitator.words.outcomes import outcome_sentence
from facilitator.words.timeline import Line as Told
from facilitator.words.timeline import Sign, timeline

_DAY = 6.4
"""Characters that a date takes, and a gap."""
_SIGNS = {Sign.DONE: "●", Sign.OPEN: "○", Sign.WARN: "○", Sign.LATER: "○"}


def sheets(material: Material) -> list[Paper]:
    """One sheet for the matter asked for, else for every one that was given to somebody.

    Refused (`nothing-to-print`) when there is none.
    """
    chosen(material, ())
    c = clerk(material)
    return [_sheet(c, one) for one in followed(c, "followup")]


def _sheet(c: Clerk, one: Followed) -> Paper:
    name = name_words(c, one)
    return write(
        c,
        "followup",
        Layout.RECORD,
        c.t("Follow-up sheet"),
        _blocks(c, one),
        subtitle=c.joined(name, one.title),
        own=f"{name} {one.title}",
        dated=c.today,
    )


def _blocks(c: Clerk, one: Followed) -> Iterator[BlockKind]:
    t = c.t
    if said := fate(c, one):
        yield Paragraph(say(bold(said)), indented=False)
    yield Table(widths=(11, 80), rows=tuple(_head(c, one)))
    yield Heading(t("What both sides say"))
    yield from both_views(c, one)
    yield Heading(
        t.within("outcome", "What happened"), right=t("as of {date}", date=c.date(c.today))
    )
    yield from _story(c, one)
    yield from _paid(c, one)
    yield from _objections(c, one)
    yield from _files(c, one)
    yield from _seal(c, one)


def _head(c: Clerk, one: Followed) -> Iterator[Row]:
    """What was decided, where and when, by what vote, and how it stands."""
    t = c.t
    made = c.joined(body_meeting(c), c.day_of(one.matter.made))
    yield row(label(t.within("slip", "Decided")), left(made))
    outcome = outcome_of(c, one)
    if outcome is not None and one.decision is not None:
        yield row(
            label(t.within("slip", "Vote")), left(outcome_sentence(outcome, c.lang, c.charter))
        )
        text = c.meeting.polls.all[one.decision.poll].text
        yield row(label(t.within("slip", "Text")), left(text))
    for title, value in facts(c, one):
        yield row(label(title), left(value))


def _story(c: Clerk, one: Followed) -> Iterator[BlockKind]:
    """A line for each thing that happened; what is still to come in 楷体, what was struck with its reason."""
    for told in timeline(one.matter, one.case, c.today, c.lang, around(c, one)):
        yield Line(_day(c, told), say(*_line(c, told)), column=_DAY)


def _day(c: Clerk, told: Told) -> str:
    return column_date(told.day, c.lang)


def _line(c: Clerk, told: Told) -> Iterator[Piece]:
    t = c.t
    text = c.told(told.text)
    if told.sign is Sign.LATER:
        text = t("to come: {what}", what=text)
    if told.who and not c.public:
        text = text + c.brackets(told.who)
    whole = f"{text}{c.colon}{c.told(told.said)}" if told.said else text
    if told.struck is not None:
        yield struck(whole)
        yield c.gap + t("struck: {reason}", reason=c.told(told.struck))
        return
    yield bold(whole) if told.sign is Sign.WARN else whole
    if told.files:
        yield c.brackets(t.many("{n} file", "{n} files", len(told.files)))


def _paid(c: Clerk, one: Followed) -> Iterator[BlockKind]:
    """Every instalment, and what is left."""
    t, now = c.t, one.now
    found = [entry.event for entry in one.case.standing() if isinstance(entry.event, Paid)]
    if not found and not now.granted_fen:
        return
    yield Heading(t.within("task", "Money"))
    heads = (
        t.within("paid", "Day"),
        t.within("paid", "Amount"),
        t.within("paid", "Paid to"),
        t.within("paid", "Receipt"),
    )
    rows = [row(*heads, kind=RowKind.HEAD)]
    for event in sorted(found, key=lambda one: one.on):
        rows.append(
            row(
                c.date(event.on),
                mid(money(event.fen, c.lang)),
                left(c.told(event.to)),
                mid(t("receipt not in yet") if event.unproved else c.told(event.receipt)),
            )
        )
    whole = money_words(now.granted_fen, now.paid_fen, c.lang)
    sums = (mid(t.within("paid", "Together")), Cell(say(whole), span=3))
    yield Table(widths=(26, 22, 34, 24), rows=(*rows, Row(sums, RowKind.TOTAL)))


def _objections(c: Clerk, one: Followed) -> Iterator[BlockKind]:
    """What came in against what was posted, who it was, and what was answered."""
    t = c.t
    found = [(e, e.event) for e in one.case.standing() if isinstance(e.event, Objected)]
    if not found:
        return
    yield Heading(t("Objections received"))
    heads = [t.within("objection", "Day"), t.within("objection", "Objection")]
    heads += [] if c.public else [t.within("objection", "From")]
    heads.append(t.within("objection", "Answer"))
    rows = [row(*heads, kind=RowKind.HEAD)]
    for recorded, event in found:
        day = event.on or c.here(recorded.at).date()
        late = c.brackets(t("late")) if came_late(one.case, recorded) else ""
        who = [] if c.public else [left(event.person.name if event.person else "—")]
        cells = [mid(c.date(day) + late), left(c.told(event.text)), *who]
        rows.append(row(*cells, left(_answer(c, one, event))))
    widths = (20, 42, 44) if c.public else (20, 36, 14, 36)
    yield Table(widths=widths, rows=tuple(rows))


def _answer(c: Clerk, one: Followed, event: Objected) -> str:
    t, answer = c.t, answer_to(one.case, event.entry)
    if answer is None:
        return t("Not answered yet.")
    word = t.within("objection", "Upheld") if answer.upheld else t.within("objection", "Not upheld")
    return f"{word}{c.colon}{c.told(answer.text)}"


def _files(c: Clerk, one: Followed) -> Iterator[BlockKind]:
    """What is kept in the archive, by its name and the beginning of its hash; what was erased says why."""
    t = c.t
    told = timeline(one.matter, one.case, c.today, c.lang, around(c, one))
    files = [(line, shown) for line in told for shown in line.files]
    if not files or c.public:
        return
    yield Heading(t("Files kept in the archive"))
    heads = (
        t.within("file", "File"),
        t.within("file", "Day"),
        t.within("file", "Size"),
        t.within("file", "Begins with (SHA-256)"),
    )
    rows = [row(*heads, kind=RowKind.HEAD)]
    for line, shown in files:
        gone = c.brackets(t("erased: {reason}", reason=shown.dropped)) if shown.dropped else ""
        rows.append(
            row(
                left(shown.file.name + gone),
                c.date(line.day),
                f"{max(1, round(shown.file.size / 1024)):,} KB",
                shown.file.hash[:12],
            )
        )
    yield Table(widths=(44, 24, 14, 26), rows=tuple(rows))


def _seal(c: Clerk, one: Followed) -> Iterator[BlockKind]:
    """What ties the sheet to the file; nothing while the follow-up has not begun."""
    t, found = c.t, one.story.seal
    if found is None:
        return
    last = c.here(found.last)
    text = t(
        "This follow-up has {entries}, the last at {time} on {date}.",
        entries=counted(found.events, Unit.ENTRIES, c.lang),
        date=date_words(last.date(), c.lang),
        time=clock_seconds(last),
    )
    use = t(
        "This sheet was made from the follow-up with this head; all of it is in the code beside it: scan it, "
        "or compare group by group."
    )
    yield Seal(
        label=t("Head of the follow-up"),
        head=head_words(found.digest),
        text=c.sentences(text, use),
        qr=found.digest,
    )
