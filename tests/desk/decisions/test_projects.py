"""Projects of a round on the page of decisions: found by a word, told on a card, opened from there."""

import shutil
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.clock import ToldClock
from facilitator.desk.decisions.hits import LINE
from facilitator.desk.decisions.library import library_of
from facilitator.desk.decisions.which import which_at
from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.desk.settings import Settings
from facilitator.desk.theme import wear
from facilitator.desk.works import Works
from facilitator.opening import open_session
from tests.desk.audit import audit
from tests.desk.evening import leave, write
from tests.desk.shown import find, said, shown

NOW = datetime.fromisoformat("2026-11-29T10:00:00+08:00")


@pytest.fixture(scope="module")
def desk(qapp, qingyuan, tmp_path_factory):
    """Give the desk of the subdistrict after all of the sample round, read into an index of its own."""
    folder = tmp_path_factory.mktemp("projects")
    shutil.copyfile(qingyuan.archive, folder / "a.facilitator")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(folder / "home"))
        session = open_session(str(folder / "a.facilitator"), clock=ToldClock(NOW))
        settings = Settings(folder / "settings")
        settings.lang, settings.size, settings.dark = "zh", 100, False
        made = Desk(session, settings, Works())
        library = library_of(made)
    wear(QApplication.instance(), made.theme)
    library.freshen()
    while not library.complete:
        QApplication.processEvents()
    yield made
    leave(made)
    qapp.setStyleSheet("")


def text_of(page, name):
    return find(page, name).text().replace("\u00a0", "")


def test_a_project_is_found_told_and_opened(desk):
    """Its number and stage in the list; its need, its money and what became of it; then its own page."""
    with shown(desk, "decisions") as window:
        page = window.page
        page.field.setFocus()
        write(page.field, "菜园队散了")
        page.read()
        line = page.model.index(0).data(LINE)
        assert (line.head.replace("\u00a0", ""), line.chip, line.look) == (
            "项目10-1",
            "完成",
            "good",
        )
        assert text_of(page, "decision.title") == "一平米菜园"
        told = said(page)
        for piece in ("服务对象", "批准", "回看", "菜园队散了"):
            assert piece in told.replace("\u00a0", "")
        assert audit(window) == []
        assert find(page, "decision.minutes").isHidden()
        find(page, "decision.project").click()
        assert window.place == Place("projects", "qy-2025", "10-1")


def test_a_place_names_a_project(desk):
    """As it was found, so that one comes back to it."""
    which = which_at(Place("decisions", "qy-2025", "project.10-1"))
    assert which.meeting == "project/qy-2025/10-1"
    assert which.place == Place("decisions", "qy-2025", "project.10-1")
    assert which_at(Place("decisions", "qy-2025", "project.")) is None
