"""Writing a charter: name, seats, offices, rules, meetings at the left; what comes of it at the right."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLayout, QVBoxLayout, QWidget

from facilitator.acts import RuleViolation
from facilitator.desk.bodies.draft import free_key, sentence_of
from facilitator.desk.bodies.editside import EditSide
from facilitator.desk.bodies.grouprows import (
    MOST_GROUPS,
    GroupRow,
    Lines,
    OfficeRow,
    new_group,
    new_office,
)
from facilitator.desk.bodies.meetingbox import MeetingBox
from facilitator.desk.bodies.rulebox import RuleBox
from facilitator.desk.bodies.sides import Sides
from facilitator.desk.bodies.wordsfield import WordsField
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, column, line, row, words
from facilitator.rules.charter import Base, Charter, DecisionRule, Threshold, Words
from facilitator.rules.charter_check import check_charter


class CharterEditor(QWidget):
    """`charter()` is what stands there, usable or not; `usable()` says what is wrong with it.

    `foot` is the row of buttons under the right side.
    """

    changed = Signal()

    def __init__(self, desk: Desk, charter: Charter, body: str = "") -> None:
        super().__init__()
        self._desk, self._base = desk, charter
        self._draft = charter
        self.setObjectName("editor")
        t, px = desk.t, desk.px
        other = {"zh": t("Write names in English, too"), "en": t("Write names in Chinese, too")}
        self._other = QCheckBox(other[desk.lang])
        self._other.setObjectName("editor.other")
        self._other.toggled.connect(self._show_other)
        self._content = QWidget()
        self._box: QVBoxLayout = column(on=self._content, gap=px(12), margins=px(20))
        self.side = EditSide(desk, body)
        foot = QWidget()
        self.foot = row(None, on=foot, gap=px(12))
        column(
            Sides(desk, self._content, self.side, (t("Charter"), t("What it says")), foot), on=self
        )
        self._show(charter)

    def charter(self) -> Charter:
        """What stands there now; its sentence is written anew where seats or rules are others."""
        draft = msgspec.structs.replace(
            self._draft,
            title=self._title.words(),
            groups=tuple(one.group() for one in self._groups),
            offices=tuple(one.office() for one in self._offices),
            rules=tuple(one.rule() for one in self._rules),
        )
        draft = self._meeting.read(draft)
        same = (draft.groups, draft.rules, draft.default_rule) == (
            self._base.groups,
            self._base.rules,
            self._base.default_rule,
        )
        sentence = self._base.sentence if same else sentence_of(draft)
        return msgspec.structs.replace(draft, sentence=sentence)

    def usable(self) -> Charter | None:
        """The charter, if it makes sense as a whole; else None, and the sentence that says why not."""
        charter = self.charter()
        try:
            check_charter(charter)
        except RuleViolation as refusal:
            self.side.say(self._desk.sentence(refusal))
            return None
        return charter

    def _show(self, charter: Charter) -> None:
        """Build the left side anew for a charter with other lines."""
        desk = self._desk
        t = desk.t
        self._draft = charter
        self._groups = [GroupRow(desk, at, one) for at, one in enumerate(charter.groups)]
        self._offices = [OfficeRow(desk, charter, one) for one in charter.offices]
        self._rules = [RuleBox(desk, charter, one) for one in charter.rules]
        self._title = WordsField(desk, t("Name of the charter"), "editor.title", charter.title)
        self._meeting = MeetingBox(desk, charter)
        groups = Lines(desk, "editor.group.add", t("Another group"))
        groups.show_lines(self._groups, least=1, why=t("One is needed."))
        groups.more.connect(self._add_group)
        groups.dropped.connect(self._drop_group)
        offices = Lines(desk, "editor.office.add", t("Another office"))
        offices.show_lines(self._offices, least=0, why="")
        offices.more.connect(self._add_office)
        offices.dropped.connect(self._drop_office)
        self._box.removeWidget(self._other)  # this one is kept
        _drop(self._box)
        self._fill(groups, offices)
        self._connect()
        self._show_other(self._other.isChecked())
        self.setFocusProxy(self._title)
        self._tell()

    def _fill(self, groups: Lines, offices: Lines) -> None:
        t = self._desk.t
        add = button(t("Another rule"), "link", "small", name="editor.rule.add")
        add.clicked.connect(self._add_rule)
        seats = row(words(t("Seats"), "head"), None, words(t("0: as many as register"), "small"))
        pieces = (
            words(t("Name of the charter"), "head"), self._title, self._other, line(),
            seats, groups, line(),
            words(t("Offices"), "head"), offices, line(),
            words(t("Rules for voting"), "head"), *self._rules, row(add, None), line(),
            self._meeting,
        )  # fmt: skip
        for piece in pieces:
            if isinstance(piece, QWidget):
                self._box.addWidget(piece)
            else:
                self._box.addLayout(piece)
        self._box.addStretch(1)
        self._other.show()

    def _connect(self) -> None:
        for one in (self._title, self._meeting, *self._groups, *self._offices, *self._rules):
            one.changed.connect(self._tell)
        for at, one in enumerate(self._rules):
            one.dropped.connect(lambda at=at: self._drop_rule(at))
            one.made_default.connect(lambda at=at: self._make_default(at))

    def _tell(self) -> None:
        charter = self.charter()
        for one in (self._meeting, *self._offices, *self._rules):
            one.name_groups(charter)
        self.side.show_charter(charter)
        self.changed.emit()

    def _show_other(self, on: bool) -> None:
        for one in (self._title, self._meeting, *self._groups, *self._offices, *self._rules):
            one.show_other(on)

    def _add_group(self) -> None:
        charter = self.charter()
        if len(charter.groups) < MOST_GROUPS:
            groups = (*charter.groups, new_group(charter))
            self._show(msgspec.structs.replace(charter, groups=groups))
            self._groups[-1].title.mine.setFocus()

    def _drop_group(self, at: int) -> None:
        """What was tied to the group is tied to none."""
        charter = self.charter()
        gone = charter.groups[at].key
        groups = tuple(one for one in charter.groups if one.key != gone)
        offices = tuple(
            msgspec.structs.replace(one, group="") if one.group == gone else one
            for one in charter.offices
        )
        rules = tuple(_without(one, gone) for one in charter.rules)
        quorum = _freed(charter.quorum, gone)
        self._show(
            msgspec.structs.replace(
                charter, groups=groups, offices=offices, rules=rules, quorum=quorum
            )
        )

    def _add_office(self) -> None:
        charter = self.charter()
        offices = (*charter.offices, new_office(charter))
        self._show(msgspec.structs.replace(charter, offices=offices))
        self._offices[-1].title.mine.setFocus()

    def _drop_office(self, at: int) -> None:
        charter = self.charter()
        offices = (*charter.offices[:at], *charter.offices[at + 1 :])
        self._show(msgspec.structs.replace(charter, offices=offices))

    def _add_rule(self) -> None:
        charter = self.charter()
        key = free_key("rule", [one.key for one in charter.rules])
        base = Base.SEATS if all(one.seats for one in charter.groups) else Base.IN_OFFICE
        consent = (Threshold(share="1/2", base=base, strict=True),)
        rule = DecisionRule(key=key, title=Words(zh="", en=""), consent=consent)
        self._show(msgspec.structs.replace(charter, rules=(*charter.rules, rule)))
        self._rules[-1].title.mine.setFocus()

    def _drop_rule(self, at: int) -> None:
        charter = self.charter()
        rules = (*charter.rules[:at], *charter.rules[at + 1 :])
        usual = charter.default_rule
        if usual not in {one.key for one in rules}:
            usual = rules[0].key
        self._show(msgspec.structs.replace(charter, rules=rules, default_rule=usual))

    def _make_default(self, at: int) -> None:
        charter = self.charter()
        self._show(msgspec.structs.replace(charter, default_rule=charter.rules[at].key))


def _drop(box: QLayout) -> None:
    """Let go of everything in a box. Nothing is taken from its parent: that would dress all of it anew."""
    while (item := box.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
        elif (inner := item.layout()) is not None:
            _drop(inner)


def _without(rule: DecisionRule, group: str) -> DecisionRule:
    return msgspec.structs.replace(
        rule,
        consent=_freed(rule.consent, group),
        participation=_freed(rule.participation, group),
    )


def _freed(several: tuple[Threshold, ...], group: str) -> tuple[Threshold, ...]:
    """Conditions of a group that is gone are conditions of the whole body."""
    return tuple(
        msgspec.structs.replace(one, group="") if one.group == group else one for one in several
    )
