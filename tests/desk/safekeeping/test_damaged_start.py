"""Damage that opening does not meet, but the first page does: a sentence and the ways on, never an end."""

import sqlite3
from contextlib import closing

from facilitator.acts import Trouble
from facilitator.desk import rehearsal
from facilitator.desk.troubled import TroubleScreen
from facilitator.desk.troubledpage import TroubledPage
from facilitator.desk.widgets import Button
from facilitator.opening import Onlooker
from facilitator.record.header import held
from tests.desk.audit import audit
from tests.desk.evening import at_desk
from tests.desk.shown import find, said
from tests.desk.test_life import screen, until

CALLED = '"phase": "sign-in"'


def flip_founding(path):
    """Flip a bit in what the body was founded with, which Today wants for the names of its people."""
    content = bytearray(path.read_bytes())
    content[content.index(b'"event":"body.founded"') + 40] ^= 1
    path.write_bytes(content)


def scramble(path, table):
    """Fill a table that lies in one page with noise, as a failing disk does."""
    with closing(sqlite3.connect(path)) as db:
        ((page,),) = db.execute("SELECT pageno FROM dbstat WHERE name = ?", (table,))
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(range(256)) * 16
    path.write_bytes(content)


def test_a_page_that_meets_damage_says_so_and_what_is_whole_is_two_clicks_away(live, evening):
    """In its own place, with the rail beside it; the settings say it, too, before any backup is tried."""
    path = evening(CALLED)
    flip_founding(path)

    async def story(life, window):
        page = window.page
        assert isinstance(page, TroubledPage)
        assert f"{path}已损坏" in said(page)
        assert window.focusWidget() is find(page, "troubled.restore")
        assert audit(window) == []
        assert "档案本身已损坏" in find(window, "rail.settings").accessibleName()
        life.desk.go("settings")
        assert find(window, "backup.trouble.restore").isVisible()
        life.desk.go("today")
        find(window, "troubled.save").click()
        await until(lambda: life.desk is not None and isinstance(life.desk.session, Onlooker))
        assert "这份档案已损坏" in said(window)

    live(story, path)


def test_a_register_that_the_start_itself_wants_is_told_before_any_page(live, evening):
    """The screen of an archive that cannot be opened; the archive is closed, so that its ways on can work."""
    path = evening(CALLED)
    scramble(path, "meeting")

    async def story(life, window):
        assert isinstance(screen(window), TroubleScreen)
        assert "已损坏" in screen(window).said.text()
        assert life.desk is None
        assert not held

    live(story, path)


def test_a_slot_that_meets_damage_is_no_mistake_of_the_program(live, evening):
    """It is said once, with the way to what can be done; of a copy that is looked at, without."""
    path = evening(CALLED)

    async def story(life, window):
        told = []
        life.desk.noticed.connect(told.append)
        for _ in range(2):
            life.tell_trouble(Trouble("damaged", stream="body/b", version=1))
        (notice,) = told
        assert notice.way is not None
        assert life.desk.keeper.damaged

    live(story, path)


def test_a_damaged_rehearsal_is_begun_anew(qtbot, tmp_path, monkeypatch):
    """Nobody backs it up; and what is no damage is only tried again."""
    with at_desk(tmp_path, "") as desk:
        monkeypatch.setattr(rehearsal, "rehearsal_path", lambda: desk.session.path)
        for code, ways in (
            ("damaged", ["anew", "save", "choose"]),
            ("disk-error", ["again", "choose"]),
        ):
            page = TroubledPage(desk, Trouble(code, path="x"))
            qtbot.addWidget(page)
            names = [one.objectName() for one in page.findChildren(Button)]
            assert names == [f"troubled.{way}" for way in ways]
            assert page.first.objectName() == names[0]
