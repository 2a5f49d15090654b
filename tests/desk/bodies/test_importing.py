"""Importing a roster: it is read beside the window, shown whole, and taken whole or not at all."""

import csv

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QFileDialog

from facilitator.acts import RuleViolation
from facilitator.desk.bodies.importing import ImportPage
from facilitator.desk.bodies.preview import PreviewModel
from facilitator.desk.bodies.reading import read_roster
from facilitator.desk.places import Place
from tests.desk.audit import audit
from tests.desk.bodies.hall import NAMES, click, found, seated, see, settle, text
from tests.desk.freed import Watch
from tests.desk.looks import OF_A_ROOM
from tests.desk.papers.workbench import PATIENCE
from tests.desk.shown import said, shown

HEAD = ["姓名", "组别", "住址", "电话", "职务", "任期止", "备注"]


def rows():
    """Give the roster of a council as a clerk writes it, with a title above."""
    made = [["三元里二社议事会代表名册", *[""] * 6], HEAD]
    for at, name in enumerate(NAMES):
        group = "本地居民" if at < 6 else "新居民" if at < 12 else "街道"
        office = "理事长" if at == 12 else "代表"
        made.append([name, group, f"{at + 1}号楼", f"1380000{at:04}", office, "2029年8月31日", ""])
    return made


def as_csv(path, lines):
    """Write a text sheet as Chinese Excel does."""
    with path.open("w", newline="", encoding="gb18030") as file:
        csv.writer(file).writerows(lines)
    return path


def as_xlsx(path, lines):
    """Write a workbook."""
    book = Workbook()
    for line in lines:
        book.active.append(line)
    book.save(path)
    return path


@pytest.fixture
def page(desk, works, aloop, qapp):
    """Return what shows the page and reads a file: `page(path)` waits until the worker is done."""
    import asyncio

    desk.works = works
    opened = []
    quits = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)

    def read(path, body="b1"):
        if not opened:
            opened.append(shown(desk, f"bodies/{body}/import"))
            read.window = opened[0].__enter__()
        read.window.page.read_file(path)
        aloop.run_until_complete(asyncio.wait_for(works.idle(), PATIENCE))
        settle()
        return read.window

    yield read
    for one in opened:
        one.__exit__(None, None, None)
    qapp.setQuitOnLastWindowClosed(quits)


@pytest.mark.parametrize("write", [as_csv, as_xlsx], ids=["csv", "xlsx"])
def test_thirteen_are_imported_from_a_sheet(write, desk, page, tmp_path):
    """Thirteen rows are shown with the seats they will take; nobody sits before the button is pressed."""
    body = found(desk)
    path = write(tmp_path / f"名册.{'csv' if write is as_csv else 'xlsx'}", rows())
    window = page(path)
    model = window.page.model
    assert (model.rowCount(), model.headerData(2, Qt.Orientation.Horizontal)) == (13, "姓名")
    assert [model.index(at, 2).data() for at in range(13)] == NAMES
    assert [model.index(at, 1).data() for at in range(13)] == [str(at) for at in range(1, 14)]
    assert model.index(12, 3).data() == "街道办事处"
    told = said(window.page)
    assert "导入后名册与章程相符。" in told
    assert "未读取的列：备注。" in told
    assert ("GB18030" in told) == (write is as_csv)
    assert not body.holdings
    assert see(window, "import.done").text().replace("\u00a0", "") == "导入13人"
    click(window, "import.done")
    assert window.place == Place("bodies", "b1")
    assert [body.people[one.member].name for one in body.seated] == NAMES
    assert body.findings(desk.now().date()) == ()


def test_every_wrong_row_is_named_and_nothing_is_taken(desk, page, tmp_path):
    """Rows with problems are marked and told with their numbers; the import waits until all are mended."""
    body = found(desk)
    lines = rows()
    lines[3][1], lines[5][3], lines[8][0] = "外地居民", "110101199003078515", ""
    window = page(as_csv(tmp_path / "bad.csv", lines))
    told = said(window.page).replace("\u00a0", "")
    assert "3行须改正" in told
    assert "第4行：没有“外地居民”这个组别。可用的有：本地居民、新居民、街道办事处" in told
    assert "第6行" in told
    assert "身份证" in told
    assert "第9行" in told
    model = window.page.model
    assert [model.index(at, 0).data() for at in (0, 1, 3)] == ["3", "✗ 4", "✗ 6"]
    assert "外地居民" in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    done = see(window, "import.done")
    assert not done.isEnabled()
    assert "改正" in done.toolTip()
    assert not body.holdings
    window = page(as_csv(tmp_path / "bad.csv", rows()))
    assert see(window, "import.done").isEnabled()


def test_one_name_twice_waits_for_a_word(desk, page, tmp_path):
    """Two people of the same name are imported only after somebody has said that they are two."""
    body = found(desk)
    lines = rows()
    lines[3][0] = NAMES[0]
    window = page(as_csv(tmp_path / "same.csv", lines))
    assert not see(window, "import.done").isEnabled()
    assert "确认" in see(window, "import.done").toolTip()
    see(window, "import.same-names", QCheckBox).click()
    click(window, "import.done")
    assert len(body.seated) == 13


def test_what_would_be_missing_is_said_before(desk, page, tmp_path):
    """With twelve rows the seat that stays vacant is told, and the import goes on all the same."""
    body = found(desk)
    window = page(as_csv(tmp_path / "twelve.csv", rows()[:13]))
    told = said(window.page).replace("\u00a0", "")
    assert "新居民5/6，缺1" in told
    assert "街道办事处0/1，缺1" in told
    click(window, "import.done")
    assert len(body.seated) == 11


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", "甲,乙\n1,2\n", "表格须有这些列：姓名、组别。"),
        ("a.csv", "姓名,组别\n", "没有可导入的行"),
        ("a.xlsx", "姓名,组别\n", "xlsx"),
        ("a.docx", "", "docx"),
        ("nothing.csv", None, "nothing.csv"),
    ],
)
def test_what_cannot_be_read_says_why(name, content, words, desk, page, tmp_path):
    """A sheet without the heads, without rows, of another kind, or not there: a sentence, and nothing else."""
    found(desk)
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    window = page(path)
    assert words in text(window, "import.said")
    assert "--help" not in text(window, "import.said")


def test_a_file_is_chosen_or_dropped(desk, page, tmp_path, monkeypatch):
    """The button opens a file dialog that does not wait; a file that is dropped is read as well."""
    found(desk)
    window = page(as_csv(tmp_path / "first.csv", rows()[:4]))
    assert window.page.model.rowCount() == 2
    read = []
    monkeypatch.setattr(ImportPage, "read_file", lambda _page, path: read.append(path.name))
    click(window, "import.other")
    dialog = window.findChild(QFileDialog, "import.dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "second.csv"))
    dialog.reject()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "third.csv"))])
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.page.dropEvent(drop)
    assert read == ["second.csv", "third.csv"]


def test_what_was_read_outlives_the_window(desk, page, tmp_path):
    """After a change of size the rows are still there to be imported."""
    found(desk)
    window = page(as_csv(tmp_path / "a.csv", rows()))
    desk.settings.size = 125
    window.build()
    settle()
    assert window.page.model.rowCount() == 13
    assert see(window, "import.done").isEnabled()


def test_whoever_goes_away_meanwhile_is_not_in_the_way(desk, page, tmp_path):
    """A sheet that is read after one has gone to another page disturbs nobody."""
    found(desk)
    window = page(as_csv(tmp_path / "a.csv", rows()))
    watch = Watch(window.page)
    window.page.read_file(tmp_path / "gone.csv")
    desk.go("bodies", "b1")
    page.window = window
    import asyncio

    asyncio.get_event_loop().run_until_complete(asyncio.wait_for(desk.works.idle(), PATIENCE))
    watch.assert_freed()


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_the_preview_can_be_read_by_everybody(lang, size, desk, page, tmp_path):
    """The audit finds nothing on the page with a sheet full of mistakes."""
    desk.settings.lang, desk.settings.size = lang, size
    desk.theme.size = size
    found(desk)
    lines = rows()
    lines[3][1] = "<b>外地</b>居民" * 10
    window = page(as_csv(tmp_path / "bad.csv", lines))
    assert audit(window, size / 100) == []


class TestThePreview:
    def test_it_keeps_the_promises_of_models(self, desk, tmp_path):
        """Qt's own tester watches while one sheet after another is shown."""
        body = found(desk)
        model = PreviewModel(desk, body.charter)
        tester = QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        day = desk.now().date()
        model.show_reading(read_roster(body, str(as_csv(tmp_path / "a.csv", rows())), day))
        assert (model.rowCount(), model.columnCount()) == (13, 8)
        assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
        lines = rows()[:6]
        lines[4][1] = "无此组"
        model.show_reading(read_roster(body, str(as_csv(tmp_path / "b.csv", lines)), day))
        assert model.rowCount() == 4
        for at in range(4):
            for column in range(model.columnCount()):
                for role in Qt.ItemDataRole:
                    model.index(at, column).data(role)
        del tester

    def test_rows_and_seats_belong_together(self, desk, tmp_path):
        """A wrong row between two good ones does not shift the seats of those after it."""
        body = seated(desk, names=NAMES[:2])
        lines = rows()
        lines[3][1] = "无此组"
        reading = read_roster(
            body,
            str(as_csv(tmp_path / "a.csv", [*lines[:1], HEAD, *lines[4:8]])),
            desk.now().date(),
        )
        assert [(one.cells["name"], one.holding.seat) for one in reading.rows] == [
            (NAMES[2], 3), (NAMES[3], 4), (NAMES[4], 5), (NAMES[5], 6),
        ]  # fmt: skip
        assert [one.number for one in reading.rows] == [3, 4, 5, 6]

    def test_refusals_cross_the_border_of_the_process(self, desk, page, tmp_path):
        """What is refused in the worker is the same refusal here, with its facts."""
        body = found(desk)
        path = as_csv(tmp_path / "a.csv", [["甲"], ["乙"]])
        with pytest.raises(RuleViolation) as here:
            read_roster(body, str(path), desk.now().date())
        window = page(path)
        assert here.value.code == "roster-heads"
        assert "姓名" in text(window, "import.said")
