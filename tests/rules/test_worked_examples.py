"""The worked examples that people of the trade agreed on, with the numbers they agreed on."""

from __future__ import annotations

import pytest

from facilitator import presets
from facilitator.acts import RuleViolation
from facilitator.rules.charter import Base, Blank, Recusal, Threshold
from facilitator.rules.counting import Prospect, other_bases, prospect, quorum_tests
from facilitator.rules.outcome import Reason, Verdict
from facilitator.rules.tally import Tally, Votes
from tests.rules.making import charter, counted, rule, tally


@pytest.fixture
def sanyuanli():
    return presets.charter("yishihui_sanyuanli")


def vacancies(in_favour: int) -> Tally:
    return tally(in_favour, 1, 1, seats=13, in_office=11, present=max(10, in_favour + 2))


def test_eight_of_thirteen_with_two_vacancies_fails_one_short(sanyuanli):
    """E1: vacancies do not shrink the thirteen: 8 for needs 9, and every other base would have passed it."""
    outcome = counted(sanyuanli, vacancies(8))
    assert (outcome.verdict, outcome.missing) == (Verdict.FAILED, 1)
    assert outcome.governing.needed == 9
    needed = {test.base: (test.base_size, test.needed) for test in other_bases(outcome, sanyuanli)}
    assert needed == {
        Base.SEATS: (13, 9),
        Base.IN_OFFICE: (11, 8),
        Base.PRESENT: (10, 7),
        Base.RETURNED: (10, 7),
        Base.VALID: (10, 7),
        Base.FOR_AGAINST: (9, 6),
    }
    wrong = [test for test in other_bases(outcome, sanyuanli) if test.base is not Base.SEATS]
    assert all(test.met for test in wrong)


def test_one_more_vote_passes_even_with_two_vacancies(sanyuanli):
    """E1: nine for is enough, whoever is missing."""
    outcome = counted(sanyuanli, vacancies(9))
    assert (outcome.verdict, outcome.reason) == (Verdict.PASSED, Reason.ENOUGH)


def surplus(in_favour: int) -> Votes:
    """Thirteen filled as 7 + 5 + 1; the surplus established member on a new resident's seat votes for."""
    return Votes(
        whole=tally(in_favour, 13 - in_favour, seats=13),
        contested={"new": tally(1)},
    )


def test_a_vote_from_a_wrong_seat_that_decides_waits_for_people(sanyuanli):
    """E2: nine for with one of them contested is neither passed nor failed: people have to rule."""
    votes = surplus(9)
    outcome = counted(sanyuanli, votes.whole, contested=votes.contested)
    assert (outcome.verdict, outcome.reason) == (Verdict.UNDECIDED, Reason.COMPOSITION)
    assert outcome.contested == 1
    assert outcome.governing.met
    assert outcome.missing == 0


def test_a_wrong_seat_ruled_vacant_leaves_eight_of_thirteen(sanyuanli):
    """E2: if that vote is void, eight of thirteen fail; the base stays thirteen."""
    votes = surplus(9)
    outcome = counted(sanyuanli, votes.whole.without(votes.contested["new"]))
    assert (outcome.verdict, outcome.missing) == (Verdict.FAILED, 1)
    assert outcome.governing.base_size == 13
    assert outcome.tally.vacant == 1


def test_a_wrong_seat_that_does_not_decide_changes_nothing(sanyuanli):
    """E2: ten for with that one among them pass, since nine without it would too."""
    votes = surplus(10)
    assert counted(sanyuanli, votes.whole, contested=votes.contested).verdict is Verdict.PASSED


RECUSED = tally(8, 1, seats=13, in_office=13, present=12, recused=3)


def test_recusal_leaves_the_thirteen_alone(sanyuanli):
    """E3: 8 of 9 voting is 89 %, and still not nine of thirteen."""
    outcome = counted(sanyuanli, RECUSED)
    assert (outcome.verdict, outcome.missing) == (Verdict.FAILED, 1)


def test_a_rule_of_members_entitled_to_vote_on_the_matter_has_ten_as_its_base():
    """E3: only a rule that says so leaves the three out: of ten, seven are needed, eight pass."""
    entitled = rule(Threshold(share="2/3", base=Base.IN_OFFICE), recusal=Recusal.LEAVES_BASE)
    outcome = counted(charter(entitled), RECUSED)
    assert (outcome.governing.base_size, outcome.governing.needed) == (10, 7)
    assert outcome.verdict is Verdict.PASSED


@pytest.mark.parametrize(("recused", "expected"), [(4, Prospect.OPEN), (5, Prospect.LOST)])
def test_with_five_recusals_a_motion_cannot_pass(sanyuanli, recused, expected):
    """E3: before anybody has voted it is known that eight cannot make nine."""
    votes = Votes(whole=tally(seats=13, in_office=13, present=13, recused=recused))
    assert prospect(sanyuanli, "", votes, {"": 13 - recused}) is expected


def representatives(in_favour: int, against: int, present: int) -> Tally:
    return tally(in_favour, against, seats=45, in_office=45, present=present)


def test_a_quorum_lost_in_mid_meeting_undoes_nothing_before_it():
    """E4: A passes with 31 present; B, 29 to nothing, is not validly put; with 30 back it takes 16."""
    reps = presets.charter("village_reps")
    first = counted(reps, representatives(16, 15, 31))
    assert (first.verdict, first.governing.needed) == (Verdict.PASSED, 16)

    second = counted(reps, representatives(29, 0, 29))
    assert (second.verdict, second.reason) == (Verdict.NOT_VALID, Reason.NO_QUORUM)
    assert (second.governing.needed, second.missing) == (30, 1)

    assert counted(reps, representatives(15, 15, 30)).verdict is Verdict.FAILED
    assert counted(reps, representatives(16, 14, 30)).verdict is Verdict.PASSED


def households(in_favour: int, against: int, abstained: int, present: int = 60) -> Tally:
    return tally(in_favour, against, abstained, seats=100, in_office=100, present=present)


def test_abstainers_count_among_those_attending():
    """E5: of 60 attending 31 are needed: 29 fail although for beats against, and so do exactly 30."""
    residents = presets.charter("rc_meeting_2018")
    outcome = counted(residents, households(29, 20, 11))
    assert (outcome.verdict, outcome.governing.needed) == (Verdict.FAILED, 31)
    assert counted(residents, households(30, 20, 10)).verdict is Verdict.FAILED
    assert counted(residents, households(31, 20, 9)).verdict is Verdict.PASSED
    robert = presets.charter("robert_simple")
    assert counted(robert, households(29, 20, 11)).verdict is Verdict.PASSED


@pytest.mark.parametrize(("present", "met"), [(50, False), (51, True)])
def test_half_the_households_cannot_convene(present, met):
    """E5: exactly 50 of 100 are not more than half."""
    residents = presets.charter("rc_meeting_2018")
    (test,) = quorum_tests(residents, Votes(whole=households(0, 0, 0, present)))
    assert (test.needed, test.met) == (51, met)


def estate(
    heads: tuple[int, int], area: tuple[int, int], *, abstained: tuple[int, int] = (0, 0)
) -> dict[str, Tally]:
    """300 owners and 30,000 square metres: (taking part, for) of each."""

    def of(total: int, took: int, in_favour: int, silent: int) -> Tally:
        return Tally(
            seats=total,
            in_office=total,
            present=total,
            in_favour=in_favour,
            abstained=silent,
            against=took - in_favour - silent,
        )

    return {
        "whole": of(300, *heads, abstained[0]),
        "weights": of(3_000_000, area[0] * 100, area[1] * 100, abstained[1] * 100),
    }


def test_owners_of_too_little_area_hold_no_valid_vote():
    """E6: 204 owners are 68 %, but 19,800 of 30,000 m² are not two thirds: no valid vote, whatever they say."""
    owners = presets.charter("owners_ordinary")
    outcome = counted(owners, **estate((204, 204), (19_800, 19_800)))
    assert (outcome.verdict, outcome.reason) == (Verdict.NOT_VALID, Reason.TOO_FEW_TOOK_PART)
    assert (outcome.governing.needed, outcome.missing) == (2_000_000, 20_000)
    enough = counted(owners, **estate((204, 204), (20_000, 20_000)))
    assert enough.verdict is Verdict.PASSED
    heads = counted(owners, **estate((199, 199), (20_000, 20_000)))
    assert (heads.verdict, heads.missing) == (Verdict.NOT_VALID, 1)


def test_owners_need_both_heads_and_area():
    """E7: 106 of 210 owners are enough, 10,400 of 21,000 m² are not: item 4 fails on area."""
    owners = presets.charter("owners_ordinary")
    outcome = counted(owners, **estate((210, 106), (21_000, 10_400)))
    assert outcome.verdict is Verdict.FAILED
    assert outcome.governing.base_size == 2_100_000
    assert counted(owners, **estate((210, 106), (21_000, 10_500))).verdict is Verdict.FAILED
    assert counted(owners, **estate((210, 106), (21_000, 10_501))).verdict is Verdict.PASSED
    assert counted(owners, **estate((210, 105), (21_000, 10_501))).verdict is Verdict.FAILED


def test_three_quarters_of_owners_are_inclusive():
    """E7: item 8 passes with 158 of 210 owners and exactly three quarters of the area; 157 owners fail."""
    owners = presets.charter("owners_major")
    assert counted(owners, **estate((210, 158), (21_000, 15_750))).verdict is Verdict.PASSED
    assert counted(owners, **estate((210, 157), (21_000, 15_750))).verdict is Verdict.FAILED
    assert counted(owners, **estate((210, 158), (21_000, 15_749))).verdict is Verdict.FAILED


def test_abstaining_owners_stay_in_the_participating_base():
    """E7: 20 owners who abstain still take part: 106 for of 210, not of 190."""
    owners = presets.charter("owners_ordinary")
    silent = estate((210, 100), (21_000, 12_000), abstained=(20, 2_000))
    outcome = counted(owners, **silent)
    assert outcome.verdict is Verdict.FAILED
    assert outcome.governing.base_size == 210


def test_more_papers_back_than_went_out_is_no_vote():
    """E10: 40 issued and 41 in the box: void, to be repeated, whatever they say."""
    made = charter(groups=[("members", 40)])
    outcome = counted(made, tally(41, seats=40, in_office=40, present=40), issued=40)
    assert (outcome.verdict, outcome.reason) == (
        Verdict.NOT_VALID,
        Reason.MORE_RETURNED_THAN_ISSUED,
    )
    assert outcome.missing == 0


def test_all_papers_back_is_a_vote():
    """E10: as many in the box as went out is as it should be."""
    made = charter(groups=[("members", 40)])
    assert counted(made, tally(40), issued=40).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("base", "size", "wanted"),
    [(Base.PRESENT, 40, 21), (Base.VALID, 36, 19), (Base.FOR_AGAINST, 33, 17)],
)
def test_what_a_paper_ballot_is_measured_by(base, size, wanted):
    """E10: 38 of 40 back, 2 void, 3 blank: 21 of 40 attending, 19 of 36 valid, 17 of 33 marked."""
    more = rule(Threshold(share="1/2", base=base, strict=True), blank=Blank.ABSTAINS)
    papers = tally(wanted, 33 - wanted, blank=3, void=2, seats=40, in_office=40, present=40)
    outcome = counted(charter(more), papers, issued=40)
    assert outcome.tally.returned == 38
    assert (outcome.governing.base_size, outcome.governing.needed) == (size, wanted)
    assert outcome.verdict is Verdict.PASSED
    fewer = tally(wanted - 1, 34 - wanted, blank=3, void=2, seats=40, in_office=40, present=40)
    assert counted(charter(more), fewer, issued=40).verdict is Verdict.FAILED


def test_blank_papers_that_are_void_leave_the_valid_ones():
    """E10, the other setting: 3 blank papers that are void leave 33 valid."""
    more = rule(Threshold(share="1/2", base=Base.VALID, strict=True))
    papers = tally(17, 16, blank=3, void=2, seats=40, in_office=40, present=40)
    assert counted(charter(more), papers).governing.base_size == 33


def test_more_votes_than_people_entitled_are_refused():
    """A vote by name or hand cannot have more answers than people who may answer."""
    with pytest.raises(RuleViolation, match="more-votes-than-present"):
        counted(charter(), tally(10, seats=13, in_office=13, present=12, recused=3))
