"""Backups by themselves, what stands in their way, and what is never backed up."""

from contextlib import closing

from facilitator.commands import read_line
from facilitator.demo.stage import script, up_to
from facilitator.desk.desk import Desk
from facilitator.desk.life import OPEN
from facilitator.desk.settings import Settings
from facilitator.desk.works import Works
from facilitator.opening import Onlooker, open_session
from facilitator.record.registers.product import KINDS
from facilitator.record.verify import verify
from facilitator.safekeeping.backing import default_folder
from facilitator.safekeeping.policy import Moment
from tests.desk.audit import audit
from tests.desk.shown import find, said
from tests.desk.test_life import until

CLOSE = '"polls.close"'


def close_the_vote(desk):
    """Do the line of the evening that closes its first vote."""
    line = read_line(script()[len(list(up_to(CLOSE))) - 1])
    assert desk.do(line.command, at=line.at)


def test_a_closed_vote_is_backed_up_and_trouble_stays_in_sight_until_it_is_mended(
    live, evening, tmp_path
):
    """By itself, whole; a folder that is gone is told in Settings and marked on the rail, without a dialog."""
    lines = len(list(up_to(CLOSE)))
    path = evening(script()[lines - 2].decode())

    async def story(life, window):
        desk, keeper = life.desk, life.desk.keeper
        desk.go("settings")
        await until(lambda: keeper.known)
        close_the_vote(desk)
        assert keeper.busy
        assert not find(window, "settings.backup").isEnabled()
        await until(lambda: not keeper.busy)
        assert (keeper.count, keeper.safe, keeper.trouble) == (1, True, None)
        assert "全部记录都在里面" in said(window)
        report = verify(keeper.last.path, KINDS)
        assert report.sound
        assert not any(one.name.startswith(".") for one in default_folder().iterdir())
        keeper.consider(Moment.CLOCK)
        assert not keeper.busy  # nothing is new
        keeper.choose(tmp_path / "stick")
        keeper.back_up()
        await until(lambda: not keeper.busy)
        assert find(window, "backup.trouble").isVisible()
        assert str(tmp_path / "stick") in find(window, "backup.trouble.why").text()
        assert "备份没有做成" in find(window, "rail.settings").accessibleName()
        assert audit(window) == []
        (tmp_path / "stick").mkdir()
        find(window, "backup.trouble.again").click()
        await until(lambda: not keeper.busy)
        assert (keeper.count, keeper.trouble) == (1, None)
        assert not find(window, "backup.trouble").isVisible()
        assert find(window, "rail.settings").accessibleName() == "设置"
        keeper.back_up()  # and closing waits for it, or drops it: nothing half is left

    live(story, path)
    for one in (tmp_path / "stick").iterdir():
        assert verify(one, KINDS).sound


def test_an_archive_to_look_at_is_never_backed_up(qapp, evening, tmp_path):
    """Nor is anything asked of the disk for it."""
    path = evening('"meeting.close"')
    with closing(Onlooker(path)) as session:
        desk = Desk(session, Settings(tmp_path / "settings"), Works())
        assert not desk.keeper.keeps
        desk.keeper.begin()
        desk.keeper.consider(Moment.OPENED)
        assert not desk.keeper.busy
        desk.rest()
    with closing(open_session(str(path))) as session:
        desk = Desk(session, Settings(tmp_path / "settings"), Works())
        assert desk.keeper.keeps
        desk.rest()


def test_an_archive_is_read_whole_once_a_day_and_at_once_when_it_was_left(live, evening, settings):
    """A backup counts as well; and a start that finds the archive left reads it, once."""
    path, looks = evening("post-notice"), []

    async def looks_twice(life, window):
        keeper = life.desk.keeper
        await until(lambda: keeper.known)
        for _ in range(2):
            keeper.consider(Moment.OPENED)
            looks.append((keeper.busy, keeper.count))
            await until(lambda: not keeper.busy)

    live(looks_twice, path)
    assert looks == [(True, 0), (False, 1)]
    settings.keep_text(OPEN, str(path))  # as one that fell leaves it
    live(looks_twice, path)
    assert looks[2:] == [(True, 1), (False, 1)]
