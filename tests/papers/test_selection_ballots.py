"""Ballots of a selection: what is on them, for whom, how many, and how a long list is shared out."""

import pytest

from facilitator.acts import RuleViolation
from facilitator.meeting.selection.ballots import OpenVote
from facilitator.meeting.selection.closing import CloseVote
from facilitator.meeting.selection.entering import CastFor
from facilitator.meeting.selection.papers import Marks
from facilitator.meeting.selection.recusals import StepBack
from facilitator.meeting.selection.slate import Candidate, WithdrawCandidate
from facilitator.papers.docx import write_docx
from facilitator.papers.html import write_html
from facilitator.papers.kinds import PAPERS, SELECTION, kinds_of
from facilitator.papers.markdown import write_markdown
from facilitator.papers.measures import measures
from facilitator.papers.model import Layout, VotingPapers
from facilitator.papers.pdf import write_pdf
from facilitator.papers.voting import fit, numbered
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.problem import Rule, SelectionRule, TieBreak
from tests.papers.choosing import A, B, C, M, choosing, gathered, ticks
from tests.papers.word import Word, text

REVOTE = SelectionRule(rule=Rule.GREEDY, ties=(TieBreak.REVOTE,))


def block(now, lang: str = "zh") -> VotingPapers:
    """The ballots of a meeting."""
    (paper,) = PAPERS["selection-ballots"](now.material(lang=lang))
    (found,) = paper.blocks
    assert isinstance(found, VotingPapers)
    return found


def test_every_chamber_has_papers_of_its_own_with_its_own_sign():
    """As many as it has members, told apart by a sign that needs no colour."""
    found = block(choosing())
    told = [(one.chamber, one.sign, one.count) for one in found.voters]
    assert told == [("居民代表", "●", 6), ("居委会主任", "■", 3), ("街道干部", "▲", 2)]


def test_numbers_and_sums_are_those_of_the_slate():
    """A project keeps its number when another is withdrawn, and a sum is written to the fen."""
    now = choosing()
    now.do(WithdrawCandidate(meeting=M, candidate=B, reason="场地收回"))
    projects = block(now).voters[0].projects
    assert [(p.number, p.title) for p in projects] == [
        ("1", "独居老人助餐点"),
        ("3", "暑期四点半课堂"),
        ("4", "电动车集中充电棚"),
    ]
    assert projects[1].sum == "26,000.50元"


def test_whoever_stepped_back_gets_a_paper_with_the_project_struck_out():
    """It is one of the chamber's papers; its stub says for whom it is, and stubs go on counting."""
    now = choosing()
    now.do(StepBack(meeting=M, member="heads-1", candidate=A, reason="本社区的项目"))
    found = block(now)
    heads = [(one, first) for one, first in numbered(found) if one.chamber == "居委会主任"]
    assert [(one.count, first) for one, first in heads] == [(2, 1), (1, 3)]
    assert [p.struck for p in heads[1][0].projects] == [True, False, False, False]
    assert heads[1][0].stub == ("回避1号项目的人用",)


def test_once_the_vote_is_open_there_is_a_paper_for_everybody_in_the_room():
    """But for whoever's ballot is typed."""
    now = gathered(choosing())
    now.do(CastFor(meeting=M, member="heads-2", ballot=Marks(marks=ticks(A)), typed_by="吴晓燕"))
    assert [one.count for one in block(now).voters] == [6, 2, 2]


def test_a_second_vote_has_the_tied_projects_alone():
    """As soon as the tie is known, so that papers are ready when it is opened; with one tick each."""
    now = gathered(choosing(counting=REVOTE, budget=2_700_000))
    now.read("residents", ticks(B, C), ticks(B, C))
    for group in ("heads", "officials"):
        now.read(group)
    now.do(CloseVote(meeting=M))
    assert set(now.meeting.outcome.tied) == {B, C}
    found = block(now)
    assert [p.title for p in found.voters[0].projects] == ["楼间空地小花园", "暑期四点半课堂"]
    assert "最多选1个" in found.help
    helpers = ("residents-1", "residents-2")
    now.do(OpenVote(meeting=M, helpers=helpers, among=now.meeting.outcome.tied))
    assert [p.title for p in block(now).voters[0].projects] == ["楼间空地小花园", "暑期四点半课堂"]


@pytest.mark.parametrize(
    ("rule", "said", "written"),
    [
        (BallotRule(kind=BallotKind.APPROVAL, most=2), "最多选2个", False),
        (BallotRule(kind=BallotKind.APPROVAL, most=9), "选几个都可以", False),
        (BallotRule(kind=BallotKind.KNAPSACK), "不得超过40,000元", False),
        (BallotRule(kind=BallotKind.POINTS, most=10, each=4), "每个项目最多4", True),
        (BallotRule(kind=BallotKind.DOTS, most=3), "3个圆点", True),
        (BallotRule(kind=BallotKind.SCORE, most=10), "最高10分", True),
        (BallotRule(kind=BallotKind.RANKING, most=9), "最多写到4", True),
    ],
)
def test_every_kind_of_ballot_says_how_it_is_marked_and_when_it_is_void(rule, said, written):
    """Ticks go into a square box, numbers into a wide one."""
    found = block(choosing(ballot=rule))
    assert said in found.help
    assert "空白票" in found.help
    assert found.written is written


def test_a_sum_that_makes_a_paper_void_is_added_up_on_it():
    """What may not be exceeded stands below the list."""
    assert "40,000元" in block(choosing(ballot=BallotRule(kind=BallotKind.KNAPSACK))).foot
    assert not block(choosing()).foot


def test_without_projects_there_is_no_ballot():
    """It says that there is nothing to print."""
    with pytest.raises(RuleViolation) as refused:
        PAPERS["selection-ballots"](choosing(projects=()).material())
    assert refused.value.code == "nothing-to-print"


def test_a_short_list_takes_half_a_sheet_in_large_type_a_long_one_more_halves():
    """Never in type that an old voter cannot read, and no project is lost on the way."""
    m = measures(Layout.VOTING)
    short = block(choosing())
    assert fit(short, short.voters[0].projects, m).size == 15.0
    many = [Candidate(id=f"p{n}", title=f"第{n}个项目", asked=100 * n) for n in range(1, 61)]
    long = block(choosing(projects=many))
    found = fit(long, long.voters[0].projects, m)
    assert len(found.halves) == 4
    assert found.size >= 10.5
    assert [p.number for half in found.halves for p in half] == [str(n) for n in range(1, 61)]


def test_a_title_that_never_ends_still_fits_somewhere():
    """A hundred and twenty characters without a space are set, and nobody waits for ever."""
    endless = [Candidate(id=f"p{n}", title="长" * 120, asked=100) for n in range(3)]
    found = block(choosing(projects=endless))
    halves = fit(found, found.voters[0].projects, measures(Layout.VOTING)).halves
    assert sum(map(len, halves)) == 3


def test_all_writers_give_every_copy():
    """PDF, DOCX and HTML have one ballot for each voter; text has each list once, with the number of copies."""
    hostile = [Candidate(id="x", title="#strong[<b>助餐</b>]", asked=100)]
    (paper,) = PAPERS["selection-ballots"](choosing(projects=hostile).material())
    assert write_pdf(paper).startswith(b"%PDF")
    assert text(Word(write_docx(paper)).body).count("#strong[<b>助餐</b>]") == 11
    page = write_html(paper)
    assert page.count("#strong[&lt;b&gt;助餐&lt;/b&gt;]") == 11
    assert "居民代表 ● × 6" in write_markdown(paper)


def test_a_selection_meeting_has_its_own_papers():
    """Asked by what the format has, not by what it is called."""
    assert kinds_of(choosing().meeting.format) == SELECTION
