"""One evening of a council, from its calling to its close."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from facilitator.demo.many.acts import Telling, first
from facilitator.demo.many.aftermath import Aftermath
from facilitator.demo.many.people import Committee, Neighbour, Open
from facilitator.demo.many.talk import Matter, phrases
from facilitator.meeting.decisions import DecisionMade
from facilitator.meeting.reviews import Progress
from facilitator.rules.tally import Choice
from facilitator.session import Session

FOLLOWED = 0.35
"""The share of decisions that have a follow-up of their own."""
REPORTS = "上次决定落实情况"
NEEDED = 9
"""Votes that carry a motion: two thirds of thirteen seats."""


class Evening:
    """Plays one meeting and tells the committee what it has to carry out from now on."""

    def __init__(
        self, session: Session, council: Committee, name: str, planned: datetime, rng: random.Random
    ) -> None:
        self.council, self.name, self.planned, self.rng = council, name, planned, rng
        self._tell = Telling(
            session, planned - timedelta(days=9, hours=9), council.secretary.name, meeting=name
        )
        self.do = self._tell.do
        self._here: list[Neighbour] = []
        self._numbers = iter(range(1, 1000))
        carried = 1 if council.put_off else 0
        self._matters = [Matter(rng, planned.date()) for _ in range(rng.randrange(1, 4 - carried))]
        self._carried: tuple[str, Matter] | None = None
        if council.put_off:
            self._carried = (council.put_off[1], Matter(rng, planned.date()))
        self._due = [one for one in council.undone if one.due <= planned.date()][:2]

    def play(self) -> None:
        """All of it."""
        self.prepare()
        self.gather()
        self._report()
        if self._carried is not None:
            self._deal_with("c1", self._carried[1])
        for number, matter in enumerate(self._matters, 1):
            self._deal_with(f"i{number}", matter)
        self.do("meeting.enter", after=240, phase="read-back")
        self.do("meeting.close", after=300)

    def prepare(self) -> None:
        """The meeting is called, with its agenda, and its notice is posted."""
        council, rng = self.council, self.rng
        place = rng.choice(phrases().where.rooms)
        self.do("meeting.convene", body=council.key, planned=self.planned, place=place)
        if self._due:
            self.do("agenda.add", after=20, item="r1", title=REPORTS, minutes=10)
        if self._carried is not None and council.put_off is not None:
            earlier, title = council.put_off
            carried = {"title": title, "carried_from": earlier, "minutes": 20}
            self.do("agenda.add", after=20, item="c1", **carried)
            council.put_off = None
        for number, matter in enumerate(self._matters, 1):
            minutes = rng.choice((15, 20, 25, 30))
            self.do("agenda.add", after=20, item=f"i{number}", title=matter.title, minutes=minutes)
        clerk = council.secretary
        person = {"name": clerk.name, "address": "居委会"}
        self.do("attendance.admit", person_id=clerk.id, person=person, capacity="secretary")
        posted = self._tell.at.date() + timedelta(days=2)
        self.do("meeting.post-notice", after=2 * 86_400, posted=posted)

    def gather(self) -> None:
        """Some asked for leave, the others come, the meeting begins."""
        council, rng = self.council, self.rng
        self._tell.at = self.planned - timedelta(minutes=15)
        self.do("meeting.enter", phase="sign-in")
        seats = list(council.seats.values())
        away = rng.sample(seats[:-1], rng.choice((0, 0, 1, 1, 1, 2, 2, 3)))
        for one in away:
            reason = rng.choice(phrases().talk.absent)
            self.do("attendance.excuse", after=5, member=one.id, reason=reason)
        self._here = [one for one in seats if one not in away]
        for one in (council.secretary, *rng.sample(self._here, len(self._here))):
            self.do("attendance.arrive", after=rng.randrange(10, 70), person=one.id)
        self._tell.at = max(self._tell.at, self.planned)
        self.do("meeting.enter", after=60, phase="deliberate")

    def _report(self) -> None:
        """What has become of earlier decisions; what is done or given up is not asked for again."""
        if not self._due:
            return
        self.do("agenda.take-up", after=30, item="r1")
        for number, one in enumerate(self._due, 1):
            told: dict[str, Any] = {"matter": one.title, "due": one.due}
            if one.number:
                told["decision"] = one.number
            self.do("reviews.report", after=90, review=f"r{number}", **told, **self._told(one))
        self.do("agenda.finish", after=60, item="r1")

    def _told(self, one: Open) -> dict[str, Any]:
        """Most is done, some takes longer, a little is given up."""
        rng, talk = self.rng, phrases().talk
        if rng.random() < 0.72:
            self.council.undone.remove(one)
            shown = rng.choice(talk.evidence)
            return {"progress": Progress.DONE, "text": one.done, "evidence": shown}
        late = f"{rng.choice(talk.delayed)}。"
        if rng.random() < 0.8:
            one.due = self.planned.date() + timedelta(days=rng.randrange(20, 80))
            text = one.going + late
            return {"progress": Progress.IN_PROGRESS, "new_due": one.due, "text": text}
        self.council.undone.remove(one)
        progress = Progress.ABANDONED if rng.random() < 0.4 else Progress.ON_HOLD
        return {"progress": progress, "text": late}

    def _deal_with(self, item: str, matter: Matter) -> None:
        """A motion is put, talked about and voted on; sometimes it is put off."""
        rng, council = self.rng, self.council
        self.do("agenda.take-up", after=rng.randrange(40, 240), item=item)
        if rng.random() < 0.3:
            text = rng.choice(phrases().talk.fact)
            self.do("notes.write", after=60, note=self._id("n"), text=text, kind="fact")
        if item != "c1" and council.put_off is None and rng.random() < 0.08:
            reason = rng.choice(phrases().talk.postpone)
            self.do("agenda.postpone", after=120, item=item, reason=reason)
            council.put_off = (self.name, matter.title)
            return
        mover, second = rng.sample([one for one in self._here if one is not council.seats[13]], 2)
        motion, title = (
            self._id("m"),
            self._carried[0] if item == "c1" and self._carried else matter.title,
        )
        self.do(
            "motions.put", after=60, motion=motion, mover=mover.id, title=title, text=matter.motion
        )
        self.do("motions.second", after=20, motion=motion, member=second.id)
        self._debate(matter)
        text = self._amend(matter, motion)
        self._vote(motion, matter, title, text)
        self.do("agenda.finish", after=30, item=item)

    def _debate(self, matter: Matter) -> None:
        rng = self.rng
        sides = [("for", one) for one in matter.several(matter.theme.favour, rng.randrange(1, 3))]
        sides += [
            ("against", one) for one in matter.several(matter.theme.against, rng.randrange(0, 3))
        ]
        speakers = rng.sample(self._here, len(sides))
        for (side, text), one in zip(sides, speakers, strict=True):
            self.do("floor.give", after=rng.randrange(20, 90), speaker=one.id, side=side)
            self.do(
                "notes.write",
                after=rng.randrange(40, 110),
                note=self._id("n"),
                text=text,
                speaker=one.id,
            )
        self.do("floor.end", after=60)
        if rng.random() < 0.06:
            text, host = rng.choice(phrases().talk.host), self.council.seats[13]
            if host in self._here:
                fields = {"text": text, "speaker": host.id, "kind": "host"}
                self.do("notes.write", after=10, note=self._id("n"), **fields)

    def _amend(self, matter: Matter, motion: str) -> str:
        """Now and then a change is proposed, and mostly carried."""
        rng = self.rng
        if rng.random() > 0.08:
            return matter.motion
        mover, second = rng.sample(self._here, 2)
        change = matter.say(phrases().talk.amend)
        added = change.removeprefix("增加“").removesuffix("”。")
        becomes = f"{matter.motion.removesuffix('。')}；{added}。"
        name = self._id("a")
        fields = {"mover": mover.id, "text": change, "becomes": becomes}
        self.do("motions.amend", after=60, motion=name, amends=motion, **fields)
        self.do("motions.second", after=15, motion=name, member=second.id)
        poll = self._id("p")
        self.do("polls.open", after=30, poll=poll, motion=name, method="hands")
        for_, against = self._split(rng.random() < 0.8)
        hands = {
            "in_favour": for_,
            "against": against,
            "abstained": len(self._here) - for_ - against,
        }
        self.do("polls.count-hands", after=30, poll=poll, hands=hands)
        self.do("polls.close", after=10, poll=poll)
        return becomes if for_ >= NEEDED else matter.motion

    def _vote(self, motion: str, matter: Matter, title: str, text: str) -> None:
        rng, poll = self.rng, self._id("p")
        method = rng.choices(("hands", "roll-call", "paper"), (74, 20, 6))[0]
        for_, against = self._split(rng.random() < 0.78)
        rest = len(self._here) - for_ - against
        if method == "paper":
            self._ballots(poll, motion, for_, against, rest)
        else:
            self.do("polls.open", after=30, poll=poll, motion=motion, method=method)
        if method == "hands":
            hands = {"in_favour": for_, "against": against, "abstained": rest}
            self.do("polls.count-hands", after=30, poll=poll, hands=hands)
        elif method == "roll-call":
            said = [Choice.FOR] * for_ + [Choice.AGAINST] * against + [Choice.ABSTAIN] * rest
            rng.shuffle(said)
            for one, choice in zip(self._here, said, strict=True):
                self.do("polls.vote", after=4, poll=poll, member=one.id, choice=choice)
        made = first(self.do("polls.close", after=20, poll=poll), DecisionMade)
        if made is not None:
            self._assign(made.number, matter, title)

    def _ballots(self, poll: str, motion: str, for_: int, against: int, rest: int) -> None:
        tellers = [one.id for one in self.rng.sample(self._here, 2)]
        method = {"method": "paper", "tellers": tellers}
        self.do("polls.open", after=30, poll=poll, motion=motion, **method)
        self.do("polls.issue-ballots", after=60, poll=poll, issued=len(self._here))
        counted = {
            "returned": len(self._here),
            "in_favour": for_,
            "against": against,
            "blank": rest,
        }
        for teller in tellers:
            self.do("polls.report-ballots", after=90, poll=poll, teller=teller, ballots=counted)

    def _split(self, carried: bool) -> tuple[int, int]:
        """Votes for and against among those who are here."""
        here, rng = len(self._here), self.rng
        if carried and here >= NEEDED:
            for_ = rng.randrange(NEEDED, here + 1)
        else:
            for_ = rng.randrange(2, min(here, NEEDED - 1) + 1)
        return for_, rng.randrange(0, here - for_ + 1)

    def _assign(self, number: int, matter: Matter, title: str) -> None:
        """Most decisions are given to somebody, with a day."""
        rng = self.rng
        if rng.random() < 0.06:
            return
        given: dict[str, Any] = {"implementer": matter.by, "due": matter.due}
        if rng.random() < 0.3:
            given["report_by"] = matter.due + timedelta(days=14)
        if rng.random() < 0.25:
            given |= {
                "money_fen": matter.fen,
                "money_source": rng.choice(phrases().where.funds),
            }
        self.do("decisions.assign", after=30, decision=number, assignment=given)
        done, going = matter.say(matter.theme.done), matter.say(matter.theme.going)
        self.council.undone.append(Open(self.name, number, title, matter.due, done, going))
        if rng.random() < FOLLOWED:
            Aftermath(self.council, self.name, number, matter, self._tell.at).foresee(
                title, given.get("money_fen", 0)
            )
        self.council.decided[title] = (self.name, number)

    def _id(self, kind: str) -> str:
        return f"{kind}{next(self._numbers)}"
