"""Naming people at a forum: whoever is known is found by name, whoever is not is put on the list by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from facilitator.bodies.people import Person
from facilitator.desk.desk import Desk, Say
from facilitator.desk.notices import Notice, Tone
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import AdmitObserver, Capacity
from facilitator.words.figures import listing

SEPARATORS = "、，,;；\n\t"
"""What stands between names when several are typed or pasted at once."""


def labels(desk: Desk, meeting: Meeting) -> dict[str, str]:
    """Everybody known at a meeting, by id, under a label that nobody else has: the name, where it is enough."""
    people = desk.session.people(meeting)
    often = Counter(person.name for person in people.values())
    found: dict[str, str] = {}
    for key, person in people.items():
        label = person.name
        if often[person.name] > 1:
            holding = meeting.seat_of(key)
            seat = desk.t("seat {n}", n=holding.seat) if holding else ""
            label = f"{person.name} ({person.address or seat or key})"
        found[key] = label if label not in found.values() else f"{label} {key}"
    return found


def person_named(desk: Desk, meeting: str, name: str, *, say: Say | None = None) -> str:
    """The id behind a name or label; somebody new is put on the list of participants with that name.

    "" when that was refused, or when several bear the name and nobody said which: `say` has told why then.
    """
    wanted = " ".join(name.split())
    one = desk.session.meeting(meeting)
    known = labels(desk, one)
    by_label = {label: key for key, label in known.items()}
    if wanted in by_label:
        return by_label[wanted]
    same = [key for key, person in desk.session.people(one).items() if person.name == wanted]
    if same:
        t = desk.t
        text = t(
            "Several people are called {name}. Choose which one: {labels}.",
            name=wanted,
            labels=listing([known[key] for key in same], desk.lang),
        )
        (say or desk.noticed.emit)(Notice(Tone.REFUSED, text))
        return ""
    person_id = _free_id(one)
    command = AdmitObserver(
        meeting=meeting,
        person_id=person_id,
        person=Person(name=wanted),
        capacity=Capacity.PARTICIPANT,
    )
    return person_id if desk.do(command, say=say) else ""


def people_named(
    desk: Desk, meeting: str, names: Iterable[str], *, say: Say | None = None
) -> tuple[str, ...] | None:
    """The ids behind several names, each once; None as soon as one of them cannot be told."""
    found: list[str] = []
    for name in names:
        person = person_named(desk, meeting, name, say=say)
        if not person:
            return None
        if person not in found:
            found.append(person)
    return tuple(found)


def _free_id(meeting: Meeting) -> str:
    taken = meeting.attendance.observers.keys() | meeting.attendance.dismissed
    number = len(taken) + 1
    while f"p{number}" in taken or meeting.is_member(f"p{number}"):
        number += 1
    return f"p{number}"


class NameField(QLineEdit):
    """One name, completed from everybody who is known; `text()` is what was typed or chosen."""

    def __init__(self, desk: Desk, meeting: str, *, name: str, says: str) -> None:
        super().__init__()
        self.desk, self.meeting_id = desk, meeting
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._offer = QCompleter(self)
        self._offer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._offer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offer.setModel(QStringListModel(self))
        self._offer.setWidget(self)
        self._offer.activated[str].connect(self._take)  # type: ignore[index]
        self.textEdited.connect(self._look)

    def show_person(self, person: str) -> None:
        """Show somebody by id; nobody for ""."""
        self.setText(self._known().get(person, ""))

    def token(self) -> str:
        """What is being typed: the whole of it."""
        return self.text().strip()

    def _known(self) -> dict[str, str]:
        return labels(self.desk, self.desk.session.meeting(self.meeting_id))

    def _look(self, _text: str) -> None:
        token, model = self.token(), self._offer.model()
        assert isinstance(model, QStringListModel)
        model.setStringList(list(self._known().values()))
        self._offer.setCompletionPrefix(token)
        popup = self._offer.popup()
        found = [self._offer.currentCompletion()] if self._offer.setCurrentRow(0) else []
        if not token or not found or (found == [token] and self._offer.completionCount() == 1):
            if popup is not None:
                popup.hide()
        else:
            self._offer.complete()

    def _take(self, chosen: str) -> None:
        self.setText(chosen)


class NamesField(NameField):
    """Several names in one line, with 、 between them; the one being typed is completed."""

    def token(self) -> str:
        """What stands before the cursor, from the last separator on."""
        before = self.text()[: self.cursorPosition()]
        return before[self._from(before) :].strip()

    @property
    def names(self) -> list[str]:
        """The names, each once, in the order they stand."""
        text = self.text()
        for one in SEPARATORS[1:]:
            text = text.replace(one, SEPARATORS[0])
        found = (" ".join(name.split()) for name in text.split(SEPARATORS[0]))
        return list(dict.fromkeys(name for name in found if name))

    def show_people(self, people: Iterable[str]) -> None:
        """Show these by id."""
        known = self._known()
        self.setText("、".join(known[person] for person in people if person in known))

    def _take(self, chosen: str) -> None:
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        head = before[: self._from(before)]
        self.setText(f"{head}{chosen}、{after.lstrip(SEPARATORS)}")
        self.setCursorPosition(len(head) + len(chosen) + 1)

    @staticmethod
    def _from(before: str) -> int:
        return 1 + max(before.rfind(one) for one in SEPARATORS)
