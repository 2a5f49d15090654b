"""Those who have left: their personal data can be erased, as the law lets them ask."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.bodies import Body
from facilitator.bodies.membership import ErasePerson
from facilitator.desk.bodies.fields import choice, labelled, text_field
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import words


def former_members(body: Body) -> list[tuple[str, str]]:
    """Id and name of everybody who sat once and whose data is still kept."""
    return [
        (member, person.name)
        for member, person in body.people.items()
        if member not in body.holdings and person is not None
    ]


class FormerPanel(Panel):
    """Choose somebody who has left; erase with a reason."""

    def __init__(self, desk: Desk, body: str, parent: QWidget) -> None:
        t, one = desk.t, desk.session.body(body)
        super().__init__(desk, t("Those who have left"), parent, width=560)
        self.setObjectName("former")
        self._id = body
        left = former_members(one)
        if not left:
            nobody = t("Nobody has left this body, or their data has been erased already.")
            self.body.addWidget(words(nobody, wrap=True))
            self.finish(t("Close"), self.accept, cancel=False, name="former.close")
            return
        self._who = choice("former.who")
        for member, name in left:
            self._who.addItem(name, member)
        self._reason = text_field("former.reason", hint=t("e.g. asked for it on 12 December"))
        self.body.addLayout(labelled(desk, t("Member"), self._who))
        self.body.addLayout(labelled(desk, t("Reason"), self._reason))
        for said in (
            t(
                "Whoever has left may ask for this (Personal Information Protection Law, article 47)."
            ),
            t(
                "Erased for good: name, address and telephone. What they did stays, without the name."
            ),
            t("Papers that were already written or printed are not changed by it."),
        ):
            self.body.addWidget(words(said, "secondary", wrap=True))
        self.finish(t("Erase personal data"), self._erase, name="former.erase", for_good=True)

    def _erase(self) -> None:
        member = self._who.currentData()
        self.send(ErasePerson(body=self._id, member=member, reason=self._reason.text()))
