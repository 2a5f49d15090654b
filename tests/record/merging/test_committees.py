"""The archives of a subdistrict's 23 committees: merged in any order they are as if written in one."""

from __future__ import annotations

import random
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.acts import RuleViolation, Trouble
from facilitator.bodies.membership import ErasePerson, VacateSeat
from facilitator.demo.many.years import FORUMS, LAST, Meeting, write
from facilitator.followup.carrying import HandOver
from facilitator.meeting.forum.groups import FormGroup
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.opening import Onlooker, open_session
from facilitator.record import journal
from facilitator.record.archive import Record
from facilitator.record.merging.plan import Numbered, State
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify
from facilitator.session import Change, Session
from tests.record.merging.laptops import registers, rows, twin

COMMITTEES = 23
TABLES = {table.name: table.key for table in REGISTERS.schema}


def evenings(council: int) -> list[Meeting]:
    """Two evenings and a forum of one committee, with what comes in between."""
    days = [LAST - timedelta(days=300 - 90 * n) for n in range(3)]
    return [Meeting(council, n, day) for n, day in zip((0, FORUMS - 1, 40), days, strict=True)]


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """An archive of each committee; one for many would be made by no other commands."""
    folder = tmp_path_factory.mktemp("subdistrict")
    paths = [folder / f"committee{n}" for n in range(COMMITTEES)]
    for number, path in enumerate(paths):
        write(path, evenings(number))
    return paths


@pytest.fixture(scope="module")
def one(archives: list[Path]) -> Path:
    """One archive into which the same events were written, act by act in the order of their times."""
    acts, salts = [], {}
    for path in archives:
        with open_session(str(path)).record as record:
            for head in record.streams():
                for row in journal.rows_of(record._db, head.stream):
                    files = {name: record.file(name) for name in record._recorded(row).event.files}
                    acts.append(
                        (row.time, row.stream, row.version, row, record._recorded(row).event, files)
                    )
    path = archives[0].with_name("one")
    record = Record.open(
        path, KINDS, registers=REGISTERS, create=True, entropy=lambda _: salts["next"]
    )
    with record, record.together():
        for at, stream, version, row, event, files in sorted(acts, key=lambda act: act[:3]):
            salts["next"] = row.salt
            record.append(stream, [event], after=version - 1, at=at, actor=row.actor, files=files)
    return path


def everything(session: Session) -> tuple[object, object, object]:
    """Journal, registers and contents."""
    ask = session.record.ask("SELECT hash, body FROM file ORDER BY hash")
    return rows(session.record), registers(session.record, TABLES), ask


@pytest.mark.parametrize("seed", range(2))
def test_23_archives_in_any_order_equal_one(
    archives: list[Path], one: Path, tmp_path: Path, seed: int
) -> None:
    """Byte for byte in every register by key and in the journal by stream; a refill changes nothing."""
    order = random.Random(seed).sample(archives, COMMITTEES)
    with (
        closing(open_session(str(one))) as whole,
        closing(open_session(str(tmp_path / "all"), create=True)) as ours,
    ):
        for path in order:
            ours.take_in(ours.survey(path))
        merged = everything(ours)
        assert merged == everything(whole)
        ours.record.refill()
        assert everything(ours) == merged
        assert len(merged[0]) > 4000
        assert {"followup", "call", "body", "meeting"} <= {
            str(row[0]).partition("/")[0] for row in merged[0]
        }
    if not seed:
        assert verify(tmp_path / "all", KINDS, registers=REGISTERS).sound


def test_the_order_of_histories_does_not_matter(one: Path, tmp_path: Path) -> None:
    """No register looks at another history so that it would matter which came first: here the last does."""
    with closing(open_session(str(one))) as whole:
        names = sorted((head.stream for head in whole.record.streams()), reverse=True)
        backwards = (row for name in names for row in journal.rows_of(whole.record._db, name))
        with Record.open(tmp_path / "all", KINDS, registers=REGISTERS, create=True) as target:
            target.absorb(backwards, whole.record.file)
            assert registers(target, TABLES) == everything(whole)[1]


@pytest.fixture
def ours(archives: list[Path], tmp_path: Path) -> Path:
    """A committee's archive, to be written to."""
    archives = [path for path in archives if path.name == "committee0"]
    copy = tmp_path / "ours"
    copy.write_bytes(archives[0].read_bytes())
    return copy


def forum_of(session: Session) -> str:
    """The forum in it."""
    rows = session.record.ask("SELECT meeting FROM meeting WHERE format = 'open_space'")
    return str(rows[0][0])


def somebody(session: Session, forum: str) -> str:
    """A member who leads no group yet: erasing them adds nothing to the forum's history."""
    one = session.meeting(forum)
    leads = {group.lead for group in one.groups.all.values()}
    return next(held.member for held in one.council.seats if held.member not in leads)


def test_everybody_is_told_once(archives: list[Path], ours: Path) -> None:
    """Of a change without command, stream and events that concerns everything; all is read anew."""
    heard: list[Change] = []
    with closing(open_session(str(ours))) as session:
        with pytest.raises(RuleViolation):
            session.body(archives[1].name)
        session.subscribe(heard.append)
        session.take_in(session.survey(archives[1]))
        (told,) = heard
        assert (told.command, told.stream, told.events, told.everything) == (None, "", (), True)
        assert len(session.record.ask("SELECT body FROM body")) == 2


def test_a_refused_merge_is_told_to_nobody(archives: list[Path], ours: Path) -> None:
    """And the session goes on with what was there."""
    heard: list[Change] = []
    with closing(open_session(str(ours))) as session:
        plan = session.survey(archives[1])
        session.take_in(plan)
        session.subscribe(heard.append)
        with pytest.raises(Trouble, match="stale"):
            session.take_in(plan)
        assert not heard
        assert session.meeting(forum_of(session)).convened


def test_whoever_is_erased_here_is_reached_by_no_group_that_comes(ours: Path) -> None:
    """A telephone number in a meeting that was held at the other laptop does not bring them back."""
    other = twin(ours, "theirs")
    with closing(open_session(str(other))) as theirs:
        forum = forum_of(theirs)
        lead = somebody(theirs, forum)
        theirs.do(ReopenMeeting(meeting=forum, reason="补记"))
        group = {
            "title": "停车小组",
            "lead": lead,
            "first_step": "先数车",
            "contact": "13900009999",
            "consent": True,
        }
        theirs.do(FormGroup(meeting=forum, group="g9", **group))
    with closing(open_session(str(ours))) as session:
        body = session.meeting(forum).council.body
        session.do(VacateSeat(body=body, member=lead, reason="迁出"))
        session.do(ErasePerson(body=body, member=lead, reason="本人要求"))
        plan = session.survey(other)
        assert [line.state for line in plan.taken] == [State.AHEAD]
        session.take_in(plan)
        assert not session.meeting(forum).groups.all["g9"].contact
        assert not session.record.traces_left
    assert b"13900009999" not in ours.read_bytes()
    assert verify(ours, KINDS, registers=REGISTERS).sound


def test_whoever_is_erased_there_is_reached_by_no_group_here(ours: Path) -> None:
    """The other way round: the erasure comes, and the meeting with the number was held here."""
    other = twin(ours, "theirs")
    with closing(open_session(str(ours))) as session:
        forum = forum_of(session)
        lead = somebody(session, forum)
        session.do(ReopenMeeting(meeting=forum, reason="补记"))
        group = {
            "title": "停车小组",
            "lead": lead,
            "first_step": "先数车",
            "contact": "13900009999",
            "consent": True,
        }
        session.do(FormGroup(meeting=forum, group="g9", **group))
        body = session.meeting(forum).council.body
    with closing(open_session(str(other))) as theirs:
        theirs.do(VacateSeat(body=body, member=lead, reason="迁出"))
        theirs.do(ErasePerson(body=body, member=lead, reason="本人要求"))
    with closing(open_session(str(ours))) as session:
        session.take_in(session.survey(other))
        assert not session.meeting(forum).groups.all["g9"].contact
        assert session.body(body).people[lead] is None
    assert b"13900009999" not in ours.read_bytes()
    assert verify(ours, KINDS, registers=REGISTERS).sound


def test_who_was_handed_a_group_is_kept_by_name_whatever_is_erased(ours: Path) -> None:
    """Handing over names somebody; that whoever leads the group bears the same name decides nothing."""
    with closing(open_session(str(ours))) as session:
        forum = forum_of(session)
        one = session.meeting(forum)
        group = next(iter(one.groups.going()))
        name = session.names(one)[group.lead]
        about = {"meeting": forum, "group": group.id}
        session.do(HandOver(**about, entry="h1", implementer="物业", reason="人手不够"))
        session.do(HandOver(**about, entry="h2", implementer=name, reason="还是自己来"))
        body = one.council.body
        session.do(VacateSeat(body=body, member=group.lead, reason="迁出"))
        session.do(ErasePerson(body=body, member=group.lead, reason="本人要求"))
    assert verify(ours, KINDS, registers=REGISTERS).sound


def test_numbers_that_two_laptops_have_given_are_shown_and_kept(
    archives: list[Path], tmp_path: Path
) -> None:
    """Two meetings of one body with one running number, two decisions with one number."""
    first, second = tmp_path / "first", tmp_path / "second"
    begun = evenings(0)[:1]
    write(first, [*begun, Meeting(0, 1, LAST - timedelta(days=200))])
    write(second, [*begun, Meeting(0, 1, LAST - timedelta(days=190))])
    with closing(open_session(str(first))) as session:
        plan = session.survey(second)
        told = {(double.number.what, double.number.number) for double in plan.doubles}
        assert (Numbered.MEETING, 2) in told
        made = session.record.ask("SELECT count(*) FROM decision")
        session.take_in(plan)
        for double in plan.doubles:
            assert all(session.record.head(name).version for name in (*double.ours, *double.theirs))
        assert session.record.ask("SELECT count(*) FROM decision") >= made
        twice = session.record.ask(
            "SELECT 1 FROM decision GROUP BY body, term, number HAVING count(*) > 1"
        )
        assert len(twice) == sum(one.number.what is Numbered.DECISION for one in plan.doubles)


def test_a_history_that_makes_no_sense_stays_out(archives: list[Path], ours: Path) -> None:
    """A right chain under a wrong name, or without its beginning, is no meeting, body or follow-up."""
    other = ours.with_name("theirs")
    with Record.open(other, KINDS, registers=REGISTERS, create=True) as record:
        record._registers = type(REGISTERS)()
        with open_session(str(archives[1])).record as honest:
            body, meeting = (
                [one.event for one in honest.read(next(h.stream for h in honest.streams(kind)))]
                for kind in ("body/", "meeting/")
            )
            at = honest.streams()[0].at
        for stream, events in {
            "body/x": meeting[:3],
            "meeting/y": body,
            "meeting/z": meeting[1:],
            "x/y": body,
            "body/..": body,
            "body/a/b": body,
            "followup/m/007": body,
            "meeting/twice": [*meeting, meeting[0]],
        }.items():
            record.append(stream, events, after=0, at=at, actor="s")
    with closing(open_session(str(ours))) as session:
        plan = session.survey(other)
        assert not plan.taken
        assert {line.findings[0].code for line in plan.left_out if line.findings} == {"no-sense"}


def test_an_onlooker_takes_nothing_in(archives: list[Path], ours: Path) -> None:
    """Whoever only looks may look at what would come, too."""
    with closing(Onlooker(ours)) as session:
        plan = session.survey(archives[1])
        assert plan.events
        with pytest.raises(RuleViolation, match="only-looking"):
            session.take_in(plan)
