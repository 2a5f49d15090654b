"""What every test stands on: no screen is wanted, and nobody's own files and settings are touched."""

import gc
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long a case takes says something of the machine, nothing of the program.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# Before anything starts Qt. Whoever wants to watch says otherwise, e.g. QT_QPA_PLATFORM=xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Where programs keep what belongs to the person at the machine: ours, Unix's, freedesktop's and
# Windows' names for it. Qt, platformdirs and LibreOffice look there.
OWN_FOLDERS = (
    "FACILITATOR_SETTINGS",
    "HOME",
    "USERPROFILE",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
)


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home():
    """Point each of these, here and in every program a test starts, at a folder of its own."""
    with (
        tempfile.TemporaryDirectory(prefix="facilitator-tests-", ignore_cleanup_errors=True) as top,
        pytest.MonkeyPatch.context() as patch,
    ):
        for name in OWN_FOLDERS:
            folder = Path(top, name.lower())
            folder.mkdir()
            patch.setenv(name, str(folder))
        yield


@pytest.fixture(scope="session")
def qingyuan(tmp_path_factory):
    """Give the sample round of 23 committees, played to its end; its archive is only copied or looked at."""
    from tests.stories.qingyuan import play

    return play(tmp_path_factory.mktemp("qingyuan") / "a.facilitator")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Begin with the stories: at the end one worker would wait for another that plays a whole day alone."""
    items.sort(key=lambda item: "stories" not in item.path.parts)


def pytest_collection_finish():
    """Have Python's collector pass over all that was imported: tests of windows call it often.

    Nothing of any test is there yet, so that whatever one leaves behind is found as before.
    """
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item, nextitem):
    """The same for what a file of tests leaves for good when all in it is taken down: imports and caches.

    Now pytest itself holds nothing of the last test any more. Whatever else does is found no later than
    by the next test that looks: what lives here lives on.
    """
    result = yield
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()
    return result
