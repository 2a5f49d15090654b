"""Where papers are put: a folder for each meeting, in a folder that the person chose once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from facilitator.desk.settings import Settings
from facilitator.meeting import Meeting
from facilitator.papers.shelf import folder_name

KEY = "papers/folder"


def papers_folder(settings: Settings) -> Path:
    """The folder above all: the chosen one, else the person's documents."""
    kept = settings.text(KEY)
    if kept:
        return Path(kept)
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(kind) or Path.home())


def keep_papers_folder(settings: Settings, folder: Path) -> None:
    """Remember another one."""
    settings.keep_text(KEY, str(folder))


def meeting_folder(settings: Settings, meeting: Meeting) -> Path:
    """The folder of a meeting's papers, named by its body and its day: 松柏岗社区共治议事会 2026-11-27."""
    opened = meeting.life.opened
    at = opened.at if opened else meeting.call.planned
    day = at.astimezone(meeting.call.planned.tzinfo).date()
    return papers_folder(settings) / folder_name(meeting.council.name, day.isoformat())
