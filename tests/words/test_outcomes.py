"""Outcomes in one sentence, counted by the rules themselves."""

from __future__ import annotations

import msgspec
import pytest

from facilitator.rules.charter import Base, Threshold, Tie
from facilitator.rules.counting import count
from facilitator.rules.outcome import Outcome, Reason, Verdict
from facilitator.rules.tally import Choice, Tally, Votes
from facilitator.words.outcomes import (
    decision_words,
    governing_rule,
    missing_words,
    outcome_sentence,
    present_note,
    verdict_word,
)
from tests.words.council import COUNCIL, OWNERS, THIRTEEN, charter, votes


def says(outcome: Outcome, zh: str, en: str, of=COUNCIL) -> None:
    assert outcome_sentence(outcome, "zh", of) == zh
    assert outcome_sentence(outcome, "en", of) == en


def test_passed_with_votes_to_spare():
    """Ten of nine needed; the arithmetic is added on request."""
    outcome = count(COUNCIL, "", votes(10, 1, 1))
    says(outcome, "通过：赞成10票，10 ≥ 9。", "Passed: 10 for, 10 ≥ 9.")
    assert outcome_sentence(outcome, "zh", worked=True) == (
        "通过：赞成10票，10 ≥ 9（13 × 2 ÷ 3 = 8.67，进为9）。"
    )


def test_passed_with_just_enough():
    """Nine of nine is said to be just enough."""
    says(
        count(COUNCIL, "", votes(9, 1, 1)),
        "通过：赞成9票，9 ≥ 9，恰好够数。",
        "Passed: 9 for, 9 ≥ 9, exactly enough.",
    )


def test_not_passed_by_one():
    """Eight never carry in a council of thirteen, and the sentence says how many were short."""
    says(
        count(COUNCIL, "", votes(8, 1, 2)),
        "未通过：赞成8票，8 < 9，差1票。",
        "Not passed: 8 for, 8 < 9, 1 short.",
    )


def test_no_quorum():
    """Whatever the votes, without a quorum the sentence speaks of people present."""
    body = charter(
        *THIRTEEN,
        consent=(Threshold("1/2", Base.PRESENT, strict=True),),
        quorum=(Threshold("2/3", Base.SEATS),),
    )
    says(
        count(body, "", votes(8, present=8)),
        "表决无效：到会8人，8 < 9，未达到法定人数，差1人。",
        "Vote not valid: 8 present, 8 < 9, no quorum, 1 short.",
        body,
    )


def owners(heads: int, area: int, for_heads: int, for_area: int) -> Outcome:
    """An owners' vote; areas in m²."""

    def tally(all_of: int, part: int, in_favour: int) -> Tally:
        return Tally(
            seats=all_of,
            in_office=all_of,
            present=part,
            in_favour=in_favour,
            against=part - in_favour,
        )

    return count(
        OWNERS,
        "",
        Votes(
            whole=tally(300, heads, for_heads),
            weights=tally(3_000_000, area * 100, for_area * 100),
        ),
    )


def test_too_few_took_part_by_area():
    """19,800 m² of 30,000 m² are less than two thirds: the vote is not valid, whatever it says."""
    says(
        owners(204, 19_800, 203, 19_700),
        "表决无效：参加表决19,800\u00a0m²，19,800 < 20,000，参加表决的不足，差200\u00a0m²。",
        "Vote not valid: 19,800\u00a0m² took part, 19,800 < 20,000, too few, 200\u00a0m² short.",
        OWNERS,
    )


def test_not_passed_by_area_though_by_head():
    """Only the test that was not met is said, in its unit."""
    says(
        owners(210, 21_000, 106, 10_400),
        "未通过：赞成10,400\u00a0m²，10,400 < 10,500.01，差100.01\u00a0m²。",
        "Not passed: 10,400\u00a0m² for, 10,400 < 10,500.01, 100.01\u00a0m² short.",
        OWNERS,
    )


def test_passed_in_every_test():
    """What passed by area and by head says both."""
    text = outcome_sentence(owners(210, 21_000, 106, 10_600), "zh", OWNERS)
    assert text == "通过：赞成10,600\u00a0m²，10,600 ≥ 10,500.01；赞成106票，106 ≥ 106，恰好够数。"


def grouped(new: int) -> Outcome:
    body = charter(*THIRTEEN, consent=(Threshold("1/2", Base.SEATS, strict=True, group="each"),))
    groups = {
        "local": Tally(seats=6, in_office=6, present=6, in_favour=6),
        "new": Tally(seats=6, in_office=6, present=6, in_favour=new, against=6 - new),
        "office": Tally(seats=1, in_office=1, present=1, in_favour=1),
    }
    whole = Tally(seats=13, in_office=13, present=13, in_favour=7 + new, against=6 - new)
    return count(body, "", Votes(whole=whole, groups=groups))


def test_groups_are_named_by_their_title():
    """Where one group was short, it is that group that is named."""
    says(
        grouped(3),
        "未通过：新居民赞成3票，3 < 4，差1票。",
        "Not passed: New residents: 3 for, 3 < 4, 1 short.",
    )
    assert outcome_sentence(grouped(3), "zh") == "未通过：new赞成3票，3 < 4，差1票。"


def test_more_ballots_than_were_handed_out():
    """The vote is void and has to be taken again; the sentence says so and counts nothing."""
    outcome = count(COUNCIL, "", msgspec.structs.replace(votes(12), issued=11))
    says(
        outcome,
        "表决无效：收回12张票，多于发出的票数，应重新表决。",
        "Vote not valid: 12\u00a0ballots came back, more than were handed out; vote again.",
    )


def tied(casting: Choice | None, tie: Tie) -> Outcome:
    body = charter(*THIRTEEN, consent=(Threshold("1/2", Base.FOR_AGAINST, strict=True),), tie=tie)
    return count(body, "", msgspec.structs.replace(votes(6, 6), casting=casting))


@pytest.mark.parametrize(
    ("outcome", "zh"),
    [
        (tied(None, Tie.UNDECIDED), "未定：赞成6票，反对6票，票数相同。"),
        (tied(None, Tie.CHAIR), "未定：赞成6票，反对6票，票数相同，由主持人投决定票。"),
        (tied(Choice.FOR, Tie.CHAIR), "通过：赞成6票，反对6票，票数相同，主持人的决定票为赞成。"),
        (
            tied(Choice.AGAINST, Tie.CHAIR),
            "未通过：赞成6票，反对6票，票数相同，主持人的决定票为反对。",
        ),
    ],
)
def test_equal_votes(outcome, zh):
    """A tie says what the charter makes of it, and how the chair decided."""
    assert outcome_sentence(outcome, "zh", COUNCIL) == zh


def test_a_result_that_hangs_on_a_contested_seat():
    """The app never decides it: the sentence asks for a ruling and counts the votes in question."""
    contested = Tally(seats=1, in_office=1, present=1, in_favour=1)
    outcome = count(
        COUNCIL, "", msgspec.structs.replace(votes(9, 4), contested={"local": contested})
    )
    says(
        outcome,
        "未定：有1票来自组别与席位不符的代表，计与不计结果不同，须先裁定。",
        "Undecided: the result depends on 1 vote from a seat of another group, "
        "on which a ruling is needed.",
    )


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("verdict", Verdict)
def test_every_outcome_has_a_sentence(verdict, reason):
    """Whatever the rules come to, a sentence begins with the verdict and ends with a full stop."""
    outcome = msgspec.structs.replace(
        count(COUNCIL, "", votes(8, 5)), verdict=verdict, reason=reason
    )
    for lang, stop in (("zh", "。"), ("en", ".")):
        text = outcome_sentence(outcome, lang, COUNCIL)
        assert text.startswith(verdict_word(verdict, lang))
        assert text.endswith(stop)
        assert "{" not in text


def test_numbers_and_versions():
    """How a resolution and the governing rule are called."""
    assert decision_words(2, "zh") == "决议第2号"
    assert decision_words(2, "en") == "Decision No. 2"
    assert governing_rule(count(COUNCIL, "", votes(9)), "zh") == "章程第1版：全体席位的三分之二以上"


def test_what_was_short_is_said_in_its_own_unit():
    """Votes, people or square metres; nothing where it passed or numbers are not why."""
    assert missing_words(count(COUNCIL, "", votes(8, 1, 2)), "zh") == "差1票"
    assert missing_words(count(COUNCIL, "", votes(9, 1, 1)), "zh") == ""
    tied = charter(
        *THIRTEEN, consent=(Threshold("1/2", Base.FOR_AGAINST, strict=True),), tie=Tie.UNDECIDED
    )
    assert missing_words(count(tied, "", votes(6, 6)), "zh") == ""
    assert missing_words(owners(210, 21_000, 106, 10_400), "zh", OWNERS) == "差100.01\u00a0m²"


def test_a_share_of_those_present_is_told_where_it_misleads():
    """Eight of eleven are 73 %, and the base is thirteen; nothing is said where that would not carry either."""
    outcome = count(COUNCIL, "", votes(8, 2, 1, present=11))
    note = present_note(outcome, COUNCIL, "en")
    assert note.startswith("Note: 8\u00a0votes for are 73% of the 11 present; the base is all 13")
    assert present_note(count(COUNCIL, "", votes(7, 3, 1, present=11)), COUNCIL, "zh") == ""
    assert present_note(count(COUNCIL, "", votes(9, 2, present=11)), COUNCIL, "zh") == ""
