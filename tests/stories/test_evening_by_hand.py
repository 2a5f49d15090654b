"""The sample evening done by clicks and keys at the windows, held against the same evening by its script."""

import json

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from facilitator.commands import tag_of
from facilitator.demo.evening import play
from facilitator.demo.stage import EVENING, script, staged

NAMED = ("item", "before", "motion", "amends", "amendment", "poll", "note", "review", "person_id")
"""Fields whose values are names that a script and a window choose differently."""


@pytest.fixture(scope="module")
def journals(tmp_path_factory):
    """Both journals of the meeting, event by event, and what the windows did not offer."""
    app = QApplication.instance() or QApplication([])
    by_script = staged(tmp_path_factory.mktemp("script"), script())
    expected = list(by_script.session.record.read(f"meeting/{EVENING}"))
    by_script.session.close()
    played = play(app, tmp_path_factory.mktemp("hands"))
    found = list(played.desk.session.record.read(f"meeting/{played.hands.meeting_id}"))
    yield expected, found, played.not_offered
    played.window.may_close = True
    played.window.close()
    played.desk.session.close()
    app.setStyleSheet("")


def told(journal):
    """Each event as plain data, things named in the order in which they first appear."""
    names: dict[str, str] = {}
    events = []
    for one in journal:
        fields = {name: getattr(one.event, name) for name in one.event.__struct_fields__}
        event = {"event": tag_of(type(one.event)), **msgspec.to_builtins(fields)}
        for field in NAMED:
            if event.get(field):
                event[field] = names.setdefault(event[field], f"{field}-{len(names)}")
        # Somebody without a vote comes and goes under the name given at the door.
        if isinstance(event.get("person"), str):
            event["person"] = names.get(event["person"], event["person"])
        text = json.dumps(event, ensure_ascii=False, sort_keys=True)
        events.append((one.at, text))
    return names, events


def test_the_evening_by_hand_is_the_evening_of_the_script(journals):
    """Every event stands in the journal at the same time with the same content, in the same order.

    One line differs in its kind alone: the script calls what the secretary notes about a refused entry
    "refused", and the secretary's line writes it as a fact.
    """
    expected, found, _ = journals
    (_, by_script), (_, by_hand) = told(expected), told(found)
    differing = [pair for pair in zip(by_script, by_hand, strict=True) if pair[0] != pair[1]]
    assert [
        (json.loads(one)["kind"], json.loads(other)["kind"]) for (_, one), (_, other) in differing
    ] == [("refused", "fact")]


def test_what_a_rule_would_refuse_is_not_offered(journals):
    """Somebody who has left cannot be given a vote: the windows have no place where to click."""
    assert [json.loads(line)["do"] for line in journals[2]] == ["polls.vote"]


def test_who_typed_is_on_the_record(journals):
    """Every event of the meeting carries the name of the secretary at the laptop."""
    assert {one.actor for one in journals[1]} == {"郑晓彤"}
