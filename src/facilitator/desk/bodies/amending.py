"""Changing the charter of a body: the editor, or another charter as it stands; then the day and the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.bodies.adoption import AdoptionPanel
from facilitator.desk.bodies.draft import own_copy
from facilitator.desk.bodies.editor import CharterEditor
from facilitator.desk.bodies.head import Head
from facilitator.desk.bodies.kept import kept
from facilitator.desk.bodies.picker import CharterPicker
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, column
from facilitator.rules.charter import Charter
from facilitator.words.figures import airy


class AmendPage(QWidget):
    """What is being written is kept until it is adopted."""

    def __init__(self, desk: Desk, body: str) -> None:
        super().__init__()
        self._desk, self._draft = desk, f"amend/{body}"
        self.setObjectName("amend")
        head = _head(desk, body, desk.t("Change the charter"))
        base = desk.session.body(body).charter
        charter: Charter = kept(desk).get(self._draft) or own_copy(base, desk.lang)
        self.editor = CharterEditor(desk, charter, body)
        self.editor.changed.connect(self._keep)
        self._body = body
        adopt = button(_adopt_words(desk, body), "primary", "big", name="amend.adopt")
        adopt.clicked.connect(self._adopt)
        self.editor.foot.insertWidget(0, adopt)
        _lay_out(self, desk, head, self.editor)
        self.setFocusProxy(self.editor)

    def _adopt(self) -> None:
        if (charter := self.editor.usable()) is not None:
            AdoptionPanel(self._desk, self, self._body, charter).open()

    def _keep(self) -> None:
        kept(self._desk)[self._draft] = self.editor.charter()


class AdoptPage(QWidget):
    """Taking another charter as it stands; to change it first leads to the editor."""

    def __init__(self, desk: Desk, body: str) -> None:
        super().__init__()
        self._desk, self._body = desk, body
        self.setObjectName("adopt")
        head = _head(desk, body, desk.t("Take another charter"))
        self.picker = CharterPicker(desk, _adopt_words(desk, body))
        self.picker.taken.connect(self._adopt)
        self.picker.copied.connect(self._copy)
        _lay_out(self, desk, head, self.picker)
        self.setFocusProxy(self.picker)

    def _adopt(self, charter: Charter) -> None:
        AdoptionPanel(self._desk, self, self._body, charter).open()

    def _copy(self, charter: Charter) -> None:
        kept(self._desk)[f"amend/{self._body}"] = own_copy(charter, self._desk.lang)
        self._desk.go("bodies", self._body, "amend")


def _head(desk: Desk, body: str, title: str) -> Head:
    t = desk.t
    made = Head(desk, back=(t("Back to the charter"), lambda: desk.go("bodies", body, "charter")))
    made.title.setText(title)
    made.under.setText(desk.session.body(body).name)
    return made


def _adopt_words(desk: Desk, body: str) -> str:
    number = desk.session.body(body).charter.version + 1
    return airy(desk.t("Adopt as version {n}…", n=number))


def _lay_out(page: QWidget, desk: Desk, *pieces: QWidget) -> None:
    px = desk.px
    margins = (px(32), px(24), px(32), px(24))
    column(*pieces, on=page, margins=margins, gap=px(16)).setStretch(1, 1)
