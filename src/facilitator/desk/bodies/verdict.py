"""A verdict as it is shown small: its sign, its word, and the sentence that explains it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import paint_sign, row, words
from facilitator.desk.widgets.words import retone
from facilitator.rules.charter import Charter
from facilitator.rules.outcome import Outcome, Verdict
from facilitator.words.figures import airy
from facilitator.words.outcomes import outcome_sentence, verdict_word
from facilitator.words.tongue import tongue

LOOKS = {
    Verdict.PASSED: ("good", "for"),
    Verdict.FAILED: ("bad", "against"),
    Verdict.NOT_VALID: ("bad", "against"),
    Verdict.UNDECIDED: ("warn", "abstain"),
}


class Sign(QWidget):
    """A painted ✓ ✗ or –, in a token's colour."""

    def __init__(self, desk: Desk, sign: str, tone: str, pixels: float) -> None:
        super().__init__()
        self._desk, self._sign, self._tone = desk, sign, tone
        self.setFixedSize(desk.px(pixels), desk.px(pixels))

    def show_sign(self, sign: str, tone: str) -> None:
        """Be another sign from now on."""
        self._sign, self._tone = sign, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        color = self._desk.theme.color(self._tone)
        paint_sign(QPainter(self), QRectF(self.rect()), self._sign, color)


class VerdictLine(QFrame):
    """The verdict with its sign, and the sentence that explains it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("look", "bad")
        self.setObjectName("trial.verdict")
        self._sign = Sign(desk, "against", "bad_ink", 22)
        self._word = words("", "item", name="trial.verdict.word")
        self._said = words("", wrap=True, name="trial.verdict.said")
        px = desk.px
        pieces = (self._sign, self._word, self._said)
        margins = (px(16), px(8), px(16), px(8))
        box = row(*pieces, on=self, margins=margins, gap=px(8))
        box.setStretch(2, 1)
        box.insertSpacing(2, px(8))
        self.setMinimumHeight(px(64))

    def show_outcome(self, outcome: Outcome, charter: Charter) -> None:
        """Say this outcome."""
        lang = self._desk.lang
        look, sign = LOOKS[outcome.verdict]
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)
        verdict = verdict_word(outcome.verdict, lang)
        self._sign.show_sign(sign, f"{look}_ink")
        self._word.setText(verdict)
        _tone(self._word, look)
        self._said.setText(_why(outcome, verdict, lang, charter))


def _why(outcome: Outcome, verdict: str, lang: str, charter: Charter) -> str:
    """The sentence of an outcome without its first word, which stands beside it."""
    t = tongue(lang)
    before, _ = t("{verdict}: {reason}.", verdict=verdict, reason="\0").split("\0")
    said = outcome_sentence(outcome, lang, charter, worked=True).removeprefix(before)
    return airy(said[:1].upper() + said[1:])


def _tone(label: QLabel, tone: str) -> None:
    if label.property("tone") != tone:
        retone(label, tone=tone)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
