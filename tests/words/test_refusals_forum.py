"""Refusals of a forum as people read them: topics by number, states by their words, rounds by theirs."""

from __future__ import annotations

import pytest

from facilitator.words.refusals import refusal_sentence
from facilitator.words.refused import forum


def zh(code: str, **facts: object) -> str:
    return refusal_sentence(code, facts, "zh", {"h2": "刘凤霞"}.get)


def test_topics_are_called_by_the_numbers_on_their_cards() -> None:
    """04, not 4: that is what hangs on the wall. What is no number is shown as it was typed."""
    assert zh("already-on-wall", topic=4).startswith("议题04已经上墙")
    assert "议题04、17" in zh("conveners-not-agreed", members=["h2"], number=1, topics=[4, 17])
    assert zh("unknown-topic", topic="t99").startswith("没有t99这个议题")


def test_a_merge_without_consent_names_who_was_not_asked() -> None:
    """Nobody has to guess whom to talk to."""
    told = zh("conveners-not-agreed", members=["h2"], number=1, topics=[9, 25])
    assert told.startswith("还没有同意：刘凤霞。")
    assert told.endswith("请当面问一问，或各谈各的。")


def test_a_topic_that_is_gone_says_what_became_of_it() -> None:
    """The state is a word, in the language asked for."""
    assert "“已并入”" in zh("topic-gone", topic=24, state="merged")
    assert "“Parked”" in refusal_sentence("topic-gone", {"topic": 24, "state": "parked"}, "en")


def test_a_round_that_is_in_the_way_is_told_with_its_hours() -> None:
    """Whoever plans the day sees at once where it collides."""
    hours = {"begins": "2026-11-21T09:50:00+08:00", "ends": "2026-11-21T10:50:00+08:00"}
    assert "第1场（09:50至10:50）" in zh("slots-overlap", number=1, **hours)


def test_a_slot_in_use_tells_whether_topics_or_the_record_hold_it() -> None:
    """Topics can be moved away; a round that was held stays."""
    assert "议题01、02排在这一场" in zh("slot-in-use", slot=1, topics=[1, 2])
    assert zh("slot-in-use", slot=1, topics=[]) == "第1场已经开过，要留在记录里，不能删去。"


def test_days_and_fields_are_words() -> None:
    """A date is a date, and a field is called as on the form."""
    assert zh("due-before-meeting", due="2026-11-01", held="2026-11-21").startswith(
        "2026年11月1日早于"
    )
    assert zh("number-range", field="each", value=0, least=1, most=100).startswith("“每人点数”")
    assert zh("text-missing", field="first_step").startswith("“第一步”")


@pytest.mark.parametrize("code", forum.SENTENCES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sentence_is_plain(code: str, lang: str) -> None:
    """No code and no name of a field of ours stands in what people read, and each ends as a sentence."""
    told = refusal_sentence(code, {}, lang)
    assert code not in told
    assert "_" not in told
    assert told.endswith("。" if lang == "zh" else ".")
