"""The papers of a forum at the desk: what is listed and looked at first, its chapters, a printed wall."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from facilitator.desk.papers.blocks import Blocks, chosen_blocks
from facilitator.desk.papers.kinds import Role
from facilitator.desk.papers.orders import Orders
from facilitator.desk.papers.preview import State
from facilitator.desk.papers.printing import Printing, printer_for
from facilitator.desk.papers.view import PapersView
from facilitator.desk.settings import Settings
from facilitator.export import FORMATS, PUBLIC_SET, forms_of, kinds_of_set
from facilitator.papers.kinds import ACROSS, FORUM, OF_BODY, PAPERS, kinds_of
from facilitator.papers.kinds.proceedings import ASKED, BLOCKS
from facilitator.press import Order
from facilitator.words.tongue import tongue
from tests.desk.audit import audit
from tests.desk.forum.wall.day import FORUM as MEETING
from tests.desk.forum.wall.day import MARKET, at_forum
from tests.papers.forum_day import forum
from tests.papers.poppler import facts_of

CLOSED = datetime.fromisoformat("2026-11-21T16:40:00+08:00")


@pytest.fixture
def desk_at(bench, tmp_path):
    """Make a desk at a time of the forum's day."""
    open_ones = []

    def make(until=CLOSED, **how):
        held = at_forum(tmp_path / f"forum{len(open_ones)}", until, **how)
        desk = held.__enter__()
        open_ones.append(held)
        desk.works = bench.works
        return desk

    yield make
    bench.idle()
    for widget in bench.shown:
        widget.deleteLater()
    bench.shown.clear()
    for held in open_ones:
        held.__exit__(None, None, None)


def listed(view):
    model = view.kinds.kinds
    return [model.index(row).data(Role.KIND) for row in range(model.rowCount())]


def test_a_forum_lists_its_own_papers_and_shows_its_book_first(bench, desk_at):
    """After the close; no notice is among them, and the book has its pages."""
    view = bench.show(PapersView(desk_at(), MEETING))
    assert listed(view) == list(FORUM)
    assert view.kind == "proceedings"
    assert view.preview.state is State.PAGES
    assert view.kinds.kinds.note_of("proceedings") == "1\u00a0份"
    assert view.kinds.kinds.count_of("ballots") == 0
    assert view.kinds.kinds.index(6).data(Qt.ItemDataRole.DisplayRole) == "会议记录汇编"


def test_at_the_marketplace_the_wall_is_looked_at_first(bench, desk_at):
    """It is what people ask for then; in English and at 150 % everybody can use it."""
    view = bench.show(
        PapersView(desk_at(MARKET, lang="en", size=150), MEETING), width=1234, height=500
    )
    assert view.kind == "wall"
    assert view.preview.state is State.PAGES
    assert audit(view, 1.5) == []


def test_the_public_set_holds_what_may_be_posted():
    """Invitation, wall and book with record and decisions; nothing that is not in the forum's list."""
    format = forum(lambda command: command.__struct_config__.tag == "wall.post").meeting.format
    public = kinds_of_set(kinds_of(format), public=True)
    assert public == (
        "invitation",
        "wall",
        "proceedings",
        "summary",
        "resolution",
        "outcome",
        "record",
    )
    assert set(public) <= set(PUBLIC_SET)
    assert kinds_of_set(kinds_of(format), public=False) == FORUM
    assert forms_of("proceedings") == FORMATS


def test_chapters_are_ticked_but_for_the_list_of_people(tmp_path):
    """Names of everybody are in the book only when somebody ticks them; as usual is no choice at all."""
    settings = Settings(tmp_path / "settings")
    model = Blocks(settings, tongue("zh"), "qingyuanli", "proceedings")
    tick = Qt.ItemDataRole.CheckStateRole
    ticked = [model.data(model.index(row), tick) for row in range(model.rowCount())]
    assert ticked == [Qt.CheckState.Checked] * len(BLOCKS) + [Qt.CheckState.Unchecked]
    assert chosen_blocks(settings, "qingyuanli", "proceedings") == ()
    model.setData(model.index(len(BLOCKS)), Qt.CheckState.Checked, tick)
    assert chosen_blocks(settings, "qingyuanli", "proceedings") == (*BLOCKS, *ASKED)


def test_a_wall_is_printed_across(bench, desk_at, tmp_path):
    """On A4 that lies on its long side, as it was seen."""
    printer = printer_for("议题墙", across=True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "wall.pdf"))
    printer.setResolution(100)
    desk = desk_at(MARKET)
    printing = Printing(desk, Orders(desk, MEETING), Order("wall", "zh"), lambda _text: None)
    assert bench.run(printing.print_on(printer))
    size = next(
        line
        for line in facts_of((tmp_path / "wall.pdf").read_bytes(), tmp_path).splitlines()
        if line.startswith("Page size")
    )
    wide, high = (float(part) for part in size.split()[2:5:2])
    assert wide > high
    assert {*PAPERS, *OF_BODY} >= ACROSS
