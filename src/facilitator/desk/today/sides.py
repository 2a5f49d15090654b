"""The sides of the card: when and where at the left; what to look at before, or how it stands, at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.today.checks import Check, checks
from facilitator.desk.widgets import button, column, elided, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import Capacity
from facilitator.meeting.format import Stage
from facilitator.meeting.forum.rounds import people_here
from facilitator.words.figures import Unit, airy, clock, clock_seconds, counted, listing
from facilitator.words.forum import slot_title
from facilitator.words.moments import moment_words, since_words, until_words
from facilitator.words.titles import title


def when_column(desk: Desk, meeting: Meeting) -> tuple[QWidget, Callable[[], None]]:
    """The column, and what sets its clock."""
    t, px = desk.t, desk.px
    held, stage = QWidget(), meeting.phase.stage
    held.setObjectName("today.when")
    time = words("", "verdict", wrap=True, name="today.time")
    left = words("", "lead", wrap=True, name="today.left")
    head = t("Next meeting") if stage is Stage.BEFORE else airy(meeting.phase.title.text(desk.lang))

    def tick() -> None:
        said, rest = _times(desk, meeting)
        if (time.text(), left.text()) != (said, rest):
            time.setText(said)
            left.setText(rest)

    tick()
    column(
        words(head, tone="soft"), time, left, None,
        words(meeting.call.place, "head", wrap=True), *_people(desk, meeting),
        on=held, margins=(px(24), px(20), px(24), px(20)), gap=px(4),
    )  # fmt: skip
    return held, tick


def _times(desk: Desk, meeting: Meeting) -> tuple[str, str]:
    """The large words and those below them."""
    t, lang, now, life = desk.t, desk.lang, desk.now(), meeting.life
    planned = meeting.call.planned
    here = now.astimezone(planned.tzinfo)
    if life.opened is not None:
        began = life.opened.at.astimezone(planned.tzinfo)
        lasted = since_words(began, here, lang)
        said = t("In recess") if life.recess else airy(t("for {time}", time=lasted))
        return t("Since {time}", time=clock(began)), said
    if rest := until_words(planned, here, lang):
        return moment_words(planned, here, lang), rest
    if planned.date() == here.date():
        late = since_words(planned, here, lang)
        return moment_words(planned, here, lang), airy(t("{time} past the time", time=late))
    return moment_words(planned, here, lang), t("The day has passed")


def _people(desk: Desk, meeting: Meeting) -> list[QLabel]:
    """Who presides, who keeps the record, how many guests."""
    t, lang = desk.t, desk.lang
    names = desk.session.names(meeting)
    found: list[str] = []
    host = meeting.life.host
    if host:
        name = names.get(host, host)
        if office := _office(desk, meeting, host):
            name = t("{name} ({office})", name=name, office=office)
        found.append(t("In the chair: {name}", name=name))
    seen = meeting.attendance.observers.items()
    clerks = [names.get(key, key) for key, one in seen if one.capacity is Capacity.SECRETARY]
    guests = sum(one.capacity is Capacity.OBSERVER for _, one in seen)
    if clerks:
        found.append(t("Keeping the record: {names}", names=listing(clerks, lang)))
    if guests:
        number = counted(guests, Unit.PEOPLE, lang)
        found.append(airy(t("Guests: {number}", number=number)))
    return [elided(said, "secondary") for said in found]


def _office(desk: Desk, meeting: Meeting, person: str) -> str:
    holding = meeting.seat_of(person)
    offices = [meeting.charter.office(key) for key in holding.offices] if holding else []
    return listing([one.title.text(desk.lang) for one in offices if one], desk.lang)


def checks_column(desk: Desk, meeting: Meeting) -> QVBoxLayout:
    """What to look at before; with a way to the preparation."""
    t, px = desk.t, desk.px
    prepare = button(t("Preparation"), "link", "small", name="today.prepare")
    prepare.clicked.connect(lambda: desk.go("meetings", meeting.id))
    head = row(words(t("Before the meeting"), "head"), None, prepare)
    found = (_check(desk, one) for one in checks(desk, meeting))
    return column(head, *found, margins=(px(24), px(16), px(24), px(20)), gap=px(4))


def _check(desk: Desk, check: Check) -> QHBoxLayout:
    px, (icon, color) = desk.px, check.state.value
    sign = QLabel()
    sign.setPixmap(desk.theme.pixmap(icon, color, 18))
    sign.setFixedSize(px(20), px(24))
    line = row(sign, words(check.text, wrap=True), gap=px(8))
    line.setStretch(1, 1)
    line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    return line


def now_column(desk: Desk, meeting: Meeting) -> QVBoxLayout:
    """How it stands: who is there, what is in hand, up to when the record is kept."""
    t, px, lang = desk.t, desk.px, desk.lang
    whole = meeting.figures().whole
    there = t("Present {present} of {all}", present=whole.present, all=whole.in_office)
    if meeting.format.has("wall"):
        there = t.many("{n} person here", "{n} people here", people_here(meeting))
    lines = [words(airy(there), "lead")]
    if running := meeting.rounds.running:
        said = t("{round} is on", round=slot_title(meeting.matrix, running, lang))
        lines.append(words(airy(said), tone="accent"))
    if pitch := meeting.pitches.on:
        said = t("Presented now: {title}", title=meeting.slate.candidate(pitch).title)
        lines.append(words(said, tone="accent", wrap=True))
    item = meeting.agenda.get(meeting.agenda.in_hand)
    if item is not None:
        lines.append(words(t("In hand: {item}", item=item.title), wrap=True))
    if meeting.polls.running or meeting.ballots.open:
        lines.append(words(t("A vote is open"), tone="accent"))
    last = meeting.chronicle[-1].recorded.at.astimezone(meeting.call.planned.tzinfo)
    recorded = t("Recorded up to {time}", time=clock_seconds(last))
    lines.append(words(airy(recorded), "secondary"))
    head = words(title(meeting.phase.stage, lang), "head")
    return column(head, *lines, margins=(px(24), px(20), px(24), px(20)), gap=px(8))
