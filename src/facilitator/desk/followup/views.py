"""The two assessments of one matter side by side: what the office says and what residents say, as words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitator.data import dataclass
from facilitator.desk.followup.signs import Mark, progress_mark, view_mark
from facilitator.followup.attached import Attached
from facilitator.followup.case import day_of
from facilitator.followup.entries import Assessed, Reported
from facilitator.followup.following import Following
from facilitator.followup.matter import Matter, Told
from facilitator.followup.standing import last_words, standing_of
from facilitator.words.aftermath import assessment_words, near
from facilitator.words.figures import airy
from facilitator.words.tongue import tongue


@dataclass(frozen=True, slots=True)
class Said:
    """What one side said last: a word for it, its own words, who and when."""

    mark: Mark
    text: str = ""
    by: str = ""
    about: str = ""
    files: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Views:
    """Both sides; they are never made into one."""

    office: Said
    residents: Said

    def lines(self, lang: str) -> Iterator[str]:
        """Both as text, for an item of an agenda."""
        t = tongue(lang)
        for who, one in (
            (t("The office says"), self.office),
            (t("Residents say"), self.residents),
        ):
            told = t("{who}: {what}", who=who, what=one.mark.text)
            rest = (" ".join(one.text.split()).rstrip("。."), one.about)
            yield t.within("between", "; ").join([told, *(part for part in rest if part)])


def both_views(matter: Matter, case: Following, lang: str, today: date) -> Views:
    """What each side said last, at a meeting or in the follow-up."""
    standing = standing_of(matter, case)
    return Views(
        _office(matter, case, lang, today, progress_mark(standing.progress, lang)),
        _residents(matter, case, lang, view_mark(standing.view, lang)),
    )


def _office(matter: Matter, case: Following, lang: str, today: date, mark: Mark) -> Said:
    last, _ = last_words(matter, case)
    t = tongue(lang)
    if isinstance(last, Told):
        day = near(last.at.date(), today, lang)
        return Said(mark, last.text, "", airy(t("told at the meeting of {day}", day=day)))
    if last is None:
        return Said(mark, t("Nothing reported yet"))
    event = last.event
    assert isinstance(event, Reported)
    day = near(day_of(last, event.on), today, lang)
    who = t("{who}, {day}", who=event.by, day=day) if event.by else day
    return Said(mark, event.text, event.by, airy(who), event.attached)


def _residents(matter: Matter, case: Following, lang: str, mark: Mark) -> Said:
    _, last = last_words(matter, case)
    if last is None:
        return Said(mark)
    event = last.event
    assert isinstance(event, Assessed)
    about = assessment_words(event, lang)
    if event.how:
        t = tongue(lang)
        about = t("{people} ({how})", people=about, how=event.how)
    return Said(mark, event.text, "", airy(about), event.attached)
