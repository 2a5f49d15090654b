"""What is new between two revisions: what came in, what went out, what changed, and by how much money."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import Wording, chip, clear, column, line, row, words
from facilitator.desk.widgets.steady import steady
from facilitator.rounds.comparing import compare
from facilitator.rounds.needs import NeedNoted
from facilitator.rounds.proposal import ProposalSubmitted, proposals_of
from facilitator.words.aftermath import near
from facilitator.words.comparing import Told, differences, field_differences
from facilitator.words.difference import Kept, Piece, difference, difference_words
from facilitator.words.figures import airy, money

KIND_WIDE, SIGN_WIDE = 104, 104


class ComparePanel(ProjectPanel):
    """Any two revisions; at first the last two."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Compare revisions"), width=920)
        self.setObjectName("compare")
        found = proposals_of(self.case)
        self._all = found.all
        named = [
            (str(n), self._named(n, one.event, one.at.date()))
            for n, one in enumerate(found.revisions)
            if isinstance(one.event, ProposalSubmitted)
        ]
        self.old = self._choice(t("Before"), "compare.old", named, len(named) - 2)
        self.new = self._choice(t("Now"), "compare.new", named, len(named) - 1)
        both = row(gap=desk.px(16))
        for said, field in ((t("Before"), self.old), (t("Now"), self.new)):
            label = words(said)
            label.setBuddy(field)
            both.addLayout(column(label, field, gap=desk.px(4)), 1)
        self.form.addLayout(both)
        self._changes = column(gap=desk.px(6))
        self.form.addLayout(self._changes)
        self.form.addStretch(1)
        self.finish(t("Close"), self.accept, cancel=False, name="compare.done")
        self._show()
        self.settle()
        for field in (self.old, self.new):
            field.currentIndexChanged.connect(self._show)
        self.old.setFocus()

    def _named(self, n: int, one: ProposalSubmitted, day: object) -> str:
        t, lang = self.desk.t, self.desk.lang
        when = near(one.on, self.today, lang) if one.on else str(day)
        asked = t("asks for {sum}", sum=money(one.asked_fen, lang))
        return airy(f"{t('Revision {n}', n=n + 1)} · {when} · {asked}")

    def _choice(self, said: str, name: str, named: list[tuple[str, str]], at: int) -> QComboBox:
        field = QComboBox()
        field.setObjectName(name)
        field.setAccessibleName(said)
        for key, text in named:
            field.addItem(text, key)
        field.setCurrentIndex(at)
        steady(field)
        return field

    def _show(self) -> None:
        t, lang = self.desk.t, self.desk.lang
        clear(self._changes)
        old, new = (self._all[int(one.currentData())] for one in (self.old, self.new))
        found = compare(old, new)
        texts = {one.entry: one.text for one in self.case.events(NeedNoted)}
        fields = field_differences(found, lang)
        told = differences(found, lang, lambda entry: texts.get(entry, entry))
        if new.because and old is not new:
            because = t("Why it was revised: {because}", because=new.because)
            self._changes.addWidget(words(airy(because), "secondary", wrap=True))
        if not fields and not told:
            self._changes.addWidget(words(t("Both say the same."), tone="soft"))
        for one in (*fields, *told):
            self._changes.addWidget(line())
            self._changes.addWidget(self._change(one, whole=one in fields))
        self.settle()

    def _change(self, one: Told, *, whole: bool) -> QWidget:
        """Of what kind, whether it came in, went out or changed, old and new, and the money."""
        t, px = self.desk.t, self.desk.px
        held = QWidget()
        made = row(on=held, gap=px(12))
        kind = words(one.kind, "strong", wrap=True)
        kind.setFixedWidth(px(KIND_WIDE))
        made.addWidget(kind, 0, Qt.AlignmentFlag.AlignTop)
        if one.old and one.new:
            sign = chip("≠ " + t.within("compared", "changed"), "warn")
        elif one.new:
            sign = chip("+ " + t.within("compared", "came in"), "good")
        else:
            sign = chip("− " + t.within("compared", "went out"), "bad")
        signs = QWidget()
        signs.setFixedWidth(max(px(SIGN_WIDE), sign.sizeHint().width()))
        row(sign, None, on=signs)
        made.addWidget(signs, 0, Qt.AlignmentFlag.AlignTop)
        text = Wording(self.desk.theme, kind="")
        old, new = airy(one.old), airy(one.new)
        pieces = difference(old, new)
        if whole:  # half a day or half a sum says nothing
            pieces = Piece(old, Kept.OLD), Piece(" → ", Kept.BOTH), Piece(new, Kept.NEW)
        text.show_pieces(pieces)
        said = t("{old} to {new}", old=one.old, new=one.new) if one.old and one.new else ""
        text.setAccessibleDescription(said or difference_words(pieces, self.desk.lang))
        made.addWidget(text, 1)
        if one.fen:
            made.addWidget(self._more(one.fen), 0, Qt.AlignmentFlag.AlignTop)
        return held

    def _more(self, fen: int) -> QWidget:
        sign = "+" if fen > 0 else "−"
        return words(airy(f"{sign}{money(abs(fen), self.desk.lang)}"), "strong")
