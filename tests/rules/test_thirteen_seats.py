"""Two thirds of the thirteen, in every way in which thirteen seats can vote."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from facilitator import presets
from facilitator.rules.counting import count
from facilitator.rules.outcome import Verdict
from facilitator.rules.tally import Tally, Votes

KINDS = 8


def splits(total: int, kinds: int) -> Iterator[tuple[int, ...]]:
    """Every way to put `total` seats into so many heaps: bars among stars."""
    for bars in combinations(range(total + kinds - 1), kinds - 1):
        edges = (-1, *bars, total + kinds - 1)
        yield tuple(after - before - 1 for before, after in pairwise(edges))


@pytest.mark.no_cover
def test_a_motion_passes_just_when_nine_vote_for():
    """For, against, abstaining, blank, void, absent, vacant or recused: only "for" counts, and nine decide."""
    sanyuanli = presets.charter("yishihui_sanyuanli")
    seen = wrong = 0
    for in_favour, against, abstained, blank, void, absent, vacant, recused in splits(13, KINDS):
        whole = Tally(
            seats=13,
            in_office=13 - vacant,
            present=13 - vacant - absent,
            recused=recused,
            in_favour=in_favour,
            against=against,
            abstained=abstained,
            blank=blank,
            void=void,
        )
        verdict = count(sanyuanli, "", Votes(whole=whole)).verdict
        seen += 1
        wrong += verdict is not (Verdict.PASSED if in_favour >= 9 else Verdict.FAILED)
    assert (seen, wrong) == (77_520, 0)
