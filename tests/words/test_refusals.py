"""Every refusal and trouble in a sentence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.export import BODY, FORMATS, KINDS, PROJECT, ROUND
from facilitator.papers.kinds.proceedings import ASKED
from facilitator.papers.kinds.proceedings import BLOCKS as BOOK_BLOCKS
from facilitator.papers.kinds.record import BLOCKS as RECORD_BLOCKS
from facilitator.papers.kinds.summary import BLOCKS as SUMMARY_BLOCKS
from facilitator.words.codes import BLOCKS, EMPTY, FORMS, PAPERS
from facilitator.words.refusals import NO_SENTENCE, SENTENCES, fields, refusal_sentence
from tests.words.catalogues import sources

NAMES = {"m06": "冯锦添", "m01": "陈国栋"}
TITLES = {"new": "新居民", "deliberate": "议事", "read-back": "宣读记录", "closed": "散会"}


def name_of(member: str) -> str:
    return NAMES.get(member, member)


def title_of(key: str) -> str:
    return TITLES.get(key, key)


def zh(code: str, **facts: object) -> str:
    return refusal_sentence(code, facts, "zh", name_of, title_of)


def en(code: str, **facts: object) -> str:
    return refusal_sentence(code, facts, "en", name_of, title_of)


def raises() -> Iterator[tuple[str, ast.Module, ast.Call]]:
    """Every place in the program that makes a refusal or a trouble."""
    for name, tree in sources("RuleViolation", "Trouble"):
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("RuleViolation", "Trouble")
            ):
                yield name, tree, node


def constants(node: ast.expr | None) -> set[str]:
    """The texts that an expression may come to."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=one, orelse=other):
            return constants(one) | constants(other)
        case ast.Call(func=ast.Attribute(attr="get"), args=[_, other]):
            return constants(other)
        case ast.Dict(values=values):
            return set().union(*map(constants, values))
    return set()


def indirect(tree: ast.Module) -> set[str]:
    """The codes of a module that works them out: its tables, and what `code` or `_code` comes to."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "code":
            found |= constants(node.value)
        if isinstance(node, ast.FunctionDef) and node.name == "_code":
            for part in ast.walk(node):
                found |= constants(part.value) if isinstance(part, ast.Return) else set()
    for node in tree.body:
        found |= constants(node.value) if isinstance(node, ast.Assign) else set()
    return found


@cache
def codes() -> frozenset[str]:
    """Every code that the source refuses with; read once, for it takes seconds."""
    found: set[str] = set()
    for name, tree, call in raises():
        first = constants(call.args[0]) or indirect(tree)
        assert first, f"{name}:{call.lineno}: which code is this?"
        found |= first
    return frozenset(found)


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    """No refusal in the program is left without words, and no words without a refusal."""
    assert codes() - set(SENTENCES) == set()
    assert set(SENTENCES) - codes() == set()


def test_the_reader_of_the_source_sees_codes_that_are_worked_out():
    """Codes that stand in a table or come from a function are found too."""
    assert {"disk-full", "in-use", "unreadable", "no-file"} <= codes()


def test_sentences_show_only_facts_that_are_given():
    """For every place that refuses, one of the sentences has all it needs from the facts of that place."""
    for name, _, call in raises():
        given_facts = {keyword.arg for keyword in call.keywords} | {"why"}
        if None in given_facts or not isinstance(call.args[0], ast.Constant):
            continue
        found = SENTENCES[str(call.args[0].value)]
        several = (found,) if isinstance(found, str) else found
        assert any(set(fields(one)) <= given_facts for one in several), f"{name}:{call.lineno}"


def test_somebody_who_left_cannot_vote():
    """The refusal names the person, the time they left, and the way on."""
    facts = {"person": "m06", "left": "2026-11-27T20:10:33+08:00"}
    assert zh("not-present", **facts) == (
        "冯锦添已于20:10离会，不在场，此项不能记入。如已回到会场，请先登记到会。"
    )
    assert en("not-present", **facts).startswith("冯锦添 left at 20:10 and is not in the room")


def test_the_first_sentence_that_has_its_facts_is_used():
    """Somebody who never came did not leave at any time."""
    assert zh("not-present", person="m06", left="") == (
        "冯锦添尚未到会，此项不能记入。如已到场，请先登记到会。"
    )


def test_lists_of_people_are_names():
    """Names are joined as the language joins them."""
    assert zh("votes-outstanding", members=["m06", "m01"], number=2).startswith(
        "尚未表决：冯锦添、陈国栋。"
    )
    assert en("votes-outstanding", members=["m06", "m01"], number=2).startswith(
        "Still to answer: 冯锦添, 陈国栋."
    )


def test_keys_are_titles_and_codes_are_words():
    """Nobody has to know what a key means: phases, groups, choices, states and fields have their words."""
    assert zh("phase-order", phase="deliberate", wanted="closed", next="read-back, closed") == (
        "“议事”之后不能进入“散会”，可以进入：read-back（宣读记录）、closed（散会）。"
    )
    assert zh("unknown-group", group="new") == "没有“新居民”这个组别。"
    assert "：赞成。" in zh("already-voted", member="m01", choice="for")
    assert zh("item-settled", item="拆桩", state="withdrawn") == "“拆桩”已有结果：已撤回。"
    assert zh("text-missing", field="reason") == "“理由”没有填写，请填写。"
    assert zh("text-missing", field="wording") == "“动议原文”没有填写，请填写。"
    assert "结束早于开始" in zh("charter-wrong", place="valid_until", problem="order")


def test_who_has_to_type_a_key_is_shown_keys_with_their_titles():
    """A choice is a list of keys with titles; a key without a title stands alone."""
    assert "new（新居民）、x" in zh("unknown-group", group="y", groups=["new", "x"])
    assert "可用的有：new（新居民）。" in zh("group-missing", groups=["new"], field="group")


def test_a_name_in_the_place_of_an_id_is_answered_with_the_id():
    """Who types a name learns what to type; without exactly one such person the list is named."""
    assert "请用编号m06" in zh("not-a-member", member="冯锦添", id="m06")
    assert "roster list" in zh("not-a-member", member="谁")


def test_papers_files_and_parts_are_words():
    """Papers have the names that stand on them, and an empty one says why."""
    assert zh("not-as-that", paper="notice", format="md") == (
        "“会议通知”不能存为Markdown文本（md），请选docx、pdf或html。"
    )
    assert zh("nothing-to-print", paper="record") == "“会议记录”暂无内容可印：会议尚未开始。"
    assert "items（议题）、seal（核对码）" in zh("unknown-block", block="x", blocks="items, seal")
    assert "不分部分" in zh("unknown-block", block="x", blocks="")


def test_every_paper_file_and_part_has_its_words():
    """What can be asked for on the command line has a word in refusals; blank forms are never empty."""
    assert PAPERS.keys() == {*KINDS, *BODY, *PROJECT, *ROUND}
    assert PAPERS.keys() - EMPTY.keys() == {"needs-form", "proposal-form"}
    assert EMPTY.keys() <= PAPERS.keys()
    assert FORMS.keys() == set(FORMATS)
    assert BLOCKS.keys() == {*RECORD_BLOCKS, *SUMMARY_BLOCKS, *BOOK_BLOCKS, *ASKED}


def test_an_id_that_is_taken_stays_an_id():
    """The one who has it already is not who is spoken of."""
    assert zh("member-exists", member="m06", name="苏").startswith("编号m06已有人使用")


def test_what_has_to_stand_in_a_field_is_said_in_words():
    """Types are words, a field that may be empty too is asked for by its own type, a fact left out is a gap."""
    facts = {"field": "reason", "problem": "wrong-type", "got": "null"}
    assert zh("bad-field", expected="int | null", **facts) == (
        "字段reason（理由）有误：这里应填整数，现在填的是空值（null）。"
    )
    assert "文字（带引号）或字段组（花括号）" in zh("bad-field", expected="str | object", **facts)
    assert "应填…" in zh("bad-field", **facts)
    assert "something" in zh("bad-field", **(facts | {"problem": "something"}))
    assert "文件末尾" in zh("charter-file", file="a", place="end of document", problem="syntax")


def test_places_in_a_charter_file_are_said_in_chinese():
    """The line and column of a mistake are words, not the parser's English."""
    text = zh("charter-file", file="a.toml", place="line 3, column 9", problem="syntax", detail="")
    assert text == "a.toml中的章程在第3行第9列处有误：不合TOML格式。"


def test_without_names_and_titles_ids_are_shown():
    """A door that knows neither names nor titles still gets a sentence."""
    assert refusal_sentence("already-present", {"person": "m06"}, "zh") == "m06已登记到会。"


def test_a_row_of_a_roster_is_named_first():
    """Of forty rows the clerk has to find the one."""
    assert zh("seat-taken", seat=3, row=12).startswith("第12行：第3席已有人。")


def test_a_disabled_charter_says_why_in_the_readers_language():
    """The reason stands in the charter in both languages."""
    facts = {"charter": "x", "zh": "条文未核实。", "en": "Its text is not verified."}
    assert zh("charter-disabled", **facts) == "章程“x”不能使用：条文未核实。"
    assert en("charter-disabled", **facts) == (
        "The charter “x” cannot be used: Its text is not verified."
    )


def test_numbers_and_times_are_as_people_write_them():
    """Large numbers are grouped, days are dates, moments have their seconds."""
    assert "10,000,000,000,000" in zh("number-range", field="x", value=-1, least=0, most=10**13)
    assert zh("charter-not-in-force", charter="x", day="2026-01-05").startswith("2026年1月5日")
    moments = {"at": "2026-11-27T20:10:00+08:00", "last": "2026-11-27T20:10:05+08:00"}
    assert "2026年11月27日20:10:05" in zh("time-goes-back", **moments)
    assert "27 November 2026, 20:10:00" in en("time-goes-back", **moments)


def test_braces_in_facts_are_text():
    """A title with braces is shown as it was typed."""
    assert zh("item-in-hand", item="{person} {0}") == "正在议“{person} {0}”。"


def test_an_unknown_code_is_answered_honestly():
    """A code of a newer version gives its name instead of a guess."""
    assert zh("from-the-future", member="m06") == "此项不能办理（代码from-the-future）。"
    assert en("from-the-future") == NO_SENTENCE.format(code="from-the-future")


ANYTHING = st.one_of(
    st.none(), st.integers(), st.booleans(), st.text(), st.lists(st.text(), max_size=3)
)


@pytest.mark.parametrize("lang", ["zh", "en"])
@given(st.data())
def test_no_fact_can_break_a_sentence(lang, data):
    """Whatever facts come, wrong, missing or too many, people get a sentence."""
    code = data.draw(st.sampled_from(sorted(SENTENCES)))
    found = SENTENCES[code]
    names = {
        name for one in ((found,) if isinstance(found, str) else found) for name in fields(one)
    }
    facts = data.draw(st.dictionaries(st.sampled_from(sorted(names | {"row", "zh"})), ANYTHING))
    text = refusal_sentence(code, facts, lang)
    assert "{" not in text or any("{" in str(value) for value in facts.values())
    assert len(text) > 4
