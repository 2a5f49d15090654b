"""Printing: real pages, all of them or those that were asked for, and a way to stop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLabel, QPushButton

from facilitator.demo.stage import EVENING
from facilitator.desk.notices import Tone
from facilitator.desk.papers import bands as cutting
from facilitator.desk.papers.orders import Orders
from facilitator.desk.papers.printing import Printing, printer_for
from facilitator.desk.papers.view import PapersView
from facilitator.press import Order
from tests.papers.poppler import facts_of


@pytest.fixture
def desk(bench):
    """The whole evening; what it says is noted."""
    made = bench()
    made.said = []
    made.noticed.connect(made.said.append)
    return made


def printer(path):
    """A printer that writes a PDF file, as every system has one."""
    made = printer_for("会议记录")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setResolution(150)
    return made


def pages(path, tmp_path):
    facts = facts_of(path.read_bytes(), tmp_path)
    return int(next(line.split()[-1] for line in facts.splitlines() if line.startswith("Pages")))


def test_every_page_goes_out_as_it_was_seen(bench, desk, tmp_path):
    """As many A4 pages as the preview has; how far it is is told, and that it is done."""
    told = []
    printing = Printing(desk, Orders(desk, EVENING), Order("resolution", "zh"), told.append)
    assert bench.run(printing.print_on(printer(tmp_path / "out.pdf")))
    assert pages(tmp_path / "out.pdf", tmp_path) == printing.pages == 2
    assert "A4" in facts_of((tmp_path / "out.pdf").read_bytes(), tmp_path)
    assert told == [
        "正在打印第\u00a01\u00a0页，共\u00a02\u00a0页",
        "正在打印第\u00a02\u00a0页，共\u00a02\u00a0页",
        "",
    ]
    assert (desk.said[-1].tone, desk.said[-1].text) == (
        Tone.DONE,
        "已有\u00a02\u00a0页送到打印机。",
    )


def test_only_the_pages_that_were_asked_for(bench, desk, tmp_path):
    """From the second to the third of five, and no further than there are."""
    some = printer(tmp_path / "some.pdf")
    some.setFromTo(2, 3)
    printing = Printing(desk, Orders(desk, EVENING), Order("record", "zh"), lambda _text: None)
    assert bench.run(printing.print_on(some))
    assert printing.pages == 2
    beyond = printer(tmp_path / "beyond.pdf")
    beyond.setFromTo(5, 99)
    printing = Printing(desk, Orders(desk, EVENING), Order("record", "zh"), lambda _text: None)
    assert bench.run(printing.print_on(beyond))
    assert printing.pages == 1


def test_it_can_be_stopped(bench, desk, tmp_path):
    """Nothing more is given to the printer, and nothing claims that all went out."""
    printing = Printing(
        desk, Orders(desk, EVENING), Order("record", "zh"), lambda _t: printing.stop()
    )
    assert not bench.run(printing.print_on(printer(tmp_path / "out.pdf")))
    assert printing.pages <= 1
    assert [notice for notice in desk.said if notice.tone is Tone.DONE] == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_a_sentence(bench, desk, tmp_path):
    """It says what to look at and what to do instead."""
    printing = Printing(desk, Orders(desk, EVENING), Order("record", "zh"), lambda _text: None)
    assert not bench.run(printing.print_on(printer(tmp_path / "no" / "out.pdf")))
    assert desk.said[-1].tone is Tone.TROUBLE
    assert "打印机" in desk.said[-1].text


def test_no_band_is_more_than_a_moments_work(bench, desk):
    """A page comes in bands that together are the page; the window breathes after each."""
    orders = Orders(desk, EVENING)
    count, width, height, cut = bench.run(
        desk.works.apart(cutting.bands, orders.parcel(), Order("record", "zh"), 0)
    )
    assert count == 5
    assert (width, height) == (2480, 3508)
    assert len(cut) == -(-height // cutting.BAND)
    assert all(band[:4] == b"\x89PNG" for band in cut)


def test_the_dialog_is_opened_and_leaves_everything_as_it_was(bench, desk, qtbot):
    """Ctrl+Shift+P asks for a printer; whoever goes back can ask again."""
    view = bench.show(PapersView(desk, EVENING))
    button = view.findChild(QPushButton, "papers.print.button")
    for _ in range(2):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        dialog = view.findChild(QPrintDialog)
        assert dialog.isVisible()
        dialog.reject()
        assert button.isEnabled()
        dialog.deleteLater()
        dialog.setParent(None)
    assert not view.findChild(QLabel, "papers.printing").isVisible()


def test_what_is_accepted_is_printed(bench, desk, qtbot, tmp_path):
    """From the dialog to the paper."""
    view = bench.show(PapersView(desk, EVENING))
    view.show_kind("resolution")
    bench.idle()
    view.print()
    dialog = view.findChild(QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "out.pdf"))
    dialog.accepted.emit(dialog.printer())
    dialog.hide()
    bench.idle()
    assert pages(tmp_path / "out.pdf", tmp_path) == 2
    assert view.findChild(QPushButton, "papers.print.button").isEnabled()


def test_printing_is_stopped_from_the_screen(bench, desk, qtbot, tmp_path):
    """While it prints there is a button for that; afterwards it is gone and one can print again."""
    view = bench.show(PapersView(desk, EVENING))
    view.show_kind("record")
    bench.idle()
    view.print()
    dialog = view.findChild(QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "out.pdf"))
    stop = view.findChild(QPushButton, "papers.print.stop")
    label = view.findChild(QLabel, "papers.printing")
    seen = []
    say = view._printing._say

    def stopping(text):
        say(text)
        seen.append((text, stop.isVisible()))
        if stop.isVisible():
            qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)

    view._printing._say = stopping
    dialog.accepted.emit(dialog.printer())
    dialog.hide()
    bench.idle()
    assert seen[0] == ("正在打印第\u00a01\u00a0页，共\u00a05\u00a0页", True)
    assert seen[-1] == ("", False)
    assert not label.isVisible()
    assert view.findChild(QPushButton, "papers.print.button").isEnabled()


def test_large_pictures_are_made_light(bench, desk):
    """Pages that are looked at closely come in greys: they are decoded in a quarter of the time."""
    orders = Orders(desk, EVENING)
    order = Order("resolution", "zh")
    coarse = bench.run(orders.proof(order, cutting.COARSE))
    fine = bench.run(orders.proof(order, 150.0))
    assert len(fine.pages) == len(coarse.pages)
    assert QImage.fromData(fine.pages[0]).isGrayscale()
    assert QImage.fromData(fine.pages[0]).width() == 1240
    assert fine.names == coarse.names
