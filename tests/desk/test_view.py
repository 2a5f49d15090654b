"""What every view does: it reads when something changed, and again after it broke."""

import pytest
from PySide6.QtWidgets import QWidget

from facilitator.desk.view import View, born_on
from tests.desk.evening import at_desk
from tests.desk.freed import do_what_was_put_off


class Breaks(View):
    """Breaks the first time it reads."""

    times = 0

    def refresh(self):
        """Break, or note that it was read."""
        self.times += 1
        if self.times == 1:
            raise ZeroDivisionError


def test_a_view_that_broke_is_read_again_when_it_is_next_shown(qtbot, tmp_path):
    """Nobody has to start the program anew: to go away and come back is enough, and it is read once."""
    with at_desk(tmp_path, "") as desk:
        view = Breaks(desk)
        qtbot.addWidget(view)
        with pytest.raises(ZeroDivisionError):
            view.refresh_now()
        view.show()
        assert view.times == 2
        view.hide()
        view.show()
        assert view.times == 2


class Quiet(View):
    """Reads nothing."""

    def refresh(self):
        """Nothing."""


class TestBornOn:
    def test_the_first_view_lies_in_its_parent_before_anything_lies_in_it(self, qtbot, tmp_path):
        """One view takes the parent; what is made in it, and what is made afterwards, has none."""
        with at_desk(tmp_path, "") as desk:
            parent = QWidget()
            qtbot.addWidget(parent)
            with born_on(parent):
                made, second = Quiet(desk), Quiet(desk)
            with born_on(parent):
                pass
            third = Quiet(desk)
            assert made.parentWidget() is parent
            assert (second.parentWidget(), third.parentWidget()) == (None, None)
            second.deleteLater()
            third.deleteLater()

    def test_a_view_that_breaks_while_it_is_made_goes(self, qtbot, tmp_path):
        """The page says that it could not be opened, and nothing half made lies behind it."""
        with at_desk(tmp_path, "") as desk:
            parent = QWidget()
            qtbot.addWidget(parent)
            with pytest.raises(ZeroDivisionError), born_on(parent):
                Breaks(desk).refresh_now()
            do_what_was_put_off()
            assert parent.children() == []
