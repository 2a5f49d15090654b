"""The sample selection meeting done by clicks and keys at the windows, held against the same by its script."""

import json
from collections import Counter

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from facilitator.commands import tag_of
from facilitator.demo.selection import play_selection, selection_script
from facilitator.demo.stage import SELECTION, staged
from facilitator.rounds.results import grants_of

ROUND = "round/qy-2025"
MOST = {
    "attendance.arrive": 4,
    "notes.write": 1,
    "pitches.begin": 3,
    "pitches.end": 3,
    "pitches.questions": 3,
    "slate.step-back": 2,
}
"""Of what recurs so often, so much is done by hand. All else of the meeting is, but for a heap of papers."""
PAPERS = 3
"""So many papers of each chamber are entered by hand in both passes, and those that are told of here."""
TOLD_OF = {("residents", 7), ("residents", 21), ("residents", 27), ("heads", 11)}
"""A blank one, one with too many ticks, and two of the three that the helpers read differently."""


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """The meeting and the round by script, the same by hand, what was done by hand, what was not offered."""
    app = QApplication.instance() or QApplication([])
    by_script = staged(tmp_path_factory.mktemp("script"), selection_script())
    expected = [list(by_script.session.record.read(one)) for one in (f"meeting/{SELECTION}", ROUND)]
    by_script.session.close()
    done = Counter()

    def by_hand(command):
        tag = tag_of(type(command))
        if tag == "ballots.enter":
            told = command.number <= PAPERS or (command.group, command.number) in TOLD_OF
        else:
            told = done[tag] < MOST.get(tag, 99)
        done[tag] += told
        return told

    found = play_selection(app, tmp_path_factory.mktemp("hands"), by_hand=by_hand)
    yield expected, found, done
    found.window.may_close = True
    found.window.close()
    found.desk.session.close()
    app.setStyleSheet("")


def told(journal, names):
    """Each event as plain data; notes and people at the door by the names of the script, entries by none.

    What kind of note a line is the windows tell by the phase; the script says it itself.
    """
    events = []
    for one in journal:
        fields = {name: getattr(one.event, name) for name in one.event.__struct_fields__}
        event = {"event": tag_of(type(one.event)), **msgspec.to_builtins(fields)}
        if event["event"] == "notes.written":
            event |= {"kind": "", "code": "", "note": ""}
        for field in ("meeting", "person", "person_id"):
            if isinstance(event.get(field), str):
                event[field] = names.get(event[field], event[field])
        event.pop("entry", None)
        events.append((one.at, one.actor, event))
    return events


def names_of(played):
    """What the script calls what the windows named in their own way."""
    return {new: old for old, new in played.hands.items.items()}


def test_the_meeting_by_hand_is_the_meeting_of_the_script(played):
    """Every event stands in the journal at the same time, by the same hand, with the same content."""
    (expected, _), found, _done = played
    record = found.desk.session.record
    journal = list(record.read(f"meeting/{found.hands.meeting_id}"))
    by_script, by_hand = told(expected, {}), told(journal, names_of(found))
    differing = [pair for pair in zip(by_script, by_hand, strict=True) if pair[0] != pair[1]]
    assert differing == []


def test_the_result_is_in_the_round(played):
    """What was announced is taken over by the button on the page of the round, to the fen."""
    (_, expected), found, _done = played
    journal = list(found.desk.session.record.read(ROUND))
    assert told(journal, names_of(found)) == told(expected, {})
    grants = grants_of(found.desk.session.round("qy-2025"))
    assert grants["11-1"].fen == 1_680_000
    assert sum(one.fen for one in grants.values()) > 20_000_000


def test_what_a_rule_refuses_leads_nowhere(played):
    """More papers than people are refused at the field; before the announcement there is no result to take."""
    lines = [json.loads(line) for line in played[1].not_offered]
    assert [(line["do"], line.get("issued", 0)) for line in lines] == [
        ("ballots.issue", 60),
        ("round.take-result", 0),
    ]


def test_most_kinds_of_acts_were_done_by_hand(played):
    """From the call to the read-back record and the result taken over; every paper of note in both passes."""
    done = played[2]
    assert {"slate.take-round", "slate.set-terms", "pitches.order", "pitches.pass-over"} <= set(
        done
    )
    assert {"ballots.cast-for", "ballots.settle", "outcome.fund-in-part"} <= set(done)
    assert done["ballots.enter"] == 2 * (3 * PAPERS + len(TOLD_OF))
    assert done["meeting.close"] == 1
    assert len([tag for tag, n in done.items() if n]) >= 28
