"""What the papers of a project round, and of one of its projects, are written from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from facilitator import rounds
from facilitator.acts import Recorded
from facilitator.data import dataclass
from facilitator.gathering.photos import newest
from facilitator.papers import pictures
from facilitator.papers.kinds.project_photos import PICTURED, photos_of
from facilitator.papers.material import ProjectMaterial, RoundMaterial, Seal
from facilitator.rounds.outside import ProjectOutside, RoundView
from facilitator.rounds.project import Project
from facilitator.rounds.results import view_of
from facilitator.rounds.round import Round
from facilitator.session import Session


@dataclass(frozen=True, slots=True)
class FrozenProject:
    """A project as it was at one moment: plain values that another process may read while it goes on."""

    stream: str
    history: tuple[Recorded, ...]
    around: RoundView
    now: datetime
    lang: str
    seal: Seal
    contents: Mapping[str, bytes]

    def material(self) -> ProjectMaterial:
        """What its papers are written from: a project of its own, made anew from what had happened then."""
        case = _lived(self.stream, self.history, self.around)
        return ProjectMaterial(case, self.now, self.lang, seal=self.seal, contents=self.contents)


@dataclass(frozen=True, slots=True)
class FrozenRound:
    """A round with all its projects as they were at one moment."""

    stream: str
    history: tuple[Recorded, ...]
    projects: tuple[tuple[str, tuple[Recorded, ...]], ...]
    now: datetime
    lang: str

    def material(self) -> RoundMaterial:
        """What its papers are written from."""
        case = Round(self.stream)
        for recorded in self.history:
            rounds.apply(case, recorded)
        around = view_of(case)
        projects = tuple(_lived(stream, history, around) for stream, history in self.projects)
        return RoundMaterial(case, projects, self.now, self.lang)


def _lived(stream: str, history: tuple[Recorded, ...], around: RoundView) -> Project:
    case = Project(stream, outside=ProjectOutside(around))
    for recorded in history:
        rounds.apply(case, recorded)
    return case


def project_material(
    session: Session,
    round_: str,
    number: str,
    *,
    lang: str = "zh",
    public: bool = False,
    photos: bool = False,
    pictured: bool = False,
) -> ProjectMaterial:
    """What the papers of a project are written from at once; refused (`unknown-round`, `unknown-project`).

    `pictured` takes its photos along; `photos` asks for them in the public version, too.
    """
    case = session.project(round_, number)
    return ProjectMaterial(
        project=case,
        now=_now(session),
        lang=lang,
        public=public,
        seal=_seal(session, case),
        contents=_contents(session, case) if pictured else {},
        photos=photos,
    )


def frozen_project(
    session: Session, round_: str, number: str, *, lang: str = "zh", pictured: bool = False
) -> FrozenProject:
    """A project as it is now, to be written down elsewhere; refused as `project_material`."""
    case = session.project(round_, number)
    return FrozenProject(
        stream=case.stream,
        history=tuple(case.chronicle),
        around=case.round,
        now=_now(session),
        lang=lang,
        seal=_seal(session, case),
        contents=_contents(session, case) if pictured else {},
    )


def round_material(
    session: Session, round_: str, *, lang: str = "zh", public: bool = False
) -> RoundMaterial:
    """What the papers of a round are written from at once; refused (`unknown-round`)."""
    case = session.round(round_)
    return RoundMaterial(case, tuple(_projects(session, case)), _now(session), lang, public)


def frozen_round(session: Session, round_: str, *, lang: str = "zh") -> FrozenRound:
    """A round as it is now, to be written down elsewhere; refused (`unknown-round`)."""
    case = session.round(round_)
    projects = ((one.stream, tuple(one.chronicle)) for one in _projects(session, case))
    history = tuple(case.chronicle)
    return FrozenRound(case.stream, history, tuple(projects), _now(session), lang)


def _projects(session: Session, case: Round) -> list[Project]:
    return [session.project(case.id, one.project) for one in case.outside.projects]


def _seal(session: Session, case: Project) -> Seal:
    version, digest = session.head(case.stream)
    return Seal(digest, version, case.chronicle[-1].at)


def _contents(session: Session, case: Project) -> dict[str, bytes]:
    files = [file for file, _ in photos_of(case, PICTURED)]
    return newest(session, files, pictures.MOST_TOGETHER)


def _now(session: Session) -> datetime:
    now = session.clock.now()
    return now if now.utcoffset() is not None else now.astimezone()
