"""What tests of bodies stand on: an empty archive, bodies made for a test, and hands that click and type."""

from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget

from facilitator.bodies import Person
from facilitator.bodies.founding import FoundBody
from facilitator.bodies.membership import Entry, ImportRoster
from facilitator.demo.stage import staged
from facilitator.desk.theme import wear
from tests.desk.evening import leave, write

NAMES = [
    *("陈国栋", "林秀英", "黄志强", "梁惠芳", "何伟明", "冯锦添"),
    *("王建军", "李春梅", "张海波", "刘小燕", "吴德全", "周玉梅"),
    "苏慧敏",
]
"""The thirteen of a council, in the order of their seats."""


@contextmanager
def empty_archive(folder, *, lang="zh", size=100):
    """Give a desk on an archive in which nothing has happened yet."""
    folder.mkdir(parents=True, exist_ok=True)
    desk = staged(folder, [], lang=lang, size=size)
    app = QApplication.instance()
    wear(app, desk.theme)
    try:
        yield desk
    finally:
        leave(desk)
        app.setStyleSheet("")


def found(desk, name="b1", charter="yishihui_sanyuanli", **fields):
    """Found a body; it has no members yet."""
    desk.session.do(
        FoundBody(body=name, name=fields.pop("title", "三元里二社"), charter=charter, **fields)
    )
    return desk.session.body(name)


def entries(charter, names=NAMES):
    """One entry for each name, group after group as the charter has its seats."""
    groups = [group.key for group in charter.groups for _ in range(group.seats)]
    until = date(2029, 8, 31)
    return tuple(
        Entry(
            member=f"m{at:02}",
            person=Person(name=name, address=f"{at}号楼"),
            group=group,
            until=until,
        )
        for at, (name, group) in enumerate(zip(names, groups, strict=False), 1)
    )


def seated(desk, name="b1", names=NAMES, **fields):
    """Found a body and fill its seats."""
    body = found(desk, name, **fields)
    roster = ImportRoster(
        body=name, entries=entries(body.charter, names), file_name="a.csv", digest="ab"
    )
    desk.session.do(roster)
    return body


def owners(desk, number, name="own"):
    """Found an assembly in which so many owners are registered."""
    found(desk, name, "owners_ordinary", title="松柏花园业主大会")
    many = tuple(
        Entry(member=f"o{at}", person=Person(name=f"业主{at}", address=f"{at % 12 + 1}栋"), group="owners",
              weight=8_000 + at)
        for at in range(1, number + 1)
    )  # fmt: skip
    desk.session.do(ImportRoster(body=name, entries=many, file_name="a.csv", digest="ab"))
    return desk.session.body(name)


def see(window, name, kind=QWidget):
    """Return the widget of that name that is shown; in the open panel if there is one."""
    panel = open_panel(window)
    ground = panel or window
    shown = [one for one in ground.findChildren(kind, name) if one.isVisible()]
    assert shown, f"nothing shown is called {name!r}"
    return shown[-1]


def open_panel(window):
    """Return the panel that is open over a window, or None."""
    opened = [one for one in window.findChildren(QDialog) if one.isVisible()]
    return opened[-1] if opened else None


def click(window, name):
    """Click something that can be clicked."""
    button = see(window, name)
    assert button.isEnabled(), f"{name}: {button.toolTip()}"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def fill(window, name, text):
    """Type into a field that is empty or gets emptied."""
    field = see(window, name)
    edit = field if isinstance(field, QLineEdit) else field.lineEdit()
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    write(edit, text)
    settle()


def choose(window, name, data):
    """Choose in a list by the keys, as somebody without a mouse does."""
    box = see(window, name, QComboBox)
    keys = [box.itemData(at) for at in range(box.count())]
    assert data in keys, f"{data!r} is none of {keys}"
    for _ in range(box.count()):
        QTest.keyClick(box, Qt.Key.Key_Up)
    for _ in range(keys.index(data)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == data
    box.activated.emit(box.currentIndex())
    settle()


def press(window, key, *, into=""):
    """Press a key in a field, or in what has the keyboard."""
    target = see(window, into) if into else QApplication.focusWidget()
    assert target is not None, "nothing has the keyboard"
    QTest.keyClick(target, key)
    settle()


def text(window, name):
    """Return what a label says, with ordinary spaces."""
    return see(window, name).text().replace("\u00a0", " ")


def settle():
    """Let what was put off happen: layouts, deletions of what was replaced."""
    for _ in range(3):
        QApplication.processEvents()
