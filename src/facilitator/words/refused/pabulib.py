"""Refusals of a `.pb` file: what stands in it that cannot be, and where."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    "pb-before-section": mark(
        "Line {line}: a .pb file begins with META. This does not look like a Pabulib file."
    ),
    "pb-cells": mark(
        "Line {line} has {found} cells, its head {wanted}. Put text with “;” in quotes."
    ),
    "pb-choice-twice": mark("Line {line}: the vote names the project {project} twice."),
    "pb-column-missing": mark("Line {line}: {section} has no column “{column}”."),
    "pb-column-twice": mark("Line {line}: the column “{column}” is there twice, or one too many."),
    "pb-commas": mark(
        "Line {line}: the columns are parted by commas. Pabulib files use “;”: save the table again with it."
    ),
    "pb-count": mark(
        "Line {line}: {key} says {told}, but {section} has {there} rows. Part of the file may be missing."
    ),
    "pb-encoding": mark("Line {line}: the text is not UTF-8. Save the file as UTF-8."),
    "pb-id": (
        mark(
            "Line {line}: “{project}” cannot be the id of a project: it is empty, says none, or has a comma."
        ),
        mark("“{project}” cannot be the id of a project in a .pb file: ids have no commas."),
    ),
    "pb-key-missing": mark("Line {line}: in META a value has no key."),
    "pb-key-twice": mark("Line {line}: META has the key “{key}” twice."),
    "pb-meta-missing": mark("META does not say “{key}”. Without it nothing can be counted."),
    "pb-money": mark(
        "Line {line}: “{value}” is no amount above 0. Write it without thousands marks and with two "
        "decimals at most."
    ),
    "pb-places": mark("Line {line}: the vote names more projects than allowed ({most})."),
    "pb-point": mark("Line {line}: “{value}” is no whole number of points."),
    "pb-points": mark("Line {line}: {choices} projects, but {points} numbers of points."),
    "pb-project-twice": mark("Line {line}: there is a project {project} already."),
    "pb-section-empty": mark("Line {line}: the section {section} is empty."),
    "pb-section-missing": mark("The section {section} is missing. Is the file complete?"),
    "pb-section-twice": mark("Line {line}: the section {section} is there twice."),
    "pb-too-large": mark("The file has {size} bytes; at most {most} are read."),
    "pb-too-many-lines": mark("The file has more than {most} lines; no more are read."),
    "pb-unknown-project": mark("Line {line}: there is no project {project} in PROJECTS."),
    "pb-unreadable": mark(
        "Line {line} cannot be read: quotes that do not close, or no text at all."
    ),
    "pb-vote-type": mark("Line {line}: the vote type “{value}” is not known. There are: {known}."),
    "pb-voter-twice": mark("Line {line}: the voter “{voter}” is there twice, or has no id."),
}
