"""What kind of line it is that somebody's words become."""

from datetime import datetime

from facilitator.desk.secretary.writing import kind_for
from facilitator.meeting.notes import NoteKind
from tests.desk.forum.wall.day import FORUM, at_forum

CIRCLE = datetime.fromisoformat("2026-11-21T16:13:00+08:00")


def test_in_the_closing_circle_people_speak_as_before(tmp_path, qapp):
    """What residents say there is a statement like any other; the host's words stay an intervention."""
    with at_forum(tmp_path, CIRCLE) as desk:
        meeting = desk.session.meeting(FORUM)
        assert meeting.phase.key == "circle"
        assert kind_for(meeting, "he-meiling") is None
        assert kind_for(meeting, meeting.life.host) is NoteKind.HOST
