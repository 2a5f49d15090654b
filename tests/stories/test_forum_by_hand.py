"""The sample forum done by clicks, drags and keys at the windows, held against the same forum by its script."""

import json
from collections import Counter

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from facilitator.commands import tag_of
from facilitator.demo.forum import play_forum
from facilitator.demo.stage import FORUM, script, staged

MOST = {
    "attendance.arrive": 2,
    "actions.form": 2,
    "convergence.cluster": 2,
    "convergence.enter": 5,
    "heads.count": 6,
    "interest.count": 6,
    "matrix.add-place": 3,
    "notes.write": 4,
    "reports.add": 1,
    "reports.name-recorder": 3,
    "reports.post": 3,
    "wall.place": 9,
    "wall.post": 7,
}
"""Of what recurs so often, so much is done by hand. All else is, but for what a forum has no place for."""
ELSEWHERE = ("attendance.admit", "attendance.leave", "meeting.change-host")


@pytest.fixture(scope="module")
def journals(tmp_path_factory):
    """Both journals of the forum, what was done by hand how often, and what the windows did not offer."""
    app = QApplication.instance() or QApplication([])
    by_script = staged(tmp_path_factory.mktemp("script"), script("forum"))
    expected = list(by_script.session.record.read(f"meeting/{FORUM}"))
    by_script.session.close()
    done = Counter()

    def by_hand(command):
        tag = tag_of(type(command))
        if tag in ELSEWHERE or done[tag] >= MOST.get(tag, 99):
            return False
        done[tag] += 1
        return True

    played = play_forum(app, tmp_path_factory.mktemp("hands"), by_hand=by_hand)
    found = list(played.desk.session.record.read(f"meeting/{FORUM}"))
    yield expected, found, done, played
    played.window.may_close = True
    played.window.close()
    played.desk.session.close()
    app.setStyleSheet("")


def told(journal, places):
    """Each event as plain data, places by the names of the script."""
    events = []
    for one in journal:
        fields = {name: getattr(one.event, name) for name in one.event.__struct_fields__}
        event = {"event": tag_of(type(one.event)), **plain(msgspec.to_builtins(fields), places)}
        if event["event"] == "notes.written":
            event |= {"kind": "", "code": ""}
        events.append((one.at, event))
    return events


def plain(one, places):
    """Data without what script and windows number in their own way; topics that were ticked have no order."""
    if isinstance(one, list | tuple):
        return [plain(each, places) for each in one]
    if not isinstance(one, dict):
        return one
    found = {}
    for key, value in one.items():
        if key in ("note", "addition"):
            continue
        if key == "place":
            value = places.get(value, value)
        ticked = key == "topics" and all(isinstance(each, str) for each in value)
        found[key] = sorted(value) if ticked else plain(value, places)
    return found


def test_the_forum_by_hand_is_the_forum_of_the_script(journals):
    """Every event stands in the journal at the same time with the same content, in the same order.

    What kind of note a line is the windows tell by the phase and by who speaks; the script says it itself.
    """
    expected, found, _done, played = journals
    places = {new: old for old, new in played.hands.items.items() if new.startswith("p")}
    by_script, by_hand = told(expected, {}), told(found, places)
    differing = [pair for pair in zip(by_script, by_hand, strict=True) if pair[0] != pair[1]]
    assert differing == []


def test_nobody_can_merge_two_topics_against_a_convener(journals):
    """The one line that a rule refuses is the one that the windows do not offer."""
    lines = [json.loads(line) for line in journals[3].not_offered]
    assert [(line["do"], line["topic"], line["into"]) for line in lines] == [
        ("wall.merge", "t09", "t25")
    ]


def test_most_kinds_of_acts_were_done_by_hand(journals):
    """The wall by drags and keys, counts, forms, dots, clusters, groups, and the debate and its vote."""
    done = journals[2]
    assert {"wall.swap", "wall.second-slot", "wall.take-back", "reports.correct"} <= set(done)
    assert {"convergence.close", "actions.change", "polls.close", "meeting.close"} <= set(done)
    assert len(done) >= 45
