"""A home in which nothing may be written: it is said, another place can be chosen, and the work goes on."""

import pytest
from PySide6.QtWidgets import QFileDialog

from facilitator.acts import Trouble
from facilitator.bodies.founding import FoundBody
from facilitator.desk import logbook
from facilitator.desk.notices import Tone
from facilitator.desk.settings import Settings
from facilitator.desk.wishes import OpenArchive
from facilitator.opening import open_session
from facilitator.record import archive
from tests.desk.audit import audit
from tests.desk.shown import find, said
from tests.desk.test_life import BODY, until


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Give a home that is a file: no folder can be made in it, for nobody."""
    home = tmp_path / "home"
    home.write_text("")
    for name in (
        "HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "FACILITATOR_SETTINGS",
    ):
        monkeypatch.setenv(name, str(home / name.lower()))
    logbook.end()
    return home


@pytest.fixture
def settings(home):
    """Give settings that cannot be kept."""
    return Settings()


def test_settings_know_whether_they_are_kept(home, tmp_path):
    """What was chosen holds until the end all the same."""
    nowhere, somewhere = Settings(), Settings(tmp_path / "settings")
    for one in (nowhere, somewhere):
        one.lang = "en"
        one.save()
        assert one.lang == "en"
    assert (nowhere.kept, somewhere.kept) == (False, True)


def test_another_place_can_be_chosen_and_what_is_not_kept_is_said_once(live, home, tmp_path):
    """The first button makes an archive elsewhere; in it everything is recorded."""
    chosen, other = tmp_path / "U 盘" / "我的.facilitator", tmp_path / "x.facilitator"
    chosen.parent.mkdir()

    async def story(life, window):
        assert "不能写入" in said(window)
        assert audit(window) == []
        assert window.focusWidget().objectName() == "trouble.new"
        find(window, "trouble.new").click()
        dialog = find(window, "archive.choose", QFileDialog)
        dialog.setDirectory(str(chosen.parent))
        dialog.selectFile(str(chosen))
        dialog.accept()
        await until(lambda: life.desk is not None and window.content.notices.notice is not None)
        notice = window.content.notices.notice
        assert (notice.tone, str(home) in notice.text) == (Tone.TOLD, True)
        assert life.desk.do(BODY)
        life.wish(OpenArchive(str(other), create=True))
        await until(lambda: life.desk is not None and life.desk.session.path == other)
        assert window.content.notices.notice is None

    live(story)
    session = open_session(str(chosen))
    assert session.body("b").name == "楼委会"
    session.close()


def test_what_a_full_disk_did_not_take_is_done_by_trying_again(
    live, settings, tmp_path, monkeypatch
):
    """Nothing half is recorded, the line stays in sight, and with room again the very act is done."""
    path = tmp_path / "a.facilitator"
    open_session(str(path), create=True).close()

    async def story(life, window):
        def full(*_args):
            raise Trouble("disk-full", path=str(path))

        monkeypatch.setattr(archive.journal, "add", full)
        assert life.desk.do(FoundBody(body="c", name="业委会", charter="robert_simple")) == ()
        assert "磁盘已满" in window.content.notices.notice.text
        assert life.desk.session.record.streams() == []
        monkeypatch.undo()
        find(window, "notice.way").click()
        assert life.desk.session.body("c").name == "业委会"
        assert window.content.notices.notice is None

    live(story, path)
