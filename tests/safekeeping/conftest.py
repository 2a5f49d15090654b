"""What tests of safekeeping share: an archive with the first part of the sample evening in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.opening import open_session
from facilitator.safekeeping import taking
from facilitator.session import Session
from tests.cli.terminal import play, until


@pytest.fixture(scope="session")
def evening(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A closed archive, as bytes."""
    path = tmp_path_factory.mktemp("evening") / "archive.facilitator"
    play(path, *until("floor.agree-limits"))
    return path.read_bytes()


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let nothing be written into the user's own folders."""
    place = tmp_path / "cache"
    monkeypatch.setattr(taking.platformdirs, "user_cache_dir", lambda *_, **__: str(place))
    return place / "copies"


@pytest.fixture
def archive(tmp_path: Path, evening: bytes) -> Path:
    """Where an archive lies, closed."""
    path = tmp_path / "home" / "archive.facilitator"
    path.parent.mkdir()
    path.write_bytes(evening)
    return path


@pytest.fixture
def session(archive: Path) -> Iterator[Session]:
    """A session on it."""
    session = open_session(str(archive))
    yield session
    session.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for backups."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder
