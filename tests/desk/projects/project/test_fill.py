"""What is typed into a proposal's form, before it is a proposal: drafts, revisions, cells and sums."""

from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from facilitator.acts import RuleViolation
from facilitator.desk.closing.money import NoMoney
from facilitator.desk.projects.project.proposal.fill import (
    Fill,
    Kind,
    budget_of,
    goals_of,
    is_wrong,
    of_draft,
    of_revision,
    own_of,
    risks_of,
    steps_of,
    sum_of,
)
from facilitator.rounds.proposal import BudgetLine, Own, OwnKind, ProposalSubmitted, Risk, Step

TODAY = date(2025, 5, 29)
LAST = ProposalSubmitted(
    entry="p1",
    title="一平米菜园",
    drafted_on=date(2025, 4, 1),
    needs=("n1",),
    goals=("四十户认种",),
    steps=(Step(what="换土", who="王工", by=date(2025, 7, 1)), Step(what="抽签", who="李姐")),
    risks=(Risk(what="没人浇水", answer="轮流", who="菜园队"),),
    budget=(BudgetLine(what="土", fen=180_050, how="6车"),),
    own=(Own(what="居民出工", kind=OwnKind.LABOUR), Own(what="社区出资", fen=30_000)),
    upkeep="菜园队",
)


def test_a_revision_begins_with_the_last_one_word_for_word():
    """Read back, its rows are those of the last revision; days, total and reason are told anew."""
    fill = of_revision(LAST)
    assert goals_of(fill.tables["goals"]) == LAST.goals
    assert steps_of(fill.tables["steps"], TODAY) == LAST.steps
    assert risks_of(fill.tables["risks"]) == LAST.risks
    assert budget_of(fill.tables["budget"]) == LAST.budget
    assert own_of(fill.tables["own"]) == LAST.own
    assert {"total", "because", "drafted_on"}.isdisjoint(fill.lines)


def test_a_draft_is_the_form_as_it_was_typed():
    """Also what cannot be read yet; nothing typed, or a spoilt file, is no draft."""
    fill = of_revision(LAST)
    fill.tables["budget"].append(["旗", "", "五十块"])
    again = of_draft(fill.kept())
    assert again is not None
    assert (again.tables, again.needs) == (fill.tables, ["n1"])
    assert again.lines["title"] == "一平米菜园"
    assert of_draft({}) is None
    assert of_draft({"title": "菜园", "steps": "[["}) is None
    short = of_draft({"title": "菜园", "steps": '[["换土"]]'})
    assert short is not None
    assert short.tables["steps"] == [["换土", "", ""]]


def test_sums_are_exact_and_cells_that_cannot_be_read_are_known():
    """Half a fen, words and days that are none are wrong; what is wrong counts nothing in a sum."""
    rows = [["土", "", "1,800.50元"], ["旗", "", "一些"], ["车", "", "1.5万"], ["", "", ""]]
    assert sum_of("budget", rows) == 180_050 + 1_500_000
    assert [is_wrong(Kind.MONEY, row[2], TODAY) for row in rows] == [False, True, False, False]
    assert is_wrong(Kind.DAY, "2月30日", TODAY)
    assert not is_wrong(Kind.DAY, "7月1日", TODAY)
    with pytest.raises(NoMoney):
        budget_of(rows)
    with pytest.raises(RuleViolation):
        steps_of([["换土", "王工", "明天"]], TODAY)
    assert steps_of([["换土", "王工", "7-1"], ["", " ", ""]], TODAY)[0].by == date(2025, 7, 1)
    assert Fill().kept()["steps"] == "[]"


def test_rows_are_typed_moved_pasted_and_taken_out(desk_of_words):
    """An empty row always waits at the end; a sheet fills as many rows as it has."""
    from facilitator.desk.projects.project.proposal.rows import TypedModel

    model = TypedModel(desk_of_words, "budget", TODAY)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.setData(model.index(0, 0), "土")
    assert model.rowCount() == 2
    assert model.is_waiting(1)
    model.paste(1, 0, "旗\t一面\t50\r\n车\t两趟\t300\n")
    assert [row[0] for row in model.told] == ["土", "旗", "车"]
    assert not model.move(2, 1)
    assert not model.move(0, -1)
    assert model.move(0, 1)
    assert [row[0] for row in model.told] == ["旗", "土", "车"]
    assert model.first_wrong() is None
    model.setData(model.index(1, 2), "很多")
    assert model.first_wrong() == (1, 2)
    assert not model.take_out(3)
    assert model.take_out(1)
    assert sum_of("budget", model.told) == 35_000
    model.setData(model.index(0, 0), "")
    model.setData(model.index(0, 1), "")
    model.setData(model.index(0, 2), "")
    model.tidy()
    assert [row[0] for row in model.told] == ["车"]
    assert model.rowCount() == 2
