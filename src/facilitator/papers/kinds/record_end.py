"""The end of the record: the words that nothing follows, the signatures, and the head of the chain."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting.polls import Method
from facilitator.papers.kinds.cells import say
from facilitator.papers.kinds.clerk import Clerk, draft
from facilitator.papers.kinds.record_top import presiding
from facilitator.papers.kinds.roll import attended
from facilitator.papers.kinds.vote_figures import teller_letter
from facilitator.papers.model import BlockKind, Gap, Paragraph, Seal, Signatures
from facilitator.words.figures import Unit, clock_seconds, counted, date_words

GROUPS_SHOWN = 8
"""Groups of four hex digits printed beside the signatures; the QR code holds all sixteen."""


def closing_words(c: Clerk) -> Iterable[BlockKind]:
    """（以下无正文）, so that nothing can be written under the record later; a draft is not at its end."""
    t = c.t
    if draft(c):
        return
    if c.public:
        yield Paragraph(
            say(
                t(
                    "Public version: residents are called by their surnames; reasons of leave, addresses and "
                    "who voted how are left out. The signed original is kept."
                )
            ),
            indented=False,
            small=True,
        )
    yield Paragraph(say(t("(End of text)")), indented=False, align="center")


def signatures(c: Clerk) -> Iterable[BlockKind]:
    """Host, recorder and tellers sign the original; a draft and a version to be posted are not signed."""
    if c.public or draft(c):
        return
    yield Gap(6)
    yield Signatures(who_signs(c))


def who_signs(c: Clerk) -> tuple[str, ...]:
    """The labels of those who sign the record, in their order."""
    t = c.t
    hosts = presiding(c) or _was_there_to_preside(c)
    labels: list[str] = []
    for host in hosts:
        part = t("Host {name} (signature)", name=c.name(host))
        labels.append(part if len(hosts) > 1 else t("Host (signature)"))
    labels.append(t("Recorder (signature)"))
    return (*labels, *_tellers(c))


def _was_there_to_preside(c: Clerk) -> list[str]:
    """Of a meeting that was never opened: who was to run it, if that person came."""
    host = c.meeting.life.host
    return [host] if attended(c.meeting, host) else []


def _tellers(c: Clerk) -> list[str]:
    """By letter while one pair counted all evening, else by name."""
    t = c.t
    polls = [poll for poll in c.meeting.polls.all.values() if poll.method is Method.PAPER]
    pairs = {poll.tellers for poll in polls}
    if len(pairs) == 1:
        poll = polls[0]
        letters = [teller_letter(c, poll, teller) for teller in poll.tellers]
        return [t("Teller {teller} (signature)", teller=letter) for letter in letters]
    people = dict.fromkeys(teller for poll in polls for teller in poll.tellers)
    return [t("Teller {teller} (signature)", teller=c.name(person)) for person in people]


def seal(c: Clerk, *, signed: bool = True) -> Iterable[BlockKind]:
    """What ties the paper to the file; nothing when the record's head is not known.

    `signed` is a record that people sign; a book is only made from one.
    """
    t = c.t
    found = c.material.seal
    if found is None:
        return
    last = c.here(found.last)
    text = t(
        "This meeting has {entries}, the last at {time} on {date}.",
        entries=counted(found.events, Unit.ENTRIES, c.lang),
        date=date_words(last.date(), c.lang),
        time=clock_seconds(last),
    )
    if draft(c):
        use = ""
    elif not signed:
        use = t(
            "This book was made from the record with this head; all of it is in the code beside it: scan it, "
            "or compare group by group."
        )
    elif c.public:
        use = t("The signed original bears the same head; all of it is in the code beside it.")
    else:
        use = t(
            "To sign is to confirm that the record above is the one with this head; all of it is in the code "
            "beside it: scan it, or compare group by group."
        )
    yield Seal(
        label=t("Head of the record"),
        head=head_words(found.digest),
        text=c.sentences(text, use),
        qr=found.digest,
    )


def head_words(digest: str) -> str:
    """The head of a record as papers print it: 8 groups of 4 hex digits."""
    return " ".join(digest[at : at + 4] for at in range(0, GROUPS_SHOWN * 4, 4))
