"""Every action of the windows, declared once: its words, its key, its icon.

Help, buttons and the manual's chapter of keys are built from this table; nothing of Qt is in it.
"""

from __future__ import annotations

from facilitator.data import dataclass
from facilitator.words.tongue import mark


@dataclass(frozen=True, slots=True)
class Act:
    """One action. `room` groups it in the help; `text` and `room` are spoken by `t` when they are shown."""

    name: str
    text: str
    room: str
    keys: str = ""
    icon: str = ""


EVERYWHERE = mark("Everywhere")
MEETING = mark("At the meeting")
FORUM = mark("At a forum")
SELECTION = mark("At a selection")
FLOOR = mark("Speaking")
VOTING = mark("Voting")
FOLLOWUP = mark("Follow-up")
PROJECTS = mark("Projects")
WRITING = mark("Keeping the record")
PAPERS = mark("Papers")
READING = mark("In the manual")
SAFEKEEPING = mark("Backups and archives")

ACTS: tuple[Act, ...] = (
    Act("manual", mark("Manual"), EVERYWHERE, "F1", "book-open"),
    Act("help", mark("Keys"), EVERYWHERE, "Ctrl+F1", "keyboard"),
    Act("page.today", mark("Today"), EVERYWHERE, "Alt+1", "calendar-check"),
    Act("page.meetings", mark("Meetings"), EVERYWHERE, "Alt+2", "users"),
    Act("page.bodies", mark("Bodies"), EVERYWHERE, "Alt+3", "landmark"),
    Act("page.decisions", mark("Decisions"), EVERYWHERE, "Alt+4", "file-check"),
    Act("page.followup", mark("Follow-up"), EVERYWHERE, "Alt+5", "list-checks"),
    Act("page.projects", mark("Projects"), EVERYWHERE, "Alt+6", "sprout"),
    Act("page.settings", mark("Settings"), EVERYWHERE, "Alt+0", "settings-2"),
    Act("find", mark("Find a decision"), EVERYWHERE, "Ctrl+F", "search"),
    Act("meeting.new", mark("New meeting"), EVERYWHERE, "Ctrl+N", "plus"),
    Act("archive.open", mark("Open an archive…"), EVERYWHERE, "Ctrl+O", "folder-open"),
    Act("undo", mark("Undo"), MEETING, "Ctrl+Z", "undo-2"),
    Act("papers", mark("Papers"), MEETING, "Ctrl+P", "printer"),
    Act("projector", mark("Projector"), MEETING, "F9", "monitor"),
    Act(
        "projector.scenes", mark("Choose what the room sees…"), MEETING, "Shift+F9", "presentation"
    ),
    Act("projector.next", mark("Projector: next scene"), MEETING, "Ctrl+F9", "skip-forward"),
    Act("projector.page", mark("Projector: next page"), MEETING, "Ctrl+Shift+F9", "chevron-right"),
    Act("meeting.forward", mark("Next phase"), MEETING, "Ctrl+Return", "arrow-right"),
    Act("meeting.recess", mark("Break"), MEETING, "Ctrl+B", "coffee"),
    Act("seats", mark("Seats"), MEETING, "F3", "armchair"),
    Act("agenda", mark("Agenda"), MEETING, "F4", "list-checks"),
    Act("item.next", mark("Next item"), MEETING, "Ctrl+PgDown", "skip-forward"),
    Act("item.finish", mark("Finish item"), MEETING, "Ctrl+Shift+F", "check"),
    Act("item.postpone", mark("Put off to the next meeting…"), MEETING, "", "calendar-clock"),
    Act("item.add", mark("Add an item…"), MEETING, "Ctrl+I", "plus"),
    Act("item.report", mark("What became of it…"), MEETING, "Ctrl+R", "clipboard-check"),
    Act("motion.put", mark("Put a motion…"), MEETING, "Ctrl+M", "gavel"),
    Act("motion.amend", mark("Amendment…"), MEETING, "Ctrl+Shift+A", "square-pen"),
    Act("day.on", mark("Move the day on"), MEETING, "Ctrl+Shift+Return", "arrow-right"),
    Act("table.1", mark("First table"), MEETING, "Ctrl+1"),
    Act("table.2", mark("Second table"), MEETING, "Ctrl+2"),
    Act("table.3", mark("Third table"), MEETING, "Ctrl+3"),
    Act("table.4", mark("Fourth table"), MEETING, "Ctrl+4"),
    Act("table.5", mark("Fifth table"), MEETING, "Ctrl+5"),
    Act("table.6", mark("Sixth table"), MEETING, "Ctrl+6"),
    Act("wall.new", mark("New topic"), FORUM, "N", "plus"),
    Act("wall.fit", mark("The whole wall at once"), FORUM, "Ctrl+0", ""),
    Act("forum.heads", mark("How many people are here…"), FORUM, "Ctrl+H", "users"),
    Act("report.post", mark("Post on the news wall"), FORUM, "Ctrl+Return", "check"),
    Act("report.recorder", mark("Name a recorder…"), FORUM, "Ctrl+Shift+N", "pencil"),
    Act("pitch.recuse", mark("Steps back…"), SELECTION, "F5", "user-minus"),
    Act("pitch.end", mark("The pitch is over"), SELECTION, "F6", "mic-off"),
    Act("pitch.on", mark("Next pitch, questions, end"), SELECTION, "F7", "mic"),
    Act("floor.ask", mark("Note a speaker"), FLOOR, "F5", "plus"),
    Act("floor.end", mark("Speech ended"), FLOOR, "F6", "mic-off"),
    Act("floor.next", mark("Give the floor to the next"), FLOOR, "F7", "mic"),
    Act("floor.limits", mark("Agree on speaking time…"), FLOOR, "Ctrl+F5", "clock"),
    Act("vote.open", mark("Put to the vote"), VOTING, "F8", "vote"),
    Act("vote.close", mark("Close the vote"), VOTING, "Ctrl+F8", "lock"),
    Act("vote.for", mark("In favour"), VOTING, "Y"),
    Act("vote.against", mark("Against"), VOTING, "N"),
    Act("vote.abstain", mark("Abstain"), VOTING, "A"),
    Act("vote.back", mark("The one before"), VOTING, "Left", "arrow-left"),
    Act("vote.on", mark("The one after"), VOTING, "Right", "arrow-right"),
    Act("followup.put", mark("Put on the agenda"), FOLLOWUP, "Ctrl+Return", "calendar-plus"),
    Act("followup.report", mark("Note a report…"), FOLLOWUP, "Ctrl+R", "clipboard-check"),
    Act("followup.assess", mark("What residents say…"), FOLLOWUP, "Ctrl+E", "users"),
    Act("followup.due", mark("Another day…"), FOLLOWUP, "Ctrl+D", "calendar-clock"),
    Act("call.make", mark("Call a department…"), FOLLOWUP, "Ctrl+K", "phone-call"),
    Act("intake.receive", mark("Enter a matter that came in…"), FOLLOWUP, "Ctrl+I", "inbox"),
    Act("project.start", mark("Start a project…"), PROJECTS, "Ctrl+I", "plus"),
    Act("project.back", mark("Back to the round"), PROJECTS, "Alt+Left", "arrow-left"),
    Act("line", mark("Write into the record"), WRITING, "F2", "pencil"),
    Act("record", mark("The whole record"), WRITING, "Shift+F2", "history"),
    Act("record.find", mark("Find in the record"), WRITING, "Ctrl+F", "search"),
    Act("papers.export", mark("Export the whole set"), PAPERS, "Ctrl+Shift+E", "folder-open"),
    Act("papers.print", mark("Print…"), PAPERS, "Ctrl+Shift+P", "printer"),
    Act("papers.next-page", mark("Next page"), PAPERS, "Ctrl+PgDown", "chevron-right"),
    Act("papers.page-before", mark("Page before"), PAPERS, "Ctrl+PgUp", "chevron-left"),
    Act("backup", mark("Back up now"), SAFEKEEPING, "Ctrl+Shift+B", "save"),
    Act("restore", mark("Restore a backup…"), SAFEKEEPING, "Ctrl+Shift+R", "history"),
    Act("publish", mark("Publish to a stick…"), SAFEKEEPING, "Ctrl+Shift+S", "download"),
    Act("merge", mark("Merge archives…"), SAFEKEEPING, "Ctrl+Shift+M", "log-in"),
    Act(
        "check", mark("Check against the signed paper…"), SAFEKEEPING, "Ctrl+Shift+K", "file-check"
    ),
    Act("manual.back", mark("Back"), READING, "Alt+Left", "arrow-left"),
    Act("manual.on", mark("Forward"), READING, "Alt+Right", "arrow-right"),
    Act("manual.find", mark("Find in the manual"), READING, "Ctrl+F", "search"),
    Act("manual.again", mark("Next place found"), READING, "F3", "chevron-right"),
    Act("manual.before", mark("Place found before"), READING, "Shift+F3", "chevron-left"),
    Act("manual.pdf", mark("Save as PDF…"), READING, "Ctrl+S", "download"),
    Act("manual.html", mark("Save as a web page…"), READING, "Ctrl+Shift+S", "file-text"),
    Act("manual.close", mark("Close the manual"), READING, "Ctrl+W", "x"),
)
"""In the order of the help."""

BY_NAME = {act.name: act for act in ACTS}

_SHOWN = {"Return": "Enter", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def key_of(name: str) -> str:
    """The key of an action as it is shown to people; "" for one without."""
    return "+".join(_SHOWN.get(part, part) for part in BY_NAME[name].keys.split("+"))


def acts_with_keys() -> list[tuple[str, list[Act]]]:
    """The actions that have a key, by room, in the order of the table."""
    found: dict[str, list[Act]] = {}
    for act in ACTS:
        if act.keys:
            found.setdefault(act.room, []).append(act)
    return list(found.items())
