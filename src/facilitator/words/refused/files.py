"""Troubles with the archive and with files: not there, locked, full, damaged, newer. Each names the way on."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    "no-file": (
        mark(
            "There is no file {path}. If it lies on a stick or another disk, plug that in and try again."
        ),
        mark("The file is not there."),
    ),
    "no-folder": (
        mark(
            "There is no folder {path}. If it lies on a stick or another disk, plug that in and try again; "
            "else make it, or choose another."
        ),
        mark("The folder is not there."),
    ),
    "not-an-archive": (
        mark("{path} is not an archive of this program. Nothing in it was changed."),
        mark("This is not an archive of this program."),
    ),
    "newer": (
        mark(
            "{path} was written by a newer version of this program (format {theirs}, we read {ours}). "
            "Update the program; nothing was changed."
        ),
        mark("The archive was written by a newer version of this program. Update the program."),
    ),
    "damaged": (
        mark(
            "The archive is damaged: {stream}, entry {version}. Open the last copy of it; keep this file."
        ),
        mark("{path} is damaged. Open the last copy of it; keep this file, it may be saved."),
        mark("The archive is damaged. Open the last copy of it; keep this file, it may be saved."),
    ),
    "unreadable": (
        mark(
            "Entry {version} of {stream} means nothing to this version of the program. Update the program."
        ),
        mark("{path} cannot be read: {reason}."),
        mark("The archive holds an entry that means nothing to this version. Update the program."),
    ),
    "locked": (
        mark("{path} is open in another window or program. Close it there and try again."),
        mark("The archive is open in another window or program. Close it there and try again."),
    ),
    "read-only": (
        mark("{path} cannot be written to. Ask for the right to, or choose another folder."),
        mark("The place cannot be written to. Choose another folder."),
    ),
    "disk-full": (
        mark("There is no room left for {path}. Make room on the disk and try again."),
        mark("There is no room left on the disk. Make room and try again."),
    ),
    "in-use": (
        mark("{path} is open in another program. Close it there and try again."),
        mark("The file is open in another program. Close it there and try again."),
    ),
    "io": (
        mark(
            "The system could not read or write {path}: {reason}. Check the disk or the connection."
        ),
        mark("The system could not read or write the file. Check the disk or the connection."),
    ),
    "disk-error": (
        mark(
            "The disk reports an error at {path}: {detail}. Copy the archive to another disk at once."
        ),
        mark("The disk reports an error. Copy the archive to another disk at once."),
    ),
    "not-opened": mark(
        "The program made a mistake while opening it. Keep the file, and send the report."
    ),
    "finished-copy": mark(
        "{path} is a published archive or a backup, and stays as it is. Look at it as it lies, or "
        "restore it as the archive to work in."
    ),
    "only-looking": mark(
        "This is a copy to look at: nothing can be recorded in it. Open an archive that you may write to."
    ),
    "unsafe-settings": mark(
        "The database would not keep records safely here ({setting}: {found} instead of {expected}). "
        "Keep the archive on a disk of this computer."
    ),
    "file-unknown": mark(
        "The content of an attached file was erased meanwhile, or was never there. Attach it again."
    ),
    "merge-itself": mark("This is the archive itself: there is nothing to take over from it."),
    "newer-events": mark(
        "{path} holds entries that a newer version of this program has written. "
        "Update the program; nothing was changed."
    ),
    "worker-gone": mark(
        "The system has ended the part of the program that sets papers, most often for want of memory. Close "
        "other programs and try again; the record is safe."
    ),
    "no-fonts": mark(
        "The fonts of this program are missing or damaged, and this computer has no other Chinese ones: the "
        "pages would be full of empty boxes. Install the program again. Until then papers can be made as Word "
        "files or web pages."
    ),
    "stale": mark(
        "Somebody else has recorded something meanwhile. Look at it, then do this again."
    ),
}
