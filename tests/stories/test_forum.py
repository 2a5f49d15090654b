"""The sample forum played by script: a hundred and ten people, twenty-eight topics, three rounds, one day."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.meeting import Meeting
from facilitator.meeting.forum.clashes import clashes
from facilitator.meeting.forum.convergence import ranking
from facilitator.meeting.forum.reports import missing
from facilitator.meeting.forum.rounds import people_here
from facilitator.meeting.forum.theme import Hosting
from facilitator.meeting.forum.wall import TopicState
from facilitator.meeting.notes import NoteKind
from facilitator.opening import open_session
from facilitator.places import resources
from facilitator.session import Session
from facilitator.words.lines import Lines
from facilitator.words.progress import progress_line
from tests.cli.terminal import Answer, run

FORUM = "qyl-2026-11-21"
SCRIPT = resources() / "demo" / "forum.jsonl"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Answer]:
    """The archive after the day, and what `play` answered."""
    archive = tmp_path_factory.mktemp("forum") / "forum.facilitator"
    answer = run("play", SCRIPT, "--archive", archive, "--keep-going", lang="zh")
    return archive, answer


@pytest.fixture(scope="module")
def session(played: tuple[Path, Answer]) -> Iterator[Session]:
    """A copy of the archive, opened."""
    copy = played[0].with_name("copy.facilitator")
    shutil.copyfile(played[0], copy)
    opened = open_session(str(copy))
    with opened.record:
        yield opened


@pytest.fixture(scope="module")
def forum(session: Session) -> Meeting:
    """The day as it ended."""
    return session.meeting(FORUM)


def told(session: Session, lang: str = "zh") -> list[str]:
    one = session.meeting(FORUM)
    lines = Lines(one, lang, session.name_of)
    return [lines.told(entry.recorded) for entry in one.chronicle]


def test_two_lines_are_refused_and_say_why(played: tuple[Path, Answer]) -> None:
    """A merge that one convener did not want, and a number of people that cannot be."""
    refused = [row for row in played[1].rows if not row["accepted"]]
    assert [row["sentence"] for row in refused] == [
        "还没有同意：刘凤霞。召集人没有全部同意，议题09、25保持原样。请当面问一问，或各谈各的。",
        "已写明5人的姓名，总人数不会是1人。请核对人数；没有数过就填0。",
    ]


def test_every_topic_that_was_posted_is_still_there(forum: Meeting) -> None:
    """Twenty-eight were posted: one goes on as part of another, two were not held, none is lost."""
    topics = forum.wall.topics.values()
    assert [topic.number for topic in topics] == list(range(1, 29))
    assert Counter(topic.state for topic in topics) == {
        TopicState.OPEN: 25,
        TopicState.NOT_HELD: 2,
        TopicState.MERGED: 1,
    }
    assert forum.wall.topic("t24").into == "t21"
    assert forum.wall.topic("t21").conveners == ("jiang-haiyan", "xu-lihua")


def test_clashes_were_settled_by_people(forum: Meeting) -> None:
    """Nobody convenes two topics at once in the end, and every group has room."""
    assert forum.wall.topic("t17").conveners == ("luo-chunsheng",)
    assert clashes(forum) == []


def test_nobody_is_counted_twice_in_a_round(forum: Meeting) -> None:
    """The groups of a round never hold more than are there; the rest are butterflies."""
    places = forum.matrix.places
    rounds = forum.rounds
    sums = [sum(rounds.heads_in(slot, p) or 0 for p in places) for slot in forum.matrix.slots]
    assert sums == [104, 102, 93]
    assert [count.heads for count in rounds.total] == [110, 106]
    assert people_here(forum) == 106


def test_every_group_that_met_has_its_report(forum: Meeting) -> None:
    """Twenty-five hang, one of them blank, one corrected, two added to; none is missing."""
    reports = forum.reports.all
    assert len(reports) == 25
    assert missing(forum) == []
    assert [one.topic for one in reports.values() if one.sheet.blank] == ["t12"]
    assert [one.topic for one in reports.values() if one.changes] == ["t05"]
    assert {one.topic: len(one.additions) for one in reports.values() if one.additions} == {
        "t02": 1,
        "t13": 1,
    }


def test_who_is_named_in_a_report_was_there_and_in_one_group_only(forum: Meeting) -> None:
    """Of the groups of one round nobody is in two; a topic that met twice counts for its first round."""
    first = {topic.id: topic.spots[0].slot for topic in forum.wall.on_wall()}
    seen: Counter[tuple[str, str]] = Counter()
    for name, report in forum.reports.all.items():
        seen.update((first[name], person) for person in report.sheet.participants)
        assert len(report.sheet.participants) <= report.sheet.heads
    assert [who for who, times in seen.items() if times > 1] == []


def test_dots_that_do_not_add_up_are_kept_and_said(session: Session, forum: Meeting) -> None:
    """Four of five hundred and thirty are missing; nothing is bent, and a line says so."""
    focus = forum.convergence
    assert (focus.counted, focus.expected, focus.fits) == (526, 530, False)
    assert "贴点清点完毕，共526点；应有530点，少4点，照数出来的记。" in told(session)
    assert [(one.topic.number, one.dots) for one in ranking(forum)[:3]] == [
        (3, 58),
        (1, 52),
        (5, 47),
    ]
    assert len(focus.clusters) == 5
    assert all(cluster.initiator for cluster in focus.clusters.values())


def test_action_groups_have_a_first_step_and_a_day(forum: Meeting) -> None:
    """Six go on; of one no contact is kept, for nobody agreed to it."""
    groups = forum.groups.going()
    assert len(groups) == 6
    assert all(group.first_step and group.due for group in groups)
    assert [group.id for group in groups if not group.contact] == ["g5"]


def test_the_host_was_guiding_and_each_time_is_noted(forum: Meeting) -> None:
    """Interventions are a kind of their own, apart from what residents said."""
    kinds = Counter(note.kind for note in forum.notes.lines.values())
    assert forum.theme.hosting is Hosting.GUIDING
    assert kinds[NoteKind.HOST] == 6
    speakers = {n.speaker for n in forum.notes.lines.values() if n.kind is NoteKind.STATEMENT}
    assert "fang-min" not in speakers


def test_representatives_vote_at_the_end(forum: Meeting) -> None:
    """As the practice in Haishu has it: a show of hands of all hundred and six who are still there."""
    outcome = forum.polls.all["p1"].outcome
    assert outcome is not None
    tally = outcome.tally
    assert (tally.in_favour, tally.against, tally.abstained) == (97, 3, 6)
    assert sorted(forum.decisions.all) == [1]
    assert forum.life.closed is not None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_event_of_the_day_is_told(session: Session, lang: str) -> None:
    """The whole record on the screen has a line for each event, and none has a gap or a contact in it."""
    lines = told(session, lang)
    assert len(lines) == session.meeting(FORUM).version
    assert not any("…" in line or "138 0000" in line for line in lines)


def test_whoever_plays_a_script_hears_of_its_turns(forum: Meeting) -> None:
    """`play --tell` says which number a topic got, how a round went and whether the dots add up."""
    events = [entry.recorded.event for entry in forum.chronicle]
    said = [line for event in events if (line := progress_line(forum, event, "zh"))]
    for line in ("04“花园养护谁来接手”", "第1场结束。清点人数：全场104人。", "第3场开始。"):
        assert line in said
    assert any("少4点" in line for line in said)


def test_the_archive_is_sound_and_lists_the_forum(played: tuple[Path, Answer]) -> None:
    """Its chain holds, its tables are what its history makes of them, and the command line knows the day."""
    archive = played[0]
    assert run("verify", archive).code == 0
    shown = run("show", FORUM, "--archive", archive, lang="zh")
    assert shown.code == 0, shown.err


def test_the_script_is_in_the_order_of_time() -> None:
    """Whoever copies from it can read it as the day went; every line is by the secretary."""
    lines = [json.loads(line) for line in SCRIPT.read_bytes().splitlines()]
    times = [line["at"] for line in lines]
    assert times == sorted(times)
    assert {line["by"] for line in lines} == {"陈雨桐"}
