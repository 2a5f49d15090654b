"""The paper of who took part says what the meetings say, and in public not how a single person voted."""

from __future__ import annotations

import pytest

from facilitator.acts import RuleViolation
from facilitator.bodies.community import NoteCommunity
from facilitator.gathering import body_material
from facilitator.papers.kinds.participation import participation
from facilitator.papers.markdown import write_markdown
from facilitator.papers.model import Pictures
from facilitator.papers.turnout_picture import turnout_picture
from facilitator.rules.taking_part import TurnoutRow, columns, turnout_by_group
from tests.stories.months import played

BODY = "songbaigang"


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """Give the sample council with its two evenings."""
    from contextlib import closing
    from datetime import date

    with closing(played(tmp_path_factory.mktemp("part") / "a.facilitator")) as made:
        made.do(
            NoteCommunity(
                body=BODY,
                as_of=date(2027, 1, 1),
                households=3200,
                residents={"established": 4100, "new": 5200},
                source="台账",
            )
        )
        yield made


def text(session, **ways) -> str:
    (paper,) = participation(body_material(session, BODY, **ways))
    return write_markdown(paper)


def test_shares_are_said_beside_the_community(session) -> None:
    """Of 9,300 residents 56 % are new, and they hold half of the residents' seats."""
    said = text(session)
    assert "5,200" in said
    assert "56%" in said
    assert "50%" in said
    assert "3,200" in said


def test_the_full_version_lists_every_vote_and_the_public_one_none(session) -> None:
    """A group of one member would be named by its vote; what may be posted says how often groups agreed."""
    full, public = text(session), text(session, public=True)
    assert "异地医疗即时报销" in full
    assert "异地医疗即时报销" not in public
    assert "分组表决情况" in public


def test_the_drawing_has_a_bar_with_its_figure_for_every_group_and_meeting(session) -> None:
    """Nothing in the picture is told by colour alone."""
    (paper,) = participation(body_material(session, BODY))
    (drawn,) = next(block for block in paper.blocks if isinstance(block, Pictures)).pictures
    svg = drawn.data.decode()
    rows = body_material(session, BODY).turnout
    for row in rows:
        assert f">{row.came}/{row.seats}<" in svg


def test_names_in_the_drawing_are_text() -> None:
    """A group called like markup is drawn as its name."""
    row = TurnoutRow("m", "", "2026-01-02", "y", "g", "<script>&", "x" * 90, 6, 6, 5, 0, True)
    groups = turnout_by_group([row])
    zh = turnout_picture(columns([row]), groups, "zh", 'a"b').decode()
    assert "&lt;script&gt;&amp;" in zh
    assert "<script" not in zh
    en = turnout_picture(columns([row]), groups, "en", "Noto").decode()
    assert "x…<" in en


def test_a_body_that_never_met_has_no_such_paper(session) -> None:
    """It is refused before anybody has signed in."""
    from facilitator.bodies.founding import FoundBody

    session.do(FoundBody(body="fresh", name="新会", charter="yishihui_sanyuanli"))
    with pytest.raises(RuleViolation) as caught:
        participation(body_material(session, "fresh"))
    assert caught.value.code == "nothing-to-print"
