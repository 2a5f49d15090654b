"""Checking an archive that is open: the answer of `facilitator verify`, without closing it."""

import json

from facilitator.opening import Onlooker
from facilitator.safekeeping import checking
from facilitator.safekeeping.taking import Step
from facilitator.words.soundness import in_fours
from tests.cli.terminal import run

MEETING = "meeting/sbg-2026-11-27"


def checked(session, code):
    """What the desk is told."""
    raw = checking.taking(session).run()
    steps = []
    answer = checking.check_copy(raw, code, lambda step, _done, _of: steps.append(step))
    assert steps == [Step.VERIFYING]
    assert not raw.path.exists()
    return answer


def test_it_is_what_the_command_line_answers(session, archive):
    """With a code and without one, word for word; nothing is left of the copy."""
    code = in_fours(session.head(MEETING)[1])
    found = [checked(session, one) for one in (code, "", "ea50" * 8)]
    session.close()
    for one, answer in zip((code, "", "ea50" * 8), found, strict=True):
        told = json.loads(run("verify", archive, "--json", *(["--paper", one] if one else [])).out)
        del told["sound"]
        assert json.loads(json.dumps(answer)) == told


def test_what_is_only_looked_at_is_examined_where_it_lies(archive):
    """A copy to look at may be a damaged or a published one: what is asked about is the file itself."""
    looking = Onlooker(archive)
    try:
        assert checking.taking(looking) is None
        assert not checking.check(archive, "")["findings"]
    finally:
        looking.close()
