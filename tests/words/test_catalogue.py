"""The Chinese catalogue: whole, up to date, and written as Chinese is written."""

from __future__ import annotations

import ast
import gettext
import io
import re
from string import Formatter
from typing import BinaryIO

from babel.messages.mofile import write_mo

from tests.words.catalogues import PO, chinese, key, sources, texts, tool

CJK = "\u3400-\u4dbf\u4e00-\u9fff"
HALF_WIDTH = re.compile(rf"[{CJK}][,.:;?!()]|[,.:;?!()][{CJK}]")
UPDATE = "run `python3 dev.py words`"


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def translated() -> list[tuple[tuple[str, str], str]]:
    """Every text with its translation; that none is missing is held by a test of its own."""
    return [(key(one), text) for one in chinese() if one.id for text in texts(one) if text]


def test_catalogue_holds_exactly_the_texts_of_the_source():
    """No text of the source is missing from the catalogue, and none in it is stale."""
    source = {key(one) for one in tool().extract() if one.id}
    catalogue = {key(one) for one in chinese() if one.id}
    assert source - catalogue == set(), UPDATE
    assert catalogue - source == set(), UPDATE


def test_every_text_is_translated_and_none_is_guessed():
    """A Chinese reader never meets an English sentence, nor one that Babel guessed."""
    assert [key(one) for one in chinese() if one.id and not all(texts(one))] == []
    assert [key(one) for one in chinese() if one.fuzzy] == []
    assert list(chinese().obsolete) == []


def test_no_fact_is_lost_in_translation():
    """A translation shows the same facts as the English text, no more and no fewer."""
    for message in chinese():
        if not message.id:
            continue
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        for text in filter(None, texts(message)):
            assert fields(text) == set().union(*map(fields, ids)), ids


def test_chinese_punctuation_is_full_width_and_digits_are_half_width():
    """Beside a Chinese character stands no ASCII punctuation, and digits are never full-width.

    A letter to be pressed with Alt, as Qt's own dialogs have it, is no punctuation: 文件类型(&T)：.
    """
    wrong = [text for _, text in translated() if HALF_WIDTH.search(re.sub(r"\(&[A-Z]\)", "", text))]
    wide = [text for _, text in translated() if re.search("[０-９]", text)]
    assert wrong == []
    assert wide == []


def test_chinese_is_chinese_and_english_is_english():
    """Every translation holds a Chinese character, unless there is nothing but facts and signs; no key does."""
    for (_, msgid), text in translated():
        assert not re.search(f"[{CJK}]", msgid), msgid
        bare = re.sub(r"\{\w*\}", "", msgid)
        if re.search("[a-z]{3}", bare) and not re.search(f"[{CJK}]", text):
            assert text == msgid, (msgid, text)  # a word that is the same in both, such as PDF


def test_a_sentence_ends_alike_in_both_languages():
    """A key that ends with a full stop is a sentence in Chinese too, and a label is none."""
    for (_, msgid), text in translated():
        sentence = msgid.endswith(".") and msgid != "No."  # an abbreviation, and a table head
        assert sentence == text.endswith("。"), (msgid, text)


def test_compiled_words_are_those_of_the_catalogue():
    """The compiled form holds every text as the catalogue has it; only its header tells when it was made."""
    fresh = io.BytesIO()
    write_mo(fresh, chinese())
    fresh.seek(0)
    assert compiled(PO.with_suffix(".mo").open("rb")) == compiled(fresh), UPDATE


def compiled(file: BinaryIO) -> dict[str, str]:
    """The texts of a compiled catalogue, without its header."""
    with file:
        texts = dict(gettext.GNUTranslations(file)._catalog)
    del texts[""]
    return texts


def test_whatever_is_counted_can_be_looked_up_by_its_number():
    """Every text for one and many stands in the catalogue as such: Babel misses the second one where a fact
    is given by a call, and the Chinese window would then speak English.
    """
    counted = {one.id[0] for one in chinese() if isinstance(one.id, list | tuple)}
    found = 0
    for name, tree in sources(".many("):
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            said = [one.value for one in node.args if isinstance(one, ast.Constant)]
            if node.func.attr == "many" and len(said) >= 2:
                found += 1
                assert said[0] in counted, f"{name}:{node.lineno}: give its facts names first"
    assert found > 50


def test_a_tongue_is_always_called_t():
    """Texts are found in the source by the name of the call, so a tongue has one name only."""
    for name, tree in sources("tongue"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and is_tongue(node.func):
                raise AssertionError(f"{name}:{node.lineno}: give it to a variable `t` first")
            if isinstance(node, ast.Assign) and is_tongue(node.value):
                names = {ast.unparse(target).rpartition(".")[2] for target in node.targets}
                assert names == {"t"}, f"{name}:{node.lineno}"


def is_tongue(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and ast.unparse(node.func).rpartition(".")[2] == "tongue"
    )
