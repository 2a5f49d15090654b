"""Refusals of what becomes of things: reports, files, notices, links, calls, matters from outside."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    # what is followed up
    "unknown-matter": (
        mark("There is no action group {group} in the meeting {meeting}."),
        mark("The meeting {meeting} has no decision No. {decision}."),
        mark("There is no such decision or action group."),
    ),
    "matter-gone": mark(
        "“{title}” was annulled or dissolved, so nothing more is recorded of it. What was recorded stays."
    ),
    "before-decision": mark(
        "“{field}” is {day}, before the day of the decision, {made}. Check the date."
    ),
    "due-the-same": mark("It is due on {due} already."),
    "implementer-the-same": mark("{implementer} carries it out already."),
    "nobody-asked": mark("Enter how many people said what: at least one was asked."),
    # entries
    "entry-exists": mark("There is an entry with the name {entry} already. Choose another name."),
    "unknown-entry": mark("There is no entry {entry} in this follow-up."),
    "entry-struck": mark("Entry {entry} is struck and counts no more. Make a new entry."),
    # files
    "file-hash": mark("The content of “{name}” could not be identified. Attach the file again."),
    "file-too-large": mark(
        "“{name}” has {size} bytes; at most {most} are kept, and none may be empty. Attach a smaller copy."
    ),
    "file-twice": mark("The same file is attached twice. Take one out."),
    "too-many-files": mark(
        "{count} files are attached; at most {most} go with one entry. Make a second entry for the rest."
    ),
    "takes-no-files": mark(
        "No files go with this. Attach them to a report, an assessment, a payment or a posting."
    ),
    "unknown-file": mark(
        "No file {hash} is attached here, or it was erased already. Choose one from the list."
    ),
    # the notice board
    "not-a-posting": mark("Entry {entry} is no posting. Name the posting that is objected to."),
    "not-an-objection": mark("Entry {entry} is no objection."),
    "objection-answered": mark(
        "The objection was answered already. If the answer is wrong, strike it and answer again."
    ),
    # links
    "link-of-group": mark(
        "“{title}” is an action group. Only a decision amends, repeals or repeats another one."
    ),
    "link-to-itself": mark("“{title}” cannot do anything to itself. Choose the earlier decision."),
    "link-to-later": mark(
        "“{title}” was decided later. Enter the link at that decision: the later one does it."
    ),
    "linked-already": mark("This link to “{title}” is there already."),
    # calls to departments
    "call-exists": mark("There is a call with the name {call} already. Choose another name."),
    "unknown-call": mark("There is no call {call}."),
    "call-received": mark("{department} has taken this call on already, or is there already."),
    "call-arrived": mark(
        "Somebody from {department} is on the spot already. Assess what came of it."
    ),
    "call-withdrawn": mark(
        "The call to {department} was withdrawn. Make a new call if it is needed."
    ),
    # matters from outside
    "intake-exists": mark("There is a matter with the name {intake} already. Choose another name."),
    "unknown-intake": mark("No matter {intake} came in."),
    "intake-settled": mark(
        "“{title}” was answered or passed on already. Reopen it with a reason to say more."
    ),
    "intake-open": mark("“{title}” is still open, so there is nothing to reopen."),
    # on the agenda
    "unknown-source": mark(
        "“{source}” is nothing that is followed up here. Choose a decision, a group or a matter from the list."
    ),
    "source-on-agenda": mark("This is on the agenda already: “{item}”."),
    # the community's numbers
    "community-empty": mark(
        "Enter how many households or residents there are: all numbers are empty."
    ),
}
