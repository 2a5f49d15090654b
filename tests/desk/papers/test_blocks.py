"""Parts of minutes are ticked and moved, one always stays, and a body's choice is remembered."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView, QPushButton

from facilitator.demo.stage import EVENING
from facilitator.desk.papers.blocks import ALL, Blocks, chosen_blocks
from facilitator.desk.papers.view import PapersView
from facilitator.desk.settings import Settings
from facilitator.words.tongue import tongue

TICK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def settings(tmp_path):
    """Settings of this test alone."""
    return Settings(tmp_path / "settings")


@pytest.fixture
def model(settings):
    """The blocks of a record, as usual, watched by Qt's own tester."""
    made = Blocks(settings, tongue("zh"), "songbaigang", "record")
    made.watched_by = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


def titles(model):
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_it_is_a_proper_model(model, qtmodeltester):
    """A flat list of ticks that Qt's tester finds nothing wrong with, whatever is done to it."""
    qtmodeltester.check(model)
    model.setData(model.index(1), Qt.CheckState.Unchecked, TICK)
    model.move(0, 1)
    model.move(5, -1)
    model.reset()
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None
    assert not model.flags(QModelIndex())


def test_as_usual_means_no_choice(model, settings):
    """All parts in the usual order are no choice at all: what a later version adds is then in."""
    assert chosen_blocks(settings, "songbaigang", "record") == ()
    model.setData(model.index(0), Qt.CheckState.Unchecked, TICK)
    assert chosen_blocks(settings, "songbaigang", "record") == ALL["record"][1:]
    model.setData(model.index(0), Qt.CheckState.Checked, TICK)
    assert chosen_blocks(settings, "songbaigang", "record") == ()
    assert model.usual


def test_a_choice_is_remembered_for_its_body_and_its_paper(model, settings, tmp_path):
    """At the next start it is there again; another body and the summary know nothing of it."""
    model.move(0, 1)
    model.setData(model.index(5), Qt.CheckState.Unchecked, TICK)
    settings._kept.sync()
    again = Settings(tmp_path / "settings")
    wanted = ("attendance", "header", "items", "closing", "signatures")
    assert chosen_blocks(again, "songbaigang", "record") == wanted
    assert chosen_blocks(again, "other", "record") == ()
    assert chosen_blocks(again, "songbaigang", "summary") == ()
    assert titles(Blocks(again, tongue("zh"), "songbaigang", "record")) == titles(model)


def test_the_last_part_stays(model):
    """A paper of no part would say nothing."""
    for row in range(model.rowCount()):
        model.setData(model.index(row), Qt.CheckState.Unchecked, TICK)
    ticked = [model.data(model.index(row), TICK) for row in range(model.rowCount())]
    assert ticked.count(Qt.CheckState.Checked) == 1


def test_nothing_moves_past_the_ends(model):
    """The first does not go up and the last does not go down."""
    before = titles(model)
    assert not model.move(0, -1)
    assert not model.move(5, 1)
    assert not model.move(-1, 1)
    assert titles(model) == before


@pytest.mark.parametrize(
    "kept", ["nonsense", "-header", "-header,-attendance,-items", "header,header,seal"]
)
def test_what_was_kept_wrongly_breaks_nothing(settings, kept):
    """Settings of another version or a spoilt file: what is known is taken, what is missing comes last."""
    settings.keep_text("papers/record.songbaigang", kept)
    model = Blocks(settings, tongue("zh"), "songbaigang", "record")
    assert sorted(titles(model)) == sorted(titles(Blocks(settings, tongue("zh"), "x", "record")))
    assert set(chosen_blocks(settings, "songbaigang", "record")) <= set(ALL["record"])


def test_a_paper_without_parts_has_no_choice(settings):
    """Only minutes have parts."""
    assert chosen_blocks(settings, "songbaigang", "notice") == ()


def test_the_preview_shows_what_was_chosen(bench, qtbot):
    """Space unticks, Alt with an arrow moves; the pages are those of the parts that are left."""
    desk = bench()
    view = PapersView(desk, EVENING)
    view.show_kind("record")
    bench.show(view)
    before = view.preview.pages.count
    blocks = view.findChild(QListView, "papers.blocks")
    blocks.setFocus()
    for _ in range(2):
        qtbot.keyClick(blocks, Qt.Key.Key_Down)
    qtbot.keyClick(blocks, Qt.Key.Key_Space)
    assert "items" not in view.order.blocks
    qtbot.keyClick(blocks, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert blocks.currentIndex().row() == 1
    bench.idle()
    assert view.preview.order == view.order
    assert view.preview.pages.count < before
    usual = view.findChild(QPushButton, "papers.block.usual")
    qtbot.mouseClick(usual, Qt.MouseButton.LeftButton)
    bench.idle()
    assert view.order.blocks == ()
    assert view.preview.pages.count == before
    assert not usual.isEnabled()


def test_buttons_move_what_is_selected(bench, qtbot):
    """Up and down are switched off where there is nowhere to go."""
    view = PapersView(bench(), EVENING)
    view.show_kind("summary")
    bench.show(view)
    up = view.findChild(QPushButton, "papers.block.up")
    down = view.findChild(QPushButton, "papers.block.down")
    assert (up.isEnabled(), down.isEnabled()) == (False, True)
    qtbot.mouseClick(down, Qt.MouseButton.LeftButton)
    assert view.order.blocks == ("items", "opening", "attendance")
    assert up.isEnabled()
    qtbot.mouseClick(up, Qt.MouseButton.LeftButton)
    assert view.order.blocks == ()


def test_only_minutes_show_a_choice(bench):
    """A notice has no parts to choose from, and nothing stands there that could be clicked."""
    view = PapersView(bench(), EVENING)
    view.show_kind("notice")
    bench.show(view)
    assert (
        view.findChild(QListView, "papers.blocks") is None
        or not view.findChild(QListView, "papers.blocks").isVisible()
    )
