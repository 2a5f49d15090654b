"""Page margins and type sizes of each layout: plain numbers, shared by every writer.

The text block is that of GB/T 9704-2012 (A4, 天头 37 mm, 订口 28 mm, block 156 × 225 mm), borrowed
because people know it, not because a council has to follow it. Margins are in mm, type in points.
"""

from __future__ import annotations

from dataclasses import replace

from facilitator.data import dataclass
from facilitator.papers.model import Layout, Picture

PAGE_WIDTH = 210.0
PAGE_HEIGHT = 297.0

RULE_OUTER = 1.0
"""Above and below a table."""
RULE_STRONG = 0.8
"""Before a total or a result."""
RULE_INNER = 0.45
"""Everywhere else in a table."""

FOLIO_SIZE = 14.0
"""四号: — 1 —, odd pages at the right, even pages at the left, one character in."""
FOLIO_BELOW = 7.0
"""From the foot of the text block to the folio's dashes."""
MARK_SIZE = 9.0
MARK_TOP = 17.0
"""From the edge of the sheet to the top of the mark (示例, 公开版)."""

GREY_GROUND = "ededed"
"""Ground of a group row."""
BAR_INK = "8c8c8c"
"""Ink of a number drawn as a bar."""
GREY_INK = "555555"
"""Ink of the mark."""

TIME_COLUMN = 3.2
"""The record's time column, in characters of the body; the text hangs beside it."""
STRIKE_WEIGHT = 0.5
STRIKE_BEYOND = 1.75
"""How far the line through a replaced value stands out on either side."""
QR_SIZE = 17.0
PICTURE_GAP = 6.0
"""Between two pictures in a row, in mm."""
SIGNATURE_PITCH = 26.0


@dataclass(frozen=True, slots=True)
class Measures:
    """One layout: margins in mm, sizes and pitches (line to line) in points."""

    top: float = 37.0
    left: float = 28.0
    bottom: float = 35.0
    right: float = 26.0
    body: float = 12.0
    pitch: float = 20.5
    title: float = 20.0
    subtitle: float = 13.0
    heading: float = 12.5
    heading_above: float = 6.0
    """Extra height above a heading."""
    table: float = 10.5
    table_pitch: float = 15.5
    table_inset: float = 4.2
    """Above and below the text of a table cell."""
    motion: float = 11.5
    """The words put to the vote."""
    result: float = 12.0
    small: float = 10.5
    small_pitch: float = 16.0
    folio: bool = True
    heads: tuple[float, ...] = ()
    """Sizes of the heads of a book: chapters, which are centred, numbered topics, and all others."""
    headline: bool = True
    """Whether the paper begins with its title; sheets that are all alike do not."""
    poster: bool = False
    """Read from a wall: heads are centred."""
    across: bool = False
    """The sheet lies on its long side."""

    @property
    def page_width(self) -> float:
        """Width of the sheet in mm."""
        return PAGE_HEIGHT if self.across else PAGE_WIDTH

    @property
    def page_height(self) -> float:
        """Height of the sheet in mm."""
        return PAGE_WIDTH if self.across else PAGE_HEIGHT

    @property
    def width(self) -> float:
        """Width of the text block in mm."""
        return self.page_width - self.left - self.right

    @property
    def height(self) -> float:
        """Height of the text block in mm."""
        return self.page_height - self.top - self.bottom


_BOOK = Measures(title=34.0, heads=(20.0, 18.0, 13.0), table_inset=4.1)

_MEASURES = {
    # 小四: long, and filed.
    Layout.RECORD: Measures(),
    # 三号, 22 lines of 28 characters: 225 mm / 22 = 28.99 pt.
    Layout.SUMMARY: Measures(
        body=15.75,
        pitch=28.99,
        title=22.0,
        subtitle=15.75,
        heading=15.75,
        heading_above=0.0,
        table=12.0,
        table_pitch=17.0,
        motion=12.0,
        small=12.0,
        small_pitch=20.0,
    ),
    # Read standing, from a board.
    Layout.POSTER: Measures(
        body=20.0,
        pitch=36.0,
        title=26.0,
        subtitle=16.0,
        heading=24.0,
        heading_above=12.0,
        table=14.0,
        table_pitch=20.0,
        table_inset=7.0,
        motion=16.0,
        result=22.0,
        small=16.0,
        small_pitch=27.0,
        folio=False,
        poster=True,
    ),
    Layout.FORM: Measures(
        top=29.0,
        bottom=29.0,
        subtitle=12.0,
        table=11.0,
        table_pitch=14.0,
        table_inset=4.2,
    ),
    # Five slips of 55 mm.
    Layout.BALLOTS: Measures(
        top=11.0,
        left=14.0,
        bottom=11.0,
        right=14.0,
        body=13.0,
        pitch=19.0,
        title=16.0,
        small=10.0,
        small_pitch=17.0,
        folio=False,
        headline=False,
    ),
    # Two A5 papers side by side, to be cut in the middle.
    Layout.VOTING: Measures(
        top=9.0,
        left=11.0,
        bottom=9.0,
        right=11.0,
        body=12.0,
        pitch=17.0,
        title=16.0,
        small=10.5,
        small_pitch=15.0,
        folio=False,
        headline=False,
        across=True,
    ),
    # 四号: one sheet handed over.
    Layout.SLIP: Measures(
        top=29.0,
        bottom=27.0,
        body=14.0,
        pitch=24.0,
        title=22.0,
        subtitle=14.0,
        heading=14.0,
        heading_above=4.0,
        table=12.0,
        table_pitch=18.0,
        table_inset=4.0,
        motion=12.0,
        small=11.0,
        small_pitch=18.0,
    ),
    Layout.BOOK: _BOOK,
    Layout.SHEET: replace(
        _BOOK, top=25.0, bottom=18.0, left=24.0, right=22.0, folio=False, headline=False
    ),
    # More to say than a resolution has, still read standing.
    Layout.INVITATION: Measures(
        top=30.0,
        left=27.0,
        bottom=24.0,
        right=27.0,
        body=16.0,
        pitch=28.0,
        title=26.0,
        subtitle=16.0,
        heading=20.0,
        heading_above=10.0,
        table=14.0,
        table_pitch=21.0,
        table_inset=5.0,
        small=14.0,
        small_pitch=24.0,
        folio=False,
        poster=True,
    ),
    Layout.BOARD: Measures(
        top=27.0,
        left=26.0,
        bottom=20.0,
        right=26.0,
        body=14.0,
        pitch=22.5,
        title=23.0,
        subtitle=13.0,
        heading=14.0,
        heading_above=7.0,
        table=12.5,
        table_pitch=18.0,
        table_inset=4.0,
        result=15.0,
        small=12.0,
        small_pitch=20.0,
        folio=False,
    ),
    # Forms with much to write down: narrower margins than what is bound.
    Layout.PROJECT: Measures(
        top=27.0,
        left=26.0,
        bottom=26.0,
        right=24.0,
        subtitle=12.5,
        table=11.0,
        table_pitch=16.0,
    ),
    Layout.LISTED: Measures(
        top=24.0,
        left=15.0,
        bottom=20.0,
        right=15.0,
        body=12.0,
        pitch=18.0,
        title=22.0,
        subtitle=12.5,
        heading=13.0,
        heading_above=6.0,
        table=11.5,
        table_pitch=16.0,
        table_inset=4.0,
        small=10.5,
        small_pitch=15.0,
        across=True,
    ),
    Layout.DOOR: Measures(
        top=24.0,
        left=18.0,
        bottom=18.0,
        right=18.0,
        body=16.0,
        pitch=26.0,
        title=16.0,
        heading=20.0,
        table=16.0,
        table_pitch=23.0,
        table_inset=10.0,
        result=24.0,
        small=13.0,
        small_pitch=20.0,
        folio=False,
        headline=False,
    ),
    Layout.CARDS: Measures(
        top=0.0,
        left=14.0,
        bottom=0.0,
        right=14.0,
        body=14.0,
        pitch=21.0,
        folio=False,
        headline=False,
    ),
    Layout.WALL: Measures(
        top=22.0,
        left=12.0,
        bottom=13.0,
        right=12.0,
        body=10.5,
        pitch=15.0,
        title=18.0,
        subtitle=11.0,
        heading=11.5,
        heading_above=4.0,
        table=10.5,
        table_pitch=14.0,
        table_inset=3.0,
        small=9.0,
        small_pitch=13.0,
        across=True,
    ),
}

CARD_HEIGHT = 148.5
"""Half a sheet: A5 across."""
BALLOTS_A_PAGE = 5
BALLOT_HEIGHT = 55.0
BALLOT_STUB = 43.0
"""From the left margin to the dashed line."""
BALLOT_BOX = 9.0
VOTING_GUTTER = 22.0
"""Between two ballot papers on a sheet, the cut in its middle."""
VOTING_STUB = 25.0
"""From the top margin to the dashed line below the stub."""


# English runs wider: a poster that fills one sheet in Chinese has to fit one in English.
_ENGLISH = {
    Layout.POSTER: replace(
        _MEASURES[Layout.POSTER],
        title=22.0,
        subtitle=14.0,
        heading=20.0,
        body=16.0,
        pitch=28.0,
        table=12.0,
        result=18.0,
        small=14.0,
        small_pitch=23.0,
    ),
    Layout.BOARD: replace(
        _MEASURES[Layout.BOARD],
        title=21.0,
        subtitle=13.0,
        body=13.0,
        pitch=20.5,
        heading=14.0,
        table=11.5,
        table_pitch=16.5,
        small=11.0,
        small_pitch=16.5,
    ),
    Layout.BALLOTS: replace(
        _MEASURES[Layout.BALLOTS], title=14.0, body=12.0, pitch=17.0, small=9.5, small_pitch=14.5
    ),
    Layout.VOTING: replace(
        _MEASURES[Layout.VOTING], title=14.0, body=11.5, small=9.5, small_pitch=13.0
    ),
    Layout.INVITATION: replace(
        _MEASURES[Layout.INVITATION],
        title=22.0,
        subtitle=14.0,
        heading=18.0,
        body=14.0,
        pitch=22.0,
        small=12.5,
        small_pitch=19.0,
    ),
}


def measures(layout: Layout, lang: str = "zh") -> Measures:
    """Return the measures of a layout in a language."""
    english = _ENGLISH.get(layout) if lang != "zh" else None
    return english or _MEASURES[layout]


def picture_size(picture: Picture, columns: int, most: float, width: float) -> tuple[float, float]:
    """How wide and high a picture stands, in mm: as wide as its column, unless that makes it too high."""
    wide = (width - PICTURE_GAP * (columns - 1)) / columns
    high = wide * picture.shape
    return (wide, high) if high <= most else (most / picture.shape, most)
