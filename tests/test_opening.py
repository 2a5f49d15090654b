"""Opening an archive: where it is, and how one that may not be written is looked at."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from facilitator import opening
from facilitator.acts import Trouble
from facilitator.opening import archive_path, looking, open_session


def test_without_a_name_the_archive_is_in_the_user_s_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A named archive is the one named; without a name a folder of one's own is made for it."""
    assert archive_path("x/y.facilitator") == Path("x/y.facilitator")
    monkeypatch.setattr(
        opening.platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "own")
    )
    with closing(open_session(None, create=True)) as session:
        assert session.path == archive_path(None) == tmp_path / "own" / opening.ARCHIVE_NAME
    assert session.path.exists()


def test_looking_makes_no_archive_and_closes_the_one_it_opened(tmp_path: Path) -> None:
    """Looking at nothing is trouble; an archive that was looked at can be opened and moved at once."""
    path = tmp_path / "a.facilitator"
    with pytest.raises(Trouble, match="no-file"), looking(str(path)):
        pass
    open_session(str(path), create=True).close()
    with looking(str(path)) as session:
        assert session.path == path
    shutil.move(path, tmp_path / "b.facilitator")
    open_session(str(tmp_path / "b.facilitator")).close()
