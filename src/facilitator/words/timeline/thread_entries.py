"""Every event of a project as a line of its story: our words, what people said, the sign, and who it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from facilitator.acts import Event
from facilitator.data import dataclass
from facilitator.rounds import milestones as goals
from facilitator.rounds.ending import Alive, LookedBack
from facilitator.rounds.milestones import MilestoneMoved, MilestonePlanned, MilestoneReached
from facilitator.rounds.monitoring import Progress, ProjectMonitored, SatisfactionAssessed
from facilitator.rounds.needs import (
    Announced,
    NeedNoted,
    NeedsRanked,
    PublicAnnounced,
    ResidentsAsked,
)
from facilitator.rounds.project import (
    Initiator,
    Outcome,
    Project,
    ProjectClosed,
    ProjectFileDropped,
    ProjectReopened,
    ProjectStarted,
    TargetSet,
)
from facilitator.rounds.proposal import ProposalSubmitted, ProposalWithdrawn
from facilitator.rounds.screening import ProjectVisited, ProposalScreened, Verdict
from facilitator.rounds.spending import InstalmentPaid, MoneyReturned, MoneySpent, ReceiptAdded
from facilitator.rounds.team import (
    RoleChanged,
    TeamJoined,
    TeamLeft,
    TeamMemberErased,
    TeamTrained,
)
from facilitator.words.aftermath import clauses, near
from facilitator.words.figures import Unit, counted, listing, money, percent
from facilitator.words.rounds import round_title
from facilitator.words.timeline.line import Sign
from facilitator.words.tongue import Tongue, tongue

Row = tuple[str, str, Sign, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a line is told from: the project, the day of today, the language."""

    case: Project
    today: date
    lang: str

    @property
    def t(self) -> Tongue:
        """The tongue of the line."""
        return tongue(self.lang)

    def day(self, day: date) -> str:
        """A day, with its year where that is not this one."""
        return near(day, self.today, self.lang)

    def sum(self, fen: int) -> str:
        """A sum of money."""
        return money(fen, self.lang)

    def people(self, number: int) -> str:
        """So many people."""
        return counted(number, Unit.PEOPLE, self.lang)

    def joined(self, *words: str) -> str:
        """Clauses one after another, the empty ones left out."""
        return clauses([one for one in words if one], self.lang)

    def event(self, entry: str) -> Event | None:
        """What stands under an id, struck or not."""
        found = self.case.entries.get(entry)
        return found.event if found else None

    def member(self, entry: str) -> str:
        """What somebody of the team is called; "" once erased."""
        found = self.event(entry)
        person = found.person if isinstance(found, TeamJoined) else None
        return person.name if person else ""


def row(text: str, said: str = "", sign: Sign = Sign.DONE, who: str = "") -> Row:
    """A line with what most lines have."""
    return text, said, sign, who


def _started(of: Told, event: ProjectStarted) -> Row:
    t = of.t
    text = t("Begun for {group}", group=event.group)
    if event.people:
        text = of.joined(text, of.people(event.people))
    if event.initiator is Initiator.UNKNOWN:
        idea = t("whose idea it was is not known")
    else:
        idea = t("idea of: {who}", who=round_title(event.initiator, of.lang))
    return row(of.joined(text, idea), event.why)


def _target(of: Told, event: TargetSet) -> Row:
    t = of.t
    text = t("Now “{title}”, for {group}", title=event.title, group=event.group)
    return row(of.joined(text, of.people(event.people) if event.people else ""), event.why)


def _announced(of: Told, event: PublicAnnounced) -> Row:
    """Its day is that of the notice, not of what is announced."""
    t = of.t
    what = round_title(event.what, of.lang)
    text = t(
        "Announced on {begins}: {what} on {day}",
        begins=of.day(event.begins), what=what, day=of.day(event.on),
    )  # fmt: skip
    late = event.begins >= event.on and event.what is not Announced.OTHER
    return row(text, event.places, Sign.WARN if late else Sign.DONE)


def _asked(of: Told, event: ResidentsAsked) -> Row:
    t = of.t
    text = t(
        "Residents asked ({source}): {people}",
        source=round_title(event.source, of.lang), people=of.people(event.people),
    )  # fmt: skip
    invited = listing(
        (t("{how} {n}", how=round_title(one.how, of.lang), n=one.people) for one in event.invited),
        of.lang,
    )
    return row(of.joined(text, invited), event.text)


def _need(of: Told, event: NeedNoted) -> Row:
    t = of.t
    if not event.named_by:
        return row(t("A need is noted"), event.text)
    return row(
        t("A need is noted, named by {people}", people=of.people(event.named_by)), event.text
    )


def _ranked(of: Told, event: NeedsRanked) -> Row:
    t = of.t
    needs = [of.event(entry) for entry in event.order]
    told = [one.text for one in needs if isinstance(one, NeedNoted)]
    order = "; ".join(told) if of.lang == "en" else "；".join(told)
    return row(t("Needs in order: {order}", order=order), event.how)


def _proposed(of: Told, event: ProposalSubmitted) -> Row:
    t = of.t
    earlier = [
        one.event.entry for one in of.case.chronicle if isinstance(one.event, ProposalSubmitted)
    ]
    number = earlier.index(event.entry) + 1
    facts = {"title": event.title, "asked": of.sum(event.asked_fen)}
    if number == 1:
        text = t("Proposal “{title}” handed in, {asked} asked for", **facts)
    else:
        text = t("Revision {n} of the proposal “{title}”, {asked} asked for", n=number, **facts)
    own = t("{own} own contribution", own=of.sum(event.own_fen)) if event.own_fen else ""
    return row(of.joined(text, own), event.because)


def _withdrawn(of: Told, event: ProposalWithdrawn) -> Row:
    return row(of.t("The proposal is withdrawn"), event.reason, Sign.WARN)


def _screened(of: Told, event: ProposalScreened) -> Row:
    t, verdict = of.t, round_title(event.verdict, of.lang)
    if event.by:
        text = t("Screened by {name}: {verdict}", name=event.by, verdict=verdict)
    else:
        text = t("Screened: {verdict}", verdict=verdict)
    sign = {Verdict.ADMITTED: Sign.DONE, Verdict.SEND_BACK: Sign.OPEN}
    return row(text, event.text, sign.get(event.verdict, Sign.WARN))


def _visited(of: Told, event: ProjectVisited) -> Row:
    t = of.t
    text = t("Visited by {name}", name=event.by) if event.by else t("Visited")
    return row(*_with_residents(of, text, event))


def _with_residents(
    of: Told, text: str, event: ProjectVisited | ProjectMonitored
) -> tuple[str, str]:
    """With how many residents were there; what they said stands apart from what the visitor did."""
    t = of.t
    if event.residents:
        text = of.joined(text, t("residents: {people}", people=of.people(event.residents)))
    said = event.text
    if event.residents_said:
        told = t("Residents: {said}", said=event.residents_said)
        said = f"{said}\n{told}" if said else told
    return text, said


def _joined(of: Told, event: TeamJoined) -> Row:
    t = of.t
    kind = round_title(event.kind, of.lang)
    who = event.person.name if event.person else ""
    return row(t("Joins the team ({kind}): {role}", kind=kind, role=event.role), who=who)


def _role(of: Told, event: RoleChanged) -> Row:
    text = of.t("Has another role in the team: {role}", role=event.role)
    return row(text, who=of.member(event.member))


def _left(of: Told, event: TeamLeft) -> Row:
    text = of.t("Leaves the team")
    return row(text, event.reason, Sign.OPEN, of.member(event.member))


def _trained(of: Told, event: TeamTrained) -> Row:
    t = of.t
    text = t("Team members trained: {people}", people=of.people(len(event.members)))
    return row(text, event.what, who=listing(filter(None, map(of.member, event.members)), of.lang))


def _erased(of: Told, event: TeamMemberErased) -> Row:
    return row(of.t("The data of somebody in the team is erased"), event.reason)


def _planned(of: Told, event: MilestonePlanned) -> Row:
    t = of.t
    text = t("Milestone “{what}” by {day}", what=event.what, day=of.day(event.due))
    hangs = t("{sum} hangs on it", sum=of.sum(event.fen)) if event.fen else ""
    return row(of.joined(text, hangs))


def _goal(of: Told, entry: str) -> str:
    found = of.event(entry)
    return found.what if isinstance(found, goals.MilestonePlanned) else "…"


def _reached(of: Told, event: MilestoneReached) -> Row:
    text = of.t("Milestone “{what}” reached", what=_goal(of, event.milestone))
    return row(text, event.text)


def _moved(of: Told, event: MilestoneMoved) -> Row:
    t = of.t
    text = t(
        "Milestone “{what}” by {day} instead of {old}",
        what=_goal(of, event.milestone), day=of.day(event.due), old=of.day(event.old),
    )  # fmt: skip
    return row(text, event.reason, Sign.OPEN)


def _paid(of: Told, event: InstalmentPaid) -> Row:
    t = of.t
    text = t("Instalment of {sum} paid", sum=of.sum(event.fen))
    on = t("for “{what}”", what=_goal(of, event.milestone)) if event.milestone else ""
    receipt = t("receipt {number}", number=event.receipt) if event.receipt else ""
    return row(of.joined(text, on, receipt))


def _spent(of: Told, event: MoneySpent) -> Row:
    t = of.t
    facts = {"sum": of.sum(event.fen), "what": event.what}
    if event.own:
        text = t("{sum} spent of the own contribution: {what}", **facts)
    else:
        text = t("{sum} spent: {what}", **facts)
    if event.receipt:
        return row(of.joined(text, t("receipt {number}", number=event.receipt)))
    if event.attached:
        return row(text)
    return row(of.joined(text, t("receipt not in yet")), sign=Sign.OPEN)


def _receipt(of: Told, event: ReceiptAdded) -> Row:
    t, spent = of.t, of.event(event.spending)
    what = spent.what if isinstance(spent, MoneySpent) else "…"
    text = t("Receipt for “{what}” came in", what=what)
    number = t("receipt {number}", number=event.receipt) if event.receipt else ""
    return row(of.joined(text, number))


def _returned(of: Told, event: MoneyReturned) -> Row:
    return row(of.t("{sum} given back", sum=of.sum(event.fen)), event.reason)


def _monitored(of: Told, event: ProjectMonitored) -> Row:
    t, state = of.t, round_title(event.state, of.lang)
    if event.by:
        text = t("Monitoring visit of {name}: {state}", name=event.by, state=state)
    else:
        text = t("Monitoring visit: {state}", state=state)
    text, said = _with_residents(of, text, event)
    return row(text, said, Sign.DONE if event.state is Progress.ON_TRACK else Sign.WARN)


def _assessed(of: Told, event: SatisfactionAssessed) -> Row:
    t = of.t
    text = t(
        "Residents are asked how satisfied they are: {content} of {people} satisfied ({percent})",
        content=event.very_satisfied + event.satisfied,
        people=of.people(event.people),
        percent=percent(event.content),
    )
    return row(of.joined(text, event.how), event.text)


def _closed(of: Told, event: ProjectClosed) -> Row:
    t = of.t
    text = t("Closed: {outcome}", outcome=round_title(event.outcome, of.lang))
    served = t("{people} served", people=of.people(event.people_served))
    kept = t("kept up by {name}", name=event.kept_by) if event.kept_by else ""
    text = of.joined(text, served if event.people_served else "", kept)
    said = "\n".join(filter(None, (event.text, event.figures, event.reason)))
    return row(text, said, Sign.DONE if event.outcome is Outcome.DONE else Sign.WARN)


def _reopened(of: Told, event: ProjectReopened) -> Row:
    return row(of.t("Reopened: it had not ended after all"), event.reason, Sign.OPEN)


def _looked_back(of: Told, event: LookedBack) -> Row:
    t, state = of.t, round_title(event.state, of.lang)
    if event.by:
        text = t("Looked back on by {name}: {state}", name=event.by, state=state)
    else:
        text = t("Looked back on: {state}", state=state)
    kept = t("kept up by {name}", name=event.kept_by) if event.kept_by else ""
    sign = Sign.DONE if event.state is Alive.ALIVE else Sign.WARN
    return row(of.joined(text, kept), event.text, sign)


def _dropped(of: Told, event: ProjectFileDropped) -> Row:
    return row(of.t("“{name}” is erased", name=event.name), event.reason)


TELLERS: Mapping[type[Event], Callable[[Told, Any], Row]] = {
    ProjectStarted: _started,
    TargetSet: _target,
    ProjectFileDropped: _dropped,
    PublicAnnounced: _announced,
    ResidentsAsked: _asked,
    NeedNoted: _need,
    NeedsRanked: _ranked,
    ProposalSubmitted: _proposed,
    ProposalWithdrawn: _withdrawn,
    ProposalScreened: _screened,
    ProjectVisited: _visited,
    TeamJoined: _joined,
    RoleChanged: _role,
    TeamLeft: _left,
    TeamTrained: _trained,
    TeamMemberErased: _erased,
    MilestonePlanned: _planned,
    MilestoneReached: _reached,
    MilestoneMoved: _moved,
    InstalmentPaid: _paid,
    MoneySpent: _spent,
    ReceiptAdded: _receipt,
    MoneyReturned: _returned,
    ProjectMonitored: _monitored,
    SatisfactionAssessed: _assessed,
    ProjectClosed: _closed,
    ProjectReopened: _reopened,
    LookedBack: _looked_back,
}
"""A teller for every event but the striking of one, which is told where it was struck."""
