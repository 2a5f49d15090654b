"""What every view is given: the session, the words, the look, the way to act and the way to go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.acts import Command, Recorded, RuleViolation, Trouble
from facilitator.desk import logbook
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.places import Place
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Theme
from facilitator.desk.works import Works
from facilitator.meeting import Meeting
from facilitator.session import Change, Session
from facilitator.words.tongue import Tongue, tongue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facilitator.desk.manual.door import ManualDoor
    from facilitator.desk.projector.projector import Projector
    from facilitator.desk.safekeeping.keeper import Keeper

Say = Callable[[Notice], None]
NO_FILES: Mapping[str, bytes] = {}


class Desk(QObject):
    """One open archive at one desk. Acts go in by `do`; what happened comes back by `changed`."""

    changed = Signal(object)
    """A `Change` that is on the disk, once per act."""
    noticed = Signal(object)
    """A `Notice` for the line that the window keeps for them."""
    went = Signal(object)
    """A `Place` to go to."""
    marked = Signal()
    """The recorded mark is another: see `recorded` and `trouble`."""
    second = Signal()
    """Once a second, for clocks."""
    wished = Signal(object)
    """One of `wishes`, for the program: another archive, a rehearsal, the end."""
    resting = Signal()
    """The archive is closed: whoever works on it in small steps stops now."""
    looked = Signal()
    """Language, size or look are others: the window is made anew."""

    def __init__(self, session: Session, settings: Settings, works: Works) -> None:
        super().__init__()
        self.session, self.settings, self.works = session, settings, works
        self.theme = Theme(dark=settings.dark, size=settings.size)
        self.recorded: datetime | None = None
        """When the last act was on the disk."""
        self.trouble: Trouble | None = None
        """Why the last act is not on the disk; None when it is."""
        self.finders: WeakSet[QWidget] = WeakSet()
        """Who has a finding of their own, whose key is theirs while they have the keys."""
        self._failed: tuple[Command, Say | None, Mapping[str, bytes]] | None = None
        self._projector: Projector | None = None
        self._keeper: Keeper | None = None
        self._manual: ManualDoor | None = None
        session.subscribe(self._heard)
        self._ticker = QTimer(self)
        self._ticker.setInterval(1000)
        self._ticker.timeout.connect(self.second)
        self._ticker.start()

    @property
    def lang(self) -> str:
        """Language of the windows."""
        return self.settings.lang

    @property
    def t(self) -> Tongue:
        """The tongue of the windows: `t = self.desk.t`, then `t("…")`."""
        return tongue(self.lang)

    @property
    def projector(self) -> Projector:
        """What the room sees."""
        if self._projector is None:
            from facilitator.desk.projector.projector import Projector

            self._projector = Projector(self)
        return self._projector

    @property
    def keeper(self) -> Keeper:
        """How the backups of the archive stand, and who makes them."""
        if self._keeper is None:
            from facilitator.desk.safekeeping.keeper import Keeper

            self._keeper = Keeper(self)
        return self._keeper

    @property
    def manual(self) -> ManualDoor:
        """The manual, in a window of its own."""
        if self._manual is None:
            from facilitator.desk.manual.door import ManualDoor

            self._manual = ManualDoor(self)
        return self._manual

    def px(self, pixels: float) -> int:
        """Pixels at 100 % as pixels at the chosen size."""
        return self.theme.px(pixels)

    def now(self) -> datetime:
        """The time of the session's clock."""
        return self.session.clock.now()

    def steady(self, meeting: Meeting) -> datetime:
        """The time of now for durations in a meeting: no jump of the computer's clock is in it."""
        clock = self.session.clock
        return clock.now() - clock.unnoticed() - meeting.life.shift

    def go(self, page: str, which: str = "", part: str = "") -> None:
        """Go to another page."""
        self.went.emit(Place(page, which, part))

    def do(
        self,
        command: Command,
        *,
        say: Say | None = None,
        files: Mapping[str, bytes] = NO_FILES,
        at: datetime | None = None,
    ) -> tuple[Recorded, ...]:
        """Carry a command out; () when it was not, and then `say` (or the notice line) has said why.

        `files` are contents that it attaches, each under its SHA-256 in hex; `at` is when it happened, if that
        was noted before it could be told. This is the one place where a refusal or a trouble becomes words.
        """
        try:
            recorded = self.session.do(command, files=files, at=at)
        except RuleViolation as refusal:
            logbook.note("refused", code=refusal.code)
            (say or self.noticed.emit)(Notice(Tone.REFUSED, self.sentence(refusal)))
            return ()
        except Trouble as trouble:
            self._in_trouble(trouble, command, say, files)
            return ()
        self._failed = None
        return recorded

    def again(self) -> bool:
        """Try once more what the disk did not take; whether nothing is left to be tried."""
        if self._failed is None:
            return True
        command, say, files = self._failed
        return bool(self.do(command, say=say, files=files))

    def sentence(self, wrong: RuleViolation | Trouble) -> str:
        """A refusal or a trouble in the words of the window."""
        from facilitator.words.refusals import refusal_sentence  # nobody may ever be refused

        session = self.session
        return refusal_sentence(
            wrong.code,
            wrong.facts,
            self.lang,
            session.name_of,
            lambda key: session.title_of(key, self.lang),
        )

    def guarded(self, act: Callable[[], object], *, say: Say | None = None) -> bool:
        """Do something else that may be refused or meet trouble (reading a file, say); whether it was done."""
        try:
            act()
        except (RuleViolation, Trouble) as wrong:
            tone = Tone.REFUSED if isinstance(wrong, RuleViolation) else Tone.TROUBLE
            (say or self.noticed.emit)(Notice(tone, self.sentence(wrong)))
            return False
        return True

    def rest(self) -> None:
        """The archive is closed: no clock ticks, the room sees nothing, the desk goes when the loop turns."""
        self._ticker.stop()
        self.resting.emit()
        if self._projector is not None:
            self._projector.turn_off()
        self.deleteLater()

    def look_again(self) -> None:
        """Wear what the settings say now: language, size, light or dark."""
        self.theme = Theme(dark=self.settings.dark, size=self.settings.size)
        self.looked.emit()

    def done(self, text: str) -> None:
        """Say that something worked."""
        self.noticed.emit(Notice(Tone.DONE, text))

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Around questions whose refusal is of no interest (a meeting that is not there any more)."""
        try:
            yield
        except RuleViolation:
            return

    def _heard(self, change: Change) -> None:
        self.recorded, self.trouble = change.events[-1].at if change.events else self.now(), None
        self.changed.emit(change)
        self.marked.emit()

    def _in_trouble(
        self, trouble: Trouble, command: Command, say: Say | None, files: Mapping[str, bytes]
    ) -> None:
        logbook.note("trouble", code=trouble.code)
        self.trouble, self._failed = trouble, (command, say, files)
        way = (self.t("Try again"), self.again)
        (say or self.noticed.emit)(Notice(Tone.TROUBLE, self.sentence(trouble), way))
        self.marked.emit()
