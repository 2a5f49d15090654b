"""Photos and papers of a project: a link that shows them, and erasing one for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.followup.viewer import Keeper, Viewer
from facilitator.desk.projects.project.parts import ProjectPanel, SegmentView
from facilitator.desk.widgets import button, column, row, words
from facilitator.followup.attached import Attached
from facilitator.rounds.project import DropProjectFile, ProjectFileDropped
from facilitator.words.figures import airy


class DropFilePanel(ProjectPanel):
    """A photo or paper is erased for good; its name, and that it was there, stay."""

    def __init__(
        self, desk: Desk, parent: QWidget, round_: str, project: str, file: Attached
    ) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Erase for good"))
        self.setObjectName("drop")
        self._file = file
        self.form.addWidget(words(file.name, "strong", wrap=True))
        said = t(
            "The picture or paper itself goes and cannot be brought back. That it was here, its name and the "
            "reason stay readable."
        )
        self.form.addWidget(words(said, wrap=True))
        self.reason = self.add_line(t("Reason"), "drop.reason")
        self.finish(t("Erase it for good"), self._send, name="drop.done", for_good=True)
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        reason = self.reason.text()
        self.send(DropProjectFile(**self.whose, hash=self._file.hash, reason=reason))


def look_at(view: SegmentView, files: tuple[Attached, ...]) -> None:
    """Show files of the view's project."""
    keeper = Keeper(
        lambda: view.case,
        lambda parent, file: DropFilePanel(view.desk, parent, view.round, view.number, file),
    )
    Viewer(view.desk, view, files, keeper).open()


def files_of(view: SegmentView, entry: str, files: Sequence[Attached]) -> QWidget | None:
    """One link for all files of an entry that are there; what was erased says so; None without any."""
    if not files:
        return None
    t, case = view.desk.t, view.case
    kept = case.file_names()
    there = tuple(one for one in files if one.hash in kept)
    pieces: list[QWidget] = []
    if there:
        photos = all(one.media.startswith("image/") for one in there)
        n = len(there)
        said = (
            t.many("{n} photo", "{n} photos", n) if photos else t.many("{n} file", "{n} files", n)
        )
        icon = view.desk.theme.icon("image" if photos else "paperclip", "accent_ink")
        look = button(airy(said), "link", "tiny", icon=icon, name=f"files.{entry}")
        look.setAccessibleName(f"{airy(said)}: {there[0].name}")
        look.clicked.connect(lambda _on=False: look_at(view, there))
        pieces.append(look)
    why = {
        one.event.hash: one.event.reason
        for one in case.chronicle
        if isinstance(one.event, ProjectFileDropped)
    }
    for one in files:
        if one.hash not in kept:
            gone = t("{name} was erased: {reason}", name=one.name, reason=why.get(one.hash, ""))
            pieces.append(words(airy(gone), "small", wrap=True))
    held = QWidget()
    lines = [row(piece, None) if n == 0 and there else piece for n, piece in enumerate(pieces)]
    column(*lines, on=held, gap=0)
    return held
