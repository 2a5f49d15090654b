"""What the record promises, the tests that try it, and how what they did and found is said.

A number in braces is the sum of what the tests of the row told (`tests.proofs.tally`) while they ran. That
nothing was lost, half done or unnoticed is what each of them asserts: one failure, and the row says so.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One promise."""

    promise: str
    tests: tuple[str, ...]
    done: str
    found: str


ROWS: tuple[Row, ...] = (
    Row(
        "What the screen shows as recorded is on the disk, also after kill -9",
        ("tests/record/test_kill.py", "tests/cli/test_kill.py"),
        "{kills} kills at random moments, of the record and of the whole program",
        "{events} acknowledged events, 0 of them lost, no act half there",
    ),
    Row(
        "… and also after a power cut",
        ("tests/record/test_cuts.py",),
        "{cuts} power cuts worked out from the system calls: what was not synced kept in part, out of order "
        "or with torn sectors",
        "{events} acknowledged events looked for {looked_for} times, 0 lost, every archive sound "
        "(such cuts where SQLite is asked to sync less: {lost_without_sync} of {cuts_without_sync} lose "
        "events)",
    ),
    Row(
        "Nothing is half done",
        (
            "tests/record/test_atomic.py",
            "tests/record/test_whole_acts.py",
            "tests/record/merging/test_act.py",
            "tests/record/test_golden.py",
        ),
        "{faults} failures: at every statement of {acts} acts, one of each kind that the samples know (the "
        "closing of a poll and of a meeting among them), of a roster taken in, of a merge, of leading an old "
        "file to today's format, of filling the registers anew; at every step inside SQLite; at every half "
        "kilobyte of a full disk",
        "each time all or nothing",
    ),
    Row(
        "A backup, a published archive, a restored archive is whole or not there",
        (
            "tests/safekeeping/test_backing.py",
            "tests/safekeeping/test_publishing.py",
            "tests/safekeeping/test_restoring.py",
        ),
        "killed at every touch of the disk: {stops} kills",
        "every file that bears the name is whole",
    ),
    Row(
        "Damage is noticed and named",
        ("tests/record/test_damage.py", "tests/record/test_file.py"),
        "{flips} flipped bits anywhere and {text_flips} where words stand, {truncations} files cut off, "
        "{pages} overwritten pages, {wals} damaged journals, {noise} files of noise",
        "0 crashes, 0 hangs; {harmless} flips lay where nothing is stored and changed nothing, "
        "every other one was noticed",
    ),
    Row(
        "An edited history is noticed",
        ("tests/record/test_history.py",),
        "{edits} careless edits (a row changed, cut out, put in, moved), {paper_edits} careful ones with every "
        "hash computed anew (rewrite, insert, cut, fork)",
        "the careless ones by the chain alone, the careful ones against the head "
        "on the signed paper; 0 unnoticed",
    ),
    Row(
        "A paper on the disk is the old one or the new one",
        ("tests/papers/test_shelf.py",),
        "{kills} kills while papers were written, {midway} of them midway",
        "0 broken, 0 lost",
    ),
    Row(
        "A file of a newer version is left alone",
        ("tests/record/test_file.py",),
        "{newer} files of a later format, one of them known only to its journal",
        "not a byte changed, both versions named",
    ),
    Row(
        "Every old file opens",
        ("tests/record/test_golden.py",),
        "archives of every earlier format and every released version: {old}",
        "every event as it was, heads of signed papers still found",
    ),
    Row(
        "Hostile input does nothing",
        ("tests/test_mutants.py", "tests/sheets/test_hostile.py"),
        "{inputs} changed rosters, archives, scripts, voting files and rounds, in a process of their own",
        "0 crashes, 0 partial imports, none over 5 s of work or 200 MB",
    ),
    Row(
        "Text is text",
        (
            *(
                f"tests/papers/test_{form}.py"
                for form in ("pdf", "book", "html", "docx_text", "markdown")
            ),
            "tests/sheets/test_write.py",
            "tests/desk/test_text_is_text.py",
        ),
        "{texts} texts (markup, formulas, fields, paths, letters that turn the writing): {payloads} papers and "
        "tables that say one wherever words can stand, in each form that papers take; {screens} screens of "
        "archives in which everybody and everything is called so",
        "printed and shown as they were typed in more than {places} places, 0 active",
    ),
)

NOT_BUILT: tuple[tuple[str, str], ...] = (
    ("A secret ballot stays secret", "there are no secret votes in the program yet"),
    ("One member, one vote, over all channels", "there is one channel yet: the secretary's hand"),
    ("The room keeps working under load and abuse", "phones cannot join yet"),
)
"""Promises of things that are still to come, and why nothing could be tried."""
