"""Orders to the worker that makes papers: each goes with the meeting or body as it is when it is given."""

from __future__ import annotations

from pathlib import Path

from facilitator import overview, press
from facilitator.desk.desk import Desk
from facilitator.desk.papers.bands import COARSE, light_proof
from facilitator.desk.papers.folders import body_folder, meeting_folder
from facilitator.export import BODY, frozen, frozen_body
from facilitator.papers.kinds import kinds_of
from facilitator.press import Order, Parcel, Proof
from facilitator.searching import Wanted
from facilitator.session import Change


def lang_of(desk: Desk, body: str) -> str:
    """The language of a body's papers: that of its newest meeting; before the first, of the windows."""
    last = overview.last_meeting(desk.session, body)
    return desk.session.meeting(last.meeting).call.lang if last else desk.lang


class Orders:
    """What one meeting's papers are asked for. Refusals and troubles of the worker are raised here."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        self._desk, self.meeting_id = desk, meeting_id
        self._last: Parcel | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of paper that there may be."""
        return kinds_of(self._desk.session.meeting(self.meeting_id).format)

    @property
    def body(self) -> str:
        """The body whose papers they are, in whatever way it has them made."""
        return self._desk.session.meeting(self.meeting_id).council.body

    @property
    def lang(self) -> str:
        """The language in which they are written unless another is wanted."""
        return self._desk.session.meeting(self.meeting_id).call.lang

    @property
    def folder(self) -> Path:
        """Where a whole set of them goes."""
        meeting = self._desk.session.meeting(self.meeting_id)
        return meeting_folder(self._desk.settings, meeting)

    def concerns(self, change: Change) -> bool:
        """Whether an act changes them: of the meeting, its follow-ups, or the body whose people are named."""
        meeting = self.meeting_id
        streams = (f"meeting/{meeting}", f"body/{self.body}")
        return change.stream in streams or change.stream.startswith(f"followup/{meeting}/")

    def matters(self) -> list[tuple[str, str]]:
        """The decisions and action groups that a paper can be made for, by name, with their titles."""
        meeting = self._desk.session.meeting(self.meeting_id)
        found: list[tuple[str, str]] = []
        for number, decision in sorted(meeting.decisions.all.items()):
            motion = meeting.motions.all[decision.motion]
            title = motion.title or meeting.agenda.item(motion.item).title
            found.append((str(number), title))
        found += [(f"group/{group.id}", group.title) for group in meeting.groups.all.values()]
        return found

    def parcel(self, order: Order | None = None) -> Parcel:
        """What is needed for an order, as it is now, packed; without one, for a whole set."""
        pictured = order is None or order.pictured
        matter = order.matter if order else ""
        made = frozen(self._desk.session, self.meeting_id, matter=matter, pictured=pictured)
        self._last = press.packed(made, self._last)
        return self._last

    async def counts(self, lang: str, matter: str = "") -> dict[str, int]:
        """How many papers of each kind there are now; `matter` for those that are made for one."""
        parcel = self.parcel(Order("", lang))
        return await self._desk.works.apart(press.counts, parcel, lang, matter)

    async def proof(self, order: Order, ppi: float) -> Proof:
        """The pages of a paper as it is now."""
        make = press.proof if ppi <= COARSE else light_proof
        return await self._desk.works.apart(make, self.parcel(order), order, ppi)

    async def names(self, order: Order, form: str) -> list[str]:
        """What the files of an order are called."""
        parcel = self.parcel(order)
        return await self._desk.works.apart(press.file_names, parcel, order, form)

    async def write(self, parcel: Parcel, order: Order, form: str, folder: str) -> list[str]:
        """Write the papers of one kind into a folder; their paths, none if there is nothing to print."""
        return await self._desk.works.apart(press.write, parcel, order, form, folder)

    async def write_one(self, order: Order, number: int, form: str, path: str) -> str:
        """Write one paper of a kind under a name of somebody's own."""
        parcel = self.parcel(order)
        return await self._desk.works.apart(press.write_one, parcel, order, number, form, path)


class BodyOrders(Orders):
    """What one body's papers are asked for; `wanted` narrows its list of decisions down."""

    def __init__(self, desk: Desk, body: str, wanted: Wanted | None = None) -> None:
        super().__init__(desk, "")
        self._body, self._wanted = body, wanted

    @property
    def kinds(self) -> tuple[str, ...]:
        return BODY

    @property
    def body(self) -> str:
        return self._body

    @property
    def lang(self) -> str:
        return lang_of(self._desk, self._body)

    @property
    def folder(self) -> Path:
        name = self._desk.session.body(self._body).name
        return body_folder(self._desk.settings, name, self._desk.now().date())

    def concerns(self, change: Change) -> bool:
        """Acts that its lists tell of may be of any meeting, follow-up or call."""
        return True

    def matters(self) -> list[tuple[str, str]]:
        return []

    def parcel(self, order: Order | None = None) -> Parcel:
        kinds = (order.kind,) if order else BODY
        made = frozen_body(self._desk.session, self._body, wanted=self._wanted, kinds=kinds)
        return press.packed(made)

    async def counts(self, lang: str, matter: str = "") -> dict[str, int]:
        """Whether there is anything to put on each list; for that it need not be fetched."""
        made = frozen_body(self._desk.session, self._body, wanted=self._wanted, first=True)
        return await self._desk.works.apart(press.counts, press.packed(made), lang)
