"""Ballot papers for a secret vote (表决票): a numbered stub, and a ballot that bears no number and no name."""

from __future__ import annotations

from facilitator.meeting.agenda import Item
from facilitator.meeting.motions import Motion, MotionState
from facilitator.meeting.polls import Method
from facilitator.papers.kinds.clerk import Clerk, chosen, clerk, meeting_name, nothing, write
from facilitator.papers.kinds.matters import motion_name
from facilitator.papers.material import Material
from facilitator.papers.model import BallotSlips, Layout, Paper
from facilitator.rules.charter import Blank
from facilitator.rules.tally import Choice
from facilitator.words.figures import date_words
from facilitator.words.titles import title


def ballots(material: Material) -> list[Paper]:
    """Ballots for every motion that is or was voted on by paper; while there is none, for every open motion.

    Before the meeting is opened there are no motions yet, and the printer is far from the room: then for
    every item whose text is the wording that will be proposed. Refused (`nothing-to-print`) without any.
    """
    chosen(material, ())
    c = clerk(material)
    motions = c.meeting.motions.all.values()
    polled = [motion for motion in motions if _by_paper(c, motion)]
    pending = [m for m in motions if m.state is MotionState.PENDING and not m.amends]
    papers = [ballots_for(c, motion) for motion in polled or pending]
    if c.meeting.life.opened is None:
        items = sorted(c.meeting.agenda.unfinished(), key=lambda one: one.number)
        papers = [_ballots_for_item(c, item) for item in items if item.text]
    if not papers:
        raise nothing("ballots")
    return papers


def ballots_for_motion(material: Material, motion: str) -> list[Paper]:
    """Ballots for one motion, whatever way of voting is planned; refused: `unknown-motion`."""
    chosen(material, ())
    c = clerk(material)
    return [ballots_for(c, c.meeting.motions.motion(motion))]


def _by_paper(c: Clerk, motion: Motion) -> bool:
    return any(poll.method is Method.PAPER for poll in c.meeting.polls.on_motion(motion.id))


def ballots_for(c: Clerk, motion: Motion) -> Paper:
    """As many as may vote: the roll of the vote once it is open, else everybody who holds a seat."""
    polls = [p for p in c.meeting.polls.on_motion(motion.id) if p.method is Method.PAPER]
    name = motion_name(c, motion)
    label = name[:1].upper() + name[1:]
    return _paper(
        c,
        c.meeting.agenda.item(motion.item),
        label,
        polls[-1].text if polls else motion.text,
        label,
        count=len(polls[-1].entitled if polls else c.meeting.council.seats),
        rule=polls[-1].rule if polls else "",
    )


def _ballots_for_item(c: Clerk, item: Item) -> Paper:
    """For the wording that an item will propose: one for every member, and no motion's number yet."""
    t = c.t
    label = t.within("ballot", "Proposal")
    own = c.item_title(item)
    return _paper(c, item, label, item.text, own, count=len(c.meeting.council.seats), rule="")


def _paper(
    c: Clerk, item: Item, label: str, text: str, own: str, *, count: int, rule: str
) -> Paper:
    t = c.t
    number = t("Item {number}", number=c.number(item))
    head = t("{body}: ballot", body=c.meeting.council.name)
    sample = t("Sample") if c.meeting.council.sample else ""
    slips = BallotSlips(
        count=max(1, count),
        stub_title=t.within("ballot", "Stub"),
        number_label="№",
        stub_lines=(meeting_name(c), c.joined(number, sample)),
        stub_blanks=(
            t.within("ballot", "Received by"),
            t.within("ballot", "Time"),
            t.within("ballot", "Issued by"),
        ),
        title=head,
        right=c.joined(number, date_words(c.day, c.lang)),
        motion_label=label,
        motion=text,
        choices=tuple(title(choice, c.lang) for choice in Choice),
        help=_help(c, rule),
    )
    own = f"{meeting_name(c)} {own}"
    return write(c, "ballots", Layout.BALLOTS, head, [slips], own=own)


def _help(c: Clerk, rule_key: str) -> str:
    """What an unmarked paper is, the charter says."""
    t = c.t
    rule = c.charter.rule(rule_key)
    tick = "{tick}"
    if rule is not None and rule.blank is Blank.ABSTAINS:
        return t(
            "Put one tick in one box, like {tick}. An unmarked paper counts as an abstention; two marks or an "
            "unreadable one spoil it. Do not number or sign this paper; fold it and drop it in the box.",
            tick=tick,
        )
    return t(
        "Put one tick in one box, like {tick}. An unmarked paper is blank; two marks or an unreadable one "
        "spoil it. Do not number or sign this paper; fold it and drop it in the box.",
        tick=tick,
    )
