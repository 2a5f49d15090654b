"""The program from the first archive to the last: what is opened, what stands in the way, how it ends."""

import asyncio
import os
import shutil
import sqlite3
import sys
from contextlib import closing

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from facilitator.bodies.founding import FoundBody
from facilitator.demo.stage import EVENING, up_to
from facilitator.desk import rehearsal
from facilitator.desk.life import OPEN, Life
from facilitator.desk.notices import Tone
from facilitator.desk.papers.preview import Preview, State
from facilitator.desk.places import Place
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Theme, wear
from facilitator.desk.troubled import TroubleScreen, WaitScreen
from facilitator.desk.window import Window
from facilitator.desk.wishes import End, LookAt, OpenArchive, Rehearse, Salvage
from facilitator.meeting.format import Stage
from facilitator.opening import archive_path, open_session
from facilitator.record import header
from tests.desk.audit import audit
from tests.desk.evening import desk_after, leave
from tests.desk.freed import do_what_was_put_off
from tests.desk.shown import find, said

PATIENCE = 60
BODY = FoundBody(body="b", name="楼委会", charter="robert_simple")


@pytest.fixture
def settings(tmp_path):
    """Give the settings of a new user."""
    return Settings(tmp_path / "settings")


@pytest.fixture
def live(aloop, qapp, settings):
    """Return how to run the program through a story, from its start to its orderly end."""
    windows = []
    qapp.setQuitOnLastWindowClosed(False)  # as `start` does: `life` says when it is over

    def run(story, archive="", *, until_end=True):
        wear(qapp, Theme())
        window = Window(settings=settings)
        windows.append(window)
        window.resize(1366, 768)
        window.show()
        life = Life(qapp, settings, window)

        async def whole():
            life.begin(str(archive))
            living = asyncio.ensure_future(life.live())
            await story(life, window)
            if until_end:
                window.close()
            await living

        aloop.run_until_complete(asyncio.wait_for(whole(), PATIENCE))
        assert not window.isVisible()

    yield run
    for window in windows:
        window.deleteLater()
    windows.clear()
    do_what_was_put_off()
    qapp.setStyleSheet("")
    qapp.setQuitOnLastWindowClosed(True)


async def until(true):
    """Let the program go on until something is so."""
    while not true():
        await asyncio.sleep(0.005)


async def _together(*stories):
    await asyncio.gather(*stories)


def screen(window, kind=TroubleScreen):
    """Return the screen that lies over the window, or None."""
    shown = window.centralWidget().currentWidget()
    return shown if isinstance(shown, kind) else None


async def nothing(life, window):
    """Start and close."""


@pytest.fixture
def evening(qapp, tmp_path):
    """Return how to make an archive that holds the sample evening up to a moment."""

    def make(until, name="evening"):
        folder = tmp_path / name
        folder.mkdir()
        leave(desk_after(folder, up_to(until)))
        return folder / "sample.facilitator"

    return make


class TestStart:
    def test_the_first_start_makes_an_archive_of_ones_own(self, live, settings):
        """Silently, in the user's own folder; and says what one can begin with."""

        async def story(life, window):
            assert archive_path(None).exists()
            assert window.place == Place("today")
            assert "欢迎使用议事" in said(window)
            assert window.windowTitle() == life.desk.t("Facilitator")

        assert not archive_path(None).exists()
        live(story)
        assert settings.archive == str(archive_path(None))

    def test_the_last_archive_and_page_come_back(self, live, settings, evening):
        """As if one had never left."""

        async def first(life, window):
            life.desk.go("meetings", EVENING)

        async def second(life, window):
            assert life.desk.session.path == path
            assert window.place == Place("meetings", EVENING)
            assert window.windowTitle().startswith("sample – ")

        path = evening("post-notice")
        live(first, path)
        live(second)

    def test_papers_that_come_back_before_the_loop_does_are_set_all_the_same(
        self, qapp, settings, evening, request
    ):
        """The first page is seen before there is a loop; its papers come with it, and closing does not wait."""
        settings.archive = str(evening("meeting.close"))
        settings.page = f"meetings/{EVENING}/papers"
        qapp.setQuitOnLastWindowClosed(False)
        window = Window(settings=settings)
        window.show()
        life = Life(qapp, settings, window)
        life.begin("")
        qapp.processEvents()
        assert not life.desk.works.busy
        loop = request.getfixturevalue("aloop")
        preview = window.findChild(Preview)

        async def story():
            await until(lambda: preview.state is State.PAGES)
            window.close()

        both = asyncio.wait_for(_together(life.live(), story()), PATIENCE)
        loop.run_until_complete(both)
        window.deleteLater()
        do_what_was_put_off()
        qapp.setStyleSheet("")
        qapp.setQuitOnLastWindowClosed(True)

    def test_the_page_of_another_archive_does_not(self, live, settings, evening):
        """A page belongs to its archive."""

        async def first(life, window):
            life.desk.go("settings")

        async def second(life, window):
            assert window.place == Place("today")

        live(first)
        live(second, evening("post-notice"))

    def test_a_running_meeting_is_gone_on_with(self, live, settings, evening):
        """Straight to its desk, whatever page was open last; nothing was wrong, so nothing is said."""

        async def story(life, window):
            assert window.place == Place("meetings", EVENING)
            assert window.content.notices.notice is None

        settings.page = "settings"
        live(story, evening('"item": "i3", "by"'))

    def test_after_a_crash_it_says_up_to_when_the_record_is_whole(self, live, settings, evening):
        """The computer went off in the middle of a vote: calmly, and at the meeting."""

        async def story(life, window):
            notice = window.content.notices.notice
            assert notice.tone is Tone.TOLD
            text = notice.text.replace("\u00a0", "")
            assert text == "上次没有正常关闭；记录到 11月27日 20:12:20 为止都在。"
            assert window.place == Place("meetings", EVENING)

        path = evening('"poll": "p3", "member": "su-huimin"')
        settings.keep_text(OPEN, str(path))
        live(story, path)

    def test_after_a_crash_without_a_meeting_it_says_so_too(self, live, settings):
        """And only once."""

        async def story(life, window):
            assert "上次没有正常关闭；已经记录的内容都在。" in said(window)

        async def again(life, window):
            assert window.content.notices.notice is None

        live(nothing)
        settings.keep_text(OPEN, str(archive_path(None)))
        live(story)
        live(again)

    def test_whoever_keeps_the_record_is_noted(self, live, settings):
        """The name from the settings stands beside what is recorded."""

        async def story(life, window):
            (first, *_) = life.desk.do(BODY)
            assert first.actor == "郑晓彤"

        settings.actor = "郑晓彤"
        live(story)


def foreign(path):
    path.write_bytes(b"PK\3\4 a letter")


def newer(path):
    open_session(str(path), create=True).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {header.FORMAT + 1}")


def damaged(path):
    open_session(str(path), create=True).close()
    os.truncate(path, path.stat().st_size // 2)


def missing(path):
    path.unlink(missing_ok=True)


class TestTrouble:
    @pytest.mark.parametrize(
        ("spoil", "words"),
        [
            (missing, "这个文件。"),
            (foreign, "不是本软件的档案"),
            (newer, "较新版本"),
            (damaged, "已损坏"),
        ],
        ids=lambda it: getattr(it, "__name__", ""),
    )
    def test_an_archive_that_cannot_be_opened_says_why_and_offers_ways_on(
        self, live, tmp_path, spoil, words
    ):
        """A sentence, buttons, no empty window; one's own archive is one click away."""
        path = tmp_path / "stick" / "x.facilitator"
        path.parent.mkdir()
        spoil(path)
        before = path.read_bytes() if path.exists() else None

        async def story(life, window):
            assert words in said(window)
            assert audit(window) == []
            assert window.focusWidget() in screen(window).findChildren(QAbstractButton)
            find(window, "trouble.home").click()
            await until(lambda: life.desk is not None)
            assert life.desk.session.path == archive_path(None)
            assert screen(window) is None

        live(story, path)
        assert (path.read_bytes() if path.exists() else None) == before

    def test_a_missing_one_can_be_made(self, live, tmp_path):
        """Where it was looked for."""
        path = tmp_path / "new.facilitator"

        async def story(life, window):
            find(window, "trouble.make").click()
            await until(lambda: life.desk is not None)
            assert life.desk.session.path == path

        live(story, path)
        assert path.exists()

    def test_where_there_is_no_folder_none_is_made(self, live, tmp_path):
        """A stick that is not plugged in is no place for a new archive."""

        async def story(life, window):
            assert window.findChild(QAbstractButton, "trouble.make") is None

        live(story, tmp_path / "gone" / "x.facilitator")
        assert not (tmp_path / "gone").exists()

    def test_one_that_is_in_use_can_be_tried_again(self, live, tmp_path):
        """When the other program has closed it."""
        path = tmp_path / "x.facilitator"
        other = open_session(str(path), create=True)

        async def story(life, window):
            assert "打开着" in said(window) or "打开" in said(window)
            old = screen(window)
            find(window, "trouble.again").click()
            await until(lambda: screen(window) is not old)
            other.close()
            find(window, "trouble.again").click()
            await until(lambda: life.desk is not None)

        live(story, path)

    def test_another_can_be_chosen(self, live, tmp_path):
        """In a dialog, from the screen that says what is wrong."""
        good = tmp_path / "good.facilitator"
        open_session(str(good), create=True).close()

        async def story(life, window):
            find(window, "trouble.choose").click()
            dialog = find(window, "archive.choose", QFileDialog)
            dialog.selectFile(str(good))
            dialog.accept()
            await until(lambda: life.desk is not None)
            assert life.desk.session.path == good

        live(story, tmp_path / "x.facilitator")

    def test_it_can_be_left_without_an_archive(self, live, tmp_path, settings):
        """Closing the window ends the program here too; the archive is not forgotten for it."""
        settings.archive = str(tmp_path / "x.facilitator")
        live(nothing)
        assert settings.archive == str(tmp_path / "x.facilitator")

    @pytest.mark.qt_no_exception_capture
    def test_our_own_mistake_in_opening_is_no_empty_window(self, live, tmp_path, monkeypatch):
        """It is reported as one, and other archives can be opened."""
        caught = []
        monkeypatch.setattr(sys, "excepthook", lambda *told: caught.append(told[0]))
        monkeypatch.setattr(header, "_parse", lambda *_: 1 / 0)
        path = tmp_path / "x.facilitator"
        path.touch()

        async def story(life, window):
            assert caught == [ZeroDivisionError]
            assert "打开时程序出了错" in said(window)
            monkeypatch.undo()
            find(window, "trouble.home").click()
            await until(lambda: life.desk is not None)

        live(story, path)

    @pytest.mark.qt_no_exception_capture
    def test_our_own_mistake_in_a_wish_does_not_end_the_granting(self, live, monkeypatch):
        """It is reported; the archive is seen again, the next wish granted, and the window can be closed."""
        caught = []
        monkeypatch.setattr(sys, "excepthook", lambda *told: caught.append(told[0]))

        async def story(life, window):
            life.wish(Salvage(None))
            await until(lambda: caught)
            assert screen(window, WaitScreen) is None
            life.wish(OpenArchive(str(archive_path(None).with_name("x.facilitator")), create=True))
            await until(lambda: life.desk.session.path.name == "x.facilitator")
            assert caught == [TypeError]

        live(story)

    def test_a_folder_that_cannot_be_made_is_told(self, live, monkeypatch, tmp_path):
        """One's own archive on a read-only disk."""
        (tmp_path / "file").touch()
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))

        async def story(life, window):
            assert "这个档案打不开" in said(window)

        live(story)


@pytest.fixture
def locked_away(evening, monkeypatch):
    """Give an archive in a folder that may not be written to (also for root)."""
    path = evening('"meeting.close"', "disc")
    access = os.access

    def refused(place, mode, **named):
        inside = os.fspath(place).startswith(str(path.parent))
        return access(place, mode, **named) and not (inside and mode == os.W_OK)

    monkeypatch.setattr(header.os, "access", refused)
    return path


class TestLookingOnly:
    def test_a_copy_shows_everything_and_takes_nothing(self, live, locked_away, settings):
        """With a band that says so, a mark on the rail, and refusals in words."""
        before = locked_away.read_bytes()

        async def story(life, window):
            find(window, "trouble.look").click()
            await until(lambda: life.desk is not None)
            assert "这是只读副本，只能查看，不能记录" in said(window)
            assert str(locked_away) in said(window)
            assert find(window, "rail.mark").text() == "只读"
            assert "北巷私装车位桩拆除试行" in said(window)
            assert life.desk.do(BODY) == ()
            assert window.content.notices.notice.tone is Tone.REFUSED
            assert audit(window) == []
            find(window, "banner.home").click()
            await until(lambda: life.desk and life.desk.session.path == archive_path(None))
            assert not find(window, "banner").isVisible()

        live(story, locked_away)
        assert locked_away.read_bytes() == before
        assert settings.archive == str(archive_path(None))

    def test_nothing_of_the_copy_stays(self, live, locked_away, monkeypatch, tmp_path):
        """It goes with the program."""
        (tmp_path / "tmp").mkdir()
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))

        async def story(life, window):
            life.wish(LookAt(str(locked_away)))
            await until(lambda: life.desk is not None)
            assert list((tmp_path / "tmp").rglob("*.facilitator"))

        live(story, locked_away)
        assert list((tmp_path / "tmp").rglob("*.facilitator")) == []


class TestChangingOver:
    def test_another_archive_gets_another_desk(self, live, evening, settings):
        """The one before is closed: it is one file that others may open."""
        path = evening('"meeting.close"')

        async def story(life, window):
            old = life.desk
            old.go("meetings")
            old.wished.emit(OpenArchive(str(path)))
            await until(lambda: life.desk not in (None, old))
            assert "松柏岗社区共治议事会" in said(window) or window.place == Place("today")
            assert window.desk is life.desk
            assert not archive_path(None).with_name("archive.facilitator-wal").exists()
            shutil.move(archive_path(None), path.with_name("moved"))

        live(story)
        assert settings.archive == str(path)

    def test_one_that_fails_leaves_the_one_that_is_open(self, live, tmp_path):
        """The page waits beneath; back is one click."""

        async def story(life, window):
            desk = life.desk
            desk.go("settings")
            desk.wished.emit(OpenArchive(str(tmp_path / "none.facilitator")))
            await until(lambda: screen(window))
            find(window, "trouble.back").click()
            assert screen(window) is None
            assert (life.desk, window.place) == (desk, Place("settings"))
            assert desk.do(BODY)

        live(story)

    def test_the_one_that_is_open_is_not_opened_again(self, live):
        """Choosing it in the dialog changes nothing."""

        async def story(life, window):
            desk = life.desk
            desk.wished.emit(OpenArchive(str(archive_path(None))))
            desk.wished.emit(OpenArchive())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            assert life.desk is desk
            assert screen(window) is None

        live(story)

    def test_an_archive_with_a_running_meeting_opens_at_its_desk(self, live, evening):
        """As at the start."""
        path = evening('"deliberate"')

        async def story(life, window):
            old = life.desk
            life.wish(OpenArchive(str(path)))
            await until(lambda: life.desk not in (None, old))
            assert window.place == Place("meetings", EVENING)

        live(story)


class TestRehearsal:
    @pytest.fixture(autouse=True)
    def _two_evenings(self, monkeypatch):
        """Make it of two evenings alone: the year takes seconds, and `test_rehearsal.py` plays it."""
        monkeypatch.setattr(rehearsal, "SCRIPTS", ("evening.jsonl", "rehearsal.jsonl"))

    def test_a_place_where_it_cannot_be_made_is_told(self, live, monkeypatch):
        """Whatever the system refuses: there is a sentence and a way back, and the program goes on."""

        def refused(_tell):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(rehearsal, "make", refused)

        async def story(life, window):
            own = life.desk
            life.wish(Rehearse())
            await until(lambda: screen(window))
            assert "Permission denied" in said(window)
            find(window, "trouble.back").click()
            assert life.desk is own

        live(story)

    def test_it_is_always_the_evening_of_a_meeting(self, live, settings):
        """A sample council with one evening behind it, and one in 38 minutes; clearly marked."""

        async def story(life, window):
            find(window, "today.door.rehearse").click()
            await until(lambda: life.desk and rehearsal.is_rehearsal(life.desk.session.path))
            words = said(window).replace("\u00a0", "")
            for part in (
                "演练：人名和决议都是虚构的",
                "今晚 19:30",
                "还有38分钟",
                "开始签到",
                "还剩2天",
                "楼道充电安全公约",
            ):
                assert part in words
            assert find(window, "rail.mark").text() == "示例"
            find(window, "today.go-on").click()
            (meeting,) = [life.desk.session.meeting("sbg-2027-01-29")]
            assert meeting.phase.stage is Stage.GATHERING
            assert not find(window, "banner").isVisible()
            assert find(window, "rail.mark").isVisible()

        live(story)
        assert settings.archive == str(archive_path(None))
        assert open_session(str(archive_path(None))).close() is None

    def test_its_clock_goes_on_where_it_stopped(self, live):
        """The second time it is not earlier than what was recorded, whatever the computer says."""

        async def first(life, window):
            life.wish(Rehearse())
            await until(lambda: life.desk and rehearsal.is_rehearsal(life.desk.session.path))
            life.desk.session.clock._start = rehearsal.TONIGHT.replace(hour=19, minute=20)
            find(window, "today.go-on").click()

        async def second(life, window):
            life.wish(Rehearse())
            await until(lambda: life.desk and rehearsal.is_rehearsal(life.desk.session.path))
            assert life.desk.now() >= rehearsal.TONIGHT.replace(hour=19, minute=20)
            assert life.desk.session.clock.jump().total_seconds() == 0

        live(first)
        live(second)

    def test_it_can_be_begun_anew_and_ended(self, live):
        """What was tried is gone; one's own archive was never touched."""

        async def story(life, window):
            own = life.desk
            own.do(BODY)
            life.wish(Rehearse())
            await until(lambda: life.desk not in (None, own))
            find(window, "today.go-on").click()
            life.desk.go("today")
            tried = life.desk
            find(window, "banner.anew").click()
            find(window, "panel.cancel").click()
            assert life.desk is tried
            find(window, "banner.anew").click()
            assert audit(window) == []
            find(window, "anew.do").click()
            await until(lambda: life.desk not in (None, tried))
            assert life.desk.session.meeting("sbg-2027-01-29").phase.stage is Stage.BEFORE
            find(window, "banner.home").click()
            await until(lambda: life.desk and life.desk.session.path == archive_path(None))
            assert life.desk.session.body("b").name == "楼委会"

        live(story)

    def test_it_tells_how_far_it_is(self, live):
        """While it is made, on a thread of its own, the window lives."""
        seen = []

        async def story(life, window):
            life.wish(Rehearse())
            await until(lambda: screen(window, WaitScreen))
            bar = screen(window, WaitScreen)._bar
            bar.valueChanged.connect(seen.append)
            assert "正在准备演练" in said(window)
            assert audit(window) == []
            await until(lambda: life.desk and rehearsal.is_rehearsal(life.desk.session.path))

        live(story)
        assert seen == sorted(seen)
        assert seen

    def test_one_that_cannot_be_made_says_why(self, live, monkeypatch):
        """A full disk; one's own archive waits beneath."""
        from facilitator.acts import Trouble

        def full(_tell):
            raise Trouble("disk-full", path="x")

        monkeypatch.setattr(rehearsal, "make", full)

        async def story(life, window):
            own = life.desk
            life.wish(Rehearse())
            await until(lambda: screen(window))
            find(window, "trouble.back").click()
            assert life.desk is own

        live(story)


class TestEnd:
    def test_it_ends_in_order(self, live, settings):
        """The archive is one file, and the next start knows of no crash."""

        async def story(life, window):
            life.desk.do(BODY)
            assert settings.text(OPEN) == str(archive_path(None))

        live(story)
        assert settings.text(OPEN) == ""
        assert [one.name for one in archive_path(None).parent.iterdir()] == ["archive.facilitator"]

    def test_papers_that_are_being_written_come_first(self, live):
        """The window says what it waits for; then it closes by itself."""
        written = []

        async def write(may):
            await may.wait()
            written.append(True)

        async def story(life, window):
            may = asyncio.Event()
            life.desk.works.start(write(may))
            window.close()
            await until(lambda: screen(window, WaitScreen))
            await until(lambda: "还剩 1 件" in said(window).replace("\u00a0", " "))
            assert audit(window) == []
            assert written == []
            may.set()

        live(story, until_end=False)
        assert written == [True]

    def test_whoever_will_not_wait_need_not(self, live):
        """What was not written is not; the record is."""
        written = []

        async def write():
            await asyncio.Event().wait()
            written.append(True)

        async def story(life, window):
            life.desk.works.start(write())
            window.close()
            await until(lambda: screen(window, WaitScreen))
            find(window, "wait.give-up").click()

        live(story, until_end=False)
        assert written == []

    def test_a_page_may_ask_for_the_end(self, live):
        """As closing the window does."""

        async def story(life, window):
            life.desk.wished.emit(End())

        live(story, until_end=False)

    def test_other_windows_go_with_it(self, live):
        """The projector's, say: nothing is left on a screen."""
        from PySide6.QtWidgets import QWidget

        other = QWidget()

        async def story(life, window):
            other.show()

        live(story)
        assert not other.isVisible()
        other.deleteLater()

    def test_a_computer_that_is_shut_down_is_not_kept_waiting(self, live, settings):
        """The record is closed at once, and the next start knows of no crash."""

        async def story(life, window):
            life.part_at_once()
            assert not window.isVisible()
            assert settings.text(OPEN) == ""
            life.wish(End())

        live(story, until_end=False)


class TestStartedTwice:
    def test_the_window_comes_to_the_front(self, live):
        """Also from the task bar."""

        async def story(life, window):
            window.showMinimized()
            life.asked_to_show("")
            assert not window.isMinimized()
            assert window.isVisible()
            assert window.content.notices.notice is None

        live(story)

    def test_an_archive_that_was_named_is_offered(self, live, evening):
        """Not opened under the hands of somebody who keeps a record."""
        path = evening('"meeting.close"')

        async def story(life, window):
            own = life.desk
            life.asked_to_show(str(path))
            assert window.content.notices.notice.text == "要打开档案 sample.facilitator 吗？"
            assert life.desk is own
            find(window, "notice.way").click()
            await until(lambda: life.desk not in (None, own))
            assert life.desk.session.path == path
            life.asked_to_show(str(path))
            assert window.content.notices.notice is None

        live(story)


def test_a_mistake_that_is_known_is_told_in_a_line(live):
    """The report was shown once; from then on a line is enough."""

    async def story(life, window):
        life.say_again()
        assert "程序又出了和刚才一样的错" in said(window)

    live(story)
