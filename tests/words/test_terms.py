"""One word for one thing: in the catalogue, on papers, in formats, charters and phrases, and in the manual."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import cast

import pytest

from tests.words.catalogues import ROOT, chinese, key, texts

TERMS = {
    "存档": "档案",
    "排练": "演练",
    "样例": "示例",
    "发布": "导出",
    "本程序": "本软件",
    "收据": "票据",
    "代填": "代录",
    "录入员": "录入人",
    "撤下": "撤回",
    "划掉": "划去",
    "删掉": "删除",
    "抹去": "删除",
    "彻底清除": "永久删除",
    "清除反映人": "删除反映人信息",
    "联系办法": "联系方式",
    "记录抬头": "核对码",
    "记录头": "核对码",
    "校验值": "校验码",
    "候选项目": "参评项目",
    "候选名单": "参评名单",
    "评选名单": "参评名单",
    "可分配资金": "可用资金",
    "取入": "带入, 采用",
    "预告": "公告",
    "十二个月回看": "回看",
    "通报": "回报",
    "纸件": "文书",
    "本组织": "本机构",
    "改正一张选票": "更正一张选票",
    "可以不写": "可不填",
    "跟进的决定": "要落实的决议",
    "以前决定": "以前决议",
    "你": "您",
    "请点击": "请点",
    "U 盘": "U盘",
}
"""Words that were said for a thing beside its own, and the word that it has."""
COUNCIL = ("desk/vote/", "words/votes.py", "words/outcomes.py", "words/refused/votes.py")
"""Where only the vote of a council is spoken of: by hands, by name, or by secret ballot."""
VOTES = re.compile("无记名投票|投票权数")
"""What is called 投票 even there."""
FORMER = re.compile(r"\b(click here|can't|don't|won't|isn't|OK)\b", re.IGNORECASE)
NAMES = re.compile(r"Open Space|Equal Shares|Personal Information Protection Law|GNU .*License")
TITLE_CASE = re.compile(r"(?<![.:“(] )\b[a-z]+ [A-Z][a-z]+ [A-Z][a-z]+")


def texts_of_files() -> list[tuple[str, str]]:
    """What else stands in Chinese on screens and papers, and the manual."""
    found = [
        *(ROOT / "resources" / "manual" / "zh").glob("*.md"),
        *(ROOT / "resources" / "papers").glob("*.*"),
        *(ROOT / "resources" / "formats").glob("*.toml"),
        *(ROOT / "resources" / "charters").glob("*.toml"),
        ROOT / "resources" / "phrases" / "zh.txt",
    ]
    return [(one.name, one.read_text("utf-8")) for one in found]


def told() -> list[tuple[str, str]]:
    """Every Chinese text, with where to find it."""
    words = [(key(one)[1], text) for one in chinese() if one.id for text in texts(one)]
    return words + texts_of_files()


@pytest.fixture(scope="module", name="everything")
def _everything() -> list[tuple[str, str]]:
    return told()


def test_no_thing_has_two_names(everything):
    """Whoever learns a word on one screen meets it on every other, on paper and in the manual."""
    wrong = [
        f"{where}: {old}, say {new}"
        for where, text in everything
        for old, new in TERMS.items()
        if old in text
    ]
    assert wrong == []


def test_a_council_votes_by_hands_and_the_selection_by_ballot():
    """表决 is the council's word; 投票 is left to ballots in boxes."""
    for one in chinese():
        places = [place.removeprefix("facilitator/") for place, _ in one.locations]
        if places and all(place.startswith(COUNCIL) for place in places):
            assert all("投票" not in VOTES.sub("", text) for text in texts(one)), one.id


def test_english_is_plain_and_in_sentence_case():
    """No titles with capitals, no pleading, no short forms."""
    for one in chinese():
        for msgid in [one.id] if isinstance(one.id, str) else one.id:
            assert not FORMER.search(msgid), msgid
            assert not TITLE_CASE.search(NAMES.sub("", msgid)), msgid


def both(found: object) -> Iterator[dict[str, str]]:
    """Whatever has a Chinese text, or an English one, in a file of data."""
    if isinstance(found, dict):
        table = cast("dict[str, object]", found)
        if {"zh", "en"} & set(table):
            yield cast("dict[str, str]", table)
        else:
            yield from (one for part in table.values() for one in both(part))
    elif isinstance(found, list):
        yield from (one for part in cast("list[object]", found) for one in both(part))


def test_formats_charters_and_phrases_are_there_in_both_languages():
    """Each title has its Chinese and its English; phrases and the manual have the same parts in both."""
    han = re.compile("[\u3400-\u9fff]")
    for name, text in texts_of_files():
        for one in both(tomllib.loads(text)) if name.endswith(".toml") else ():
            assert han.search(one["zh"]), (name, one)
            assert one["en"], (name, one)
            assert not han.search(one["en"]), (name, one)
    resources = ROOT / "resources"
    zh, en = ((resources / "phrases" / f"{lang}.txt").read_text("utf-8") for lang in ("zh", "en"))
    assert len(zh.splitlines()) == len(en.splitlines())
    for chapter in (resources / "manual" / "zh").glob("*.md"):
        parts = [
            re.findall(r"^#+ |^!\[|^\| ---", one.read_text("utf-8"), re.MULTILINE)
            for one in (chapter, resources / "manual" / "en" / chapter.name)
        ]
        assert parts[0] == parts[1], chapter.name
