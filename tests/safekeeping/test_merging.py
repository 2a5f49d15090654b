"""Merging with a way back: a look changes nothing, a backup comes first, and each archive counts for itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.acts import Trouble
from facilitator.demo.many.years import LAST, Meeting, write
from facilitator.opening import open_session
from facilitator.record.registers.product import KINDS
from facilitator.record.verify import verify
from facilitator.safekeeping.merging import look, merge
from facilitator.safekeeping.taking import Step, begin
from tests.safekeeping.test_backing import AT


@pytest.fixture(scope="module")
def committee(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The archive of another committee."""
    path = tmp_path_factory.mktemp("committee") / "other.facilitator"
    write(path, [Meeting(5, 0, LAST - timedelta(days=60))])
    return path


def test_a_look_tells_of_each_and_changes_nothing(archive: Path, committee: Path) -> None:
    """From a copy, while the archive is open; one that cannot be read keeps no other out."""
    with closing(open_session(str(archive))) as session:
        raw = begin(session).run()
        missing, sound, own = look(raw, archive, [archive.with_name("none"), committee, archive])
        assert missing.wrong is not None
        assert missing.wrong.code == "no-file"
        assert own.wrong is not None
        assert own.wrong.code == "merge-itself"
        assert sound.plan is not None
        assert sound.plan.events > 0
        assert session.head(sound.plan.taken[0].stream)[0] == 0


def test_a_backup_comes_first_and_the_second_archive_brings_only_what_is_left(
    archive: Path, committee: Path, folder: Path, tmp_path: Path
) -> None:
    """What both of the others have comes from the first; the backup is the archive as it was."""
    same = tmp_path / "same.facilitator"
    shutil.copyfile(committee, same)
    steps: list[Step] = []
    done = merge(archive, [committee, same], folder, AT, lambda step, *_: steps.append(step))
    first, second = (one.plan for one in done.done)
    assert first is not None
    assert second is not None
    assert (first.events > 0, second.events) == (True, 0)
    assert done.backup is not None
    with closing(open_session(str(archive))) as session:
        now = session.record.extent().events
    assert now - first.events == len_of(done.backup.path)
    assert steps[-2:] == [Step.MERGING, Step.MERGING]
    assert steps[0] is Step.COPYING


def len_of(path: Path) -> int:
    """How many events a backup holds."""
    return sum(one.head.version for one in verify(path, KINDS).streams)


def test_without_a_backup_nothing_is_merged(archive: Path, committee: Path, tmp_path: Path) -> None:
    """The way back comes first: where there is no folder for it, the archive is as it was."""
    before = archive.read_bytes()
    with pytest.raises(Trouble, match="no-folder"):
        merge(archive, [committee], tmp_path / "gone", AT)
    assert archive.read_bytes() == before
