"""What stands in the middle of the desk in each situation; each room is imported when it is first entered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage

if TYPE_CHECKING:
    from facilitator.desk.item.view import ItemView
    from facilitator.desk.papers.view import PapersView
    from facilitator.desk.secretary.foot import Foot
    from facilitator.desk.vote.result import ResultView
    from facilitator.desk.vote.setup import VoteSetup
    from facilitator.desk.vote.view import VoteView


def prepare(desk: Desk, meeting: str, _page: QWidget) -> QWidget:
    """While the meeting is prepared."""
    from facilitator.desk.prepare.view import PrepareView

    return PrepareView(desk, meeting)


def sign_in(desk: Desk, meeting: str, _page: QWidget) -> QWidget:
    """While people come in."""
    from facilitator.desk.prepare.signin import SignInView

    return SignInView(desk, meeting)


def deliberate(desk: Desk, meeting: str, page: QWidget) -> QWidget:
    """While items are dealt with: agenda, middle and seats."""
    from facilitator.desk.meeting.running import Running

    return Running(desk, meeting, page)


def read_back(desk: Desk, meeting: str, _page: QWidget) -> QWidget:
    """While the record is read back."""
    from facilitator.desk.closing.readback import ReadBackView

    return ReadBackView(desk, meeting)


def closed(desk: Desk, meeting: str, _page: QWidget) -> QWidget:
    """When it is over."""
    from facilitator.desk.closing.closed import ClosedView

    return ClosedView(desk, meeting)


def tables(desk: Desk, meeting: str, page: QWidget) -> QWidget:
    """While a meeting with several running phases is on: a wall, reports, pitches, ballots."""
    from facilitator.desk.meeting.tables import TablesRoom

    return TablesRoom(desk, meeting, page)


def forum_opening(desk: Desk, meeting: str, _page: QWidget) -> QWidget:
    """While people come to a forum."""
    from facilitator.desk.forum.opening.view import OpeningView

    return OpeningView(desk, meeting)


def forum_prepare(desk: Desk, meeting: str, _page: QWidget) -> QWidget:
    """While a forum is prepared."""
    from facilitator.desk.forum.prepare.view import ForumPrepareView

    return ForumPrepareView(desk, meeting)


def selection_prepare(desk: Desk, meeting: str, _page: QWidget) -> QWidget:
    """While a selection is prepared."""
    from facilitator.desk.selection.prepare.view import SelectionPrepareView

    return SelectionPrepareView(desk, meeting)


BY_STAGE = {
    Stage.BEFORE: prepare,
    Stage.GATHERING: sign_in,
    Stage.RUNNING: deliberate,
    Stage.CLOSING: read_back,
    Stage.CLOSED: closed,
}


def room(desk: Desk, meeting: Meeting, page: QWidget) -> QWidget:
    """What the phase that a meeting is in needs; what differs is asked of the parts of its format."""
    rooms, form = dict(BY_STAGE), meeting.format
    if form.has_course:
        rooms[Stage.RUNNING] = tables
    if form.has("wall"):
        rooms |= {Stage.BEFORE: forum_prepare, Stage.GATHERING: forum_opening}
    elif form.has("slate"):
        # Whoever has an interest in a project says so while people come in: the slate has to be at hand.
        rooms |= {Stage.BEFORE: selection_prepare, Stage.GATHERING: tables}
    return rooms[meeting.phase.stage](desk, meeting.id, page)


def head(
    desk: Desk, meeting: Meeting, show_people: Callable[[], None], give_keys: Callable[[], None]
) -> QWidget:
    """The strip on top; where several phases run it has the bar of them below it.

    `show_people` leads to signing in; `give_keys` gives the keys to the middle when the day was moved on.
    """
    if meeting.format.has_course:
        from facilitator.desk.meeting.course import CourseHead

        made = CourseHead(desk, meeting.id)
        made.people_wanted.connect(show_people)
        made.moved.connect(give_keys)
        return made
    from facilitator.desk.meeting.strip import Strip

    return Strip(desk, meeting.id)


def papers(desk: Desk, meeting: str, kind: str = "", matter: str = "") -> PapersView:
    """The papers, whatever the phase; with `kind` that one is looked at first, of one decision if named."""
    from facilitator.desk.papers.view import PapersView

    made = PapersView(desk, meeting)
    made.show_kind(kind, matter)
    return made


def foot(desk: Desk, meeting: str) -> Foot:
    """The recorded lines and the line to write."""
    from facilitator.desk.secretary.foot import Foot

    return Foot(desk, meeting)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is shown while the meeting runs: `kind` item, break, poll, setup or result, and of which."""

    kind: str
    which: str = ""

    @property
    def whole(self) -> bool:
        """Whether it takes the place of the seats too: a vote has its own."""
        return self.kind in ("poll", "setup", "result")


def scene_now(meeting: Meeting, before: Scene) -> Scene:
    """What is to be shown now, after what was shown before.

    A vote that runs always; right after it its result, until somebody goes on; a setting up as long as its
    item is in hand; else the item.
    """
    if meeting.life.recess:
        return Scene("break")
    if meeting.polls.running:
        return Scene("poll", meeting.polls.running)
    if before.kind == "poll":
        poll = meeting.polls.all.get(before.which)
        if poll is not None and poll.outcome is not None:
            return Scene("result", poll.id)
    in_hand = meeting.agenda.in_hand
    if before.kind == "setup" and before.which in meeting.motions.all:
        motion = meeting.motions.all[before.which]
        if motion.item == in_hand and motion in meeting.motions.open_on(in_hand):
            return before
    if before.kind == "result" and before.which in meeting.polls.all:
        poll = meeting.polls.all[before.which]
        if poll.item == in_hand and poll.outcome is not None:
            return before
    return Scene("item")


def item_view(desk: Desk, meeting: str, page: QWidget) -> ItemView:
    """The item in hand; its keys work all over the page."""
    from facilitator.desk.item.view import ItemView

    return ItemView(desk, meeting, page)


def poll_view(desk: Desk, meeting: str) -> VoteView:
    """The vote that runs."""
    from facilitator.desk.vote.view import VoteView

    return VoteView(desk, meeting)


def setup_view(desk: Desk, meeting: str, motion: str) -> VoteSetup:
    """A vote before it is opened."""
    from facilitator.desk.vote.setup import VoteSetup

    return VoteSetup(desk, meeting, motion)


def result_view(desk: Desk, meeting: str, poll: str) -> ResultView:
    """What came of a vote."""
    from facilitator.desk.vote.result import ResultView

    return ResultView(desk, meeting, poll)
