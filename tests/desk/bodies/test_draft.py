"""Charters of one's own: copied from a preset, with free keys and sentences written for them."""

from facilitator import presets
from facilitator.desk.bodies.draft import free_key, own_copy, sentence_of


def test_own_copies_are_own():
    """A preset becomes a charter of one's own; what is own already stays what it is."""
    preset = presets.charter("village_meeting_households")
    mine = own_copy(preset, "zh")
    assert (mine.key, mine.version, mine.valid_from, mine.valid_until) == ("own", 1, None, None)
    assert mine.rules == preset.rules
    assert preset.title.zh in mine.source.title
    assert own_copy(mine, "zh") is mine
    sample = presets.sample_charter()
    assert own_copy(sample, "en") is sample
    assert free_key("rule", ["rule", "rule2"]) == "rule3"
    assert sentence_of(preset).en.endswith(".")
