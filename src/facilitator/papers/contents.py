"""Which heads the contents of a paper list, for writers that have to make the list themselves."""

from __future__ import annotations

from facilitator.papers.model import Contents, Heading, Paper


def listed(paper: Paper) -> list[Heading]:
    """The heads down to the depth of the paper's contents, in order; none of a paper without contents."""
    depth = next((one.depth for one in paper.blocks if isinstance(one, Contents)), 0)
    heads = (one for one in paper.blocks if isinstance(one, Heading))
    return [one for one in heads if one.listed and one.level <= depth]


def anchor(heads: list[Heading], head: Heading) -> str:
    """The name under which a head is found in its file; "" for one that is not listed."""
    for number, one in enumerate(heads, 1):
        if one is head:
            return f"head{number}"
    return ""
