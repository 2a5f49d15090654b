"""What people typed is text wherever a reason is told, also in the tips of a menu."""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.desk.item.deeds import Deed
from facilitator.desk.item.doings import Doing
from facilitator.desk.item.motion_cards import MotionCards
from tests.desk.evening import at_desk

WHY = '<img src="/etc/passwd"><b>王</b> & 李已离会。'


def test_a_reason_with_markup_in_it_is_no_markup_in_a_menu(qapp, tmp_path):
    """Qt would take it for rich text and draw, or even load, what it names."""
    with at_desk(tmp_path, "20:12:20") as desk:
        view, menu = QWidget(), QMenu()
        deed = Deed(desk, view, view, "floor.end", lambda: None)
        deed.allow(WHY)
        deed.put_into(menu)
        (line,) = menu.actions()
        assert "王" in line.toolTip()
        assert not Qt.mightBeRichText(line.toolTip())
        cards = MotionCards(desk, lambda _motion: [Doing("x", "x", WHY, lambda: None)])
        cards._open_menu("m3", cards)
        (line,) = cards.findChild(QMenu).actions()
        assert not Qt.mightBeRichText(line.toolTip())
        for one in (menu, cards, view):
            one.deleteLater()
