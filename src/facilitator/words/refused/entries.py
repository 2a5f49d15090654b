"""Refusals of what was typed: texts, numbers, dates, lines of a script, papers asked for."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    "bad-id": mark(
        "“{value}” cannot be a name in {field}: use 1 to 64 letters a–z, digits, hyphens, dots or underscores."
    ),
    "text-missing": mark("“{field}” is empty. Fill it in."),
    "text-too-long": mark("“{field}” has {length} characters; at most {most} are allowed."),
    "text-control": mark(
        "“{field}” holds a character that cannot be seen ({character}, at place {place}). Take it out."
    ),
    "number-range": mark("“{field}” is {value}; it has to be from {least} to {most}."),
    "not-a-number": mark("“{field}” has to be a whole number, not “{value}”."),
    "not-a-date": mark("“{field}” has to be a date such as 2026-11-27, not “{value}”."),
    "time-without-zone": mark(
        "The time in “{field}” does not say its time zone. Write it like 2026-11-27T19:30:00+08:00."
    ),
    # lines of a script
    "line-too-long": mark("The line has {length} bytes; at most {most} are allowed."),
    "not-json": (
        mark("The line is not JSON at character {column}: {problem}."),
        mark("The line is not JSON: {problem}."),
    ),
    "not-an-object": mark("The line is JSON, but not an object: it has to be in braces."),
    "duplicate-field": mark(
        "The field {field} stands twice in the line. Take one out: nobody knows which one is meant."
    ),
    "command-missing": mark(
        "The line does not say what to do: “do” is missing, the name of the command, such as polls.open. "
        "`facilitator schema` lists them all."
    ),
    "unknown-command": (
        mark(
            "There is no command “{command}”. Perhaps: {near}. `facilitator schema` lists them all."
        ),
        mark("There is no command “{command}”. `facilitator schema` lists them all."),
    ),
    "bad-field": (
        mark("Field {field}: {problem}."),
        mark("The command is not as it should be: {problem}."),
    ),
    # papers
    "not-as-that": mark(
        "The paper “{paper}” cannot be written as {format}; choose docx, pdf or html."
    ),
    "unknown-block": (
        mark("There is no part “{block}”. There are: {blocks}."),
        mark("There is no part “{block}”: this paper has no parts to choose from."),
    ),
    "nothing-to-print": (
        mark("There is nothing yet for the paper “{paper}” to say: {why}."),
        mark("There is nothing yet for the paper “{paper}” to say."),
    ),
    "paper-head": mark(
        "“{value}” is not a record head: it has 32 or 64 digits 0–9 and a–f, as printed on the paper."
    ),
    "demo-differs": mark(
        "The demo did not go as it should: {refused} lines were refused instead of {expected}. "
        "Please report this."
    ),
}
