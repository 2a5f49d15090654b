"""Where backups lie: one's own folder for them beside one's own archive, or one that was chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.acts import Trouble
from facilitator.desk.settings import Settings
from facilitator.opening import archive_path

if TYPE_CHECKING:
    from facilitator.safekeeping.backing import Backup

FOLDER = "safekeeping/folder"
"""The setting that names a folder that was chosen."""


def folder_of(settings: Settings) -> Path:
    """Where backups lie: the folder that was chosen, or one's own beside one's own archive."""
    kept = settings.text(FOLDER)
    return Path(kept) if kept else archive_path(None).with_name("backups")


def keep_folder(settings: Settings, folder: Path) -> None:
    """Choose another one."""
    settings.keep_text(FOLDER, str(folder))


def is_chosen(settings: Settings) -> bool:
    """Whether one was chosen: it has to be there, while one's own comes with the first backup."""
    return bool(settings.text(FOLDER))


def made_folder(settings: Settings) -> Path:
    """The same, to write to: one's own is made if need be, which may be Trouble; one that was chosen is not."""
    from facilitator.safekeeping.backing import default_folder

    return folder_of(settings) if is_chosen(settings) else default_folder()


def backups_in(settings: Settings, first: str) -> list[Backup]:
    """The backups there are of an archive. Trouble when a folder that was chosen cannot be looked at."""
    from facilitator.safekeeping.backing import backups

    folder = folder_of(settings)
    return backups(folder, first) if is_chosen(settings) or folder.exists() else []


def has_backups(settings: Settings, archive: Path) -> bool:
    """Whether there are backups of an archive, by the names of the files alone: quick."""
    from facilitator.safekeeping.names import archive_word, read_name

    try:
        names = [read_name(one.name) for one in folder_of(settings).iterdir()]
    except (OSError, Trouble):
        return False
    word = archive_word(archive.stem)
    return any(name is not None and name.archive == word for name in names)


def same_disk(folder: Path, archive: Path) -> bool:
    """Whether both lie on one disk, so that both would be lost with it."""
    try:
        return (folder if folder.exists() else folder.parent).stat().st_dev == archive.stat().st_dev
    except OSError:
        return False
