"""What every view does: it reads when something changed, and again after it broke."""

import pytest

from facilitator.desk.view import View
from tests.desk.evening import at_desk


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
