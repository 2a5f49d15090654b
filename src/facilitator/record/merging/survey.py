"""Looking at another archive: how each of its histories stands to ours. Nothing is written anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from facilitator.acts import Recorded, Trouble
from facilitator.record.archive import Record
from facilitator.record.journal import GENESIS, Head
from facilitator.record.merging.other import Other, visiting
from facilitator.record.merging.plan import TAKEN, About, Double, Fork, Line, Plan, State
from facilitator.record.report import Finding
from facilitator.record.samples import SAMPLE, expect_unmixed

Sense = Callable[[str, Sequence[Recorded]], About]
"""Says what a history is of; any exception means that its events make no sense together."""
Doubles = Callable[[Record, Sequence[Line]], tuple[Double, ...]]


def no_sense(_stream: str, _events: Sequence[Recorded]) -> About:
    """Histories of which nothing is known but their chains."""
    return About()


def no_doubles(_record: Record, _taken: Sequence[Line]) -> tuple[Double, ...]:
    """Nothing is numbered."""
    return ()


def survey(
    record: Record, path: Path, *, sense: Sense = no_sense, doubles: Doubles = no_doubles
) -> Plan:
    """Say what merging the archive at `path` into ours would do.

    Refused as `merge-itself`, and as `samples.expect_unmixed` tells. Trouble: as `visiting` tells it,
    `damaged` when the file cannot be read at all, and `newer-events` when it holds events of a kind that this
    version does not know.
    """
    with visiting(path, record.path, record.codec) as other:
        findings, theirs = other.check(), other.natures()
        expect_unmixed(record.natures(), theirs, path)
        lines = [_line(record, other, name, sense) for name in other.streams()]
    lines = _held_back(record, lines)
    taken = [line for line in lines if line.state in TAKEN]
    numbers = doubles(record, taken)
    return Plan(path, tuple(lines), numbers, findings, sample=theirs == SAMPLE)


def _line(record: Record, other: Other, stream: str, sense: Sense) -> Line:
    ours = record.head(stream)
    try:
        theirs = other.head(stream)
    except Trouble as trouble:
        finding = Finding(trouble.code, stream, facts=trouble.facts)
        nothing = Head(stream, 0, GENESIS, None)
        return Line(stream, State.DAMAGED, ours, nothing, findings=(finding,))
    mark = record.mark(stream, theirs.version)
    if mark is not None and mark.hash == theirs.hash:  # the hash stands for all that came before
        same = theirs.version == ours.version
        return Line(stream, State.SAME if same else State.BEHIND, ours, theirs)
    events, findings = other.follow(theirs)
    if strange := [one for one in findings if one.code == "unknown-kind"]:
        raise Trouble("newer-events", path=str(other.path), kind=str(strange[0].facts.get("kind")))
    try:
        about = sense(stream, events) if not findings else About()
    except Exception as error:  # what strangers wrote may break anything of ours
        about, findings = (
            About(),
            (Finding("no-sense", stream, facts={"detail": repr(error)[:200]}),),
        )
    begun, begins = record.mark(stream, 1), other.mark(stream, 1)
    kin = begun is None or (begins is not None and begun.hash == begins.hash)
    line = Line(stream, State.DAMAGED, ours, theirs, about, findings=findings, kin=kin)
    if findings:
        return line
    common = other.mark(stream, ours.version)
    if ours.version == 0 or (common is not None and common.hash == ours.hash):
        state = State.AHEAD if ours.version else State.NEW
        erases = sum(one.event.erases for one in events[ours.version :])
        return replace(line, state=state, erases=erases)
    if wrong := _wrong_here(record, stream):
        return replace(line, findings=(wrong,), here=True)
    return replace(line, state=State.FORKED, fork=_fork(record, other, ours, theirs))


def _wrong_here(record: Record, stream: str) -> Finding | None:
    """What is wrong with our own history, which would look like a fork."""
    try:
        for _ in record.read(stream):
            pass
    except Trouble as trouble:
        return Finding(trouble.code, stream, facts=trouble.facts)
    return None


def _fork(record: Record, other: Other, ours: Head, theirs: Head) -> Fork:
    """Where they part: each hash stands for all before it, so halving finds the first that differs."""
    stream = ours.stream
    low, high = 1, min(ours.version, theirs.version)
    while low < high:
        middle = (low + high) // 2
        here, there = record.mark(stream, middle), other.mark(stream, middle)
        if here is not None and there is not None and here.hash == there.hash:
            low = middle + 1
        else:
            high = middle
    here, there = record.mark(stream, low), other.mark(stream, low)
    assert here is not None
    assert there is not None
    return Fork(here, there)


def _held_back(record: Record, lines: list[Line]) -> list[Line]:
    """Leave out what rests on a history that is left out or not there, and what rests on that."""
    by_name = {line.stream: line for line in lines}
    while True:
        waits = {
            line.stream: missing
            for line in by_name.values()
            if line.state in TAKEN and (missing := _missing(record, by_name, line))
        }
        if not waits:
            return list(by_name.values())
        for stream, missing in waits.items():
            by_name[stream] = replace(by_name[stream], state=State.WAITING, waits_for=missing)


def _missing(record: Record, lines: dict[str, Line], line: Line) -> str:
    """What a history waits for, or nothing."""
    for stream in (*line.about.needs, *line.about.rests_on):
        there = lines.get(stream)
        if there is not None and there.state in TAKEN:
            continue
        if not record.head(stream).version or (there is not None and not there.kin):
            return stream
        whole = there is None or there.state in (State.SAME, State.BEHIND)
        if stream in line.about.rests_on and not whole:
            return stream
    return ""
