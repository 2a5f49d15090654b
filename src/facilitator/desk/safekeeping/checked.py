"""What a check came to, on a card: the sentence, what it means, and all of it to be read and copied."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.safekeeping.airing import aired
from facilitator.desk.widgets import card, column, row, words
from facilitator.safekeeping.after import streams_told
from facilitator.safekeeping.checking import Answer
from facilitator.words.checked import Grade, grade_of, meaning, verdict
from facilitator.words.figures import airy, clock, date_words
from facilitator.words.soundness import report_lines

LOOKS = {
    Grade.WHOLE: ("good", "file-check", "good"),
    Grade.CHAIN: ("sunken", "info", ""),
    Grade.MORE: ("warn", "triangle-alert", "warn"),
    Grade.UNKNOWN: ("bad", "circle-alert", "bad"),
    Grade.DAMAGED: ("bad", "circle-alert", "bad"),
}
"""Ground of the card, its sign, and the tone of the sentence."""


def answer(desk: Desk, found: Answer, code: str, stream: str = "") -> tuple[QWidget, str]:
    """The card with the lines below it, and all of it as text.

    `code` is what was looked for, in groups ("" for none).

    `stream` is what the paper was thought to be of; that it is of something else is said.
    """
    t, px, lang, report = desk.t, desk.px, desk.lang, found.report
    look, sign, tone = LOOKS[grade_of(report)]
    told = airy(verdict(report, lang))
    about = [found.told.paper] if found.told.paper else []
    if about and stream and report["paper"]["stream"] != stream:
        about.append(t("That is not the record of the meeting from which you came here."))
    lines = [airy(one) for one in (*about, *meaning(report, lang, partial(_name, found)))]
    details = _details(desk, [*found.told.acts, *map(airy, _report(desk, found))])
    mark = QLabel()
    mark.setPixmap(desk.theme.pixmap(sign, tone or "ink"))
    now = desk.now()
    head = t(
        "Checked {time}: {archive}",
        time=f"{date_words(now.date(), lang)} {clock(now)}",
        archive=desk.session.path.name,
    )
    looked_for = t("Head looked for: {head}", head=code) if code else ""
    whole = [head, looked_for, told, *lines, "", details.toPlainText()]
    text = "\n".join(one for at, one in enumerate(whole) if one or at > 1)
    box = card(look, name="check.answer")
    first = row(mark, words(told, "strong", tone, wrap=True, name="check.verdict"), gap=px(8))
    first.setStretch(1, 1)
    column(
        first,
        *(words(aired(one), wrap=True) for one in (*lines, looked_for) if one),
        on=box, margins=px(16), gap=px(8),
    )  # fmt: skip
    shown, low = QWidget(), QWidget()
    low.setFixedHeight(px(132))  # of its own the style would let the text be less high
    column(details, on=low)
    column(box, low, on=shown, gap=px(12))
    return shown, text


def _report(desk: Desk, found: Answer) -> Iterator[str]:
    """The report with the names of its histories: so many as somebody would read."""
    report = found.report
    told = streams_told(report)
    yield from report_lines({**report, "streams": told}, desk.lang, name_of=partial(_name, found))
    if (more := len(report["streams"]) - len(told)) > 0:
        yield desk.t.many("and {n} more", "and {n} more", more)


def _name(found: Answer, stream: str) -> str:
    return found.told.names.get(stream, stream)


def _details(desk: Desk, lines: list[str]) -> QPlainTextEdit:
    made = QPlainTextEdit("\n".join(lines))
    made.setObjectName("check.details")
    made.setAccessibleName(desk.t("What was checked, line by line"))
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    return made
