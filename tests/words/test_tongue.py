"""Speaking two languages at once."""

from __future__ import annotations

import pytest

from facilitator.words import tongue as module
from facilitator.words.tongue import CatalogueMissing, tongue


def test_two_languages_are_open_at_once():
    """Each tongue keeps its own language, whatever the other one says."""
    zh, en = tongue("zh"), tongue("en")
    assert zh.within("verdict", "Passed") == "通过"
    assert en.within("verdict", "Passed") == "Passed"
    assert (zh.lang, en.lang) == ("zh", "en")
    assert tongue("zh") is zh


def test_context_tells_english_homonyms_apart():
    """One English word is two in Chinese where it means two things."""
    t = tongue("zh")
    assert t.within("item", "Withdrawn") == "已撤回"
    assert t.within("motion", "Withdrawn") == "已撤回"


def test_facts_are_plain_text():
    """A name with braces is shown as it was typed and never read as a pattern."""
    t = tongue("zh")
    for name in ("{office}", "{", "{0.__class__}", "%s {{x}}"):
        assert t("{office} is vacant.", office=name) == f"{name}空缺。"


def test_numbers_choose_the_form():
    """English has one form for one and another for more; Chinese has one."""
    assert tongue("en").many("{n} vote", "{n} votes", 1) == "1 vote"
    assert tongue("en").many("{n} vote", "{n} votes", 0) == "0 votes"
    assert tongue("zh").many("{n} vote", "{n} votes", 1) == "1票"


def test_a_text_that_is_not_in_the_catalogue_is_spoken_in_english():
    """A missing translation is a gap, not a crash."""
    assert tongue("zh")("Never {written}", written="put in") == "Never put in"


def test_only_our_languages_are_spoken():
    """Asking for another language is a mistake of ours, and says what there is."""
    with pytest.raises(ValueError, match="zh, en"):
        tongue("fr")


def test_missing_words_say_how_to_make_them(tmp_path, monkeypatch):
    """Before the set-up the error names dev.py instead of leaving English text in a Chinese window."""
    monkeypatch.setattr(module, "resources", lambda: tmp_path)
    with pytest.raises(CatalogueMissing, match=r"dev\.py"):
        tongue.__wrapped__("zh")
