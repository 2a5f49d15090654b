"""What these tests share: the program from its start to its end, and the evening up to a moment."""

import pytest

from tests.desk.test_life import evening, live, settings  # noqa: F401


@pytest.fixture(autouse=True)
def workplace(tmp_path, monkeypatch):
    """Let whatever is written lie in a home of a Chinese name with a space in it, in whichever process."""
    home = tmp_path / "用户 张 三丰"
    for name in ("HOME", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(autouse=True)
def nothing_soon(monkeypatch):
    """Let no backup be made just because an archive was opened some seconds ago."""
    monkeypatch.setattr("facilitator.desk.safekeeping.keeper.SOON", 10**8)
