"""The manual as it is read: contents, text, finding, the way back, saving it elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.manual.contents import ContentsTree
from facilitator.desk.manual.history import History
from facilitator.desk.manual.saving import Saving
from facilitator.desk.manual.text import ChapterText
from facilitator.desk.widgets import button, card, column, row, upright, words
from facilitator.manual.finding import Sought
from facilitator.manual.model import Chapter, Picture, Target
from facilitator.manual.read import chapters

BUTTON = 48
CONTENTS = 300
"""How wide a button without words and the contents are, in pixels at 100 %."""
LONGEST = 100
"""As many characters as are looked for: a page that was pasted by mistake is not."""


class Reader(QWidget):
    """`closes` asks for the window to be closed."""

    closes = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("manual.reader")
        self._chapters = {one.slug: one for one in chapters(desk.lang)}
        self._history = History()
        self.text = ChapterText(desk)
        self.contents = ContentsTree(desk, tuple(self._chapters.values()))
        self.saving = Saving(desk, self)
        self.field = QLineEdit()
        self._sought = Sought("")
        self._count = words("", "secondary", name="manual.count")
        self._register()
        self._build()
        self.text.followed.connect(self.go)
        self.text.enlarged.connect(self._enlarge)
        self.contents.chosen.connect(self.go)
        self.field.textChanged.connect(self._look_for)
        self.field.installEventFilter(self)

    @property
    def place(self) -> Target:
        """Where one is."""
        return self._history.here or Target(next(iter(self._chapters)))

    @property
    def chapter(self) -> Chapter:
        """The chapter that is open."""
        return self._chapters[self.place.chapter]

    def go(self, to: Target) -> None:
        """Go to a chapter or a heading, and remember the way back; a chapter that is not there is none."""
        if to.chapter in self._chapters:
            self._history.go(to, self.text.verticalScrollBar().value())
            self._show(to)

    def _show(self, at: Target, scrolled: int | None = None) -> None:
        chapter = self._chapters[at.chapter]
        if self.text.chapter is not chapter:
            self.text.show_chapter(chapter)
        else:
            self.text.found.leave()
        if scrolled is None:
            self.text.go_to(at.anchor)
        else:
            self.text.verticalScrollBar().setValue(scrolled)
        self.contents.show_place(at)
        self._back.setEnabled(self._history.can_go_back)
        self._on.setEnabled(self._history.can_go_on)
        self._tell()

    def _walk(self, step: int) -> None:
        if (found := self._history.walk(step, self.text.verticalScrollBar().value())) is not None:
            self._show(*found)

    def _enlarge(self, one: Picture) -> None:
        from facilitator.desk.manual.enlarged import Enlarged

        Enlarged(self.desk, one, self).open()

    # --- finding -----------------------------------------------------------------------------

    def seek(self) -> None:
        """Give the keys to the field for what is looked for."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def find_next(self, *, back: bool = False) -> None:
        """Go to the next place that has the words, in this chapter or one after it, round and round."""
        if not self._sought:
            self.seek()
            return
        if self.text.next_found(back=back):
            self._tell()
            return
        for slug in self._around(back=back):
            if self._chapters[slug].holds(self._sought):
                if slug != self.place.chapter:
                    self.go(Target(slug))
                if self.text.first_found(back=back):
                    self._tell()
                    return

    def _around(self, *, back: bool) -> list[str]:
        """The other chapters in the order in which they are looked through, then this one again."""
        slugs = list(self._chapters)
        at = slugs.index(self.place.chapter)
        if back:
            return [*reversed(slugs[:at]), *reversed(slugs[at:])]
        return [*slugs[at + 1 :], *slugs[: at + 1]]

    def _look_for(self, typed: str) -> None:
        self._sought = Sought(typed)
        self.text.found.look_for(self._sought)
        self._tell()

    def _tell(self) -> None:
        """How many places there are, and which one this is."""
        t, found = self.desk.t, self.text.found
        elsewhere = [
            one
            for one in self._chapters.values()
            if one is not self.text.chapter and one.holds(self._sought)
        ]
        if not self._sought:
            said = ""
        elif found.number:
            said = t("{number} of {n} in this chapter", number=found.number, n=len(found))
        elif len(found):
            said = t("{n} in this chapter", n=len(found))
        elif elsewhere:
            said = t.many("In {n} other chapter", "In {n} other chapters", len(elsewhere))
        else:
            said = t("Not in the manual")
        self._count.setText(said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field Enter goes on, Shift+Enter back; Esc gives the keys to the text before it closes."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self.find_next(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                    return True
                if event.key() == Qt.Key.Key_Escape and self.field.text():
                    self.field.clear()
                    self.text.setFocus()
                    return True
        return super().eventFilter(watched, event)

    # --- what is in it -----------------------------------------------------------------------

    def _register(self) -> None:
        desk, here = self.desk, Qt.ShortcutContext.WindowShortcut
        self._back = action(desk, self, "manual.back", lambda: self._walk(-1), context=here)
        self._on = action(desk, self, "manual.on", lambda: self._walk(1), context=here)
        self._back.setEnabled(False)
        self._on.setEnabled(False)
        action(desk, self, "manual.find", self.seek, context=here)
        action(desk, self, "manual.again", self.find_next, context=here)
        action(desk, self, "manual.before", lambda: self.find_next(back=True), context=here)
        self._pdf = action(desk, self, "manual.pdf", self.saving.ask_pdf, context=here)
        self._page = action(desk, self, "manual.html", self.saving.ask_page, context=here)
        action(desk, self, "manual.close", self.closes.emit, context=here)

    def _build(self) -> None:
        px, t = self.desk.px, self.desk.t
        self.field.setObjectName("manual.field")
        self.field.setPlaceholderText(t("Find in the manual"))
        self.field.setAccessibleName(t("Find in the manual"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(LONGEST)
        self.field.setFixedWidth(px(240))
        back, on = button("", "quiet"), button("", "quiet")
        for one, act in ((back, self._back), (on, self._on)):
            one.setIcon(act.icon())
            one.setObjectName(f"{act.objectName()}.button")
            one.setAccessibleName(act.text())
            one.setToolTip(f"{act.text()}  {act.shortcut().toString()}")
            one.setEnabled(act.isEnabled())
            one.clicked.connect(act.trigger)
            act.enabledChanged.connect(one.setEnabled)
        pdf, page = button(self._pdf.text(), "quiet"), button(self._page.text(), "quiet")
        for one, act in ((pdf, self._pdf), (page, self._page)):
            one.setIcon(act.icon())
            one.setObjectName(f"{act.objectName()}.button")
            one.clicked.connect(act.trigger)
        self.saving.watches(pdf, page)
        bar = card("bar")
        self._saving = QWidget()
        row(pdf, page, on=self._saving, gap=px(8))
        self._upper = row(back, on, px(8), self.field, self._count, None, self._saving, gap=px(8))
        self._lower = row(None, gap=px(8))
        edges = (px(12), px(8), px(12), px(8))
        self._bar = column(self._upper, self._lower, on=bar, margins=edges, gap=0)
        self.contents.setFixedWidth(px(CONTENTS))
        body = row(self.contents, upright(), self.text, gap=0)
        body.setStretch(2, 1)
        column(bar, self.saving.foot, body, on=self, gap=0).setStretch(2, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        """Where it is narrow, the ways to save it stand below those to find something."""
        px = self.desk.px
        longest = self.desk.t("{number} of {n} in this chapter", number=888, n=888)
        found = self._count.fontMetrics().horizontalAdvance(longest)
        buttons = 2 * px(BUTTON) + self._saving.sizeHint().width()
        narrow = buttons + self.field.width() + found + px(8 * 7 + 24) > self.width()
        wanted = self._lower if narrow else self._upper
        if wanted.indexOf(self._saving) < 0:
            wanted.addWidget(self._saving)
            self._bar.setSpacing(px(8) if narrow else 0)
