"""The safe start: nothing is opened before it is chosen, and every way on works."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.desk import logbook
from facilitator.desk.life import Life
from facilitator.desk.safe import SafeScreen
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Theme, wear
from facilitator.desk.window import Window
from facilitator.desk.wishes import OpenArchive, Rehearse
from tests.desk.audit import audit
from tests.desk.freed import do_what_was_put_off
from tests.desk.shown import find, said


@pytest.fixture
def life(qapp, tmp_path):
    """Give a program that stands at its safe start, before an archive that is there."""
    settings = Settings(tmp_path / "settings")
    settings.size, settings.dark, settings.page = 150, True, "settings"
    archive = tmp_path / "我的 档案.facilitator"
    archive.write_bytes(b"whatever")
    settings.archive = str(archive)
    wear(qapp, Theme(dark=True, size=150))
    window = Window(settings=settings, restored=False)
    life = Life(qapp, settings, window)
    life.stand_safe("", 2)
    yield life
    window.deleteLater()
    do_what_was_put_off()
    qapp.setStyleSheet("")


def wishes(life):
    """What was wished so far."""
    return life._wishes


def test_it_says_what_happened_and_touches_nothing(life):
    """The archive is as it was and not open; both starts are told of, and where the archive lies."""
    screen = life.window.findChild(SafeScreen)
    assert "最近 2 次启动没能显示出第一页" in said(screen)
    assert "我的 档案.facilitator" in said(screen)
    assert life.desk is None
    assert wishes(life) == []


def test_everybody_can_use_it_at_150_percent_in_the_dark(life):
    """It passes the audit, and the keys are on the usual way on."""
    life.window.show()
    for _ in range(3):
        QApplication.processEvents()
    assert audit(life.window, 1.5) == []
    assert life.window.focusWidget().objectName() == "safe.open"
    life.window.may_close = True
    life.window.close()


def test_each_way_on_is_a_wish(life):
    """As usual, or the rehearsal."""
    screen = life.window.findChild(SafeScreen)
    find(screen, "safe.open").click()
    find(screen, "safe.rehearse").click()
    assert wishes(life) == [OpenArchive(life.settings.archive), Rehearse()]


def test_the_look_is_forgotten_and_nothing_else(life):
    """Size, colours and page are as new; which archive was open is still known."""
    archive = life.settings.archive
    find(life.window.findChild(SafeScreen), "safe.plain").click()
    settings = life.settings
    assert (settings.size, settings.dark, settings.page) == (100, False, "")
    assert settings.archive == archive
    assert wishes(life) == [OpenArchive(archive)]


def test_the_report_is_copied(life):
    """It names the versions and the failed starts, and no path."""
    logbook.end()
    find(life.window.findChild(SafeScreen), "safe.copy").click()
    copied = QApplication.clipboard().text()
    assert "failed starts: 2" in copied
    assert "档案" not in copied
