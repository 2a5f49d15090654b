"""`facilitator rules`: what charters say, tried on numbers from outside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitator.places import resources
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


def test_a_charter_is_shown_whole_in_chinese() -> None:
    """Quorum, notice, term, speaking, offices and seats, also where nothing is specified; no English word."""
    out = run("rules", "show", "pmc_bj", lang="zh").out
    words = [
        "席位不限",
        "法定人数：",
        "提前通知：未规定",
        "任期：未规定",
        "每人发言：不限",
        "附议",
        "自2024年",
    ]
    assert [word for word in words if word not in out] == []
    known = r"pmc_bj|owners|others|majority_members"
    assert not re.search("[A-Za-z]{2}", re.sub(known, "", out))
    assert (
        "理事长，由街道办事处担任，主持会议"
        in run("rules", "show", "yishihui_sanyuanli", lang="zh").out
    )


def test_what_a_charter_limits_is_shown(tmp_path: Path) -> None:
    """The sample council has a notice, a term, a second and limits of speaking."""
    made = tmp_path / "own.toml"
    made.write_bytes((resources() / "demo" / "charter.toml").read_bytes())
    out = run("rules", "show", made, lang="zh").out
    for words in ("提前通知：3日", "任期：36个月", "2分钟，每项动议2次", "动议须有人附议"):
        assert words in out


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    """No traceback, and the exit code of the environment; for showing and for trying."""
    for words in (["show"], ["try", "--for", "1", "--against", "0", "--abstain", "0"]):
        answer = run("rules", *words, tmp_path / "none.toml", lang="zh")
        assert (answer.code, answer.out) == (3, "")
        assert "[no-file]" in answer.err


GROUPS = ["--group", "业主=3,0,0", "--group", "others=2,0,1"]


def test_a_rule_that_looks_at_groups_can_be_tried() -> None:
    """Groups by key or title; the whole is their sum unless it is given."""
    answer = run("rules", "try", "pmc_bj", *GROUPS, "--json").data
    assert (answer["outcome"], answer["base"], answer["reached"]) == ("passed", 6, 5)
    few = run("rules", "try", "pmc_bj", "--group", "业主=1,0,0,1,3", *GROUPS[2:], lang="zh")
    assert few.out.startswith("表决无效：业主委员到会1人")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--for", "5", "--against", "0", "--abstain", "0"], 1, "业主委员"),
        (["--for", "5", "--against", "0", "--abstain", "0"], 1, "--group"),
        (GROUPS[:2], 1, "其他委员"),
        ([*GROUPS, "--for", "4"], 1, "groups-do-not-add-up"),
        (["--group", "owners=1"], 2, "--group"),
        (["--group", "owners=1,x,0"], 2, "owners=1,x,0"),
        ([*GROUPS[:2], *GROUPS[:2]], 2, "业主"),
        (["--group", "谁=1,0,0"], 1, "owners（业主委员）"),
    ],
)
def test_groups_that_cannot_be_counted_are_refused(words: list[str], code: int, said: str) -> None:
    """The refusal names the group by its title and the option that is missing."""
    answer = run("rules", "try", "pmc_bj", *words, lang="zh")
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err


def test_missing_weights_name_their_options() -> None:
    """Owners' votes are counted by area, too."""
    answer = run("rules", "try", "owners_major", "--for", "5", "--against", "0", "--abstain", "0")
    assert answer.code == 1
    assert "--weight-for" in answer.err
    assert "--weight-all" in answer.err


def test_an_unknown_rule_lists_keys_with_titles() -> None:
    """Whoever has to type a key is told which, and what it means."""
    words = ["--rule", "x", "--for", "1", "--against", "0", "--abstain", "0"]
    answer = run("rules", "try", "pmc_bj", *words, lang="zh")
    assert "majority_members（过半数委员签字同意）" in answer.err
