"""Calling a meeting: which body, when and where, what earlier meetings left for it. The agenda can wait."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from facilitator import overview, presets
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.checklist import Checklist
from facilitator.desk.prepare.fields import (
    date_field,
    day_of,
    labelled,
    moment,
    person_field,
    show_day,
    show_time,
    time_field,
)
from facilitator.desk.prepare.formats import FormatChoice
from facilitator.desk.prepare.suggesting import meeting_id, suggestion, title_for
from facilitator.desk.prepare.waiting import Waiting, waiting_for
from facilitator.desk.widgets import column, row, words
from facilitator.meeting.attendance import Capacity
from facilitator.meeting.lifecycle import ChangeHost, ConveneMeeting
from facilitator.words.figures import airy
from facilitator.words.tongue import mark_many

LANGUAGES = (("zh", "中文"), ("en", "English"))
"""Each in its own words, whatever the window speaks."""

_IN_TIME = mark_many(
    "the notice has to hang {n} day before", "the notice has to hang {n} days before"
)
_TOO_LATE = mark_many(
    "the notice has to hang {n} day before: it is too late for that",
    "the notice has to hang {n} days before: it is too late for that",
)


class NewMeetingPanel(Panel):
    """Calls the meeting, puts on its agenda what was ticked, and goes to it. `take` is ticked at once."""

    def __init__(
        self, desk: Desk, parent: QWidget, body: str = "", *, take: Waiting | None = None
    ) -> None:
        t, px = desk.t, desk.px
        super().__init__(desk, t("New meeting"), parent, width=680)
        self.setObjectName("new-meeting")
        self._take, self._take_body = take, body
        rows = overview.bodies(desk.session)
        if not rows:
            self._found_first()
            return
        self._bodies = {row.body: row.name for row in rows}
        self._body = QComboBox()
        self._body.setObjectName("new.body")
        for key, name in self._bodies.items():
            self._body.addItem(name, key)
        self._body.setCurrentIndex(max(0, self._body.findData(body)))
        # What is known best stands first, and is chosen.
        formats = sorted(presets.formats(), key=lambda form: form.has_course)
        self._format = FormatChoice(desk, formats)
        self._suggested = suggestion(desk, self.body_id, self._format.key)
        self._named = ""
        self._make_fields()
        self.body.setSpacing(px(16))
        for piece in (self._format, *self._lines(), self._left):
            self.body.addWidget(piece)
        self.body.addStretch(1)
        self.finish(t("Call the meeting"), self._send, name="new.done")
        self._body.currentIndexChanged.connect(self._other_body)
        self._format.chosen.connect(lambda _key: self._other_body())
        self._day.dateChanged.connect(lambda _day: self._tell())
        self._other_body()
        self._day.setFocus()

    @property
    def body_id(self) -> str:
        """The body whose meeting it is to be."""
        return self._body.currentData()

    def propose(self, *, format: str = "", day: date | None = None, title: str = "") -> None:
        """Choose a kind of meeting, a day and a title beforehand; people may still choose others."""
        if format:
            self._format.choose(format)
        if day is not None:
            show_day(self._day, day)
        if title:
            self._title.setText(title)

    def _found_first(self) -> None:
        """Without a body there is nobody to call."""
        t = self.desk.t
        said = t("There is no body yet whose meeting this could be. Set one up first.")
        self.body.addWidget(words(said, wrap=True))

        def go() -> None:
            self.accept()
            self.desk.go("bodies", "new")

        self.finish(t("Set up a body"), go, name="new.found")

    def _make_fields(self) -> None:
        desk, t = self.desk, self.desk.t
        planned = self._suggested.planned
        self._day = date_field(desk, planned.date(), "new.day")
        self._time = time_field(desk, planned.time(), "new.time")
        self._place, self._title = QLineEdit(), QLineEdit()
        self._place.setObjectName("new.place")
        self._title.setObjectName("new.title")
        self._host = person_field(desk, (), "new.host")
        said = t("Or type a name: it need not be a member.")
        self._anybody = words(said, "small", wrap=True, name="new.host.anybody")
        self._lang = person_field(desk, LANGUAGES, "new.lang")
        self._about = words("", "small", wrap=True, name="new.about")
        self._left = Checklist(desk, take=self._take.source if self._take else "")
        self._title.setPlaceholderText(t("Only if it has a name of its own"))

    def _lines(self) -> list[QWidget]:
        desk, t = self.desk, self.desk.t
        if len(self._bodies) > 1:
            whose = labelled(desk, t("Body"), self._body)
        else:
            whose = row(words(t("Body")), words(self._body.currentText(), "strong", wrap=True))
            whose.setStretch(1, 1)
        when = row(gap=desk.px(16))
        when.addLayout(labelled(desk, t("Day"), self._day), 3)
        when.addLayout(labelled(desk, t("Time"), self._time), 2)
        who = row(gap=desk.px(16))
        host = labelled(desk, t.within("header", "Host"), self._host)
        host.addWidget(self._anybody)
        who.addLayout(column(host, None), 3)
        who.addLayout(column(labelled(desk, t("Language of the papers"), self._lang), None), 2)
        parts = (
            whose,
            column(when, self._about, gap=desk.px(4)),
            labelled(desk, t("Place"), self._place),
            who,
            labelled(desk, t("Title (may stay empty)"), self._title),
        )
        found: list[QWidget] = []
        for part in parts:
            found.append(holder := QWidget())
            holder.setLayout(part)
        return found

    def _other_body(self) -> None:
        """Suggest what fits this body, where nobody has entered something else."""
        desk, old = self.desk, self._suggested
        self._suggested = new = suggestion(desk, self.body_id, self._format.key)
        if day_of(self._day) == old.planned.date():
            show_day(self._day, new.planned.date())
        if self._time.text() == f"{old.planned:%H:%M}":
            show_time(self._time, new.planned.time())
        if not self._place.isModified():
            self._place.setText(new.place)
        self._lang.setCurrentIndex(self._lang.findData(new.lang))
        self._offer_title(new.lang)
        self._offer_hosts()
        today = desk.now().date()
        found = waiting_for(desk, self.body_id, today, lang=new.lang)
        take = self._take if self.body_id == self._take_body else None
        if take and all(one.source != take.source for one in found):
            found = (*found, take)
        self._left.offer(found)
        self._tell()
        self.fit()

    @property
    def _forum(self) -> bool:
        return presets.format_of(self._format.key).has("wall")

    def _offer_title(self, lang: str) -> None:
        """A name, where one is usual and nobody has typed another."""
        if self._title.text() in ("", self._named):
            self._named = title_for(self.desk, self.body_id, self._format.key, lang)
            self._title.setText(self._named)

    def _offer_hosts(self) -> None:
        """The chair as the charter says, else nobody yet; then everybody by seat. A forum's may be anybody."""
        t, body = self.desk.t, self.desk.session.body(self.body_id)
        offices = {office.key: office for office in body.charter.offices if office.chairs}
        chairs = [(h, offices[key]) for h in body.seated for key in h.offices if key in offices]
        names = {key: person.name for key, person in body.people.items() if person}
        self._host.clear()
        if chairs:
            holding, office = chairs[0]
            name = names.get(holding.member, holding.member)
            said = t("{name} ({title})", name=name, title=office.title.text(self.desk.lang))
            self._host.addItem(said, "")
        else:
            self._host.addItem(t("To be settled later"), "")
        for holding in body.seated:
            if chairs and holding.member == chairs[0][0].member:
                continue
            name = names.get(holding.member, holding.member)
            self._host.addItem(f"{holding.seat}  {name}", holding.member)
        self._host.setEditable(self._forum)
        self._anybody.setVisible(self._forum)
        if (line := self._host.lineEdit()) is not None:
            self._host.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            line.selectAll()

    def _tell(self) -> None:
        """How far off the day is, and until when the notice has to hang."""
        t = self.desk.t
        days = (day_of(self._day) - self.desk.now().date()).days
        asked = self.desk.session.body(self.body_id).charter.notice_days
        said = [t.many("in {n} day", "in {n} days", days)] if days > 0 else []
        if days == 0:
            said.append(t("Today"))
        elif days < 0:
            said.append(t("This day is past."))
        if asked and days >= 0:
            said.append(t.many(*(_TOO_LATE if days < asked else _IN_TIME), asked))
        self._about.setText(airy(t.within("between", "; ").join(said)))

    def _send(self) -> None:
        """Call it; what cannot be put on its agenda is told where the meeting is then shown."""
        desk = self.desk
        key = meeting_id(desk, self.body_id, day_of(self._day))
        called = desk.do(
            ConveneMeeting(
                meeting=key,
                body=self.body_id,
                planned=moment(self._day, self._time, self._suggested.planned),
                place=self._place.text(),
                title=self._title.text(),
                format=self._format.key,
                host="" if self._stranger else self._host.currentData(),
                lang=self._lang.currentData(),
            ),
            say=self.say,
        )
        if not called:
            return
        self._name_host(key)
        for number, one in enumerate(self._left.taken, 1):
            desk.do(one.command(key, f"i{number}"))
        self.called(key)
        self.accept()
        desk.go("meetings", key)

    def called(self, meeting: str) -> None:
        """What else is done with a meeting that was just called."""

    @property
    def _stranger(self) -> str:
        """The name of a host that was typed and is nobody's in the list; "" for none."""
        text = self._host.currentText().strip()
        known = (self._host.itemText(n) for n in range(self._host.count()))
        return "" if not self._host.isEditable() or text in ("", *known) else text

    def _name_host(self, meeting: str) -> None:
        """Whoever is no member is put on the list as staff, and hosts it."""
        if not (name := self._stranger):
            return
        from facilitator.desk.forum.people import person_named

        person = person_named(self.desk, meeting, name, capacity=Capacity.STAFF)
        if person:
            self.desk.do(ChangeHost(meeting=meeting, host=person))
