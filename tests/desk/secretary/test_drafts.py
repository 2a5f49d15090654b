"""Drafts on the disk: whole or not at all, and never a reason to lose what is in memory."""

import json

import pytest

from facilitator.demo.stage import EVENING
from facilitator.desk.secretary.drafts import Draft, Drafts, drafts_of, key_of
from tests.desk.evening import at_desk

KEY = "abc-evening"
LONG = Draft("晚上十点\n以后 \t回来的\n", "liu-xiaoyan", "n-1", "i3")


@pytest.fixture
def desk(tmp_path, qapp):
    """Return a desk at the evening."""
    with at_desk(tmp_path, "i3") as desk:
        yield desk


def anew(desk):
    """Return the drafts as a later run finds them on the disk."""
    return Drafts(desk)


class TestKeeping:
    def test_what_was_kept_is_read_in_a_later_run(self, desk):
        """Words, speaker, name and item come back character by character."""
        drafts = drafts_of(desk)
        drafts.keep(KEY, LONG)
        drafts.flush()
        assert anew(desk).read(KEY) == LONG

    def test_it_gets_to_the_disk_by_itself(self, desk, qtbot):
        """Nobody has to ask: within a second the file is there."""
        drafts = drafts_of(desk)
        drafts.keep(KEY, LONG)
        qtbot.waitUntil(drafts.path(KEY).exists, timeout=1000)

    def test_going_on_typing_does_not_put_it_off(self, desk):
        """The time runs from the first key that is not on the disk, not from the last."""
        drafts = drafts_of(desk)
        drafts.keep(KEY, Draft("一"))
        left = drafts._timer.remainingTime()
        drafts.keep(KEY, Draft("一二"))
        assert drafts._timer.remainingTime() <= left

    def test_a_file_is_plain_text_that_only_its_owner_reads(self, desk):
        """After a head line stand the words as UTF-8."""
        drafts = drafts_of(desk)
        drafts.keep(KEY, LONG)
        drafts.flush()
        head, _, text = drafts.path(KEY).read_bytes().decode().partition("\n")
        assert text == LONG.text
        assert json.loads(head)["speaker"] == "liu-xiaoyan"
        assert drafts.path(KEY).stat().st_mode & 0o077 == 0

    @pytest.mark.parametrize(
        "text", ["{", "[1]", "\n\n", "null\n", "𠮷🙂\u00a0\u3000 ", "a" * 100_000]
    )
    def test_any_text_comes_back(self, desk, text):
        """Also what looks like a head line, what is white, and what is long."""
        drafts = drafts_of(desk)
        drafts.keep(KEY, Draft(text))
        drafts.flush()
        assert anew(desk).read(KEY).text == text

    def test_what_was_dropped_is_gone_at_once(self, desk):
        """Nothing of a line that is on the record stays behind."""
        drafts = drafts_of(desk)
        drafts.keep(KEY, LONG)
        drafts.flush()
        drafts.drop(KEY)
        assert not drafts.path(KEY).exists()
        assert anew(desk).read(KEY) == Draft()

    def test_a_file_without_our_head_is_all_words(self, desk):
        """What somebody else wrote, or what lost its head, is shown rather than thrown away."""
        path = drafts_of(desk).path(KEY)
        path.parent.mkdir(parents=True)
        path.write_bytes("刘小燕说\n桩是自己出钱装的\xff".encode() + b"\xff")
        assert anew(desk).read(KEY).text.startswith("刘小燕说\n桩是自己出钱装的")

    def test_no_two_meetings_share_a_draft(self, desk):
        """The name of a draft tells meetings of one name in two archives apart."""
        meeting = desk.session.meeting(EVENING)
        assert key_of(meeting).endswith(f"-{EVENING}")
        assert key_of(meeting) == key_of(meeting)

    def test_there_is_one_keeper_to_a_desk(self, desk):
        """Two windows on a desk see the same draft."""
        assert drafts_of(desk) is drafts_of(desk)


class TestTrouble:
    def test_a_disk_that_takes_no_drafts_is_told_once(self, desk, qtbot):
        """The words stay in memory; when the disk takes them again they are there."""
        drafts, told = drafts_of(desk), []
        drafts.failed.connect(told.append)
        folder = drafts.path(KEY).parent
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text("a file where the folder should be")
        for text in ("一", "一二", "一二三"):
            drafts.keep(KEY, Draft(text))
            drafts.flush()
        assert len(told) == 1
        assert told[0]
        assert drafts.read(KEY).text == "一二三"
        folder.unlink()
        drafts.flush()
        assert anew(desk).read(KEY).text == "一二三"
        folder.joinpath(f"{KEY}.txt").unlink()
        folder.rmdir()
        folder.write_text("again")
        drafts.keep(KEY, Draft("四"))
        drafts.flush()
        assert len(told) == 2

    def test_it_tries_again_by_itself(self, desk):
        """After a failure the next try is on its way although nobody types."""
        drafts = drafts_of(desk)
        folder = drafts.path(KEY).parent
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text("")
        drafts.keep(KEY, LONG)
        drafts.flush()
        assert drafts._timer.isActive()

    def test_a_full_disk_leaves_the_older_draft_whole(self, desk):
        """Where the disk fills up in the middle of a draft, the one before it is still there."""
        resource = pytest.importorskip("resource")
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        drafts, told = drafts_of(desk), []
        drafts.failed.connect(told.append)
        drafts.keep(KEY, LONG)
        drafts.flush()
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
            drafts.keep(KEY, Draft("很长" * 50_000))
            drafts.flush()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))
        assert told
        assert anew(desk).read(KEY) == LONG
        drafts.flush()
        assert anew(desk).read(KEY).text == "很长" * 50_000
        assert [one.name for one in drafts.path(KEY).parent.iterdir()] == [f"{KEY}.txt"]
