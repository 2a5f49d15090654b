"""What is said before a vote and while it runs: numbers as the rules tell them, and never a verdict."""

from __future__ import annotations

import msgspec
import pytest

from facilitator.meeting.standing import Standing
from facilitator.rules.charter import Base, Blank, Charter, Recusal, SeatGroup, Threshold
from facilitator.rules.counting import Prospect, count
from facilitator.rules.outlook import dry_run, the_line
from facilitator.rules.tally import Tally, Votes
from facilitator.words.votes import (
    dry_run_words,
    progress_by_test,
    rule_in_figures,
    standing_words,
)
from tests.words.council import COUNCIL, OWNERS, THIRTEEN, charter, votes

MAJORITY = charter(*THIRTEEN, consent=(Threshold("1/2", Base.FOR_AGAINST, strict=True),))
HERE = charter(*THIRTEEN, consent=(Threshold("1/2", Base.PRESENT, strict=True),))
WITH_QUORUM = charter(
    *THIRTEEN,
    consent=(Threshold("1/2", Base.PRESENT, strict=True),),
    quorum=(Threshold("2/3", Base.SEATS),),
)


def room(present: int = 11, recused: int = 0) -> Votes:
    return Votes(whole=Tally(seats=13, in_office=13, present=present, recused=recused))


def figures(of: Charter, lang: str, numbers: Votes | None = None) -> tuple[str, str]:
    numbers = numbers or room()
    return rule_in_figures(of, "", dry_run(of, "", numbers), numbers, lang)


def tried(of: Charter, lang: str, numbers: Votes | None = None) -> str:
    numbers = numbers or room()
    return dry_run_words(of, dry_run(of, "", numbers), numbers.whole.present, lang)


def changed(of: Charter, **fields: object) -> Charter:
    rule = msgspec.structs.replace(of.rules[0], **fields)
    return msgspec.structs.replace(of, rules=(rule,))


class TestTheRule:
    def test_nine_of_thirteen(self):
        """The number, the base, the share with its working, and what does not lower the base."""
        assert figures(COUNCIL, "zh") == (
            "须9票赞成",
            "基数为全体13席，三分之二以上（13 × 2 ÷ 3 = 8.67，进为9）；缺席、弃权、回避都不减基数。",
        )
        assert figures(COUNCIL, "en") == (
            "9\u00a0votes in favour needed",
            "base all 13 seats, at least two thirds (13 × 2 ÷ 3 = 8.67, rounded up to 9); "
            "absence, abstention and recusal do not lower the base.",
        )

    def test_a_share_without_working(self):
        """Unanimity needs no arithmetic."""
        made = charter(*THIRTEEN, consent=(Threshold("1/1", Base.SEATS),))
        assert figures(made, "zh") == (
            "须13票赞成",
            "基数为全体13席，全体一致；缺席、弃权、回避都不减基数。",
        )

    def test_the_recused_may_leave_the_base(self):
        """Eight of twelve, and the words say why it is twelve."""
        made = changed(COUNCIL, recusal=Recusal.LEAVES_BASE)
        head, rest = figures(made, "zh", room(12, recused=1))
        assert head == "须8票赞成"
        assert "全体12席" in rest
        assert "回避的减出基数" in rest

    @pytest.mark.parametrize(
        ("base", "blank", "said"),
        [
            (Base.FOR_AGAINST, Blank.VOID, "弃权不计入基数。"),
            (Base.RETURNED, Blank.VOID, "空白票、废票也在内。"),
            (Base.VALID, Blank.ABSTAINS, "废票不在；空白票按弃权计。"),
            (Base.VALID, Blank.VOID, "废票不在。"),
        ],
    )
    def test_a_base_that_depends_on_the_answers_has_no_number(self, base, blank, said):
        """Then the rule's own title leads, and what is in the base is said in words."""
        consent = (Threshold("1/2", base, strict=True),)
        head, rest = figures(changed(charter(*THIRTEEN, consent=consent), blank=blank), "zh")
        assert head == "规则"
        assert rest.endswith(said)

    def test_several_tests_are_all_said(self):
        """Area and heads, taking part and agreeing: one sentence with all four."""
        owners = Votes(
            whole=Tally(seats=300, in_office=300, present=300),
            weights=Tally(seats=30_000, in_office=30_000, present=30_000),
        )
        _, rest = figures(OWNERS, "zh", owners)
        assert rest.count("过半数") == 2
        assert rest.count("三分之二以上") == 2


class TestTheDryRun:
    def test_the_sample_council(self):
        """The sentence of the mock, from the numbers of the rules."""
        assert tried(COUNCIL, "zh") == (
            "在场11人，最多可有2人不赞成；如再有3人离席，只剩8人，就不可能通过。"
        )
        assert tried(COUNCIL, "en") == (
            "11\u00a0people present; no more than 2\u00a0people may withhold their votes; "
            "if 3 more leave, 8 are left, and it cannot pass."
        )

    def test_nobody_to_spare(self):
        """Nine present: all of them, and nobody may leave."""
        assert tried(COUNCIL, "zh", room(9)) == (
            "在场9人，须全部赞成才能通过；如再有1人离席，只剩8人，就不可能通过。"
        )

    def test_the_recused_are_told_apart(self):
        """Twelve present of whom ten may answer."""
        said = tried(COUNCIL, "zh", room(12, recused=2))
        assert said.startswith("在场12人，其中10人可以表决，最多可有1人不赞成；")

    def test_out_of_reach_is_said_with_its_outcome(self):
        """Eight cannot carry it: said with what the count would be."""
        assert tried(COUNCIL, "zh", room(8)) == (
            "可以表决的8人即使全部赞成，也是未通过：赞成8票，8 < 9，差1票。"
        )

    def test_against_and_abstaining_differ_where_only_for_and_against_count(self):
        """Five against, or ten abstaining; leaving ends nothing, so nothing is said of it."""
        assert tried(MAJORITY, "zh") == "在场11人，其余都赞成时，最多可有5人反对，或者10人弃权。"

    def test_not_answering_differs_where_taking_part_is_asked(self):
        """Two silent ones end a vote in which nine have to take part."""
        made = changed(MAJORITY, participation=(Threshold("2/3", Base.SEATS),))
        assert tried(made, "zh") == (
            "在场11人，其余都赞成时，最多可有5人反对，或者10人弃权，或者2人不表态；"
            "如再有3人离席，只剩8人，参加表决的人数就不够。"
        )

    def test_leaving_may_end_the_quorum(self):
        """The third who leaves takes the quorum along."""
        assert tried(WITH_QUORUM, "zh").endswith("如再有3人离席，只剩8人，就不足法定人数。")

    def test_where_it_matters_who_no_number_is_promised(self):
        """Owners carry areas: only that all of them would do is said."""
        owners = Votes(
            whole=Tally(seats=9, in_office=9, present=9),
            weights=Tally(seats=900, in_office=900, present=900),
        )
        assert tried(OWNERS, "zh", owners) == "在场9人，全部赞成就能通过；少几人行不行，要看是谁。"

    def test_weights_have_their_unit(self):
        """Where even all present carry too little area, it is said in square metres."""
        owners = Votes(
            whole=Tally(seats=9, in_office=9, present=5),
            weights=Tally(seats=90_000, in_office=90_000, present=50_000),
        )
        assert "500\u00a0m²" in tried(OWNERS, "zh", owners)


def how(in_favour: int, against: int, waiting: int, away: int = 0, **fields: object) -> Standing:
    numbers = votes(in_favour, against, present=11)
    outcome = count(COUNCIL, "", numbers)
    return Standing(
        tuple("w" * waiting),
        tuple("a" * away),
        **{
            "votes": numbers,
            "outcome": outcome,
            "short": 2,
            "line": the_line(outcome, running=True),
            **fields,
        },
    )


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (how(7, 1, 3), ("还差2票", "还有3人未表态，仍可能通过")),
        (how(7, 1, 2, 1), ("还差2票", "还有2人未表态，1人离席未表态，仍可能通过")),
        (
            how(9, 1, 1, prospect=Prospect.CARRIED, short=0),
            ("已达到9票", "还有1人未表态，不影响结果"),
        ),
        (
            how(9, 1, 1, prospect=Prospect.CARRIED, short=0, line=None),
            ("票数已够", "还有1人未表态，不影响结果"),
        ),
        (
            how(5, 3, 3, prospect=Prospect.LOST, short=None),
            ("已不可能通过", "还有3人未表态，不影响结果"),
        ),
        (how(5, 1, 3, short=0), ("目前够票", "还有3人未表态，结果还可能改变")),
        (how(5, 1, 3, short=None), ("尚未确定", "还有3人未表态，结果未定")),
        (how(8, 3, 0, prospect=Prospect.LOST, short=None), ("已不可能通过", "全部已表态")),
        (Standing(("a", "b"), ()), ("", "还有2人未表态")),
        (Standing((), ()), ("", "")),
    ],
)
def test_how_a_vote_stands(standing, said):
    """Large and small: what is missing or certain, who is still to answer; of a secret one no number."""
    assert standing_words(standing, "zh") == said


def test_every_test_is_told_while_the_vote_runs():
    """Heads as they are, areas in their unit, groups by name."""
    owners = Votes(
        whole=Tally(seats=9, in_office=9, present=9, in_favour=4),
        weights=Tally(seats=90_000, in_office=90_000, present=90_000, in_favour=40_000),
    )
    said = progress_by_test(count(OWNERS, "", owners), OWNERS, "zh")
    assert said.replace("\u00a0", " ") == (
        "参加表决 400/600 m²，参加表决 4/6，赞成 400/200.01 m²，赞成 4/3"
    )
    each = charter(*THIRTEEN, consent=(Threshold("1/2", Base.SEATS, group="new"),))
    half = Tally(seats=6, in_office=6, present=6, in_favour=2)
    said = progress_by_test(count(each, "", Votes(whole=half, groups={"new": half})), each, "en")
    assert said.replace("\u00a0", " ") == "In favour in New residents 2/3"


def test_an_open_assembly_counts_people():
    """In an open assembly the base is people, and is said so."""
    made = charter(
        SeatGroup(key="g", title=THIRTEEN[0].title),
        consent=(Threshold("1/2", Base.IN_OFFICE, strict=True),),
    )
    assert figures(made, "zh")[1].startswith("基数为全体成员13人，过半数")
