"""Publishing the archive to a stick: where to, how far it is, and what lies there then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.panel import Panel
from facilitator.desk.safekeeping.airing import aired
from facilitator.desk.safekeeping.progress import Progress
from facilitator.desk.safekeeping.targets import Targets
from facilitator.desk.widgets import words

if TYPE_CHECKING:
    import asyncio

    from facilitator.safekeeping.publishing import Published

NOTHING = Notice(Tone.TOLD, "")


class Publish(Panel):
    """Stays open until it is done; closing it stops the work, and nothing half is left."""

    records = False

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, desk.t("Publish the archive"), parent, width=640)
        self.setObjectName("publish")
        self._task: asyncio.Task[None] | None = None
        t = desk.t
        about = t(
            "The whole archive is written as one file that nobody can change, verified, and put there "
            "with its checksum. Any computer with this program opens it."
        )
        self._about = words(about, wrap=True)
        self.targets = Targets(desk)
        self.targets.aimed.connect(self._aimed)
        self._progress = Progress(t, desk.theme, "publish")
        self._progress.stopped.connect(self.stop)
        for one in (self._about, self.targets, self._progress):
            self.body.addWidget(one)
        self.finish(t("Publish"), self.start)
        self._aimed()

    def start(self) -> None:
        """Publish to where was chosen."""
        target = self.targets.target
        if self._task is None and target is not None and self.desk.works.ready:
            self.say(NOTHING)
            self.targets.setEnabled(False)
            self.done_button.setEnabled(False)
            self._task = self.desk.works.start(self._run(target))

    def stop(self) -> None:
        """Give it up."""
        if self._task is not None:
            self._task.cancel()

    def reject(self) -> None:
        """Whoever closes it does not want it any more."""
        self.stop()
        super().reject()

    def _aimed(self) -> None:
        aimed = self.targets.target is not None
        self.done_button.setEnabled(aimed)
        self.done_button.setToolTip("" if aimed else self.desk.t("Choose where to first."))
        self.say(NOTHING)

    async def _run(self, target: Path) -> None:
        import asyncio

        from facilitator.safekeeping.errand import Stopped

        made, wrong = None, ""
        try:
            made = await self._published(target)
        except (Trouble, RuleViolation) as met:
            wrong = self.desk.sentence(met)
        except (asyncio.CancelledError, Stopped):
            wrong = self.desk.t("Stopped. Nothing was left in {folder}.", folder=target)
        if isValid(self):
            self._over(made, wrong)

    async def _published(self, target: Path) -> Published:
        from facilitator.desk.safekeeping.awaiting import awaited
        from facilitator.safekeeping import publishing
        from facilitator.safekeeping.errand import Errand
        from facilitator.safekeeping.taking import Step

        self._progress.tell(Step.COPYING, 0, 0)
        self.fit()
        raw = await awaited(publishing.begin(self.desk.session), self._progress.tell)
        try:
            work = Errand(publishing.finish_in, raw, target, self.desk.now())
            return await awaited(work, self._progress.tell)
        finally:
            raw.discard()

    def _over(self, made: Published | None, wrong: str) -> None:
        self._task = None
        self._progress.over()
        self.done_button.setEnabled(True)
        if made is None:
            self.targets.setEnabled(True)
            self.wrong(aired(wrong))
            return
        from facilitator.desk.safekeeping.published import result

        self.targets.keep(made.path.parent)
        self._about.hide()
        self.targets.hide()
        self.body.addWidget(result(self.desk, made))
        self.end(self.desk.t("Done"))
