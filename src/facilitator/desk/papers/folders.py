"""Where papers are put: a folder for each meeting, in a folder that the person chose once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from facilitator.desk.settings import Settings
from facilitator.meeting import Meeting
from facilitator.papers.shelf import folder_name
from facilitator.words.tongue import mark, tongue

KEY = "papers/folder"
FORMS = {"pdf": mark("PDF to print"), "docx": mark("Word to change")}
"""What the folders of a whole set are called, by the form of what is in them."""


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


def body_folder(settings: Settings, name: str, day: date) -> Path:
    """The folder of a body's lists, named by the body and the day on which they are written."""
    return papers_folder(settings) / folder_name(name, day.isoformat())


def round_folder(settings: Settings, title: str, project: str) -> Path:
    """The folder of a round's papers, or of one of its projects: 清源街道2027年社区项目 07-1."""
    return papers_folder(settings) / folder_name(title, project)


def meeting_folder(settings: Settings, meeting: Meeting) -> Path:
    """The folder of a meeting's papers, named by its body and its day: 松柏岗社区共治议事会 2026-11-27.

    A meeting that was reopened gets another one, so that what was signed before is not written over.
    """
    opened = meeting.life.opened
    at = opened.at if opened else meeting.call.planned
    day = at.astimezone(meeting.call.planned.tzinfo).date()
    when, times = day.isoformat(), len(meeting.life.reopened)
    if times:
        t = tongue(meeting.call.lang)
        when = t("{day} (closing {n})", day=when, n=times + 1)
    return papers_folder(settings) / folder_name(meeting.council.name, when)


def folder_in_set(form: str, lang: str, *, public: bool) -> str:
    """In which folder of a whole set a file lies.

    What is to be printed is found at once among a few; what may be posted lies apart from what may not.
    """
    t = tongue(lang)
    return t("Public versions") if public else t(FORMS[form]) if form in FORMS else t("Other forms")
