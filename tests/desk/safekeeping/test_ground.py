"""Where an archive lies: network drives and synchronized folders are told from a disk of one's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QStorageInfo

from facilitator.desk.safekeeping import keeper
from facilitator.desk.safekeeping.ground import NETWORKS, TOLD, Ground, cloud_in, ground_of, warning
from facilitator.words.tongue import tongue
from tests.desk.shown import find
from tests.desk.test_life import until


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/home/li/Nutstore/议事/a.facilitator", True),
        ("/home/li/我的坚果云/a.facilitator", True),
        ("/Users/li/OneDrive - 街道办/a.facilitator", True),
        ("/Users/li/Dropbox (Personal)/x/a.facilitator", True),
        ("/Users/li/Library/Mobile Documents/com~apple~CloudDocs/a.facilitator", True),
        ("/d/BaiduSyncdisk/a.facilitator", True),
        ("/home/li/.local/share/facilitator/archive.facilitator", False),
        ("/home/li/onedrives/a.facilitator", False),
        ("/home/li/OneDrive.facilitator", False),
        ("/media/STICK/百度网盘说明/a.facilitator", False),
    ],
)
def test_folders_of_services_are_known_by_name(path, found):
    """Whole names, also with whose it is behind them; a file's own name does not count."""
    assert cloud_in(Path(path)) is found


@pytest.mark.parametrize(
    "kind", [*sorted(NETWORKS), "ext4", "vfat", "apfs", "tmpfs", "fuseblk", ""]
)
def test_file_systems_of_other_computers_are_known(kind, monkeypatch, tmp_path):
    """As the system calls them; a stick and a disk are one's own, and so is what is not known."""
    monkeypatch.setattr(QStorageInfo, "fileSystemType", lambda _: QByteArray(kind.encode()))
    found = ground_of(tmp_path / "a.facilitator")
    assert found is (Ground.NETWORK if kind in NETWORKS else Ground.OWN)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_is_said_with_a_reason_and_a_way_on(lang):
    """And one's own disk is worth no word."""
    said = [warning(ground, tongue(lang)) for ground in Ground]
    assert [bool(one) for one in said] == [False, True, True]
    assert all(("复制" in one) or ("copy the file" in one) for one in said[1:])


def test_it_is_said_at_the_start_until_somebody_has_read_it(live, settings, monkeypatch):
    """The record works there all the same; the settings go on saying it."""
    monkeypatch.setattr(keeper, "ground_of", lambda _path: Ground.NETWORK)
    told = []

    async def story(life, window):
        await until(lambda: life.desk.keeper.known)
        notice = window.content.notices.notice
        told.append(notice is not None and "网络盘" in notice.text)
        if told[-1]:
            find(window, "notice.way").click()
        life.desk.go("settings")
        assert "网络盘" in find(window, "backup.ground").text()

    live(story)
    live(story)
    assert told == [True, False]
    assert settings.text(TOLD)
