"""What a motion needs, as short as the strip has room for: a number where one is known, else the share."""

from __future__ import annotations

from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.standing import room
from facilitator.rules.charter import Base, Measure, Threshold
from facilitator.rules.counting import needed, the_rule
from facilitator.rules.outlook import KNOWN_BEFORE
from facilitator.rules.tally import Tally
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.thresholds import base_words, rule_sentence, share_words
from facilitator.words.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Need:
    """`value` stands large, `of` small below it, `sentence` is the whole rule."""

    value: str
    of: str
    sentence: str


def need_of(meeting: Meeting, t: Tongue) -> Need:
    """What the vote that runs needs, or the next one under the charter's own rule."""
    poll = meeting.polls.all.get(meeting.polls.running)
    rule = the_rule(meeting.charter, poll.rule if poll is not None else "")
    figures = meeting.figures()
    sentence = airy(rule_sentence(meeting.charter, rule, t.lang, figures))
    first = rule.consent[0]
    if len(rule.consent) > 1 or first.measure is not Measure.HEADS or first.group:
        return Need(t("By the rule"), airy(rule.title.text(t.lang)), sentence)
    share = _share(first, t)
    if first.base not in KNOWN_BEFORE:
        of = t("of {base}", base=base_words(first.base, t.lang, charter=meeting.charter))
        return Need(share, airy(of), sentence)
    size = _tally(meeting, rule.key).base(first.base, rule)
    number = needed(size, first.fraction, strict=first.strict)
    value = t.within("strip", "{n} needed", n=f"{number:,}")
    return Need(airy(value), airy(_of(first, size, share, t)), sentence)


def _tally(meeting: Meeting, rule: str) -> Tally:
    """Who would be counted; while a vote runs, who was there when it was opened."""
    poll = meeting.polls.all.get(meeting.polls.running)
    if poll is not None:
        return room(meeting, poll.item, rule, poll.present).whole
    return room(meeting, meeting.agenda.in_hand, rule).whole


def _share(one: Threshold, t: Tongue) -> str:
    said = share_words(one.share, t.lang, strict=one.strict)
    return said.removesuffix("以上").removeprefix("at least ")


def _of(one: Threshold, size: int, share: str, t: Tongue) -> str:
    """13 席的三分之二: the share that the number is."""
    unit = Unit.SEATS if one.base is Base.SEATS else Unit.PEOPLE
    base = counted(size, unit, t.lang)
    if one.fraction == 1:
        return t("{base} without exception", base=base)
    return t.within("strip", "{share} of {base}", share=share, base=base)
