"""Checking the archive against the signed paper: the code is typed, and what was found stands below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.panel import Panel
from facilitator.desk.safekeeping.airing import aired
from facilitator.desk.safekeeping.codefield import CodeField
from facilitator.desk.safekeeping.progress import Progress
from facilitator.desk.widgets import button, words

if TYPE_CHECKING:
    import asyncio

    from facilitator.safekeeping.checking import Answer

NOTHING = Notice(Tone.TOLD, "")


class CheckPanel(Panel):
    """Checks as often as one likes; closing it stops what is being done."""

    records = False

    def __init__(self, desk: Desk, parent: QWidget, stream: str = "") -> None:
        """`stream`: what the paper is thought to be of, where one came from its page."""
        t = desk.t
        super().__init__(desk, t("Check against the signed paper"), parent, width=640)
        self.setObjectName("check")
        self._stream = stream
        self._task: asyncio.Task[None] | None = None
        self._text = ""
        """The answer, to be copied."""
        about = t(
            "The signed paper bears the head of the record beside the signatures. If it stands in the archive, "
            "nothing of what was signed has been changed since. Without it only the archive itself is checked."
        )
        self._about = words(about, wrap=True)
        self.code = CodeField(desk)
        self._progress = Progress(t, desk.theme, "check")
        self._progress.stopped.connect(self.stop)
        self._found = QVBoxLayout()
        self._found.setSpacing(desk.px(12))
        for one in (self._about, self.code, self._progress):
            self.body.addWidget(one)
        self.body.addLayout(self._found)
        self.body.addStretch(1)  # room that is left over stands below, not between the words
        self.code.edit.textChanged.connect(self._changed)
        self.finish(t("Check"), self.start, name="check.start")
        self._cancel.setText(t("Close"))
        self._copy = button(t("Copy the answer"), icon=desk.theme.icon("copy"), name="check.copy")
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        self._copy.hide()
        self._foot.insertWidget(0, self._copy)  # in sight, however long the answer is
        self.code.setFocus()

    def start(self) -> None:
        """Check what was typed; with nothing typed, the archive alone."""
        typed = self.code.typed
        if self._task is not None or not self.desk.works.ready:
            return
        self._clear()
        if typed.groups and not typed.whole:
            self.wrong(self._unfinished())
            self.code.setFocus()
            return
        self.say(NOTHING)
        self.done_button.setEnabled(False)
        self.code.edit.setReadOnly(True)  # the answer is to stand under the code that it is about
        self._task = self.desk.works.start(self._run(typed.code, typed.fours))
        self._task.add_done_callback(self._ended)

    def stop(self) -> None:
        """Give it up."""
        if self._task is not None:
            self._task.cancel()

    def reject(self) -> None:
        """Whoever closes it does not want to know any more."""
        self.stop()
        super().reject()

    def _ended(self, task: asyncio.Task[None]) -> None:
        """Stopped before it began, it could not tell so itself."""
        if isValid(self) and task is self._task:
            self._over(None, self.desk.t("Stopped. Nothing was checked."), "")

    def _changed(self) -> None:
        """What is told was of another code, and so is what is being looked for."""
        self.stop()
        self._clear()
        self.say(NOTHING)

    def _unfinished(self) -> str:
        text = self.desk.t(
            "This is no head yet: it has eight groups of four (or all sixteen). Without one, empty the field."
        )
        return aired(text)

    def _clear(self) -> None:
        self.done_button.setText(self.desk.t("Check"))
        self._copy.hide()
        while (item := self._found.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
                self.shrink()

    async def _run(self, code: str, shown: str) -> None:
        import asyncio

        from facilitator.safekeeping.errand import Stopped

        found: Answer | None = None
        wrong = ""
        try:
            found = await self._answered(code)
        except (Trouble, RuleViolation) as met:
            wrong = self.desk.sentence(met)
        except (asyncio.CancelledError, Stopped):
            wrong = self.desk.t("Stopped. Nothing was checked.")
        if isValid(self):
            self._over(found, wrong, shown)

    async def _answered(self, code: str) -> Answer:
        """Whatever is in use is examined in a copy, whatever is only looked at where it lies."""
        from facilitator.desk.safekeeping.awaiting import awaited, elsewhere
        from facilitator.opening import Onlooker
        from facilitator.safekeeping import checking
        from facilitator.safekeeping.errand import Errand
        from facilitator.safekeeping.taking import Step

        session, lang = self.desk.session, self.desk.lang
        self._progress.tell(Step.COPYING, 0, 0)
        self.fit()
        await elsewhere(_make_ready)
        taking = checking.taking(session)
        if taking is None:
            saved = session.salvaged if isinstance(session, Onlooker) else None
            work = Errand(checking.check, session.path, code, lang, left=saved and saved.path)
            return await awaited(work, self._progress.tell)
        raw = await awaited(taking, self._progress.tell)
        try:
            return await awaited(Errand(checking.check_copy, raw, code, lang), self._progress.tell)
        finally:
            raw.discard()

    def _over(self, found: Answer | None, wrong: str, shown: str) -> None:
        self._task = None
        self._progress.over()
        self.done_button.setEnabled(True)
        self.code.edit.setReadOnly(False)
        if found is None:
            self.wrong(aired(wrong))
            return
        from facilitator.desk.safekeeping.checked import answer

        self._about.hide()  # what was found has to be in sight
        self.done_button.setText(self.desk.t("Check again"))
        card, self._text = answer(self.desk, found, shown, self._stream)
        self._found.addWidget(card)
        self._copy.show()
        self.shrink()


def _make_ready() -> None:
    """Import what tells the answer: the words of all acts, which takes longer than the window may wait."""
    import facilitator.desk.safekeeping.checked  # noqa: F401
