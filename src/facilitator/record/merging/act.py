"""Taking over what a plan says, in one transaction: all of it or nothing."""

from __future__ import annotations

from contextlib import closing

from facilitator.acts import Trouble
from facilitator.record.archive import Record
from facilitator.record.merging.other import visiting
from facilitator.record.merging.plan import Plan
from facilitator.record.samples import expect_unmixed


def merge(record: Record, plan: Plan) -> None:
    """Take over the histories that the plan says are new or go on, rows and hashes as they are.

    The other archive is read anew and every row is checked against its chain again. Trouble `stale` when either
    side is not as the plan found it, and all that a survey may meet or refuse; nothing has happened then.
    """
    taken = plan.taken
    after = {line.stream: line.ours.version for line in taken}
    with visiting(plan.path, record.path, record.codec) as other:
        other.settle()
        with record.together():
            _expect_as_planned(record, plan)
            expect_unmixed(record.natures(), other.natures(), plan.path)
            try:
                with closing(other.rows(after, one_by_one=bool(plan.findings))) as rows:
                    record.absorb(rows, other.content)
            except Trouble as trouble:
                if trouble.code != "damaged":
                    raise
                raise Trouble(
                    "damaged", path=str(plan.path), detail=str(trouble.facts)
                ) from trouble
            for line in taken:
                if record.head(line.stream) != line.theirs:
                    raise Trouble("stale", stream=line.stream, path=str(plan.path))


def _expect_as_planned(record: Record, plan: Plan) -> None:
    for line in plan.taken:
        if record.head(line.stream) != line.ours:
            raise Trouble("stale", stream=line.stream, path=str(record.path))
