"""Who took part is a page of the body: the picture of the paper, and the community's numbers to be noted."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit

from facilitator import participation
from facilitator.desk.bodies.community import CommunityPanel
from facilitator.desk.bodies.participation import ParticipationPage

BODY = "songbaigang"


def test_a_body_that_has_not_met_says_when_there_will_be_something(evening, qtbot) -> None:
    """The page is no empty picture; the button for the paper waits."""
    page = ParticipationPage(evening, BODY)
    qtbot.addWidget(page)
    assert page.findChild(QLabel, "participation.empty") is not None
    assert not page.paper.isEnabled()


def test_numbers_are_noted_and_nonsense_is_told(evening, qtbot) -> None:
    """What is no number keeps the panel open and records nothing; then it is noted."""
    panel = CommunityPanel(evening, evening.session.body(BODY), None)
    qtbot.addWidget(panel)
    fields = {one.objectName(): one for one in panel.findChildren(QLineEdit)}
    fields["community.new"].setText("很多")
    panel.done_button.click()
    assert not participation.community(evening.session, BODY)
    fields["community.new"].setText("5，200")
    panel.done_button.click()
    (row,) = participation.community(evening.session, BODY)
    assert (row.group, row.people) == ("new", 5200)
