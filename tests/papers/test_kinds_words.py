"""Papers speak one language at a time, and whatever people type stays what they typed."""

import contextlib
import re

import pytest

from facilitator.acts import RuleViolation
from facilitator.bodies.membership import CorrectPerson
from facilitator.bodies.people import Person
from facilitator.meeting.motions import PutMotion
from facilitator.meeting.notes import CorrectNote, WriteNote
from facilitator.papers.data import write_json
from facilitator.papers.docx import write_docx
from facilitator.papers.html import write_html
from facilitator.papers.kinds import PAPERS
from facilitator.papers.markdown import write_markdown
from facilitator.papers.pdf import write_pdf
from facilitator.papers.shelf import CHECKS, paper_name
from tests.papers.evening import evening
from tests.papers.reading import line, words

HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")
WRITERS = {
    ".docx": write_docx,
    ".pdf": write_pdf,
    ".html": lambda paper: write_html(paper).encode(),
    ".md": lambda paper: write_markdown(paper).encode(),
    ".json": write_json,
}


def every(told, **wishes):
    """Every paper of a meeting."""
    for write in PAPERS.values():
        with contextlib.suppress(RuleViolation):  # nothing to print
            yield from write(told.material(**wishes))


def latin():
    """A change of the script that puts letters for every Chinese text in it, the same for the same."""
    known = {}

    def letters(found):
        return known.setdefault(found[0], f"Data{len(known)}")

    return lambda text: re.sub("(?:" + HAN.pattern + "|[“”])+", letters, text)


@pytest.mark.parametrize("public", [False, True])
def test_english_papers_hold_no_chinese_of_their_own(public):
    """With data in letters, there is not one Chinese character or full-width mark left."""
    told = evening(change=latin())
    for paper in every(told, lang="en", public=public):
        found = [one for one in words(paper).split("\n") if HAN.search(one)]
        assert not found, (paper.kind, found[:3])


ALLOWED = re.compile(
    r"Data[\d*]+|not-present|(?:record|summary|notice|signin|slip|ballots|resolution)"
)


@pytest.mark.parametrize("public", [False, True])
def test_chinese_papers_hold_no_english_of_their_own(public):
    """Nothing was left untranslated: the only letters are those of the data and of codes."""
    told = evening(change=latin())
    for paper in every(told, lang="zh", public=public):
        for block in paper.blocks:
            bare = ALLOWED.sub("", words(block))
            bare = re.sub(r"\{tick\}|[0-9a-f]{4,}", "", bare)
            assert not re.search("[A-Za-z]{2,}", bare), (paper.kind, bare)
        assert not re.search("[A-Za-z]{2,}", ALLOWED.sub("", paper.title + paper.mark))


HOSTILE = "#set page <b>&amp;{name}{0}%s$\\ue001 \ue001\ue002 **粗** [链](x) =1+1 $x$ 'a' \"b\""


def hostile():
    """A meeting where people type what programs might take for their own."""
    told = evening("floor.agree-limits")
    meeting = told.meeting.id
    told.do(
        CorrectPerson(
            body="songbaigang", member="chen-guodong", person=Person(name="陈{name}\ue001<i>")
        ),
        WriteNote(meeting=meeting, note="x", text=HOSTILE, speaker="chen-guodong"),
        CorrectNote(meeting=meeting, note="x", text=f"{HOSTILE}二", reason="{reason}\ue002"),
        PutMotion(meeting=meeting, motion="x", mover="chen-guodong", title="{t}", text=HOSTILE),
    )
    return told


def test_what_people_type_is_never_read_as_a_pattern():
    """Braces, markup and the signs we use inside stay as they were typed."""
    (paper,) = PAPERS["record"](hostile().material())
    told = line(paper, "二（")
    assert told.count(HOSTILE) == 2
    assert "陈{name}\ue001<i>：" in told
    assert "理由：{reason}\ue002" in told
    assert line(paper, "动议2-2").endswith(f"动议2-2，{HOSTILE}。")


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("ending", CHECKS)
def test_every_paper_can_be_written_in_every_format(ending, public, tmp_path):
    """Also with hostile text, and each under a name that a disk takes."""
    write = WRITERS[ending]
    for told in (evening(), hostile()):
        for paper in every(told, public=public):
            CHECKS[ending](write(paper))
            name = paper_name(paper.reference, paper.date, paper.lang, ending=ending[1:])
            (tmp_path / name).touch()


def test_very_long_texts_are_written():
    """A pasted speech and a pasted motion do not break a paper."""
    told = evening("floor.agree-limits")
    text = "很长的发言。" * 3000
    told.do(WriteNote(meeting=told.meeting.id, note="x", text=text, speaker="chen-guodong"))
    (paper,) = PAPERS["record"](told.material())
    assert text in words(paper)
    CHECKS[".pdf"](write_pdf(paper))
