"""Commands from JSON: whatever stands in a line, what comes out is a command or a refusal that says where."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.acts import RuleViolation
from facilitator.commands import COMMANDS, MOST_BYTES, TAGS, Said, read_line, schema, tag_of
from facilitator.meeting.polls import Hands
from facilitator.meeting.voting import CountHands
from facilitator.places import resources
from facilitator.words.refusals import refusal_sentence

DEMO = (resources() / "demo" / "evening.jsonl").read_bytes().splitlines()
VOTE = {"do": "polls.vote", "meeting": "m", "poll": "p1", "member": "e1", "choice": "for"}
HANDS = {"do": "polls.count-hands", "meeting": "m", "poll": "p1", "hands": {"in_favour": 9}}
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The machine may be busy with other tests."""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def refusal(line: bytes | dict[str, Any]) -> RuleViolation:
    """What a line is refused with; fails if it is taken, or if anything else is raised."""
    with pytest.raises(RuleViolation) as raised:
        read_line(line if isinstance(line, bytes) else json.dumps(line).encode())
    return raised.value


def taken_or_refused(line: bytes) -> Said | None:
    """Reading a line never ends in anything but a command or a refusal."""
    with suppress(RuleViolation):
        return read_line(line)
    return None


def test_a_line_is_a_command_with_who_and_when() -> None:
    """`do` names the command, `at` and `by` belong to the line, the rest are its fields."""
    said = read_line(
        json.dumps(HANDS | {"at": "2026-11-27T20:00:00+08:00", "by": "Zheng"}).encode()
    )
    assert said.command == CountHands(meeting="m", poll="p1", hands=Hands(in_favour=9))
    assert said.at is not None
    assert (said.at.isoformat(), said.by) == ("2026-11-27T20:00:00+08:00", "Zheng")
    assert read_line(json.dumps(HANDS).encode()) == Said(said.command)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"", "not-json"),
        (b"{", "not-json"),
        (b"\xff", "not-json"),
        (b'"\xff"', "not-json"),
        ('{"do": "松柏岗"}'.encode("gbk"), "not-json"),
        (b"\xef\xbb\xbf{}", "not-json"),
        (b'{"do": NaN}', "not-json"),
        (b'{"do": 1e400}', "not-json"),
        (b'{"do": ' + b"9" * 5000 + b"}", "not-json"),
        (b'{"do": "\\ud800"}', "not-json"),
        (b"[" * 100_000, "not-json"),
        (b'{"a":' * 100_000, "not-json"),
        (b"[]", "not-an-object"),
        (b'"polls.vote"', "not-an-object"),
        (b"{}", "command-missing"),
        (b'{"meeting": "first"}', "command-missing"),
        (b'{"do": "polls.vote", "do": "polls.vote"}', "duplicate-field"),
        (b'{"do": "polls.vote", "\\u0064o": "polls.vote"}', "duplicate-field"),
        (b'{"do": "x", "hands": {"in_favour": 1, "in_favour": 9}}', "duplicate-field"),
        (b'{"do": null}', "unknown-command"),
        (b'{"do": ["polls.vote"]}', "unknown-command"),
        (b'{"do": "polls.steal"}', "unknown-command"),
        (b'{"do": "meeting.clock-jumped"}', "unknown-command"),
        (b" " * (MOST_BYTES + 1), "line-too-long"),
    ],
)
def test_a_line_that_is_no_command_is_refused(line: bytes, code: str) -> None:
    """Not JSON, no object, or no command of ours: each has its own code."""
    assert refusal(line).code == code


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"choice": "maybe"}, "choice"),
        ({"choice": None}, "choice"),
        ({"member": 7}, "member"),
        ({"at": "yesterday"}, "at"),
        ({"at": 7}, "at"),
        ({"at": {}}, "at"),
        ({"by": 7}, "by"),
        ({"vote": "for"}, "vote"),
    ],
)
def test_the_refusal_of_a_wrong_field_names_it(change: dict[str, Any], field: str) -> None:
    """A wrong type, an unknown value or an unknown field: the refusal says which."""
    refused = refusal(VOTE | change)
    assert (refused.code, refused.facts["field"]) == ("bad-field", field)


@pytest.mark.parametrize(
    ("change", "facts"),
    [
        ({"choice": "maybe"}, {"given": "maybe", "allowed": ["for", "against", "abstain"]}),
        ({"choice": None}, {"problem": "not-one-of", "given": "null"}),
        ({"member": 7}, {"problem": "wrong-type", "expected": "str", "got": "int"}),
        ({"at": "yesterday"}, {"problem": "not-a-time", "given": "yesterday"}),
        ({"by": []}, {"problem": "wrong-type", "expected": "str", "got": "array"}),
        ({"vote": "for"}, {"allowed": ["meeting", "poll", "member", "choice"]}),
    ],
)
def test_the_refusal_of_a_wrong_field_says_what_it_may_be(
    change: dict[str, Any], facts: dict[str, Any]
) -> None:
    """What is wrong is data, for a sentence in either language: types, allowed values, what was given."""
    refused = refusal(VOTE | change)
    assert refused.facts | facts == refused.facts


def test_no_words_of_the_parser_reach_people() -> None:
    """A Chinese reader never meets the parser's English, whatever is wrong with a line."""
    for line in (b"{", b'{"do": x}', VOTE | {"member": 7}, VOTE | {"at": ""}, HANDS | {"hands": 1}):
        refused = refusal(line)
        sentence = refusal_sentence(refused.code, refused.facts, "zh")
        assert not re.search("Expected|Invalid|malformed|truncated|Object|byte", sentence)


def test_the_place_of_what_is_no_json_is_counted_in_characters() -> None:
    """Chinese characters are three bytes each, and one character to whoever looks for the place."""
    assert refusal('{"do": "签到" x}'.encode()).facts["column"] == 13


def test_names_like_the_one_that_was_typed_are_offered() -> None:
    """A name that is nearly right, or right but for its part before the dot, is answered with the right one."""
    assert refusal({"do": "polls.opne"}).facts["near"][0] == "polls.open"
    assert "polls.vote" in refusal({"do": "vote"}).facts["near"]
    assert refusal({"do": "签到"}).facts["near"] == []


def test_the_refusal_of_a_missing_field_names_it() -> None:
    """A vote without a member."""
    fields = {key: value for key, value in VOTE.items() if key != "member"}
    facts = refusal(fields).facts
    assert (facts["field"], facts["problem"]) == ("member", "missing-field")


@pytest.mark.parametrize(
    ("hands", "place"),
    [
        ({"in_favour": "9"}, "hands.in_favour"),
        ({"in_favour": 9.5}, "hands.in_favour"),
        ({"in_favour": True}, "hands.in_favour"),
        ({"in_favour": -1}, "hands.in_favour"),
        ({"in_favour": 10**16}, "hands.in_favour"),
        ({"in_favour": 10**30}, "hands.in_favour"),
        ({"in_favour": 9, "agianst": 2}, "hands.agianst"),
        ([9, 2], "hands"),
    ],
)
def test_numbers_within_a_field_are_whole_and_spelt_right(hands: object, place: str) -> None:
    """A misspelt `against` never counts as nobody against."""
    refused = refusal(HANDS | {"hands": hands})
    assert (refused.code, refused.facts["field"]) == ("bad-field", place)


@pytest.mark.parametrize(
    "line",
    [
        {"do": "decisions.assign", "meeting": "m", "decision": 1, "assignment": {"who": "x"}},
        {
            "do": "polls.report-ballots",
            "meeting": "m",
            "poll": "p",
            "ballots": {"returned": 1, "in_favour": 1, "viod": 1},
        },
        {
            "do": "body.seat",
            "body": "b",
            "entry": {"member": "e", "person": {"name": "N"}, "group": "g", "seet": 3},
        },
        {
            "do": "attendance.admit",
            "meeting": "m",
            "person_id": "x",
            "person": {"name": "N", "fone": "1"},
        },
    ],
)
def test_a_misspelt_field_is_refused_wherever_it_stands(line: dict[str, Any]) -> None:
    """A typo is not a wish, also inside an assignment, a count, a roster entry or a person."""
    assert refusal(line).code == "bad-field"


def test_a_time_without_its_zone_is_refused() -> None:
    """Nobody knows when 20:00 was."""
    assert refusal(VOTE | {"at": "2026-11-27T20:00:00"}).code == "time-without-zone"


@patient
@given(st.binary(max_size=200))
def test_any_bytes_are_taken_or_refused(line: bytes) -> None:
    """Nothing that can stand in a file breaks the door."""
    taken_or_refused(line)


@patient
@given(st.dictionaries(st.sampled_from(["do", "at", "by", "meeting", "poll"]), JSON))
def test_any_object_is_taken_or_refused(fields: dict[str, Any]) -> None:
    """Nor does any JSON."""
    taken_or_refused(json.dumps(fields).encode())


@patient
@given(st.data(), st.sampled_from(DEMO), JSON)
def test_a_real_line_with_one_field_spoilt_is_taken_or_refused(
    data: st.DataObject, line: bytes, junk: object
) -> None:
    """Every field of a real evening may hold anything."""
    fields = json.loads(line)
    fields[data.draw(st.sampled_from(sorted(fields)))] = junk
    taken_or_refused(json.dumps(fields).encode())


@patient
@given(st.sampled_from(DEMO), st.integers(0, 300), st.binary(min_size=1, max_size=3))
def test_a_real_line_with_bytes_spoilt_is_taken_or_refused(
    line: bytes, place: int, junk: bytes
) -> None:
    """Every byte of a real evening may be another one."""
    taken_or_refused(line[:place] + junk + line[place + len(junk) :])


def test_every_command_has_a_name_of_its_own() -> None:
    """Names are given once, and every command can be said."""
    assert len(TAGS) == len(COMMANDS)
    assert all("." in tag for tag in TAGS)


@pytest.mark.parametrize("line", DEMO)
def test_a_command_says_itself_again(line: bytes) -> None:
    """A command written as JSON reads back as the same command."""
    command = read_line(line).command
    assert read_line(msgspec.json.encode(command)).command == command


def test_the_schema_describes_every_command_once() -> None:
    """Each command is one alternative, with the name it bears and the fields of the line."""
    told = schema()
    names = [one["$ref"].removeprefix("#/$defs/") for one in told["oneOf"]]
    assert sorted(names) == sorted(kind.__name__ for kind in COMMANDS)
    for kind in COMMANDS:
        described = told["$defs"][kind.__name__]
        assert described["properties"]["do"] == {"enum": [tag_of(kind)]}
        assert {"at", "by"} <= described["properties"].keys()
        assert "do" in described["required"]


def test_the_schema_allows_the_demo() -> None:
    """Every line of the demo has the fields that its schema requires and none that it does not know."""
    told = schema()["$defs"]
    by_tag = {told[kind.__name__]["properties"]["do"]["enum"][0]: kind for kind in COMMANDS}
    for line in DEMO:
        fields = json.loads(line)
        described = told[by_tag[fields["do"]].__name__]
        assert set(described["required"]) <= fields.keys()
        assert fields.keys() <= described["properties"].keys()
        assert described["additionalProperties"] is False
