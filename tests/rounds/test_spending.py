"""Money: to the fen, never more paid than granted, every spending with its receipt or known to lack one."""

from __future__ import annotations

import pytest

from facilitator.rounds.project import StrikeFromProject
from facilitator.rounds.spending import (
    AddReceipt,
    PayInstalment,
    ReturnMoney,
    Spend,
    money_of,
    spendings_of,
)
from tests.rounds.office import DRAFTED, Office, photo

ON = {"on": DRAFTED}


@pytest.fixture
def office() -> Office:
    """3,000 yuan are granted, two milestones planned."""
    return Office().to_running()


def test_without_a_grant_no_money_moves():
    """Neither out nor back."""
    office = Office().open().start()
    assert office.code(PayInstalment, entry="x", fen=1, **ON) == "not-granted"
    assert office.code(Spend, entry="x", what="x", fen=1, **ON) == "not-granted"
    assert office.code(ReturnMoney, entry="x", fen=1, reason="x", **ON) == "not-granted"
    money = money_of(office.project)
    assert (money.granted, money.own, money.to_pay) == (0, 0, 0)


def test_never_more_is_paid_than_was_granted(office: Office):
    """The refusal says what is left; the last fen still goes out."""
    office.now(PayInstalment, entry="i1", fen=150_000, milestone="ms1", receipt="0071", **ON)
    assert office.facts(PayInstalment, entry="i2", fen=150_001, **ON) == {
        "fen": 150_001,
        "left": 150_000,
        "granted": 300_000,
    }
    assert office.code(PayInstalment, entry="i2", fen=0, **ON) == "number-range"
    assert office.code(PayInstalment, entry="i2", fen=1, milestone="z", **ON) == "unknown-milestone"
    office.now(PayInstalment, entry="i2", fen=150_000, **ON)
    assert money_of(office.project).to_pay == 0
    office.now(StrikeFromProject, entry="i1", reason="paid to another")
    assert money_of(office.project).to_pay == 150_000


def test_a_grant_that_shrank_leaves_nothing_to_pay(office: Office):
    """More was paid than is granted now: that is said, and nothing more goes out."""
    office.now(PayInstalment, entry="i1", fen=300_000, **ON)
    office.grant(200_000)
    assert money_of(office.project).to_pay == 0
    assert office.facts(PayInstalment, entry="i2", fen=1, **ON)["left"] == 0
    assert office.concerns()["paid-above-grant"] == {"paid": 300_000, "granted": 200_000}


def test_the_sums_of_a_project(office: Office):
    """What was spent of its own does not count against the grant."""
    office.now(PayInstalment, entry="i1", fen=150_000, **ON)
    office.now(Spend, entry="b1", what="Stove", fen=99_999, line="Stove", receipt="12", **ON)
    office.now(Spend, entry="b2", what="Chairs", fen=40_000, own=True, attached=(photo(),), **ON)
    office.now(ReturnMoney, entry="z1", fen=1, reason="rounding", **ON)
    money = money_of(office.project)
    assert (money.granted, money.paid, money.spent, money.spent_own) == (
        300_000,
        150_000,
        99_999,
        40_000,
    )
    assert (money.in_hand, money.left, money.own) == (50_000, 200_001, 50_000)
    assert (money.returned, money.unproved, money.unproved_count) == (1, 0, 0)


def test_a_missing_receipt_is_counted_until_it_comes(office: Office):
    """Its number or a photo of it; struck, it is missing again."""
    office.now(Spend, entry="b1", what="Stove", fen=100, **ON)
    office.now(Spend, entry="b2", what="Boxes", fen=50, **ON)
    assert office.concerns()["receipts-missing"] == {"count": 2, "fen": 150}
    assert office.code(AddReceipt, entry="c", spending="b1") == "receipt-empty"
    assert office.code(AddReceipt, entry="c", spending="p1", receipt="1") == "not-a-spending"
    assert office.code(AddReceipt, entry="c", spending="b9", receipt="1") == "unknown-entry"
    office.now(AddReceipt, entry="c1", spending="b1", receipt="0088")
    office.now(AddReceipt, entry="c2", spending="b2", attached=(photo(),))
    assert "receipts-missing" not in office.concerns()
    assert [(one.receipts, one.proved) for one in spendings_of(office.project)] == [
        (("0088",), True),
        ((), True),
    ]
    office.now(StrikeFromProject, entry="c1", reason="another one's")
    assert money_of(office.project).unproved == 100


def test_no_more_comes_back_than_went_out(office: Office):
    """With the reason."""
    office.now(PayInstalment, entry="i1", fen=1_000, **ON)
    assert office.code(ReturnMoney, entry="z", fen=1, reason="", **ON) == "text-missing"
    assert office.facts(ReturnMoney, entry="z", fen=1_001, reason="x", **ON) == {
        "fen": 1_001,
        "left": 1_000,
    }
    office.now(ReturnMoney, entry="z1", fen=600, reason="not needed", **ON)
    assert office.facts(ReturnMoney, entry="z", fen=401, reason="x", **ON)["left"] == 400


def test_more_spent_than_granted_is_a_concern(office: Office):
    """It is recorded as it was; so are instalments that promise more than there is."""
    office.now(Spend, entry="b1", what="Stove", fen=300_001, receipt="1", **ON)
    assert office.concerns()["overspent"] == {"spent": 300_001, "granted": 300_000}
    assert money_of(office.project).left == -1
    assert "instalments-above-grant" not in office.concerns()
    office.grant(299_999)
    assert office.concerns()["instalments-above-grant"] == {
        "planned": 300_000,
        "granted": 299_999,
    }
