"""Long pasted texts as one sign in the line: all of it is kept, a few words of it are shown."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from facilitator.desk.desk import Desk
from facilitator.words.figures import airy

FOLDED_FROM = 10_000
"""Characters that are shown as they are; beyond that every key would take long to draw."""
SIGN = "\ufffc"
KIND = QTextFormat.ObjectTypes.UserObject.value + 1
WORDS = QTextFormat.Property.UserProperty.value + 1
SHOWN = 14
"""Characters of a piece that its sign shows."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"
)
"""What a record refuses (`acts.clean_text`): nobody can see these signs, and they come with pasted text."""


def seen(text: str) -> tuple[str, int]:
    """Pasted text without signs that nobody sees, line breaks of all kinds as one; how many went."""
    return _UNSEEN.subn("", _BREAKS.sub("\n", text))


class LongPiece(QPyTextObject):
    """Paints the sign of a long piece."""

    def __init__(self, desk: Desk, document: QTextDocument) -> None:
        super().__init__(document)
        self._desk = desk
        document.documentLayout().registerHandler(KIND, self)

    def said(self, fmt: QTextFormat) -> str:
        """What the sign says: how it begins, and how long it is."""
        t = self._desk.t
        text = str(fmt.property(WORDS) or "")
        beginning = " ".join(text[: SHOWN * 2].split())[:SHOWN]
        return beginning + airy(t("… ({n} characters)", n=f"{len(text):,}"))

    def intrinsicSize(self, _doc: QTextDocument, _pos: int, fmt: QTextFormat) -> QSizeF:
        """As wide as its words, no higher than the letters beside it."""
        metrics = QFontMetricsF(self._desk.theme.font(14))
        return QSizeF(
            metrics.horizontalAdvance(self.said(fmt)) + self._desk.px(20), metrics.height()
        )

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _doc: QTextDocument,
        _pos: int,
        fmt: QTextFormat,
    ) -> None:
        """A soft chip."""
        theme = self._desk.theme
        rect = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("edge"))
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(rect.adjusted(2, 0, -2, -1), theme.px(4), theme.px(4))
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font(14))
        painter.drawText(rect.adjusted(theme.px(8), 0, 0, 0), self.said(fmt))
        painter.restore()


def put_in(cursor: QTextCursor, text: str) -> bool:
    """Put text into a document where the cursor stands; whether as it is, or (if long) as one sign."""
    if len(text) + cursor.document().characterCount() <= FOLDED_FROM:
        cursor.insertText(text, QTextCharFormat())
        return True
    fmt = QTextCharFormat()
    fmt.setObjectType(KIND)
    fmt.setProperty(WORDS, text)
    fmt.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    cursor.insertText(SIGN, fmt)
    return False


def spelled(document: QTextDocument, start: int = 0, end: int | None = None) -> str:
    """The words between two places of a document, every piece in full; nothing is changed in them."""
    end = document.characterCount() - 1 if end is None else end
    parts: list[str] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        if parts:
            parts.append("\n")
        parts.append(_spelled(block, start, end))
        block = block.next()
    return "".join(parts)


def _spelled(block: QTextBlock, start: int, end: int) -> str:
    if SIGN not in block.text():
        first = block.position()
        return _breaks(part(block.text(), start - first, end - first))
    parts: list[str] = [""]
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        first = fragment.position()
        text = part(fragment.text(), start - first, end - first)
        whole = fragment.charFormat().property(WORDS)
        parts.append(text.replace(SIGN, whole) if isinstance(whole, str) else text)
        walk += 1
    return _breaks("".join(parts))


def part(text: str, start: int, end: int) -> str:
    """A part of a text by places as Qt counts them: signs outside of the basic plane take two."""
    start = max(0, start)
    if end <= start:
        return ""
    if _basic(text):
        return text[start:end]
    halves = text.encode("utf-16-le", "surrogatepass")
    return halves[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def places(text: str) -> int:
    """How many places a text takes, as Qt counts them."""
    return len(text) if _basic(text) else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _basic(text: str) -> bool:
    return text.isascii() or max(text, default="") <= "\uffff"


def _breaks(text: str) -> str:
    return text.replace("\u2028", "\n").replace("\u2029", "\n")
