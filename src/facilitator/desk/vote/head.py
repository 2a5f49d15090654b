"""What stands over every vote: which motion, word for word, and what it takes."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import Wording, chip, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.motions import Motion
from facilitator.meeting.polls import Poll
from facilitator.meeting.standing import room, try_out
from facilitator.words.figures import airy
from facilitator.words.matters import motion_name
from facilitator.words.outcomes import version_words
from facilitator.words.tongue import NBSP
from facilitator.words.votes import rule_in_figures

MOST_LETTERS = 90
"""A longer motion takes smaller letters, so that the roll has room."""


NARROW = 700
WIDE = 0.25
"""So much of the width for what is needed; a rule's title may want more."""


def unbroken(text: str) -> str:
    """Words with air between figures and characters; no line ends within 8 < 9."""
    return re.sub(r" ([<≥×÷=]) ", f"{NBSP}\\1{NBSP}", airy(text))


class MotionHead(QWidget):
    """动议 3-1, its words, and how the vote is taken."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._long = self._low = False
        px = desk.px
        self._chip = chip("", "accent", name="vote.motion")
        self._text = Wording(desk.theme, "", "motion", leading=1.4)
        self._text.setObjectName("vote.text")
        self._how = words("", "secondary", name="vote.method")
        top = Qt.AlignmentFlag.AlignTop
        box = row(self._chip, self._text, self._how, on=self, gap=px(12))
        box.setStretch(1, 1)
        box.setAlignment(self._chip, top)
        box.setAlignment(self._how, top)

    def set_low(self, *, low: bool) -> None:
        """Smaller letters where there is little height."""
        self._low = low
        self._fit()

    def _fit(self) -> None:
        kind = "strong" if self._long or self._low else "motion"
        if self._text.property("kind") != kind:
            self._text.setProperty("kind", kind)
            self._text.style().unpolish(self._text)
            self._text.style().polish(self._text)
            self._text.show_text(self._text.text())  # laid out anew in these letters

    def minimumSizeHint(self) -> QSize:
        """One line; what takes more is asked for the width it has."""
        return QSize(self._desk.px(200), self._desk.px(26))

    def show_motion(self, meeting: Meeting, motion: Motion, text: str, how: str = "") -> None:
        """Show a motion as it is or was put."""
        name = motion_name(meeting.motions, motion, self._desk.lang)
        self._chip.setText(airy(name[:1].upper() + name[1:]))
        self._long = len(text) > MOST_LETTERS
        self._text.show_text(airy(text))
        self._fit()
        self._how.setText(how)
        self._how.setVisible(bool(how))


class RuleStrip(QFrame):
    """须 9 票赞成：基数为全体 13 席 … · 章程第 1 版."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.px
        self.setProperty("look", "rule")
        self.setObjectName("vote.rule")
        self._head = words("", "strong", name="vote.rule.head")
        self._rest = words("", wrap=True, name="vote.rule.rest")
        self._version = words("", "", "accent")
        top = Qt.AlignmentFlag.AlignTop
        self._box = box = row(self._head, self._rest, self._version, on=self, gap=px(8))
        box.setContentsMargins(px(16), px(7), px(16), px(7))
        box.setStretch(1, 1)
        box.setAlignment(self._head, top)
        box.setAlignment(self._version, top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, or the rule has a long name, that stands over the rest."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self._desk.px(NARROW)
        down = narrow or self._head.sizeHint().width() > self.width() * WIDE
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(below if down else beside)
        self._box.setSpacing(self._desk.px(2 if down else 8))
        self._version.setVisible(not down)

    def minimumSizeHint(self) -> QSize:
        """One line; what takes more is asked for the width it has."""
        return QSize(self._desk.px(200), self._desk.px(36))

    def show_rule(self, meeting: Meeting, item: str, rule: str, poll: Poll | None = None) -> None:
        """Show what a vote on that item takes now, or took when this poll was opened."""
        lang = self._desk.lang
        there = poll.present if poll is not None else None
        numbers = room(meeting, item, rule, there)
        run = try_out(meeting, item, rule, there)
        head, rest = rule_in_figures(meeting.charter, rule, run, numbers, lang)
        t = self._desk.t
        self._head.setText(airy(t("{label}:", label=head)))
        self._rest.setText(airy(rest))
        self._version.setText(airy(version_words(meeting.charter.version, lang)))
        self._fit()
