"""Checking an archive that is open: the answer of `facilitator verify`, without closing it."""

import json
from datetime import datetime

from facilitator.followup.calls import CallDepartment
from facilitator.followup.intake import ReceiveMatter, Source
from facilitator.meeting.lifecycle import Recess
from facilitator.opening import Onlooker
from facilitator.rounds.round import OpenRound
from facilitator.safekeeping import checking
from facilitator.safekeeping.after import NOTHING
from facilitator.safekeeping.taking import Step
from facilitator.words.soundness import in_fours
from tests.cli.terminal import run
from tests.safekeeping.test_backing import pages_of, spoil

MEETING = "meeting/sbg-2026-11-27"
LATER = datetime.fromisoformat("2026-11-27T20:10:00+08:00")


def spaceless(text):
    """The words without the air that screens give them."""
    return "".join(text.split())


def checked(session, code):
    """What the desk is told."""
    raw = checking.taking(session).run()
    steps = []
    answer = checking.check_copy(raw, code, "zh", lambda step, _done, _of: steps.append(step))
    assert steps == [Step.VERIFYING]
    assert not raw.path.exists()
    return answer


def test_it_is_what_the_command_line_answers(session, archive):
    """With a code and without one, word for word; nothing is left of the copy."""
    code = in_fours(session.head(MEETING)[1])
    found = [checked(session, one) for one in (code, "", "ea50" * 8)]
    session.close()
    for one, answer in zip((code, "", "ea50" * 8), found, strict=True):
        told = json.loads(run("verify", archive, "--json", *(["--paper", one] if one else [])).out)
        del told["sound"]
        assert json.loads(json.dumps(answer.report)) == told


def test_what_is_only_looked_at_is_examined_where_it_lies(archive):
    """A copy to look at may be a damaged or a published one: what is asked about is the file itself."""
    looking = Onlooker(archive)
    try:
        assert checking.taking(looking) is None
        assert not checking.check(archive, "", "zh").report["findings"]
    finally:
        looking.close()


def test_what_was_recorded_after_the_paper_is_told_and_every_history_has_its_name(session):
    """Read from the copy, so that no window waits for the lists: bodies, meetings, calls, matters, rounds."""
    code = in_fours(session.head(MEETING)[1])
    session.do(CallDepartment(call="c", body="songbaigang", department="城管办", matter="水往外冒"))
    matter = {"source": Source.HOTLINE, "title": "夜里装修", "text": "睡不着"}
    session.do(ReceiveMatter(intake="i", body="songbaigang", **matter))
    session.do(OpenRound(round="r", body="songbaigang", title="二〇二七年的项目", sample=True))
    session.do(Recess(meeting="sbg-2026-11-27"), at=LATER)
    told = checked(session, code).told
    assert "松柏岗社区共治议事会2026年11月27日的会议" in spaceless(told.paper)
    assert list(map(spaceless, told.acts)) == ["在它之后记录的：", "2026年11月27日20:10休会。"]
    assert {one: spaceless(name) for one, name in told.names.items()} == {
        "body/songbaigang": "松柏岗社区共治议事会：成员和章程",
        "call/c": "呼叫部门：水往外冒",
        "intake/i": "收到的事项：夜里装修",
        MEETING: "松柏岗社区共治议事会2026年11月27日的会议",
        "round/r": "项目轮次：二〇二七年的项目",
    }


def test_a_damaged_history_is_named_by_the_lists(session, archive):
    """It is the one that somebody looks for; an archive that cannot be opened names nothing."""
    session.close()
    spoil(archive, pages_of(archive, "journal")[1])
    looking = Onlooker(archive)
    try:
        answer = checking.check(archive, "", "zh")
    finally:
        looking.close()
    damaged = {one["stream"] for one in answer.report["findings"]}
    assert MEETING in damaged
    assert "松柏岗社区共治议事会" in answer.told.names[MEETING]
    archive.write_bytes(archive.read_bytes()[:8192])
    assert checking.check(archive, "", "zh").told == NOTHING
