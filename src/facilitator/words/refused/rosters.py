"""Refusals of a body: its charter, its seats, its roster, personal data."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    "body-exists": mark("There is a body with the name {body} already. Choose another name."),
    "unknown-body": mark("There is no body with the name {body}. Set it up first."),
    "term-order": mark("After this term comes term {expected}, not term {term}."),
    # charters
    "unknown-charter": (
        mark("There is no charter “{charter}”. There are: {charters}."),
        mark("There is no charter “{charter}”."),
    ),
    "charter-disabled": mark("The charter “{charter}” cannot be used: {why}"),
    "charter-not-in-force": mark("On {day} no version of the charter “{charter}” is in force."),
    "charter-version": mark(
        "Version {version} is not newer than the one in force ({newest}). Give it a higher number."
    ),
    "charter-wrong": mark("The charter is wrong at {place}: {problem}."),
    "charter-file": (
        mark("The charter in {file} is wrong at {place}: {problem}."),
        mark("The charter in {file} cannot be used: {problem}."),
    ),
    # seats and people
    "member-exists": mark("The id {member} is taken already; {name} needs another one."),
    "unknown-group": (
        mark("There is no seat group “{group}”. There are: {groups}."),
        mark("There is no seat group “{group}”."),
    ),
    "group-missing": mark("No seat group is given. There are: {groups}."),
    "unknown-office": (
        mark("There is no office “{office}”. There are: {offices}."),
        mark("There is no office “{office}”."),
    ),
    "group-full": mark("All {seats} seats of {group} are taken; there is none for {name}."),
    "alternates-full": mark(
        "All places for alternates are taken (the charter has {alternates}); there is none for {name}. "
        "Vacate one first."
    ),
    "no-such-seat": mark("There is no seat {seat}; seats go from 1 to {seats}."),
    "seat-taken": mark("Seat {seat} is taken. Vacate it first, or choose another."),
    "seat-in-use": mark("{member} holds seat {seat}, which the new charter does not have."),
    "already-seated": mark("{member} holds seat {seat} already."),
    "seat-not-contested": mark(
        "The seat of {member} is not contested; there is nothing to rule on."
    ),
    "not-in-body": mark("{member} is neither a member of this body nor one of its alternates."),
    "already-erased": mark("The personal data of {member} has been erased already."),
    "still-seated": mark("{member} still holds a seat. Vacate it before erasing personal data."),
    "term-dates": mark("The term ends on {until}, before it begins on {since}."),
    "identity-number": mark(
        "“{field}” holds an identity-card number. It is never needed and is not kept: take it out."
    ),
    # rosters from a sheet
    "roster-empty": mark("There is no row to import: below the heads the sheet is empty."),
    "roster-heads": mark(
        "The sheet needs columns with these heads: {needed}. None such was found in its first rows. "
        "`facilitator roster --help` lists all heads that are understood."
    ),
    "roster-problems": mark("Nothing was imported. Rows to mend: {number}."),
    "roster-same-name": mark(
        "“{name}” is in the roster already. If these are two people, import again with --same-names."
    ),
}
