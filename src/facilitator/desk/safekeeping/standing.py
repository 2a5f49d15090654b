"""How the backups of an archive stand, in two lines: the newest one, and what is not in it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.acts import Trouble
from facilitator.desk.desk import Desk
from facilitator.desk.safekeeping.backups import when_words
from facilitator.desk.widgets import column, row, words
from facilitator.desk.widgets.marks import SignMark
from facilitator.desk.widgets.words import retone
from facilitator.words.figures import airy


class Standing(QWidget):
    """✓ and the newest backup, ✗ while none can be made, no sign while nothing is known."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._yes = SignMark(desk.theme, "for", "good_ink")
        self._no = SignMark(desk.theme, "against", "bad")
        self._said = words("", "strong", wrap=True, name="backup.state")
        self._more = words("", "secondary", wrap=True, name="backup.more")
        top = row(self._yes, self._no, self._said, gap=desk.px(8))
        top.setStretch(2, 1)
        column(top, self._more, on=self, gap=desk.px(4))

    def show_now(self) -> None:
        """Say what the keeper knows now."""
        keeper = self._desk.keeper
        bad = keeper.keeps and keeper.trouble is not None
        good = keeper.keeps and not bad and keeper.last is not None
        self._said.setText(airy(self._newest()))
        retone(self._said, tone="good" if good else "")
        self._more.setText(airy(self._rest()))
        self._more.setVisible(keeper.keeps)
        self._yes.setVisible(good)
        self._no.setVisible(bad)

    def _newest(self) -> str:
        keeper, t = self._desk.keeper, self._desk.t
        if not keeper.keeps:
            return t("This archive is not backed up: it is a sample, or one to look at.")
        if keeper.last is not None:
            when = when_words(t, keeper.last.at, self._desk.now())
            return t.many(
                "Last backup: {when}, verified. There is {n}.",
                "Last backup: {when}, verified. There are {n}.",
                keeper.count,
                when=when,
            )
        if not keeper.known and keeper.trouble is None:
            return t("Looking for backups…")
        return t("There is no backup in this folder yet.")

    def _rest(self) -> str:
        keeper, t = self._desk.keeper, self._desk.t
        said = t(
            "Made by itself after each vote and meeting, and every ten minutes when something is new. "
            "All of two days are kept, then one a day, a week, a month."
        )
        if keeper.last is None:
            return said
        try:
            safe = keeper.safe
        except Trouble:  # the archive's own, which is said where it is used
            return said
        now = t("Everything is in it.") if safe else t("What came later will be in the next.")
        return t.within("sentences", "{one} {other}", one=now, other=said)
