"""Whether an archive holds a sample or what really happened, and the one rule about it: both are never mixed.

What is invented says so with the first event of its body, and everything else belongs to a body. So the nature
of an archive is that of its bodies, read from the journal itself: the same whoever asks, and for any file.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from facilitator.acts import RuleViolation
from facilitator.record.handle import Handle

Natures = frozenset[bool]
"""What its bodies are: samples (True), real ones (False); both in an old archive, none in a new one."""
SAMPLE: Natures = frozenset({True})
REAL: Natures = frozenset({False})
NOTHING: Natures = frozenset()

_FIRSTS = (
    "SELECT CAST(body AS BLOB) FROM journal"
    " WHERE stream >= 'body/' AND stream < 'body0' AND version = 1 AND kind = 'body.founded'"
)


class _Founded(msgspec.Struct):
    """As much of a founding as is asked for."""

    sample: bool = False


def natures(db: Handle) -> Natures:
    """What the bodies of a journal are; what cannot be read is none."""
    return frozenset(
        one.sample for (body,) in db.execute(_FIRSTS).fetchall() if (one := _read(body))
    )


def expect_unmixed(ours: Natures, theirs: Natures, other: Path) -> None:
    """Let nothing of another archive come in that would make of ours what it is not yet: a mixture.

    Refused as `sample-into-own` or `own-into-sample`; as `mixed-archive` where the other is a mixture itself.
    """
    if len(ours | theirs) < 2 or theirs <= ours:
        return
    if len(theirs) > 1:
        raise RuleViolation("mixed-archive", path=str(other))
    raise RuleViolation(
        "sample-into-own" if theirs == SAMPLE else "own-into-sample", path=str(other)
    )


def expect_unreplaced(ours: Natures, theirs: Natures, other: Path) -> None:
    """Let no sample take the place of what really happened, nor the other way round: samples are thrown away.

    Refused as `sample-over-own` or `own-over-sample`.
    """
    if ours and theirs and not ours & theirs:
        raise RuleViolation(
            "sample-over-own" if theirs == SAMPLE else "own-over-sample", path=str(other)
        )


def expect_kind(ours: Natures, *, sample: bool) -> bool:
    """Whether a body that is founded is a sample: among samples it always is.

    Refused as `sample-into-own` where it would be one among real ones.
    """
    if sample and ours == REAL:
        raise RuleViolation("sample-into-own")
    return sample or ours == SAMPLE


def _read(body: bytes) -> _Founded | None:
    try:
        return msgspec.json.decode(body, type=_Founded)
    except msgspec.DecodeError:  # damaged: the verifier says where
        return None
