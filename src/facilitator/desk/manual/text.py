"""The text of one chapter, as rich text that is our own: every word in it is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QFont, QImage, QImageReader, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser

from facilitator.desk.desk import Desk
from facilitator.desk.manual.found import Found
from facilitator.desk.theme.reading import reading_sheet
from facilitator.manual.markup import Markup
from facilitator.manual.model import Chapter, Picture, Target
from facilitator.manual.read import PICTURE, picture_path
from facilitator.words.tongue import Tongue

MEASURE = 780
"""How wide a line may be, in pixels at 100 %: some 48 Chinese characters."""
MARGIN = 24
"""Around the text, at the least."""


class WindowMarkup(Markup):
    """What Qt's rich text needs otherwise: sizes at pictures, cells for boxes, names for places."""

    def __init__(self, size_of: Callable[[str], QSize], t: Tongue) -> None:
        self._size_of, self._t = size_of, t

    def head(self, level: int, text: str, at: Target) -> str:
        """The name stands in the heading: Qt leads links to names."""
        return f'<h{level}><a name="{escape(at.anchor)}"></a>{escape(text)}</h{level}>'

    def address(self, to: Target) -> str:
        return f"{to.chapter}#{to.anchor}"

    def picture(self, one: Picture) -> str:
        """As large as there is room for it; the picture itself comes a moment later."""
        size, t = self._size_of(one.name), self._t
        if size.isEmpty():
            said = escape(t("[Picture: {caption}]", caption=one.caption))
            return f'<p class="caption">{said}</p>'
        address = f"{PICTURE}{escape(one.name)}"
        shown = f'<img src="{address}" width="{size.width()}" height="{size.height()}">'
        picture = f'<p class="picture"><a href="{address}">{shown}</a></p>'
        return f'{picture}<p class="caption">{escape(one.caption)}</p>'

    def remark(self, inside: str) -> str:
        return (
            '<table width="100%" cellspacing="0" cellpadding="0" border="0" class="remark"><tr>'
            f'<td class="bar"></td><td class="remark">{inside}</td></tr></table>'
        )

    def table(self, head: str, rows: Iterable[str]) -> str:
        return (
            '<table width="100%" cellspacing="0" cellpadding="0" border="0" class="rows">'
            f"<thead>{head}</thead>{''.join(rows)}</table>"
        )


class ChapterText(QTextBrowser):
    """Shows one chapter; `followed` tells where a link leads. Pictures are read one by one after it stands."""

    followed = Signal(object)
    """A `Target`."""
    enlarged = Signal(object)
    """A `Picture` that somebody wants to see as large as it is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chapter: Chapter | None = None
        self.found = Found(desk, self)
        self._waiting: list[str] = []
        self._wide = 0
        self.setObjectName("manual.text")
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(desk.t("Text of the manual"))
        self.document().setDefaultStyleSheet(reading_sheet(desk.theme.tokens, desk.px))
        self.document().setIndentWidth(desk.px(26))
        self.document().setDocumentMargin(desk.px(MARGIN))
        self.anchorClicked.connect(self._follow)
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._read_one)

    @property
    def chapter(self) -> Chapter | None:
        """The chapter that is shown."""
        return self._chapter

    def show_chapter(self, chapter: Chapter) -> None:
        """Show another chapter, from its beginning."""
        self._chapter = chapter
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def go_to(self, anchor: str) -> None:
        """Bring a heading to the top; the beginning for ""."""
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self.verticalScrollBar().setValue(0)

    def next_found(self, *, back: bool = False) -> bool:
        """Go to the next place of this chapter that has the words; false for none left."""
        return self._bring_to_sight(self.found.next(self._first_seen(), back=back))

    def first_found(self, *, back: bool = False) -> bool:
        """Go to the first place, or to the last; false for none."""
        return self._bring_to_sight(self.found.first(back=back))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._chapter is not None and self._room() != self._wide:
            seen = self._first_seen()
            self._lay_out()
            self._bring_to_top(seen)

    def _room(self) -> int:
        """How wide the column of text is; what is left lies at its sides."""
        bar = self.verticalScrollBar().sizeHint().width()
        least = self._desk.px(MARGIN)
        return min(self._desk.px(MEASURE), max(200, self.width() - bar - 2 * least))

    def _lay_out(self) -> None:
        assert self._chapter is not None
        self._wide = self._room()
        bar = self.verticalScrollBar().sizeHint().width()
        around = self.width() - bar - self._wide - 2 * self._desk.px(MARGIN)
        self.setViewportMargins(max(0, around // 2), 0, max(0, around - around // 2), 0)
        self._waiting = [one.name for one in self._chapter.pictures]
        self.document().setDefaultFont(_font(self._desk))
        markup = WindowMarkup(self._size_of, self._desk.t)
        self.setHtml(markup.chapter(self._chapter))
        self.found.read()
        self._soon.start()

    def _size_of(self, name: str) -> QSize:
        size = QImageReader(str(picture_path(self._desk.lang, name))).size()
        return (
            size.scaled(self._wide, size.height(), Qt.AspectRatioMode.KeepAspectRatio)
            if (size.width() > self._wide)
            else size
        )

    def _read_one(self) -> None:
        """One picture at a time: none of them holds up the window."""
        if not self._waiting:
            self._soon.stop()
            return
        name = self._waiting.pop(0)
        size, fine = self._size_of(name), self.devicePixelRatioF()
        image = QImage(str(picture_path(self._desk.lang, name)))
        if not image.isNull():
            image = image.scaled(
                (size.toSizeF() * fine).toSize(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            kind = QTextDocument.ResourceType.ImageResource.value
            self.document().addResource(kind, QUrl(f"{PICTURE}{name}"), image)
            self.viewport().update()

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """What has not been read yet is an empty place."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return _nothing()
        return super().loadResource(kind, url)

    def _follow(self, url: QUrl) -> None:
        if url.toString().startswith(PICTURE):
            name = url.toString().removeprefix(PICTURE)
            shown = self._chapter.pictures if self._chapter else ()
            for one in shown:
                if one.name == name:
                    self.enlarged.emit(one)
                    return
            return
        anchor = url.fragment(QUrl.ComponentFormattingOption.FullyDecoded)
        self.followed.emit(Target(url.path(), anchor))

    def _first_seen(self) -> int:
        return self.cursorForPosition(self.viewport().rect().topLeft()).position()

    def _bring_to_top(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def _bring_to_sight(self, found: QTextCursor | None) -> bool:
        if found is None:
            return False
        place = self.cursorRect(found)
        if not self.viewport().rect().adjusted(0, 0, 0, -place.height()).contains(place.topLeft()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - self.viewport().height() // 3)
        return True


def _font(desk: Desk) -> QFont:
    """In English, quotation marks are as narrow as its letters: those of the Chinese font fill a square."""
    font = desk.theme.font(16)
    if desk.lang == "en":
        font.setFeature(QFont.Tag("pwid"), 1)
    return font


def _nothing() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image
