"""The clerk who writes a paper: one language, one meeting, and what may be said in this version of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from facilitator.acts import RuleViolation
from facilitator.bodies.people import Person
from facilitator.data import dataclass
from facilitator.followup.entries import Objected
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item
from facilitator.papers.kinds.hiding import Hiding
from facilitator.papers.kinds.naming import Names, surname
from facilitator.papers.kinds.scribe import NAMES, named
from facilitator.papers.material import Material
from facilitator.papers.model import BlockKind, Layout, Paper
from facilitator.rules.charter import Charter
from facilitator.words.figures import clock, date_words, item_number, listing, short_date
from facilitator.words.matters import meeting_words
from facilitator.words.thresholds import members
from facilitator.words.tongue import Tongue, tongue

_ENDS = re.compile(r"[。！？.!?…][”’」』）)\"']*$")


@dataclass(frozen=True)
class Clerk:
    """Speaks the paper's language and knows what everybody and everything is called on it."""

    material: Material
    lang: str
    t: Tongue
    names: Names
    hiding: Hiding

    @property
    def meeting(self) -> Meeting:
        """The meeting the paper is about."""
        return self.material.meeting

    @property
    def charter(self) -> Charter:
        """The version the meeting is held under."""
        return self.material.meeting.charter

    @property
    def public(self) -> bool:
        """Whether the paper may be posted."""
        return self.material.public

    @property
    def day(self) -> date:
        """The day of the meeting: when it was opened, or is to be."""
        opened = self.meeting.life.opened
        return self.here(opened.at if opened else self.meeting.call.planned).date()

    @property
    def today(self) -> date:
        """The day for which it is said what is late and what is over."""
        last = self.meeting.chronicle[-1].recorded.at if self.meeting.chronicle else None
        return self.material.today or (self.here(last).date() if last else self.day)

    def here(self, at: datetime) -> datetime:
        """A time as the clock in the meeting's room shows it."""
        return at.astimezone(self.meeting.call.planned.tzinfo)

    def date(self, day: date) -> str:
        """A day in the paper's language."""
        return date_words(day, self.lang)

    def day_of(self, at: datetime) -> str:
        """The day of a time, as the calendar in the meeting's room shows it."""
        return self.date(self.here(at).date())

    def clock(self, at: datetime) -> str:
        """The hour: 19:36."""
        return clock(self.here(at))

    def when(self, at: datetime) -> str:
        """The hour, with the day where it is not the meeting's own."""
        here = self.here(at)
        if here.date() == self.day:
            return clock(here)
        return f"{short_date(here.date(), self.lang)} {clock(here)}"

    def name(self, person: str) -> str:
        """What somebody is called."""
        return self.names.name(person)

    def named(self, people: Iterable[str]) -> str:
        """Names one after another."""
        return self.listing(self.name(person) for person in people)

    def told(self, text: str) -> str:
        """What somebody said, gave as a reason or reported: in public without names and numbers of people.

        Only what people tell goes through this. What was decided stands word for word in every version.
        """
        return self.hiding.text(text) if self.public else text

    def by(self, actor: str) -> str:
        """Who entered something, as the record knows them."""
        return self.names.hidden.get(actor, actor)

    def listing(self, words: Iterable[str]) -> str:
        """Things one after another: 甲、乙."""
        return listing(words, self.lang)

    @property
    def members(self) -> str:
        """What the charter calls its members: 代表, 业主, 委员."""
        return members(self.charter, self.lang)

    @property
    def gap(self) -> str:
        """The air between facts that stand side by side."""
        return "　" if self.lang == "zh" else "   "

    @property
    def space(self) -> str:
        """What stands between two sentences."""
        return "" if self.lang == "zh" else " "

    @property
    def colon(self) -> str:
        """The colon, with the space that it needs."""
        return "：" if self.lang == "zh" else ": "

    @property
    def comma(self) -> str:
        """What stands between two names."""
        return "、" if self.lang == "zh" else ", "

    @property
    def stop(self) -> str:
        """The full stop."""
        return "。" if self.lang == "zh" else "."

    def brackets(self, text: str) -> str:
        """Words in brackets, with the space that they need."""
        return f"（{text}）" if self.lang == "zh" else f" ({text})"

    def joined(self, *parts: str) -> str:
        """Facts side by side with air between them, the empty ones left out."""
        return self.gap.join(part for part in parts if part)

    def separated(self, *parts: str) -> str:
        """Facts with commas between them, the empty ones left out."""
        comma = self.t.within("between", ", ")
        return comma.join(part for part in parts if part)

    def sentences(self, *parts: str) -> str:
        """Sentences one after another, the empty ones left out."""
        return self.space.join(part for part in parts if part)

    def group(self, key: str) -> str:
        """A seat group as tables name it: the full title when it is short."""
        group = self.charter.group(key)
        assert group is not None  # people sit in the charter's groups and in no other
        full = group.title.text(self.lang)
        return full if len(full) <= 4 else group.short_text(self.lang)

    def ended(self, text: str) -> str:
        """Somebody's words with a full stop, if they have none."""
        text = text.strip()
        if not text or _ENDS.search(text):
            return text
        return text + self.stop

    def bare(self, text: str) -> str:
        """Somebody's words without their full stop, to go on after them."""
        return text.strip().rstrip("。.")

    def number(self, item: Item) -> str:
        """The number of an item: 二, 2."""
        return item_number(item.number, self.lang)

    def item_title(self, item: Item) -> str:
        """二、异地医疗即时报销."""
        t = self.t
        return t("{number}. {title}", number=self.number(item), title=item.title)


def clerk(material: Material) -> Clerk:
    """The clerk for a paper in the language asked for, else in the meeting's own."""
    lang = material.lang or material.meeting.call.lang
    t = tongue(lang)
    names = Names(material, t)
    people = [*material.people.values(), *_outsiders(material)]
    masks = {one.name: _masked(one.name, t) for one in _outsiders(material)} | names.hidden
    hiding = Hiding(masks, (p.phone for p in people), (p.address for p in people))
    return Clerk(material, lang, t, names, hiding)


def _outsiders(material: Material) -> list[Person]:
    """Whoever objected to what was posted: neither members nor guests, but known by name."""
    return [
        one.event.person
        for story in material.stories.values()
        for one in story.case.chronicle
        if isinstance(one.event, Objected) and one.event.person is not None
    ]


def _masked(name: str, t: Tongue) -> str:
    return t("Guest {surname}", surname=surname(name))


def meeting_name(c: Clerk) -> str:
    """第二届第1次会议, with its own title if it has one."""
    t = c.t
    call = c.meeting.call
    name = meeting_words(c.meeting, c.lang)
    return t("{name} ({title})", name=name, title=call.title) if call.title else name


def body_meeting(c: Clerk) -> str:
    """松柏岗社区共治议事会第二届第1次会议."""
    t = c.t
    return t("{body}, {meeting}", body=c.meeting.council.name, meeting=meeting_name(c))


def never_opened(c: Clerk) -> bool:
    """Whether the meeting was closed without having been opened: nobody came, or too few."""
    return c.meeting.life.opened is None and c.meeting.life.closed is not None


def draft(c: Clerk) -> bool:
    """Whether the meeting is still under way: nothing about it is final."""
    return c.meeting.life.opened is not None and c.meeting.life.closed is None


def mark(c: Clerk, *, short: bool = False) -> str:
    """What stands at the top of every page: a sample, a version to be posted, a draft."""
    t = c.t
    marks: list[str] = []
    if c.meeting.council.sample:
        marks.append(t("Sample") if short else t("Sample: all names are invented"))
    if c.public:
        marks.append(t("Public version"))
    if draft(c):
        marks.append(t("Draft: the meeting is not closed"))
    return c.joined(*marks)


def mark_of_sheet(c: Clerk) -> str:
    """What stands at the top of a sheet that is used while the meeting goes on: it is no draft of anything."""
    t = c.t
    sample = t("Sample: all names are invented") if c.meeting.council.sample else ""
    return c.joined(sample, t("Public version") if c.public else "")


def write(
    c: Clerk,
    kind: str,
    layout: Layout,
    title: str,
    blocks: Iterable[BlockKind],
    *,
    subtitle: str = "",
    own: str = "",
    marked: str | None = None,
    dated: date | None = None,
) -> Paper:
    """The finished paper. `own` tells it from the others of its kind (决议第1号)."""
    t = c.t
    public = t("Public version")
    room = NAMES - len(f"{title}{public}".encode())
    parts = (title, named(own or meeting_name(c), room), public if c.public else "")
    return Paper(
        kind=kind,
        lang=c.lang,
        layout=layout,
        title=title,
        blocks=tuple(blocks),
        subtitle=subtitle,
        mark=mark(c) if marked is None else marked,
        reference=" ".join(part for part in parts if part),
        date=(dated or c.day).isoformat(),
    )


def chosen(material: Material, blocks: Sequence[str]) -> tuple[str, ...]:
    """The blocks asked for, in their order; all of them when none is named. Refuses a name it does not know."""
    for block in material.blocks:
        if block not in blocks:
            raise RuleViolation("unknown-block", block=block, blocks=", ".join(blocks))
    return tuple(dict.fromkeys(material.blocks)) or tuple(blocks)


def nothing(kind: str) -> RuleViolation:
    """The refusal of a paper that would be empty."""
    return RuleViolation("nothing-to-print", paper=kind)
