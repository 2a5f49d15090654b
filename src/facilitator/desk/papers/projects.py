"""The papers of a project, and of its round, at the desk: the same view as a meeting's has."""

from __future__ import annotations

from pathlib import Path

from facilitator import press
from facilitator.desk.desk import Desk
from facilitator.desk.papers.folders import round_folder
from facilitator.desk.papers.orders import Orders, lang_of
from facilitator.desk.papers.view import PapersView
from facilitator.export import PROJECT, ROUND, frozen_project, frozen_round
from facilitator.press import Order, Parcel
from facilitator.session import Change


class ProjectOrders(Orders):
    """What one project's papers are asked for."""

    def __init__(self, desk: Desk, round_: str, project: str) -> None:
        super().__init__(desk, "")
        self.round, self.project = round_, project

    @property
    def kinds(self) -> tuple[str, ...]:
        return PROJECT

    @property
    def body(self) -> str:
        return self._desk.session.round(self.round).round.body

    @property
    def lang(self) -> str:
        return lang_of(self._desk, self.body)

    @property
    def folder(self) -> Path:
        title = self._desk.session.round(self.round).round.title
        return round_folder(self._desk.settings, title, self.project)

    def concerns(self, change: Change) -> bool:
        """Acts of the round and of this project."""
        return change.stream in (f"round/{self.round}", f"project/{self.round}/{self.project}")

    def matters(self) -> list[tuple[str, str]]:
        return []

    def parcel(self, order: Order | None = None) -> Parcel:
        pictured = order is None or order.pictured
        session = self._desk.session
        made = frozen_project(session, self.round, self.project, lang=self.lang, pictured=pictured)
        return press.packed(made)


class RoundOrders(ProjectOrders):
    """What the papers of a round as a whole are asked for."""

    def __init__(self, desk: Desk, round_: str) -> None:
        super().__init__(desk, round_, "")

    @property
    def kinds(self) -> tuple[str, ...]:
        return ROUND

    def concerns(self, change: Change) -> bool:
        """Acts of the round and of all its projects."""
        return change.stream.split("/")[:2] in (["round", self.round], ["project", self.round])

    def parcel(self, order: Order | None = None) -> Parcel:
        return press.packed(frozen_round(self._desk.session, self.round, lang=self.lang))


class ProjectPapers(PapersView):
    """The papers of one project, as a segment of its page."""

    def __init__(self, desk: Desk, round_: str, project: str) -> None:
        super().__init__(desk, orders=ProjectOrders(desk, round_, project))


class RoundPapers(PapersView):
    """The papers of a round, as a view of its page."""

    def __init__(self, desk: Desk, round_: str) -> None:
        super().__init__(desk, orders=RoundOrders(desk, round_))
