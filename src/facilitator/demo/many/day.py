"""One day of a small forum (Open Space), from its invitation to its close."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from facilitator.demo.many.acts import Telling
from facilitator.demo.many.people import Committee, Neighbour
from facilitator.demo.many.talk import Matter, phrases
from facilitator.session import Session

ROOMS = (("hall", "大厅", 40), ("library", "图书角", 14), ("studio", "书画室", 20))
SLOTS = (("s1", 60), ("s2", 140))
"""Minutes after the beginning."""


class Day:
    """Plays one forum; what it resolves is carried by action groups."""

    def __init__(
        self, session: Session, council: Committee, name: str, planned: datetime, rng: random.Random
    ) -> None:
        self.council, self.name, self.rng = council, name, rng
        self.planned = planned.replace(hour=9, minute=0)
        self._tell = Telling(
            session, self.planned - timedelta(days=19), council.secretary.name, meeting=name
        )
        self.do = self._tell.do
        self._here: list[Neighbour] = []
        self._matters: dict[str, Matter] = {}

    def play(self) -> None:
        """All of it."""
        self._invite()
        self._open()
        self._post()
        self._talk()
        self.do("meeting.enter", after=60, phase="action")
        self._act()
        self.do("meeting.enter", after=600, phase="circle")
        self.do("meeting.close", after=1200)

    def _invite(self) -> None:
        council, rng, talk = self.council, self.rng, phrases().forum
        place, title = "街道文化中心", f"{council.place}社区开放空间论坛"
        call = {"body": council.key, "planned": self.planned, "place": place, "title": title}
        self.do("meeting.convene", format="open_space", **call)
        person = {"name": council.secretary.name, "address": "居委会"}
        self.do(
            "attendance.admit", person_id=council.secretary.id, person=person, capacity="secretary"
        )
        c = f"{council.place}社区"
        question = rng.choice(talk.question).format(c=c)
        invited = {"invitation": talk.invitation.format(c=c), "sponsor": f"{c}居民委员会"}
        self.do("theme.set", after=60, question=question, expected=60, **invited)
        self.do("hosting.choose", mode=rng.choice(("neutral", "guiding")))
        for key, room, seats in ROOMS:
            self.do("matrix.add-place", after=10, place=key, name=room, seats=seats)
        for key, minutes in SLOTS:
            begins = self.planned + timedelta(minutes=minutes)
            self.do("matrix.add-slot", after=10, slot=key, begins=begins, minutes=60)
        self.do(
            "meeting.post-notice", after=86_400, posted=(self._tell.at + timedelta(days=1)).date()
        )

    def _open(self) -> None:
        council, rng = self.council, self.rng
        self._tell.at = self.planned - timedelta(minutes=20)
        self.do("meeting.enter", phase="opening")
        *others, host = council.seats.values()
        self._here = [*rng.sample(others, rng.randrange(8, 12)), host]
        for one in (council.secretary, *self._here):
            self.do("attendance.arrive", after=20, person=one.id)
        self.do("heads.count", after=60, heads=rng.randrange(40, 75))
        self._tell.at = max(self._tell.at, self.planned)
        self.do("meeting.enter", after=300, phase="market")

    def _post(self) -> None:
        rng = self.rng
        fields = [(room, slot) for slot, _ in SLOTS for room, _, _ in ROOMS]
        for number, (room, slot) in enumerate(fields[: rng.randrange(4, 7)], 1):
            topic, matter = f"t{number:02}", Matter(rng, self.planned.date())
            self._matters[topic] = matter
            posted = {"title": matter.title, "conveners": [self._convener(number).id]}
            why = matter.say(matter.theme.favour)
            self.do("wall.post", after=40, topic=topic, why=why, **posted)
            self.do("wall.place", after=20, topic=topic, place=room, slot=slot)
            self.do("interest.count", after=5, topic=topic, heads=rng.randrange(3, 20))

    def _convener(self, number: int) -> Neighbour:
        return self._here[number % len(self._here)]

    def _talk(self) -> None:
        self.do("meeting.enter", after=120, phase="rounds")
        for slot, minutes in SLOTS:
            self._tell.at = max(self._tell.at, self.planned + timedelta(minutes=minutes))
            self.do("rounds.start", after=30, slot=slot)
            self.do("rounds.end", after=3500)
        self.do("meeting.enter", after=60, phase="news")
        for number, (topic, matter) in enumerate(self._matters.items(), 1):
            self.do("reports.post", after=60, topic=topic, **self._report(number, matter))

    def _report(self, number: int, matter: Matter) -> dict[str, object]:
        theme, rng = matter.theme, self.rng
        points = [*matter.several(theme.favour, 2), *matter.several(theme.against, 1)]
        step = {
            "who": self._convener(number).name,
            "what": matter.say(phrases().forum.step),
            "by": matter.due,
        }
        people = [one.id for one in rng.sample(self._here, 4)]
        heads = rng.randrange(5, 18)
        text = {"points": points, "next_steps": [step]}
        return {"recorder": people[0], "participants": people, "heads": heads, "text": text}

    def _act(self) -> None:
        rng = self.rng
        titles = rng.sample(phrases().forum.group, 2)
        for number, (topic, matter) in enumerate(list(self._matters.items())[:2], 1):
            lead, *members = rng.sample(self._here, 4)
            group = {
                "title": titles[number - 1],
                "lead": lead.id,
                "topics": [topic],
                "due": matter.due,
            }
            step = matter.say(phrases().forum.step)
            others = [one.id for one in members]
            reach = {"contact": f"{lead.name} 138 0000 {rng.randrange(10_000):04}", "consent": True}
            if rng.random() < 0.5:
                reach = {}
            made = {"group": f"g{number}", "first_step": step, "members": others, **group, **reach}
            self.do("actions.form", after=200, **made)
