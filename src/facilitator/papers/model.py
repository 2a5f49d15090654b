"""What a paper is made of: blocks, the same for DOCX, PDF, HTML, Markdown and JSON.

A paper holds words that are already in its language and knows no meeting; the writers know no words.
Every text is text: no writer may read markup, a formula or a field code out of it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec


class Face(StrEnum):
    """The hand a piece of text is set in; each writer maps it to fonts."""

    BODY = "body"  # 仿宋 (any Song when it is missing); in tables 宋体
    BOLD = "bold"  # 黑体, for labels, totals, results
    NAME = "name"  # 楷体, for speakers and sub-lines
    STRUCK = "struck"  # replaced by a correction: one thin line, still readable
    BOXED = "boxed"  # in a thin box: 主持引导
    MONO = "mono"  # the record's head


class Block(msgspec.Struct, frozen=True, tag_field="block", omit_defaults=True):
    """A piece of a paper, from top to bottom."""


class Run(msgspec.Struct, frozen=True, omit_defaults=True):
    """A piece of a line in one hand."""

    text: str
    face: Face = Face.BODY


Text = tuple[Run, ...]
"""A line of text; it may hold several hands."""


class Heading(Block, frozen=True, tag="heading"):
    """A head in 黑体, e.g. 一、上次决定落实情况; `right` stands at the right margin (a time range)."""

    text: str
    right: str = ""
    level: int = 1
    indented: bool = False
    """Two characters in, as heads of a 纪要 are."""
    number: str = ""
    """Set large before the text: the number of a topic."""
    listed: bool = True
    """Whether contents list it."""


class Paragraph(Block, frozen=True, tag="paragraph"):
    """Running text, first line two characters in unless `indented` is off; `align`: left, center, right."""

    text: Text
    indented: bool = True
    align: str = "left"
    small: bool = False


class Line(Block, frozen=True, tag="line"):
    """One entry of the record: its time in its own column, its text hung beside it. Or a point: its number.

    `column` is the width of the first column in characters; 0 takes that of a time.
    """

    time: str
    text: Text
    column: float = 0.0


class Labelled(Block, frozen=True, tag="labelled"):
    """A label in 黑体 with a full-width colon and text hung beside it: 出席：陈国栋、林秀英."""

    label: str
    text: Text


class RowKind(StrEnum):
    """What a table row is; writers take rules, ground and weight from it."""

    BODY = "body"
    HEAD = "head"  # 黑体; repeated at the top of each further page
    MOTION = "motion"  # the words put to the vote: half a size larger, never bold but for its label
    GROUP = "group"  # grey ground, 黑体
    TOTAL = "total"  # 黑体, a heavier rule above; a note set left in it (not its first cell) stays plain
    RESULT = "result"  # 黑体 12 pt, a heavier rule above; the last word of a vote


class Cell(msgspec.Struct, frozen=True, omit_defaults=True):
    """One cell: `align` is left, center or right; `span` counts columns; `label` cells are 黑体, centred."""

    text: Text
    align: str = "left"
    span: int = 1
    label: bool = False
    right: Text = ()
    """Text of the same cell set at its right edge (须赞成9票 after the rule; 应到6人 in a group row)."""
    bar: float = 0.0
    """A grey bar below the text, as a share of the cell's width from 0 to 1; the text says the number."""


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """One row; the spans of its cells add up to the number of columns. A row is never split over pages."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.BODY


class Table(Block, frozen=True, tag="table"):
    """No outer sides; 1 pt above and below, thin rules inside.

    `widths` are relative column widths. `keep` holds the whole table on one page (a vote block); other
    tables may break between rows and repeat their HEAD rows. `row_height` in mm is a least height.
    """

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    keep: bool = False
    row_height: float = 0.0
    large: bool = False
    """Poster size (the one vote row of a resolution)."""
    plain: bool = False
    """No rules at all: the labels and texts above a form (会议, 时间, 地点 of a sign-in sheet)."""


class Signatures(Block, frozen=True, tag="signatures"):
    """Lines to sign on, two columns, 26 pt apart; each label is followed by a rule."""

    labels: tuple[str, ...]


class Seal(Block, frozen=True, tag="seal"):
    """The head of the record, beside the signatures: what ties this paper to the file.

    `head` is 8 groups of 4 hex digits, `qr` all 64; a writer that cannot draw a QR prints `qr` itself.
    """

    label: str
    head: str
    text: str
    qr: str


class SignOff(Block, frozen=True, tag="sign-off"):
    """Body and date at the foot of a resolution, centred on each other, 2 em from the right."""

    lines: tuple[str, ...]


class Box(Block, frozen=True, tag="box"):
    """Labels with texts between two rules, at the foot of the page when `foot` (公示期、张贴处、有意见)."""

    rows: tuple[tuple[str, str], ...]
    foot: bool = True


class Gap(Block, frozen=True, tag="gap"):
    """Empty height in mm."""

    mm: float


class PageBreak(Block, frozen=True, tag="page-break"):
    """What follows starts on a new page."""


class BallotSlips(Block, frozen=True, tag="ballots"):
    """Ballot papers, five to a page: stub left of a dashed line, the ballot itself without any number.

    `stub_lines` are printed on the stub, `stub_blanks` are labels followed by a rule; `number_label` stands
    before the running number of the stub (№).
    """

    count: int
    stub_title: str
    number_label: str
    stub_lines: tuple[str, ...]
    stub_blanks: tuple[str, ...]
    title: str
    right: str
    motion_label: str
    motion: str
    choices: tuple[str, ...]
    help: str
    """`{tick}` in it is replaced by a small ticked box."""


class Project(msgspec.Struct, frozen=True, omit_defaults=True):
    """A project on a ballot paper; a struck one cannot be voted for, and `note` stands in place of its box."""

    number: str
    title: str
    place: str = ""
    sum: str = ""
    struck: bool = False
    note: str = ""


class Voters(msgspec.Struct, frozen=True, omit_defaults=True):
    """So many copies for one chamber, with its `sign`; `stub` says for whom, if not for all."""

    count: int
    projects: tuple[Project, ...]
    chamber: str = ""
    sign: str = ""
    stub: tuple[str, ...] = ()


class VotingPapers(Block, frozen=True, tag="voting-papers"):
    """Ballot papers with a list of projects: A5, two on a sheet, a longer list over as many halves as it needs.

    Above a dashed line the stub with its running number, below it the ballot without any. `written` boxes are
    wide, for a number; others are for a tick. `{tick}` in `help` is replaced by a small ticked box; `foot` is
    a line to be filled in below the list; `sheet` is what stands on further halves, with `{n}` and `{of}`.
    """

    voters: tuple[Voters, ...]
    stub_title: str
    number_label: str
    stub_lines: tuple[str, ...]
    stub_blanks: tuple[str, ...]
    title: str
    right: str
    help: str
    heads: tuple[str, str, str, str]
    """Above number, project, sum and box."""
    sheet: str
    foot: str = ""
    written: bool = False


class Cover(Block, frozen=True, tag="cover"):
    """The first page of a book, in place of its headline: the title with what stands around it.

    `facts` are numbers with what they count, side by side between two rules; `foot` is day and place.
    """

    above: str
    title: str
    label: str
    theme: str
    facts: tuple[tuple[str, str], ...]
    note: str = ""
    foot: tuple[str, ...] = ()


class Contents(Block, frozen=True, tag="contents"):
    """The heads of the paper down to a level, each with its page where a writer knows pages."""

    title: str
    depth: int = 2


class Banner(Block, frozen=True, tag="banner"):
    """Words as large as the width and `lines` of it hold, at most `most` points: a place, a question."""

    text: str
    most: float = 40.0
    lines: int = 3


class Blanks(Block, frozen=True, tag="blanks"):
    """Empty lines to write on, `mm` apart.

    `spare` ones, with their label, take only what room is left on a printed page that ends with them; a
    paper that is read or written in on a screen leaves them out.
    """

    count: int
    mm: float = 9.0
    spare: bool = False
    label: str = ""
    note: str = ""
    """At the right of the label."""


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """A card for the wall: a number and a title to be read from afar, and lines with their labels."""

    number: str
    title: str
    right: str = ""
    """Beside the number: where and when."""
    lines: tuple[tuple[str, str], ...] = ()


class Cards(Block, frozen=True, tag="cards"):
    """Cards of A5, two on a sheet of A4 to be cut in the middle."""

    cards: tuple[Card, ...]


Media = Literal["image/jpeg", "image/png", "image/svg+xml"]


class Picture(msgspec.Struct, frozen=True, omit_defaults=True):
    """A photo or a drawing: its bytes, and its width and height as they are stored (any unit).

    `turn` is by how many degrees clockwise it is turned to stand upright: 0, 90, 180 or 270.
    """

    data: bytes
    media: Media
    width: float
    height: float
    caption: str = ""
    turn: int = 0

    @property
    def shape(self) -> float:
        """Height over width, as it stands."""
        shape = self.height / self.width
        return 1 / shape if self.turn in (90, 270) else shape


class Pictures(Block, frozen=True, tag="pictures"):
    """Pictures side by side, `columns` in a row, each at most `most` mm high, its caption below it."""

    pictures: tuple[Picture, ...]
    columns: int = 2
    most: float = 68.0


BlockKind = (
    Heading
    | Paragraph
    | Line
    | Labelled
    | Table
    | Signatures
    | Seal
    | SignOff
    | Box
    | Gap
    | PageBreak
    | BallotSlips
    | VotingPapers
    | Cover
    | Contents
    | Banner
    | Blanks
    | Cards
    | Pictures
)


class Layout(StrEnum):
    """Page shape and type sizes; measures in `papers/measures.py`."""

    RECORD = "record"  # 小四 12/20.5 pt
    SUMMARY = "summary"  # 三号 16 pt on a 28.99 pt pitch
    POSTER = "poster"  # 20/36 pt, no folio
    FORM = "form"  # narrower margins
    BALLOTS = "ballots"  # narrowest margins, no folio
    VOTING = "voting"  # A4 across, two A5 papers on it, no folio
    SLIP = "slip"  # 四号 14/26 pt
    BOOK = "book"  # the record's sizes, with chapters
    SHEET = "sheet"  # a form of a book: its sizes, narrower margins, no folio
    INVITATION = "invitation"  # a poster with a question on it
    DOOR = "door"  # one sheet for a door, no folio
    CARDS = "cards"  # two A5 cards to a page, no folio
    WALL = "wall"  # A4 across, narrow margins
    BOARD = "board"  # more to say than a poster has, on several sheets, still read standing
    PROJECT = "project"  # a form to be filled in, or filed with a project
    LISTED = (
        "listed"  # a list for the wall of an office: A4 across, larger than the wall of a forum
    )


class Paper(msgspec.Struct, frozen=True, omit_defaults=True):
    """One document, ready to be written in any format."""

    kind: str
    """As the papers of a meeting are named: notice, record, proceedings."""
    lang: str
    """zh or en: the language of every word in it."""
    layout: Layout
    title: str
    blocks: tuple[BlockKind, ...]
    subtitle: str = ""
    mark: str = ""
    """Top right of every page in 9 pt grey: 示例，姓名均为虚构; or a copy's standing: 公开版."""
    reference: str = ""
    """The meeting's or decision's own name, for the document properties."""
    date: str = ""
    """ISO date of the meeting, for the document properties."""


def without_pictures(paper: Paper) -> Paper:
    """The same paper with the bytes of its pictures left out: its words alone."""
    blocks = tuple(
        msgspec.structs.replace(
            block,
            pictures=tuple(msgspec.structs.replace(one, data=b"") for one in block.pictures),
        )
        if isinstance(block, Pictures)
        else block
        for block in paper.blocks
    )
    return msgspec.structs.replace(paper, blocks=blocks)
