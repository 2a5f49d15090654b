"""The audit of windows finds each thing once, and nothing where nothing is wrong."""

import pytest
from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QKeySequence,
    QPalette,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.places import resources
from tests.desk.audit import audit
from tests.desk.colours import contrast


@pytest.fixture(autouse=True)
def _font(qapp):
    """Let everything be written in the font of the windows, in 15 pixels."""
    before = qapp.font()
    loaded = QFontDatabase.addApplicationFont(str(resources() / "fonts" / "NotoSansSC-Regular.ttf"))
    font = QFont("Noto Sans SC")
    font.setPixelSize(15)
    qapp.setFont(font)
    yield
    qapp.setFont(before)
    QFontDatabase.removeApplicationFont(loaded)


@pytest.fixture
def findings(qtbot):
    """Return a function that shows widgets one under another and returns their audit."""

    def of(*widgets, scale=1.0):
        window = QWidget()
        layout = QVBoxLayout(window)
        for widget in widgets:
            layout.addWidget(widget)
        return shown(window, scale=scale)

    def shown(window, scale=1.0):
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return audit(window, scale)

    of.window = shown
    return of


def plain(text="词"):
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def named(widget, name="名"):
    widget.setAccessibleName(name)
    return widget


def codes(found):
    return [line.split(":")[0] for line in found]


class Clickable(QWidget):
    def mouseReleaseEvent(self, event):
        event.accept()


def bad_placeholder():
    edit = QLineEdit()
    edit.setPlaceholderText("姓名")
    return edit


def bad_icon_button():
    picture = QPixmap(16, 16)
    picture.fill(QColor("black"))
    return QPushButton(QIcon(picture), "")


def bad_focus():
    button = QPushButton("走")
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return button


def bad_clickable():
    return named(Clickable())


def bad_html():
    return QLabel("<b>张三</b>")


def bad_tip():
    label = plain()
    label.setToolTip("<b>张三</b>")
    return label


def bad_colours():
    label = plain()
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#999999"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#ffffff"))
    label.setPalette(palette)
    return label


def bad_width():
    label = plain("一句很长的话一句很长的话")
    label.setFixedWidth(60)
    return label


def bad_number():
    field = named(QSpinBox())
    field.setValue(88)
    field.setFixedWidth(24)
    return field


def bad_height():
    label = plain("一句很长的话 " * 12)
    label.setWordWrap(True)
    label.setFixedSize(120, 20)
    return label


def bad_place():
    holder = QWidget()
    holder.setFixedSize(100, 40)
    plain().setParent(holder)
    child = QWidget(holder)
    child.setGeometry(60, 0, 60, 20)
    return holder


def bad_size():
    label = plain()
    font = label.font()
    font.setPixelSize(12)
    label.setFont(font)
    return label


def bad_tabs():
    tabs = QTabWidget()
    tabs.addTab(QWidget(), "")
    return tabs


def bad_text():
    text = QPlainTextEdit()
    text.setTabChangesFocus(True)
    return text


def bad_text_for_tab():
    return named(QPlainTextEdit())


def bad_table():
    return named(QTableWidget(0, 3))


def bad_rows():
    lines = named(QListView())
    lines.setModel(QStringListModel(["一", "", "三"], lines))
    return lines


def bad_target():
    button = named(bad_icon_button())
    button.setFixedSize(20, 30)
    return button


def of_two(kind, *names):
    """Two buttons beside or over another, of which the one that is read last is made first."""
    holder = QWidget()
    layout = kind(holder)
    for name in reversed(names):
        layout.insertWidget(0, QPushButton(name))
    return holder


def bad_order():
    return of_two(QVBoxLayout, "上", "下")


def bad_row_of_buttons():
    return of_two(QHBoxLayout, "左", "右")


def bad_pair():
    return good_pair("改", "改")


def good_pair(*names):
    holder = QWidget()
    layout = QHBoxLayout(holder)
    for name in names or ("改一", "改二"):
        layout.addWidget(QPushButton(name))
    return holder


def bad_scroll_area():
    return QScrollArea()


def bad_list():
    return QListView()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (bad_placeholder, "nameless"),
        (bad_icon_button, "nameless"),
        (bad_text, "nameless"),
        (QComboBox, "nameless"),
        (QSpinBox, "nameless"),
        (bad_list, "nameless"),
        (bad_scroll_area, "nameless"),
        (bad_tabs, "nameless"),
        (bad_focus, "unreachable"),
        (bad_clickable, "unreachable"),
        (bad_html, "markup"),
        (bad_tip, "markup"),
        (bad_colours, "faint"),
        (bad_width, "cut"),
        (bad_height, "cut"),
        (bad_number, "cut"),
        (bad_place, "outside"),
        (bad_size, "small"),
        (bad_rows, "unheard"),
        (bad_text_for_tab, "trap"),
        (bad_table, "trap"),
        (bad_target, "tiny"),
        (bad_order, "astray"),
        (bad_row_of_buttons, "astray"),
        (bad_pair, "alike"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_each_fault_is_found_once(findings, make, code):
    """One bad widget among good ones makes one finding, of its kind."""
    found = findings(plain("好"), make(), QPushButton("好的"))
    assert codes(found) == [code], found


def good_form():
    form = QWidget()
    layout = QFormLayout(form)
    edits = [QLineEdit(), QPlainTextEdit(), QSpinBox(), QComboBox(), QDateTimeEdit()]
    edits[1].setTabChangesFocus(True)
    edits[3].setEditable(True)
    edits[0].setClearButtonEnabled(True)
    for number, edit in enumerate(edits):
        label = plain(f"第 {number} 项")
        label.setBuddy(edit)
        layout.addRow(label, edit)
    return form


def good_views():
    table = named(QTableWidget(40, 12))
    table.setTabKeyNavigation(False)
    for number in range(40):
        table.setItem(number, 1, QTableWidgetItem(str(number)))
    lines = named(QListView())
    lines.setModel(QStringListModel([str(n) for n in range(99)], lines))
    both = QWidget()
    layout = QHBoxLayout(both)
    layout.addWidget(table)
    layout.addWidget(lines)
    return both


def good_choices():
    box = QGroupBox("表决方式")
    box.setCheckable(True)
    layout = QVBoxLayout(box)
    group = QButtonGroup(box)
    for words in ("举手", "票决"):
        radio = QRadioButton(words)
        group.addButton(radio)
        layout.addWidget(radio)
    layout.addWidget(QCheckBox("公开"))
    return box


def good_tabs():
    tabs = QTabWidget()
    for words in ("会前", "会中", "会后"):
        tabs.addTab(plain(words), words)
    return tabs


def good_scrolled():
    area = named(QScrollArea())
    long = plain("很长的一行字" * 40)
    area.setWidget(long)
    return area


def good_picture():
    picture = QLabel()
    picture.setPixmap(QPixmap(10, 10))
    return picture


def good_with_reason():
    escaped = QLabel("<b>我们写的</b>")
    escaped.setProperty("markup", True)
    elided = bad_width()
    elided.setProperty("elides", True)
    cap = bad_size()
    cap.setProperty("keycap", True)
    both = QWidget()
    layout = QVBoxLayout(both)
    for widget in (escaped, elided, cap):
        layout.addWidget(widget)
    return both


def good_by_shortcut():
    button = bad_focus()
    button.setShortcut("Ctrl+G")
    return button


def good_by_action():
    tool = QToolButton()
    action = QAction("撤销", tool)
    action.setShortcut("Ctrl+Z")
    tool.setDefaultAction(action)
    tool.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return tool


def good_proxy():
    outer = QWidget()
    inner = named(QLineEdit())
    QVBoxLayout(outer).addWidget(inner)
    outer.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    outer.setFocusProxy(inner)
    return outer


def good_disabled():
    label = bad_colours()
    label.setEnabled(False)
    return label


@pytest.mark.parametrize(
    "make",
    [
        good_form,
        good_views,
        good_choices,
        good_tabs,
        good_scrolled,
        good_picture,
        good_with_reason,
        good_by_shortcut,
        good_by_action,
        good_pair,
        good_proxy,
        good_disabled,
    ],
    ids=lambda make: make.__name__,
)
def test_what_is_well_made_is_not_accused(findings, make):
    """Qt's own inner parts, reasons given, and keys instead of Tab make no finding."""
    assert findings(make()) == []


def test_what_is_hidden_is_not_audited(findings):
    """A page that is not shown is audited when it is."""
    hidden = bad_placeholder()
    hidden.hide()
    assert findings(plain(), hidden) == []
    hidden.show()
    assert codes(audit(hidden.window())) == ["nameless"]


def test_letters_grow_with_the_size_setting(findings):
    """At 150 % the smallest letters are 19 pixels; 15 are too small for everything with words."""
    assert (
        codes(findings(plain(), QPushButton("好"), named(QLineEdit()), scale=1.5)) == ["small"] * 3
    )


class TestKeys:
    def test_two_actions_with_one_key_are_found_once(self, findings):
        """A key that would be ambiguous is one finding that names both."""
        window = QMainWindow()
        bar = window.menuBar().addMenu("&File")
        for words in ("保存", "签字"):
            bar.addAction(words).setShortcut(QKeySequence("Ctrl+S"))
        found = findings.window(window)
        assert len(found) == 1
        assert found[0].startswith("twice: Ctrl+S: ")
        assert "保存" in found[0]
        assert "签字" in found[0]

    def test_a_mnemonic_and_a_shortcut_clash(self, findings):
        """Alt and a letter is a key like another, on a button, a label or in the menu bar."""
        label = plain("&Name")
        label.setBuddy(edit := QLineEdit())
        assert codes(findings(label, edit, QPushButton("&Next"))) == ["twice"]

    def test_one_action_in_two_places_is_one(self, findings):
        """The same action in a menu and on a tool bar has its key once."""
        window = QMainWindow()
        action = window.menuBar().addMenu("&File").addAction("保存")
        action.setShortcut("Ctrl+S")
        window.addToolBar("工具").addAction(action)
        window.addAction(action)
        assert findings.window(window) == []

    def test_keys_that_cannot_meet_do_not_clash(self, findings):
        """Disabled, hidden or held by one widget alone: such a key is free for another."""
        window = QWidget()
        layout = QVBoxLayout(window)
        first, hidden = QPushButton("甲"), QPushButton("乙")
        for widget in (first, hidden):
            layout.addWidget(widget)
        hidden.hide()
        QShortcut("F5", window)
        QShortcut("F5", hidden)
        QShortcut("F5", first, context=Qt.ShortcutContext.WidgetShortcut)
        off = QAction("丙", window, enabled=False, shortcut="F5")
        window.addAction(off)
        assert findings.window(window) == []
        off.setEnabled(True)
        assert codes(audit(window)) == ["twice"]


def test_contrast_is_reckoned_as_wcag_says():
    """Black on white is 21, #767676 on white the first grey that does, a colour on itself 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "#ffffff") < 4.5
    assert contrast("#336699", "#336699") == 1


def test_a_transparent_ground_is_looked_through(findings):
    """White words on a label that shows the dark card below it are readable, on a white one not."""
    card = QWidget(autoFillBackground=True)
    label = plain("白字")
    QVBoxLayout(card).addWidget(label)
    for ground, expected in (("#202020", []), ("#ffffff", ["faint"])):
        card.setStyleSheet(
            f".QWidget {{ background: {ground} }} QLabel {{ background: transparent; color: white }}"
        )
        assert codes(findings(card) if not card.isVisible() else audit(card.window())) == expected


def test_a_window_that_is_not_shown_is_refused(qapp):
    """Without sizes there is nothing to audit, and that must not look like a clean window."""
    with pytest.raises(AssertionError, match="only a window that is shown"):
        audit(QWidget(minimumSize=QSize(10, 10)))
