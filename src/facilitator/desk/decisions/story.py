"""What became of a decision, as a line of time: a dot for each thing, an open one where something is open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator import aftermath
from facilitator.desk.decisions.known import Reading
from facilitator.desk.decisions.which import Which
from facilitator.desk.desk import Desk
from facilitator.desk.followup.story import Dot
from facilitator.desk.widgets import button, column, row, words
from facilitator.followup.entries import Kinship
from facilitator.followup.standing import standing_of
from facilitator.rules.outcome import Role
from facilitator.searching import Kind
from facilitator.words.aftermath import differ_words, standing_words
from facilitator.words.figures import airy, column_date
from facilitator.words.outcomes import decision_words
from facilitator.words.timeline import Around, Kin, Line, Sign, timeline

MOST = 8
"""Lines that are shown; the follow-up has all of them."""


def story_of(desk: Desk, reading: Reading) -> QWidget | None:
    """The follow-up of a decision or a group as it stands; None for anything else."""
    which, session, lang = reading.which, desk.session, desk.lang
    if which.sort not in (Kind.DECISION, Kind.GROUP):
        return None
    group = which.key if which.sort is Kind.GROUP else ""
    matter = session.matter(which.meeting, which.number, group)
    if matter is None:
        return None
    case = session.following(which.meeting, which.number, group)
    today = desk.now().date()
    told = timeline(matter, case, today, lang, _around(desk, reading))
    lines = [line for line in told if line.struck is None]  # the follow-up shows what was struck
    t = desk.t
    head, differ = t("Follow-up"), ""
    if matter.stands and (matter.assignment is not None or case.begun):
        standing = standing_of(matter, case)
        said = standing_words(standing, today, lang)
        head = t("Follow-up: {state}", state=said)
        differ = differ_words(standing, lang)
    elif matter.stands:
        head = t("Follow-up: nobody was named to do it")
    made = QWidget()
    made.setObjectName("decision.story")
    box = column(words(airy(head), "strong", "soft", wrap=True), on=made, gap=desk.px(2))
    if differ:
        box.addWidget(words(airy(differ), "", "warn", wrap=True))
    if (hidden := len(lines) - MOST) > 0:
        box.addLayout(_earlier(desk, reading, hidden))
    for one in lines[-MOST:]:
        box.addLayout(_row(desk, one))
    return made


def short_story(desk: Desk, which: Which) -> str:
    """How far it is carried out, in one line; "" where nobody has to do anything."""
    t, group = desk.t, which.key if which.sort is Kind.GROUP else ""
    if not which.number and not group:
        return ""
    matter = desk.session.matter(which.meeting, which.number, group)
    if matter is None or not matter.stands or matter.assignment is None:
        return ""
    case = desk.session.following(which.meeting, which.number, group)
    said = standing_words(standing_of(matter, case), desk.now().date(), desk.lang)
    return t("Follow-up: {state}", state=said)


def _earlier(desk: Desk, reading: Reading, hidden: int) -> QHBoxLayout:
    t = desk.t
    said = t.many("{n} line before these", "{n} lines before these", hidden)
    more = button(airy(said), "link", "tiny", name="decision.story.all")
    place = reading.which.follow_up
    more.clicked.connect(lambda: desk.go(place.page, place.which, place.part))
    return row(more, None)


def _row(desk: Desk, line: Line) -> QHBoxLayout:
    px = desk.px
    day = words(column_date(line.day, desk.lang), "caption")
    day.setFixedWidth(px(84))
    day.setFixedHeight(px(24))
    tone = "warn" if line.sign is Sign.WARN else ""
    dot, text = Dot(desk.theme, line.sign), words(airy(line.whole(desk.lang)), "", tone, wrap=True)
    made = row(dot, day, text, gap=px(8))
    made.setStretch(2, 1)
    for one in (dot, day):
        made.setAlignment(one, Qt.AlignmentFlag.AlignTop)
    return made


def _around(desk: Desk, reading: Reading) -> Around:
    """What the story needs of the vote, of other decisions and of later meetings."""
    found = reading.decision
    if found is None:
        return Around()
    vote = ""
    if reading.poll is not None and (outcome := reading.poll.outcome) is not None:
        test = next(one for one in outcome.tests if one.role is Role.CONSENT)
        vote = f"{test.reached}/{test.base_size}"
    links = aftermath.links(desk.session, reading.which.meeting, found.number)
    return Around(
        vote=vote,
        annulled=found.annulled.at.date() if found.annulled else None,
        kin=tuple(_kin(desk, links)),
    )


def _kin(desk: Desk, links: Iterable[aftermath.LinkRow]) -> Iterable[Kin]:
    for link in links:
        yield Kin(
            kinship=Kinship(link.kinship),
            out=link.out,
            name=decision_words(link.number, desk.lang),
            day=date.fromisoformat(link.made_at[:10]),
            meeting=link.meeting,
            number=link.number,
            clause=link.clause,
            stands=link.stands,
        )
