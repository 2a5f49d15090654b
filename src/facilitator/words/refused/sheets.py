"""Refusals of a spreadsheet: what cannot be read, and the limits that keep a strange file from harming us."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    "sheet-unknown-kind": mark(
        "Sheets ending in “{ending}” cannot be read. Save the sheet as .xlsx, .xls, .ods or .csv."
    ),
    "sheet-not-what-it-says": mark(
        "The file ends in “{ending}” but is something else ({found}). Open it and save it again."
    ),
    "sheet-encrypted": mark("The sheet has a password. Save a copy without one and read that."),
    "sheet-damaged": mark(
        "The sheet is damaged and cannot be read ({reason}). Open it and save it again."
    ),
    "sheet-doctype": mark(
        "The sheet holds something that no spreadsheet program writes ({part}). It is not read."
    ),
    "sheet-unknown-encoding": mark(
        "The text of the sheet could not be read as {tried} (byte {byte}). Save it as CSV UTF-8 or .xlsx."
    ),
    "sheet-too-large": mark(
        "The file has {size} bytes; at most {most} are read. Check that it is a roster."
    ),
    "sheet-too-large-unpacked": mark(
        "Unpacked, the sheet has {size} bytes; at most {most} are read. Check that it is a roster."
    ),
    "sheet-part-too-large": mark(
        "A part of the sheet ({part}) has {size} bytes; at most {most} are read. Check that it is a roster."
    ),
    "sheet-packed-too-tightly": mark(
        "A part of the sheet ({part}) is packed more than {most} times. Such a file is not read."
    ),
    "sheet-too-many-parts": mark("The file has {parts} parts; at most {most} are read."),
    "sheet-too-many-rows": mark(
        "The sheet goes on to row {row}; at most {most} rows are read. Delete the empty rows below."
    ),
    "sheet-too-many-cells": mark(
        "The sheet has {cells} filled cells; at most {most} are read. Keep only the members' rows."
    ),
    "sheet-too-many-columns": mark(
        "Row {row} goes on to column {column}; at most {most} columns are read."
    ),
    "sheet-cell-too-long": mark(
        "The cell in row {row}, column {column} has {length} characters; at most {most} are read."
    ),
    "sheet-line-too-long": mark(
        "Row {row} has more than {most} characters. Check that it is a CSV file."
    ),
    "list-form": mark("A list cannot be written as {name}. Give it one of these endings: {forms}."),
    "sheet-too-much-text": mark("The sheet has {length} characters; at most {most} are read."),
}
