"""Every page of a round and of its projects passes the audit, with every panel that it leads to."""

import pytest

from facilitator import roundbook
from facilitator.desk.projects.head import BOARD, HISTORY, LIST, PAPERS, ROUND
from facilitator.desk.projects.project.page import SEGMENTS
from facilitator.desk.theme import wear
from facilitator.rounds.round import OpenRound
from tests.desk.evening import desk_after, leave
from tests.desk.looks import OF_A_ROOM
from tests.desk.projects.conftest import ROUND as QY
from tests.desk.projects.conftest import up_to_last
from tests.desk.shown import shown
from tests.desk.walked import Walk

OCTOBER = b'"at": "2025-10-26T'
"""Some projects are being carried out, one has just ended."""
ELSEWHERE = ("proposal.paper", "papers.folder.change", "papers.print.button")
"""What leads to another page, and to dialogs of Qt's."""


WALKED = {
    "10-1": [one.key for one in SEGMENTS],
    "01-1": ["ending"],
    "05-1": ["money"],
    "16-1": ["proposal", "screening"],
}
LED_TO = {
    *(
        "round.start",
        "round.close",
        "funder.add",
        "grant.hand",
        "plan.set",
        "places.more",
        "places.out",
    ),
    *("needs.target", "needs.announce", "needs.ask", "needs.need", "needs.rank"),
    *(
        "proposal.write",
        "proposal.compare",
        "proposal.withdraw",
        "screening.screen",
        "screening.visit",
    ),
    *("team.join", "team.train", "money.plan", "money.spend", "money.pay", "money.return"),
    *("milestone.reach.m4", "milestone.more.m4.move", "team.more.t3.role", "team.more.t3.erase"),
    *("monitoring.visit", "monitoring.assess", "ending.close", "ending.look", "ending.reopen"),
}
"""Some of the panels, by the names of their buttons: the walk comes by all of these."""


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_rounds_and_projects_can_be_used_by_everybody(qapp, tmp_path, lang, size):
    """The rounds, each view of one, each segment of a project, and a round of which nothing is known yet."""
    desk = desk_after(tmp_path, up_to_last(OCTOBER), lang=lang, size=size, play="round")
    wear(qapp, desk.theme)
    opened, today = set(), desk.now().date()
    try:
        with shown(desk, "projects") as window:
            walk = Walk(window, size)
            walk.look("rounds")
            opened |= walk.panels("rounds")
            for view in (BOARD, LIST, ROUND, HISTORY, PAPERS):
                desk.go("projects", QY, f"~{view}")
                walk.look(view)
                opened |= walk.panels(view, but=ELSEWHERE)
            for project, segments in WALKED.items():
                for segment in segments:
                    desk.go("projects", QY, f"{project}.{segment}")
                    walk.look(segment)
                    opened |= walk.panels(segment, but={*ELSEWHERE, *opened})
            late = next(one for one in roundbook.projects(desk.session, QY) if one.codes(today))
            desk.go("projects", QY, late.project)
            walk.panel("project.concerns")
            assert desk.do(
                OpenRound(round="next", body="qy-panel", title="清源街道2026年社区服务项目")
            )
            for place in ("", "next/~board", "next/~list", "next/~round", "next/~history"):
                desk.go("projects", *place.split("/"))
                walk.look(f"a round of which nothing is known, {place}")
    finally:
        leave(desk)
        qapp.setStyleSheet("")
    assert walk.found == []
    assert opened >= LED_TO
