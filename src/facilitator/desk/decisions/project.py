"""A project that was found: where it stands, its money, and what became of it; its page has the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitator import roundbook
from facilitator.acts import RuleViolation
from facilitator.desk.decisions.known import Block, Chip, Reading
from facilitator.desk.decisions.which import Which
from facilitator.desk.desk import Desk
from facilitator.desk.projects.marks import stage_mark
from facilitator.roundbook import ProjectRow
from facilitator.rounds.ending import ending_of
from facilitator.rounds.needs import needs_of
from facilitator.rounds.project import Project
from facilitator.rounds.proposal import proposals_of
from facilitator.words.figures import date_words, money
from facilitator.words.found import project_words
from facilitator.words.rounds import round_title

NEEDS = 3
"""Needs that are told here."""


def read_project(desk: Desk, which: Which) -> Reading:
    """Read it; refused (`unknown-project`) when it is not there."""
    _, round_, number = which.meeting.split("/", 2)
    row = roundbook.project(desk.session, round_, number)
    if row is None:
        raise RuleViolation("unknown-project", round=round_, project=number)
    case = desk.session.project(round_, number)
    chip = stage_mark(row.stage, row.outcome, desk.lang)
    begun = date_words(date.fromisoformat(row.started_at[:10]), desk.lang)
    return Reading(
        which=which,
        head=(project_words(number, desk.lang), begun, row.place_name, case.round.title),
        chip=Chip(chip.text, chip.look, chip.sign),
        title=row.title,
        blocks=tuple(Block(head, text) for head, text in _told(desk, row, case) if text),
    )


def _told(desk: Desk, row: ProjectRow, case: Project) -> Iterator[tuple[str, str]]:
    t, lang = desk.t, desk.lang
    current, ending = proposals_of(case).current, ending_of(case)
    needs = needs_of(case).needs[:NEEDS]
    yield t.within("project", "Target group"), row.target
    yield t.within("way", "Needs"), "\n".join(one.text for one in needs)
    yield t("Goals"), "\n".join(current.goals) if current is not None else ""
    yield t("Money"), _money(desk, row)
    if ending.closed is not None:
        said = round_title(ending.closed.outcome, lang)
        lines = (ending.closed.text, ending.closed.reason)
        yield t("What became of it"), "\n".join(one for one in (said, *lines) if one)
    if ending.look is not None:
        said = round_title(ending.look.state, lang)
        head = t.within("deed", "Look back")
        yield head, "\n".join(one for one in (said, ending.look.text) if one)


def _money(desk: Desk, row: ProjectRow) -> str:
    """申请18,400元，批准18,400元，已用17,950元: as far as there is anything."""
    t, lang = desk.t, desk.lang
    said: list[str] = []
    if row.asked_fen:
        said.append(t("{sum} asked for", sum=money(row.asked_fen, lang)))
    if row.granted_fen:
        said.append(t("{sum} granted", sum=money(row.granted_fen, lang)))
    if row.spent_fen:
        said.append(t("{sum} spent", sum=money(row.spent_fen, lang)))
    return t.within("between", ", ").join(said)
