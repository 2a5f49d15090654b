"""What the verifier found, as lines for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from facilitator.words.figures import Unit, counted, listing
from facilitator.words.tongue import Tongue, mark, mark_in, tongue

FINDINGS: Mapping[str, str] = {
    "not-an-archive": mark("The file is not an archive of this program."),
    "damaged": mark("The file is damaged."),
    "newer": mark("The file was made by a newer version of this program."),
    "pages": mark("The database pages are damaged."),
    "schema": mark("The tables are not those of an archive."),
    "seq-gap": mark("An entry of the journal is missing."),
    "checksum-differs": mark(
        "The file is not the one that was published: its checksum beside it says otherwise."
    ),
    "registers-differ": mark(
        "These registers say something else than the journal: {tables}. "
        "`facilitator rebuild` makes them anew."
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
    "file-missing": mark("An attached file is missing, and no erasure is on the record."),
    "file-differs": mark("An attached file is not what was attached."),
    "file-stray": mark("There is a file that no event attached."),
    "file-not-erased": mark(
        "An attached file is still there although its erasure is on the record."
    ),
    "paper-unknown": mark(
        "The head on the paper does not occur in this archive. First compare what was typed with the paper, "
        "digit by digit: one wrong digit is enough."
    ),
    "paper-near": mark(
        "The head on the paper does not occur in this archive, but one does that differs from it only in group "
        "{groups}: something was misread or mistyped there. Look at the paper once more."
    ),
    "exception": mark("It could not be examined."),
}
CHECKS: Mapping[str, str] = {
    "pages": mark("A part of the archive's file cannot be read."),
    "schema": mark("Whether the tables are those of an archive could not be examined."),
    "sequence": mark("Whether the journal is without gaps could not be examined."),
    "format_": mark("The file could not be brought to the format of this version."),
    "files": mark("The attached files could not be examined."),
    "chains": mark("The chains of events could not be examined."),
    "registers": mark("Whether the registers say what the journal says could not be examined."),
}
"""What could not be examined, by the name of the check."""
REGISTERS: Mapping[str, tuple[str, str]] = {
    "action_group": mark_in("register", "action groups"),
    "action_member": mark_in("register", "members of action groups"),
    "action_topic": mark_in("register", "topics of action groups"),
    "addition": mark_in("register", "additions to reports"),
    "agenda_item": mark_in("register", "agenda items"),
    "ballot_mark": mark_in("register", "marks on ballots"),
    "ballot_paper": mark_in("register", "ballots"),
    "ballot_reading": mark_in("register", "ballots as helpers read them"),
    "body": mark_in("register", "bodies"),
    "call": mark_in("register", "calls to departments"),
    "candidate": mark_in("register", "projects that stand for selection"),
    "charter": mark_in("register", "charters"),
    "cluster": mark_in("register", "clusters"),
    "cluster_topic": mark_in("register", "topics in clusters"),
    "correction": mark_in("register", "corrections"),
    "community": mark_in("register", "the community's numbers"),
    "decision": mark_in("register", "decisions"),
    "decision_link": mark_in("register", "links between decisions"),
    "dots": mark_in("register", "dots"),
    "excused": mark_in("register", "members excused"),
    "followup": mark_in("register", "what became of decisions"),
    "followup_entry": mark_in("register", "entries of what became of decisions"),
    "followup_file": mark_in("register", "photos and papers attached"),
    "forum": mark_in("register", "forums"),
    "group_vote": mark_in("register", "answers by seat group"),
    "head_count": mark_in("register", "people counted"),
    "interest": mark_in("register", "interest in topics"),
    "intake": mark_in("register", "matters that came in"),
    "mandate": mark_in("register", "who was to come"),
    "meeting": mark_in("register", "meetings"),
    "meeting_group": mark_in("register", "seat groups at meetings"),
    "member": mark_in("register", "members"),
    "motion": mark_in("register", "motions"),
    "note": mark_in("register", "lines of the record"),
    "observer": mark_in("register", "guests"),
    "person": mark_in("register", "persons"),
    "pitch": mark_in("register", "pitches"),
    "place": mark_in("register", "places"),
    "poll": mark_in("register", "votes taken"),
    "project": mark_in("register", "projects"),
    "project_asked": mark_in("register", "when residents were asked what they need"),
    "project_assessment": mark_in("register", "how satisfied residents are with projects"),
    "project_entry": mark_in("register", "entries of projects"),
    "project_file": mark_in("register", "photos and papers of projects"),
    "project_invited": mark_in("register", "how residents were invited"),
    "project_line": mark_in("register", "budget lines of proposals"),
    "project_look": mark_in("register", "what was left of projects later"),
    "project_milestone": mark_in("register", "milestones of projects"),
    "project_money": mark_in("register", "money of projects"),
    "project_need": mark_in("register", "needs of residents"),
    "project_outcome": mark_in("register", "how projects ended"),
    "project_proposal": mark_in("register", "proposals"),
    "project_risk": mark_in("register", "risks named in proposals"),
    "project_round": mark_in("register", "project rounds"),
    "project_round_entry": mark_in("register", "entries of project rounds"),
    "project_round_funder": mark_in("register", "funders of project rounds"),
    "project_round_grant": mark_in("register", "grants of project rounds"),
    "project_round_place": mark_in("register", "places in project rounds"),
    "project_round_share": mark_in("register", "which funder pays for which project"),
    "project_step": mark_in("register", "steps of proposals"),
    "project_team": mark_in("register", "members of project teams"),
    "project_visit": mark_in("register", "visits to projects"),
    "recorder": mark_in("register", "recorders"),
    "report_participant": mark_in("register", "participants named in reports"),
    "review": mark_in("register", "reports"),
    "round": mark_in("register", "rounds as they were held"),
    "selection": mark_in("register", "selections"),
    "selection_announcement": mark_in("register", "announcements of results"),
    "selection_line": mark_in("register", "results of selections"),
    "selection_line_group": mark_in("register", "results of selections by chamber"),
    "selection_papers": mark_in("register", "ballots by chamber"),
    "selection_part": mark_in("register", "projects funded in part"),
    "selection_tie_break": mark_in("register", "ties and how they were broken"),
    "selection_vote": mark_in("register", "votes on projects"),
    "session_report": mark_in("register", "session reports"),
    "sign_up": mark_in("register", "names under topics"),
    "sitting": mark_in("register", "topics on the wall"),
    "slot": mark_in("register", "time slots"),
    "stay": mark_in("register", "times in the room"),
    "step_back": mark_in("register", "who stepped back from projects"),
    "topic": mark_in("register", "topics"),
    "topic_convener": mark_in("register", "conveners"),
    "vote": mark_in("register", "answers by name"),
}
"""The register tables, in words."""


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


def report_lines(
    report: Mapping[str, Any], lang: str, *, name_of: Callable[[str], str] = str
) -> Iterator[str]:
    """One line for each history and finding, then the verdict; `report` is a verifier's as plain data.

    `name_of` says what a history is called.
    """
    t = tongue(lang)
    for stream in report["streams"]:
        head = stream["head"]
        line = t.many(
            "{stream}: {n} event",
            "{stream}: {n} events",
            head["version"],
            stream=name_of(head["stream"]),
        )
        yield f"{'✓' if stream['sound'] else '✗'} {line}  {in_fours(head['hash'])}"
    for line in finding_lines(report, lang, name_of=name_of):
        yield f"✗ {line}"
    paper = report.get("paper")
    if paper is not None:
        yield t(
            "The head on the paper is event {version} of {stream}.",
            version=paper["version"],
            stream=name_of(paper["stream"]),
        )
        since = report.get("since_paper", ())
        yield from (f"! {line}" if since else line for line in since_lines(since, lang))
    sound = not report["findings"]
    yield t("The archive is sound.") if sound else t("The archive is not sound.")


def finding_lines(
    report: Mapping[str, Any],
    lang: str,
    *,
    facts: bool = True,
    name_of: Callable[[str], str] = str,
) -> Iterator[str]:
    """Each finding as a line; with `facts`, the code that was looked for stands behind its own.

    `name_of` says what a history is called.
    """
    t = tongue(lang)
    for finding in _together(report["findings"]):
        yield _finding(t, {**finding, "stream": name_of(finding["stream"])}, facts=facts)


def since_lines(kinds: Sequence[str], lang: str) -> Iterator[str]:
    """What the paper cannot know; somebody who only reads "sound" would take it for the whole record."""
    t = tongue(lang)
    if not kinds:
        yield t("Nothing was recorded after this paper: it is the whole record.")
        return
    yield t.many(
        "After this paper {n} more event was recorded. The paper is no longer the whole record:"
        " print the record again and compare.",
        "After this paper {n} more events were recorded. The paper is no longer the whole record:"
        " print the record again and compare.",
        len(kinds),
    )
    for kind, words in LATER.items():
        if kind in kinds:
            yield t(words)


def register_words(table: str, lang: str) -> str:
    """A register table in words, with its name: agenda_item（议题）."""
    t = tongue(lang)
    if table not in REGISTERS:
        return table
    return t("{key} ({title})", key=table, title=t.within(*REGISTERS[table]))


def rebuilt_lines(rows: Mapping[str, int], lang: str) -> Iterator[str]:
    """How many rows each register has after it was made anew; `rows` is by table."""
    for table, number in rows.items():
        entries = counted(number, Unit.ENTRIES, lang)
        t = tongue(lang)
        yield t("{register}: {entries}", register=register_words(table, lang), entries=entries)


def _together(findings: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Registers that differ are one finding, with all their names."""
    differ = [one for one in findings if one["code"] == "registers-differ"]
    yield from (one for one in findings if one["code"] != "registers-differ")
    if differ:
        yield {**differ[0], "tables": [str(one["facts"].get("table") or "…") for one in differ]}


def _finding(t: Tongue, finding: Mapping[str, Any], *, facts: bool) -> str:
    told = finding["facts"]
    sentence = FINDINGS.get(finding["code"], FINDINGS["exception"])
    if finding["code"] == "exception":
        sentence = CHECKS.get(told.get("check", ""), sentence)
    groups = told.get("groups", ())
    if finding["code"] == "paper-unknown" and groups:
        sentence = FINDINGS["paper-near"]
    tables = listing((register_words(one, t.lang) for one in finding.get("tables", ())), t.lang)
    text = t(sentence, tables=tables, groups=listing(map(str, groups), t.lang))
    place = finding["stream"]
    if place and finding["version"]:
        place = t("{stream}, event {version}", stream=place, version=finding["version"])
    head = told.get("paper") or told.get("head")
    shown = f" ({head})" if head and facts else ""
    text += shown
    return t("{place}: {text}", place=place, text=text) if place else text
