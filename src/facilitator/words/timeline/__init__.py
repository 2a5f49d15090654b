"""The whole story of a decision or an action group, day after day: a line for each thing that happened.

Every line keeps what people told (`said`) and who it was (`who`) apart from our own words (`text`), so that a
public version can hold them back. What was struck stays in the story, with the reason.
"""

from facilitator.words.timeline.line import NOTHING_AROUND, Around, Kin, Line, Shown, Sign
from facilitator.words.timeline.story import timeline

__all__ = ["NOTHING_AROUND", "Around", "Kin", "Line", "Shown", "Sign", "timeline"]
