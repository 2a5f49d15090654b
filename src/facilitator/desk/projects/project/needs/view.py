"""Needs: the target group, how residents were asked, what was announced, what they named and in which order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.projects.project.needs.proportion import Proportion
from facilitator.desk.projects.project.parts import SegmentView, entry_row
from facilitator.desk.projects.project.photos import files_of
from facilitator.desk.widgets import Button, chip, column, line, row, words
from facilitator.rounds.needs import (
    Announced,
    NeedNoted,
    Needs,
    PublicAnnounced,
    ResidentsAsked,
    Source,
    needs_of,
)
from facilitator.rounds.project import Initiator, Project
from facilitator.words.aftermath import near
from facilitator.words.figures import Unit, airy, counted, listing
from facilitator.words.rounds import round_title

ABOUT = (
    "nobody-asked",
    "few-asked",
    "inviter-unknown",
    "hand-picked",
    "meeting-unannounced",
    "evidence-after-draft",
    "needs-unranked",
)


class NeedsView(SegmentView):
    """A card for each question that a needs assessment answers."""

    about = ABOUT

    def __init__(self, desk: Desk, round_: str, project: str) -> None:
        super().__init__(desk, round_, project, "project.needs", desk.t("Needs"))

    def fill(self, case: Project) -> None:
        """The cards, with the way to ask well where nobody was asked."""
        found, going = needs_of(case), case.closing is None
        self._target(case, going)
        if found.asked:
            self._asked(found, going)
        else:
            self._how_to(found, going)
        self._needs(found, going)
        if found.announced or found.asked:
            self._announced(found, going)

    def _open(self, name: str) -> Panel:
        from facilitator.desk.projects.project.needs import asking, panels, ranking

        kinds = {
            "target": panels.TargetPanel,
            "announce": panels.AnnouncePanel,
            "ask": asking.AskPanel,
            "need": panels.NeedPanel,
            "rank": ranking.RankPanel,
        }
        return kinds[name](self.desk, self, self.round, self.number)

    def _way(self, said: str, name: str, *, grade: str = "soft", icon: str = "") -> Button:
        return self.act(said, f"needs.{name}", lambda: self._open(name), grade=grade, icon=icon)

    def _target(self, case: Project, going: bool) -> None:
        t, lang, target = self.desk.t, self.desk.lang, case.target or case.project
        way = self._way(t("Change…"), "target", grade="plain") if going else None
        box = self.add_card(t("For whom: the target group"), way)
        box.addWidget(words(target.group, wrap=True, name="target.group"))
        facts: list[str] = []
        if target.people:
            facts.append(counted(target.people, Unit.PEOPLE, lang))
        if target.initiator is not Initiator.UNKNOWN:
            facts.append(t("idea of: {who}", who=round_title(target.initiator, lang)))
        else:
            facts.append(t("whose idea it was is not known"))
        box.addWidget(words(airy(" · ".join(facts)), "secondary", wrap=True))
        if target.why:
            box.addWidget(words(t("Why them: {why}", why=target.why), "secondary", wrap=True))

    def _how_to(self, found: Needs, going: bool) -> None:
        """How one asks well, before anything is written: what went wrong in Qingyuan."""
        t = self.desk.t
        ways = (
            self._way(t("Announce…"), "announce", grade="plain") if going else None,
            self._way(t("Note how they were asked…"), "ask", grade="primary") if going else None,
        )
        box = self.add_card(t("How residents were asked"), *ways, note=t("not yet"))
        box.addWidget(words(t("Ask before anything is written. It is asked well when"), wrap=True))
        for said in (
            t("one walks through the place, goes from door to door, hands out a survey, or holds a meeting;"),
            t("at least ten residents are asked, and not only those whom the committee knows;"),
            t("a meeting hangs out in public days before it, with its place and time;"),
            t("it is written down who had each of them come, and what they said in their own words."),
        ):  # fmt: skip
            box.addLayout(_point(said))

    def _asked(self, found: Needs, going: bool) -> None:
        t, lang = self.desk.t, self.desk.lang
        way = self._way(t("Note how they were asked…"), "ask") if going else None
        people = counted(found.people, Unit.PEOPLE, lang)
        note = t("{people} asked in all", people=people)
        box = self.add_card(t("How residents were asked"), way, note=note)
        for n, one in enumerate(found.asked):
            if n:
                box.addWidget(line())
            box.addWidget(self._asked_row(found, one))

    def _asked_row(self, found: Needs, one: ResidentsAsked) -> QWidget:
        lang = self.desk.lang
        source, people = round_title(one.source, lang), counted(one.people, Unit.PEOPLE, lang)
        head = QWidget()
        top = row(words(source, "strong"), words(airy(people)), on=head)
        top.addWidget(self._notice(found, one))
        top.addStretch(1)
        said = airy(invited_words(self.desk, one))
        middle = Qt.AlignmentFlag.AlignTop
        invited = QWidget()
        beside = row(on=invited)
        if one.invited:
            bar = column(self.desk.px(6), Proportion(self.desk.theme, one, said), gap=0)
            beside.addLayout(bar)
            beside.setAlignment(bar, middle)
        beside.addWidget(words(said, "secondary", wrap=True), 1)
        text = words(one.text, wrap=True) if one.text else None
        files = files_of(self, one.entry, one.attached)
        named = f"{source} {near(one.on, self.today, lang)} {people}"
        end = self.strike_button(one.entry, named)
        return entry_row(self.desk, one.on, head, invited, text, files, end=end)

    def _notice(self, found: Needs, one: ResidentsAsked) -> QWidget:
        """Whether it was announced: of a meeting it has to be."""
        t, lang = self.desk.t, self.desk.lang
        if found.announced_before(one):
            days = [
                it.begins
                for it in found.announced
                if it.what is Announced.NEEDS_MEETING and it.on == one.on
            ]
            first = min((*days, *((one.announced_on,) if one.announced_on else ())))
            said = t("announced on {day}", day=near(first, self.today, lang))
            return chip(airy(f"✓ {said}"), "good")
        if one.source is Source.MEETING:
            return chip("✗ " + t("not announced before its day"), "warn")
        return QWidget()

    def _needs(self, found: Needs, going: bool) -> None:
        t = self.desk.t
        several = len(found.needs) > 1 or bool(found.unranked)
        rank = self._way(t("Rank…"), "rank", grade="plain") if going and several else None
        note = self._way(t("Note a need…"), "need") if going else None
        box = self.add_card(t("What residents need, most urgent first"), rank, note)
        if not found.needs:
            said = t("Nothing noted yet. Write it down as residents say it, one need at a time.")
            box.addWidget(words(said, tone="soft", wrap=True))
        for n, one in enumerate(found.needs):
            if n:
                box.addWidget(line())
            box.addWidget(self._need_row(found, one))
        self._ranking(found, box)

    def _need_row(self, found: Needs, one: NeedNoted) -> QWidget:
        t = self.desk.t
        order = found.ranking.order if found.ranking else ()
        rank = str(order.index(one.entry) + 1) if one.entry in order else "–"
        place = words(rank, "value", "accent" if one.entry in order else "soft")
        place.setFixedWidth(self.desk.px(36))
        place.setAccessibleName(
            t("Rank {n}", n=rank) if one.entry in order else t("without a rank")
        )
        told = words(one.text, wrap=True, name=f"need.{one.entry}")
        about = words(airy(self._about_need(found, one)), "secondary", wrap=True)
        held = QWidget()
        made = row(on=held)
        made.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        made.addLayout(column(told, about, gap=2), 1)
        made.addWidget(self.strike_button(one.entry, one.text), 0, Qt.AlignmentFlag.AlignTop)
        return held

    def _about_need(self, found: Needs, one: NeedNoted) -> str:
        """By how many it was named, and where."""
        t, lang = self.desk.t, self.desk.lang
        rests = [it for it in found.asked if it.entry in one.asked]
        parts: list[str] = []
        if one.named_by:
            whole = sum(it.people for it in rests)
            named = counted(one.named_by, Unit.PEOPLE, lang)
            parts.append(
                t("named by {people} of {all}", people=named, all=whole)
                if whole
                else t("named by {people}", people=named)
            )
        places = [asked_name(self.desk, it) for it in rests]
        parts.append(
            t("from: {places}", places=listing(places, lang))
            if places
            else t("it is not said where it was named")
        )
        return " · ".join(parts)

    def _ranking(self, found: Needs, box: QVBoxLayout) -> None:
        t, one = self.desk.t, found.ranking
        if one is None or not found.needs:
            return
        day = near(one.on, self.today, self.desk.lang) if one.on else ""
        how = one.how or t("not said")
        said = (
            t("How it was ranked ({day}): {how}", day=day, how=how)
            if day
            else t("How it was ranked: {how}", how=how)
        )
        box.addWidget(words(airy(said), "secondary", wrap=True))

    def _announced(self, found: Needs, going: bool) -> None:
        t = self.desk.t
        way = self._way(t("Announce…"), "announce", grade="plain") if going else None
        box = self.add_card(t("Announced in public"), way)
        if not found.announced:
            said = t(
                "Nothing yet. A meeting that nobody heard of is a meeting of those who were told."
            )
            box.addWidget(words(said, tone="soft", wrap=True))
        for n, one in enumerate(found.announced):
            if n:
                box.addWidget(line())
            box.addWidget(self._notice_row(one))

    def _notice_row(self, one: PublicAnnounced) -> QWidget:
        t, lang = self.desk.t, self.desk.lang
        said = t(
            "{what} on {day}",
            what=round_title(one.what, lang),
            day=near(one.on, self.today, lang),
        )
        late = one.begins >= one.on
        told = QWidget()
        top = row(words(airy(said), "strong"), on=told)
        if late:
            top.addWidget(chip("✗ " + t("not before its day"), "warn"))
        top.addStretch(1)
        places = words(one.places, "secondary", wrap=True) if one.places else None
        files = files_of(self, one.entry, one.attached)
        end = self.strike_button(one.entry, said)
        return entry_row(self.desk, one.begins, told, places, files, end=end)


def invited_words(desk: Desk, one: ResidentsAsked) -> str:
    """Who had them come: 公开通知16人、楼长12人."""
    t, lang = desk.t, desk.lang
    told = [t("{how} {n}", how=round_title(it.how, lang), n=it.people) for it in one.invited]
    if one.invitation_unknown and (one.invited or one.source is Source.MEETING):
        unknown = one.invitation_unknown
        told.append(t("{how} {n}", how=t.within("invited", "Not known"), n=unknown))
    return (
        t("Who invited them: {ways}", ways=listing(told, lang))
        if told
        else t("It is not noted who invited them.")
    )


def asked_name(desk: Desk, one: ResidentsAsked) -> str:
    """One time at which residents were asked, short: 会议 5月28日."""
    today, lang = desk.now().date(), desk.lang
    between = " " if lang == "en" else ""
    return f"{round_title(one.source, lang)}{between}{near(one.on, today, lang)}"


def _point(said: str) -> QHBoxLayout:
    made = row(gap=8)
    made.addWidget(words("•", tone="accent"), 0, Qt.AlignmentFlag.AlignTop)
    made.addWidget(words(airy(said), wrap=True), 1)
    return made
