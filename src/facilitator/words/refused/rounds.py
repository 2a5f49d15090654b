"""Refusals of rounds and their projects: who takes part, who pays, needs, proposals, team, money, the end."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    # rounds and places
    "round-exists": mark("There is a round with the name {round} already. Choose another name."),
    "unknown-round": mark("There is no round {round}. Open it first, or choose one from the list."),
    "round-closed": mark(
        "The round “{title}” is over. What was granted goes on to its end; for anything else, reopen it with "
        "a reason."
    ),
    "round-open": mark("The round “{title}” is not over, so there is nothing to reopen."),
    "round-place-exists": mark(
        "Number {place} is “{name}” already. Every place of a round has a number of its own."
    ),
    "unknown-round-place": mark("No place with number {place} takes part in this round."),
    "place-has-projects": mark(
        "“{name}” has projects in this round ({count}), so it stays. Withdraw or close them instead."
    ),
    # funders
    "funder-exists": mark("“{name}” is among the funders already. Change what it gives instead."),
    "unknown-funder": mark("There is no funder {funder} in this round."),
    "funder-pays": mark(
        "“{name}” pays for {projects}. Say first who pays for these instead, then take it out."
    ),
    "funder-twice": mark("A funder is named twice. Enter one sum for each."),
    "funder-overdrawn": mark(
        "“{name}” would pay {fen} and gives only {gives}. Enter less, or more that it gives."
    ),
    "split-sum": mark(
        "The shares come to {shares}; {granted} were granted. They have to be the same to the fen."
    ),
    "not-a-contract": mark(
        "“{name}” is no contract for a purchased service, so there is no contract to close."
    ),
    "contract-closed": mark("The contract with “{name}” is closed, so nothing about it changes."),
    "contract-pays-nothing": mark(
        "The contract with “{name}” pays for no project, so there is nothing to close it with."
    ),
    "contract-no-satisfaction": mark(
        "Residents have not been asked yet how satisfied they are with {projects}. The contract with “{name}” "
        "is closed after that."
    ),
    # what is granted
    "no-counted-vote": mark("No vote has been counted in the meeting {meeting} yet."),
    "no-result": mark(
        "The meeting {meeting} has announced no result. Announce it there first, then take it over."
    ),
    "result-of-other-round": mark(
        "The meeting {meeting} was about the round {round}. Take its result over there."
    ),
    "result-taken": mark(
        "The result of the meeting {meeting} was taken over already, and nothing has changed since."
    ),
    "grant-above-budget": mark(
        "Only {left} of the round's money are left, so {fen} cannot be granted. Enter less."
    ),
    "not-granted": mark("No money was granted for project {project} yet."),
    "already-granted": mark(
        "Money was granted for project {project} already, so its proposal is neither screened nor withdrawn. "
        "A project that is given up is closed with its reason."
    ),
    # projects
    "project-exists": mark("There is a project {project} already. Take the next number."),
    "unknown-project": mark("There is no project {project} in this round."),
    "project-number": mark(
        "“{project}” is no number of a project at this place. It is the number of the place and a running one, "
        "such as 07-1."
    ),
    "project-closed": mark(
        "“{title}” has ended. Looks and receipts can still be added; for anything else, reopen it with a "
        "reason."
    ),
    "project-open": mark("“{title}” has not ended yet. Close it first."),
    # needs
    "invitation-twice": mark(
        "One way of inviting people is named twice. Enter one number for each."
    ),
    "invited-above-asked": mark(
        "{people} people were asked, so {invited} cannot have been invited. Check the numbers."
    ),
    "not-asked-there": mark(
        "Entry {entry} is no time at which residents were asked. Name a walk, a survey or a meeting from the "
        "list."
    ),
    "named-above-asked": mark(
        "{people} people were asked there, so {named} cannot have named this need. Check the numbers."
    ),
    "unknown-need": mark("There is no need {need} in this project, or it was struck."),
    "ranking-incomplete": mark("Needs noted: {needs}, ranked: {ranked}. Every need has one rank."),
    # proposals
    "no-proposal": mark(
        "Project {project} has no proposal, or it was withdrawn. Hand one in first."
    ),
    "goals-missing": mark("A proposal names at least one goal. Write down what will be different."),
    "steps-missing": mark(
        "A proposal names at least one step. Write down what will be done, and who does it."
    ),
    "step-without-owner": mark("Step {step}, “{what}”, names nobody who does it. Enter a name."),
    "budget-missing": mark("The budget has no line. Enter what is asked for, line by line."),
    "budget-sum": mark(
        "The lines of the budget come to {lines}, the sum on the paper is {total}: a difference of "
        "{difference}. Check the lines and the sum."
    ),
    "too-many-rows": mark("“{field}” has more than {most} rows. Put some together."),
    # team
    "unknown-team-member": mark("There is nobody {member} in this team, or they have left."),
    "role-the-same": mark("The role is “{role}” already."),
    "nobody-trained": mark("Name at least one member of the team who was trained."),
    # milestones and money
    "unknown-milestone": mark("There is no milestone {milestone}, or it was struck."),
    "milestone-reached": mark("“{what}” was reached on {on} already."),
    "above-grant": mark(
        "{granted} were granted, {left} of it is still to be paid, so {fen} cannot be paid out. Enter less."
    ),
    "not-a-spending": mark(
        "Entry {entry} is nothing that was spent. Choose the spending that the receipt is for."
    ),
    "receipt-empty": mark("Enter the number of the receipt, or attach a photo of it."),
    "returned-above-paid": mark(
        "Only {left} were paid out and not given back yet, so {fen} cannot be returned. Enter less."
    ),
    # the end
    "has-started": mark(
        "Project {project} has reached or spent something, so it did start. Choose “abandoned” or “done in "
        "part”."
    ),
}
