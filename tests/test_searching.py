"""Searching as every door does it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facilitator import searching
from facilitator.bodies.membership import ErasePerson, VacateSeat
from facilitator.opening import open_session
from facilitator.record.index.cache import cache_path
from facilitator.searching import FOREVER, Answer, Facet, Search, Wanted
from facilitator.session import Session
from tests.cli.terminal import MEETING, played_evening


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The sample evening; nothing is done in it here."""
    archive = played_evening(tmp_path_factory.mktemp("evening") / "a.facilitator")
    with closing(open_session(str(archive))) as made:
        yield made


@pytest.fixture
def search(session: Session, tmp_path: Path) -> Iterator[Search]:
    with closing(Search(session, folder=tmp_path)) as made:
        yield made


def test_a_question_feeds_what_it_needs(search: Search) -> None:
    """Whoever asks first has the index made; what is still missing is said."""
    assert search.find(Wanted("车位"), patience=FOREVER).total.count == 3
    assert search.standing().complete


def test_a_hit_leads_to_its_document(search: Search) -> None:
    """Meeting and key name the decision; figures and marks are data."""
    wanted = Wanted("车位").choose(Facet.KIND, "decision")
    (hit,) = search.find(wanted, patience=FOREVER).hits
    assert (hit.meeting, int(hit.key), hit.more.number, hit.more.term) == (MEETING, 2, 2, 2)
    assert (hit.more.in_favour, hit.more.base) == (9, 13)
    assert [hit.title.text[a:z] for a, z in hit.title.marks] == ["车位"]
    assert hit.who.text == "吴德全"


def test_words_without_a_letter_are_answered_calmly(search: Search) -> None:
    """Nothing was searched, nothing was found, nothing failed."""
    assert search.find(Wanted("“”—…")) == Answer(searched=False)
    assert search.decided_before("—").hits == ()


def test_what_was_decided_before_leaves_the_own_meeting_out(search: Search) -> None:
    """While a motion on parking is typed, the decision on parking of another evening shows up."""
    search.find(Wanted(), patience=FOREVER)
    assert MEETING in {hit.meeting for hit in search.decided_before("车位桩").hits}
    assert search.decided_before("车位桩", but=(MEETING,)).total.count == 0


def test_several_threads_may_ask_at_once(search: Search) -> None:
    """Answers stay whole; a count in whose way another question came is empty, never wrong."""
    search.find(Wanted(), patience=FOREVER)
    whole = search.counts(Wanted("车位"))
    found: list[object] = []

    def ask() -> None:
        for _ in range(20):
            counted = search.counts(Wanted("车位"))
            found.append(counted in ({}, whole))
            found.append(len(search.decided_before("车位").hits) > 0)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for one in threads:
        one.start()
    for _ in range(20):
        found.append(search.find(Wanted("车位")).total.count == 3)
    for one in threads:
        one.join()
    assert all(found)
    assert len(found) == 4 * 40 + 20


@pytest.mark.parametrize("behind", [False, True], ids=["fed", "thrown-away"])
def test_who_was_erased_is_in_no_index_once_the_archive_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, behind: bool
) -> None:
    """Also where nobody searches again: the file forgets, or it is gone if that would take long."""
    archive = played_evening(tmp_path / "a.facilitator")
    with closing(open_session(str(archive))) as session, closing(Search(session)) as search:
        assert search.find(Wanted("何伟明"), patience=FOREVER).hits
    index = cache_path(archive)
    assert "何伟明".encode() in index.read_bytes()
    if behind:
        monkeypatch.setattr(searching, "MOMENT", -1.0)
    with closing(open_session(str(archive))) as session:
        session.do(VacateSeat(body="songbaigang", member="he-weiming", reason="迁出"))
        session.do(ErasePerson(body="songbaigang", member="he-weiming", reason="本人要求"))
    assert index.exists() is not behind
    assert behind or "何伟明".encode() not in index.read_bytes()
