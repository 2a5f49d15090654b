"""The slip that hands a decision over (决议落实单): the task, and room for what became of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from facilitator.followup.entries import View
from facilitator.meeting.decisions import Decision
from facilitator.papers.kinds.cells import label, left, mid, row, say
from facilitator.papers.kinds.clerk import Clerk, body_meeting, chosen, clerk, nothing, write
from facilitator.papers.kinds.followed import of_decision
from facilitator.papers.kinds.matters import decision_title, implementer, standing, task_facts
from facilitator.papers.kinds.outcome import carried_out_by
from facilitator.papers.material import Material
from facilitator.papers.model import (
    BlockKind,
    Heading,
    Labelled,
    Layout,
    Paper,
    RowKind,
    Signatures,
    Table,
)
from facilitator.words.figures import date_words
from facilitator.words.outcomes import decision_words, outcome_sentence
from facilitator.words.titles import title

LINES = 4
"""Empty rows for what was done: the slip is to stay one sheet."""
ROW_HEIGHT = 9.0
"""mm: room for handwriting."""


def slips(material: Material) -> list[Paper]:
    """One slip for every decision that stands; refused (`nothing-to-print`) when there is none."""
    chosen(material, ())
    c = clerk(material)
    papers = [_slip(c, decision) for decision in standing(c)]
    if not papers:
        raise nothing("slip")
    return papers


def _slip(c: Clerk, decision: Decision) -> Paper:
    t = c.t
    name = decision_words(decision.number, c.lang)
    return write(
        c,
        "slip",
        Layout.SLIP,
        t("Implementation slip"),
        _blocks(c, decision),
        subtitle=c.joined(name, decision_title(c, decision)),
        own=f"{name} {decision_title(c, decision)}",
    )


def _blocks(c: Clerk, decision: Decision) -> Iterator[BlockKind]:
    t = c.t
    poll = c.meeting.polls.all[decision.poll]
    carried = c.here((poll.closed or decision.made).at).date()
    yield Labelled(
        t.within("slip", "Decided"),
        say(c.joined(body_meeting(c), date_words(carried, c.lang))),
    )
    assert poll.outcome is not None  # nothing is decided without one
    vote = outcome_sentence(poll.outcome, c.lang, c.charter)
    yield Labelled(t.within("slip", "Vote"), say(vote))
    yield Labelled(t.within("slip", "Text"), say(poll.text))
    for head, value in _facts(c, decision):
        yield Labelled(head, say(value))
    yield from _to_fill_in(c)


def _facts(c: Clerk, decision: Decision) -> list[tuple[str, str]]:
    """The task as it stands now: handed over or put off since, it says so; blanks for what nobody said."""
    t, one = c.t, of_decision(c, decision)
    given, now = decision.assignment, one.now
    if given is not None:
        name = carried_out_by(c, one) or given.implementer
        given = msgspec.structs.replace(given, implementer=name)
        if given.due is not None and now.due is not None:
            given = msgspec.structs.replace(given, due=now.due)
    facts = task_facts(c, given) if given else []
    if not facts:
        by = carried_out_by(c, one) or implementer(c, decision) or BLANK
        due = c.date(now.due) if now.due else BLANK
        facts = [(t.within("task", "Carried out by"), by), (t.within("task", "Due"), due)]
    to = t("{body}, in writing or at the meeting", body=c.meeting.council.name)
    return [*facts, (t.within("task", "Report to"), to)]


def _to_fill_in(c: Clerk) -> Iterator[BlockKind]:
    """What was done, what came of it, and who answers for it: filled in by hand."""
    t = c.t
    yield Heading(t("What was done (report back)"))
    heads = (t.within("slip", "Date"), t.within("slip", "Done"), t.within("slip", "By whom"))
    empty = [row("", "", "") for _ in range(LINES)]
    yield Table(
        widths=(2, 6, 2.4), rows=(row(*heads, kind=RowKind.HEAD), *empty), row_height=ROW_HEIGHT
    )
    yield Heading(t.within("slip", "What came of it"))
    yield _result(c)
    yield Signatures(
        (
            t("Handed over by (signature)"),
            t("Carried out by (signature)"),
            t("Supervised by (signature)"),
            t("Date checked"),
        )
    )


VIEWS = (View.DONE, View.HALF, View.NOT_DONE, View.UNCLEAR)
BLANK = "________________"
"""To be filled in by hand."""


def _result(c: Clerk) -> Table:
    """Boxes to tick, a line for what is left to do, and the same for what residents say of it."""
    t = c.t
    states = (
        t.within("slip", "Finished"),
        t.within("slip", "Goes on"),
        t.within("slip", "Given up"),
    )
    views = [f"□ {title(view, c.lang)}" for view in VIEWS]
    asked = t("asked: ______")
    boxes = c.gap.join(f"□ {state}" for state in states)
    return Table(
        widths=(2, 8.4),
        rows=(
            row(label(t.within("slip", "Result")), left(boxes)),
            row(label(t.within("slip", "New date, reason")), mid("")),
            row(label(t.within("slip", "Residents say")), left(c.gap.join((*views, asked)))),
        ),
        row_height=ROW_HEIGHT,
    )
