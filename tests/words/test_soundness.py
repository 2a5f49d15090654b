"""What the verifier found, in lines for people."""

from __future__ import annotations

import pytest

from facilitator.record.checks import CHECKS as CHECKED
from facilitator.record.registers.product import REGISTERS as KEPT
from facilitator.words.soundness import CHECKS, REGISTERS, rebuilt_lines, report_lines


def lines(*findings: dict[str, object], lang: str = "zh") -> list[str]:
    """The lines about an archive without streams."""
    whole = [{"stream": "", "version": 0, "facts": {}, **finding} for finding in findings]
    return list(report_lines({"streams": [], "findings": whole}, lang))


def test_every_check_and_every_register_has_its_words() -> None:
    """Whatever cannot be examined, and whatever differs, can be named."""
    assert CHECKS.keys() == {check.__name__ for check in CHECKED}
    assert REGISTERS.keys() == {table.name for table in KEPT.schema}


@pytest.mark.parametrize("check", CHECKED, ids=lambda check: check.__name__)
def test_what_could_not_be_examined_is_named(check) -> None:
    """Five checks that fail are five different lines."""
    (line, verdict) = lines({"code": "exception", "facts": {"check": check.__name__}}, lang="en")
    assert line == f"✗ {CHECKS[check.__name__]}"
    assert verdict == "The archive is not sound."


def test_registers_that_differ_are_one_line_with_their_names() -> None:
    """One cause and one remedy: not five equal lines."""
    differ = [{"code": "registers-differ", "facts": {"table": one}} for one in ("poll", "vote")]
    found = lines({"code": "pages"}, *differ)
    assert len(found) == 3
    assert "poll（表决）、vote（记名票）" in found[1]


def test_a_head_that_is_unknown_asks_to_compare_the_digits_first() -> None:
    """One digit typed wrong is likelier than a forged archive."""
    (line, _) = lines({"code": "paper-unknown", "facts": {"head": "ab"}})
    assert "请先" in line
    assert "核对" in line


def test_rebuilt_registers_are_told_in_words() -> None:
    """Names of tables mean nothing to a secretary."""
    assert list(rebuilt_lines({"poll": 3, "new": 1}, "zh")) == ["poll（表决）：3条", "new：1条"]
