"""Answers: what plain searching would find, in order, counted, and narrowed down."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.opening import open_session
from facilitator.record.index import asking, counting
from facilitator.record.index import docs as documents
from facilitator.record.index.asking import Sort, Total, Wanted, answer
from facilitator.record.index.counting import counts
from facilitator.record.index.docs import Doc, Facet, Kind, Result
from facilitator.record.index.segments import CJK, fold, phrases
from facilitator.record.index.sources import docs_of
from tests.cli.terminal import MEETING
from tests.record.index.shelf import AT, doc, found, plainly, shelved

FORUM = "qyl-2026-11-21"


@pytest.fixture(scope="module")
def sample(both: Path) -> list[Doc]:
    """Everything that can be found of the sample evening and the sample forum, each under a key of its own."""
    session = open_session(str(both))
    with session.record:
        read = [one for name in (MEETING, FORUM) for one in docs_of(session.record.ask, name)]
    return [renamed(one, f"{one.meeting} {one.sort} {one.key}") for one in read]


def renamed(one: Doc, key: str) -> Doc:
    return documents.Doc(**{**{f: getattr(one, f) for f in Doc.__slots__}, "key": key})


@pytest.fixture(scope="module")
def shelf(sample: list[Doc]) -> Iterator[sqlite3.Connection]:
    """An index of the sample."""
    with shelved(sample) as db:
        yield db


def pieces(sample: list[Doc], length: int) -> set[str]:
    """Every so many Chinese characters that stand together somewhere in the sample."""
    texts = (fold(field) for one in sample for field in (one.title, one.who, one.text))
    import re

    return {hit for text in texts for hit in re.findall(rf"(?=([{CJK}]{{{length}}}))", text)}


@pytest.mark.parametrize(("length", "least"), [(1, 600), (2, 1_500), (3, 2_000)])
def test_every_word_of_the_sample_is_found_where_plain_search_finds_it(
    sample: list[Doc], shelf: sqlite3.Connection, length: int, least: int
) -> None:
    """Each character, each two and each three of all that was said: nothing is missed, nothing too much."""
    words = pieces(sample, length)
    assert len(words) > least
    for word in sorted(words):
        assert set(found(shelf, word)) == plainly(sample, word), word


def test_numbers_and_letters_of_the_sample_are_found(
    sample: list[Doc], shelf: sqlite3.Connection
) -> None:
    """A number is found where it stands as a number, and with the Chinese beside it."""
    assert set(found(shelf, "2027")) == plainly(sample, "2027") != set()
    assert set(found(shelf, "12月7日")) == plainly(sample, "12月7日") != set()
    assert found(shelf, "027") == []


chinese = st.text("停车位场费水电梯", min_size=1, max_size=5)
texts = st.lists(st.text("停车位场费水电梯A3b，。 \n", max_size=12), min_size=1, max_size=6)


@given(texts, chinese)
def test_any_chinese_words_are_found_where_plain_search_finds_them(
    written: list[str], word: str
) -> None:
    """However texts are made of Chinese, letters, digits and signs."""
    some = [doc(str(n), title=text, text=text[::-1]) for n, text in enumerate(written)]
    with shelved(some) as db:
        assert set(found(db, word)) == plainly(some, word)


@given(texts)
def test_any_text_is_found_by_itself(written: list[str]) -> None:
    """Whoever pastes a title finds it, mixed as it may be."""
    some = [doc(str(n), title=text) for n, text in enumerate(written)]
    with shelved(some) as db:
        for one in some:
            assert not phrases(one.title) or one.key in found(db, one.title)


@given(st.text(st.characters(), max_size=80))
def test_no_query_fails(query: str) -> None:
    """Quotes, operators, control characters, halves of characters: an answer, or nothing to search by."""
    with shelved([doc("1", "停车", "C++ AND OR")]) as db:
        one = answer(db, Wanted(query, sort=Sort.BEST))
        assert one.searched is bool(phrases(query) or not query.strip())
        counts(db, Wanted(query).choose(Facet.BODY, query).choose(Facet.YEAR, query))


@pytest.mark.parametrize("query", ['C++ "', "c++", "Ｃ＋＋", '"C++"'])
def test_signs_of_a_word_belong_to_it(query: str) -> None:
    """Whoever looks for C++ finds it and no wing C; whoever looks for C finds both."""
    with shelved([doc("1", "C++培训"), doc("2", "C栋水箱")]) as db:
        assert found(db, query) == ["1"]
        assert found(db, "c") == ["2", "1"]


def test_words_of_letters_are_found_by_their_beginning() -> None:
    """While somebody types; a number only as a whole, so that building 3 is not building 13."""
    with shelved([doc("1", "Parking 13号楼"), doc("2", "spark 3号楼")]) as db:
        assert found(db, "PARK") == ["1"]
        assert found(db, "3号楼") == ["2"]
        assert found(db, "13号") == ["1"]
        assert found(db, "１") == []


YEARS = {"old": -900, "older": -901, "new": 0, "newest": 30}


@pytest.fixture
def years() -> Iterator[sqlite3.Connection]:
    """Four documents of three years; two have the word in the title."""
    kinds: Mapping[str, dict[str, object]] = {
        "old": {"title": "停车", "body": "a", "implementation": "done"},
        "older": {"text": "停车", "kinds": (Kind.MINUTES, Kind.ITEM), "outcome": Result.PASSED},
        "new": {"title": "停车 收费", "outcome": Result.PASSED, "implementation": "none"},
        "newest": {"title": "收费", "text": "停车"},
    }
    some = [
        doc(key, days=days, meeting=key, **kinds[key])  # type: ignore[arg-type]
        for key, days in YEARS.items()
    ]
    with shelved(some) as db:
        yield db


def test_hits_come_newest_oldest_or_best_first(years: sqlite3.Connection) -> None:
    """Best is what has the word in its title; in each part newest first."""
    assert found(years, "停车") == ["newest", "new", "old", "older"]
    assert found(years, "停车", sort=Sort.OLDEST) == ["older", "old", "new", "newest"]
    assert found(years, "停车", sort=Sort.BEST) == ["new", "old", "newest", "older"]
    assert found(years, "停车 收费", sort=Sort.BEST) == ["new", "newest"]
    assert found(years, "") == ["newest", "new", "old", "older"]


def test_pages_follow_one_another(years: sqlite3.Connection) -> None:
    """Each page goes on where the last one ended, in every order."""
    for sort in Sort:
        pages = [answer(years, Wanted("停车", sort=sort, start=n, limit=1)) for n in range(5)]
        assert [hit.key for page in pages for hit in page.hits] == found(years, "停车", sort=sort)
        assert {page.total for page in pages} == {Total(4)}


def test_facets_narrow_down_by_any_of_their_values(years: sqlite3.Connection) -> None:
    """Values of one facet add up, facets together narrow down; a document may be of two kinds."""

    def chosen(facet: Facet, *values: str, words: str = "停车") -> list[str]:
        return [hit.key for hit in answer(years, Wanted(words).choose(facet, *values)).hits]

    assert chosen(Facet.YEAR, "2024") == ["old", "older"]
    assert chosen(Facet.YEAR, "2024", "2026", "x") == ["newest", "new", "old", "older"]
    assert chosen(Facet.YEAR, "2025") == chosen(Facet.YEAR, "-1") == []
    assert chosen(Facet.BODY, "a") == ["old"]
    assert chosen(Facet.KIND, "item") == chosen(Facet.KIND, "minutes") == ["older"]
    assert chosen(Facet.OUTCOME, "passed", "repealed") == ["new", "older"]
    assert chosen(Facet.IMPLEMENTATION, "done", words="") == ["old"]
    both = Wanted().choose(Facet.YEAR, "2024").choose(Facet.KIND, "decision")
    assert [hit.key for hit in answer(years, both).hits] == ["old"]


@pytest.mark.parametrize("scanned", [2_500, 1])
def test_counts_ignore_what_is_chosen_of_their_own_facet(
    years: sqlite3.Connection, scanned: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a shop: what else could be chosen stays in sight. Where only the newest are looked at, years and
    what does not occur among them are still right, and all else says that there are more.
    """
    monkeypatch.setattr(counting, "SCANNED", scanned)
    few = scanned == 1

    def numbers(facet: Facet, wanted: Wanted) -> dict[str, Total]:
        return dict(counts(years, wanted)[facet])

    wanted = Wanted("停车").choose(Facet.YEAR, "2026")
    assert numbers(Facet.YEAR, wanted) == {"2024": Total(2), "2026": Total(2)}
    assert numbers(Facet.KIND, wanted) == {"decision": Total(1, True) if few else Total(2)}
    assert numbers(Facet.OUTCOME, wanted) == {
        "passed": Total(1), "not-voted": Total(1, few)
    }  # fmt: skip
    assert numbers(Facet.IMPLEMENTATION, wanted) == {"none": Total(1)}
    both = wanted.choose(Facet.YEAR, "2024", "2026").choose(Facet.BODY, "a")
    assert numbers(Facet.YEAR, both) == {"2024": Total(1)}
    assert numbers(Facet.YEAR, both.choose(Facet.BODY)) == {"2024": Total(2), "2026": Total(2)}
    assert numbers(Facet.KIND, both.choose(Facet.BODY))["item"] == Total(1)


def test_counts_of_everything_are_known_without_counting(years: sqlite3.Connection) -> None:
    """What is shown before anything is typed is the same as if each document were looked at."""
    everything = counts(years, Wanted())
    assert everything == counts(years, Wanted("停车"))
    assert counts(years, Wanted("…")) == {facet: {} for facet in Facet}


def test_more_than_can_be_counted_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting ends one beyond the cap."""
    monkeypatch.setattr(asking, "CAP", 3)
    with shelved(doc(str(n), "停车", days=n) for n in range(5)) as db:
        assert answer(db, Wanted("停车")).total == Total(3, more=True)
        assert answer(db, Wanted("停车").choose(Facet.YEAR, "2026")).total == Total(3, more=True)


def test_many_documents_of_one_moment_all_have_their_place() -> None:
    """A meeting's topics have one time: they keep their order, and no other meeting is in the way."""
    some = [doc(f"{m} {n}", "停车", meeting=f"m{m}") for m in range(40) for n in range(40)]
    with shelved(some) as db:
        keys = [key for m in range(40) for key in found_of(db, f"m{m}")]
        assert sorted(keys) == sorted(one.key for one in some)
        assert found_of(db, "m7") == [f"7 {n}" for n in range(40)]


def found_of(db: sqlite3.Connection, meeting: str) -> list[str]:
    rows = db.execute("SELECT key FROM doc WHERE meeting = ? ORDER BY id", (meeting,))
    return [key for (key,) in rows]


def test_years_begin_at_their_first_second() -> None:
    """The last second of a year and the first of the next are told apart by the clock on the wall."""
    new_year = AT.replace(year=2027, month=1, day=1, hour=0, minute=0)
    some = [
        doc("before", "停车", days=0),
        Doc(**{**_fields("last"), "at": new_year - timedelta(seconds=1)}),
        Doc(**{**_fields("first"), "at": new_year}),
    ]
    with shelved(some) as db:
        hits = answer(db, Wanted("停车").choose(Facet.YEAR, "2027")).hits
        assert [hit.key for hit in hits] == ["first"]
        assert found(db, "停车") == ["first", "last", "before"]


def _fields(key: str) -> dict[str, object]:
    one = doc(key, "停车")
    return {name: getattr(one, name) for name in Doc.__slots__}
