"""Backups, restoring and publishing: what stands in the way of a whole copy."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    "archive-empty": mark(
        "Nothing has been recorded in this archive yet: there is nothing to copy."
    ),
    "copy-unsound": (
        mark(
            "The archive itself is damaged: {path}. So no copy of it was made; earlier backups are untouched. "
            "Keep this file, and restore the last backup."
        ),
        mark(
            "The archive itself is damaged. So no copy of it was made; earlier backups are untouched. "
            "Keep this file, and restore the last backup."
        ),
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
    "sample-into-own": (
        mark(
            "{path} is a sample: its people and decisions are invented, and they do not belong among yours. "
            "Nothing was taken over. Open it by itself to look at it."
        ),
        mark(
            "This archive holds what really happened. A sample does not belong in it: "
            "use an archive of its own for that, or the rehearsal."
        ),
    ),
    "own-into-sample": (
        mark(
            "This archive is a sample, and {path} holds what really happened. Nothing was taken over. "
            "Open your own archive and merge it there."
        ),
        mark("This archive is a sample. Open your own archive and merge it there."),
    ),
    "mixed-archive": (
        mark(
            "{path} holds a sample beside what really happened. Nothing was taken over. "
            "Open it by itself to look at it."
        ),
        mark("That archive holds a sample beside what really happened. Open it by itself."),
    ),
    "sample-over-own": (
        mark(
            "{path} is a sample: it is not put in the place of an archive that holds what really happened. "
            "Open it by itself to look at it."
        ),
        mark("That is a sample. It is not put in the place of your own archive."),
    ),
    "own-over-sample": (
        mark(
            "{path} holds what really happened, and the archive here is a sample, which may be thrown away. "
            "Open your own archive and restore it there."
        ),
        mark("The archive here is a sample. Open your own archive and restore it there."),
    ),
    "file-exists": (
        mark("There is a file {path} already. Choose another name; it was not touched."),
        mark("There is a file of this name already. Choose another name; it was not touched."),
    ),
}
