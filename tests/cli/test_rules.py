"""`facilitator rules`: what charters say, tried on numbers from outside."""

from __future__ import annotations

import pytest

from tests.cli.terminal import run


def tried(preset: str, in_favour: int, against: int, abstain: int, *more: str) -> dict[str, object]:
    words = ["--for", in_favour, "--against", against, "--abstain", abstain]
    return run("rules", "try", preset, *map(str, words), *more, "--json").data


def test_nine_of_thirteen_pass_and_eight_do_not() -> None:
    """Two thirds of the thirteen are nine, whoever else is there."""
    assert tried("yishihui_sanyuanli", 9, 0, 0)["outcome"] == "passed"
    failed = tried("yishihui_sanyuanli", 8, 0, 0)
    assert failed["outcome"] == "failed"
    assert (failed["base"], failed["needed"], failed["missing"]) == (13, 9, 1)


def test_vacancies_absences_and_recusals_do_not_change_the_base() -> None:
    """Eight of eight, with everybody else away, recused or not elected, is still one short."""
    answer = tried(
        "yishihui_sanyuanli", 8, 0, 0, "--filled", "11", "--present", "9", "--recused", "1"
    )
    assert (answer["outcome"], answer["base"], answer["missing"]) == ("failed", 13, 1)


def test_every_base_is_shown_and_one_governs() -> None:
    """A reader sees what other bases would have come to (E1: 13, 11, 10 and 9)."""
    answer = tried("yishihui_sanyuanli", 8, 1, 1, "--filled", "11", "--present", "10")
    others = {
        one["base"]: (one["base_size"], one["needed"], one["met"]) for one in answer["other_bases"]
    }
    assert others["seats"] == (13, 9, False)
    assert others["in-office"] == (11, 8, True)
    assert others["present"] == (10, 7, True)
    assert others["for-against"] == (9, 6, True)
    assert answer["base_kind"] == "seats"


def test_exactly_half_of_those_present_is_not_over_half() -> None:
    """E5: 30 of 60 fails, 31 passes, and 50 of 100 cannot convene."""
    assert tried("rc_meeting_2018", 30, 20, 10, "--filled", "100")["outcome"] == "failed"
    assert tried("rc_meeting_2018", 31, 20, 9, "--filled", "100")["outcome"] == "passed"
    assert tried("rc_meeting_2018", 50, 0, 0, "--filled", "100")["outcome"] == "not-valid"


def test_a_disabled_preset_says_why() -> None:
    """A preset whose text is not verified counts nothing and gives the reason."""
    answer = run(
        "rules", "try", "rc_meeting_2026", "--for", "1", "--against", "0", "--abstain", "0"
    )
    assert answer.code == 1
    assert "charter-disabled" in answer.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["try", "nothing", "--for", "1", "--against", "0", "--abstain", "0"], 1),
        (["try", "yishihui_sanyuanli", "--for", "1", "--against", "0"], 2),
        (["try", "yishihui_sanyuanli", "--for", "-1", "--against", "0", "--abstain", "0"], 2),
        (["try", "yishihui_sanyuanli", "--for", "14", "--against", "0", "--abstain", "0"], 1),
        (
            [
                "try",
                "yishihui_sanyuanli",
                "--rule",
                "x",
                "--for",
                "1",
                "--against",
                "0",
                "--abstain",
                "0",
            ],
            1,
        ),
    ],
)
def test_wrong_numbers_and_names_are_refused(words: list[str], code: int) -> None:
    """What cannot be counted is refused: 1 by a rule, 2 as wrong usage; never a verdict."""
    answer = run("rules", *words)
    assert answer.code == code
    assert answer.out == ""
    assert answer.err


def test_the_list_names_every_preset_with_its_sentence() -> None:
    """Every preset can be chosen by a sentence that says who sits and what passes."""
    presets = run("rules", "list", "--json").data["presets"]
    assert len(presets) >= 14
    assert all(row["sentence"] and row["source"] for row in presets)


def test_a_charter_is_shown_with_its_source() -> None:
    """The card of a charter quotes where its rules come from."""
    shown = run("rules", "show", "yishihui_sanyuanli")
    assert shown.code == 0
    assert "two thirds of the thirteen members" in shown.out
