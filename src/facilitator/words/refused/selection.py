"""Refusals of a selection meeting: slate and money, pitches, ballots and papers, ties, the result."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    # the slate and the money
    "round-empty": mark(
        "In the round “{title}” no proposal is admitted yet, so nothing can come onto the list. Screen the "
        "proposals first."
    ),
    "slate-fixed": mark(
        "Ballots were handed out already, so projects and money stay as they are. A project that cannot be "
        "carried out can be withdrawn with a reason."
    ),
    "terms-fixed": mark(
        "Ballots were handed out already: how people vote and how it is counted stays as it was agreed."
    ),
    "slate-empty": mark("No project stands for selection yet. Add one, or take over a round."),
    "budget-not-positive": mark(
        "There has to be money to give away: {budget} cannot be. Enter a sum above zero."
    ),
    "cost-not-positive": (
        mark("“{project}” asks for {cost}. Enter a sum above zero."),
        mark("“{what}” in the budget is {fen}. Enter a sum above zero, or leave the line out."),
    ),
    "own-negative": mark(
        "“{project}”: what the place brings itself cannot be {own}. Enter 0 or more."
    ),
    "candidate-exists": mark(
        "There is a project with the name {candidate} on the list already. Choose another name."
    ),
    "nothing-to-add": mark("All of these projects are on the list already."),
    "unknown-candidate": mark("There is no project {candidate} on the list."),
    "candidate-withdrawn": mark(
        "“{title}” was withdrawn and stands no more. Choose another project."
    ),
    "not-withdrawn": mark("“{title}” was not withdrawn, so it stands as it did."),
    "too-many-candidates": mark("At most {most} projects fit onto one list."),
    "project-twice": mark("The project {project} is named twice. Name it once."),
    "ballots-negative": mark("There cannot be {number} ballots. Enter 0 or more."),
    "worth-negative": mark("A ballot cannot give {worth} to {project}. Enter 0 or more."),
    "step-not-positive": mark(
        "Shares are raised by so much at a time: {step} cannot be. Enter a sum above zero."
    ),
    "tie-break-twice": mark(
        "Name at least one way to break a tie, and each way only once, in the order in which they are tried."
    ),
    # pitches
    "order-incomplete": (
        mark("The order leaves out: {missing}. Every project comes once."),
        mark("A project stands twice in the order. Every project comes once."),
    ),
    "pitch-running": mark("“{title}” is being presented. End that pitch first."),
    "no-pitch-running": mark("No project is being presented. Begin a pitch first."),
    "questions-open": mark("Questions on “{title}” are open already."),
    "already-pitched": mark("“{title}” was presented already, and the record keeps it."),
    "vote-begun": mark(
        "People have begun to vote, so “{title}” cannot be presented any more: everybody has to vote on "
        "what all have heard."
    ),
    # ballots
    "vote-open": mark("The vote on the projects is open. Close it first, or declare it void."),
    "no-vote-open": mark("No vote on the projects is open. Open it first."),
    "no-vote-closed": mark(
        "No vote on the projects was closed yet, so there is nothing to correct."
    ),
    "nobody-to-vote": mark("Nobody with a vote is in the room. Let people sign in first."),
    "helpers": mark(
        "Helpers who enter the papers: {wanted} needed, {given} named. Where papers are entered twice, two "
        "different people do it."
    ),
    "not-the-tied": mark(
        "This is about exactly the projects that are tied, once each: {tied}. Name all of them and no other."
    ),
    "unknown-chamber": mark("The charter has no chamber {group}."),
    "papers-not-issued": mark(
        "Enter first how many ballots were handed out to: {group}. Then count the box."
    ),
    "papers-entered": mark(
        "Ballot {number} was entered already, so there cannot be only {returned} in the box. Count again."
    ),
    "box-not-counted": mark(
        "Count first how many ballots are in the box of this chamber: {group}. Then enter them."
    ),
    "paper-number": mark(
        "There is no ballot {number} of {group}: {returned} were in the box. Check the number."
    ),
    "paper-settled": mark(
        "Both helpers have settled ballot {number} together. After the close it can still be corrected, with "
        "a reason."
    ),
    "nothing-to-settle": mark(
        "Ballot {number} was not read differently by the two helpers, so there is nothing to settle."
    ),
    "not-on-ballot": mark("The project {candidate} is not on this ballot."),
    "own-project": mark(
        "{member} steps back from “{title}”, so it gets no mark on this ballot. Leave it empty."
    ),
    "nothing-typed": mark("No ballot was typed for {member}, so there is none to take back."),
    "papers-unread": mark(
        "Still to be entered by helper {helper}, {group}: {numbers}. The vote is closed when every ballot "
        "was entered."
    ),
    "papers-differ": mark(
        "The two helpers read these ballots differently: {numbers}. Look at each together and settle it."
    ),
    "nobody-voted": mark("No ballot was handed out or typed, so there is nothing to close."),
    # ties and the result
    "no-tie": mark("There is no tie to be decided."),
    "other-tie-break": (
        mark("Not agreed for ties: {way}. Agreed before the vote: {ways}."),
        mark(
            "Not agreed for ties: {way}. Nothing was agreed before the vote; let people agree on a way first."
        ),
    ),
    "tie-break-order": mark(
        "The ways to break a tie are taken in the order that was agreed: first {turn}, only then {way}."
    ),
    "tie-break-fixed": mark(
        "How to break a tie was agreed before the vote: {ways}. Keep to it; it is not changed after the count."
    ),
    "witnesses": mark(
        "A lot is drawn before at least {least} witnesses from the room; named: {given}. Name them."
    ),
    "selection-undecided": mark(
        "A tie is not decided yet, and the money hangs on it. Decide it first in the way that was agreed."
    ),
    "funded-in-full": mark("“{title}” gets all that it asked for already."),
    "part-range": mark(
        "{fen} cannot be part of what “{title}” asks for ({asked}). Enter a sum below it; 0 takes the part "
        "back."
    ),
    "part-above-left": mark("Only {left} are left, so “{title}” cannot get {fen}. Enter less."),
    "already-announced": mark(
        "The result was announced and stands. To correct something, take the announcement back first, with "
        "the reason."
    ),
    "not-announced": mark("The result was not announced yet, so there is nothing to take back."),
}
