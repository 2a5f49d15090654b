"""The proposal (项目申请书): goals, steps, risks, an exact budget, upkeep; as it was handed in, or blank."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.papers.kinds.cells import bold, called, left, mid, row, say
from facilitator.papers.kinds.clerk import nothing
from facilitator.papers.kinds.thread import (
    LINE,
    Thread,
    concern_blocks,
    day,
    empty,
    head,
    paragraphs,
    points,
    table,
    thread,
    write_thread,
)
from facilitator.papers.material import ProjectMaterial
from facilitator.papers.model import (
    Blanks,
    BlockKind,
    Cell,
    Heading,
    Paper,
    Paragraph,
    Row,
    RowKind,
    Signatures,
)
from facilitator.rounds.concerns import lasting
from facilitator.rounds.needs import needs_of
from facilitator.rounds.proposal import Own, Proposals, ProposalSubmitted, proposals_of
from facilitator.rounds.screening import screening_of
from facilitator.words.figures import money
from facilitator.words.rounds import round_title

GOAL_LINES, STEP_ROWS, RISK_ROWS, BUDGET_ROWS, OWN_ROWS = 4, 4, 2, 8, 3
ROW_HEIGHT = 9.5
_STEPS = (12.0, 84.0, 36.0, 28.0)
_RISKS = (12.0, 52.0, 64.0, 32.0)
_BUDGET = (12.0, 52.0, 60.0, 36.0)
CONCERNS = ("no-need-named", "no-risks", "no-upkeep", "above-budget", "evidence-after-draft")


def proposal(source: ProjectMaterial) -> list[Paper]:
    """The last revision; refused (`nothing-to-print`) before the first."""
    c = thread(source)
    found = proposals_of(c.project)
    if found.current is None:
        raise nothing("proposal")
    return [write_thread(c, "proposal", c.t("Project proposal"), _filled(c, found, found.current))]


def proposal_form(source: ProjectMaterial) -> list[Paper]:
    """The form to be filled in by hand: what is known of the project stands in it."""
    c = thread(source)
    return [write_thread(c, "proposal-form", c.t("Project proposal"), _blank(c), blank=True)]


def _filled(c: Thread, found: Proposals, one: ProposalSubmitted) -> Iterator[BlockKind]:
    t = c.t
    if found.withdrawn is not None:
        reason = c.ended(c.told(found.withdrawn.reason))
        said = t("Withdrawn by the place: {reason}", reason=reason)
        yield Paragraph(say(bold(said)), indented=False)
    yield head(
        c,
        (t.within("proposal", "Asked for"), money(one.asked_fen, c.lang)),
        (t.within("proposal", "Own"), money(one.own_fen, c.lang) if one.own else ""),
        (t.within("proposal", "Drafted"), c.date(one.drafted_on)),
        (t.within("proposal", "Handed in"), c.date(one.on) if one.on else ""),
        (t.within("proposal", "Revision"), _revision(c, found, one)),
    )
    yield from _needs(c, one)
    yield Heading(t("Goals"))
    yield from points(c.told(goal) for goal in one.goals)
    yield from _steps(c, one)
    yield from _risks(c, one)
    yield from _budget(c, one)
    yield Heading(t("Who keeps it up afterwards"))
    if one.upkeep:
        yield from paragraphs(c.told(one.upkeep))
    else:
        yield Paragraph(say(t("Not said.")))
    yield from _screening(c)
    yield from concern_blocks(c, lasting(c.project), CONCERNS)
    yield _signatures(c)


def _revision(c: Thread, found: Proposals, one: ProposalSubmitted) -> str:
    if len(found.revisions) < 2:
        return ""
    because = c.ended(c.told(one.because))
    return c.t("No. {n}: {because}", n=len(found.revisions), because=because)


def _needs(c: Thread, one: ProposalSubmitted) -> Iterator[BlockKind]:
    """The needs that it answers, by their rank."""
    t, noted = c.t, needs_of(c.project).needs
    named = [need for need in noted if need.entry in one.needs]
    yield Heading(t("What need it answers"))
    if named:
        yield from points(c.told(need.text) for need in named)
    else:
        yield Paragraph(say(t("Not said.")))


def _steps(c: Thread, one: ProposalSubmitted) -> Iterator[BlockKind]:
    yield Heading(c.t("Steps, each with somebody who takes it"))
    rows = [
        row(str(number), left(c.told(step.what)), left(c.told(step.who)), day(c, step.by))
        for number, step in enumerate(one.steps, 1)
    ]
    yield table(_step_heads(c), rows, _STEPS)


def _step_heads(c: Thread) -> tuple[str, ...]:
    t = c.t
    return (
        t.within("proposal", "No."),
        t.within("step", "What"),
        t.within("proposal", "Who"),
        t.within("step", "Done by (day)"),
    )


def _risks(c: Thread, one: ProposalSubmitted) -> Iterator[BlockKind]:
    t = c.t
    yield Heading(t("What may go wrong, and what is done then"))
    if not one.risks:
        yield Paragraph(say(t("Not said.")))
        return
    rows = [
        row(
            str(number),
            left(c.told(risk.what)),
            left(c.told(risk.answer)),
            left(c.told(risk.who) or "—"),
        )
        for number, risk in enumerate(one.risks, 1)
    ]
    yield table(_risk_heads(c), rows, _RISKS)


def _risk_heads(c: Thread) -> tuple[str, ...]:
    t = c.t
    return (
        t.within("proposal", "No."),
        t.within("proposal", "Risk"),
        t.within("proposal", "Answer"),
        t.within("proposal", "Who"),
    )


def _budget(c: Thread, one: ProposalSubmitted) -> Iterator[BlockKind]:
    """What is asked for, line by line, its sum; apart from it, what the place brings; both together."""
    t = c.t
    yield Heading(t("Budget"))
    rows = [
        row(
            str(n),
            left(c.told(it.what)),
            left(c.told(it.how)),
            Cell(say(money(it.fen, c.lang)), align="right"),
        )
        for n, it in enumerate(one.budget, 1)
    ]
    rows.append(_sum(c, t("Asked for in all"), one.asked_fen))
    if one.own:
        rows.append(Row((Cell(say(t("Own contribution")), span=4),), RowKind.GROUP))
        rows += [_own(c, n, it) for n, it in enumerate(one.own, 1)]
        rows.append(_sum(c, t("Own contribution in all"), one.own_fen))
        rows.append(_sum(c, t("Cost in all"), one.cost_fen))
    yield table(_budget_heads(c), rows, _BUDGET)


def _own(c: Thread, number: int, it: Own) -> Row:
    sum_ = money(it.fen, c.lang) if it.fen else c.t("not reckoned")
    return row(
        str(number),
        left(c.told(it.what)),
        left(called(round_title(it.kind, c.lang))),
        Cell(say(sum_), align="right"),
    )


def _sum(c: Thread, words: str, fen: int) -> Row:
    cells = (mid(words, span=3), Cell(say(money(fen, c.lang)), align="right"))
    return Row(cells, RowKind.TOTAL)


def _budget_heads(c: Thread) -> tuple[str, ...]:
    t = c.t
    return (
        t.within("proposal", "No."),
        t.within("proposal", "What for"),
        t.within("proposal", "How reckoned"),
        t.within("proposal", "Amount"),
    )


def _screening(c: Thread) -> Iterator[BlockKind]:
    """What was said at screening and at visits, residents apart."""
    t, found = c.t, screening_of(c.project)
    said = [
        (
            one.on,
            c.joined(
                c.date(one.on),
                round_title(one.verdict, c.lang) + (c.brackets(c.told(one.by)) if one.by else ""),
                c.ended(c.told(one.text)),
            ),
        )
        for one in found.screened
    ]
    for one in found.visits:
        residents = c.ended(c.told(one.residents_said))
        spoke = (
            t.many(
                "Residents ({n} person): {said}",
                "Residents ({n} people): {said}",
                one.residents,
                said=residents,
            )
            if residents
            else ""
        )
        visit = t("Visit") + (c.brackets(c.told(one.by)) if one.by else "")
        text = c.sentences(c.ended(c.told(one.text)), spoke)
        said.append((one.on, c.joined(c.date(one.on), visit, text)))
    if said:
        yield Heading(t("Screening and visits"))
        yield from points(told for _, told in sorted(said, key=lambda one: one[0]))


def _blank(c: Thread) -> Iterator[BlockKind]:
    t = c.t
    yield head(
        c,
        (t.within("proposal", "Asked for"), LINE),
        (t.within("proposal", "Drafted"), LINE),
    )
    yield Heading(t("What need it answers"), right=t("numbers of the needs sheet"))
    yield Blanks(2)
    yield Heading(t("Goals"), right=t("so that one can see afterwards whether they were reached"))
    yield Blanks(GOAL_LINES)
    yield Heading(t("Steps, each with somebody who takes it"))
    yield table(_step_heads(c), empty(4, STEP_ROWS), _STEPS, height=ROW_HEIGHT)
    yield Heading(t("What may go wrong, and what is done then"))
    yield table(_risk_heads(c), empty(4, RISK_ROWS), _RISKS, height=ROW_HEIGHT)
    yield Heading(t("Budget"), right=t("lines and sum have to agree to the fen"))
    rows = [*empty(4, BUDGET_ROWS), _blank_sum(t("Asked for in all"))]
    rows.append(Row((Cell(say(t("Own contribution")), span=4),), RowKind.GROUP))
    rows += [*empty(4, OWN_ROWS), _blank_sum(t("Own contribution in all"))]
    yield table(_budget_heads(c), rows, _BUDGET, height=ROW_HEIGHT)
    yield Heading(t("Who keeps it up afterwards"))
    yield Blanks(2)
    yield _signatures(c)


def _blank_sum(words: str) -> Row:
    return Row((mid(words, span=3), mid("")), RowKind.TOTAL)


def _signatures(c: Thread) -> Signatures:
    t = c.t
    return Signatures(
        (
            t("Head of the place (signature)"),
            t("Resident (signature)"),
            t("Resident (signature)"),
            t("Date"),
        )
    )
