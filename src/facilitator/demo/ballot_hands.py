"""How a vote on projects is done at the windows: opened, counted, entered twice, compared, and its result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from facilitator.acts import Command
from facilitator.demo.fingers import NotThere
from facilitator.desk.selection.ballots.papers_list import PapersList
from facilitator.desk.selection.ballots.said import numbers_on
from facilitator.desk.selection.ballots.typing import show_line
from facilitator.meeting.selection.ballots import CountBox, IssuePapers, OpenVote
from facilitator.meeting.selection.closing import CloseVote
from facilitator.meeting.selection.entering import CastFor, EnterPaper, SettlePaper
from facilitator.meeting.selection.outcome import Announce, FundInPart
from facilitator.meeting.selection.papers import Marks, Vote

if TYPE_CHECKING:
    from facilitator.demo.selection_hands import SelectionHands


def _vote(hands: SelectionHands) -> Vote:
    vote = hands.meeting.ballots.open
    if vote is None:
        raise NotThere("a vote that is open")
    return vote


def _line(hands: SelectionHands, marks: Marks) -> str:
    """What one types of a paper: the numbers that are ticked on it."""
    vote = _vote(hands)
    return show_line(marks, vote.terms.ballot.kind, numbers_on(hands.meeting, vote))


def _page(hands: SelectionHands, page: str) -> None:
    hands.lay("ballots")
    hands.press_once(f"ballots.{page}")


def _open(hands: SelectionHands, command: OpenVote) -> None:
    """Two helpers are chosen by their seats."""
    hands.lay("ballots")
    hands.fingers.click("opening.open")
    for number, helper in enumerate(command.helpers, 1):
        hands.pick(f"helpers.{number}", helper)
    hands.fingers.click("helpers.done")


def _issue(hands: SelectionHands, command: IssuePapers) -> None:
    _count(hands, f"boxes.issued.{command.group}", command.issued)


def _box(hands: SelectionHands, command: CountBox) -> None:
    _count(hands, f"boxes.box.{command.group}", command.returned)


def _count(hands: SelectionHands, field: str, number: int) -> None:
    _page(hands, "boxes")
    hands.fingers.write(field, str(number), instead=True)
    hands.fingers.press("Return", on=field)
    if hands.fingers.see("boxes.refused"):
        raise NotThere(f"{field}: {number}")


def _cast_for(hands: SelectionHands, command: CastFor) -> None:
    fingers = hands.fingers
    _page(hands, "named")
    hands.pick("named.pick", command.member)
    fingers.write("named.line", _line(hands, command.ballot), instead=True)
    fingers.write("named.by", command.typed_by, instead=True)
    fingers.write("named.reason", command.reason)
    fingers.click("named.done")


def _enter(hands: SelectionHands, command: EnterPaper) -> None:
    """Numbers and Enter; the next paper comes by itself, another one is chosen in the list."""
    fingers = hands.fingers
    _page(hands, "entry")
    hands.press_once(f"entry.helper.{command.helper}")
    hands.press_once(f"entry.chamber.{command.group}")
    _choose(hands, "entry.papers", command)
    fingers.write("paper.line", _line(hands, command.ballot), instead=True)
    fingers.press("Return", on="paper.line")


def _choose(hands: SelectionHands, name: str, paper: EnterPaper | SettlePaper) -> None:
    """Go to a paper in a list and press Enter on it, unless it is the one that is shown."""
    found = hands.fingers.find(name)
    assert isinstance(found, PapersList)
    wanted, now = (paper.group, paper.number), found.current
    if now is None or (now.group, now.number) != wanted:
        hands.fingers.go_to(name, lambda row: (row.group, row.number) == wanted)
        hands.fingers.press("Return", on=name)


def _settle(hands: SelectionHands, command: SettlePaper) -> None:
    """Both look together at the paper and type what they see."""
    fingers = hands.fingers
    _page(hands, "differ")
    _choose(hands, "differ.papers", command)
    fingers.click("differ.together")
    fingers.write("settle.line", _line(hands, command.ballot), instead=True)
    fingers.write("settle.reason", command.reason)
    fingers.click("settle.done")


def _close(hands: SelectionHands, _command: CloseVote) -> None:
    _page(hands, "boxes")
    hands.fingers.click("boxes.close")


def _part(hands: SelectionHands, command: FundInPart) -> None:
    fingers = hands.fingers
    hands.lay("outcome")
    hands.fingers.go_to("outcome.list", lambda row: row.project == command.candidate)
    fingers.click("outcome.part")
    yuan, fen = divmod(command.fen, 100)
    fingers.write("part.money", f"{yuan}.{fen:02}" if fen else str(yuan), instead=True)
    fingers.write("part.reason", command.reason)
    fingers.click("part.done")


def _announce(hands: SelectionHands, _command: Announce) -> None:
    hands.lay("outcome")
    hands.fingers.click("outcome.announce")


BALLOT_DOINGS: Mapping[type[Command], Callable[[SelectionHands, Any], None]] = {
    OpenVote: _open,
    IssuePapers: _issue,
    CountBox: _box,
    CastFor: _cast_for,
    EnterPaper: _enter,
    SettlePaper: _settle,
    CloseVote: _close,
    FundInPart: _part,
    Announce: _announce,
}
