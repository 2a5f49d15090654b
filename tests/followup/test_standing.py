"""How a matter stands, at the borders of its days: the same on screens, papers and in registers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from facilitator.followup.carrying import Assess, ChangeDue, PlanReview, ReportBack
from facilitator.followup.entries import Notice, View
from facilitator.followup.following import Following, StrikeEntry
from facilitator.followup.matter import Told
from facilitator.followup.posting import Pay, Post
from facilitator.followup.standing import SOON_DAYS, Standing, last_words, standing_of
from facilitator.meeting.decisions import Assignment
from facilitator.meeting.reviews import Progress
from tests.followup.folder import DUE, MATTER, Folder

DAY = timedelta(days=1)
GOING, DONE = Progress.IN_PROGRESS, Progress.DONE


def standing(**changes: Any) -> Standing:
    """A matter that is under way and due."""
    under_way = Standing("Street office", DUE, GOING, None, None, None, None, 0, 0)
    return replace(under_way, **changes)


def told(day: date, progress: Progress = GOING, **fields: Any) -> Told:
    """What a meeting was told at eight in the evening."""
    at = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    return Told(at, "later", progress, **fields)


def test_overdue_is_from_the_day_after():
    """On its day nothing is late; the day after it is one day late."""
    now = standing()
    assert [now.overdue(DUE + n * DAY) for n in (-1, 0, 1, 52)] == [0, 0, 1, 52]


@pytest.mark.parametrize("progress", [DONE, Progress.ABANDONED])
def test_what_is_settled_is_not_overdue(progress: Progress):
    """Done or given up: nothing more is to be done, and no day is left."""
    now = standing(progress=progress)
    assert now.settled
    assert now.overdue(DUE + 52 * DAY) == 0
    assert now.next_day() is None
    assert not now.soon(DUE)


def test_what_is_on_hold_is_still_due():
    """A pause moves no day: whoever needs more time says so."""
    now = standing(progress=Progress.ON_HOLD)
    assert not now.settled
    assert now.overdue(DUE + DAY) == 1


def test_a_review_is_overdue_also_when_the_matter_is_done():
    """Whether it is still so is to be looked at; the longest delay is what is said."""
    review = DUE + 100 * DAY
    done = standing(progress=DONE, review_on=review)
    assert done.overdue(review) == 0
    assert done.overdue(review + DAY) == 1
    assert done.next_day() == review
    both = standing(review_on=DUE + 2 * DAY)
    assert both.overdue(DUE + 3 * DAY) == 3
    assert both.next_day() == DUE
    assert standing(due=None).overdue(DUE) == 0


def test_soon_is_within_a_fortnight():
    """The fourteenth day before is soon, the fifteenth is not; what is late is not soon but late."""
    now = standing()
    assert now.soon(DUE)
    assert now.soon(DUE - SOON_DAYS * DAY)
    assert not now.soon(DUE - (SOON_DAYS + 1) * DAY)
    assert not now.soon(DUE + DAY)


@pytest.mark.parametrize(
    ("progress", "view", "differ"),
    [
        (DONE, View.DONE, False),
        (DONE, View.HALF, True),
        (DONE, View.NOT_DONE, True),
        (DONE, View.MIXED, True),
        (DONE, View.UNCLEAR, False),
        (DONE, None, False),
        (GOING, View.DONE, True),
        (GOING, View.NOT_DONE, False),
        (GOING, View.HALF, False),
        (None, View.DONE, True),
        (None, View.NOT_DONE, False),
    ],
)
def test_the_two_differ_over_whether_it_is_done(
    progress: Progress | None, view: View | None, differ: bool
):
    """Both are shown as they were said; who cannot say, says nothing against the other."""
    assert standing(progress=progress, view=view).differ is differ


def test_the_day_comes_from_the_assignment():
    """When it is to be done; without that, when it is to be reported on, or looked at."""
    days = {"due": DUE, "report_by": DUE + DAY, "review_on": DUE + 2 * DAY}

    def due(*named: str) -> date | None:
        given = Assignment(implementer="x", **{key: days[key] for key in named})
        matter = replace(MATTER, assignment=given)
        return standing_of(matter, Following("followup/evening/5")).due

    assert due("due", "report_by", "review_on") == DUE
    assert due("report_by", "review_on") == DUE + DAY
    assert due("review_on") == DUE + 2 * DAY
    assert due() is None


def test_reports_and_meetings_merge_by_time():
    """The later word counts, wherever it was said; at the same time the follow-up's comes after."""
    folder = Folder()
    folder.now(ReportBack, entry="r1", progress=GOING)
    early, late = folder.at - timedelta(seconds=1), folder.at + timedelta(seconds=1)

    def progress(*meetings: Told) -> Progress | None:
        return standing_of(replace(MATTER, told=meetings), folder.following).progress

    assert progress(Told(early, "later", DONE)) is GOING
    assert progress(Told(folder.at, "later", DONE)) is GOING
    assert progress(Told(late, "later", DONE)) is DONE
    assert progress(Told(early, "a", DONE), Told(late, "b", Progress.ON_HOLD)) is Progress.ON_HOLD


def test_a_meeting_puts_off_and_later_the_follow_up_does():
    """The last day named counts; a report without one leaves it."""
    folder = Folder()
    folder.matter = replace(MATTER, told=(told(date(2026, 11, 29), new_due=DUE + DAY),))
    assert folder.standing.due == DUE + DAY
    folder.now(ChangeDue, entry="d1", due=DUE + 5 * DAY, reason="frost")
    folder.now(ReportBack, entry="r1", progress=GOING)
    assert folder.standing.due == DUE + 5 * DAY
    folder.now(StrikeEntry, entry="d1", reason="wrong decision")
    assert folder.standing.due == DUE + DAY


def test_a_planned_look_is_done_by_whatever_is_told_from_its_day_on():
    """A word the day before leaves it open; one on its day, by office, residents or meeting, has it done."""
    review = date(2026, 12, 10)

    def left(*entries: tuple[type, dict[str, Any]], meetings: tuple[Told, ...] = ()) -> date | None:
        folder = Folder()
        folder.now(PlanReview, entry="p", on=review)
        for n, (kind, fields) in enumerate(entries):
            folder.now(kind, entry=f"e{n}", **fields)
        folder.matter = replace(MATTER, told=meetings)
        return folder.standing.review_on

    assert left() == review
    assert left((ReportBack, {"progress": DONE, "on": review - DAY})) == review
    assert left((ReportBack, {"progress": DONE, "on": review})) is None
    assert left((Assess, {"done": 3, "on": review - DAY})) == review
    assert left((Assess, {"done": 3, "on": review})) is None
    assert left(meetings=(told(review),)) is None
    assert left((ChangeDue, {"due": review, "reason": "r"})) == review


def test_the_last_plan_counts():
    """Planning again moves the look; the assignment's own is the first plan."""
    given = Assignment(implementer="x", review_on=DUE)
    folder = Folder(replace(MATTER, assignment=given))
    assert folder.standing.review_on == DUE
    folder.now(PlanReview, entry="p1", on=DUE + DAY)
    assert folder.standing.review_on == DUE + DAY
    folder.now(StrikeEntry, entry="p1", reason="wrong")
    assert folder.standing.review_on == DUE


def test_money_is_added_up_to_the_fen():
    """What was paid is the sum of what counts; more than was granted is said as it is."""
    folder = Folder()
    for entry, fen in (("p1", 1), ("p2", 239_999), ("p3", 50)):
        folder.now(Pay, entry=entry, fen=fen, on=folder.at.date())
    assert (folder.standing.granted_fen, folder.standing.paid_fen) == (240_000, 240_050)
    folder.now(StrikeEntry, entry="p3", reason="paid back")
    assert folder.standing.paid_fen == 240_000


def test_residents_said_last_what_counts():
    """A later assessment takes the place of the earlier one; the day is the day they were asked."""
    folder = Folder()
    asked = date(2026, 11, 28)
    folder.now(Assess, entry="a1", done=9, on=asked)
    folder.now(Assess, entry="a2", not_done=5, unclear=1, on=asked + DAY)
    assert (folder.standing.view, folder.standing.view_on) == (View.NOT_DONE, asked + DAY)


def test_what_is_entered_late_is_no_later_word():
    """A word of an earlier day changes nothing of what was said after it, whenever it is entered."""
    folder = Folder()
    said = folder.at.date() - DAY
    folder.now(ReportBack, entry="r1", progress=DONE, on=said, new_due=DUE, text="Built.")
    folder.now(Assess, entry="a1", done=9, on=said)
    before, last = folder.standing, last_words(MATTER, folder.following)
    earlier = said - DAY
    folder.now(
        ReportBack, entry="r2", progress=GOING, on=earlier, new_due=DUE - 9 * DAY, text="They wait."
    )
    folder.now(Assess, entry="a2", not_done=3, on=earlier)
    assert folder.standing == before
    assert last_words(MATTER, folder.following) == last
    folder.now(StrikeEntry, entry="r1", reason="of another decision")
    folder.now(StrikeEntry, entry="a1", reason="of another decision")
    now = folder.standing
    assert (now.progress, now.view, now.due) == (GOING, View.NOT_DONE, DUE - 9 * DAY)


def test_a_clock_that_was_put_back_turns_nothing_round():
    """Entries follow one another as they were made: a battery that died does not bring an old word back."""
    folder = Folder()
    folder.now(ReportBack, entry="r1", progress=GOING)
    folder.at = datetime(2015, 1, 1, tzinfo=UTC)
    folder.now(ReportBack, entry="r2", progress=DONE)
    assert folder.standing.progress is DONE


def test_nothing_of_a_repealed_decision_is_due():
    """Nobody is late with it, and nobody has to look at it again; what was said of it stays said."""
    given = Assignment(implementer="x", due=DUE, review_on=DUE + DAY)
    matter = replace(MATTER, assignment=given, told=(told(DUE),))
    case = Following("followup/evening/5")
    assert standing_of(matter, case).overdue(DUE + 9 * DAY) == 9
    now = standing_of(replace(matter, repealed=True), case)
    assert (now.due, now.review_on, now.next_day()) == (None, None, None)
    assert (now.overdue(DUE + 9 * DAY), now.progress) == (0, GOING)


def test_a_posting_changes_nothing_of_how_it_stands():
    """What hangs on the board is neither progress nor a day."""
    folder = Folder()
    before = folder.standing
    day = folder.at.date()
    folder.now(Post, entry="p1", what=Notice.OUTCOME, begins=day, until=day)
    assert folder.standing == before
