"""Registers of what became of decisions: at every moment they say what the histories say."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from facilitator import aftermath
from facilitator.acts import Command, Recorded, RuleViolation
from facilitator.attaching import attach
from facilitator.bodies.people import Person
from facilitator.followup.attached import Attached
from facilitator.followup.calls import Call, CallDepartment, WithdrawCall
from facilitator.followup.carrying import ReportBack
from facilitator.followup.case import Entry
from facilitator.followup.entries import (
    Kinship,
    Linked,
    Notice,
    Objected,
    ObjectionAnswered,
    Posted,
)
from facilitator.followup.following import DropFile, Following, StrikeEntry
from facilitator.followup.intake import (
    EraseSender,
    Intake,
    MatterAnswered,
    ReferMatter,
    ReopenMatter,
)
from facilitator.followup.matter import matter_of
from facilitator.followup.posting import EraseObjector, Object
from facilitator.followup.standing import standing_of
from facilitator.meeting.forum.groups import DissolveGroup
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.meeting.reviews import Progress
from facilitator.meeting.voting import CorrectVote
from facilitator.opening import open_session
from facilitator.record import matters
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import rebuild, verify
from facilitator.rules.tally import Choice
from facilitator.session import Session
from tests.followup.walk import deed
from tests.stories.months import COUNCIL, FORUM, SAMPLES, SECOND, play_line, played

TABLES = ("followup", "followup_entry", "followup_file", "decision_link", "call", "intake")
LATE = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample months, played and closed; nobody writes in it."""
    archive = tmp_path_factory.mktemp("months") / "a.facilitator"
    played(archive).close()
    return archive


@pytest.fixture
def session(staged: Path, tmp_path: Path) -> Iterator[Session]:
    """A copy of it, open."""
    copy = tmp_path / "a.facilitator"
    shutil.copyfile(staged, copy)
    opened = open_session(str(copy))
    yield opened
    opened.close()


def iso(day: Any) -> str | None:
    return None if day is None else day.isoformat()


def the_standing(session: Session, case: Following) -> dict[str, Any]:
    """The row of a matter, made from its meeting and its stream alone; `implementer` is left out."""
    matter, stands = case.matter, standing_of(case.matter, case)
    events = [one.event for one in case.standing()]
    posted = [e for e in events if isinstance(e, Posted) and e.what is Notice.RESOLUTION]
    outcome = [e for e in events if isinstance(e, Posted) and e.what is Notice.OUTCOME]
    objections = {e.entry for e in events if isinstance(e, Objected)}
    answered = {e.objection for e in events if isinstance(e, ObjectionAnswered)}
    return {
        "title": matter.title,
        "stands": int(matter.stands and not matter.repealed),
        "due": iso(stands.due),
        "progress": stands.progress,
        "progress_on": iso(stands.progress_on),
        "view": stands.view,
        "view_on": iso(stands.view_on),
        "review_on": iso(stands.review_on),
        "next_day": iso(stands.next_day()),
        "granted_fen": stands.granted_fen,
        "paid_fen": stands.paid_fen,
        "posted_from": iso(posted[-1].begins) if posted else None,
        "posted_until": iso(posted[-1].until) if posted else None,
        "outcome_posted": iso(outcome[-1].begins) if outcome else None,
        "objections": len(objections),
        "objections_open": len(objections - answered),
    }


def check_matter(session: Session, stream: str) -> None:
    """The rows of one matter are what its stream says."""
    case = session.history(stream)
    assert isinstance(case, Following)
    name = stream.removeprefix("followup/")
    meeting, _, matter = name.partition("/")
    wanted = the_standing(session, case)
    columns = ", ".join(wanted)
    (row,) = session.record.ask(
        f"SELECT {columns} FROM followup WHERE meeting = ? AND matter = ?", meeting, matter
    )
    assert dict(zip(wanted, row, strict=True)) == wanted

    def rows(columns: str, table: str) -> list[tuple[Any, ...]]:
        return session.record.ask(
            f"SELECT {columns} FROM {table} WHERE meeting = ? AND matter = ? ORDER BY 1, 2",
            meeting,
            matter,
        )

    entries = [one for one in case.chronicle if isinstance(one.event, Entry)]
    assert rows("version, entry, struck", "followup_entry") == [
        (one.version, one.event.entry, case.struck.get(one.event.entry))  # pyright: ignore
        for one in entries
    ]
    files = rows("entry, hash, dropped", "followup_file")
    kept = {content for _, content, dropped in files if not dropped}
    assert kept == set(case.file_names())
    links = session.record.ask(
        "SELECT entry, kinship, to_meeting, to_number FROM decision_link"
        " WHERE meeting = ? AND CAST(number AS TEXT) = ? ORDER BY 1",
        meeting,
        matter,
    )
    found = [one.event for one in case.standing() if isinstance(one.event, Linked)]
    assert links == sorted((e.entry, e.kinship.value, e.to_meeting, e.to_decision) for e in found)
    _, number, group = matter_of(stream)
    known = matters.following(session.record.ask, meeting, number, group)
    assert standing_of(case.matter, known) == standing_of(case.matter, case)


def check_call(session: Session, stream: str) -> None:
    """The row of one call is what its stream says."""
    case = session.history(stream)
    assert isinstance(case, Call)

    def at(one: Recorded | None) -> str | None:
        return one.at.isoformat() if one else None

    settled = case.assessed.event.settled.value if case.assessed else None  # pyright: ignore
    assert session.record.ask(
        "SELECT made_at, received_at, arrived_at, settled, assessed_at, withdrawn FROM call WHERE call = ?",
        stream.removeprefix("call/"),
    ) == [
        (
            iso(case.at),
            at(case.received),
            at(case.arrived),
            settled,
            at(case.assessed),
            case.withdrawn or None,
        )
    ]


def check_intake(session: Session, stream: str) -> None:
    """The row of one matter from outside is what its stream says."""
    case = session.history(stream)
    assert isinstance(case, Intake)
    how = None
    if case.settled:
        how = "answered" if isinstance(case.settled.event, MatterAnswered) else "referred"
    assert session.record.ask(
        "SELECT title, settled, settled_at FROM intake WHERE intake = ?",
        stream.removeprefix("intake/"),
    ) == [(case.matter.title, how, case.settled.at.isoformat() if case.settled else None)]


CHECKS = {"followup": check_matter, "call": check_call, "intake": check_intake}


def test_the_rows_are_the_state_after_every_event(tmp_path: Path) -> None:
    """Line by line through the sample months, each history and its rows say the same."""
    session = played(tmp_path / "a.facilitator", "evening", "forum")
    seen: set[str] = set()
    session.subscribe(lambda change: seen.add(change.stream))
    with session.record.together():
        for line in (SAMPLES / "followup.jsonl").read_bytes().splitlines():
            before = set(seen)
            seen.clear()
            assert play_line(session, line) == ""
            for stream in seen:
                if check := CHECKS.get(stream.partition("/")[0]):
                    check(session, stream)
            seen |= before
    assert {stream.partition("/")[0] for stream in seen} >= set(CHECKS)
    session.close()


def everything(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the registers of what came after meetings."""
    return {
        table: sorted(session.record.ask(f"SELECT * FROM {table}"), key=repr) for table in TABLES
    }


def picture(digit: str) -> Attached:
    """A photo with a content of its own."""
    return attach(digit.encode() * 500, f"{digit}.jpg")


PICTURES = {picture(digit).hash: digit.encode() * 500 for digit in "abcdef"}


def contents(command: Command) -> dict[str, bytes]:
    """What a command attaches, as a door would give it."""
    return {one.hash: PICTURES[one.hash] for one in getattr(command, "attached", ())}


@pytest.mark.parametrize("about", [{"decision": 3}, {"group": "g6"}], ids=["decision", "group"])
def test_whatever_a_clerk_does_the_rows_follow(session: Session, about: dict[str, Any]) -> None:
    """A hundred and fifty deeds; after each, rows and stream say the same, and refilled they are the same."""
    rnd = Random(len(about))
    named = {"meeting": SECOND if "decision" in about else FORUM, **about}
    stream = StrikeEntry(**named, entry="x", reason="x").stream
    to = {"to_meeting": COUNCIL, "to_decision": 2}
    done = 0
    for n in range(150):
        command = deed(rnd, named, date(2027, 2, 26), to, picture)
        at = LATE + timedelta(minutes=n)
        try:
            session.do(command, at=at, files=contents(command))
        except RuleViolation:
            continue
        done += 1
        check_matter(session, stream)
        check_matter(session, f"followup/{COUNCIL}/2")
    assert done > 20
    before = everything(session)
    path = session.path
    session.close()
    rebuild(path, KINDS, REGISTERS)
    with closing(open_session(str(path))) as again:
        assert everything(again) == before
        check_matter(again, stream)
    assert verify(path, KINDS, registers=REGISTERS).sound


def test_the_head_of_a_group_is_not_copied(session: Session) -> None:
    """Whoever leads a group is looked up when it is asked for, so that an erasure reaches them here."""
    rows = session.record.ask("SELECT action, implementer FROM followup WHERE action != ''")
    assert dict(rows) == {**dict.fromkeys(("g1", "g2", "g3", "g4", "g5"), ""), "g6": "罗春生"}
    (lead,) = [row for row in aftermath.followups(session) if row.group == "g1"]
    assert (lead.implementer, lead.lead_name) == ("", "周建国")


def test_an_objector_who_is_erased_is_found_nowhere(session: Session) -> None:
    """Neither name nor address is left in any byte of the file; the objection stays."""
    about = {"meeting": COUNCIL, "decision": 1}
    person = Person(name="钱阿姨", phone="13811110000")
    said = Object(**about, entry="x1", posting="e1", text="太亮了。", person=person)
    session.do(said, at=LATE)
    assert b"13811110000" in whole(session)
    for entry in ("e2", "x1"):
        session.do(EraseObjector(**about, objection=entry, reason="本人要求"), at=LATE)
    path = session.path
    session.close()
    for trace in ("唐秀珍", "钱阿姨", "13811110000"):
        assert trace.encode() not in path.read_bytes()
    assert "太亮了。".encode() in path.read_bytes()
    with closing(open_session(str(path))) as again:
        case = again.following(COUNCIL, 1)
        assert case.entry("x1").event.person is None  # pyright: ignore
    assert verify(path, KINDS, registers=REGISTERS).sound


def whole(session: Session) -> bytes:
    """Every byte of the archive, and of what the database keeps beside it."""
    beside = session.path.with_name(session.path.name + "-wal")
    return session.path.read_bytes() + (beside.read_bytes() if beside.exists() else b"")


def test_a_sender_who_is_erased_is_found_nowhere(session: Session) -> None:
    """Whoever brought a matter leaves no trace; the matter and its answer stay."""
    assert "袁先生".encode() in whole(session)
    session.do(EraseSender(intake="qyl-2026-12-14", reason="本人要求"), at=LATE)
    path = session.path
    session.close()
    for trace in ("袁先生", "13800000071"):
        assert trace.encode() not in path.read_bytes()
    with closing(open_session(str(path))) as again:
        assert [row.intake for row in aftermath.intakes(again, body="qingyuanli")] == [
            "qyl-2026-12-14"
        ]
    assert verify(path, KINDS, registers=REGISTERS).sound


def test_a_link_of_an_annulled_decision_does_nothing(session: Session) -> None:
    """The link stays readable and is said to do nothing; the earlier decision is as it was."""
    assert [row.stands for row in aftermath.links(session, COUNCIL, 1)] == [True]
    session.do(ReopenMeeting(meeting=SECOND, reason="两票录错"), at=LATE)
    for member in ("wang-jianjun", "wu-dequan"):
        session.do(
            CorrectVote(
                meeting=SECOND, poll="p1", member=member, choice=Choice.AGAINST, reason="录错"
            ),
            at=LATE,
        )
    (into,) = aftermath.links(session, COUNCIL, 1)
    assert (into.kinship, into.out, into.stands) == (Kinship.AMENDS, False, False)
    (out,) = aftermath.links(session, SECOND, 3)
    assert (out.out, out.meeting, out.number, out.stands) == (True, COUNCIL, 1, False)
    row = aftermath.followup(session, SECOND, "3")
    assert row is not None
    assert "3" not in {row.matter for row in aftermath.followups(session, body="songbaigang")}
    with pytest.raises(RuleViolation, match="matter-gone"):
        session.do(
            ReportBack(meeting=SECOND, decision=3, entry="z", progress=Progress.DONE), at=LATE
        )


def test_a_group_that_is_dissolved_leaves_the_list(session: Session) -> None:
    """It can still be asked for by name."""
    session.do(ReopenMeeting(meeting=FORUM, reason="小组解散"), at=LATE)
    session.do(DissolveGroup(meeting=FORUM, group="g5", reason="停办"), at=LATE)
    assert "group/g5" not in {row.matter for row in aftermath.followups(session)}
    assert aftermath.followup(session, FORUM, "group/g5") is not None


def test_what_waits_and_what_is_overdue(session: Session) -> None:
    """Overdue longest first; done and given up wait for nothing, a look that is planned does."""
    day = date(2027, 4, 20)
    rows = aftermath.followups(session, waiting=True)
    late = [(row.title, row.overdue(day)) for row in rows if row.overdue(day)]
    assert late == [
        ("电梯对话小组", 136),
        ("花园认养小组", 51),
        ("每季度办一次开放空间", 24),
        ("充电棚小组", 20),
    ]
    assert aftermath.counts(session, day) == {
        "in-progress": 4,
        "not-started": 1,
        "on-hold": 1,
        "done": 3,
        "abandoned": 1,
        "all": 10,
        "overdue": 4,
    }
    assert aftermath.counts(session, day, "songbaigang")["overdue"] == 0
    assert {row.title for row in aftermath.followups(session)} - {row.title for row in rows} == {
        "北巷私装车位桩拆除试行",
        "放学后一小时小组",
        "常去看看小组",
        "停车登记小组",
    }
    assert [row.title for row in aftermath.followups(session, limit=1, offset=1)] == [
        "花园认养小组"
    ]


def test_calls_and_intakes_are_listed_newest_first(session: Session) -> None:
    """Those alone that still wait, where that is asked."""
    assert [row.call for row in aftermath.calls(session)] == ["qyl-2027-03-03", "sbg-2027-01-18"]
    assert aftermath.calls(session, running=True) == []
    assert [row.settled for row in aftermath.calls(session, body="songbaigang")] == ["yes"]
    session.do(
        CallDepartment(call="c9", body="songbaigang", department="城管办", matter="树倒了"), at=LATE
    )
    assert [row.call for row in aftermath.calls(session, running=True)] == ["c9"]
    session.do(WithdrawCall(call="c9", reason="打错了"), at=LATE)
    assert aftermath.calls(session, running=True) == []
    assert [row.intake for row in aftermath.intakes(session, waiting=True)] == ["sbg-2027-03-16"]
    (canteen,) = [row for row in aftermath.intakes(session) if row.intake == "sbg-2027-02-03"]
    assert (canteen.on_agenda, canteen.settled) == (SECOND, "answered")


def test_a_matter_from_outside_is_reopened(session: Session) -> None:
    """Then it waits again, as if it had not been answered."""
    session.do(ReopenMatter(intake="qyl-2026-12-14", reason="又吵了"), at=LATE)
    check_intake(session, "intake/qyl-2026-12-14")
    assert len(aftermath.intakes(session, waiting=True)) == 2
    session.do(ReferMatter(intake="qyl-2026-12-14", to="派出所", reason="深夜扰民"), at=LATE)
    (row,) = aftermath.intakes(session, body="qingyuanli")
    assert (row.settled, row.settled_to) == ("referred", "派出所")


def test_a_dropped_photo_is_gone_from_the_file(session: Session) -> None:
    """Its bytes are in the archive once until no entry has it; its name and hash stay readable."""
    photo = (SAMPLES / "files" / "north-lane.png").read_bytes()
    hash_ = attach(photo, "x").hash
    about = {"meeting": COUNCIL, "decision": 2}
    assert session.record.file(hash_) == photo
    session.do(DropFile(**about, hash=hash_, reason="拍到了人脸"), at=LATE)
    check_matter(session, "followup/sbg-2026-11-27/2")
    assert session.record.file(hash_) is None
    rows = session.record.ask("SELECT name, dropped FROM followup_file WHERE hash = ?", hash_)
    assert set(rows) == {("north-lane.png", "拍到了人脸")}
