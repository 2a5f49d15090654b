"""What holds an Open Space together, in the words a host says it in: principles, law, motto."""

from __future__ import annotations

from facilitator.words.tongue import mark

PRINCIPLES = (
    mark("Whoever comes is the right people"),
    mark("Whatever happens is the only thing that could have"),
    mark("Whenever it starts is the right time"),
    mark("When it is over, it is over"),
)
"""The four; Owen says that they describe and do not prescribe."""
LAW_TITLE = mark("Law of two feet")
LAW = mark(
    "Where you neither learn nor contribute, go on two feet to where you do. Nobody takes it amiss."
)
MOTTO = mark("Be prepared to be surprised")
