"""Whole archives from the windows: restored in three clicks, merged, saved when damaged, published."""

import os
import shutil
from contextlib import closing
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from facilitator.bodies.founding import FoundBody
from facilitator.demo.many.years import LAST, Meeting, write
from facilitator.demo.stage import EVENING
from facilitator.desk.safekeeping.publishing import Publish
from facilitator.desk.safekeeping.sticks import Stick
from facilitator.desk.wishes import OpenArchive
from facilitator.meeting.notes import WriteNote
from facilitator.opening import Onlooker, open_session
from facilitator.safekeeping.backing import back_up, default_folder
from tests.desk.audit import audit
from tests.desk.shown import find, said
from tests.desk.test_life import until

VOTING = '"poll": "p3", "member": "huang'
STREAM = f"meeting/{EVENING}"


def there(window, name):
    """The widget of that name, once it is there and can be used."""
    one = window.findChild(QWidget, name)
    return one if one is not None and one.isEnabled() and one.isVisible() else None


async def press(window, name):
    """Wait for a button and press it."""
    await until(lambda: there(window, name))
    find(window, name).click()


def note(path, text, by="张三"):
    """Write one more line into the record of the evening."""
    with closing(open_session(str(path))) as session:
        at = session.meeting(EVENING).chronicle[-1].recorded.at + timedelta(minutes=1)
        session.do(WriteNote(meeting=EVENING, note="n-new", text=text), at=at, actor=by)


def backed_up(path):
    """Make a backup of a closed archive."""
    with closing(open_session(str(path))) as session:
        back_up(session, default_folder(), session.record.head(STREAM).at)


def test_restoring_says_what_is_lost_and_sets_the_archive_aside(live, evening):
    """Settings, one click to the list, one to do it: the newest is chosen and verified by itself."""
    path = evening(VOTING)
    backed_up(path)
    with closing(open_session(str(path))) as session:
        version = session.head(STREAM)[0]
    note(path, "备份之后的一句话")
    before = path.read_bytes()

    async def story(life, window):
        life.desk.go("settings")
        await press(window, "settings.restore")
        await until(lambda: there(window, "restore.act"))
        told = said(find(window, "restore.told"))
        assert "恢复后会缺少" in told
        assert "松柏岗社区共治议事会" in told
        assert audit(window) == []
        await press(window, "restore.act")
        await until(lambda: there(window, "told.on"))
        assert life.desk.session.path == path
        assert life.desk.session.head(STREAM)[0] == version
        assert audit(window) == []
        find(window, "told.on").click()
        assert window.findChild(QWidget, "told.on") is None or not there(window, "told.on")

    live(story, path)
    (aside,) = path.parent.glob("sample_*.facilitator")
    assert aside.read_bytes() == before


def test_a_sample_is_not_merged_into_ones_own(live, evening):
    """While nothing is here yet it is said what would come; once something real is, nothing comes."""
    path = evening(VOTING)

    async def looked(window):
        await press(window, "settings.merge")
        await until(lambda: there(window, "merge.choose"))
        screen = find(window, "merge")
        screen.look_at([str(path)])
        await until(lambda: screen.table.isVisible())
        return screen

    async def story(life, window):
        life.desk.go("settings")
        screen = await looked(window)
        find(window, "merge.choose").click()
        find(screen, "merge.dialog").reject()
        assert there(window, "merge.act")
        assert "这是示例" in said(screen)
        find(window, "merge.back").click()
        life.desk.do(FoundBody(body="own", name="真", charter="robert_simple"))
        screen = await looked(window)
        assert not there(window, "merge.act")
        (row,) = screen.table.model_of_rows.rows
        assert "不能混进自己的档案" in row.cells[2]
        find(window, "merge.back").click()

    live(story)


def test_a_merge_is_looked_at_first_and_forks_are_said_twice(live, evening, tmp_path):
    """Before the click nothing changes; what parted ways is named with who wrote it, and left out."""
    path = evening(VOTING)
    other = tmp_path / "二号机.facilitator"
    shutil.copyfile(path, other)
    note(path, "这边", "李四")
    note(other, "那边", "黄志明")
    committee = tmp_path / "胜利.facilitator"
    write(committee, [Meeting(5, 0, LAST - timedelta(days=60))])

    async def story(life, window):
        life.desk.go("settings")
        await press(window, "settings.merge")
        await until(lambda: there(window, "merge.choose"))
        screen = find(window, "merge")
        heads = life.desk.session.record.streams()
        screen.look_at([str(other), str(committee), str(tmp_path / "none.facilitator")])
        await until(lambda: there(window, "merge.act"))
        rows = [row.cells for row in screen.table.model_of_rows.rows]
        assert [row[0][:1] for row in rows] == ["✗", "✗", "+", "+", "="]
        assert "李四" in rows[1][2]
        assert "黄志明" in rows[1][2]
        assert life.desk.session.record.streams() == heads
        assert audit(window) == []
        await press(window, "merge.act")
        await until(lambda: there(window, "told.on"))
        assert len(life.desk.session.record.streams()) == len(heads) + 2
        again = find(window, "merged.table").model_of_rows.rows
        assert [row.cells[:2] for row in again] == [row[:2] for row in rows[:2]]
        assert audit(window) == []
        (kept,) = default_folder().glob("*.facilitator")
        assert kept.name in said(window)

    live(story, path)


def test_of_a_damaged_archive_the_rest_is_shown_and_the_backup_is_near(live, evening, tmp_path):
    """From the screen that says so: what is undamaged, with a band; and the last backup, in place of it."""
    path = tmp_path / "archive" / "sample.facilitator"
    path.parent.mkdir()
    write(path, [Meeting(5, n, LAST - timedelta(days=60 - 20 * n)) for n in range(3)])
    with closing(open_session(str(path))) as session:
        back_up(session, default_folder(), session.record.streams()[0].at)
    os.truncate(path, path.stat().st_size * 94 // 100)

    async def story(life, window):
        await press(window, "trouble.save")
        await until(lambda: life.desk is not None)
        assert isinstance(life.desk.session, Onlooker)
        assert "这份档案已损坏" in said(window)
        assert audit(window) == []
        find(window, "banner.missing").click()
        missing = find(window, "missing")
        assert "qingyuangang" in said(missing)
        assert audit(missing) == []
        missing.accept()
        shown = life.desk.session.record.streams("meeting/")[0].stream.partition("/")[2]
        life.desk.go("meetings", shown)
        assert there(window, "banner.missing")
        life.desk.go("settings")
        assert not find(window, "settings.backup").isEnabled()
        assert "只读" in find(window, "settings.backup").toolTip()
        life.wish(OpenArchive(str(path)))
        await press(window, "trouble.restore")
        await press(window, "restore.act")
        await until(lambda: there(window, "told.on"))
        assert not isinstance(life.desk.session, Onlooker)
        assert len(life.desk.session.record.streams("meeting/")) == 3

    live(story, path)


def test_publishing_tells_what_lies_there_and_leaves_nothing_half(live, evening, tmp_path):
    """A stick that is found is chosen; one that is gone is told, and can be tried again."""
    path, stick = evening(VOTING), tmp_path / "STICK"
    stick.mkdir()

    async def story(life, window):
        panel = Publish(life.desk, window)
        panel.open()
        panel.targets.show_sticks([Stick(tmp_path / "gone", "GONE", 10**9)])
        await press(panel, "panel.done")
        assert not there(panel, "panel.done")
        await until(lambda: there(panel, "panel.done"))
        assert "gone" in find(panel, "panel.said").text()
        panel.targets.show_sticks([Stick(stick, "STICK", 10**9)])
        panel.targets.findChildren(QWidget, "publish.way")[-1].setChecked(True)
        await press(panel, "panel.done")
        await until(lambda: panel.findChild(QWidget, "publish.file"))
        name = find(panel, "publish.file").text()
        assert {one.name for one in stick.iterdir()} == {name, f"{name}.sha256"}
        digits = find(panel, "publish.checksum").text().split()[1:4]
        assert "".join(digits) in (stick / f"{name}.sha256").read_text()
        assert audit(panel) == []
        panel.accept()

    live(story, path)
