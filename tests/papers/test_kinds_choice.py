"""Which papers there are, which blocks of the minutes are wanted, and what is refused."""

from datetime import UTC, datetime

import pytest

from facilitator import presets
from facilitator.acts import RuleViolation
from facilitator.bodies import Body
from facilitator.bodies.founding import FoundBody
from facilitator.meeting import Meeting
from facilitator.meeting.lifecycle import ConveneMeeting
from facilitator.papers.kinds import COUNCIL, PAPERS
from facilitator.papers.kinds.record import BLOCKS as RECORD
from facilitator.papers.kinds.summary import BLOCKS as SUMMARY
from facilitator.papers.model import Heading, Labelled, Line, Paragraph, Seal, Table
from tests.papers.evening import AT_ITS_END, Evening, evening

EVENING = evening()
MINUTES = {"record": RECORD, "summary": SUMMARY}


@pytest.mark.parametrize("kind", AT_ITS_END)
def test_each_kind_gives_papers_of_its_kind_with_names_of_their_own(kind):
    """No two papers of one meeting would be saved under one name."""
    full = PAPERS[kind](EVENING.material())
    public = PAPERS[kind](EVENING.material(public=True))
    assert {paper.kind for paper in (*full, *public)} == {kind}
    names = [paper.reference for paper in (*full, *public)]
    assert len(set(names)) == len(names)
    assert {paper.date for paper in full} == {"2026-11-27"}


def test_no_two_kinds_share_a_name():
    """Also across kinds."""
    names = [paper.reference for kind in AT_ITS_END for paper in PAPERS[kind](EVENING.material())]
    assert len(set(names)) == len(names)


def test_blocks_are_written_in_the_order_asked_for():
    """Seal first, then attendance, and nothing else."""
    (paper,) = PAPERS["record"](EVENING.material(blocks=("seal", "attendance")))
    assert [type(block) for block in paper.blocks] == [Seal, Table]


def test_all_blocks_by_name_are_all_blocks():
    """Naming every block is asking for the usual paper."""
    for kind, blocks in MINUTES.items():
        assert PAPERS[kind](EVENING.material(blocks=blocks)) == PAPERS[kind](EVENING.material())


def test_a_block_left_out_is_not_there():
    """A record without its items has no lines but those of the close."""
    (paper,) = PAPERS["record"](EVENING.material(blocks=("header", "closing")))
    heads = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert heads == ["散会"]
    (paper,) = PAPERS["summary"](EVENING.material(blocks=("attendance",)))
    assert {type(block) for block in paper.blocks} == {Labelled}


@pytest.mark.parametrize("kind", COUNCIL)
def test_an_unknown_block_is_refused_with_what_there_is(kind):
    """A typo is not a wish; papers without blocks know none."""
    with pytest.raises(RuleViolation) as caught:
        PAPERS[kind](EVENING.material(blocks=("footer",)))
    assert caught.value.code == "unknown-block"
    assert caught.value.facts["block"] == "footer"
    assert caught.value.facts["blocks"] == ", ".join(MINUTES.get(kind, ()))


@pytest.mark.parametrize("kind", ["record", "summary", "resolution", "slip", "ballots"])
def test_before_the_opening_there_is_nothing_to_print(kind):
    """A meeting that has not been opened has no record, and nothing was moved or decided."""
    with pytest.raises(RuleViolation) as caught:
        PAPERS[kind](evening("meeting.enter").material())
    assert (caught.value.code, caught.value.facts) == ("nothing-to-print", {"paper": kind})


@pytest.mark.parametrize("kind", ["notice", "signin"])
def test_a_notice_needs_an_agenda_and_a_sheet_needs_members(kind):
    """Nothing to call people for, nobody to sign."""
    charter = presets.sample_charter()
    at = datetime(2026, 11, 18, tzinfo=UTC)
    told = Evening(Body("b"), Meeting("m"), charter, at)
    told.do(FoundBody(body="b", name="空会", charter=charter))
    told.do(ConveneMeeting(meeting="m", body="b", planned=at, place="礼堂"))
    with pytest.raises(RuleViolation) as caught:
        PAPERS[kind](told.material())
    assert (caught.value.code, caught.value.facts) == ("nothing-to-print", {"paper": kind})


def test_the_meetings_own_language_is_the_default():
    """No language asked for: the one the meeting was convened in."""
    (paper,) = PAPERS["notice"](EVENING.material(lang=""))
    assert paper.lang == "zh"
    assert paper.title == "会议通知"


def test_the_blocks_of_a_record_without_its_end_still_tell_all_items():
    """Items stay whole whatever is asked for beside them."""
    (whole,) = PAPERS["record"](EVENING.material())
    (items,) = PAPERS["record"](EVENING.material(blocks=("items",)))
    lines = [block for block in whole.blocks if isinstance(block, Line)]
    assert [block for block in items.blocks if isinstance(block, Line)] == lines[:-2]
    assert not any(isinstance(block, Paragraph) for block in items.blocks)
