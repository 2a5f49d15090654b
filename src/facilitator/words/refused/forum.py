"""Refusals of a forum: places and slots, topics on the wall, rounds, reports, dots, action groups."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    # places and slots
    "place-exists": mark("There is a place with the name {place} already. Choose another name."),
    "unknown-place": mark("There is no place {place}. Add it first, or choose one that is there."),
    "place-name-taken": mark(
        "A place is called “{name}” already, and people have to find the right one. Choose another name."
    ),
    "place-in-use": mark(
        "“{place}” cannot be taken away: topics {topics} hang there. Move them first."
    ),
    "place-was-used": mark(
        "“{place}” cannot be taken away: people were counted there, and the record keeps it."
    ),
    "place-missing": mark("Say in which place so many people were counted."),
    "slot-exists": mark("There is a slot with the name {slot} already. Choose another name."),
    "unknown-slot": mark("There is no slot {slot}. Add it first, or choose one that is there."),
    "slot-in-use": (
        mark(
            "Round {slot} cannot be taken away: topics {topics} hang in it. Move them first. A round that "
            "was held stays."
        ),
        mark("Round {slot} cannot be taken away: it was held, and stays in the record."),
    ),
    "slot-far-off": mark(
        "A round begins within {days} days of the meeting, before or after. Check the date."
    ),
    "slots-overlap": mark(
        "At this time round {number} is on ({begins} to {ends}), and two rounds cannot run at once. "
        "Change the time or the minutes."
    ),
    # topics
    "topic-exists": mark("There is a topic with the name {topic} already. Choose another name."),
    "unknown-topic": mark("There is no topic {topic}. Look at the wall for what was posted."),
    "topic-gone": mark(
        "Topic {topic} is marked “{state}”, so this cannot be done with it. Put it back on the wall or take "
        "that step back first, or choose another topic."
    ),
    "topic-reported": mark(
        "There is a report on topic {topic}, so its group has met and the topic stays. What is wrong in the "
        "report can be corrected."
    ),
    "topic-in-focus": mark(
        "Topic {topic} has dots or belongs to a cluster, so it cannot disappear from the wall. Take it out "
        "of the cluster or put its dots right first."
    ),
    "topic-in-group": mark(
        "An action group goes on with topic {topic}, so it cannot disappear from the wall. Change the group "
        "first."
    ),
    "topic-named-twice": mark("Topic {topic} is named twice. Name it once."),
    "not-noted-as-not-held": mark(
        "Topic {topic} was not noted as not held, so there is nothing to take back."
    ),
    "no-convener": mark("A topic needs somebody who convenes it. Name at least one convener."),
    "convener-twice": mark("{person} is named twice as convener. Name them once."),
    # on the wall
    "already-on-wall": mark(
        "Topic {topic} hangs on the wall already. Move it, or give it a second slot."
    ),
    "not-on-wall": mark(
        "Topic {topic} does not hang on the wall. Choose a place and a slot for it first."
    ),
    "already-parked": mark("Topic {topic} is parked already."),
    "which-slot": mark("Topic {topic} hangs in several slots. Say which of them is meant."),
    "not-in-slot": mark(
        "Topic {topic} does not hang in that slot. Look at the wall for where it hangs."
    ),
    "topic-twice-in-slot": mark(
        "Topic {topic} hangs in round {slot} already, and a topic meets once in a round. Choose another round."
    ),
    "swap-with-itself": mark(
        "Topic {topic} cannot change places with itself. Choose another topic."
    ),
    "merge-with-itself": mark("Topic {topic} cannot be merged into itself. Choose another topic."),
    "conveners-not-agreed": mark(
        "Not agreed yet: {members}. Topics {topics} stay as they are until every convener agrees. Ask them, "
        "or leave each topic to itself."
    ),
    "nothing-to-take-back": mark("Nothing has been done at the wall that could be taken back."),
    "not-the-last-deed": mark(
        "Something else has been done at the wall since. Take that back first: it goes step by step."
    ),
    # who wants to come
    "already-signed-up": mark("{person} has signed under topic {topic} already."),
    "not-signed-up": mark("{person} has not signed under topic {topic}."),
    "nothing-kept": mark("No topic would be left. Keep at least one."),
    "nothing-to-screen": mark("There is no other open topic that could be parked."),
    # rounds
    "round-running": mark("Round {number} is running. End it first."),
    "no-round-running": mark(
        "No round is running. Start one, or say of which round the number is."
    ),
    # reports
    "no-report": mark("There is no report on topic {topic} yet. Post it first."),
    "report-exists": mark(
        "There is a report on topic {topic} already. Add to it, or correct it with a reason."
    ),
    "addition-exists": mark(
        "There is an addition with the name {addition} already. Choose another name."
    ),
    "participant-twice": mark(
        "{person} is named twice among those who were there. Name them once."
    ),
    "fewer-heads-than-names": mark(
        "{names} people are named, so there cannot have been {heads} in all. Check the number; 0 means that "
        "nobody counted."
    ),
    # dots and clusters
    "dots-entered": mark(
        "Dots were entered already ({counted} in all), so the way cannot be changed. As long as the count is "
        "not closed, put all numbers back to 0 first."
    ),
    "no-dots-here": mark("This forum does not count dots. Choose dots first."),
    "dots-closed": mark(
        "The count of the dots is closed already. A wrong number can be corrected with a reason."
    ),
    "cluster-exists": mark(
        "There is a cluster with the name {cluster} already. Choose another name."
    ),
    "unknown-cluster": mark("There is no cluster {cluster}."),
    "cluster-empty": mark("The cluster “{title}” holds no topic. Put at least one into it."),
    "topic-in-cluster": mark(
        "Topic {topic} belongs to the cluster “{title}”, and a topic is in one cluster at most. Take it out "
        "there first."
    ),
    # action groups
    "group-exists": mark(
        "There is an action group with the name {group} already. Choose another name."
    ),
    "no-such-group": mark("There is no action group {group}."),
    "group-dissolved": mark("The action group “{title}” does not go on any more. Form a new one."),
    "in-group-twice": mark(
        "{person} is named twice in this group. Name them once; who leads it need not be named again."
    ),
    "contact-without-consent": mark(
        "A contact is kept only when the person it reaches has agreed. Ask, and mark the consent, or leave "
        "the contact empty."
    ),
    "no-contact": mark("No contact is kept of the action group “{title}”."),
    "due-before-meeting": mark("{due} is before the day of the meeting, {held}. Check the date."),
}
