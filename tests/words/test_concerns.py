"""Every concern has a few words and a sentence; every act of a round has its line."""

import re
from datetime import date
from pathlib import Path

import pytest

from facilitator.rounds import concerns as rules
from facilitator.rounds import funders, results, round
from facilitator.rounds.concerns import Concern
from facilitator.rounds.standing import Deed, Stage
from facilitator.words import rounds_story
from facilitator.words.concerns import HEADS, SENTENCES, concern_head, concern_sentence
from facilitator.words.rounds import deed_words, round_title

CODES = set(
    re.findall(r'(?:Concern\(|yield )\s*"([a-z-]+)"', Path(rules.__file__).read_text("utf-8"))
)


def test_every_code_has_words():
    """No concern that the rules find is without them, and none is worded that they never find."""
    assert len(CODES) > 25
    assert set(HEADS) == CODES
    assert set(SENTENCES) == CODES - {"evidence-after-draft", "granted-by-hand"}


@pytest.mark.parametrize(
    ("code", "facts", "sentence"),
    [
        ("few-asked", {"people": 8, "least": 10}, "只问了8位居民。不到10人，代表不了多少人。"),
        ("receipts-missing", {"count": 2, "fen": 35050}, "没有票据的支出：350.50元，共2笔。"),
        ("look-back-overdue", {"due": "2026-11-05", "days": 2}, "应在2026年11月5日回看，逾期2天。"),
        (
            "evidence-after-draft",
            {"drafted": "2025-03-28", "asked": "2025-05-28", "count": 1, "all": True},
            "申请书2025年3月28日就开始写了，2025年5月28日才第一次问居民。",
        ),
        ("granted-by-hand", {"projects": ["01-1", "03-1"]}, "没有经过公开评选会批准的：01-1、03-1。"),
        ("granted-by-hand", {"by": "街道", "on": "2025-06-01"}, "2025年6月1日由街道批准，没有经过公开评选会。"),
    ],
)  # fmt: skip
def test_a_concern_is_said_with_its_facts(code, facts, sentence):
    """Money in yuan, days as days, and what is late by how much."""
    assert concern_sentence(Concern(code, facts), "zh").replace("\u00a0", "") == sentence
    assert concern_sentence(Concern(code, facts), "en")
    assert concern_head(code, "zh") != concern_head(code, "en")


def test_every_stage_and_deed_has_a_word_in_both_languages():
    """What is done on its day says the day, everything else by which."""
    for value in (*Stage, *Deed):
        assert round_title(value, "zh") != round_title(value, "en")
    today = date(2025, 5, 1)
    assert deed_words(Deed.SELECT, date(2025, 6, 14), today, "zh") == "评选会，6月14日"
    assert deed_words(Deed.PROPOSE, date(2025, 5, 20), today, "zh") == "写项目申请书，5月20日前"
    assert deed_words(Deed.REACH, None, today, "zh", milestone="装好路灯") == "装好路灯"
    assert deed_words(None, None, today, "zh") == ""


def test_every_event_of_a_round_is_told():
    """But for a striking, which is told at what it struck."""
    kinds = {*round.APPLIES, *funders.APPLIES, *results.APPLIES} - {round.RoundEntryStruck}
    assert set(rounds_story._TELLERS) == kinds
