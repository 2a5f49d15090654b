"""Matters that came in from outside: what waits comes first, to be put on an agenda, answered, passed on."""

from __future__ import annotations

from datetime import date

from facilitator import aftermath
from facilitator.acts import RuleViolation
from facilitator.aftermath import IntakeRow
from facilitator.desk.desk import Desk
from facilitator.desk.followup.acts import call_with
from facilitator.desk.followup.agenda import brought, next_meeting, put
from facilitator.desk.followup.intakepanels import (
    AnswerMatterPanel,
    ErasePanel,
    ReceivePanel,
    ReferPanel,
    ReopenPanel,
)
from facilitator.desk.followup.reading import own
from facilitator.desk.followup.records import Record
from facilitator.desk.followup.rows import Head
from facilitator.desk.followup.signs import Mark, MarkLabel
from facilitator.desk.followup.story import Story
from facilitator.desk.followup.tables import Table
from facilitator.desk.widgets import Button, button, row, words
from facilitator.followup.intake import (
    Intake,
    MatterAnswered,
    MatterReceived,
    MatterReferred,
    MatterReopened,
    Source,
)
from facilitator.words.aftermath import intake_words, late_words, near, source_words
from facilitator.words.figures import airy
from facilitator.words.timeline import Line, Sign
from facilitator.words.titles import title

COVERED = "•••••••"


class IntakeTable(Table):
    """Waiting ones first, what is to be answered soonest on top."""

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, "intake", t("Matters received"))
        self.setObjectName("intake")
        self._rows: dict[str, IntakeRow] = {}
        self._body = ""
        receive = button(
            t("Enter a matter that came in…"), "soft",
            icon=desk.theme.icon("inbox", "accent_ink"), name="intake.receive.button",
        )  # fmt: skip
        receive.clicked.connect(self.receive)
        own(desk, receive)
        said = t("From the hotline, a department, a letter, a visit, a walk, a petition.")
        self.head.addWidget(words(said, tone="soft", wrap=True), 1)
        self.head.addWidget(receive)

    def receive(self) -> None:
        """Enter a matter."""
        ReceivePanel(self.desk, self, self._body).open()

    def show_matters(self, body: str) -> None:
        """Show the matters for a body, or all."""
        t, desk = self.desk.t, self.desk
        self._body = body
        rows = aftermath.intakes(desk.session, body=body)
        self._rows = {one.intake: one for one in rows}
        waiting = sorted((one for one in rows if one.settled is None), key=_urgency)
        settled = [one for one in rows if one.settled is not None]
        shown: list[Head | Record] = []
        for key, said, some in (
            ("waiting", t("Waiting: {n}", n=len(waiting)), waiting),
            ("settled", t("Settled: {n}", n=len(settled)), settled),
        ):
            if some:
                shown.append(Head(key, airy(said), ""))
                shown += [record_of(desk, one) for one in some]
        none = t(
            "Nothing has come in yet. What a hotline, a department or a neighbour brings is entered here, "
            "so that it gets an answer or a place on an agenda."
        )
        self.show_rows(shown, none)

    def show_one(self, key: str) -> None:
        """The matter at the right: where it came from, its words, what became of it."""
        desk, one = self.desk, self._rows.get(key)
        if one is None:
            return
        source = source_words(Source(one.source), one.source_name, one.reference, desk.lang)
        self.say(source, one.title, [MarkLabel(desk.theme, mark) for mark in marks_of(desk, one)])
        self.body.addWidget(words(airy(standing_of(desk, one)), "strong", wrap=True))
        if one.text:
            self.body.addWidget(words(airy(one.text), wrap=True))
        case = desk.session.history(one.stream)
        assert isinstance(case, Intake)
        person = case.matter.person
        if person is not None:
            self._add_person(one, " · ".join(part for part in (person.name, person.phone) if part))
        story = Story(desk)
        story.show_lines(_lines(desk, case), "")
        self.body.addWidget(story)
        self.body.addStretch(1)
        self._offer(one)

    def _add_person(self, one: IntakeRow, said: str) -> None:
        """Who brought it, covered until somebody asks: others may look over one's shoulder."""
        desk, t = self.desk, self.desk.t
        label = words(COVERED, name="intake.person")
        show = button(t("Show it"), "plain", "tiny", name="intake.show")

        def uncover() -> None:
            label.setText(said)
            show.hide()

        show.clicked.connect(uncover)
        erase = button(t("Erase…"), "plain", "tiny", name="intake.erase")
        erase.clicked.connect(lambda: ErasePanel(desk, self, one).open())
        own(desk, erase)
        who = words(t("Brought by"), tone="soft")
        self.body.addLayout(row(who, label, show, erase, None, gap=desk.px(8)))

    def _offer(self, one: IntakeRow) -> None:
        t = self.desk.t
        if one.settled is not None:
            again = self._way(t("Take it up again…"), "reopen", ReopenPanel, one)
            self.foot.offer((), again)
            return
        answer = self._way(t("Answer it…"), "answer", AnswerMatterPanel, one)
        refer = self._way(t("Pass it on…"), "refer", ReferPanel, one)
        self.foot.offer((answer, refer), self._agenda_way(one))

    def _way(self, text: str, key: str, panel: type, one: IntakeRow) -> Button:
        made = button(text, name=f"intake.{key}")
        made.clicked.connect(lambda _on=False: panel(self.desk, self, one).open())
        own(self.desk, made)
        return made

    def _agenda_way(self, one: IntakeRow) -> Button:
        """The filled button: to its agenda, onto the next one, or to a new meeting with it."""
        desk, t = self.desk, self.desk.t
        made = button("", "primary", name="intake.put")
        if one.on_agenda:
            made.setText(t("To that agenda"))
            made.clicked.connect(lambda _on=False: desk.go("meetings", one.on_agenda))
            return made
        meeting = next_meeting(desk, one.body)
        if meeting is None:
            made.setText(t("Call a meeting with it…"))
            made.clicked.connect(
                lambda _on=False: call_with(desk, self, one.body, brought(one, desk.lang))
            )
        else:
            day = near(meeting.call.planned.date(), desk.now().date(), desk.lang)
            made.setText(airy(t("Put on the agenda of {day}", day=day)))
            made.clicked.connect(
                lambda _on=False: put(desk, brought(one, meeting.call.lang), meeting)
            )
        own(desk, made)
        return made


def _urgency(one: IntakeRow) -> tuple[bool, str, str]:
    """What is to be answered soonest first, then what came in first."""
    return one.answer_by is None, one.answer_by or "", one.received_at


def record_of(desk: Desk, one: IntakeRow) -> Record:
    """A matter as a row."""
    source = source_words(Source(one.source), one.source_name, one.reference, desk.lang)
    day = near(date.fromisoformat(one.received_on), desk.now().date(), desk.lang)
    return Record(
        key=one.intake,
        title=airy(one.title),
        about=airy(" · ".join((day, source))),
        marks=tuple(marks_of(desk, one)),
    )


def marks_of(desk: Desk, one: IntakeRow) -> list[Mark]:
    """Late, waiting, on an agenda, answered, passed on."""
    t, today = desk.t, desk.now().date()
    if one.settled == "answered":
        return [Mark(t("answered"), "for", "good")]
    if one.settled == "referred":
        return [Mark(t("passed on"), "for", "plain")]
    found: list[Mark] = []
    if one.answer_by and (days := (today - date.fromisoformat(one.answer_by)).days) > 0:
        found.append(Mark(airy(late_words(days, desk.lang)), "against", "bad"))
    if one.on_agenda:
        found.append(Mark(t("On the agenda"), "for", "accent"))
    elif not found:
        found.append(Mark(t("waiting"), "circle", "plain"))
    return found


def standing_of(desk: Desk, one: IntakeRow) -> str:
    """How it stands, in words."""
    on_agenda = ""
    if one.on_agenda:
        try:
            planned = desk.session.meeting(one.on_agenda).call.planned.date()
            on_agenda = near(planned, desk.now().date(), desk.lang)
        except RuleViolation:
            on_agenda = one.on_agenda
    return intake_words(
        answer_by=date.fromisoformat(one.answer_by) if one.answer_by else None,
        settled=one.settled,
        settled_on=date.fromisoformat(one.settled_at[:10]) if one.settled_at else None,
        settled_to=one.settled_to,
        day=desk.now().date(),
        lang=desk.lang,
        on_agenda=on_agenda,
    )


def _lines(desk: Desk, case: Intake) -> list[Line]:
    """What happened to it, in order."""
    t, found = desk.t, list[Line]()
    for one in case.chronicle:
        event, day = one.event, one.at.date()
        if isinstance(event, MatterReceived):
            said = t("came in: {source}", source=title(event.source, desk.lang))
            found.append(Line(event.on or day, Sign.DONE, said))
        elif isinstance(event, MatterAnswered):
            found.append(Line(day, Sign.DONE, t("answered"), event.text))
        elif isinstance(event, MatterReferred):
            said = t("passed on to {to}", to=event.to)
            found.append(Line(day, Sign.DONE, said, event.reason))
        elif isinstance(event, MatterReopened):
            found.append(Line(day, Sign.OPEN, t("taken up again"), event.reason))
        else:
            reason = str(getattr(event, "reason", ""))
            found.append(Line(day, Sign.OPEN, t("name erased"), reason))
    return found
