"""Opening a round: its title, who runs it, the places that take part, its days. Money comes next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator import overview, roundbook
from facilitator.acts import RuleViolation
from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import only_looking
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.projects.panels import RoundPanel
from facilitator.desk.projects.placelist import read_places
from facilitator.desk.widgets import words
from facilitator.rounds.measures import in_order
from facilitator.rounds.outside import RoundPlace
from facilitator.rounds.round import OpenRound, PlanRound
from facilitator.words.figures import airy, listing

LONGEST = 40
"""Characters of an id that come from the title."""


def open_round(desk: Desk, parent: QWidget) -> None:
    """Ask for a new round; without any body, offer to found one first."""
    t, stuck = desk.t, only_looking(desk)
    if stuck:
        desk.noticed.emit(Notice(Tone.REFUSED, stuck))
    elif not overview.bodies(desk.session):
        way = (t("Set up a body…"), lambda: desk.go("bodies", "new"))
        said = t("A round needs a body that runs it and selects: a selection panel, for instance.")
        desk.noticed.emit(Notice(Tone.TOLD, said, way))
    else:
        OpenRoundPanel(desk, parent).open()


def round_id(title: str, taken: Iterable[str], day: date) -> str:
    """An id from a title in Latin letters; else round- and the day. It is free, and says nothing in Chinese."""
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") if title.isascii() else ""
    stem = slug[:LONGEST].rstrip("-") or f"round-{day:%Y%m%d}"
    known, number, found = set(taken), 1, stem
    while found in known:
        number += 1
        found = f"{stem}-{number}"
    return found


class OpenRoundPanel(RoundPanel):
    """Places are typed or pasted, one a line; how they are understood is said below while one types."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        t = desk.t
        super().__init__(desk, parent, "", t("Open a round"), width=680)
        self.setObjectName("open-round")
        self.title = self.add_line(t("Title"), "open-round.title")
        self.title.setPlaceholderText(t("e.g. Community projects {year}", year=self.today.year))
        self.host, self.period = self.add_pair(
            (t("Run by"), "open-round.host", ""), (t("Period"), "open-round.period", "")
        )
        bodies = [(one.body, one.name) for one in overview.bodies(desk.session)]
        self._body = self.add_choice(t("Body that selects"), "open-round.body", bodies)
        self._body.setCurrentIndex(max(0, self._body.findData(_panel_of(desk))))
        self.places = self.add_text(
            t("Places that take part, one a line; a sheet can be pasted"),
            "open-round.places",
            lines=5,
        )
        self._says = words("", "small", wrap=True, name="open-round.says")
        self.form.addWidget(self._says)
        self.places.textChanged.connect(self._tell)
        self.days = [
            DayField(desk, said, None, f"open-round.{key}", self.today)
            for key, said in (
                ("needs", t("Needs asked by")),
                ("proposals", t("Proposals in by")),
                ("selection", t("Selection meeting on")),
            )
        ]
        self.add_days(*self.days)
        said = t("Days may stay open. Who gives the money is noted next.")
        self.form.addWidget(words(said, "secondary", wrap=True))
        self.keep(
            "open-round",
            {"title": self.title, "host": self.host, "period": self.period, "places": self.places},
        )
        self.finish(t("Open the round"), self._send, name="open-round.done")
        self._tell()
        self.settle()
        self.title.setFocus()

    @property
    def told(self) -> str:
        """What is said when it was taken."""
        return self.desk.t("The round is open. Note who gives the money.")

    def _tell(self) -> None:
        """How the lines are understood."""
        self._says.setText(airy(said_of(self.desk, self.places.toPlainText())))

    def _send(self) -> None:
        desk, typed = self.desk, read_places(self.places.toPlainText())
        if not self.days_right(*self.days):
            return
        if typed.doubled:
            self.wrong(said_of(desk, self.places.toPlainText()))
            self.places.setFocus()
            return
        needs, proposals, selection = (one.day for one in self.days)
        try:  # before anything is recorded: a round without its days would stay behind
            in_order((needs, proposals, selection))
        except RuleViolation as refusal:
            self.wrong(desk.sentence(refusal))
            return
        taken = (one.round for one in roundbook.rounds(desk.session))
        name = round_id(self.title.text(), taken, self.today)
        begin = OpenRound(
            round=name,
            body=self._body.currentData(),
            title=self.title.text(),
            host=self.host.text(),
            period=self.period.text(),
            places=typed.places,
        )
        plan = PlanRound(round=name, needs_by=needs, proposals_by=proposals, selection_on=selection)
        if self.send(begin, *([plan] if any((needs, proposals, selection)) else [])):
            desk.go("projects", name, "~round")


def said_of(desk: Desk, text: str, taken: tuple[RoundPlace, ...] = ()) -> str:
    """How many places were read, and what is wrong with them."""
    t, read = desk.t, read_places(text, tuple(one.no for one in taken))
    if read.doubled:
        numbers = listing([str(one) for one in read.doubled], desk.lang)
        return t("These numbers stand there twice: {numbers}.", numbers=numbers)
    if not read.places:
        return t("Lines without a number are numbered from 1 on.")
    first, last = read.places[0], read.places[-1]
    said = t.many("{n} place takes part", "{n} places take part", len(read.places))
    ends = t("{first} … {last}", first=f"{first.no} {first.name}", last=f"{last.no} {last.name}")
    if read.same_name:
        twice = t("twice: {names}", names=listing(read.same_name, desk.lang))
        return f"{said} ({twice})" if desk.lang == "en" else f"{said}（{twice}）"
    return f"{said}: {ends}" if desk.lang == "en" else f"{said}：{ends}"


def _panel_of(desk: Desk) -> str:
    """The body that has met to select before, or has a charter for it; the first where there is none."""
    session = desk.session
    for one in overview.bodies(session):
        if len(session.body(one.body).charter.groups) >= 3:  # chambers: that is what selects
            return one.body
    return ""
