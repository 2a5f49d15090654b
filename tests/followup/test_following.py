"""Striking what was wrong and erasing photos: both stay readable as deeds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.followup.carrying import Assess, PlanReview, ReportBack
from facilitator.followup.entries import View
from facilitator.followup.following import DropFile, FileDropped, StrikeEntry
from facilitator.meeting.reviews import Progress
from tests.followup.folder import DUE, MATTER, Folder, photo


@pytest.fixture
def folder() -> Folder:
    """One report with two photos, and what six residents said."""
    made = Folder()
    made.now(
        ReportBack, entry="r1", progress=Progress.DONE, attached=(photo(), photo("b.jpg", "b"))
    )
    made.now(Assess, entry="a1", not_done=5, unclear=1)
    return made


def test_what_is_struck_counts_no_more_and_stays_readable(folder: Folder):
    """The standing is as if it had never been entered; the chronicle has all of it."""
    assert folder.standing.progress is Progress.DONE
    folder.now(StrikeEntry, entry="r1", reason="another decision was meant")
    assert folder.standing.progress is None
    assert folder.standing.view is View.NOT_DONE
    assert folder.following.struck == {"r1": "another decision was meant"}
    assert list(folder.following.entries) == ["r1", "a1"]
    assert [one.event.entry for one in folder.following.standing()] == ["a1"]  # pyright: ignore


def test_an_entry_is_struck_once_and_with_a_reason(folder: Folder):
    """There is nothing to strike twice, and nothing without words."""
    assert folder.code(StrikeEntry, entry="r1", reason=" ") == "text-missing"
    folder.now(StrikeEntry, entry="r1", reason="wrong")
    assert folder.code(StrikeEntry, entry="r1", reason="wrong") == "entry-struck"
    assert folder.code(StrikeEntry, entry="r9", reason="wrong") == "unknown-entry"


def test_a_struck_entry_keeps_its_name(folder: Folder):
    """Nothing new is entered under it, or two things would have one name."""
    folder.now(StrikeEntry, entry="r1", reason="wrong")
    assert folder.code(ReportBack, entry="r1", progress=Progress.DONE) == "entry-exists"
    assert folder.code(ReportBack, entry="a/b", progress=Progress.DONE) == "bad-id"


def test_what_was_annulled_can_still_be_struck_and_its_photos_erased(folder: Folder):
    """Nothing is added to a decision that does not stand; what was wrong or hurts goes all the same."""
    folder.matter = replace(MATTER, stands=False)
    assert folder.code(PlanReview, entry="x", on=DUE) == "matter-gone"
    folder.now(StrikeEntry, entry="a1", reason="wrong")
    folder.now(DropFile, hash="a" * 64, reason="a child is on it")
    assert folder.following.file_names() == {"b" * 64: "b.jpg"}


def test_a_matter_that_nobody_knows_is_refused():
    """A decision that was never made, or whose meeting is not here, is not followed up."""
    folder = Folder(None)
    assert folder.code(ReportBack, entry="r1", progress=Progress.DONE) == "unknown-matter"
    refusal = folder.refused(folder.said(PlanReview, entry="r1", on=DUE))
    assert refusal.facts == {"meeting": "evening", "decision": 5, "group": ""}


def test_a_photo_is_dropped_once_and_its_name_stays(folder: Folder):
    """The deed names it; a content that is not attached here cannot be dropped from here."""
    (event,) = folder.now(DropFile, hash="b" * 64, reason="wrong photo")
    assert event == FileDropped(hash="b" * 64, name="b.jpg", reason="wrong photo")
    assert event.drops == ("b" * 64,)
    assert folder.following.file_names() == {"a" * 64: "gate.jpg"}
    assert folder.code(DropFile, hash="b" * 64, reason="again") == "unknown-file"
    assert folder.code(DropFile, hash="c" * 64, reason="never there") == "unknown-file"
    assert folder.code(DropFile, hash="a" * 64, reason="") == "text-missing"


def test_a_photo_that_was_dropped_can_be_attached_again(folder: Folder):
    """Then it is there as if for the first time."""
    folder.now(DropFile, hash="b" * 64, reason="blurred")
    folder.now(Assess, entry="a2", done=1, attached=(photo("new.jpg", "b"),))
    assert folder.following.file_names()["b" * 64] == "new.jpg"


def test_whoever_asks_twice_is_told_the_same(folder: Folder):
    """An act leaves the time and the version of every event it brought."""
    first, second = folder.following.chronicle
    assert (first.version, second.version) == (1, 2)
    assert second.at - first.at == timedelta(seconds=10)
    assert folder.following.begun
    assert folder.following.version == 2
