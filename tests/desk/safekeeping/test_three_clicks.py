"""A backup is found and restored in three clicks at most, wherever one begins; nothing of before is lost."""

import dataclasses
import os
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from facilitator.demo.many.years import LAST, Meeting, write
from facilitator.desk.safekeeping import restoring, sticks
from facilitator.desk.safekeeping.backups import rows_of
from facilitator.opening import Onlooker, archive_path, open_session
from facilitator.safekeeping.backing import Backup, back_up, default_folder
from facilitator.safekeeping.choosing import Choice
from facilitator.safekeeping.errand import Errand
from facilitator.safekeeping.policy import Moment
from facilitator.words.tongue import tongue
from tests.desk.audit import audit
from tests.desk.shown import find, said
from tests.desk.test_life import BODY, until
from tests.safekeeping.stops import lost_at
from tests.safekeeping.test_backing import pages_of, spoil

MOST = 3


@pytest.fixture(autouse=True)
def on_a_thread(monkeypatch):
    """Do the work on a thread of this process: that it can be done in one of its own is held elsewhere."""

    def run(errand, tell=None):
        return errand._call(*errand._args, **errand._kwargs)

    monkeypatch.setattr(Errand, "run", run)


class Clicks:
    """The clicks of one person on one window."""

    def __init__(self, window):
        self._window, self.count = window, 0

    async def on(self, name):
        """Click a button as soon as it can be clicked."""
        await until(lambda: self._there(name))
        self.count += 1
        find(self._window, name).click()

    async def told(self):
        """Wait until it is said that it was done, which is no click."""
        await until(lambda: self._there("told.on"))

    def _there(self, name):
        one = self._window.findChild(QAbstractButton, name)
        return one is not None and one.isEnabled() and one.isVisible()


@pytest.fixture
def own(tmp_path):
    """Give one's own archive, of one entry, with a backup in the folder for backups."""
    path = archive_path(None)
    path.parent.mkdir(parents=True)
    with closing(open_session(str(path), create=True)) as session:
        session.do(BODY)
        back_up(session, default_folder(), session.clock.now())
    return path


def entries(path):
    """How many entries an archive holds."""
    with closing(Onlooker(path)) as session:
        return session.record.extent().events


def asides(path):
    """The archives of before that lie beside one."""
    return list(path.parent.glob(f"{path.stem}_*.facilitator"))


def test_from_today(live, own):
    """Settings, restore, yes: three; what was recorded since is in the archive that lies beside."""
    with closing(open_session(str(own))) as session:
        session.do(BODY.__class__(body="c", name="业委会", charter="robert_simple"))

    async def story(life, window):
        clicks = Clicks(window)
        for name in ("rail.settings", "settings.restore", "restore.act"):
            await clicks.on(name)
        await clicks.told()
        assert clicks.count <= MOST
        assert life.desk.session.record.extent().events == 1

    live(story)
    (aside,) = asides(own)
    assert (entries(own), entries(aside)) == (1, 2)


def test_from_a_start_with_a_damaged_archive(live, own):
    """Two: the screen that says so leads to the backups. The damaged file is kept as it was."""
    os.truncate(own, own.stat().st_size // 2)
    before = own.read_bytes()

    async def story(life, window):
        clicks = Clicks(window)
        for name in ("trouble.restore", "restore.act"):
            await clicks.on(name)
        await clicks.told()
        assert clicks.count <= MOST
        assert life.desk.session.record.extent().events == 1

    live(story)
    (aside,) = asides(own)
    assert aside.read_bytes() == before


@pytest.fixture
def spoilt(tmp_path):
    """Give one's own archive of some meetings, backed up, and a page damaged that opening does not read."""
    path = archive_path(None)
    path.parent.mkdir(parents=True)
    write(path, [Meeting(5, n, LAST - timedelta(days=60 - 20 * n)) for n in range(3)])
    with closing(open_session(str(path))) as session:
        back_up(session, default_folder(), session.clock.now())
    spoil(path, pages_of(path, "journal")[3])
    return path


def test_damage_that_opening_did_not_meet_is_told_soon_and_its_cure_is_near(live, spoilt):
    """Once, on any page, with the archive's own path; in the settings no other cure is offered than one."""

    async def story(life, window):
        told = []
        life.desk.noticed.connect(told.append)
        await until(lambda: life.desk.keeper.known)
        life.desk.keeper.consider(Moment.OPENED)
        await until(lambda: not life.desk.keeper.busy)
        (notice,) = told
        assert f"档案本身已损坏：{spoilt}" in notice.text
        life.desk.go("settings")
        assert str(spoilt) in find(window, "backup.trouble.why").text().replace("\u200b", "")
        assert not find(window, "backup.trouble.again").isVisible()
        assert not find(window, "backup.trouble.folder").isVisible()
        assert audit(window) == []
        clicks = Clicks(window)
        for name in ("backup.trouble.restore", "restore.act"):
            await clicks.on(name)
            assert "请恢复最近的备份" not in said(window.centralWidget().currentWidget())
        await clicks.told()
        find(window, "told.on").click()
        assert window.place.page == "today"
        assert len(life.desk.session.record.streams("meeting/")) == 3

    live(story)


def test_what_is_sound_of_it_can_be_looked_at_at_once(live, spoilt):
    """The archive that is open is closed for that."""

    async def story(life, window):
        life.desk.keeper.check()
        await until(lambda: not life.desk.keeper.busy)
        life.desk.go("settings")
        find(window, "backup.trouble.save").click()
        await until(lambda: life.desk is not None and isinstance(life.desk.session, Onlooker))
        assert "这份档案已损坏" in said(window)

    live(story)


def test_an_archive_of_somebody_else_finds_the_way_to_a_backup_too(live, own, tmp_path):
    """There is none of its name here; what is sound stands first."""
    other = tmp_path / "邻居.facilitator"
    other.write_bytes(own.read_bytes()[: own.stat().st_size // 2])

    async def story(life, window):
        assert screen_focus(window) == "trouble.save"
        find(window, "trouble.restore").click()
        await until(lambda: window.findChild(QWidget, "restore.other"))

    live(story, other)


def test_an_archive_that_is_gone_is_not_made_anew_in_silence(live, own):
    """Its backups tell that it is lost, not new: two clicks, and no empty archive takes its place before."""
    own.unlink()

    async def story(life, window):
        assert screen_focus(window) == "trouble.restore"
        find(window, "trouble.again").click()
        await until(lambda: window.findChild(QWidget, "trouble.again"))
        assert not own.exists()
        clicks = Clicks(window)
        for name in ("trouble.restore", "restore.act"):
            await clicks.on(name)
        await clicks.told()
        assert clicks.count <= MOST

    live(story)
    assert entries(own) == 1
    assert asides(own) == []


def screen_focus(window):
    """The name of the button that the keys are at."""
    return window.focusWidget().objectName()


def test_on_a_new_computer_with_the_stick_put_in(live, own, tmp_path, monkeypatch):
    """Two from the welcome: what lies on a stick, in a folder of it, is found when the computer has nothing."""
    stick = tmp_path / "STICK"
    stick.mkdir()
    default_folder().rename(stick / "备份")
    own.unlink()
    one = sticks.Stick(stick, "STICK", 10**9)
    monkeypatch.setattr(sticks, "sticks", lambda: [sticks.Stick(tmp_path / "gone", "", 0), one])

    async def story(life, window):
        clicks = Clicks(window)
        await clicks.on("today.door.restore")
        await until(lambda: clicks._there("restore.act"))
        assert str(stick / "备份") in said(window.findChild(restoring.RestoreScreen))
        (row,) = window.findChild(restoring.RestoreScreen).list.model_of_rows.rows
        assert row.cells[2] == "没有，全部都在"
        await clicks.on("restore.act")
        await clicks.told()
        assert clicks.count <= MOST
        assert life.desk.session.record.extent().events == 1

    live(story)
    assert [entries(one) for one in asides(own)] == [0]


def test_a_backup_that_was_opened_to_be_looked_at_can_be_worked_on(live, own):
    """From its band: it is proposed first, for one's own archive."""
    (backup,) = default_folder().iterdir()

    async def story(life, window):
        clicks = Clicks(window)
        for name in ("banner.work-on", "restore.act"):
            await clicks.on(name)
        await clicks.told()
        assert clicks.count <= MOST
        assert life.desk.session.path == own

    live(story, backup)
    assert entries(own) == 1


def test_an_archive_that_cannot_even_be_copied_shows_its_backups(live, own, tmp_path):
    """A failing disk, or a full one: what would be missing is not known then, and that is said."""
    copies = Path(os.environ["XDG_CACHE_HOME"]) / "facilitator" / "copies"

    async def story(life, window):
        clicks = Clicks(window)
        life.desk.go("settings")
        with lost_at(0, copies):
            await clicks.on("settings.restore")
            await until(lambda: clicks._there("restore.act"))
        shown = said(window.findChild(restoring.RestoreScreen))
        assert "无法判断会丢失什么" in shown
        assert "属于：楼委会。" in shown
        await clicks.on("restore.act")
        await clicks.told()
        assert clicks.count <= MOST
        assert life.desk.session.record.extent().events == 1

    live(story)
    assert [entries(one) for one in asides(own)] == [1]


def test_where_none_is_found_to_look_elsewhere_is_the_way_on(live, own, monkeypatch):
    """And what is found there says when it was made."""
    (backup,) = default_folder().iterdir()
    elsewhere = own.with_name("旧电脑")
    elsewhere.mkdir()
    backup = backup.rename(elsewhere / backup.name)

    async def story(life, window):
        life.desk.go("settings")
        find(window, "settings.restore").click()
        await until(lambda: screen_focus(window) == "restore.other")
        screen = window.findChild(restoring.RestoreScreen)
        assert not screen.act.isVisible()
        assert audit(window) == []
        screen._chosen(str(backup))
        (row,) = screen.list.model_of_rows.rows
        assert row.cells[0].startswith("今天")
        await until(lambda: screen_focus(window) == "restore.act")

    live(story)


def test_backups_of_several_archives_say_which_they_are_of():
    """Where the archive is lost nobody else can: two of one archive are told by their times alone."""
    at = datetime(2027, 3, 1, 9, 0)  # noqa: DTZ001 - as in a file's name
    one = Backup(Path("a"), at, "楼委会", "aaaaaa", "bbbbbb", 4096, sound=True)
    other = dataclasses.replace(one, archive="2026", first="cccccc")
    now = at.astimezone()

    def cells(*found, gone=False):
        rows = rows_of(map(Choice, found), tongue("zh"), now, gone=gone)
        return [row.cells[2] for row in rows]

    assert cells(one, one) == ["看不出来", "看不出来"]
    assert cells(one, gone=True) == ["档案已经没有了"]
    assert cells(one, other) == ["看不出来（档案：楼委会）", "看不出来（档案：2026）"]
