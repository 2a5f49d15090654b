"""Session reports: posted once, corrected with a reason, added to, and missing."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from facilitator.meeting.forum.placing import ParkTopic, SecondSlot
from facilitator.meeting.forum.reports import (
    AddToReport,
    CorrectReport,
    NameRecorder,
    NextStep,
    PostReport,
    ReportText,
    Sheet,
    missing,
)
from facilitator.meeting.forum.rounds import EndRound, StartRound
from facilitator.meeting.forum.topics import NotHeld, WithdrawTopic
from tests.meeting.forum.forum import GUEST, Forum


def at_rounds(*names: str) -> Forum:
    forum = Forum()
    for name in names:
        forum.topic(name)
    forum.to("rounds")
    return forum


def test_a_report_holds_what_the_form_holds() -> None:
    """Text is trimmed and otherwise kept as typed, markup too; its place counts from 1."""
    forum = at_rounds("a", "b")
    text = ReportText(
        points=(" <i>Ten</i> cars, one gate. ", "Nobody counts."),
        next_steps=(NextStep(" h2 ", "Count.", date(2026, 12, 1)), NextStep("", "Ask.")),
        recommendations="None.\nReally.",
        resources=" ",
        requests="A key.",
    )
    forum.send(PostReport, topic="b")
    forum.send(PostReport, topic="a", recorder="h4", participants=("h2", GUEST), heads=5, text=text)
    report = forum.meeting.reports.all["a"]
    assert (report.place, report.sheet.recorder, report.sheet.heads) == (2, "h4", 5)
    assert report.sheet.participants == ("h2", GUEST)
    assert report.sheet.text.points == ("<i>Ten</i> cars, one gate.", "Nobody counts.")
    assert report.sheet.text.next_steps == (
        NextStep("h2", "Count.", date(2026, 12, 1)),
        NextStep("", "Ask."),
    )
    assert (report.sheet.text.resources, report.sheet.text.requests) == ("", "A key.")
    assert not report.sheet.blank


def test_a_blank_report_is_a_valid_outcome() -> None:
    """A group that met and wrote nothing has its page."""
    forum = Forum()
    forum.reported("a")
    assert forum.meeting.reports.all["a"].sheet.blank
    assert forum.no(PostReport, topic="a") == "report-exists"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"topic": "never posted"}, "unknown-topic"),
        ({"recorder": "stranger"}, "not-a-member"),
        ({"participants": ("h2", "stranger")}, "not-a-member"),
        ({"participants": ("h2", "h2")}, "participant-twice"),
        ({"participants": ("h2",) * 501}, "number-range"),
        ({"heads": -1}, "number-range"),
        ({"heads": 100_001}, "number-range"),
        ({"participants": ("h2", "h3"), "heads": 1}, "fewer-heads-than-names"),
        ({"text": ReportText(points=("x",) * 201)}, "number-range"),
        ({"text": ReportText(next_steps=(NextStep("", "x"),) * 201)}, "number-range"),
        ({"text": ReportText(points=("x", " "))}, "text-missing"),
        ({"text": ReportText(next_steps=(NextStep("h2", ""),))}, "text-missing"),
        ({"text": ReportText(requests="\x00")}, "text-control"),
    ],
)
def test_what_cannot_be_a_report_is_refused(fields: dict, code: str) -> None:
    """A topic that does not exist, strangers, numbers that cannot be."""
    forum = at_rounds("a")
    assert forum.no(PostReport, **{"topic": "a", **fields}) == code
    assert forum.meeting.reports.all == {}


def test_only_what_can_have_met_is_reported_on() -> None:
    """Parked, not held or withdrawn topics have no report until they are back."""
    forum = at_rounds("a", "b", "c")
    forum.send(ParkTopic, topic="a")
    forum.send(NotHeld, topic="b")
    forum.send(WithdrawTopic, topic="c", reason="r")
    for name, state in (("a", "parked"), ("b", "not-held"), ("c", "withdrawn")):
        refusal = forum.refusal(PostReport, topic=name)
        assert (refusal.code, refusal.facts["state"]) == ("topic-gone", state)
        assert forum.no(NameRecorder, topic=name, recorder="h4") == "topic-gone"


def test_a_report_that_hangs_is_not_changed_in_silence() -> None:
    """The old sheet stays readable beside the new one."""
    forum = Forum()
    forum.reported("a")
    forum.topic("b")
    text = ReportText(points=("Said.",))
    assert forum.no(CorrectReport, topic="a", text=text, reason="") == "text-missing"
    assert forum.no(CorrectReport, topic="a", reason="r") == "nothing-to-correct"
    assert forum.no(CorrectReport, topic="b", text=text, reason="r") == "no-report"
    assert forum.no(CorrectReport, topic="x", text=text, reason="r") == "unknown-topic"
    forum.send(CorrectReport, topic="a", recorder="h5", text=text, reason="a page was missing")
    report = forum.meeting.reports.all["a"]
    (change,) = report.changes
    assert change.reason == "a page was missing"
    assert msgspec.json.decode(change.old, type=Sheet) == Sheet()
    assert msgspec.json.decode(change.new, type=Sheet) == report.sheet


def test_anybody_adds_below_a_report_that_hangs() -> None:
    """With their name or without; each addition once."""
    forum = Forum()
    forum.reported("a")
    forum.topic("b")
    forum.send(AddToReport, addition="x1", topic="a", text="Also the north gate.", person=GUEST)
    forum.send(AddToReport, addition="x2", topic="a", text="And the bins.")
    additions = forum.meeting.reports.all["a"].additions
    assert [(one.text, one.person) for one in additions] == [
        ("Also the north gate.", GUEST),
        ("And the bins.", ""),
    ]
    more = {"topic": "a", "text": "More."}
    assert forum.no(AddToReport, addition="x1", **more) == "addition-exists"
    assert forum.no(AddToReport, addition="x y", **more) == "bad-id"
    assert forum.no(AddToReport, addition="x3", **more, person="stranger") == "not-a-member"
    assert forum.no(AddToReport, addition="x3", topic="a", text=" ") == "text-missing"
    assert forum.no(AddToReport, addition="x3", topic="b", text="More.") == "no-report"


def test_whoever_takes_notes_may_hand_them_over() -> None:
    """The report itself says it in the end; where it does not, the one who was named last did."""
    forum = at_rounds("a")
    reports = forum.meeting.reports
    assert reports.recorder("a") == ""
    forum.send(NameRecorder, topic="a", recorder="h4")
    assert forum.no(NameRecorder, topic="a", recorder="h4") == "nothing-to-correct"
    assert forum.no(NameRecorder, topic="a", recorder="stranger") == "not-a-member"
    (event,) = forum.send(NameRecorder, topic="a", recorder="h5")
    assert event.old == "h4"
    forum.send(PostReport, topic="a")
    assert reports.recorder("a") == "h5"
    forum.send(CorrectReport, topic="a", recorder="h6", reason="r")
    assert reports.recorder("a") == "h6"


def test_missing_is_what_has_met_and_told_nothing() -> None:
    """After its first round; not what is parked, not held, in the tray, or ahead."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.send(SecondSlot, topic="a", place="p1", slot="s3")
    forum.topic("b", "p2 s1")
    forum.topic("c", "p1 s2")
    forum.topic("tray")
    forum.to("rounds")
    forum.send(StartRound, slot="s1")
    assert missing(forum.meeting) == []
    forum.send(EndRound)
    assert [topic.id for topic in missing(forum.meeting)] == ["a", "b"]
    forum.send(PostReport, topic="a")
    forum.send(NotHeld, topic="b")
    assert missing(forum.meeting) == []
