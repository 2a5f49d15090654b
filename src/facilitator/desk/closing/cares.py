"""What there is to care for before the close of any meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.closing.selection import selection_cares
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import card, clear, column, words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.convergence import Way
from facilitator.meeting.forum.reports import missing
from facilitator.words.figures import airy, listing
from facilitator.words.forum import topic_number
from facilitator.words.outcomes import decision_words


class Cares(QWidget):
    """Sentences that nobody has to heed: the close is open all the same. Hidden while there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("closing.cares")
        self._box = column(on=self, gap=0)

    def refresh(self, meeting: Meeting) -> None:
        """Say what is there to care for now."""
        clear(self._box)
        found = cares(self._desk, meeting)
        self.setVisible(bool(found))
        if not found:
            return
        t, px = self._desk.t, self._desk.px
        made = card("warn")
        lines = [words(one, wrap=True) for one in found]
        note = words(t("None of this keeps the meeting from being closed."), "small", wrap=True)
        column(*lines, note, on=made, margins=px(12), gap=px(6))
        self._box.addWidget(made)


def cares(desk: Desk, meeting: Meeting) -> list[str]:
    """Decisions that nobody was given; of a selection and of a forum what they leave undone."""
    found = _unassigned(desk, meeting)
    if meeting.format.has("slate"):
        return [*selection_cares(desk, meeting), *found]
    return [*_forum_cares(desk, meeting), *found] if meeting.format.has("wall") else found


def _unassigned(desk: Desk, meeting: Meeting) -> list[str]:
    waiting = [
        decision_words(one.number, desk.lang)
        for one in sorted(meeting.decisions.all.values(), key=lambda one: one.number)
        if one.assignment is None and not one.annulled
    ]
    if not waiting:
        return []
    said = desk.t(
        "Nobody is named yet to carry out {decisions}.", decisions=listing(waiting, desk.lang)
    )
    return [airy(said)]


def _forum_cares(desk: Desk, meeting: Meeting) -> list[str]:
    """Reports that are missing, dots that do not add up, groups without a day."""
    t, lang, found = desk.t, desk.lang, list[str]()
    if lacking := missing(meeting):
        numbers = listing((topic_number(topic.number) for topic in lacking), lang)
        said = t.many(
            "{n} report is still missing: {topics}. It gets a blank page in the book.",
            "{n} reports are still missing: {topics}. They get blank pages in the book.",
            len(lacking),
            topics=numbers,
        )
        found.append(airy(said))
    found += _dots(desk, meeting)
    if undated := [group for group in meeting.groups.going() if group.due is None]:
        said = t.many(
            "{n} action group has no day for its first step.",
            "{n} action groups have no day for their first step.",
            len(undated),
        )
        found.append(airy(said))
    return found


def _dots(desk: Desk, meeting: Meeting) -> list[str]:
    t, focus = desk.t, meeting.convergence
    if focus.way is not Way.DOTS:
        return []
    found: list[str] = []
    if focus.closed is None:
        found.append(t("The count of the dots was not closed."))
    if not focus.fits:
        said = t(
            "The dots do not add up: {counted} were counted, there should be {expected}. "
            "Both stand in the book.",
            counted=focus.counted,
            expected=focus.expected,
        )
        found.append(airy(said))
    return found
