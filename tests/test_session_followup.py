"""The one door to what comes after a meeting: follow-ups, calls, matters that came in."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facilitator.acts import RuleViolation, Trouble
from facilitator.attaching import read_files, with_files
from facilitator.clock import ToldClock
from facilitator.commands import COMMANDS, read_line
from facilitator.followup.attached import MOST_BYTES, MOST_FILES, Attached
from facilitator.followup.calls import Call, CallDepartment, ReachSpot
from facilitator.followup.carrying import Assess, HandOver, PlanReview, ReportBack
from facilitator.followup.entries import Kinship
from facilitator.followup.following import MatterCommand
from facilitator.followup.intake import Intake, ReceiveMatter, Source
from facilitator.followup.linking import Link
from facilitator.followup.standing import standing_of
from facilitator.meeting.items import AddItem
from facilitator.meeting.lifecycle import ConveneMeeting
from facilitator.meeting.reviews import Progress
from facilitator.opening import open_session
from facilitator.session import Change, Session
from tests.cli.terminal import play, run
from tests.stories.months import COUNCIL, played

AT = datetime(2026, 12, 20, 9, 0, tzinfo=UTC)
BODY = "songbaigang"
GOING = Progress.IN_PROGRESS


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample evening, closed."""
    archive = tmp_path_factory.mktemp("evening") / "a.facilitator"
    played(archive, "evening").close()
    return archive


@pytest.fixture
def archive(staged: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    copy = tmp_path / "a.facilitator"
    shutil.copyfile(staged, copy)
    return copy


@pytest.fixture
def session(archive: Path) -> Iterator[Session]:
    """The copy, open."""
    opened = open_session(str(archive), clock=ToldClock(AT))
    yield opened
    opened.close()


def report(entry: str = "r1", **fields: object) -> ReportBack:
    about = {"meeting": COUNCIL, "decision": 1, "progress": GOING}
    return ReportBack(entry=entry, **{**about, **fields})  # pyright: ignore


def code(session: Session, command: object) -> str:
    with pytest.raises(RuleViolation) as refusal:
        session.do(command)  # pyright: ignore
    return refusal.value.code


def test_a_report_is_told_once_and_stands_in_its_own_history(session: Session) -> None:
    """The meeting's chain is as it was; everybody hears of the change, under the follow-up's stream."""
    before = session.head(f"meeting/{COUNCIL}")
    heard: list[Change] = []
    session.subscribe(heard.append)
    session.do(report())
    assert [change.stream for change in heard] == [f"followup/{COUNCIL}/1"]
    assert session.head(f"meeting/{COUNCIL}") == before
    assert session.head(f"followup/{COUNCIL}/1")[0] == 1


def test_a_history_in_which_nothing_happened_is_empty(session: Session) -> None:
    """It knows its matter all the same; asking writes nothing."""
    case = session.following(COUNCIL, 2)
    assert not case.begun
    assert case.matter.title == "北巷私装车位桩拆除试行"
    assert session.head(case.stream) == (0, session.head("intake/nothing")[1])
    assert isinstance(session.history("call/c1"), Call)
    assert isinstance(session.history("intake/i1"), Intake)


def test_a_history_is_the_same_after_opening_again(session: Session) -> None:
    """What was told once is read back: same entries, same standing."""
    session.do(report())
    session.do(Assess(meeting=COUNCIL, decision=1, entry="a1", not_done=5, unclear=1))
    kept = session.following(COUNCIL, 1)
    stands, path = standing_of(kept.matter, kept), session.path
    session.close()
    again = open_session(str(path))
    found = again.following(COUNCIL, 1)
    assert [one.event for one in found.chronicle] == [one.event for one in kept.chronicle]
    assert standing_of(found.matter, found) == stands
    again.close()


def test_what_is_not_here_is_not_followed_up(session: Session) -> None:
    """An unknown meeting, a number that was never given, a group that never formed."""
    assert session.matter("nowhere", 1) is None
    for about in (
        {"meeting": "nowhere"},
        {"decision": 99},
        {"decision": 0},
        {"decision": -1},
        {"decision": 0, "group": "g1"},
    ):
        assert code(session, report(**about)) == "unknown-matter"
    case = session.following(COUNCIL, 99)
    with pytest.raises(RuleViolation, match="unknown-matter"):
        _ = case.matter
    link = {"meeting": COUNCIL, "decision": 1, "entry": "l", "kinship": Kinship.AMENDS}
    assert code(session, Link(**link, to_meeting="nowhere", to_decision=1)) == "unknown-matter"  # pyright: ignore


@pytest.mark.parametrize("name", ["", "a/b", "../a", "x" * 1_000_000, "松柏岗", ".hidden", "a b"])
def test_a_name_that_is_no_id_makes_no_stream(session: Session, name: str) -> None:
    """Slashes, a million characters, nothing at all: refused before anything is looked up or written."""
    before = session.record.streams()
    assert code(session, report(meeting=name)) == "bad-id"
    assert code(session, ReachSpot(call=name)) in ("unknown-call", "bad-id")
    called = CallDepartment(call=name, body=BODY, department="d", matter="m")
    assert code(session, called) == "bad-id"
    came = ReceiveMatter(intake=name, body=BODY, source=Source.OTHER, title="t")
    assert code(session, came) == "bad-id"
    if name:
        assert code(session, report(group=name, decision=0)) == "bad-id"
    assert session.record.streams() == before


def test_a_number_of_any_size_is_no_error_of_ours(session: Session) -> None:
    """A decision's number from a script may be larger than any the record can look for."""
    assert code(session, report(decision=2**80)) == "unknown-matter"
    link = {"meeting": COUNCIL, "decision": 1, "entry": "l", "kinship": Kinship.AMENDS}
    huge = Link(**link, to_meeting=COUNCIL, to_decision=2**80)  # pyright: ignore
    assert code(session, huge) == "unknown-matter"
    call = {"call": "c", "body": BODY, "department": "d", "matter": "m"}
    huge_call = CallDepartment(**call, meeting=COUNCIL, decision=2**80)  # pyright: ignore
    assert code(session, huge_call) == "unknown-matter"


def test_a_told_time_does_not_go_back(session: Session) -> None:
    """Not behind what the same history has; at the same moment it may."""
    session.do(report("r1"), at=AT)
    with pytest.raises(RuleViolation) as refusal:
        session.do(report("r2"), at=AT - timedelta(seconds=1))
    assert refusal.value.code == "time-goes-back"
    session.do(report("r2"), at=AT)
    other = HandOver(meeting=COUNCIL, decision=2, entry="h", implementer="北巷", reason="r")
    session.do(other, at=AT - timedelta(days=1))


def test_an_unknown_body_calls_nobody(session: Session) -> None:
    """Calls and matters belong to a body that is here; a call may be for a decision that is here."""
    call = {"call": "c1", "department": "d", "matter": "m"}
    assert code(session, CallDepartment(**call, body="nobody")) == "unknown-body"
    came = ReceiveMatter(intake="i1", body="nobody", source=Source.LETTER, title="t")
    assert code(session, came) == "unknown-body"
    about = {"body": BODY, "meeting": COUNCIL}
    assert code(session, CallDepartment(**call, **about, decision=9)) == "unknown-matter"
    session.do(CallDepartment(**call, **about, decision=1))


def test_what_fails_to_be_taken_in_is_read_anew(session: Session, monkeypatch) -> None:
    """A mistake of ours after the disk has it leaves the history as the disk has it."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    session.do(report("r1"))
    with monkeypatch.context() as patch:
        patch.setattr("facilitator.followup.apply", broken)
        with pytest.raises(ZeroDivisionError):
            session.do(report("r2"))
    assert list(session.following(COUNCIL, 1).entries) == ["r1", "r2"]


def test_an_item_comes_from_what_is_followed_up(session: Session) -> None:
    """A decision or a matter that is here may be put on an agenda once; anything else is no source."""
    planned = AT + timedelta(days=30)
    session.do(ConveneMeeting(meeting="next", body=BODY, planned=planned, place="礼堂"))
    session.do(ReceiveMatter(intake="i1", body=BODY, source=Source.WALK, title="墙裂了"))
    source = f"followup/{COUNCIL}/1"

    def item(name: str, source: str) -> AddItem:
        return AddItem(meeting="next", item=name, title=name, source=source)

    session.do(item("a1", source))
    session.do(item("a2", "intake/i1"))
    assert code(session, item("a3", source)) == "source-on-agenda"
    for wrong in (
        "x",
        "followup/",
        f"followup/{COUNCIL}",
        f"followup/{COUNCIL}/01",
        f"followup/{COUNCIL}/99",
        f"followup/{COUNCIL}/group/g1",
        f"followup/{COUNCIL}/x/g1",
        f"followup/{COUNCIL}/{2**80}",
        f"followup/{COUNCIL}/²",
        "intake/i9",
        f"meeting/{COUNCIL}",
        f"followup/{COUNCIL}/" + "9" * 5000,
    ):
        assert code(session, item("a4", wrong)) == "unknown-source"


def test_photos_are_played_from_beside_the_script(archive: Path, tmp_path: Path) -> None:
    """A line's `attach` names files seen from the script; their contents are in the archive afterwards."""
    folder = tmp_path / "script"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"photo")
    line = (
        '{"do": "followup.report", "meeting": "sbg-2026-11-27", "decision": 1, "entry": "r1",'
        ' "progress": "done", "said_by": "Ye", "by": "Zheng", "attach": ["photo.jpg"]}'
    )
    (folder / "s.jsonl").write_text(line)
    answer = run("play", folder / "s.jsonl", "--archive", archive)
    assert answer.code == 0, answer.out
    opened = open_session(str(archive))
    recorded = opened.following(COUNCIL, 1).chronicle[0]
    assert recorded.actor == "Zheng"
    assert recorded.event.by == "Ye"  # pyright: ignore
    (hash_,) = recorded.event.files
    assert hash_ == hashlib.sha256(b"photo").hexdigest()
    assert opened.record.file(hash_) == b"photo"
    opened.close()


def test_a_photo_that_is_not_there_is_a_trouble_and_changes_nothing(archive: Path) -> None:
    """The line says which file; nothing is half recorded, and a line that takes no files says so."""
    line = {"do": "followup.report", "meeting": COUNCIL, "decision": 1, "entry": "r1"}
    answer = play(archive, {**line, "progress": "done", "attach": ["no.jpg"]})
    assert answer.data["code"] == "no-file"
    plan = {**line, "do": "followup.plan-review", "on": "2027-05-01"}
    here = Path(__file__).name
    answer = play(archive, {**plan, "attach": [here]})
    assert answer.data["code"] == "takes-no-files"
    assert play(archive, {**plan, "attach": "x"}).data["code"] == "bad-field"
    assert play(archive, plan).data["accepted"]


def test_a_content_comes_with_its_name(session: Session) -> None:
    """A command that names a content nobody gives is not recorded."""
    named = Attached(name="a.jpg", hash="a" * 64, size=5)
    with pytest.raises(Trouble, match="file-unknown"):
        session.do(report(attached=(named,)))
    assert not session.following(COUNCIL, 1).begun


def test_files_are_read_with_their_limits(tmp_path: Path) -> None:
    """So many, so large, and readable; what they are called is their own name."""
    photo = tmp_path / "东门.jpg"
    photo.write_bytes(b"x")
    (tmp_path / "loop.jpg").symlink_to("loop.jpg")
    os.mkfifo(tmp_path / "pipe.jpg")
    (one,), contents = read_files([photo])
    assert (one.name, one.size, one.media) == ("东门.jpg", 1, "image/jpeg")
    assert contents == {one.hash: b"x"}
    with pytest.raises(RuleViolation, match="too-many-files"):
        read_files([photo] * (MOST_FILES + 1))
    with pytest.raises(Trouble, match="io"):
        read_files([tmp_path])
    for name in ("pipe.jpg", "a\0b.jpg", "loop.jpg"):
        with pytest.raises(Trouble, match="no-file"):
            read_files([tmp_path / name])
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(RuleViolation) as refusal:
        read_files([large])
    assert refusal.value.facts["size"] == MOST_BYTES + 1
    plan = PlanReview(meeting=COUNCIL, decision=1, entry="p", on=AT.date())
    assert with_files(plan, []) == (plan, {})
    with pytest.raises(RuleViolation, match="takes-no-files"):
        with_files(plan, [photo])


def test_the_open_archive_is_attached_to_nothing(session: Session) -> None:
    """Reading it beside the record would let go of its lock, and another window could write in it."""
    with pytest.raises(Trouble, match="locked"):
        read_files([session.path])
    with pytest.raises(Trouble, match="locked"):
        open_session(str(session.path))


def test_no_command_has_a_field_that_a_line_needs_for_itself() -> None:
    """`at`, `by` and `attach` of a line say when, who types and which files: no field is called so."""
    for kind in COMMANDS:
        names = set(kind.__struct_encode_fields__)
        assert not names & {"at", "by", "attach"}, kind
        if issubclass(kind, MatterCommand):
            assert {"meeting", "decision", "group"} <= names
    said = read_line(b'{"do": "call.receive", "call": "c1", "said_by": "Deng", "by": "Zheng"}')
    assert (said.command.by, said.by) == ("Deng", "Zheng")  # pyright: ignore
