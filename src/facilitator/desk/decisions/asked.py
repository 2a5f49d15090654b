"""What somebody looks for on the page, kept with the desk: whoever comes back finds it again."""

from __future__ import annotations

from dataclasses import field, replace

from PySide6.QtCore import QObject

from facilitator.data import dataclass
from facilitator.desk.decisions.which import Which
from facilitator.desk.desk import Desk
from facilitator.searching import Facet, Kind, Sort, Wanted

MOST = 10_000
"""Characters that the field takes: whatever is pasted beyond is nobody's question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The words as they were typed, what was ticked, the order, and what is shown at the right."""

    words: str = ""
    chosen: dict[Facet, frozenset[str]] = field(default_factory=dict[Facet, frozenset[str]])
    sort: Sort = Sort.NEWEST
    shown: Which | None = None

    @property
    def narrowed(self) -> bool:
        """Whether anything is ticked."""
        return any(self.chosen.values())

    @property
    def decisions_only(self) -> bool:
        """Without words and without a kind, the page is what it is called: the decisions."""
        return not self.words.strip() and not self.chosen.get(Facet.KIND)

    def wanted(self) -> Wanted:
        """The question for the index."""
        plain = Wanted(self.words, self.chosen, self.sort)
        return plain.choose(Facet.KIND, Kind.DECISION) if self.decisions_only else plain

    def unfiltered(self) -> Wanted | None:
        """The same question without what is ticked, to be counted alone; None where that says nothing."""
        if not self.narrowed or (not self.words.strip() and self.chosen.get(Facet.KIND)):
            return None
        return replace(replace(self, chosen={}).wanted(), limit=0)

    def tick(self, facet: Facet, value: str) -> Asked:
        """The same with one value ticked, or not any more."""
        chosen = dict(self.chosen)
        chosen[facet] = chosen.get(facet, frozenset()) ^ {value}
        return replace(self, chosen={key: values for key, values in chosen.items() if values})


class Memory(QObject):
    """Keeps it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.asked = Asked()


def memory_of(desk: Desk) -> Memory:
    """What is looked for at a desk."""
    found = desk.findChild(Memory)
    return found if found is not None else Memory(desk)
