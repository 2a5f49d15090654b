"""Which blocks share their page with what follows: nobody signs a page that says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.papers.model import (
    BlockKind,
    Box,
    Gap,
    Line,
    Paragraph,
    Seal,
    Signatures,
    SignOff,
    Table,
)

LINES = 2
"""Lines of the record that go over with its end; two, so that the page before does not look cut off."""


def together(blocks: Sequence[BlockKind]) -> frozenset[int]:
    """The places of blocks that stay with the next one.

    All that leads to signatures, a sign-off or the head does: gaps, the words that nothing follows, and the
    last lines of the record before them, or its last vote. A table that may break does. So does the sign-off
    with the box below it.
    """
    found: set[int] = set()
    for at, block in enumerate(blocks):
        if isinstance(block, Signatures | SignOff | Seal):
            found |= _before(blocks, at)
        elif isinstance(block, Box) and at and isinstance(blocks[at - 1], SignOff):
            found.add(at - 1)
    return frozenset(found)


def _before(blocks: Sequence[BlockKind], end: int) -> set[int]:
    kept: set[int] = set()
    lines = 0
    for at in range(end - 1, -1, -1):
        block = blocks[at]
        if isinstance(block, Line):
            lines += 1
        elif isinstance(block, Paragraph) and lines:
            break
        elif not isinstance(block, Gap | Paragraph):
            whole = isinstance(block, Signatures) or (isinstance(block, Table) and block.keep)
            if whole and not lines:
                kept.add(at)
            break
        kept.add(at)
        if lines == LINES or (
            isinstance(block, Paragraph) and block.align == "left" and not block.small
        ):
            break
    return kept
