"""Backups, restoring and publishing, as lines for people. Everything told is plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from facilitator.words.figures import clock, date_words
from facilitator.words.refusals import refusal_sentence
from facilitator.words.tongue import mark, tongue

STEPS: Mapping[str, str] = {
    "COPYING": mark("Copying the archive…"),
    "WRITING": mark("Writing the copy as one file…"),
    "VERIFYING": mark("Verifying every entry of it…"),
    "PLACING": mark("Putting it in its place and reading it back…"),
    "LOOKING": mark("Looking through the other archive…"),
    "MERGING": mark("Taking over what only goes on there…"),
}
"""What is being done, by the name of the step."""
MOST = 20
"""Histories that are told one by one."""

NameOf = Callable[[str], str]
"""What a history (`meeting/…`, `body/…`) is called."""


class Lost(Protocol):
    """What one history would lose."""

    @property
    def stream(self) -> str: ...
    @property
    def events(self) -> int: ...
    @property
    def first_at(self) -> datetime: ...
    @property
    def forked(self) -> bool: ...


class Plan(Protocol):
    """What restoring would do."""

    @property
    def archive(self) -> Any: ...
    @property
    def events(self) -> int: ...
    @property
    def last_at(self) -> datetime | None: ...
    @property
    def lost(self) -> Sequence[Lost]: ...
    @property
    def unknown(self) -> str: ...
    @property
    def there(self) -> bool: ...
    @property
    def same(self) -> bool: ...
    @property
    def sample(self) -> bool: ...


def size_words(size: int) -> str:
    """How large a file is: 812 KB, 1.4 MB, 2.3 GB (powers of ten, as shops and file managers count)."""
    for unit, scale in (("GB", 10**9), ("MB", 10**6)):
        if size >= scale:
            return f"{size / scale:.1f} {unit}"
    return f"{max(1, round(size / 1000))} KB"


def plan_lines(plan: Plan, lang: str, name_of: NameOf = str) -> Iterator[str]:
    """What the backup holds, and what of the present archive is not in it."""
    t = tongue(lang)
    if plan.last_at is not None:
        yield t.many(
            "The backup is sound. It holds {n} entry, the last of {time}.",
            "The backup is sound. It holds {n} entries, the last of {time}.",
            plan.events,
            time=_moment(plan.last_at, lang),
        )
    if plan.sample:
        yield t("It is a sample: all people and decisions in it are invented.")
    if not plan.there:
        yield t("There is no archive {path} now: nothing is lost.", path=plan.archive)
    elif plan.unknown == "damaged":  # one is about to do what the sentence for that would advise
        yield t("The present archive is damaged, so it cannot be told what would be lost.")
    elif plan.unknown:
        why = refusal_sentence(plan.unknown, {"path": str(plan.archive)}, lang)
        yield t("What would be lost cannot be told. {why}", why=why)
    else:
        yield from _loss(plan, lang, name_of)
    if plan.there:
        yield t(
            "The present archive is not deleted: it stays beside it, under a name with the time."
        )


def _loss(plan: Plan, lang: str, name_of: NameOf) -> Iterator[str]:
    t = tongue(lang)
    if not plan.same:
        yield t("This is a backup of another archive.")
    if not plan.lost:
        yield t("Everything that the archive holds is in the backup: nothing is lost.")
        return
    yield t("What was recorded later is not in it and would be missing afterwards:")
    for one in plan.lost[:MOST]:
        line = t.many(
            "{history}: {n} entry since {time}",
            "{history}: {n} entries since {time}",
            one.events,
            history=name_of(one.stream),
            time=_moment(one.first_at, lang),
        )
        yield "  " + (t("{line} (the backup has other ones)", line=line) if one.forked else line)
    if (more := len(plan.lost) - MOST) > 0:
        yield "  " + t.many("and {n} more history", "and {n} more histories", more)


def _moment(at: datetime, lang: str) -> str:
    return f"{date_words(at.date(), lang)} {clock(at)}"
