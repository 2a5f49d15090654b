"""Carrying a decision out: reports, assessments, days and hands, each with the words it needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitator.followup.carrying import (
    MOST_PEOPLE,
    Assess,
    ChangeDue,
    HandOver,
    PlanReview,
    ReportBack,
)
from facilitator.followup.entries import Assessed, View
from facilitator.followup.standing import handed_from
from facilitator.meeting.decisions import Assignment
from facilitator.meeting.reviews import Progress
from tests.followup.folder import DECIDED, DUE, MATTER, Folder, group, photo

DAY = timedelta(days=1)


def test_a_report_says_how_far_it_is():
    """What the office said last is how far it is, with the day it was said."""
    folder = Folder()
    folder.now(ReportBack, entry="r1", progress=Progress.IN_PROGRESS, by="Zhou", on=DECIDED)
    assert folder.standing.progress is Progress.IN_PROGRESS
    assert folder.standing.progress_on == DECIDED
    said = DECIDED + 2 * DAY
    folder.now(ReportBack, entry="r2", progress=Progress.DONE, on=said, attached=(photo(),))
    assert (folder.standing.progress, folder.standing.progress_on) == (Progress.DONE, said)
    assert folder.following.chronicle[-1].event.files == ("a" * 64,)


@pytest.mark.parametrize("progress", [Progress.ON_HOLD, Progress.ABANDONED])
def test_pausing_and_giving_up_need_words(progress: Progress):
    """Whoever does not carry it out says why."""
    folder = Folder()
    assert folder.code(ReportBack, entry="r1", progress=progress) == "text-missing"
    folder.now(ReportBack, entry="r1", progress=progress, text="The road is closed.")


@pytest.mark.parametrize("settled", [Progress.DONE, Progress.ABANDONED])
@pytest.mark.parametrize("back", [Progress.NOT_STARTED, Progress.IN_PROGRESS])
def test_going_back_needs_words(settled: Progress, back: Progress):
    """What was said to be settled is not open again without a reason; saying it again needs none."""
    folder = Folder()
    folder.now(ReportBack, entry="r1", progress=settled, text="so it is")
    assert folder.code(ReportBack, entry="r2", progress=back) == "text-missing"
    folder.now(ReportBack, entry="r2", progress=Progress.DONE)
    folder.now(ReportBack, entry="r3", progress=back, text="It fell down.")
    folder.now(ReportBack, entry="r4", progress=back)


def test_putting_off_needs_words_and_moves_the_day():
    """A report with a new day gives the reason; without one the day stays as it was."""
    folder = Folder()
    later = DUE + 30 * DAY
    going = {"progress": Progress.IN_PROGRESS}
    assert folder.code(ReportBack, entry="r1", new_due=later, **going) == "text-missing"
    folder.now(ReportBack, entry="r1", new_due=later, text="Frost.", **going)
    assert folder.standing.due == later
    folder.now(ReportBack, entry="r2", **going)
    assert folder.standing.due == later


def test_nothing_about_a_decision_happens_before_it():
    """The day of the decision itself is the first that can be named."""
    folder = Folder()
    before = DECIDED - DAY
    going = {"progress": Progress.IN_PROGRESS, "text": "t"}
    assert folder.code(ReportBack, entry="x", on=before, **going) == "before-decision"
    assert folder.code(ReportBack, entry="x", new_due=before, **going) == "before-decision"
    assert folder.code(Assess, entry="x", done=1, on=before) == "before-decision"
    assert folder.code(ChangeDue, entry="x", due=before, reason="r") == "before-decision"
    assert folder.code(PlanReview, entry="x", on=before) == "before-decision"
    folder.now(ReportBack, entry="r1", on=DECIDED, new_due=DECIDED, **going)
    folder.now(Assess, entry="a1", done=1, on=DECIDED)
    folder.now(PlanReview, entry="p1", on=DECIDED)


def test_a_refused_day_names_its_field_and_both_days():
    """So that the sentence can say which one to mend."""
    folder = Folder()
    before = DECIDED - DAY
    refusal = folder.refused(folder.said(PlanReview, entry="x", on=before))
    assert refusal.facts == {
        "field": "on",
        "day": before.isoformat(),
        "made": DECIDED.isoformat(),
    }


def test_somebody_was_asked():
    """An assessment is of at least one person, and of no more than live anywhere."""
    folder = Folder()
    assert folder.code(Assess, entry="a1", text="nobody knows") == "nobody-asked"
    assert folder.code(Assess, entry="a1", half=-1, done=2) == "number-range"
    refusal = folder.refused(folder.said(Assess, entry="a1", half=MOST_PEOPLE + 1))
    assert refusal.facts["field"] == "said_half"
    folder.now(Assess, entry="a1", unclear=1)
    folder.now(Assess, entry="a2", done=MOST_PEOPLE, how="by a list", attached=(photo(),))
    assert folder.following.chronicle[-1].event.files == ("a" * 64,)


@pytest.mark.parametrize(
    ("counts", "view"),
    [
        ((3, 2, 2, 1), View.DONE),
        ((2, 3, 2, 1), View.HALF),
        ((0, 0, 5, 1), View.NOT_DONE),
        ((0, 1, 0, 2), View.UNCLEAR),
        ((2, 2, 1, 0), View.MIXED),
        ((1, 1, 1, 1), View.MIXED),
        ((0, 2, 0, 2), View.MIXED),
    ],
)
def test_what_most_say_counts_and_equal_numbers_are_no_view(
    counts: tuple[int, int, int, int], view: View
):
    """One answer more than any other makes the view; two with as many differ, and nobody breaks the tie."""
    done, half, not_done, unclear = counts
    event = Assessed(entry="a", done=done, half=half, not_done=not_done, unclear=unclear)
    assert event.view is view
    assert event.people == sum(counts)


def test_a_day_is_changed_with_a_reason_and_to_another_day():
    """The old day stays in the entry; the same day again is no change."""
    folder = Folder()
    assert folder.code(ChangeDue, entry="d1", due=DUE, reason="r") == "due-the-same"
    assert folder.code(ChangeDue, entry="d1", due=DUE + DAY, reason="") == "text-missing"
    (event,) = folder.now(ChangeDue, entry="d1", due=DUE + DAY, reason="holidays")
    assert (event.old, event.due) == (DUE, DUE + DAY)  # pyright: ignore
    folder.now(ChangeDue, entry="d2", due=DUE, reason="no holidays after all")
    assert folder.standing.due == DUE


def test_what_nobody_was_given_can_get_a_day_and_a_hand():
    """A decision without an implementer is followed up all the same; the first one needs no reason."""
    folder = Folder(replace(MATTER, assignment=None))
    assert (folder.standing.implementer, folder.standing.due) == ("", None)
    folder.now(HandOver, entry="h1", implementer="Residents' committee")
    folder.now(ChangeDue, entry="d1", due=DUE, reason="agreed on the telephone")
    assert folder.standing.implementer == "Residents' committee"
    assert folder.standing.due == DUE
    assert folder.standing.granted_fen == 0


def test_handing_over_names_somebody_else_and_says_why():
    """To the same is no change; whoever had it before stays readable."""
    folder = Folder()
    assert folder.code(HandOver, entry="h", implementer="Street office") == "implementer-the-same"
    assert folder.code(HandOver, entry="h", implementer="Committee") == "text-missing"
    assert folder.code(HandOver, entry="h", implementer=" ", reason="r") == "text-missing"
    (event,) = folder.now(HandOver, entry="h", implementer="Committee", reason="moved")
    assert event.old == "Street office"  # pyright: ignore
    assert folder.standing.implementer == "Committee"


def test_a_group_is_followed_up_like_a_decision():
    """Who leads it is who carries it out, until it is handed over."""
    folder = Folder(group())
    assert folder.standing.implementer == "Li Guifang"
    folder.now(HandOver, entry="h", implementer="Luo Chunsheng", reason="moved away")
    folder.now(ReportBack, entry="r", progress=Progress.DONE)
    assert folder.standing.implementer == "Luo Chunsheng"
    assert folder.standing.settled
    folder.now(HandOver, entry="h2", implementer="Committee", reason="no time")
    known = handed_from(group(), folder.following)
    assert known == {"h": "Li Guifang", "h2": "Luo Chunsheng"}
    assert "Li Guifang" not in repr(folder.following.chronicle)  # known beside the chain alone
    erased = group(assignment=Assignment(implementer=""))
    assert handed_from(erased, folder.following)["h"] == ""


@pytest.mark.parametrize("field", ["by", "text"])
def test_what_cannot_be_seen_is_refused(field: str):
    """Control characters never get into a report."""
    folder = Folder()
    said = folder.said(ReportBack, entry="r", progress=Progress.DONE, **{field: "a\x00b"})
    assert folder.refused(said).code == "text-control"


def test_a_name_on_one_line_has_its_limit():
    """Two hundred characters are a name, two hundred and one are not."""
    folder = Folder()
    done = {"progress": Progress.DONE}
    assert folder.code(ReportBack, entry="r", by="x" * 201, **done) == "text-too-long"
    folder.now(ReportBack, entry="r", by="x" * 200, **done)


def test_a_plan_can_lie_years_ahead():
    """It is looked at again long after it was done."""
    folder = Folder()
    folder.now(PlanReview, entry="p", on=date(2029, 11, 27), what="Is it still there?")
    assert folder.standing.review_on == date(2029, 11, 27)
