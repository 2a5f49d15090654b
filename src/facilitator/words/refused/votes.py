"""Refusals of a vote: opening it, answering, counting, correcting, and numbers that cannot be."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    # opening
    "poll-exists": mark("There is a vote with the name {poll} already. Choose another name."),
    "unknown-poll": mark("There is no vote {poll}."),
    "poll-open": mark("A vote is running. Close it first, or declare it void."),
    "poll-closed": mark(
        "This vote is not running, so no answer can be added. A closed vote is corrected."
    ),
    "poll-over": mark(
        "This vote is over already. A wrong answer or count is corrected with a reason; anything else "
        "needs a new vote."
    ),
    "poll-void": mark("This vote was declared void. Vote again."),
    "other-method": mark("This vote is taken by another method: {method}."),
    "unknown-rule": mark("The charter has no rule “{rule}”. It has: {rules}."),
    "quorum-lost": mark(
        "There is no quorum: {present} in the room, {needed} needed (base {base}). "
        "No vote can be opened; wait for members, recess or close."
    ),
    "weights-need-names": mark(
        "This rule counts weights, so the vote has to be taken by name: choose a roll call, not {method}."
    ),
    "groups-need-names": mark(
        "This rule counts each seat group, so it cannot be taken by {method}. Choose a roll call or hands."
    ),
    "tellers": mark(
        "Tellers needed: {wanted}, named: {given}. A secret ballot has two different ones."
    ),
    # answering
    "already-voted": (
        mark("{member} has answered already: {choice}. Correct it with a reason if it is wrong."),
        mark(
            "People have voted on these projects already. A ballot that was read wrongly is corrected with a "
            "reason, and all is counted again."
        ),
    ),
    "recused": mark("{member} is recused from this item and does not vote."),
    "already-recused": (
        mark("{member} steps back from “{title}” already."),
        mark("{member} is recused from this item already."),
    ),
    "not-recused": (
        mark("{member} does not step back from “{title}”, so there is nothing to lift."),
        mark("{member} is not recused from this item, so there is nothing to lift."),
    ),
    "not-on-roll": mark(
        "{member} was not in the room when the vote was opened, and is not on the roll for it."
    ),
    "votes-outstanding": mark(
        "Still to answer: {members}. Call them, or close the vote and leave them as not voting."
    ),
    # counting
    "already-counted": mark(
        "This has been counted already. Correct the count with a reason if it is wrong."
    ),
    "not-counted": mark("The votes have not been counted yet. Enter the count first."),
    "nothing-to-correct": mark(
        "There is nothing to correct: no such entry, or it says this already."
    ),
    "already-issued": mark("Ballots have been handed out already: {issued}."),
    "ballots-not-issued": mark("Enter first how many ballots were handed out."),
    "more-issued-than-entitled": mark(
        "Ballots handed out: {issued}. That is more than the members who may vote: {entitled}."
    ),
    "ballots-above-issued": mark(
        "Ballots returned: {returned}, handed out: {issued}. Count again; if it stays so, declare the "
        "vote void and vote again."
    ),
    "ballots-do-not-add-up": mark(
        "The heaps add up to {sum}, but {returned} ballots were returned. Count again."
    ),
    "not-a-teller": mark("{person} is not a teller of this vote."),
    "teller-missing": mark(
        "Not reported yet: {members}. Enter their count, or replace the teller with a reason."
    ),
    "tellers-first": mark("Both tellers report first; a joint recount comes after."),
    "tellers-differ": mark(
        "The two tellers' counts differ. Count again together and enter the recount."
    ),
    # after the vote
    "no-casting-vote": mark("There is no casting vote to give here."),
    "casting-vote-abstains": mark("A casting vote is for or against; it cannot abstain."),
    "nothing-contested": mark(
        "No contested vote decides this result, so there is nothing to rule on."
    ),
    "contested-unnamed": mark(
        "Nobody's vote is known by name here, so single votes cannot be taken out. "
        "Count them all, or vote again."
    ),
    # numbers
    "more-members-than-seats": mark(
        "Members: {members}, seats: {seats}. There cannot be more members."
    ),
    "more-present-than-members": mark(
        "Present: {present}, members: {members}. There cannot be more people present than members."
    ),
    "more-recused-than-present": mark(
        "Recused: {recused}, present: {present}. Only people in the room can be recused."
    ),
    "more-votes-than-present": (
        mark("{group}: votes {votes}, in the room and entitled {entitled}. Count again."),
        mark("Votes: {votes}, in the room and entitled: {entitled}. Count again."),
    ),
    "more-left-than-silent": mark(
        "{left} are said to have left without an answer, but only {silent} gave none. Count again."
    ),
    "groups-do-not-add-up": (
        mark(
            "The groups' numbers do not add up: {field} is {groups} by groups and {whole} in all."
        ),
        mark("The groups' numbers do not add up to the whole. Count again."),
    ),
    "groups-missing": mark(
        "This rule counts the group {group}, but its votes are not known. "
        "With `rules try`, add --group KEY=FOR,AGAINST,ABSTAIN for each group."
    ),
    "weights-missing": mark(
        "This rule counts weights, but the weights of the votes are not known. With `rules try`, add "
        "--weight-for, --weight-against, --weight-abstain and --weight-all."
    ),
    "weight-without-people": mark("There is weight under {field}, but nobody who carries it."),
}
