"""One look: a palette and a size. Everything that is measured in pixels asks it, so that 150 % is 150 %."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from facilitator.desk.theme.sheet import style_sheet
from facilitator.desk.theme.tokens import DARK, LIGHT, Tokens
from facilitator.places import resources

SIZES = (100, 110, 125, 150)
"""Per cent; what people may choose from."""
FAMILY = "Noto Sans SC"


class Letters(Enum):
    """What there is to write Chinese with."""

    OURS = "ours"
    OTHERS = "others"
    """Ours are missing or damaged; the machine's stand in."""
    NONE = "none"
    """Every letter would be an empty box."""


class Theme:
    """Colours (`tokens`), sizes (`px`), type (`font`) and icons, for one palette and one size in per cent."""

    def __init__(self, *, dark: bool = False, size: int = 100) -> None:
        self.tokens: Tokens = DARK if dark else LIGHT
        self.size = size

    def px(self, pixels: float) -> int:
        """Pixels at 100 % as pixels at the chosen size."""
        return round(pixels * self.size / 100)

    def font(self, pixels: float = 15, *, bold: bool = False) -> QFont:
        """The family of the house at so many pixels (at 100 %)."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(pixels))
        font.setBold(bold)
        # Figures of one width, so that a clock or a column of numbers does not tremble.
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def color(self, name: str) -> QColor:
        """A token by its name."""
        return QColor(getattr(self.tokens, name))

    def group_color(self, index: int) -> QColor:
        """The colour of the seat group at this place in the charter."""
        return QColor(self.tokens.groups[index % len(self.tokens.groups)])

    def icon(self, name: str, color: str = "ink", on: str = "") -> QIcon:
        """A lucide icon tinted with a token; `on` is the token for its checked state."""
        icon = QIcon(_tinted(name, getattr(self.tokens, color), self.px(24)))
        icon.addPixmap(_tinted(name, self.tokens.faint, self.px(24)), QIcon.Mode.Disabled)
        if on:
            pixmap = _tinted(name, getattr(self.tokens, on), self.px(24))
            icon.addPixmap(pixmap, QIcon.Mode.Normal, QIcon.State.On)
        return icon

    def pixmap(self, name: str, color: str = "ink", pixels: float = 24) -> QPixmap:
        """A lucide icon as a picture of so many pixels (at 100 %)."""
        return _tinted(name, getattr(self.tokens, color), self.px(pixels))


def letters() -> Letters:
    """What there is to write Chinese with; only asked for where our own font is not there."""
    if _load_fonts():
        return Letters.OURS
    others = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return Letters.OTHERS if others else Letters.NONE


def wear(app: QApplication, theme: Theme) -> None:
    """Dress the whole program: style, fonts, palette and the one style sheet.

    It is left as it is if it wears this already: Qt would go over every widget again.
    """
    _load_fonts()
    sheet, font = style_sheet(theme.tokens, theme.px), theme.font()
    if app.styleSheet() == sheet and app.font() == font:
        return
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(font)
    app.setPalette(_palette(theme.tokens))
    app.setStyleSheet(sheet)


@lru_cache(maxsize=1)
def _load_fonts() -> bool:
    """Our own Chinese font: a fresh Linux has none. Whether it is there, and whole."""
    whole = True
    for weight in ("Regular", "Bold"):
        file = resources() / "fonts" / f"NotoSansSC-{weight}.ttf"
        number = QFontDatabase.addApplicationFont(str(file))
        if FAMILY not in QFontDatabase.applicationFontFamilies(number):
            QFontDatabase.removeApplicationFont(number)  # one that is cut off says another name
            whole = False
    return whole


@lru_cache(maxsize=512)
def _svg(name: str) -> str:
    path: Path = resources() / "icons" / f"{name}.svg"
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _tinted(name: str, color: str, pixels: int) -> QPixmap:
    """An icon drawn in one colour, twice as fine as asked for, so that it is sharp on any screen."""
    from PySide6.QtSvg import QSvgRenderer

    drawn = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", color).encode()))
    pixmap = QPixmap(pixels * 2, pixels * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawn.render(painter, QRectF(0, 0, pixels * 2, pixels * 2))
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return pixmap


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for one, color in (
        (role.Window, tokens.paper),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.sunken),
        (role.Text, tokens.ink),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.ink),
        (role.ToolTipBase, tokens.ink),
        (role.ToolTipText, tokens.surface),
        (role.PlaceholderText, tokens.soft),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.accent_on),
        (role.Link, tokens.accent_ink),
        (role.Accent, tokens.accent),
        (role.Mid, tokens.line),
        (role.Midlight, tokens.sunken),
        (role.Light, tokens.surface),
        (role.Dark, tokens.edge),
        (role.Shadow, tokens.line),
    ):
        palette.setColor(one, QColor(color))
    off = QPalette.ColorGroup.Disabled
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(off, one, QColor(tokens.soft))
    return palette
