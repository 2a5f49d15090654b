"""The desk of a clerk who comes back after all the months of the samples; staged once for each module."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.demo.stage import script
from facilitator.desk.decisions.library import library_of
from facilitator.desk.theme import wear
from tests.desk.evening import desk_after, leave


@pytest.fixture(scope="module")
def desk(qapp, tmp_path_factory):
    """Give the desk; its archive is read to the end, into an index of its own."""
    folder = tmp_path_factory.mktemp("decisions")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(folder / "home"))
        made = desk_after(folder, script("followup"), play="followup")
        library = library_of(made)
    wear(QApplication.instance(), made.theme)
    library.freshen()
    while not library.complete:
        QApplication.processEvents()
    yield made
    leave(made)
    qapp.setStyleSheet("")
