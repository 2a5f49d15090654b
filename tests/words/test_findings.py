"""How a roster differs from its charter, in words."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.rules.composition import Finding, FindingKind, Holding, check_composition
from facilitator.words.findings import finding_sentence
from tests.words.council import COUNCIL

NAMES = {"m01": "陈国栋", "m07": "王建军"}


def test_missing_members_are_said_in_short():
    """Five of six new residents: one is missing."""
    seated = tuple(
        Holding(member=f"m{seat:02}", group=COUNCIL.group_of_seat(seat), seat=seat)
        for seat in range(1, 14)
        if seat != 9
    )
    found = check_composition(COUNCIL, seated, {}, date(2026, 11, 27))[0]
    assert finding_sentence(found, COUNCIL, "zh") == "新居民\u00a05/6，缺\u00a01"
    assert finding_sentence(found, COUNCIL, "en") == "New residents 5/6, 1 missing"


def test_surplus_members_are_counted_above_the_seats():
    """Seven of six established residents: one too many."""
    found = Finding(kind=FindingKind.SURPLUS, group="local", number=1)
    assert finding_sentence(found, COUNCIL, "zh") == "本地居民\u00a07/6，多\u00a01"


def test_a_seat_of_another_group_asks_for_a_ruling():
    """Both groups and the person are named."""
    found = Finding(kind=FindingKind.WRONG_GROUP, group="new", seat=7, member="m07", other="local")
    assert finding_sentence(found, COUNCIL, "zh", lambda m: NAMES[m]) == (
        "第7席属于新居民，现由王建军（本地居民）担任，须作裁定。"
    )


@pytest.mark.parametrize("kind", FindingKind)
def test_every_finding_has_a_sentence(kind):
    """No finding shows a key where a title or a name is known, nor an empty place."""
    found = Finding(
        kind=kind,
        group="office",
        member="m01",
        other="m07" if kind is FindingKind.DUPLICATE else "new",
        office="chair",
        seat=3,
        number=1,
        day=date(2026, 3, 1),
    )
    for lang in ("zh", "en"):
        text = finding_sentence(found, COUNCIL, lang, lambda m: NAMES[m])
        assert not any(one in text for one in ("m01", "m07", "chair", "local", "()"))
        assert "{" not in text


def test_without_names_ids_are_shown():
    """A caller that knows no names still gets a sentence, even about groups that no longer exist."""
    found = Finding(kind=FindingKind.TERM_EXPIRED, member="m01", seat=1, day=date(2026, 3, 1))
    assert finding_sentence(found, COUNCIL, "zh") == "m01（第1席）的任期已于2026年3月1日届满。"
    gone = Finding(kind=FindingKind.OFFICE_VACANT, office="treasurer")
    assert finding_sentence(gone, COUNCIL, "zh") == "treasurer空缺。"
