"""Starts that fail are counted, whatever may be written; a kill in the middle of a meeting is none."""

import pytest

from facilitator.desk.starts import NAME, Starts


@pytest.fixture
def start(tmp_path):
    """Return how to start once more: the count, and whether care is due."""

    def again():
        starts = Starts(tmp_path / "settings", tmp_path / "spare")
        return starts, starts.begin()

    return again


def test_the_third_start_is_careful_after_two_that_failed(start):
    """One failed start is chance; two are not, and it stays careful until one has worked."""
    assert [start()[1] for _ in range(4)] == [False, False, True, True]


def test_a_start_that_worked_begins_the_count_anew(start):
    """Whoever is killed after the first page has started well, however often."""
    for _ in range(4):
        starts, careful = start()
        assert (starts.failed, careful) == (0, False)
        starts.well()


def test_where_settings_cannot_be_written_it_counts_elsewhere(start, tmp_path):
    """A file where the folder should be: the spare folder holds the number, and is cleared too."""
    (tmp_path / "settings").write_text("in the way")
    assert [start()[1] for _ in range(3)] == [False, False, True]
    start()[0].well()
    assert not start()[1]


def test_where_nothing_can_be_written_it_starts_as_ever(tmp_path):
    """No count, no trouble."""
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    assert [Starts(blocked, blocked).begin() for _ in range(4)] == [False] * 4


@pytest.mark.parametrize("held", [b"", b"x", b"-1", b"\xff\xfe", b"9" * 10_000, "２".encode()])
def test_whatever_the_file_holds_it_starts(start, tmp_path, held):
    """A file somebody wrote into is as good as none, or a number."""
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / NAME).write_bytes(held)
    start()
