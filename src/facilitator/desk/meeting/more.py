"""The menu of what is seldom wanted: taking back, going back, a break, another host or day, the papers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import ASKED, allow, why_not
from facilitator.desk.meeting.calls import CancelPanel, ReopenPanel, ReschedulePanel, host_panel
from facilitator.desk.meeting.phases import earlier_phases, entering
from facilitator.desk.meeting.undo import undoing
from facilitator.meeting import Meeting
from facilitator.meeting.calling_off import CancelMeeting
from facilitator.meeting.format import Stage
from facilitator.meeting.lifecycle import Recess, ReopenMeeting, Resume


def open_scenes(desk: Desk, parent: QWidget, meeting_id: str) -> None:
    """The pictures of all scenes, to choose what the room sees; imported when it is first wanted."""
    from facilitator.desk.projector.thumbs import ScenesPanel

    ScenesPanel(desk, parent, meeting_id).open()


def _open_check(desk: Desk, parent: QWidget, meeting_id: str) -> None:
    from facilitator.desk.safekeeping.checking import CheckPanel

    CheckPanel(desk, parent, f"meeting/{meeting_id}").open()


def _open_guests(desk: Desk, parent: QWidget, meeting_id: str) -> None:
    from facilitator.desk.closing.guests import GuestsPanel

    GuestsPanel(desk, parent, meeting_id).open()


def more_menu(desk: Desk, meeting_id: str, parent: QWidget) -> QMenu:
    """The menu; open it with `popup`. What cannot be done now is grey and says why."""
    meeting = desk.session.meeting(meeting_id)
    menu = QMenu(parent)
    menu.setObjectName("more")
    menu.setToolTipsVisible(True)
    _add_undo(desk, menu, meeting)
    menu.addSeparator()
    _add_phases(desk, menu, meeting)
    _add_running(desk, menu, meeting, parent)
    _add_call(desk, menu, meeting, parent)
    menu.addSeparator()
    t = desk.t
    scenes = _add(desk, menu, "scenes", t("Choose what the room sees…"), "presentation")
    scenes.triggered.connect(lambda _c=False: open_scenes(desk, parent, meeting.id))
    papers = _add(desk, menu, "papers", t("Papers"), "printer")
    papers.triggered.connect(lambda _c=False: desk.go("meetings", meeting.id, "papers"))
    return menu


def _add(desk: Desk, menu: QMenu, key: str, text: str, icon: str) -> QAction:
    act = menu.addAction(desk.theme.icon(icon), text.replace("&", "&&"))
    act.setObjectName(f"more.{key}")
    return act


def _add_undo(desk: Desk, menu: QMenu, meeting: Meeting) -> None:
    t = desk.t
    way = undoing(desk).way(meeting.id)
    text = t("Undo: {what}", what=way.what) if way.what else t("Undo")
    act = _add(desk, menu, "undo", text, "undo-2")
    allow(act, way.why_not)
    act.triggered.connect(lambda _c=False: undoing(desk).undo(meeting.id))


def _add_phases(desk: Desk, menu: QMenu, meeting: Meeting) -> None:
    t = desk.t
    for phase in earlier_phases(meeting):
        text = t("Back to {phase}", phase=phase.title.text(desk.lang))
        act = _add(desk, menu, f"back.{phase.key}", text, "arrow-left")
        command = entering(meeting, phase)
        allow(act, why_not(desk, command))
        act.triggered.connect(lambda _c=False, command=command: desk.do(command))


def _add_running(desk: Desk, menu: QMenu, meeting: Meeting, parent: QWidget) -> None:
    t = desk.t
    if meeting.phase.stage is Stage.RUNNING:
        resting = meeting.life.recess
        command = Resume(meeting=meeting.id) if resting else Recess(meeting=meeting.id)
        text = t("Go on after the break") if resting else t("Break")
        act = _add(desk, menu, "recess", text, "play" if resting else "coffee")
        allow(act, why_not(desk, command))
        act.triggered.connect(lambda _c=False: desk.do(command))
    if meeting.phase.stage is not Stage.CLOSED:
        text = t("Somebody else runs it…") if meeting.life.host else t("Name a host…")
        host = _add(desk, menu, "host", text, "gavel")
        host.triggered.connect(lambda _c=False: host_panel(desk, parent, meeting).open())


def _add_call(desk: Desk, menu: QMenu, meeting: Meeting, parent: QWidget) -> None:
    t = desk.t
    if meeting.phase.stage is Stage.CLOSED:
        act = _panel(
            desk, menu, "reopen", t("Open it again…"), "unlock", ReopenPanel, meeting, parent
        )
        allow(act, why_not(desk, ReopenMeeting(meeting=meeting.id, reason=ASKED)))
        menu.addSeparator()
        check = _add(desk, menu, "check", t("Check against the signed paper…"), "file-check")
        check.triggered.connect(lambda _c=False: _open_check(desk, parent, meeting.id))
        guest = _add(desk, menu, "guests", t("Erase personal data of a guest…"), "user-minus")
        guest.triggered.connect(lambda _c=False: _open_guests(desk, parent, meeting.id))
    elif not meeting.life.opened:
        menu.addSeparator()
        if meeting.phase.stage is Stage.BEFORE:
            text = t("Another time or place…")
            _panel(
                desk, menu, "reschedule", text, "calendar-clock", ReschedulePanel, meeting, parent
            )
        text = t("The meeting does not take place…")
        act = _panel(desk, menu, "cancel", text, "calendar-x", CancelPanel, meeting, parent)
        allow(act, why_not(desk, CancelMeeting(meeting=meeting.id, reason=ASKED)))


def _panel(
    desk: Desk,
    menu: QMenu,
    key: str,
    text: str,
    icon: str,
    kind: Callable[[Desk, QWidget, str], ReschedulePanel | CancelPanel | ReopenPanel],
    meeting: Meeting,
    parent: QWidget,
) -> QAction:
    act = _add(desk, menu, key, text, icon)
    act.triggered.connect(lambda _c=False: kind(desk, parent, meeting.id).open())
    return act
