"""“Try it”: what is shown is what the rules say of the numbers that are shown, and nothing is recorded."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator import presets
from facilitator.desk.bodies.stepper import Stepper
from facilitator.desk.bodies.trial import Trial, stepper_name
from facilitator.desk.vote.cells import cells_of
from facilitator.rules.counting import count
from facilitator.rules.outlook import the_line
from facilitator.rules.tally import Tally, Votes
from facilitator.words.figures import airy
from facilitator.words.outcomes import outcome_sentence, verdict_word
from tests.desk.bodies.hall import click, fill, see, settle, text
from tests.desk.freed import assert_freed
from tests.desk.shown import shown

FIELDS = ("present", "in_favour", "against", "abstained", "recused", "blank", "void")
WITHOUT_WEIGHTS = [one for one in presets.charters() if not one.weight_unit and not one.disabled]


@pytest.mark.parametrize("charter", WITHOUT_WEIGHTS, ids=lambda one: one.key)
def test_it_equals_the_rules_on_random_numbers(charter, desk, qtbot):
    """Whatever people dial, verdict, sentence, bar and line are what `count` makes of those very numbers."""
    rule, dice = charter.rule(), random.Random(charter.key)
    trial = Trial(desk)
    qtbot.addWidget(trial)
    trial.resize(440, 600)
    trial.try_rule(charter, rule)
    trial.show()
    trial._more.click()
    settle()
    lines = list(trial.numbers.lines)
    for _ in range(25):
        line, name = dice.choice(lines), dice.choice(FIELDS)
        stepper = trial.findChild(Stepper, stepper_name(line, name))
        stepper.number.setValue(dice.randrange(0, 130))
        votes = _votes(trial, charter, lines)
        outcome = count(charter, rule.key, votes)
        assert trial.outcome == outcome
        assert text(trial, "trial.verdict.word") == verdict_word(outcome.verdict, "zh")
        sentence = airy(outcome_sentence(outcome, "zh", charter, worked=True))
        assert sentence.endswith(see(trial, "trial.verdict.said").text())
        bar = see(trial, "vote.bar")
        assert bar.cells == cells_of(votes.whole)
        mark = the_line(outcome)
        assert bar.needed == (mark.needed if mark is not None else 0)


def _votes(trial, charter, lines):
    """The vote that the steppers show, put together by hand."""
    tallies = {}
    for line in lines:
        shown_there = {
            name: trial.findChild(Stepper, stepper_name(line, name)).value for name in FIELDS
        }
        members = trial.findChild(Stepper, stepper_name(line, "in_office"))
        group = charter.group(line)
        office = members.value if members else group.seats if group else charter.seats
        tallies[line] = Tally(seats=office, in_office=office, **shown_there)
    if lines == [""]:
        return Votes(whole=tallies[""])
    names = ("seats", "in_office", *FIELDS)
    whole = {name: sum(getattr(one, name) for one in tallies.values()) for name in names}
    return Votes(whole=Tally(**whole), groups=tallies)


def test_one_more_vote_for_and_it_passes(evening):
    """On the page of the council a ninth vote carries the motion; the archive hears nothing of it."""
    version = evening.session.body("songbaigang").version
    with shown(evening, "bodies") as window:
        assert text(window, "trial.verdict.word") == "未通过"
        assert text(window, "trial.verdict.said").endswith("差 1 票。")
        click(window, "trial.against.less")
        click(window, "trial.in_favour.more")
        assert text(window, "trial.verdict.word") == "通过"
        assert "恰好够数" in text(window, "trial.verdict.said")
    assert evening.session.body("songbaigang").version == version


def test_a_number_can_be_typed_and_goes_no_further_than_it_can(evening):
    """Typed numbers end at their limit; a button that can go no further is dead and says why."""
    with shown(evening, "bodies") as window:
        present = see(window, "trial.present")
        assert (present.number.minimum(), present.number.maximum()) == (12, 13)
        assert not see(window, "trial.in_favour.more").isEnabled()
        assert see(window, "trial.in_favour.more").toolTip() == "在场的人都已表态。"
        fill(window, "trial.in_favour.number", "3")
        QTest.keyClick(see(window, "trial.in_favour.number"), Qt.Key.Key_Up)
        assert see(window, "trial.in_favour").value == 4
        present.number.setFocus()
        fill(window, "trial.present.number", "99")
        QTest.keyClick(present.number, Qt.Key.Key_Tab)
        assert present.value == 13


def test_weights_are_typed_in_the_unit_people_know(desk, qtbot):
    """Square metres on the stepper are hundredths of them in the vote."""
    charter = presets.charter("owners_ordinary")
    trial = Trial(desk)
    qtbot.addWidget(trial)
    trial.try_rule(charter, charter.rule())
    trial.show()
    settle()
    weight = trial.findChild(Stepper, "trial.weight.in_favour")
    assert weight.value == 8000
    weight.number.setValue(3000)
    assert trial.numbers.votes().weights.in_favour == 300_000
    outcome = count(charter, "", trial.numbers.votes())
    assert text(trial, "trial.verdict.word") == verdict_word(outcome.verdict, "zh") == "表决无效"


def test_narrow_ones_have_two_steppers_in_a_row(desk, qtbot):
    """Digits are never cut: where four do not fit there are two, with the same numbers."""
    charter = presets.charter("yishihui_sanyuanli")
    trial = Trial(desk)
    qtbot.addWidget(trial)
    trial.try_rule(charter, charter.rule())
    trial.resize(440, 500)
    trial.show()
    settle()
    tops = {trial.findChild(Stepper, stepper_name("", name)).y() for name in FIELDS[:4]}
    assert len(tops) == 1
    trial.resize(300, 600)
    settle()
    steppers = [trial.findChild(Stepper, stepper_name("", name)) for name in FIELDS[:4]]
    assert len({one.y() for one in steppers}) == 2
    assert [one.value for one in steppers] == [12, 8, 3, 1]
    assert all(one.number.width() >= one.number.minimumSizeHint().width() for one in steppers)


def test_it_is_freed(desk):
    """A trial that was played with is not held by anything."""
    charter = presets.charter("pmc_bj")

    def play(trial):
        trial.try_rule(charter, charter.rule())
        trial.show()
        trial._more.click()

    assert_freed(lambda: Trial(desk), play)
