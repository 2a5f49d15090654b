"""Audits a window: whether everybody can read it, reach it, and hear what it is.

`audit(window)` returns one line for each thing wrong, as "code: widget: what", in the order of the
widgets; none is good. The codes are the names of the rules below. A widget can ask for an exception
with a dynamic property: `markup` (its rich text is ours and escaped), `elides` (cutting is its job),
`keycap` (a small key on a button), `twin` (does what another button of that name does), `enters` (Enter
goes on to the next entry of the dialog).

What it cannot see: what delegates paint and models say (tool tips of cells, elided cells), menus
that are closed, pictures, mnemonics on tabs, and whether a name makes sense.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontInfo
from PySide6.QtGui import Qt as TextQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from facilitator.desk.panel import Panel
from facilitator.desk.reading_order import order
from facilitator.desk.view import View
from facilitator.desk.window import Window
from tests.desk import register
from tests.desk.colours import contrast, ground_of
from tests.desk.ending import badly_ended
from tests.desk.looking import (
    EDITS,
    INTERACTIVE,
    box,
    branches,
    has_key_or_menu,
    interactive,
    is_fitting,
    keys_of,
    listens_to_clicks,
    name_of,
    tab_chain,
    text_of,
    told,
    visible,
    walk,
)

SMALLEST = 13  # pixels at 100 %
SLACK = 4  # a border that grows under the focus asks for this much more, and cuts no letter
TARGET = 24  # pixels: WCAG 2.2, 2.5.8
ROWS, COLUMNS = 20, 4  # of a list are asked for their words
HEARD = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
ROUNDED = 1  # what a layout may take from words that wrap
NORMAL, LARGE = 4.5, 3.0  # WCAG 2.2, 1.4.3: contrast of text, and of large text


@dataclass(frozen=True)
class Look:
    """What a rule knows besides the widget."""

    window: QWidget
    scale: float
    chain: set[QWidget]  # what Tab comes by


def audit(window: QWidget, scale: float = 1.0) -> list[str]:
    """Return what is wrong with a window that is shown; `scale` is the size setting, 1.5 for 150 %."""
    assert window.isVisible(), "only a window that is shown has sizes and colours to audit"
    look, seen, found = Look(window, scale, tab_chain(window)), list(visible(window)), []
    register.note(seen)
    for widget in seen:
        for rule in RULES:
            if wrong := rule(widget, look):
                found.append(f"{rule.__name__}: {told(widget)}: {wrong}")
    found += [f"astray: {wrong}" for wrong in astray(window)]
    found += [f"alike: {wrong}" for wrong in alike(seen)]
    found += [f"ending: {wrong}" for wrong in badly_ended(window, seen)]
    return found + [f"twice: {wrong}" for wrong in twice(window, seen)]


# --- the rules: each returns what is wrong, or nothing ----------------------------------------


def nameless(widget: QWidget, _look: Look) -> str:
    """Whatever takes the focus or a click can be named by a screen reader."""
    if isinstance(widget, QTabBar):
        tabs = range(widget.count())
        bare = [i for i in tabs if not (widget.tabText(i) or widget.accessibleTabName(i)).strip()]
        return f"tabs {bare} have no name" if bare else ""
    if not interactive(widget) or name_of(widget):
        return ""
    if isinstance(widget, EDITS):
        return "no accessible name and no label whose buddy it is (a placeholder is neither)"
    return "no text and no accessible name"


def unreachable(widget: QWidget, look: Look) -> str:
    """Whatever can be clicked can be done with the keyboard."""
    if not widget.isEnabled() or not (interactive(widget) or listens_to_clicks(widget)):
        return ""
    target = widget.focusProxy() or widget
    if target in look.chain and target.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return ""
    if by_arrows(target, look):
        return ""
    by_key = isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty()
    by_action = any(has_key_or_menu(action) for action in widget.actions())
    return "" if by_key or by_action else "neither Tab nor a shortcut leads here"


def by_arrows(widget: QWidget, look: Look) -> bool:
    """Tab comes by one of an exclusive group, the arrows lead to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive():
        return False
    policies = (one.focusPolicy() for one in group.buttons() if one in look.chain)
    return any(policy & Qt.FocusPolicy.TabFocus for policy in policies)


def markup(widget: QWidget, _look: Look) -> str:
    """No text from a person can be taken for markup."""
    if widget.property("markup") is True:
        return ""
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        # A label for a picture has no text, and will have none.
        return f"reads markup ({widget.textFormat().name})" if widget.pixmap().isNull() else ""
    for said in (widget.toolTip(), widget.whatsThis()):
        if TextQt.mightBeRichText(said):
            return f"tip reads markup: {said[:40]!r}"
    return ""


def faint(widget: QWidget, _look: Look) -> str:
    """Text stands out from its ground, by the colours of the palette."""
    if not widget.isEnabled() or not text_of(widget):
        return ""
    ink, ground = widget.palette().color(widget.foregroundRole()), ground_of(widget)
    font = QFontInfo(widget.font())
    large = font.pixelSize() >= 24 or (font.bold() and font.pixelSize() >= 18.66)
    least, has = LARGE if large else NORMAL, contrast(ink, ground)
    line = f"contrast {has:.2f} of {ink.name()} on {ground.name()}, at least {least} is needed"
    return line if has < least else ""


def cut(widget: QWidget, _look: Look) -> str:
    """Text has the room it asks for, and so has the number in a field."""
    if isinstance(widget, QAbstractSpinBox):
        # The field is one thing to the audit, its number lies in a line of its own.
        line = widget.findChild(QLineEdit)
        wants = line.fontMetrics().horizontalAdvance(line.text().strip()) if line else 0
        room = line.width() if line else 0
        return f"{room} px for its number, which wants {wants}" if wants > room else ""
    if not text_of(widget) or widget.property("elides") is True:
        return ""
    wraps = isinstance(widget, QLabel) and widget.wordWrap()
    needs, has = widget.sizeHint(), widget.size()
    if not wraps and needs.width() > has.width() + SLACK:
        return f"{has.width()} px wide, its text wants {needs.width()}"
    if isinstance(widget, QLabel):
        tall = widget.heightForWidth(has.width()) if wraps else needs.height()
        if tall > has.height() + ROUNDED:
            return f"{has.height()} px high, its text wants {tall}"
    return ""


def outside(widget: QWidget, look: Look) -> str:
    """Nothing sticks out of its parent, unless one can scroll there."""
    parent = widget.parentWidget()
    if widget is look.window or widget.isWindow() or parent is None or is_fitting(widget):
        return ""
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        return ""
    place, room = widget.geometry(), parent.rect()
    return "" if room.contains(place) or place.isEmpty() else f"{box(place)} is not in {box(room)}"


def small(widget: QWidget, look: Look) -> str:
    """No letters are smaller than the smallest."""
    if (
        not (text_of(widget) or isinstance(widget, INTERACTIVE))
        or widget.property("keycap") is True
    ):
        return ""
    if isinstance(widget, QAbstractButton | QAbstractSlider) and not text_of(widget):
        return ""
    pixels = QFontInfo(widget.font()).pixelSize()
    least = int(SMALLEST * look.scale)
    return f"letters of {pixels} px, at least {least} are needed" if pixels < least else ""


def unheard(widget: QWidget, look: Look) -> str:
    """What takes the focus has a name and a role for screen readers; rows have words, painted or not."""
    if not interactive(widget) or nameless(widget, look):
        return ""
    told_of = QAccessible.queryAccessibleInterface(widget)
    if told_of is None or not told_of.isValid():
        return "screen readers do not know it"
    if told_of.role() == QAccessible.Role.NoRole:
        return "it has no role for screen readers"
    if isinstance(widget, QTabBar):
        return ""
    if not told_of.text(QAccessible.Text.Name).strip():
        return "screen readers hear no name"
    return _mute(widget) if isinstance(widget, QAbstractItemView) else ""


def _mute(view: QAbstractItemView) -> str:
    model, root = view.model(), view.rootIndex()
    if model is None:
        return ""
    many = isinstance(view, QTableView | QTreeView)
    columns = range(min(model.columnCount(root), COLUMNS)) if many else range(1)
    for row in range(min(model.rowCount(root), ROWS)):
        cells = (model.index(row, column, root) for column in columns)
        if not any(_heard(cell.data(role)) for cell in cells for role in HEARD):
            return f"row {row} has no words"
    return ""


def _heard(said: object) -> bool:
    return isinstance(said, str) and bool(said.strip())


def trap(widget: QWidget, _look: Look) -> str:
    """Tab leads out of everything again."""
    if isinstance(widget, QAbstractItemView) and widget.tabKeyNavigation():
        return "Tab goes round in its cells"
    if isinstance(widget, QTextEdit | QPlainTextEdit) and not widget.isReadOnly():
        return "" if widget.tabChangesFocus() else "Tab is written into it"
    return ""


def tiny(widget: QWidget, _look: Look) -> str:
    """What is pressed is large enough to be hit."""
    if not widget.isEnabled() or not isinstance(widget, (*EDITS, QAbstractButton, QAbstractSlider)):
        return ""
    if is_fitting(widget):
        return ""
    least = min(widget.width(), widget.height())
    return (
        f"{widget.width()}×{widget.height()}, at least {TARGET} are needed"
        if least < TARGET
        else ""
    )


RULES = (nameless, unreachable, markup, faint, cut, outside, small, unheard, trap, tiny)


def astray(window: QWidget) -> Iterator[str]:
    """Tab goes as one reads: of two things in one group never to what lies above, or before it in its row."""
    ours = isinstance(window, Window | Panel | View) or window.findChild(View) is not None
    begin = order(window) if ours else None  # as window and panels do it for a Tab
    way = [one for one in walk(window) if one.isVisible() and one.isEnabled()]
    way = [one for one in way if window.isAncestorOf(one)]
    at = way.index(begin) if begin in way else 0  # the way is round
    way = [*way[at:], *way[:at]]
    for here, there in pairwise(way):
        mine, yours = branches(here, there)
        if mine is None or yours is None:
            continue
        a, b = mine.geometry(), yours.geometry()
        above = b.bottom() <= a.top() and b.left() <= a.right()
        beside = (
            min(a.bottom(), b.bottom()) - max(a.top(), b.top()) > min(a.height(), b.height()) / 2
        )
        if above or (beside and b.right() <= a.left()):
            yield f"{told(here)} leads back to {told(there)}"


def alike(seen: list[QWidget]) -> Iterator[str]:
    """No two buttons of a window have the same name: whoever only hears it could not tell them apart."""
    names: dict[tuple[str, bool], list[QWidget]] = defaultdict(list)
    buttons = (one for one in seen if isinstance(one, QAbstractButton) and one.isEnabled())
    for one in buttons:
        if name_of(one) and one.property("twin") is not True:
            names[name_of(one), one.isCheckable()].append(one)
    for (name, _checkable), those in names.items():
        if len(those) > 1:
            yield f"{name!r}: {' and '.join(told(one) for one in those)}"


def twice(window: QWidget, seen: list[QWidget]) -> Iterator[str]:
    """No key leads to two things in one window."""
    owners: dict[str, list[str]] = defaultdict(list)
    for key, owner in keys_of(window, set(seen)):
        if not key.isEmpty():
            owners[key.toString()].append(owner)
    for key, those in owners.items():
        if len(those) > 1:
            yield f"{key}: {' and '.join(those)}"
