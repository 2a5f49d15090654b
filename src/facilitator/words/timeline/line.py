"""One line of the story of a decision or an action group, and what the story is told from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from facilitator.data import dataclass
from facilitator.followup.attached import Attached
from facilitator.followup.entries import Kinship
from facilitator.followup.following import Following
from facilitator.followup.matter import Matter
from facilitator.meeting.reviews import Progress
from facilitator.words.aftermath import clauses, near
from facilitator.words.tongue import tongue


class Sign(StrEnum):
    """What stands before a line."""

    DONE = "done"  # ● it happened
    OPEN = "open"  # ○ it happened, and leaves something open
    WARN = "warn"  # ○ something is not as it should be
    LATER = "later"  # ○ it is still to come


@dataclass(frozen=True, slots=True)
class Shown:
    """A file of a line; `dropped` is the reason why its content was erased, empty while it is there."""

    file: Attached
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the story."""

    day: date
    sign: Sign
    text: str
    """Our own words."""
    said: str = ""
    """What people told, in their words; may have several lines."""
    who: str = ""
    """Who objected: personal data, never on a public paper."""
    entry: str = ""
    """The id of the entry, under which it can be struck; empty for what is no entry of the follow-up."""
    files: tuple[Shown, ...] = ()
    struck: str | None = None
    """Why the entry does not count; None if it does."""

    def whole(self, lang: str) -> str:
        """The line as one text: ours, then what was said, then the reason why it was struck. Without `who`."""
        t = tongue(lang)
        colon, stop = ("：", "。") if lang == "zh" else (": ", ". ")
        between = stop if colon.strip() in self.text else colon
        text = f"{self.text}{between}{self.said}" if self.said else self.text
        if self.struck is None:
            return text
        return t("{text} (struck: {reason})", text=text, reason=self.struck)


@dataclass(frozen=True, slots=True)
class Kin:
    """A decision that this one does something to (`out`), or that does something to this one."""

    kinship: Kinship
    out: bool
    name: str
    """What the other is called, with its title."""
    day: date
    """When the later one of both was made."""
    meeting: str = ""
    number: int = 0
    clause: str = ""
    stands: bool = True
    """Whether the decision that does it stands."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the story needs that neither the matter nor its follow-up know; whatever is left out is not said."""

    vote: str = ""
    """How it was carried: 11/13."""
    annulled: date | None = None
    """When the decision was annulled or the group dissolved."""
    kin: tuple[Kin, ...] = ()
    meetings: Mapping[str, str] | None = None
    """What meetings are called, by id."""


NOTHING_AROUND = Around()


@dataclass(frozen=True, slots=True)
class Telling:
    """What every line is told from: what, on which day, in which language."""

    matter: Matter
    case: Following
    today: date
    lang: str
    around: Around

    def day(self, day: date) -> str:
        """A day, with its year where that is not this one."""
        return near(day, self.today, self.lang)

    def put_off(self, text: str, due: date | None) -> str:
        """A sentence with the new day, if one was named."""
        t = tongue(self.lang)
        if due is None:
            return text
        return clauses([text, t("postponed to {day}", day=self.day(due))], self.lang)


def sign_of(progress: Progress) -> Sign:
    """What goes on or is done has happened; what waits leaves something open."""
    if progress is Progress.ABANDONED:
        return Sign.WARN
    return Sign.DONE if progress in (Progress.DONE, Progress.IN_PROGRESS) else Sign.OPEN


def kin_words(sentence: str, name: str, clause: str, lang: str) -> str:
    """What a decision does to another one, and to which part of it."""
    t = tongue(lang)
    text = t(sentence, name=name)
    return t("{text} ({clause})", text=text, clause=clause) if clause else text
