"""What is known of one thing that was found: read from its meeting, in words, for the right of the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from facilitator import aftermath
from facilitator.acts import RuleViolation
from facilitator.aftermath import LinkRow
from facilitator.desk.decisions.known import Block, Chip, Kindred, Reading
from facilitator.desk.decisions.links import kindred, state_chip
from facilitator.desk.decisions.minuted import minuted, spoken
from facilitator.desk.decisions.project import read_project
from facilitator.desk.decisions.which import Which
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.desk.vote.result_figures import LOOKS
from facilitator.followup.matter import matter_of
from facilitator.meeting import Meeting
from facilitator.meeting.decisions import Decision
from facilitator.meeting.forum.reports import Addition, ReportText
from facilitator.meeting.motions import Motion
from facilitator.meeting.polls import Poll
from facilitator.searching import Kind
from facilitator.words.figures import date_words, listing
from facilitator.words.forum import topic_number
from facilitator.words.found import kind_word, result_word
from facilitator.words.matters import motion_name
from facilitator.words.outcomes import decision_words, verdict_word
from facilitator.words.titles import title


def read(desk: Desk, which: Which) -> Reading:
    """Read it; refused (`unknown-…`) when it is not there, Trouble when its meeting cannot be read."""
    if which.sort is Kind.PROJECT:
        return read_project(desk, which)
    meeting = desk.session.meeting(which.meeting)
    reader = _Reader(desk, meeting, which)
    return {
        Kind.DECISION: reader.decision,
        Kind.MOTION: reader.motion,
        Kind.ITEM: reader.item,
        Kind.TOPIC: reader.topic,
        Kind.GROUP: reader.group,
    }[which.sort]()


class _Reader:
    def __init__(self, desk: Desk, meeting: Meeting, which: Which) -> None:
        self._desk, self._meeting, self._which = desk, meeting, which
        self._t, self._lang = desk.t, desk.lang
        self._names = desk.session.names(meeting)

    def decision(self) -> Reading:
        meeting, number = self._meeting, self._which.number
        found = meeting.decisions.all.get(number)
        if found is None:
            raise RuleViolation("unknown-decision", decision=number)
        motion, poll = meeting.motions.motion(found.motion), meeting.polls.poll(found.poll)
        links = aftermath.links(self._desk.session, meeting.id, number)
        return Reading(
            which=self._which,
            held=meeting,
            head=self._head(decision_words(number, self._lang), found.made.at),
            chip=state_chip(self._desk, found, links),
            title=self._title(motion),
            blocks=(Block("", poll.text),),
            item=motion.item,
            poll=poll,
            decision=found,
            kindred=tuple(kindred(self._desk, links)),
            proposed=self._proposed(motion, found, links),
            lines=spoken(meeting, motion.item, self._names, self._lang),
        )

    def motion(self) -> Reading:
        t, meeting = self._t, self._meeting
        motion = meeting.motions.motion(self._which.key)
        polls = [one for one in meeting.polls.on_motion(motion.id) if one.outcome is not None]
        poll = polls[-1] if polls else None
        blocks = [Block("", motion.text)]
        if mover := self._names.get(motion.mover):
            blocks.append(Block(t("Moved by"), mover))
        if motion.reason:
            blocks.append(Block(t("Reason"), motion.reason))
        name = motion_name(meeting.motions, motion, self._lang)
        return Reading(
            which=self._which,
            held=meeting,
            head=self._head(name[:1].upper() + name[1:], motion.at),
            chip=self._outcome(poll) or Chip(title(motion.state, self._lang)),
            title=self._title(motion),
            blocks=tuple(blocks),
            item=motion.item,
            poll=poll,
            lines=spoken(meeting, motion.item, self._names, self._lang),
        )

    def item(self) -> Reading:
        """A topic of an agenda with everything that came out of it; "" for what was said outside of any."""
        t, meeting, key = self._t, self._meeting, self._which.key
        item = meeting.agenda.get(key)
        began = item.times[0][0] if item is not None and item.times else self._began()
        blocks: list[Block] = []
        if item is not None and item.text:
            blocks.append(Block("", item.text))
        if item is not None and item.proposer:
            who = self._names.get(item.proposer, item.proposer)
            blocks.append(Block(t("Proposed by"), who))
        if item is not None and item.reason:
            blocks.append(Block(t("Reason"), item.reason))
        lines = minuted(meeting, key, self._names, self._lang)
        came_out = tuple(self._came_out(key))
        if not lines and not came_out:
            said = t("Nothing stands in the minutes on this topic.")
            blocks.append(Block(kind_word(Kind.MINUTES, self._lang), said))
        what = kind_word(Kind.ITEM if item is not None else Kind.MINUTES, self._lang)
        return Reading(
            which=self._which,
            held=meeting,
            head=self._head(what, began),
            chip=Chip(title(item.state, self._lang)) if item is not None else Chip(""),
            title=item.title if item is not None else self._name_of_meeting(),
            blocks=tuple(blocks),
            item=key,
            kindred=came_out,
            lines=lines,
        )

    def topic(self) -> Reading:
        t, meeting = self._t, self._meeting
        topic = meeting.wall.topic(self._which.key)
        report = meeting.reports.all.get(topic.id)
        blocks = [Block("", topic.why)] if topic.why else []
        if who := self._people(topic.conveners):
            blocks.append(Block(t("Conveners"), who))
        if topic.reason:
            blocks.append(Block(t("Reason"), topic.reason))
        if report is not None:
            sheet = report.sheet
            blocks += self._report(sheet.text)
            if sheet.heads:
                blocks.append(Block(t("People there"), str(sheet.heads)))
            blocks += [Block(t("Added later"), self._added(one)) for one in report.additions]
        name = t("Forum topic {number}", number=topic_number(topic.number))
        kind = Kind.REPORT if report is not None else Kind.TOPIC
        return Reading(
            which=self._which,
            held=meeting,
            head=self._head(name, topic.posted),
            chip=Chip(kind_word(kind, self._lang)),
            title=topic.title,
            blocks=tuple(blocks),
        )

    def group(self) -> Reading:
        t, meeting = self._t, self._meeting
        group = meeting.groups.group(self._which.key)
        blocks = [Block(t("First step"), group.first_step)] if group.first_step else []
        if lead := self._names.get(group.lead):
            blocks.append(Block(t.within("group", "Lead"), lead))
        if others := self._people(group.members):
            blocks.append(Block(t("With"), others))
        if group.due:
            blocks.append(Block(t("By when"), date_words(group.due, self._lang)))
        gone = t("Dissolved") if group.dissolved else ""
        if group.dissolved:
            blocks.append(Block(t("Why it was dissolved"), group.dissolved))
        return Reading(
            which=self._which,
            held=meeting,
            head=self._head(kind_word(Kind.GROUP, self._lang), group.formed.at),
            chip=Chip(gone),
            title=group.title,
            blocks=tuple(blocks),
        )

    # --- the pieces

    def _head(self, what: str, at: datetime) -> tuple[str, ...]:
        day = local(self._meeting, at).date()
        return what, date_words(day, self._lang), self._meeting.council.name

    def _title(self, motion: Motion) -> str:
        item = self._meeting.agenda.get(motion.item)
        return motion.title or (item.title if item is not None else "")

    def _name_of_meeting(self) -> str:
        return self._meeting.call.title or self._meeting.council.name

    def _began(self) -> datetime:
        opened = self._meeting.life.opened
        return opened.at if opened else self._meeting.call.planned

    def _people(self, ids: tuple[str, ...]) -> str:
        return listing((self._names[one] for one in ids if one in self._names), self._lang)

    def _outcome(self, poll: Poll | None) -> Chip | None:
        if poll is None or poll.outcome is None:
            return None
        look, sign, _ = LOOKS[poll.outcome.verdict]
        return Chip(verdict_word(poll.outcome.verdict, self._lang), look, sign)

    def _came_out(self, item: str) -> Iterator[Kindred]:
        """The decisions and the motions that became none on this item."""
        meeting = self._meeting
        for motion in meeting.motions.all.values():
            if motion.item != item or motion.amends:
                continue
            decision = meeting.decisions.of_motion(motion.id)
            if decision is not None:
                name = f"{decision_words(decision.number, self._lang)} {self._title(motion)}"
                which = Which(meeting.id, Kind.DECISION, str(decision.number))
                yield Kindred(result_word("passed", self._lang), name, which)
            else:
                name = f"{motion_name(meeting.motions, motion, self._lang)} {self._title(motion)}"
                which = Which(meeting.id, Kind.MOTION, motion.id)
                yield Kindred(title(motion.state, self._lang), name, which)

    def _proposed(self, motion: Motion, decision: Decision, links: list[LinkRow]) -> Kindred | None:
        """What a decision may change because its topic was drafted from it."""
        item = self._meeting.agenda.get(motion.item)
        if item is None or not item.source.startswith("followup/") or decision.annulled:
            return None
        meeting, number, _group = matter_of(item.source)
        if not number or any((link.meeting, link.number) == (meeting, number) for link in links):
            return None
        other = self._desk.session.matter(meeting, number)
        if other is None or not other.stands:
            return None
        name = f"{decision_words(number, self._lang)} {other.title}"
        return Kindred("", name, Which(meeting, Kind.DECISION, str(number)), other.title)

    def _report(self, text: ReportText) -> Iterator[Block]:
        t = self._t
        if text.points:
            yield Block(t("What was discussed"), "\n".join(text.points))
        steps = [
            " · ".join(part for part in (one.who, one.what) if part) for one in text.next_steps
        ]
        if steps:
            yield Block(t("Next steps"), "\n".join(steps))
        for head, said in (
            (t("Recommendations"), text.recommendations),
            (t("Resources"), text.resources),
            (t("Requests to others"), text.requests),
        ):
            if said:
                yield Block(head, said)

    def _added(self, one: Addition) -> str:
        who = self._names.get(one.person, "")
        colon = "：" if self._lang == "zh" else ": "
        return f"{who}{colon}{one.text}" if who else one.text
