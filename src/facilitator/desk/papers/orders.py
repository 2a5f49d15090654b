"""Orders to the worker that makes papers: each goes with the meeting as it is when the order is given."""

from __future__ import annotations

from facilitator import press
from facilitator.desk.desk import Desk
from facilitator.desk.papers.bands import COARSE, light_proof
from facilitator.export import frozen
from facilitator.meeting.format import Format
from facilitator.press import Order, Parcel, Proof


class Orders:
    """What one meeting's papers are asked for. Refusals and troubles of the worker are raised here."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        self._desk, self.meeting_id = desk, meeting_id
        self._last: Parcel | None = None

    @property
    def format(self) -> Format:
        """What kind of meeting it is."""
        return self._desk.session.meeting(self.meeting_id).format

    def parcel(self) -> Parcel:
        """The meeting as it is now, packed."""
        self._last = press.packed(frozen(self._desk.session, self.meeting_id), self._last)
        return self._last

    async def counts(self, lang: str) -> dict[str, int]:
        """How many papers of each kind there are now."""
        return await self._desk.works.apart(press.counts, self.parcel(), lang)

    async def proof(self, order: Order, ppi: float) -> Proof:
        """The pages of a paper as it is now."""
        make = press.proof if ppi <= COARSE else light_proof
        return await self._desk.works.apart(make, self.parcel(), order, ppi)

    async def names(self, order: Order, form: str) -> list[str]:
        """What the files of an order are called."""
        return await self._desk.works.apart(press.file_names, self.parcel(), order, form)

    async def write(self, parcel: Parcel, order: Order, form: str, folder: str) -> list[str]:
        """Write the papers of one kind into a folder; their paths, none if there is nothing to print."""
        return await self._desk.works.apart(press.write, parcel, order, form, folder)

    async def write_one(self, order: Order, number: int, form: str, path: str) -> str:
        """Write one paper of a kind under a name of somebody's own."""
        parcel = self.parcel()
        return await self._desk.works.apart(press.write_one, parcel, order, number, form, path)
