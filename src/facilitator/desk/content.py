"""What the window shows of one desk: the rail, the page one is on, and what is said over it."""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk import logbook
from facilitator.desk.actions import action
from facilitator.desk.banner import Banner
from facilitator.desk.desk import Desk
from facilitator.desk.noticebar import NoticeBar
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.pages import PAGES, Page
from facilitator.desk.places import Place
from facilitator.desk.rail import Rail
from facilitator.desk.view import born_on
from facilitator.desk.widgets import column, row, words

TODAY = Place("today")


class Content(QWidget):
    """Keys that work on every page are registered here, once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.place = Place("")
        self.setObjectName("content")
        self._pages: dict[Place, QWidget] = {}
        self.rail = Rail(desk)
        self.rail.chosen.connect(desk.go)
        self.rail.strayed.connect(self._give_page_keys)
        desk.changed.connect(self._sign)
        self._stack = QStackedWidget()
        self._area = QWidget()
        self._area.setObjectName("page.area")
        self._banner = Banner(desk)
        column(self._banner, self._stack, on=self._area, gap=0)
        row(self.rail, self._area, on=self, gap=0)
        self.notices = NoticeBar(desk, self._area)
        self._area.installEventFilter(self)
        self._register()

    def show_place(self, place: Place) -> Place:
        """Show a page, made when it is first wanted; where one is now, which is Today for what is not there."""
        place = self._there(place)
        page = next((page for page in PAGES if page.key == place.page), PAGES[0])
        if place not in self._pages and not self._walk(place):
            self._forget(page.key)
            self._pages[place] = self._made(page, place)
            self._stack.addWidget(self._pages[place])
        self.place = place
        self._sign()
        shown = self._pages[place]
        stays = self._stack.currentWidget() is shown
        # Before it is shown: Qt gives the keys of a page that goes to whatever comes next in the new one.
        had = QApplication.focusWidget() if stays else shown.focusWidget()
        self._stack.setCurrentWidget(shown)
        self._banner.go_along(place)
        self.rail.show_page(page.key)
        self.notices.place_itself()
        _focus(shown, had)
        return place

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._pages[self.place]

    def _give_page_keys(self) -> None:
        page = self._pages.get(self.place)
        if page is None:
            return
        if take_keys := getattr(page, "take_keys", None):
            take_keys()
        _focus(page, QApplication.focusWidget())

    def _sign(self) -> None:
        """Whoever keeps the record of the meeting that is shown may be another now."""
        from facilitator.desk.signing import sign

        sign(self.desk, self.place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line for notices lies over the page, wherever that ends."""
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self.notices.place_itself()
        return super().eventFilter(watched, event)

    def _there(self, place: Place) -> Place:
        """The place, or Today for a meeting or body that is not there (any more)."""
        if place.page not in {page.key for page in PAGES}:
            return TODAY
        session = self.desk.session
        try:
            if place.page == "meetings" and place.which:
                session.meeting(place.which)
            elif place.page == "bodies" and place.which not in ("", "new"):
                session.body(place.which)
            elif place.page == "projects" and place.which:
                session.round(place.which)
                if place.part and not place.part.startswith("~"):
                    session.project(place.which, place.part.partition(".")[0])
        except RuleViolation:
            return TODAY
        except Trouble as trouble:
            self.desk.noticed.emit(Notice(Tone.ASKED, self.desk.sentence(trouble)))
            return TODAY
        return place

    def _walk(self, place: Place) -> bool:
        """Have a page that shows this very meeting or body go to another part of it (`goes_to`)."""
        for here, page in self._pages.items():
            if (here.page, here.which) == (place.page, place.which):
                goes_to = getattr(page, "goes_to", None)
                if goes_to is None or not goes_to(place):
                    return False
                self._pages[place] = self._pages.pop(here)
                return True
        return False

    def _forget(self, key: str) -> None:
        for other in [one for one in self._pages if one.page == key]:
            old = self._pages.pop(other)
            self._stack.removeWidget(old)
            old.deleteLater()

    def _made(self, page: Page, place: Place) -> QWidget:
        """The page; where trouble or our own mistake keeps it from being made, words that say so."""
        try:
            with born_on(self._stack):
                return page.make(self.desk, place)
        except Trouble as trouble:  # the archive's: the start comes to a page all the same
            return _troubled(self.desk, trouble)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            return _broken(self.desk)

    def _register(self) -> None:
        key = partial(
            action, self.desk, self, context=Qt.ShortcutContext.WindowShortcut, seen=False
        )
        for page in PAGES:
            key(f"page.{page.key}", partial(self.desk.go, page.key))
        key("manual", self._manual)
        key("help", self._help)
        self._finding = key("find", self._find)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._share_find)
        key("meeting.new", self._new_meeting)
        key("archive.open", self._open_archive)

    def _share_find(self, _had: QWidget | None, has: QWidget | None) -> None:
        """Who has a finding of their own keeps its key while the keys are there."""
        # Neither by walking up nor by asking Qt for all: the first widget that Python has not made costs
        # a tenth of the start, and where pages are dying both would touch what is half gone.
        theirs = has is not None and any(
            isValid(one) and (one is has or one.isAncestorOf(has)) for one in self.desk.finders
        )
        self._finding.setEnabled(not theirs)

    def _find(self) -> None:
        """Look for something that was decided, from wherever one is."""
        if self.place.page != "decisions":
            self.desk.go("decisions")
        if (seek := getattr(self.page, "seek", None)) is not None:
            seek()

    def _manual(self) -> None:
        """The chapter that fits the page one is on."""
        from facilitator.desk.manual.which import chapter_for

        self.desk.manual.open(chapter_for(self.desk, self.place))

    def _help(self) -> None:
        from facilitator.desk.help import Help

        Help(self.desk, self).open()

    def _new_meeting(self) -> None:
        from facilitator.desk.meetings.new import new_meeting

        new_meeting(self.desk, self)

    def _open_archive(self) -> None:
        from facilitator.desk.archives import choose_archive

        choose_archive(self.desk, self)


def _focus(page: QWidget, had: QWidget | None) -> None:
    """Give the page the keys: where they were last, else what it names as `first`, else its first control."""
    if had is not None and had is not page and page.isAncestorOf(had) and had.isVisible():
        had.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    first = getattr(page, "first", None) or page.focusProxy()
    if isinstance(first, QWidget):
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    one = page.nextInFocusChain()
    while one is not None and one is not page:
        takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and page.isAncestorOf(one) and one.isVisibleTo(page) and one.isEnabled():
            one.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        one = one.nextInFocusChain()


def _troubled(desk: Desk, trouble: Trouble) -> QWidget:
    from facilitator.desk.troubledpage import TroubledPage

    logbook.note("page-troubled", code=trouble.code)
    if trouble.code == "damaged":
        desk.keeper.meet_damage()
    return TroubledPage(desk, trouble)


def _broken(desk: Desk) -> QWidget:
    t, page = desk.t, QWidget()
    head = words(t("This page could not be opened."), "title", wrap=True)
    rest = words(t("That is a mistake in the program. What is recorded is safe."), wrap=True)
    column(head, rest, None, on=page, margins=desk.px(32), gap=desk.px(16))
    return page
