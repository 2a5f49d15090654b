"""A paper as JSON, for other programs."""

from __future__ import annotations

import msgspec

from facilitator.papers.model import Paper

_ENCODER = msgspec.json.Encoder(order="deterministic")


def write_json(paper: Paper) -> bytes:
    """Return the paper as indented UTF-8 JSON; the same paper gives the same bytes.

    Fields at their default are left out. `msgspec.json.decode(data, type=Paper)` reads it back.
    """
    return msgspec.json.format(_ENCODER.encode(paper), indent=2) + b"\n"
