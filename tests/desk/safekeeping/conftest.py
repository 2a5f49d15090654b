"""What these tests share: the program from its start to its end, and the evening up to a moment."""

import pytest

from tests.desk.test_life import evening, live, settings  # noqa: F401


@pytest.fixture(autouse=True)
def workplace(tmp_path, monkeypatch):
    """Let nothing be written into the user's own folders, in whichever process."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own" / "cache"))


@pytest.fixture(autouse=True)
def nothing_soon(monkeypatch):
    """Let no backup be made just because an archive was opened some seconds ago."""
    monkeypatch.setattr("facilitator.desk.safekeeping.keeper.SOON", 10**8)
