"""What an act is: identifiers and texts that may come in, and refusals that name their rule."""

from __future__ import annotations

import unicodedata

import msgspec
import pytest

from facilitator.acts import (
    MAX_TEXT,
    Command,
    Event,
    RuleViolation,
    Trouble,
    clean_id,
    clean_text,
)

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@pytest.mark.parametrize("kind", [RuleViolation, Trouble])
def test_a_refusal_names_its_rule_and_its_facts(kind):
    """The code is for the program, the facts are for a sentence."""
    refusal = kind("quorum-lost", present=8, needed=9)
    assert (str(refusal), refusal.code) == ("quorum-lost", "quorum-lost")
    assert refusal.facts == {"present": 8, "needed": 9}


class Ask(Command, frozen=True, kw_only=True, tag="test.ask"):
    text: str = ""


class Asked(Event, frozen=True, kw_only=True, tag="test.asked"):
    text: str = ""


def test_a_command_names_the_history_it_adds_to():
    """A command that does not is our own mistake."""
    with pytest.raises(NotImplementedError):
        _ = Ask().stream


def test_a_typo_in_a_command_is_not_a_wish():
    """Commands refuse fields they do not know; events of a later version are still read."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"do": "test.ask", "txet": "x"}', type=Ask)
    assert msgspec.json.decode(b'{"kind": "test.asked", "later": 1}', type=Asked) == Asked()


def test_an_event_is_nobodys_unless_it_says_so():
    """Most events hold no personal data and erase none."""
    assert (Asked().subject, Asked.beside, Asked.erases) == ("", None, False)


@pytest.mark.parametrize("value", ["m1", "chen-guodong", "2026-11-27", "a_b.c", "x" * 64])
def test_a_usable_identifier_is_kept_as_it_is(value):
    """Letters, digits, hyphens, underscores and dots, up to 64."""
    assert clean_id(value, "member") == value


@pytest.mark.parametrize("value", ["", "x" * 65, "王芳", "a b", "../etc", ".hidden", "a/b", "٣"])
def test_an_identifier_that_could_mean_something_else_is_refused(value):
    """Nothing that is a path, a hidden file, or looks like another one."""
    with pytest.raises(RuleViolation) as refused:
        clean_id(value, "member")
    assert refused.value.code == "bad-id"
    assert refused.value.facts == {"field": "member", "value": value[:80]}


def test_a_text_is_kept_as_it_was_typed():
    """Only the white space around it goes, and carriage returns; lines, tabs and emoji stay."""
    assert clean_text("  第一行\r\n\t第二行 🙂 \n", "text") == "第一行\n\t第二行 🙂"


def test_a_required_text_is_not_empty():
    """Blank is empty; where a text may be left out, empty is empty."""
    with pytest.raises(RuleViolation, match="text-missing"):
        clean_text(" \n ", "reason")
    assert clean_text("  ", "reason", required=False) == ""


def test_a_text_has_a_limit():
    """A pasted speech goes in, one character more than the limit does not."""
    assert len(clean_text("字" * MAX_TEXT, "text")) == MAX_TEXT
    with pytest.raises(RuleViolation) as refused:
        clean_text("字" * (MAX_TEXT + 1), "text")
    assert refused.value.facts == {"field": "text", "length": MAX_TEXT + 1, "most": MAX_TEXT}


@pytest.mark.parametrize(
    ("text", "place", "character"),
    [
        ("a\x00b", 2, "U+0000"),
        ("\u202e反对", 1, "U+202E"),
        ("赞成\u2067", 3, "U+2067"),
        ("ab\ud800", 3, "U+D800"),
        ("a\rb", 2, "U+000D"),
        ("a\x85b", 2, "U+0085"),
    ],
)
def test_characters_that_nobody_sees_never_get_in(text, place, character):
    """Control and direction-changing characters are refused with their place."""
    with pytest.raises(RuleViolation) as refused:
        clean_text(text, "text")
    assert refused.value.code == "text-control"
    assert refused.value.facts == {"field": "text", "place": place, "character": character}


@pytest.mark.parametrize("text", ["a\nb", "a\tb"])
def test_one_line_is_one_line(text):
    """A name has no line break and no tab, which a longer text may have."""
    assert clean_text(text, "text") == text
    with pytest.raises(RuleViolation, match="text-control"):
        clean_text(text, "name", one_line=True)


def test_an_event_speaks_of_no_contents_unless_it_says_so():
    """Nothing is kept or erased for an event that names no files."""
    assert Asked().files == Asked().drops == ()


def test_every_sign_is_taken_or_refused_for_what_it_is():
    """Control signs, halves of signs and those that turn the writing are refused, wherever they stand."""
    for number in range(0x3000):
        sign = chr(number)
        steers = unicodedata.category(sign) in ("Cc", "Cs") or sign in TURNING
        text = f"a{sign}b"
        if steers and sign not in "\n\t":
            with pytest.raises(RuleViolation):
                clean_text(text, "text")
        else:
            assert clean_text(text, "text") == text
