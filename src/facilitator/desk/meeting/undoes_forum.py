"""What takes back what at a forum: for every event how it is corrected, or why nothing corrects it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.acts import Event
from facilitator.desk.meeting import back, back_forum
from facilitator.desk.meeting.past import Past
from facilitator.meeting.forum import (
    convergence,
    groups,
    interest,
    matrix,
    merging,
    placing,
    reports,
    rounds,
    theme,
    topics,
)
from facilitator.words.tongue import mark

Entry = tuple[Callable[[Past, Any], back.Commands], str, str]
"""The commands, what they come to in words, and what is said when there are none."""

_WALL = mark("the wall is as it was before")
_BEFORE = mark("it is as it was before")
_FIRST = mark("There was nothing before it that could stand again. Enter it anew if it is wrong.")

DEEDS: tuple[type[Event], ...] = (
    topics.TopicPosted,
    topics.TopicEdited,
    topics.ConvenersChanged,
    topics.TopicWithdrawn,
    topics.TopicNotHeld,
    topics.TopicHeldAfterAll,
    placing.TopicPlaced,
    placing.SecondSlotGiven,
    placing.TopicMoved,
    placing.TopicsSwapped,
    placing.TopicHalved,
    placing.TopicTakenOff,
    placing.TopicParked,
    merging.TopicMerged,
    merging.TopicSplit,
    interest.TopicsScreened,
)
"""What is done at the wall."""

FORUM_UNDOES: Mapping[type[Event], Entry] = {
    theme.ThemeSet: (back_forum.theme_set, mark("the theme is as before"), _FIRST),
    theme.HostingChosen: (back_forum.hosting, mark("it is hosted as before"), _FIRST),
    matrix.PlaceAdded: (back_forum.place_added, mark("the place is gone again"), ""),
    matrix.PlaceEdited: (back_forum.place_edited, _BEFORE, ""),
    matrix.PlaceRemoved: (back_forum.place_removed, mark("the place is there again"), ""),
    matrix.SlotAdded: (back_forum.slot_added, mark("the time slot is gone again"), ""),
    matrix.SlotEdited: (back_forum.slot_edited, _BEFORE, ""),
    matrix.SlotRemoved: (back_forum.slot_removed, mark("the time slot is there again"), ""),
    **dict.fromkeys(DEEDS, (back_forum.deed, _WALL, "")),
    interest.InterestCounted: (back_forum.counted, mark("as many people as before"), ""),
    interest.SignedUp: (back_forum.signed_up, mark("the name is taken away"), ""),
    interest.SignedOff: (back_forum.signed_off, mark("the name stands there again"), ""),
    rounds.RoundStarted: (
        back_forum.started,
        mark("the round is ended; it can be started again"),
        "",
    ),
    rounds.RoundEnded: (back_forum.ended, mark("the round goes on"), ""),
    rounds.HeadsCounted: (
        back_forum.heads,
        mark("as many people as before"),
        mark("Nobody had been counted there before. Type the right number."),
    ),
    reports.RecorderNamed: (
        back_forum.recorder,
        mark("the recorder is who it was before"),
        mark("Nobody was recorder before. Name the right person."),
    ),
    reports.ReportCorrected: (back_forum.report, mark("the report is as before"), ""),
    convergence.WayChosen: (
        back_forum.way,
        _BEFORE,
        mark("Nothing had been chosen before. Choose the right way."),
    ),
    convergence.DotsEntered: (back_forum.dots, mark("the number of dots is as before"), ""),
    convergence.ClusterFormed: (
        back_forum.cluster_formed,
        mark("its topics stand for themselves again"),
        "",
    ),
    convergence.ClusterChanged: (back_forum.cluster_changed, _BEFORE, ""),
    convergence.ClusterDissolved: (
        back_forum.cluster_dissolved,
        mark("the topics are together again"),
        "",
    ),
    groups.GroupFormed: (back_forum.group_formed, mark("the action group is dissolved"), ""),
    groups.GroupChanged: (back_forum.group_changed, _BEFORE, ""),
}

FORUM_KEEPS: Mapping[type[Event], str] = {
    merging.DeedTakenBack: mark("What was taken back at the wall is done anew if it was right."),
    reports.ReportPosted: mark(
        "A report that hangs stays. Where it is wrong, it is corrected where it hangs, with a reason."
    ),
    reports.ReportAddedTo: mark("What was added to a report stays. Add what is right below it."),
    convergence.DotsClosed: mark(
        "The count of the dots is closed. A wrong number is corrected where it stands, with a reason."
    ),
    groups.GroupDissolved: mark("An action group that was dissolved is formed anew."),
    groups.ContactErased: mark("What was erased cannot be brought back."),
}
"""Why nothing takes these back."""
