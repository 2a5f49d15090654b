"""What a public version keeps back, said beside its pages."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import Elided, card, column, row, words
from facilitator.papers.kinds.withheld import Withheld
from facilitator.words.figures import airy, listing
from facilitator.words.tongue import Tongue

SHOWN = 4
"""Names given as examples."""


def withheld_words(told: Withheld, t: Tongue) -> list[str]:
    """One line for each kind of thing that is left out; one line when nothing is."""
    lines: list[str] = []
    if told.names:
        some = [f"{name} → {mask}" for name, mask in told.names[:SHOWN]]
        more = len(told.names) - len(some)
        names = listing(some, t.lang)
        if more:
            names = t.many("{names} and {n} more", "{names} and {n} more", more, names=names)
        lines.append(t("Names: {names}", names=names))
    if told.votes:
        lines.append(t("Who voted how: only the numbers are shown"))
    if told.reasons:
        lines.append(t("Why somebody was excused or left"))
    if told.homes:
        lines.append(t("Addresses and units"))
    if told.contacts:
        lines.append(t("How to reach action groups"))
    if told.photos:
        lines.append(t.many("{n} photo", "{n} photos", told.photos))
    if told.objectors:
        lines.append(t("Who objected"))
    if told.reporters:
        lines.append(t("Who reported"))
    if told.callers:
        lines.append(t("Who leads, called or came"))
    if told.files:
        lines.append(t("Which files are kept"))
    return [airy(line) for line in lines] or [t("Nothing: this paper names nobody.")]


def withheld_briefly(told: Withheld, t: Tongue) -> str:
    """The same in one line, for over the pages."""
    parts: list[str] = []
    if told.names:
        parts.append(t.many("the name of {n} person", "the names of {n} people", len(told.names)))
    if told.votes:
        parts.append(t("who voted how"))
    if told.reasons:
        parts.append(t("why somebody was excused or left"))
    if told.homes:
        parts.append(t("addresses and units"))
    if told.contacts:
        parts.append(t("how to reach action groups"))
    if told.photos:
        parts.append(t.many("{n} photo", "{n} photos", told.photos))
    if told.objectors:
        parts.append(t("who objected"))
    if told.reporters:
        parts.append(t("who reported"))
    if told.callers:
        parts.append(t("who leads, called or came"))
    if told.files:
        parts.append(t("which files are kept"))
    if not parts:
        return t("Public version. This paper names nobody, so nothing is left out.")
    return airy(t("Public version. Left out: {things}.", things=listing(parts, t.lang)))


def standing_words(told: Withheld, t: Tongue) -> str:
    """A warning about names that can be read all the same; "" when there are none."""
    if not told.standing:
        return ""
    return t(
        "Still to be read: {names}. Motions, titles and decisions stand word for word in every version. "
        "Look at the pages before posting them.",
        names=listing(told.standing, t.lang),
    )


class WithheldBand(QFrame):
    """One line over the pages of a public version; amber where a name can be read all the same."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        px = desk.px
        self.desk = desk
        self.setObjectName("papers.public-band")
        self._line = Elided("", name="papers.public-band.line")
        box = row(on=self, margins=(px(16), px(6), px(16), px(6)))
        box.addWidget(self._line, 1)
        self.show_withheld(None)

    def show_withheld(self, told: Withheld | None) -> None:
        """Say it, or say nothing."""
        self.setVisible(told is not None)
        if told is None:
            return
        t = self.desk.t
        warning = standing_words(told, t)
        self._line.setText(warning or withheld_briefly(told, t))
        look = "band-warn" if warning else "band"
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)


class WithheldCard(QFrame):
    """A card with these lines; hidden while the full version is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self.desk = desk
        self.setProperty("look", "sunken")
        self.setObjectName("papers.withheld")
        self._lines = words("", wrap=True, name="papers.withheld.lines")
        self._warning = words("", tone="warn", wrap=True, name="papers.withheld.standing")
        self._box = card("warn")
        column(self._warning, on=self._box, margins=px(8))
        head = words(t("Left out in the public version"), "strong")
        column(head, self._lines, self._box, on=self, margins=px(12), gap=px(6))
        self.show_withheld(None)

    def show_withheld(self, told: Withheld | None) -> None:
        """Say it, or say nothing."""
        self.setVisible(told is not None)
        if told is None:
            return
        t = self.desk.t
        self._lines.setText("\n".join(f"· {line}" for line in withheld_words(told, t)))
        warning = standing_words(told, t)
        self._warning.setText(warning)
        self._box.setVisible(bool(warning))
