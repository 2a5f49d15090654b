"""The round as the clerk sees it in May: the board, the list, one project and back."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from facilitator import roundbook
from facilitator.desk.projects.round import RoundPage
from facilitator.rounds.concerns import concerns
from tests.desk.audit import audit
from tests.desk.freed import assert_freed
from tests.desk.projects.conftest import ROUND
from tests.desk.shown import find, said, shown

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def key(one):
    QTest.keyClick(QApplication.focusWidget(), one)
    QApplication.processEvents()


def plain(text):
    return text.replace("\u00a0", "")


def test_the_board_shows_every_project_where_it_stands(desk):
    """Twenty-three cards in the columns of their stages; keys lead over them into a project and back."""
    today = desk.now().date()
    with shown(desk, f"projects/{ROUND}") as window:
        page = window.page.shown
        columns = {one.key: one.view.cards for one in page.board.columns}
        for model in columns.values():
            QAbstractItemModelTester(model, FATAL)
        counts = {name: model.rowCount() for name, model in columns.items() if model.rowCount()}
        assert counts == {"needs": 1, "proposal": 4, "slate": 15, "out": 3}
        late = columns["proposal"].rows[0]
        assert (late.number, late.late) == ("10-1", 9)
        card = columns["proposal"].index(0).data()
        assert "逾期9天" in plain(card)
        assert "一平米菜园" in card
        assert QApplication.focusWidget() is find(window, "board.needs")
        key(Qt.Key.Key_Right)
        assert QApplication.focusWidget() is find(window, "board.proposal")
        key(Qt.Key.Key_Down)
        key(Qt.Key.Key_Return)
        assert (window.place.which, window.place.part) == (ROUND, "12-1")
        assert "社区图书室" in said(window.page.shown)
        head = find(window, "project.head")
        assert plain(find(window, "project.late").text()) == "逾期9天"
        assert head.stepper.accessibleName() == "第2步，共8步：申请书"
        found = concerns(desk.session.project(ROUND, "12-1"), today)
        assert plain(find(window, "project.concerns").text()) == f"{len(found)}处需留意"
        desk.go("projects", ROUND)
        assert window.page.shown is page, "the board is the same as before"
        assert find(window, "board.proposal").number == "12-1"
        assert audit(window) == []


def test_the_list_can_be_sorted_and_narrowed(desk):
    """A click on what stands out narrows it; a place, a stage and words do, too; all can be shown again."""
    with shown(desk, f"projects/{ROUND}") as window:
        find(window, "round.late").click()
        table = find(window, "projects.table")
        QAbstractItemModelTester(table.narrowed, FATAL)
        numbers = [table.narrowed.index(n, 0).data() for n in range(table.narrowed.rowCount())]
        assert numbers == ["10-1", "12-1", "13-1", "16-1", "18-1"]
        assert plain(find(window, "projects.count").text()) == "5 / 23"
        find(window, "projects.find").setText("书")
        assert table.narrowed.rowCount() == 1
        assert table.number == "12-1"
        find(window, "projects.all").click()
        assert table.narrowed.rowCount() == 23
        table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
        assert table.narrowed.index(0, 0).data() == "16-1", "what asks for most stands first"
        stages = find(window, "projects.stage")
        stages.setCurrentIndex(stages.findData("refused"))
        assert {table.narrowed.index(n, 0).data() for n in range(2)} == {"09-1", "22-1"}
        find(window, "projects.all").click()
        table.setFocus()
        table.choose("07-1")
        key(Qt.Key.Key_Return)
        assert window.place.part == "07-1"
        desk.go("projects", ROUND, "~list")
        assert audit(window) == []


def test_what_the_register_says_to_look_at_is_what_the_project_says(desk):
    """Codes and counts of the board are those of the rules, for every project, today and in two years."""
    today = desk.now().date()
    for day in (today, today.replace(year=2027)):
        for row in roundbook.projects(desk.session, ROUND):
            found = concerns(desk.session.project(ROUND, row.project), day)
            assert row.codes(day) == tuple(one.code for one in found), row.project
            assert row.concerns(day) == len(found)
    row = replace(roundbook.projects(desk.session, ROUND)[0], look_due=today, lasting_codes=())
    assert row.codes(today) == (), "on its day nothing is late yet"
    assert row.codes(today + timedelta(days=1)) == ("look-back-overdue",)


def test_a_closed_page_is_freed(desk):
    """With every view that it made."""

    def make():
        page = RoundPage(desk, ROUND)
        for view in ("list", "round", "history", "board"):
            page.turn_to(view)
        return page

    assert_freed(make, use=lambda it: it.show())
