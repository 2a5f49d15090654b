"""`facilitator select`: a Pabulib file in, who is funded and why out."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from facilitator.rules.selection.outcome import Selection, Verdict
from tests.cli.terminal import run

SIX_AND_FOUR = """META
key;value
budget;100000
vote_type;approval
PROJECTS
project_id;cost;name
A;40000;Garden
B;35000;Lamps
C;25000;Meals
D;20000;Ramp
E;20000;Books
VOTES
voter_id;vote
""" + "".join(f"{n};{'A,B,C' if n < 6 else 'D,E'}\n" for n in range(10))
TIED = """META
key;value
budget;100
vote_type;scoring
PROJECTS
project_id;cost
C;60
D;50
VOTES
voter_id;vote;points
1;C,D;4,4
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "e9.pb").write_text(SIX_AND_FOUR, "utf-8")
    (tmp_path / "tied.pb").write_text(TIED, "utf-8")
    return tmp_path


def selected(*words: str | Path) -> Selection:
    return msgspec.json.decode(run("select", *words, "--json").out, type=Selection)


def test_both_rules_as_data(files: Path):
    """E9 from a file: greedy gives A, B, C; equal shares B, C, D, E, cheaper first."""
    greedy = selected(files / "e9.pb", "--rule", "greedy")
    assert (greedy.verdict, set(greedy.funded)) == (Verdict.DECIDED, {"A", "B", "C"})
    shares = selected(files / "e9.pb", "--rule", "equal-shares", "--tie", "lower-cost")
    assert set(shares.funded) == {"B", "C", "D", "E"}


def test_every_option_reaches_the_rule(files: Path):
    """What is asked for stands in the result as the rule it was found by."""
    words = "--unaffordable stop --completion raise --worth cost --step 7 --least-votes 2"
    found = selected(files / "e9.pb", "--rule", "equal-shares", *words.split(), "--tie", "lot")
    assert msgspec.to_builtins(found.rule) == {
        "rule": "equal-shares",
        "unaffordable": "stop",
        "completion": "raise",
        "worth": "cost",
        "least_votes": 2,
        "ties": ("lot",),
        "step": 7,
    }


def test_each_project_has_its_reason_in_a_line(files: Path):
    """A table in the order of votes, the sums, the share; with --rounds who paid what."""
    words = ("--rule", "equal-shares", "--tie", "lower-cost", "--rounds")
    out = run("select", files / "e9.pb", *words, lang="zh").out
    assert "入选：第1轮，6位支持者用各自份额共同付清，每人至多4,166.67元。" in out
    assert "预算100,000元，入选合计100,000元，余0元。" in out
    assert "每人份额10,000元（10人）。" in out
    assert (
        "1. Meals，25,000元：每票4,166.67元，各项目中最低。付款：6人各4,166.67元。余75,000元。"
        in out
    )


def test_a_tie_is_said_and_an_order_breaks_it(files: Path):
    """Points are called points; the tied are named; a lot is given with --order."""
    out = run("select", files / "tied.pb", "--rule", "greedy").out
    assert "Undecided: it has to be found who goes first among D, C." in out
    assert "Points" in out
    words = ("--rule", "greedy", "--tie", "lot", "--order", "C, D")
    assert selected(files / "tied.pb", *words).funded == ("C",)


def test_a_wrong_file_is_refused_in_a_sentence(files: Path):
    """By its line, with its code; and a file that is not there is trouble."""
    (files / "bad.pb").write_text(TIED.replace("C,D;", "C,X;"), "utf-8")
    answer = run("select", files / "bad.pb", "--rule", "greedy")
    assert (answer.code, answer.err.strip()) == (
        1,
        "Line 11: there is no project X in PROJECTS. [pb-unknown-project]",
    )
    assert run("select", files / "none.pb", "--rule", "greedy").code == 3
