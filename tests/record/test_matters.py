"""Which decision a report is about, and which decisions are still to be carried out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from facilitator import aftermath
from facilitator.acts import Command
from facilitator.bodies.membership import ErasePerson, VacateSeat
from facilitator.commands import read_line
from facilitator.followup.carrying import HandOver
from facilitator.followup.entries import Kinship
from facilitator.followup.following import StrikeEntry
from facilitator.followup.linking import Link
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.meeting.reviews import Progress, ReviewEarlier
from facilitator.meeting.voting import CorrectVote
from facilitator.opening import open_session
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify
from facilitator.rules.tally import Choice
from facilitator.searching import Kind, Search, Wanted
from facilitator.session import Session
from facilitator.words.timeline import timeline
from tests.stories.months import COUNCIL, FORUM, SAMPLES, SECOND, play_line, played

LATE = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
FAR = date(2027, 9, 1)
REPEAL = Link(
    meeting=SECOND, decision=3, entry="x1", kinship=Kinship.REPEALS,
    to_meeting=COUNCIL, to_decision=1,
)  # fmt: skip


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample months, closed."""
    archive = tmp_path_factory.mktemp("months") / "a.facilitator"
    played(archive).close()
    return archive


@pytest.fixture
def session(staged: Path, tmp_path: Path) -> Iterator[Session]:
    """A copy of it, open."""
    copy = shutil.copyfile(staged, tmp_path / "a.facilitator")
    with closing(open_session(str(copy))) as opened:
        yield opened


def act(session: Session, *commands: Command) -> None:
    for command in commands:
        session.do(command, at=LATE)


def sound(session: Session) -> bool:
    """Whether what is in the registers is what the journal makes of them."""
    session.close()
    return verify(session.path, KINDS, registers=REGISTERS).sound


def is_late(session: Session) -> bool:
    """Whether the first decision of the council stands in the list of what is overdue, far in the future."""
    rows = aftermath.followups(session, state="overdue", day=FAR)
    return (COUNCIL, "1") in {(row.meeting, row.matter) for row in rows}


def test_a_repealed_decision_is_not_overdue(session: Session) -> None:
    """It leaves the list of what is to be done, and comes back when the link was wrong."""
    assert is_late(session)
    act(session, REPEAL)
    assert not is_late(session)
    assert (COUNCIL, "1") not in {(r.meeting, r.matter) for r in aftermath.followups(session)}
    matter = session.matter(COUNCIL, 1)
    assert matter is not None
    assert matter.stands
    assert matter.repealed
    act(session, StrikeEntry(meeting=SECOND, decision=3, entry="x1", reason="verwechselt"))
    assert is_late(session)
    assert sound(session)


def test_what_an_annulled_decision_repealed_is_due_again(session: Session) -> None:
    """A corrected vote takes the repeal back with the decision that made it."""
    act(session, REPEAL, ReopenMeeting(meeting=SECOND, reason="两票录错"))
    assert not is_late(session)
    for member in ("wang-jianjun", "wu-dequan"):
        act(
            session,
            CorrectVote(
                meeting=SECOND, poll="p1", member=member, choice=Choice.AGAINST, reason="录错"
            ),
        )
    assert is_late(session)
    assert sound(session)


def test_a_number_that_was_not_given_yet_says_nothing_of_the_decision_that_gets_it(
    tmp_path: Path,
) -> None:
    """Who reports on number 1 of the paper years does not have the first decision done before it is made."""
    session = open_session(str(tmp_path / "a.facilitator"), create=True)
    lines = (SAMPLES / "evening.jsonl").read_bytes().splitlines()
    with closing(session), session.record.together():
        for line in lines:
            command = read_line(line).command
            if isinstance(command, ReviewEarlier) and command.progress is Progress.DONE:
                line = line.replace(b'"review":', b'"decision": 1, "review":')
            play_line(session, line)
        matter = session.matter(COUNCIL, 1)
        assert matter is not None
        assert matter.told == ()
        row = aftermath.followup(session, COUNCIL, "1")
        assert row is not None
        assert row.progress is None
        with closing(Search(session, folder=tmp_path)) as search:
            (hit,) = search.find(Wanted("异地医疗即时报销", limit=9), patience=9).hits[:1]
            assert Kind.FOLLOW_UP not in hit.kinds


def two_evenings() -> tuple[list[str], list[str], list[str]]:
    """The second evening, another one with decisions of the same numbers, and a later one told of it."""
    lines = (SAMPLES / "followup.jsonl").read_text().splitlines()
    evening = [line for line in lines if f'"{SECOND}"' in line and '"do": "followup' not in line]
    there = [line.replace(SECOND, "there").replace("异地医疗", "电梯") for line in evening]
    later = [
        line.replace(SECOND, "later").replace('"at": "2027-02-', '"at": "2027-05-')
        .replace("2027-02-26T", "2027-05-26T")
        .replace('"matter": "异地医疗即时报销"', '"matter": "电梯即时报销分两步办"')
        .replace('"decision": 1', '"decision": 3')
        for line in evening
    ]  # fmt: skip
    return evening, there, later


def test_after_a_merge_a_report_is_about_the_decision_of_its_title(tmp_path: Path) -> None:
    """Two laptops gave one number to two decisions; what was told of one of them is not told of the other."""
    evening, there, later = two_evenings()
    one, other = tmp_path / "one.facilitator", tmp_path / "other.facilitator"
    played(one, "evening").close()
    shutil.copyfile(one, other)
    for path, script in ((one, evening), (other, there + later)):
        with closing(open_session(str(path))) as session, session.record.together():
            for line in script:
                play_line(session, line.encode())
    for ours, theirs in ((one, other), (other, one)):
        path = shutil.copyfile(ours, tmp_path / f"{ours.stem}-merged.facilitator")
        with closing(open_session(str(path))) as session:
            session.take_in(session.survey(theirs))
            told = {row.meeting: row.progress for row in aftermath.followups(session)}
            assert told["there"] == Progress.IN_PROGRESS
            assert told.get(SECOND) is None
            assert sound(session)


def test_what_was_told_of_another_decision_leaves_no_row_behind(tmp_path: Path) -> None:
    """Before the merge a report can only be of the one decision there is; then it proves to be another's."""
    evening, there, later = two_evenings()
    evening = [line for line in evening if '"do": "decisions.assign"' not in line]
    one, other = tmp_path / "one.facilitator", tmp_path / "other.facilitator"
    played(one, "evening").close()
    shutil.copyfile(one, other)
    for path, script in ((one, evening + later), (other, there)):
        with closing(open_session(str(path))) as session, session.record.together():
            for line in script:
                play_line(session, line.encode())
    with closing(open_session(str(one))) as session:
        assert (SECOND, "3") in {(row.meeting, row.matter) for row in aftermath.followups(session)}
        session.take_in(session.survey(other))
        assert (SECOND, "3") not in {
            (row.meeting, row.matter) for row in aftermath.followups(session)
        }
        assert sound(session)


def test_a_name_that_was_erased_is_in_no_handing_over(session: Session) -> None:
    """Who led the group stands in the story as long as they are known, and nowhere once they are erased."""
    command = HandOver(meeting=FORUM, group="g5", entry="h1", implementer="物业", reason="停办")
    (handed,) = session.do(command, at=LATE)
    case = session.following(FORUM, group="g5")
    assert any(
        "高振华" in one.text and "物业" in one.text
        for one in timeline(case.matter, case, FAR, "zh")
    )
    assert "高振华" not in repr(handed)
    act(
        session,
        VacateSeat(body="qingyuanli", member="gao-zhenhua", reason="搬走"),
        ErasePerson(body="qingyuanli", member="gao-zhenhua", reason="本人要求"),
    )
    case = session.following(FORUM, group="g5")
    story = timeline(case.matter, case, FAR, "zh")
    assert not any("gao-zhenhua" in one.text for one in story)
    assert [one.text for one in story if "物业" in one.text] == ["交物业承办"]
