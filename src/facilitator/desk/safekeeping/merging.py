"""Merging archives: choose, look first, then one click. Nothing happens before it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from facilitator import overview
from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.folders import begin_in
from facilitator.desk.safekeeping.airing import aired
from facilitator.desk.safekeeping.job import Job
from facilitator.desk.safekeeping.mergetable import amiss, coming, merge_rows, merge_table
from facilitator.desk.safekeeping.progress import Progress
from facilitator.desk.settings import Settings
from facilitator.desk.troubled import Screen
from facilitator.desk.widgets import button, card, column, elided, row, words
from facilitator.desk.wishes import MergeNow
from facilitator.words.refusals import refusal_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.safekeeping.merging import Looked
    from facilitator.session import Session


class MergeScreen(Screen):
    """Over the window, while the archive is open beneath it."""

    wished = Signal(object)
    back = Signal()

    def __init__(self, settings: Settings, session: Session) -> None:
        super().__init__(settings, "merge", wide=True)
        self._settings = settings
        t, px = self.t, self.px
        self._session, self._others = session, ()
        self._job = Job(self)
        self.table = merge_table(self.theme, self.lang, "merge.table")
        self.table.hide()
        self._about = words(
            t(
                "What other archives have and this one has not comes over: from other laptops, or from "
                "the committees of a subdistrict. First you see what that is. Where both sides went on "
                "in their own way, nothing is taken over."
            ),
            wrap=True,
        )
        self._said = words("", "strong", wrap=True, name="merge.said")
        self._note = words("", "secondary", wrap=True, name="merge.note")
        self._progress = Progress(t, self.theme, "merge")
        self._progress.stopped.connect(self._stop)
        self._box = card("bad", name="merge.trouble")
        self._why = words("", tone="bad", wrap=True, name="merge.trouble.why")
        column(self._why, on=self._box, margins=px(12))
        self._box.hide()
        body = column(
            words(t("Merge archives"), "title"),
            elided(t("Into {path}", path=session.path), "secondary", name="merge.archive"),
            self._about, self._said, self.table, self._progress, self._box, self._note, None,
            self._foot(),
            on=self.card, margins=px(24), gap=px(12),
        )  # fmt: skip
        body.setStretch(body.indexOf(self.table), 100)
        self._show_none()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)

    def choose(self) -> None:
        """Ask for one or several files."""
        t = self.t
        dialog = QFileDialog(self, t("Choose archives to merge"))
        dialog.setObjectName("merge.dialog")
        if QGuiApplication.platformName() == "offscreen":
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        begin_in(dialog, self._settings, "merge/folder")
        dialog.setNameFilters([f"{t('Archives')} (*.facilitator)", f"{t('All files')} (*)"])
        dialog.filesSelected.connect(self.look_at)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_at(self, paths: Sequence[str]) -> None:
        """Look at these."""
        others = tuple(Path(path) for path in paths)
        if others:
            self._others = others
            self._box.hide()
            self.table.hide()
            self._about.show()
            self._show_none()  # what is told of others is not of these
            self._job.start(self._look(others))

    # --- the pieces

    def _foot(self) -> QWidget:
        t, held = self.t, QWidget()
        back = button(t("Back"), name="merge.back", icon=self.theme.icon("arrow-left"))
        back.clicked.connect(self.back)
        self._choose = button(t("Choose archives…"), name="merge.choose")
        self._choose.clicked.connect(self.choose)
        self.act = button(t("Merge"), "primary", "big", name="merge.act")
        self.act.clicked.connect(lambda: self.wished.emit(MergeNow(self._others)))
        row(back, self._choose, None, self.act, on=held, gap=self.px(8))
        return held

    def _show_none(self) -> None:
        """Before any was chosen."""
        self._said.hide()
        self._note.hide()
        self.act.hide()
        self._choose.set_look("primary")
        self._choose.setIcon(self.theme.icon("folder-open", "accent_on"))
        self.first = self._choose

    # --- looking

    async def _look(self, others: tuple[Path, ...]) -> None:
        from facilitator.desk.safekeeping.awaiting import awaited
        from facilitator.safekeeping import merging
        from facilitator.safekeeping.backing import extent
        from facilitator.safekeeping.errand import Errand, Stopped
        from facilitator.safekeeping.taking import Step, begin

        await self._job.before()
        self._progress.tell(Step.COPYING, 0, 0)
        self._choose.setEnabled(False)
        self.act.setEnabled(False)
        session = self._session
        try:
            some = extent(session).events
            raw = await awaited(begin(session), self._progress.tell) if some else None
            try:
                work = Errand(merging.look, raw, session.path, others)
                found = await awaited(work, self._progress.tell)
            finally:
                if raw is not None:
                    raw.discard()
        except (Trouble, RuleViolation) as wrong:
            if isValid(self):
                self._why.setText(aired(refusal_sentence(wrong.code, wrong.facts, self.lang)))
                self._box.show()
        except Stopped:
            pass
        else:
            if isValid(self):
                self._show(found)
        finally:
            if isValid(self):
                self._progress.over()
                self._choose.setEnabled(True)

    def _becomes_sample(self, found: Sequence[Looked]) -> bool:
        """Whether what is empty yet would hold invented people: that is said before."""
        comes = any(one.plan.sample and one.plan.events for one in found if one.plan is not None)
        return comes and not overview.holds_sample(self._session)

    def _stop(self) -> None:
        self._job.stop()

    def _show(self, found: Sequence[Looked]) -> None:
        t = self.t
        what, events = coming(found, self.lang)
        left = amiss(found)
        self.table.show_rows(merge_rows(found, self.lang))
        self.table.show()
        self._about.hide()
        said = t("There is nothing to take over.")
        if events:
            said = t("Comes over: {what}.", what=what)
        if all(one.plan is None for one in found):
            said = t("These archives cannot be merged. The reason is in the table.")
        elif left:
            more = t.many(
                "{n} thing needs a look: it stands at the top.",
                "{n} things need a look: they stand at the top.",
                left,
            )
            said = t.within("sentences", "{one} {other}", one=said, other=more)
        if self._becomes_sample(found):
            warned = t("It is a sample: all people and decisions in it are invented.")
            said = t.within("sentences", "{one} {other}", one=warned, other=said)
        self._said.setText(aired(said))
        self._said.show()
        self._note.setText(t("A backup is made first: whoever regrets it restores that one."))
        self._note.setVisible(bool(events))
        self._choose.set_look("plain")
        self._choose.setText(t("Other archives…"))
        self._choose.setIcon(self.theme.icon("folder-open"))
        self.act.setVisible(bool(events))
        self.act.setEnabled(bool(events))
        (self.act if events else self._choose).setFocus()
