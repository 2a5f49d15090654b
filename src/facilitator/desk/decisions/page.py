"""Everything that was ever decided, moved, said or reported, found by a word; one of it at the right."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from facilitator import overview
from facilitator.desk.decisions.asked import Asked, memory_of
from facilitator.desk.decisions.counting import (
    Found,
    Kinds,
    count_line,
    hidden_words,
    note_words,
    nothing_words,
)
from facilitator.desk.decisions.drawer import FacetSide
from facilitator.desk.decisions.facets import names_for
from facilitator.desk.decisions.hit_list import HitList
from facilitator.desk.decisions.hits import PAGE, Hits
from facilitator.desk.decisions.layout import Columns, Middle, PageHead
from facilitator.desk.decisions.library import library_of
from facilitator.desk.decisions.pane import Pane
from facilitator.desk.decisions.which import Which, which_at
from facilitator.desk.deeds import remember
from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.desk.view import View
from facilitator.desk.widgets import column
from facilitator.firststeps import Deed
from facilitator.searching import Answer, Counts, Facet, Total, Wanted
from facilitator.words.figures import airy

CALM = 60
"""Milliseconds before what one comes by with the arrows is read."""
PATIENCE = 1.5
"""Seconds between two looks while the archive is still being read: a list that jumps cannot be read."""


class DecisionsPage(View):
    """The field has the keys; arrows move in the list, Enter goes to what is chosen, Esc comes back."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.setObjectName("decisions")
        self._memory, self._library = memory_of(desk), library_of(desk)
        self._bodies: dict[str, str] = {}
        self._shown_for: Wanted | None = None
        self._found: Found | None = None
        self._kinds: tuple[Wanted | None, Kinds] = (None, {})
        self._looked = 0.0
        self._own = self.asked.shown is not None
        """Whether somebody chose what is shown; else it is whatever stands first."""
        self.head = PageHead(desk)
        self.model = Hits(desk)
        self.middle = Middle(desk, HitList(desk, self.model, "decisions.list"))
        self.list = self.middle.list
        self.side = FacetSide(desk, names_for(desk, lambda key: self._bodies.get(key, key)))
        self.pane = Pane(desk)
        self.columns = Columns(desk, self.head, self.side, self.middle, self.pane)
        column(self.head, self.columns, on=self, gap=0).setStretch(1, 1)
        self.first = self.field = self.head.field
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(CALM)
        self._soon.timeout.connect(self.read)
        self.field.setText(self.asked.words)
        self.middle.sort.setCurrentIndex(self.middle.sort.findData(self.asked.sort))
        if (which := which_at(place)) is not None:
            self._keep(replace(self.asked, shown=which))
            self._own = True
            self.columns.read(reads=True)
        self._connect()
        self.refresh_now()

    @property
    def asked(self) -> Asked:
        """What is looked for."""
        return self._memory.asked

    def goes_to(self, place: Place) -> bool:
        """Show another decision of the meeting that this page was made for."""
        if (which := which_at(place)) is not None:
            self.show_which(which)
        return True

    def seek(self) -> None:
        """Give the keys to the field, ready to be typed over."""
        self.columns.read(reads=False)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def refresh(self) -> None:
        """Something was recorded: look again, and read again what is shown."""
        self._bodies = {row.body: row.name for row in overview.bodies(self.desk.session)}
        self._library.freshen()
        self.look()
        self.read()

    def look(self) -> None:
        """Ask for what is wanted now; the answer comes when it is there."""
        wanted, plain = self.asked.wanted(), self.asked.unfiltered()
        self._looked = monotonic()
        self._library.ask(
            self.model,
            lambda it: (it.answer(wanted), it.answer(plain).total if plain else None),
            lambda found: self._show_found(wanted, *found),
        )
        self._library.ask(
            self.side,
            lambda it: it.counts(wanted),
            lambda counts: self._show_counts(wanted, counts),
        )
        self._tell_progress()

    def read(self) -> None:
        """Show at the right what is chosen."""
        self._soon.stop()
        self.pane.show_which(self.asked.shown, self.asked.words)

    def show_which(self, which: Which) -> None:
        """Show this, whether it is in the list or not."""
        self._own = True
        self._keep(replace(self.asked, shown=which))
        self.list.choose(which)
        self.columns.read(reads=True)
        self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the field from wherever one was."""
        if event.key() == Qt.Key.Key_Escape and not self.field.hasFocus():
            self.seek()
        else:
            super().keyPressEvent(event)

    # --- what somebody does

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed)
        self.field.moved.connect(self.list.go_along)
        self.field.entered.connect(self._enter)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._enter)
        self.model.more.connect(self._fetch)
        self.side.ticked.connect(self._tick)
        self.side.cleared.connect(self._clear)
        self.middle.unfilter.clicked.connect(self._clear)
        self.middle.sort.activated.connect(self._sort)
        self.pane.wanted.connect(self._follow)
        self.head.export.clicked.connect(self._export)
        self._library.grew.connect(self._grew)

    def _keep(self, asked: Asked) -> None:
        self._memory.asked = asked

    def _ask(self, asked: Asked) -> None:
        if asked != self.asked:
            self._own = False
            self._keep(asked)
            self.look()

    def _typed(self, text: str) -> None:
        self.columns.read(reads=False)
        self._ask(replace(self.asked, words=text))

    def _tick(self, facet: Facet, value: str) -> None:
        self._ask(self.asked.tick(facet, value))

    def _clear(self) -> None:
        """Without filters; the button goes grey or away, so the keys go to the list first."""
        goes_on = self.field if self.list.which is None else self.list
        pulled = self.side.drawn and self.side.isVisible()
        (self.side.list if pulled else goes_on).setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask(replace(self.asked, chosen={}))

    def _follow(self, which: Which) -> None:
        """A link at the right was pressed, and is gone: the keys go to its row, or to what is read."""
        self.show_which(which)
        listed = self.list.isVisible() and self.list.which == which
        self.list.setFocus(Qt.FocusReason.OtherFocusReason) if listed else self.pane.take_keys()

    def _sort(self, _at: int) -> None:
        self._ask(replace(self.asked, sort=self.middle.sort.currentData()))

    def _choose(self, which: Which) -> None:
        self._own = True
        if which != self.asked.shown:
            self._keep(replace(self.asked, shown=which))
        self._soon.start()

    def _enter(self) -> None:
        """Go on to what is chosen: its text can be scrolled, its buttons come next."""
        if self.asked.shown is None:
            return
        self.columns.read(reads=True)
        self.read()
        self.pane.take_keys()

    def _export(self) -> None:
        from facilitator.desk.decisions.export import ListExport

        export = self.findChild(ListExport) or ListExport(self.desk, self, self.middle.writing)
        menu, way = export.menu(self.asked.wanted()), self.head.export
        menu.popup(way.mapToGlobal(way.rect().bottomLeft()))

    # --- what comes back

    def _fetch(self, start: int) -> None:
        asked = self.asked.wanted()
        further = replace(asked, start=start, limit=PAGE)

        def add(answer: Answer) -> None:
            if self._shown_for == asked == self.asked.wanted():
                self.model.add(start, answer.hits)
                self._tell_rest()

        self._library.ask(self.list, lambda it: it.answer(further), add)

    def _show_counts(self, wanted: Wanted, counts: Counts) -> None:
        self.side.show_counts(counts, self.asked.chosen)
        self._kinds = (wanted, counts.get(Facet.KIND, {}))
        self._tell_count()

    def _tell_count(self) -> None:
        """How much was found, of which kinds, and how much the filters hide."""
        desk, asked = self.desk, self.asked
        if self._found is None or self._shown_for != asked.wanted():
            return
        of, kinds = self._kinds
        found = replace(self._found, kinds=kinds if of == self._shown_for else {})
        hides = bool(hidden_words(desk, asked, found))
        self.middle.tell(
            count_line(desk, asked, found), note_words(desk, asked, found), hides=hides
        )

    def _show_found(self, wanted: Wanted, answer: Answer, whole: Total | None) -> None:
        """Show an answer; the same question asked again leaves everything where it was."""
        asked = self.asked
        if wanted != asked.wanted():
            return
        again, bar = wanted == self._shown_for, self.list.verticalScrollBar()
        place = bar.value() if again else 0
        self._shown_for = wanted
        self.model.show(answer, again=again)
        self.list.choose(asked.shown if self._own else None, first=not self._own)
        bar.setValue(place)
        if not self._own and self.list.which != asked.shown:
            self._keep(replace(asked, shown=self.list.which))
            self._soon.start()
        self._found = Found(answer, whole)
        if asked.words.strip() and answer.hits:
            remember(self.desk, Deed.SOUGHT)
        self._tell_count()
        self.middle.nothing.setText(
            nothing_words(
                self.desk, asked, searched=answer.searched, complete=self._library.complete
            )
        )
        self.middle.over.setCurrentIndex(0 if answer.hits else 1)
        self.middle.sort.setEnabled(bool(answer.hits))
        self._show_filter()
        self._tell_rest()
        if not again:
            self._soon.start()  # the same thing, perhaps, with other words marked

    def _grew(self) -> None:
        """More was read. Who has scrolled is left in peace until all of it is."""
        if not self.isVisible():
            self._stale = True
            return
        at_top = self.list.verticalScrollBar().value() == 0
        if self._library.complete or (at_top and monotonic() - self._looked > PATIENCE):
            self.look()
        self._tell_progress()

    def _tell_progress(self) -> None:
        t, progress = self.desk.t, self.middle.progress
        progress.setVisible(not self._library.complete)
        if self._library.complete:
            return
        standing = self._library.standing
        said = t.many(
            "Reading the archive: {n} meeting to go. What was read can be found already.",
            "Reading the archive: {n} meetings to go. What was read can be found already.",
            standing.left,
            n=f"{standing.left:,}",
        )
        progress.tell(airy(said), standing.meetings - standing.left, standing.meetings)

    def _tell_rest(self) -> None:
        t, far = self.desk.t, self.model.at_the_end_of_all
        self.middle.rest.setVisible(far)
        if far:
            n = f"{self.model.rowCount():,}"
            said = t("The first {n} are listed. Take another word to see others.", n=n)
            self.middle.rest.setText(airy(said))

    def _show_filter(self) -> None:
        t, n = self.desk.t, sum(map(len, self.asked.chosen.values()))
        self.head.filter.setText(airy(t("Filters ({n})", n=n)) if n else t("Filters"))
