"""Pages of long lists: the same rows as all at once, and no more are read than are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest

from facilitator import aftermath, overview
from facilitator.demo.many.years import LAST, Meeting, write
from facilitator.opening import open_session
from facilitator.session import Session


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Twelve meetings of three councils, one each day."""
    path = tmp_path_factory.mktemp("paging") / "archive.facilitator"
    write(path, [Meeting(n % 3, n // 3, LAST - timedelta(days=200 - 9 * n)) for n in range(12)])
    with closing(open_session(str(path))) as opened:
        yield opened


def test_pages_together_are_the_whole_list(session: Session) -> None:
    """In the same order, none twice and none left out."""
    found, last = [], None
    while page := overview.meetings_page(session, lang="zh", after=last, limit=5):
        found += page
        last = page[-1]
    assert found == overview.meetings(session)
    assert overview.count_meetings(session, lang="zh") == 12


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_word_has_to_occur_in_any_order(session: Session, lang: str) -> None:
    """In body, place or day; the day as ISO and as people of the language write it."""
    one = overview.meetings(session)[4]
    year, month, day = (int(part) for part in one.planned[:10].split("-"))
    names = ("", "january", "february", "march", "april", "may", "june", "july", "august")
    names += ("september", "october", "november", "december")
    said = f"{year}年{month}月{day}日" if lang == "zh" else f"{day} {names[month].title()} {year}"
    for text in (f"{said} {one.body_name[:3]}", f"{one.planned[:10]}\u00a0{one.place}"):
        assert overview.meetings_page(session, text, lang=lang, limit=9) == [one]
        assert overview.count_meetings(session, text, lang=lang) == 1
    assert not overview.meetings_page(session, f"{said} %", lang=lang, limit=9)
    assert overview.count_meetings(session, "共治", lang=lang, most=7) == 7


def test_the_last_meeting_and_the_terms_of_a_body(session: Session) -> None:
    """The same as from the whole list."""
    for body in overview.bodies(session):
        own = [row for row in overview.meetings(session) if row.body == body.body]
        assert overview.last_meeting(session, body.body) == own[0]
        (term,) = overview.terms(session, body.body)
        assert (term.meetings, term.decisions) == (4, sum(row.decisions for row in own))
        assert (term.first, term.last) == (own[-1].planned[:10], own[0].planned[:10])
    assert overview.last_meeting(session, "nobody") is None


def test_what_waits_is_walked_in_the_order_of_its_days(session: Session) -> None:
    """The first ones of all are the ones asked for, of one body or of every one; undated ones come last."""
    every = aftermath.followups(session, waiting=True)
    assert len(every) > 3
    days = [one.next_day.isoformat() if one.next_day else "9999" for one in every]
    assert days == sorted(days)
    assert aftermath.followups(session, waiting=True, limit=3) == every[:3]
    body = every[0].body
    own = [one for one in every if one.body == body]
    assert aftermath.followups(session, waiting=True, body=body) == own


@pytest.mark.parametrize(
    "question",
    [
        "SELECT meeting FROM meeting ORDER BY planned DESC, meeting DESC LIMIT 9",
        "SELECT max(ordinal) FROM meeting WHERE body = 'x' AND term = 1",
        "SELECT meeting FROM meeting WHERE body = 'x' AND opened_at IS NOT NULL AND closed_at IS NULL",
        "SELECT meeting FROM followup WHERE stands = 1 AND next_day IS NOT NULL ORDER BY next_day LIMIT 9",
        "SELECT item FROM agenda_item WHERE state = 'postponed'",
        "SELECT motion FROM motion WHERE state = 'postponed'",
        "SELECT number FROM decision ORDER BY made_at DESC, number DESC LIMIT 5",
    ],
)
def test_an_index_answers(session: Session, question: str) -> None:
    """Nothing is sorted, and nothing is walked over that is not asked for."""
    steps = [row[-1] for row in session.record.ask(f"EXPLAIN QUERY PLAN {question}")]
    assert len(steps) == 1
    assert "INDEX" in steps[0]
