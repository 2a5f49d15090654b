"""The charter of a body as people read it: what it says line by line, its versions, and its rule to try."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from facilitator.bodies import Body
from facilitator.desk.bodies.head import Head
from facilitator.desk.bodies.rule import RuleCard, force_words
from facilitator.desk.bodies.sides import Sides
from facilitator.desk.bodies.trial import Trial
from facilitator.desk.desk import Desk
from facilitator.desk.view import View
from facilitator.desk.widgets import clear, column, line, row, words
from facilitator.rules.charter import Charter, DecisionRule, Tie
from facilitator.rules.outcome import Outcome
from facilitator.session import Change
from facilitator.words.figures import Unit, airy, counted, date_words, duration, listing
from facilitator.words.thresholds import group_words, rule_sentence, share_of_base
from facilitator.words.titles import title
from facilitator.words.tongue import tongue

Line = tuple[str, str]


def charter_rows(charter: Charter, lang: str) -> Iterator[Line]:
    """What a charter says, as a head and its words; what it leaves open is said to be open."""
    t = tongue(lang)
    unsaid = t("not specified")
    yield t("Seats"), "\n".join(_groups(charter, lang))
    if charter.offices:
        yield t("Offices"), "\n".join(_offices(charter, lang))
    for rule in charter.rules:
        usual = rule.key == charter.default_rule and len(charter.rules) > 1
        head = t("Rule (applies unless another is named)") if usual else t("Voting rule")
        yield head, "\n".join(_rule(charter, rule, lang))
    shares = [share_of_base(one, lang, charter=charter) for one in charter.quorum]
    quorum = t.within("between", " and ").join(shares)
    if quorum:
        quorum += "\n" + title(charter.quorum_lost, lang)
    yield t("Quorum"), quorum or unsaid
    days = counted(charter.notice_days, Unit.DAYS, lang) if charter.notice_days else unsaid
    yield t("Notice before a meeting"), days
    yield t("Speaking, for each member"), _speaking(charter, lang)
    seconded = t("A motion needs a second.")
    yield t("Motions"), seconded if charter.second_required else t("A motion needs no second.")
    months = t.many("{n} month", "{n} months", charter.term_months) if charter.term_months else ""
    yield t("Term of office"), months or unsaid
    if charter.alternates:
        yield t("Alternates"), t("{number} at most", number=charter.alternates)
    if charter.executor is not None:
        yield t("Carried out by"), charter.executor.text(lang)
    source = f"{charter.source.title} {charter.source.place}".rstrip()
    quote = f"\n“{charter.source.quote}”" if charter.source.quote else ""
    yield t("Where it comes from"), source + quote


def _groups(charter: Charter, lang: str) -> Iterator[str]:
    t = tongue(lang)
    for group in charter.groups:
        seats = counted(group.seats, Unit.SEATS, lang) if group.seats else t("as many as register")
        yield t("{group}: {seats}", group=group.title.text(lang), seats=seats)


def _offices(charter: Charter, lang: str) -> Iterator[str]:
    t = tongue(lang)
    for office in charter.offices:
        parts = [office.title.text(lang)]
        if office.group:
            parts.append(t("from {group}", group=group_words(office.group, charter, lang)))
        if office.chairs:
            parts.append(t("runs the meeting"))
        yield t.within("between", ", ").join(parts)


def _rule(charter: Charter, rule: DecisionRule, lang: str) -> Iterator[str]:
    t = tongue(lang)
    sentence = rule_sentence(charter, rule, lang)
    yield t("{rule}: {sentence}.", rule=rule.title.text(lang), sentence=sentence)
    details = [title(rule.recusal, lang), title(rule.blank, lang)]
    if rule.tie is not Tie.FAILS:
        details.insert(0, title(rule.tie, lang))
    yield t.within("between", "; ").join(details)
    if rule.source:
        yield rule.source


def _speaking(charter: Charter, lang: str) -> str:
    t, limits = tongue(lang), charter.speaking
    parts = [duration(limits.seconds, lang)] if limits.seconds else []
    if limits.speeches:
        parts.append(t.many("{n} speech on a motion", "{n} speeches on a motion", limits.speeches))
    return t.within("between", ", ").join(parts) or t("not limited")


class CharterPage(View):
    """All versions that were adopted can be read; the newest is shown first."""

    def __init__(self, desk: Desk, body: str) -> None:
        super().__init__(desk)
        self.id, self._rule = body, ""
        self.setObjectName("charter")
        t, px = desk.t, desk.px
        self.head = Head(desk, back=(t("Back to the body"), lambda: desk.go("bodies", body)))
        self.head.title.setText(t("Charter"))
        adopt = t("Take another charter…")
        self.head.way(adopt, "charter.adopt", lambda: desk.go("bodies", body, "adopt"))
        amend = t("Change the charter…")
        self.head.way(amend, "charter.amend", lambda: desk.go("bodies", body, "amend"))
        self._versions = QComboBox()
        self._versions.setObjectName("charter.version")
        self._versions.setAccessibleName(t("Version"))
        self._versions.activated.connect(lambda: self._show())
        content, inner = QWidget(), QWidget()
        self._box: QVBoxLayout = column(on=content, gap=px(8), margins=px(24))
        self._trial, self._card = Trial(desk), RuleCard(desk)
        self._trial.told.connect(self._figures)
        self._card.chosen.connect(self._choose)
        column(self._card, line(), self._trial, None, on=inner, gap=px(16), margins=px(20))
        both = Sides(desk, content, inner, (t("Charter"), t("Try it")))
        margins = (px(32), px(24), px(32), px(24))
        column(self.head, both, on=self, margins=margins, gap=px(16)).setStretch(1, 1)
        self._shown: object = None
        self.refresh_now()

    @property
    def body(self) -> Body:
        """The body as it is now."""
        return self.desk.session.body(self.id)

    def concerns(self, change: Change) -> bool:
        """Acts of this body."""
        return change.stream == f"body/{self.id}"

    def refresh(self) -> None:
        """Read the versions; the one that was looked at stays unless there is a newer one."""
        charters, lang = self.body.charters, self.desk.lang
        self.head.under.setText(self.body.name)
        if len(charters) != self._versions.count():
            self._versions.clear()
            for one in reversed(charters):
                self._versions.addItem(force_words(one, lang), one.version)
        self._show()

    def _show(self) -> None:
        charter = self._looked_at()
        shown = (charter, self._rule, len(self.body.seated))
        if shown == self._shown:
            return
        self._shown = shown
        self._read(charter)
        self._try(charter)

    def _looked_at(self) -> Charter:
        """The version that was chosen."""
        version = self._versions.currentData()
        return next(one for one in self.body.charters if one.version == version)

    def _read(self, charter: Charter) -> None:
        """The left side: the words."""
        t, lang, px = self.desk.t, self.desk.lang, self.desk.px
        # The choice of versions stands outside of what is thrown away.
        self._versions.setParent(None)
        clear(self._box)
        head = words(charter.title.text(lang), "item", wrap=True)
        line_up = row(head, self._versions, gap=px(12))
        line_up.setStretch(0, 1)
        self._box.addLayout(line_up)
        self._versions.show()
        self._versions.setVisible(self._versions.count() > 1)
        self._box.addWidget(words(airy(charter.sentence.text(lang)), "lead", wrap=True))
        self._box.addWidget(words(force_line(charter, lang), "secondary", wrap=True))
        self._box.addWidget(line())
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(10))
        for at, (said, text) in enumerate(charter_rows(charter, lang)):
            label = words(said, "caption", "soft", wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setFixedWidth(px(128))
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(airy(text), wrap=True), at, 1)
        grid.setColumnStretch(1, 1)
        self._box.addLayout(grid)
        if len(self.body.charters) > 1:
            note = t("Meetings keep the version under which they were held.")
            self._box.addWidget(words(note, "secondary", wrap=True))
        self._box.addStretch(1)

    def _try(self, charter: Charter) -> None:
        """The right side: one rule in figures, and to play with."""
        rule = charter.rule(self._rule) or charter.rule()
        assert rule is not None
        self._trial.try_rule(charter, rule, self.body)
        self._card.show_rule(charter, rule, self._trial.outcome)

    def _figures(self, outcome: Outcome) -> None:
        self._card.show_figures(outcome, self._looked_at())

    def _choose(self, key: str) -> None:
        self._rule = key
        self._show()


def force_line(charter: Charter, lang: str) -> str:
    """Which version, and from when until when it is in force."""
    t = tongue(lang)
    parts = [force_words(charter, lang)]
    if charter.valid_until is not None:
        until = date_words(charter.valid_until, lang)
        parts.append(airy(t("In force until {day}", day=until)))
    return listing(parts, lang) if lang == "zh" else "; ".join(parts)
