"""The panels that no walk comes by pass the audit too, in large English: of a forum, of a meeting."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from facilitator.desk.anew import AnewPanel
from facilitator.desk.bodies.community import CommunityPanel
from facilitator.desk.bodies.paperspage import BodyPapersPage
from facilitator.desk.bodies.participation import ParticipationPage
from facilitator.desk.closing.days import Calendar, DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.head import Empty
from facilitator.desk.forum.focus.panels import ClosePanel, ClusterPanel, DotsPanel
from facilitator.desk.forum.focus.reopened import Reopened
from facilitator.desk.forum.heads import HeadsPanel
from facilitator.desk.forum.host import ForumHostPanel
from facilitator.desk.forum.matrix.editing import EditPlacePanel, EditSlotPanel
from facilitator.desk.forum.matrix.panels import AddSlotPanel
from facilitator.desk.forum.reports.panels import AddPanel, RecorderPanel
from facilitator.desk.forum.wall.consent import MergePanel, SplitPanel
from facilitator.desk.forum.wall.counts import CountsPanel
from facilitator.desk.forum.wall.empty import NoFields
from facilitator.desk.forum.wall.gone import GonePanel
from facilitator.desk.forum.wall.hand import Overlay
from facilitator.desk.forum.wall.hottest import HottestPanel
from facilitator.desk.forum.wall.names import NamesPanel
from facilitator.desk.forum.wall.paint import CardPainter
from facilitator.desk.forum.wall.topics import ConvenersPanel, EditTopicPanel
from facilitator.desk.item.motion_panels import SecondPanel
from facilitator.desk.item.wording_panels import RewordPanel
from facilitator.desk.meeting.agenda_adjust import AdjustPanel
from facilitator.desk.meeting.calls import CancelPanel, HostPanel, ReopenPanel, ReschedulePanel
from facilitator.desk.meeting.course import MotionCell
from facilitator.desk.meeting.guests import AdmitPanel
from facilitator.desk.meeting.moving import OtherDayPanel
from facilitator.desk.meeting.recess import BreakCard
from facilitator.desk.meeting.stays import StrikePanel, TimesPanel
from facilitator.desk.papers.withheld import WithheldBand, WithheldCard
from facilitator.desk.places import Place
from facilitator.desk.projects.empty import NoRounds
from facilitator.desk.safekeeping.progress import Progress
from facilitator.desk.safekeeping.targets import Targets
from facilitator.desk.secretary.candidates import people
from facilitator.desk.secretary.offer import Offer
from facilitator.desk.secretary.phrases_panel import PhrasesPanel
from facilitator.desk.vote.correcting import CorrectVotePanel
from facilitator.desk.vote.ending import SilentPanel, VoidPanel
from facilitator.desk.vote.hands import CorrectHandsPanel
from facilitator.desk.vote.paper_panels import CorrectBallotsPanel, ReplaceTellerPanel
from facilitator.desk.vote.recusals import LiftPanel, RecusePanel
from facilitator.desk.vote.result_ways import WaysOn
from facilitator.desk.vote.roll_list import RollList
from facilitator.desk.vote.voters import voters_of
from facilitator.desk.widgets.someone import in_the_room
from facilitator.meeting import Meeting
from facilitator.meeting.polls import Poll
from facilitator.papers.kinds.withheld import Withheld
from facilitator.rules.outcome import Reason
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk
from tests.desk.forum.table import ACTION
from tests.desk.forum.wall.day import FORUM, at_forum
from tests.desk.freed import do_what_was_put_off
from tests.desk.looks import OF_A_ROOM

LOOKS = pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
Makers = dict[str, Callable[[Desk, QWidget], QWidget]]


def wrong(desk: Desk, size: int, makers: Makers) -> list[str]:
    """What is wrong with each panel as it opens over a window of the smallest screen."""
    found: list[str] = []
    over = QWidget()
    over.resize(1366, 768)
    over.show()
    try:
        for name, make in makers.items():
            panel = make(desk, over)
            if not isinstance(panel, QDialog):
                found += [f"{name}: {line}" for line in lying(panel, over, size)]
                continue
            panel.open()
            for _ in range(2):
                QApplication.processEvents()
            found += [f"{name}: {line}" for line in audit(panel, size / 100)]
            if panel.width() > 1366 or panel.height() > 768:
                found.append(f"{name}: larger than the screen: {panel.width()}×{panel.height()}")
            had = panel.focusWidget()
            if had is None or not (had.isVisible() and had.isEnabled()):
                found.append(f"{name}: nothing in it has the keys")
            panel.reject()
    finally:
        over.close()
        over.deleteLater()
        del over
        do_what_was_put_off()
    return found


def lying(part: QWidget, over: QWidget, size: int) -> list[str]:
    """What is wrong with a part of a page, as wide as a page."""
    part.setParent(over, part.windowFlags())
    if not part.isWindow():
        part.setGeometry(over.rect())
    part.show()
    for _ in range(4):  # one ground after another
        QApplication.processEvents()
    found = audit(part, size / 100)
    part.close()
    part.setParent(None)
    part.deleteLater()
    return found


def open_again(desk: Desk, meeting: Meeting) -> QWidget:
    """A space in which people post what they act on."""
    made = Reopened(desk)
    made.show_meeting(meeting, {})
    return made


def long_roll(desk: Desk, meeting: Meeting, poll: Poll) -> QWidget:
    """A roll call as it is for sixty."""
    made = RollList(desk)
    made.show_voters(voters_of(desk, meeting, poll), "su-huimin")
    return made


def ways_on(desk: Desk, meeting: Meeting, poll: Poll) -> QWidget:
    """What a chair is asked at equal votes."""
    made = WaysOn(desk)
    assert poll.outcome is not None
    made.show_result(
        meeting, poll, msgspec.structs.replace(poll.outcome, reason=Reason.CASTING_VOTE_OPEN)
    )
    return made


def calendar(desk: Desk, over: QWidget) -> QWidget:
    """The month that opens at a field for a day."""
    field = DayField(desk, desk.t("Deadline"), None, "day", desk.now().date())
    field.setParent(over)
    return Calendar(field)


def offered(desk: Desk, over: QWidget) -> QWidget:
    """What can be taken into the record by a key."""
    made = Offer(desk, over)
    made.offer(people(desk, desk.session.meeting(EVENING), ""), QPoint(0, 600), over)
    return made


def nothing(desk: Desk) -> QWidget:
    """A page of the follow-up with nothing on it."""
    made = Empty(desk, "nothing")
    made.say(desk.t("Nothing here yet."))
    return made


def withheld(desk: Desk, kind: type[WithheldBand | WithheldCard]) -> QWidget:
    """What is not in a public version."""
    made = kind(desk)
    made.show_withheld(Withheld(names=(("陈国栋", "陈**"),), homes=True, votes=True))
    return made


@LOOKS
def test_the_panels_of_a_forum(qapp, tmp_path, lang, size):
    """Of its matrix, its wall, its reports and its focus."""
    m = FORUM
    with at_forum(tmp_path, ACTION, lang=lang, size=size) as desk:
        meeting = desk.session.meeting(m)
        topics = list(meeting.wall.topics)
        one = meeting.wall.topic("t01")
        place, slot = next(iter(meeting.matrix.places)), next(iter(meeting.matrix.slots))
        assert len(topics) > 1
        makers: Makers = {
            "heads": lambda d, w: HeadsPanel(d, w, m),
            "host": lambda d, w: ForumHostPanel(d, w, m),
            "place": lambda d, w: EditPlacePanel(d, w, m, place),
            "slot": lambda d, w: EditSlotPanel(d, w, m, slot),
            "new slot": lambda d, w: AddSlotPanel(d, w, m),
            "report": lambda d, w: AddPanel(d, w, m, one),
            "recorder": lambda d, w: RecorderPanel(d, w, m, one),
            "merge": lambda d, w: MergePanel(d, w, m, "t01"),
            "split": lambda d, w: SplitPanel(d, w, m, "t01"),
            "counts": lambda d, w: CountsPanel(d, w, m),
            "gone": lambda d, w: GonePanel(d, w, m),
            "hottest": lambda d, w: HottestPanel(d, w, m),
            "names": lambda d, w: NamesPanel(d, w, m, "t01"),
            "conveners": lambda d, w: ConvenersPanel(d, w, m, "t01"),
            "topic": lambda d, w: EditTopicPanel(d, w, m, "t01"),
            "dots": lambda d, w: DotsPanel(d, w, m, one),
            "close": lambda d, w: ClosePanel(d, w, m),
            "cluster": lambda d, w: ClusterPanel(d, w, m),
            "no fields": lambda d, _w: NoFields(d, m),
            "reopened": lambda d, _w: open_again(d, meeting),
            "motion": lambda d, _w: MotionCell(d),
            "carried": lambda d, w: Overlay(w, CardPainter(d.theme)),
        }
        assert wrong(desk, size, makers) == []


@LOOKS
def test_the_panels_of_a_meeting(qapp, tmp_path, lang, size):
    """Of its calling, its people, its motions and its votes."""
    m = EVENING
    with at_desk(tmp_path, "20:49:00", lang=lang, size=size) as desk:
        meeting = desk.session.meeting(m)
        motion = "m5"
        poll = {name: meeting.polls.poll(name) for name in ("p3", "p-a2", "p5")}
        member, body = "su-huimin", desk.session.body("songbaigang")
        makers: Makers = {
            "second": lambda d, w: SecondPanel(d, w, m, motion),
            "reword": lambda d, w: RewordPanel(d, w, m, motion),
            "adjust": lambda d, w: AdjustPanel(d, w, m),
            "cancel": lambda d, w: CancelPanel(d, w, m),
            "host": lambda d, w: HostPanel(d, w, m),
            "reopen": lambda d, w: ReopenPanel(d, w, m),
            "reschedule": lambda d, w: ReschedulePanel(d, w, m),
            "other day": lambda d, w: OtherDayPanel(d, w, meeting, d.now().date(), ()),
            "admit": lambda d, w: AdmitPanel(d, w, m),
            "times": lambda d, w: TimesPanel(d, w, m, member),
            "strike": lambda d, w: StrikePanel(d, w, m, member),
            "vote": lambda d, w: CorrectVotePanel(d, w, m, poll["p3"], in_the_room(d, meeting)),
            "silent": lambda d, w: SilentPanel(d, w, meeting, "p5"),
            "void": lambda d, w: VoidPanel(d, w, m, "p5"),
            "hands": lambda d, w: CorrectHandsPanel(d, w, meeting, poll["p-a2"]),
            "ballots": lambda d, w: CorrectBallotsPanel(d, w, meeting, poll["p5"]),
            "teller": lambda d, w: ReplaceTellerPanel(
                d, w, meeting, poll["p5"], next(iter(poll["p5"].tellers))
            ),
            "recuse": lambda d, w: RecusePanel(d, w, meeting),
            "lift": lambda d, w: LiftPanel(d, w, meeting, member),
            "phrases": PhrasesPanel,
            "community": lambda d, w: CommunityPanel(d, body, w),
            "anew": AnewPanel,
            "who took part": lambda d, _w: ParticipationPage(d, "songbaigang"),
            "papers": lambda d, _w: BodyPapersPage(d, Place.read("bodies/songbaigang/papers")),
            "break": lambda d, _w: BreakCard(d, m),
            "roll": lambda d, _w: long_roll(d, meeting, poll["p3"]),
            "ways on": lambda d, _w: ways_on(d, meeting, poll["p3"]),
            "day": lambda d, w: calendar(d, w),
            "offer": offered,
            "nothing": lambda d, _w: nothing(d),
            "no rounds": lambda d, _w: NoRounds(d),
            "where to": lambda d, _w: Targets(d),
            "going": lambda d, _w: Progress(d.t, d.theme, "going"),
            "band": lambda d, _w: withheld(d, WithheldBand),
            "card": lambda d, _w: withheld(d, WithheldCard),
        }
        assert wrong(desk, size, makers) == []
