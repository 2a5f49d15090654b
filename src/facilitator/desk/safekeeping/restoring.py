"""Restoring a backup: which there are, what each would lose, and the one click that puts it in place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.safekeeping.airing import aired
from facilitator.desk.safekeeping.backups import row_of, rows_of
from facilitator.desk.safekeeping.folders import folder_of, is_chosen
from facilitator.desk.safekeeping.grid import Grid
from facilitator.desk.safekeeping.job import Job
from facilitator.desk.safekeeping.progress import Progress
from facilitator.desk.settings import Settings
from facilitator.desk.troubled import Screen
from facilitator.desk.widgets import button, card, clear, column, elided, row, scrolling, words
from facilitator.desk.wishes import RestoreNow
from facilitator.words.histories import history_words
from facilitator.words.keeping import plan_lines
from facilitator.words.refusals import refusal_sentence

if TYPE_CHECKING:
    from facilitator.safekeeping.choosing import Choice, Told
    from facilitator.safekeeping.taking import Raw
    from facilitator.session import Session


class RestoreScreen(Screen):
    """Over the window, with an archive open beneath it (`session`) or none that can be opened."""

    wished = Signal(object)
    back = Signal()

    def __init__(
        self,
        settings: Settings,
        archive: Path,
        session: Session | None,
        now: datetime,
        proposed: str = "",
    ) -> None:
        """`proposed` is the path of a backup that stands first, "" for none."""
        super().__init__(settings, "restore", wide=True)
        t, px = self.t, self.px
        self._settings, self._archive, self._session, self._now = settings, archive, session, now
        self._raw: Raw | None = None
        self._on_stick = ""
        """Where those that are shown lie, if that is not the folder for backups."""
        self._proposed = proposed
        self._empty, self._unread = False, ""
        """`_unread`: why no copy of the archive that is open could be taken to compare backups with."""
        self._job = Job(self)
        self.list = Grid(
            self.theme, "restore.list", t("Backups"),
            (t.within("backup", "Made"), t.within("file", "Size"), t("Recorded since, not in it")),
            (240, 110, 0),
        )  # fmt: skip
        self.list.setMinimumHeight(px(130))
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._soon.start())
        self._soon = QTimer(self)  # whoever goes down the list with the keys waits for none of them
        self._soon.setSingleShot(True)
        self._soon.setInterval(150)
        self._soon.timeout.connect(self._look_at_chosen)
        self._progress = Progress(t, self.theme, "restore")
        self._progress.stop_button.hide()
        self._none = words("", wrap=True, name="restore.none")
        self._none.hide()
        inner = QWidget()
        self._sheet = card("good", name="restore.told")
        self._sheet.hide()
        self._told = column(on=self._sheet, margins=px(12), gap=px(4))
        column(self._sheet, None, on=inner)
        self._area = scrolling(inner)
        self._area.setAccessibleName(t("What restoring it would do"))
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        body = column(
            words(t("Restore a backup"), "title"),
            elided(t("The archive now: {path}", path=archive), "secondary", name="restore.archive"),
            self._none, self.list, self._progress, self._bad(), self._area, self._foot(),
            on=self.card, margins=px(24), gap=px(12),
        )  # fmt: skip
        body.setStretch(3, 3)
        body.setStretch(6, 3)
        self.first = self.list
        self._job.start(self._open())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)

    # --- the pieces

    def _bad(self) -> QWidget:
        self._box = card("bad", name="restore.trouble")
        self._why = words("", tone="bad", wrap=True, name="restore.trouble.why")
        column(self._why, on=self._box, margins=self.px(12))
        self._box.hide()
        return self._box

    def _foot(self) -> QWidget:
        t, held = self.t, QWidget()
        back = button(t("Back"), name="restore.back", icon=self.theme.icon("arrow-left"))
        back.clicked.connect(self.back)
        self._other = button(
            t("Another file…"), name="restore.other", icon=self.theme.icon("folder-open")
        )
        self._other.clicked.connect(self._choose)
        self.act = button(t("Restore this backup"), "primary", "big", name="restore.act")
        self.act.clicked.connect(self._do)
        self.act.setEnabled(False)
        row(back, self._other, None, self.act, on=held, gap=self.px(8))
        return held

    # --- which

    async def _open(self) -> None:
        """Copy the archive that is open, so that it can be compared, and show what backups there are."""
        from facilitator.desk.safekeeping.awaiting import awaited
        from facilitator.safekeeping.backing import extent
        from facilitator.safekeeping.errand import Stopped
        from facilitator.safekeeping.taking import begin

        try:
            self._empty = self._session is not None and not extent(self._session).events
            if self._session is not None and not self._empty:
                raw = await awaited(begin(self._session), self._progress.tell)
                if not isValid(self):
                    raw.discard()
                    return
                self._raw = raw
                self.destroyed.connect(lambda: raw.discard())
        except Trouble as trouble:  # a failing disk, or a full one: backups are wanted all the more
            self._unread = trouble.code
        except Stopped:
            return
        try:
            found = await self._found()
        except Trouble as wrong:
            none = wrong.code == "no-folder" and not is_chosen(self._settings)
            self._show_choices([], None if none else wrong)
        else:
            self._show_choices(found)

    async def _found(self) -> list[Choice]:
        """What lies in the folder for backups; when nothing does, on the sticks that are plugged in."""
        from facilitator.desk.safekeeping.awaiting import elsewhere
        from facilitator.desk.safekeeping.sticks import sticks
        from facilitator.safekeeping.choosing import after_nothing, choices, choices_on

        wrong: Trouble | None = None
        found: list[Choice] = []
        try:
            found = await elsewhere(choices, folder_of(self._settings), self._archive, self._raw)
        except Trouble as trouble:
            wrong = trouble
        if not found:
            roots = [one.path for one in await elsewhere(sticks)]
            found = await elsewhere(choices_on, roots, self._archive, self._raw)
            self._on_stick = str(found[0].backup.path.parent) if found else ""
        if self._empty:
            found = [after_nothing(one) for one in found]
        if wrong is not None and not found:
            raise wrong
        return found

    def _show_choices(
        self, found: list[Choice], wrong: Trouble | RuleViolation | None = None
    ) -> None:
        if not isValid(self):
            return
        self._progress.over()
        gone = self._session is None and not self._archive.exists()
        self.list.show_rows(rows_of(found, self.t, self._now, gone=gone))
        self.list.setVisible(bool(found))
        none = self.t(
            "There is no backup of this archive in the folder for backups, nor on a stick that is plugged "
            "in. If it lies elsewhere, choose the file."
        )
        if self._on_stick:
            none = self.t("These lie on a stick: {path}", path=self._on_stick)
        self._none.setText(self._sentence(wrong) if wrong is not None else none)
        self._none.setVisible(not found or bool(self._on_stick))
        if self._proposed:
            self._chosen(self._proposed)
        elif found:
            sound = (at for at, one in enumerate(found) if one.backup.sound)
            self.list.selectRow(next(sound, 0))
            self.list.setFocus()
        else:
            self._offer_other()

    def _offer_other(self) -> None:
        """There is nothing to restore yet: to look for it elsewhere is the way on."""
        self.act.hide()
        self._other.set_look("primary")
        self._other.setIcon(self.theme.icon("folder-open", "accent_on"))
        self._other.setFocus()

    def _choose(self) -> None:
        """Ask for a backup that lies elsewhere."""
        from facilitator.desk.archives import ask

        ask(self, self.t, self._archive.parent, self._chosen, title=self.t("Choose a backup"))

    def _chosen(self, path: str) -> None:
        rows = [one for one in self.list.model_of_rows.rows if one.key != Path(path)]
        self.list.show_rows([row_of(Path(path), self.t, self._now), *rows])
        self.list.show()
        self._none.hide()
        self.act.show()
        self._other.set_look("plain")
        self._other.setIcon(self.theme.icon("folder-open"))
        self._soon.start()

    # --- what it would do

    def _look_at_chosen(self) -> None:
        chosen = self.list.chosen
        self.act.setEnabled(False)
        self._box.hide()
        clear(self._told)
        self._sheet.hide()
        if chosen is not None and isinstance(chosen.key, Path):
            self._job.start(self._look_at(chosen.key))

    async def _look_at(self, backup: Path) -> None:
        from facilitator.desk.safekeeping.awaiting import awaited
        from facilitator.safekeeping import choosing
        from facilitator.safekeeping.errand import Errand, Stopped
        from facilitator.safekeeping.taking import Step

        await self._job.before()
        self._progress.tell(Step.VERIFYING, 0, 0)
        try:
            how = {"empty": self._empty, "unread": self._unread}
            work = Errand(choosing.plan, self._archive, backup, self._raw, **how)
            told = await awaited(work)
        except (Trouble, RuleViolation) as wrong:
            if isValid(self):
                self._progress.over()
                self._why.setText(aired(self._sentence(wrong)))
                self._box.show()
        except Stopped:
            return
        else:
            if isValid(self):
                self._progress.over()
                self._tell(told)

    def _tell(self, told: Told) -> None:
        def name_of(stream: str) -> str:
            one = told.histories.get(stream)
            if one is None:
                return stream
            return history_words(
                stream, self.lang, body=one.body, title=one.title, day=one.day, number=one.number
            )

        lines = list(plan_lines(told.plan, self.lang, name_of))
        if told.bodies:
            names = self.t.within("listing", ", ").join(told.bodies)
            lines.insert(1, self.t("It is of: {bodies}.", bodies=names))
        for line in lines:
            said = words(aired(line.strip()), wrap=True)
            indent = row(said, margins=(self.px(24) if line.startswith(" ") else 0, 0, 0, 0))
            self._told.addLayout(indent)
        loses = bool(told.plan.lost or told.plan.unknown)
        self._sheet.setProperty("look", "warn" if loses else "good")
        self._sheet.style().unpolish(self._sheet)
        self._sheet.style().polish(self._sheet)
        self._sheet.show()
        self.act.setEnabled(True)
        self.act.setFocus()

    def _do(self) -> None:
        chosen = self.list.chosen
        if chosen is not None and isinstance(chosen.key, Path):
            self._job.stop()
            self.wished.emit(RestoreNow(self._archive, chosen.key))

    def _sentence(self, wrong: Trouble | RuleViolation) -> str:
        return refusal_sentence(wrong.code, wrong.facts, self.lang)
