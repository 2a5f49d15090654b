"""Backups, restoring and publishing: what stands in the way of a whole copy."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    "archive-empty": mark(
        "Nothing has been recorded in this archive yet: there is nothing to copy."
    ),
    "copy-unsound": mark(
        "The archive is damaged, so no copy of it was made; earlier backups are untouched. "
        "`facilitator verify` says what is damaged. Keep this file, and restore the last backup."
    ),
    "nothing-left": mark(
        "In {path} nothing was found that can still be proven. Keep the file, and restore the last backup."
    ),
    "backup-unsound": (
        mark(
            "{path} is damaged and was not used. Choose another backup; the archive was not touched."
        ),
        mark(
            "The backup is damaged and was not used. Choose another; the archive was not touched."
        ),
    ),
    "backup-is-archive": mark("This is the archive itself. Choose a backup of it."),
    "not-read-back": (
        mark(
            "What was written to {path} does not read back as it was written, so it was removed. "
            "Use another stick or disk."
        ),
        mark("What was written does not read back as it was written. Use another stick or disk."),
    ),
    "file-exists": (
        mark("There is a file {path} already. Choose another name; it was not touched."),
        mark("There is a file of this name already. Choose another name; it was not touched."),
    ),
}
