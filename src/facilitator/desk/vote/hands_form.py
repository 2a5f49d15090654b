"""The fields for hands: three numbers, in all or by seat group, and how their sum stands to who may answer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.vote.numbers import NumberField
from facilitator.desk.widgets import GroupMark, clear, column, elided, row, words
from facilitator.desk.widgets.marks import SignMark
from facilitator.desk.widgets.words import retone
from facilitator.meeting import Meeting
from facilitator.meeting.polls import Hands, Poll, answer_tests
from facilitator.rules.tally import ANSWER_FIELD, Choice
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.titles import title
from facilitator.words.tongue import NBSP

INKS = {Choice.FOR: "good_ink", Choice.AGAINST: "bad_ink", Choice.ABSTAIN: "soft"}


class HandsForm(QWidget):
    """`begin` is what stands in it at first, by seat group and under "" in all."""

    changed = Signal()
    """Another number stands in it."""
    finished = Signal()
    """Enter in the last field."""

    def __init__(
        self,
        desk: Desk,
        meeting: Meeting,
        poll: Poll,
        *,
        key: str = "",
        name: str = "vote.hands",
        begin: Mapping[str, Hands] | None = None,
    ) -> None:
        super().__init__()
        self._desk, self._meeting, self._poll = desk, meeting, poll
        self._key, self._name, self._begin = key, name, begin or {}
        self.fields: dict[tuple[str, Choice], NumberField] = {}
        self._sum = words("", "caption", name=f"{name}.sum", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(desk.px(16))
        self._grid.setVerticalSpacing(desk.px(6))
        needed = any(test.group for test in answer_tests(meeting.charter, poll.rule))
        self._by_group = QCheckBox(desk.t("Count each seat group"), self)
        self._by_group.setObjectName(f"{name}.groups")
        self._by_group.setChecked(needed or any(key for key in self._begin))
        self._by_group.setVisible(not needed and len(meeting.charter.groups) > 1)
        self._by_group.toggled.connect(self._build)
        column(self._grid, self._by_group, self._sum, on=self, gap=desk.px(10))
        self._build()

    @property
    def hands(self) -> Hands:
        """The numbers in all."""
        return self._sum_of(self._keys)

    @property
    def groups(self) -> dict[str, Hands]:
        """The numbers by group; empty where they are counted in all only."""
        return {key: self._sum_of([key]) for key in self._keys if key}

    @property
    def _keys(self) -> list[str]:
        return list(dict.fromkeys(key for key, _ in self.fields))

    def _sum_of(self, keys: list[str]) -> Hands:
        def total(choice: Choice) -> int:
            return sum(self.fields[key, choice].value() for key in keys)

        return Hands(**{ANSWER_FIELD[choice]: total(choice) for choice in Choice})

    def _build(self) -> None:
        desk = self._desk
        clear(self._grid)
        self.fields = {}
        for at, choice in enumerate(Choice, 1):
            sign = SignMark(desk.theme, choice.value, INKS[choice], 16)
            self._grid.addLayout(row(sign, _head(desk, choice), None), 0, at)
            self._grid.setColumnStretch(at, 1)
        groups = self._meeting.charter.groups if self._by_group.isChecked() else ()
        for line, group in enumerate(groups, 1):
            mark = GroupMark(desk.theme, line - 1, 13)
            name = elided(group.title.text(desk.lang), "strong")
            self._grid.addLayout(row(mark, name, gap=desk.px(8)), line, 0)
        for line, key in enumerate([group.key for group in groups] or [""], 1):
            for at, choice in enumerate(Choice, 1):
                self._grid.addWidget(self._field(key, choice), line, at)
        self.setFocusProxy(next(iter(self.fields.values())))
        self._tell()

    def _field(self, key: str, choice: Choice) -> NumberField:
        middle = f".{key}" if key else ""
        begin = self._begin.get(key)
        word, lang = title(choice, self._desk.lang), self._desk.lang
        group = self._meeting.charter.group(key)
        made = NumberField(
            self._desk,
            f"{group.title.text(lang)}: {word}" if group else word,
            f"{self._name}{middle}.{choice.value}",
            key=f"{self._key}{middle}.{choice.value}" if self._key else "",
            value=getattr(begin, ANSWER_FIELD[choice]) if begin else 0,
        )
        made.valueChanged.connect(self._tell)
        made.entered.connect(lambda: self._enter(made))
        self.fields[key, choice] = made
        return made

    def _enter(self, field: NumberField) -> None:
        """From one field to the next; from the last one to what sends them."""
        fields = list(self.fields.values())
        at = fields.index(field) + 1
        if at < len(fields):
            fields[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()

    def _tell(self) -> None:
        t, lang = self._desk.t, self._desk.lang
        hands, entitled = self.hands, len(self._poll.entitled)
        total = hands.in_favour + hands.against + hands.abstained
        rest = entitled - total
        people = counted(abs(rest), Unit.PEOPLE, lang)
        if rest < 0:
            said = t("{people} too many, count again", people=people)
        elif rest:
            said = t("{people} raised no hand", people=people)
        else:
            said = t("it adds up")
        sums = t(
            "{hands} counted, {people} may answer",
            hands=counted(total, Unit.PEOPLE, lang),
            people=counted(entitled, Unit.PEOPLE, lang),
        )
        self._sum.setText(airy(t.within("between", "; ").join((sums, said))))
        retone(self._sum, tone="bad" if rest < 0 else "soft")
        self.changed.emit()


def _head(desk: Desk, choice: Choice) -> QLabel:
    made = words(title(choice, desk.lang), "head")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return made


def hands_words(desk: Desk, hands: Hands) -> str:
    """Hands as they were counted: 赞成 11，反对 0，弃权 1."""
    t = desk.t
    return t.within("between", ", ").join(
        f"{title(choice, desk.lang)}{NBSP}{getattr(hands, ANSWER_FIELD[choice]):,}"
        for choice in Choice
    )
