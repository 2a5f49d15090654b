"""Naming people at a forum: whoever is known is found by name, whoever is not is put on the list by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from facilitator.bodies.people import Person
from facilitator.desk.desk import Desk, Say
from facilitator.desk.forum.chips import Chips
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.widgets.initials import initials
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import AdmitObserver, Capacity
from facilitator.words.figures import listing

SEPARATORS = "、，,;；\n\t"
"""What stands between names when several are typed or pasted at once."""
_BETWEEN = re.compile(rf"[{SEPARATORS}]|(?<=[\u4e00-\u9fff]{{2}})\s+(?=[\u4e00-\u9fff]{{2}})")
"""A space is a separator between two Chinese names; 张 三 is one name, and so is Li Ming."""
MOST_OFFERED = 12


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


def person_named(
    desk: Desk,
    meeting: str,
    name: str,
    *,
    say: Say | None = None,
    capacity: Capacity = Capacity.PARTICIPANT,
) -> str:
    """The id behind a name or label; somebody new is put on the list with that name, as a participant.

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
        capacity=capacity,
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


def split_names(text: str) -> list[str]:
    """Names as they were typed or pasted in a row, each once."""
    found = (" ".join(name.split()) for name in _BETWEEN.split(text))
    return list(dict.fromkeys(name for name in found if name))


def _free_id(meeting: Meeting) -> str:
    taken = meeting.attendance.observers.keys() | meeting.attendance.dismissed
    number = len(taken) + 1
    while f"p{number}" in taken or meeting.is_member(f"p{number}"):
        number += 1
    return f"p{number}"


class NameField(QLineEdit):
    """One name, completed from everybody who is known; `text()` is what was typed or chosen.

    Pinyin initials find a name too: zwd finds 郑卫东.
    """

    def __init__(self, desk: Desk, meeting: str, *, name: str, says: str) -> None:
        super().__init__()
        self.desk, self.meeting_id = desk, meeting
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._offer = QCompleter(self)
        self._offer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._offer.setModel(QStringListModel(self))
        self._offer.setWidget(self)
        self._offer.activated[str].connect(self._take)  # type: ignore[index]
        self.textEdited.connect(self._look)

    def show_person(self, person: str) -> None:
        """Show somebody by id; nobody for ""."""
        self.setText(known(self.desk, self.meeting_id).get(person, ""))

    def token(self) -> str:
        """What is being typed: the whole of it."""
        return self.text().strip()

    def _look(self, _text: str) -> None:
        token, model, popup = self.token(), self._offer.model(), self._offer.popup()
        assert isinstance(model, QStringListModel)
        found = self._fitting(token) if token else []
        if not found or found == [token]:
            if popup is not None:
                popup.hide()
            return
        model.setStringList(found)
        self._offer.complete()
        # Two characters may be a whole new name; letters and a single character never are.
        if popup is not None and (token.isascii() or len(token) == 1):
            popup.setCurrentIndex(self._offer.completionModel().index(0, 0))

    def _fitting(self, token: str) -> list[str]:
        """Labels that may be meant, the likeliest first."""
        token = token.casefold()
        found: list[tuple[int, str]] = []
        for label in known(self.desk, self.meeting_id).values():
            plain = label.casefold()
            if plain.startswith(token):
                found.append((0, label))
            elif token.isascii() and initials(label).startswith(token):
                found.append((1, label))
            elif token in plain:
                found.append((2, label))
        found.sort(key=lambda one: one[0])
        return [label for _, label in found[:MOST_OFFERED]]

    def _take(self, chosen: str) -> None:
        self.setText(chosen)


def known(desk: Desk, meeting: str) -> dict[str, str]:
    """Everybody known at a meeting, by id, under the label that finds them."""
    return labels(desk, desk.session.meeting(meeting))


class _Writing(NameField):
    """The line at the end of the names: Enter, 、 or leaving it makes a name of what was typed."""

    typed = Signal(str)
    back = Signal()
    """Backspace where there is nothing to take away."""
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, empty = event.key(), not self.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held and not empty:
            self.take_up()
        elif key == Qt.Key.Key_Backspace and empty:
            self.back.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and empty:
            self.stepped.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._give(self.text())

    def take_up(self) -> None:
        """Make a name of what is chosen below, else of what was typed."""
        popup = self._offer.popup()
        chosen = popup.currentIndex() if popup is not None and popup.isVisible() else None
        self._give(str(chosen.data()) if chosen is not None and chosen.isValid() else self.text())

    def _look(self, _text: str) -> None:
        if _BETWEEN.search(self.text()):
            self._give(self.text())
        else:
            super()._look(_text)

    def _take(self, chosen: str) -> None:
        self._give(chosen)

    def _give(self, text: str) -> None:
        popup = self._offer.popup()
        if popup is not None and popup.isVisible():
            popup.hide()
        if text.strip():
            self.clear()
            self.typed.emit(text)


class NamesField(Chips):
    """Several names as chips: Enter or 、 makes one of what is typed, Backspace takes the last back."""

    def __init__(self, desk: Desk, meeting: str, *, name: str, says: str) -> None:
        self._line = _Writing(desk, meeting, name=name, says=says)
        super().__init__(desk, self._line)
        self.meeting_id = meeting
        self._line.typed.connect(lambda text: self.add(split_names(text)))
        self._line.back.connect(self.take_back)
        self._line.stepped.connect(self.step)
        self._line.textEdited.connect(lambda _text: self.changed.emit())

    @property
    def names(self) -> list[str]:
        """The names, each once, in the order they stand; what is being typed is the last."""
        return list(dict.fromkeys([*self.labels, *split_names(self._line.text())]))

    def show_people(self, people: Iterable[str]) -> None:
        """Show these by id."""
        found = known(self.desk, self.meeting_id)
        self.show_names(found[person] for person in people if person in found)

    def show_names(self, names: Iterable[str]) -> None:
        """Show these as they are written, and nothing half typed."""
        self._line.clear()
        self.show_labels(names)

    def text(self) -> str:
        """The names in a row."""
        return SEPARATORS[0].join(self.names)

    def setText(self, text: str) -> None:
        """Show names that stand in a row."""
        self.show_names(split_names(text))

    def clear(self) -> None:
        """Show nobody."""
        self.show_names(())
