"""What the verifier found, as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from facilitator.words.tongue import Tongue, mark, tongue

FINDINGS: Mapping[str, str] = {
    "not-an-archive": mark("The file is not an archive of this program."),
    "damaged": mark("The file is damaged."),
    "newer": mark("The file was made by a newer version of this program."),
    "pages": mark("The database pages are damaged."),
    "schema": mark("The tables are not those of an archive."),
    "seq-gap": mark("An entry of the journal is missing."),
    "registers-differ": mark(
        "The registers say something else than the journal. `facilitator rebuild` makes them anew."
    ),
    "version-gap": mark("An event is missing."),
    "chain-broken": mark("The event does not follow from the one before it."),
    "hash-differs": mark("The event is not what was recorded."),
    "out-of-order": mark("The event stands in the wrong place."),
    "unknown-kind": mark("The event is of a kind that this version does not know."),
    "unreadable": mark("The event cannot be read."),
    "beside-differs": mark("Personal data is not what was recorded."),
    "beside-missing": mark("Personal data is missing, and no erasure is on the record."),
    "beside-not-erased": mark(
        "Personal data is still there although its erasure is on the record."
    ),
    "paper-unknown": mark("The head on the paper does not occur in this archive."),
    "exception": mark("It could not be examined."),
}


LATER: Mapping[str, str] = {
    "meeting.reopened": mark("The meeting was reopened."),
    "polls.outcome-revised": mark("The outcome of a vote was worked out anew after a correction."),
    "decisions.annulled": mark("A decision was annulled."),
    "decisions.made": mark("A further decision was made."),
    "notes.corrected": mark("A line of the record was corrected."),
    "attendance.erased": mark("Personal data of a guest was erased."),
}
"""Events after the paper that a reader has to be told of by name."""


def in_fours(digest: str) -> str:
    """A head as papers print it: its first 32 digits in groups of four."""
    return " ".join(digest[place : place + 4] for place in range(0, 32, 4))


def report_lines(report: Mapping[str, Any], lang: str) -> Iterator[str]:
    """One line for each history and finding, then the verdict; `report` is a verifier's as plain data."""
    t = tongue(lang)
    for stream in report["streams"]:
        head = stream["head"]
        line = t.many(
            "{stream}: {n} event", "{stream}: {n} events", head["version"], stream=head["stream"]
        )
        yield f"{'✓' if stream['sound'] else '✗'} {line}, {in_fours(head['hash'])}"
    for finding in report["findings"]:
        yield f"✗ {_finding(t, finding)}"
    paper = report.get("paper")
    if paper is not None:
        yield t(
            "The head on the paper is event {version} of {stream}.",
            version=paper["version"],
            stream=paper["stream"],
        )
        yield from _since(t, report.get("since_paper", ()))
    sound = not report["findings"]
    yield t("The archive is sound.") if sound else t("The archive is not sound.")


def _since(t: Tongue, kinds: Sequence[str]) -> Iterator[str]:
    """What the paper cannot know; somebody who only reads "sound" would take it for the whole record."""
    if not kinds:
        yield t("Nothing was recorded after this paper: it is the whole record.")
        return
    yield "! " + t.many(
        "After this paper {n} more event was recorded. The paper is no longer the whole record:"
        " print the record again and compare.",
        "After this paper {n} more events were recorded. The paper is no longer the whole record:"
        " print the record again and compare.",
        len(kinds),
    )
    for kind, words in LATER.items():
        if kind in kinds:
            yield "! " + t(words)


def _finding(t: Tongue, finding: Mapping[str, Any]) -> str:
    text = t(FINDINGS.get(finding["code"], FINDINGS["exception"]))
    place = finding["stream"]
    if place and finding["version"]:
        place = t("{stream}, event {version}", stream=place, version=finding["version"])
    head = finding["facts"].get("paper") or finding["facts"].get("head")
    shown = f" ({head})" if head else ""
    return f"{place}: {text}{shown}" if place else f"{text}{shown}"
