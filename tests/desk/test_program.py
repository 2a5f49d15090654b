"""What the system hands over to the program while it runs, and by whom Chinese is typed."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent

from facilitator.desk import program
from facilitator.desk.program import HandedOver, reach_input_method


def test_an_archive_that_is_handed_over_is_kept_until_somebody_listens():
    """The file of a double click comes after the start; later ones are told at once."""
    handed, heard = HandedOver(), []
    assert handed.take(QFileOpenEvent("/Users/王/一.facilitator"))
    assert handed.archive == "/Users/王/一.facilitator"
    handed.tell(heard.append)
    assert handed.take(QFileOpenEvent("/Users/王/二.facilitator"))
    assert heard == ["/Users/王/二.facilitator"]


def test_no_other_event_is_taken():
    """Qt sees all of them."""
    assert not HandedOver().take(QEvent(QEvent.Type.ApplicationActivate))


@pytest.mark.parametrize(
    ("name", "asked", "reached"),
    [
        ("QT_IM_MODULE", "fcitx", "ibus"),
        ("QT_IM_MODULE", "fcitx5", "ibus"),
        ("QT_IM_MODULE", "ibus", "ibus"),
        ("QT_IM_MODULE", "compose", "compose"),
        ("QT_IM_MODULES", "wayland;fcitx", "wayland;ibus"),
    ],
)
def test_chinese_is_typed_by_way_of_what_qt_can_ask(name, asked, reached):
    """Our Qt has no plugin for fcitx; fcitx answers to the name of ibus, by way of the portal."""
    environment = {name: asked}
    reach_input_method(environment)
    assert environment.pop("IBUS_USE_PORTAL", "") == ("1" if "fcitx" in asked else "")
    assert environment == {name: reached}


def test_where_nothing_is_asked_for_nothing_is_set():
    """Wayland and Windows have their own ways."""
    environment = {}
    reach_input_method(environment)
    assert environment == {}


def test_a_systems_own_plugin_is_used_where_it_is(monkeypatch):
    """A Qt of the system's brings it."""
    monkeypatch.setattr(program, "_fcitx_is_here", lambda: True)
    environment = {"QT_IM_MODULE": "fcitx"}
    reach_input_method(environment)
    assert environment == {"QT_IM_MODULE": "fcitx"}
