"""The log: codes and times only, whatever is recorded; silent where it cannot be written."""

import json

import pytest

from facilitator.commands import read_line
from facilitator.demo.stage import script
from facilitator.desk import logbook
from tests.desk.evening import desk_after, leave


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Give the folder of the log, which is empty and is left so."""
    monkeypatch.setenv("FACILITATOR_SETTINGS", str(tmp_path))
    logbook.end()
    yield tmp_path / "logs"
    logbook.end()


def test_it_holds_what_was_noted_before_and_after_it_began(folder):
    """The first page waits for no file; nothing is lost by that."""
    logbook.note("start", failed=0)
    assert not folder.exists()
    logbook.begin()
    logbook.note("closed")
    said = (folder / logbook.NAME).read_text().splitlines()
    assert [line.split(" ", 1)[1] for line in said] == ["start failed=0", "closed"]
    assert logbook.latest().splitlines() == said


@pytest.mark.parametrize(
    "words", ["周玉梅", "two words", "/home/li", "C:\\Users\\li", "", "a" * 61, "a\nb"]
)
def test_what_is_no_code_is_left_out(words):
    """A name, a text or a path given by mistake does not come in."""
    logbook.note("trouble", code=words)
    logbook.note(words)
    assert logbook.latest().split(" ", 1)[1] == "trouble"


def test_it_stays_small(folder, monkeypatch):
    """When it is full it begins anew, and one older is kept."""
    monkeypatch.setattr(logbook, "MOST", 1000)
    logbook.begin()
    for _ in range(200):
        logbook.note("refused", code="not-present")
    assert len(list(folder.iterdir())) == 2
    assert all(one.stat().st_size <= 1000 for one in folder.iterdir())


def test_where_it_cannot_be_written_the_report_is_there_all_the_same(folder, capsys):
    """A file in the way of the folder: no word about it, and the last lines are in memory."""
    folder.write_text("")
    logbook.begin()
    logbook.note("start")
    assert "start" in logbook.report()
    assert capsys.readouterr() == ("", "")


def test_a_full_disk_is_passed_over(folder, capsys):
    """Every line fails to be written; nobody hears of it."""
    folder.mkdir()
    try:
        (folder / logbook.NAME).symlink_to("/dev/full")
        (folder / logbook.NAME).stat()
    except OSError:
        pytest.skip("no device that is always full here")
    logbook.begin()
    logbook.note("start")
    assert "start" in logbook.latest()
    assert capsys.readouterr() == ("", "")


def strings(value):
    """Every string in what was said to the program."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def test_no_name_and_no_word_of_an_evening_comes_in(qapp, folder, tmp_path):
    """After the whole sample evening and what was refused in it, the log holds nothing that was typed."""
    logbook.begin()
    desk = desk_after(tmp_path, [])
    for line in script():
        said = read_line(line)
        desk.do(said.command, at=said.at)
    leave(desk)
    log = (folder / logbook.NAME).read_text()
    assert "refused code=not-present" in log
    typed = {one for line in script() for one in strings(json.loads(line))}
    named = {one for one in typed if any(ord(letter) > 0x2E7F for letter in one)}
    assert len(named) > 50
    assert not [one for one in named if one in log]
    assert "周玉梅" not in log
    assert str(tmp_path) not in log
