"""From a spreadsheet to a roster: every problem is named by its place, and nothing comes in by halves."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from facilitator import bodies, presets
from facilitator.acts import Event, Recorded, RuleViolation
from facilitator.bodies import Body
from facilitator.bodies.founding import FoundBody
from facilitator.bodies.membership import ImportRoster, VacateSeat
from facilitator.bodies.roster import findings_after, plan_roster

HEAD = ["席位", "姓名", "组别", "职务", "住址", "电话", "任期开始", "任期结束"]


@pytest.fixture
def body() -> Body:
    """A council of thirteen with nobody in it."""
    made = Body("b")
    charter = presets.charter("yishihui_sanyuanli")
    tell(made, bodies.decide(made, FoundBody(body="b", name="议事会", charter=charter)))
    return made


def tell(body: Body, events: tuple[Event, ...]) -> None:
    for event in events:
        at = datetime(2026, 9, 1, tzinfo=UTC)
        bodies.apply(body, Recorded(event, body.version + 1, at, "test"))


def row(seat: int, name: str, group: str, *more: str) -> list[str]:
    return [str(seat), name, group, *more]


def thirteen() -> list[list[str]]:
    groups = ["本地居民"] * 6 + ["新居民"] * 6 + ["街道"]
    return [row(n, f"代表{n}", group) for n, group in enumerate(groups, 1)]


def test_a_clean_sheet_fills_the_council(body: Body) -> None:
    """Thirteen rows become thirteen seats, and the composition is clean but for the empty office."""
    plan = plan_roster(body, [["松柏岗议事会名单"], HEAD, *thirteen()])
    assert (plan.head_row, plan.problems, plan.same_names) == (2, (), ())
    command = ImportRoster(body="b", entries=plan.entries, file_name="r.xlsx", digest="0" * 64)
    tell(body, bodies.decide(body, command))
    assert [h.seat for h in body.seated] == list(range(1, 14))
    assert [f.kind.value for f in body.findings(date(2026, 9, 1))] == ["office-vacant"]


def test_who_put_somebody_forward_is_read_and_kept(body: Body) -> None:
    """A column of its own, empty for whoever came by themselves; it stands with the personal data."""
    rows = [
        ["姓名", "组别", "邀请人（可不填）"],
        ["甲", "新居民", " 楼长王姐 "],
        ["乙", "新居民", ""],
    ]
    plan = plan_roster(body, rows)
    assert [e.person.invited_by for e in plan.entries] == ["楼长王姐", ""]


def test_seats_are_given_in_order_where_none_is_named(body: Body) -> None:
    """Without a seat column members take the next free seat of their group."""
    rows = [["name", "group"], ["A", "new"], ["B", "established"], ["C", "New residents"]]
    plan = plan_roster(body, rows)
    assert [(e.person.name, e.seat) for e in plan.entries] == [("A", 0), ("B", 0), ("C", 0)]
    command = ImportRoster(body="b", entries=plan.entries, file_name="r.csv", digest="0" * 64)
    tell(body, bodies.decide(body, command))
    assert [h.seat for h in body.seated] == [1, 7, 8]


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        (["1", "", "本地居民"], "text-missing", 2),
        (["1", "甲", "外星居民"], "unknown-group", 3),
        (["1", "甲", " "], "group-missing", 3),
        (["一", "甲", "本地居民"], "not-a-number", 1),
        (["14", "甲", "本地居民"], "no-such-seat", 0),
        (["1", "甲", "本地居民", "", "", "", "去年", ""], "not-a-date", 7),
        (["1", "甲", "本地居民", "", "", "", "2026-09-01", "2025-09-01"], "term-dates", 0),
        (["1", "甲", "本地居民", "", "", "440106199001011234"], "identity-number", 6),
        (["1", "甲\u202e乙", "本地居民"], "text-control", 2),
    ],
)
def test_a_broken_row_is_named_with_its_column(
    body: Body, cells: list[str], code: str, column: int
) -> None:
    """A row that cannot be seated is a problem with row, column and code; the others are still read."""
    plan = plan_roster(body, [HEAD, cells, row(2, "乙", "本地居民")])
    assert [(p.row, p.column, p.code) for p in plan.problems] == [(2, column, code)]
    assert [entry.person.name for entry in plan.entries] == ["乙"]


def test_one_bad_entry_keeps_all_out(body: Body) -> None:
    """An import is all or nothing: the refusal names the row, and nobody is seated."""
    plan = plan_roster(body, [HEAD, *thirteen()])
    twice = (*plan.entries, plan.entries[0])
    command = ImportRoster(body="b", entries=twice, file_name="r.xlsx", digest="0" * 64)
    with pytest.raises(RuleViolation, match="member-exists") as caught:
        bodies.decide(body, command)
    assert caught.value.facts["row"] == 14
    assert body.seated == ()


def test_two_of_one_name_are_pointed_out(body: Body) -> None:
    """Names that are equal but for width, case and spaces are flagged, for a person to judge."""
    rows = [HEAD, row(1, "Ａnn Lee", "本地居民"), row(2, "ann lee", "本地居民")]
    assert plan_roster(body, rows).same_names == ((3, "ann lee"),)


def test_a_seat_given_twice_is_a_problem(body: Body) -> None:
    """Two rows on one seat: the second is named."""
    plan = plan_roster(body, [HEAD, row(1, "甲", "本地居民"), row(1, "乙", "本地居民")])
    assert [(p.row, p.code) for p in plan.problems] == [(3, "seat-taken")]


def test_dates_are_read_as_people_write_them(body: Body) -> None:
    """Four ways of writing one day."""
    ways = ["2026-09-01", "2026/9/1", "2026.9.1", "2026年9月1日"]
    rows = [[str(n), f"甲{n}", "本地居民", "", "", "", way] for n, way in enumerate(ways, 1)]
    plan = plan_roster(body, [HEAD, *rows])
    assert {entry.since for entry in plan.entries} == {date(2026, 9, 1)}


def test_offices_and_alternates_are_read(body: Body) -> None:
    """An office of the charter is taken over, any other post is not; an alternate has no seat."""
    rows = [
        ["姓名", "组别", "职务", "候补"],
        ["苏", "街道办事处", "理事长、委员", ""],
        ["周", "新居民", "委员", "是"],
    ]
    first, second = plan_roster(body, rows).entries
    assert first.offices == ("chair",)
    assert (second.offices, second.alternate) == ((), True)


def test_a_sheet_without_heads_is_refused(body: Body) -> None:
    """Where there is no column for the name and the group, nothing is guessed."""
    with pytest.raises(RuleViolation, match="roster-heads"):
        plan_roster(body, [["甲", "乙"], ["丙", "丁"]])


def test_columns_that_mean_nothing_are_listed(body: Body) -> None:
    """What is not taken over is said."""
    plan = plan_roster(body, [["姓名", "组别", "政治面貌"], ["甲", "本地居民", "群众"]])
    assert plan.ignored == ("政治面貌",)


def test_short_rows_and_empty_rows_are_no_problem(body: Body) -> None:
    """Rows end where their cells end, and empty ones between do not count."""
    plan = plan_roster(
        body, [HEAD, row(1, "甲", "本地居民"), [], ["", " "], row(2, "乙", "本地居民")]
    )
    assert (len(plan.entries), plan.problems) == (2, ())


def test_ids_do_not_clash_with_members_who_are_there(body: Body) -> None:
    """A second import finds free ids for its members."""
    for name in ("甲", "乙"):
        plan = plan_roster(body, [["姓名", "组别"], [name, "本地居民"]])
        command = ImportRoster(body="b", entries=plan.entries, file_name="r", digest="0" * 64)
        tell(body, bodies.decide(body, command))
    assert len(body.holdings) == 2


def test_heads_lower_than_the_tenth_row_are_not_looked_for(body: Body) -> None:
    """A sheet that begins with a letter is not searched for ever."""
    with pytest.raises(RuleViolation, match="roster-heads"):
        plan_roster(body, [["x"]] * 10 + [["姓名", "组别"], ["甲", "本地居民"]])


def test_an_id_in_the_sheet_is_the_members_id(body: Body) -> None:
    """A column for ids is used; rows without one get an id that nobody has, had, or will have in this sheet."""
    rows = [["姓 名", "所属组别", "代表编号"], ["甲", "新居民", ""], ["乙", "新居民", "m02"]]
    plan = plan_roster(body, rows)
    assert [entry.member for entry in plan.entries] == ["m03", "m02"]


@pytest.mark.parametrize(("given", "code"), [("王五", "bad-id"), ("a b", "bad-id")])
def test_an_id_that_cannot_be_one_is_a_problem(body: Body, given: str, code: str) -> None:
    """Ids are plain ASCII: a name is not taken for one."""
    plan = plan_roster(body, [["编号", "姓名", "组别"], [given, "甲", "新居民"]])
    assert [(p.row, p.column, p.code) for p in plan.problems] == [(2, 1, code)]


def test_one_id_for_two_people_is_a_problem(body: Body) -> None:
    """An id is one person's."""
    rows = [["id", "姓名", "组别"], ["a1", "甲", "新居民"], ["a1", "乙", "新居民"]]
    assert [(p.row, p.code) for p in plan_roster(body, rows).problems] == [(3, "member-exists")]


def test_the_id_of_somebody_who_left_is_not_given_again(body: Body) -> None:
    """Papers and votes of the one who left still bear that id."""
    plan = plan_roster(body, [["姓名", "组别"], ["甲", "新居民"]])
    command = ImportRoster(body="b", entries=plan.entries, file_name="r", digest="0" * 64)
    tell(body, bodies.decide(body, command))
    (left,) = body.holdings
    tell(body, bodies.decide(body, VacateSeat(body="b", member=left, reason="搬走")))
    (entry,) = plan_roster(body, [["姓名", "组别"], ["乙", "新居民"]]).entries
    assert entry.member != left


@pytest.mark.parametrize(
    "head",
    ["组别", "组 别", "所属组", "所属组别", "界别", "代表类别", "组别（必填）", "Seat  Group:"],
)
def test_heads_are_understood_as_people_write_them(body: Body, head: str) -> None:
    """Spaces, brackets and colons make no other column."""
    plan = plan_roster(body, [["姓 名", head, "单位/住址"], ["甲", "新居民", "3栋"]])
    assert [entry.person.address for entry in plan.entries] == ["3栋"]


def test_the_first_of_two_columns_is_read_and_the_other_told(body: Body) -> None:
    """Nothing is guessed and nothing is swallowed."""
    plan = plan_roster(body, [["姓名", "组别", "楼栋", "单位"], ["甲", "新居民", "3栋", "厂"]])
    assert plan.ignored == ("单位",)


def test_posts_that_are_no_offices_are_told(body: Body) -> None:
    """An office that the charter lacks is not swallowed; being a member is no office."""
    rows = [
        ["姓名", "组别", "职务"],
        ["苏", "街道", "理事长、副主任"],
        ["周", "新居民", "委员/Member"],
    ]
    assert plan_roster(body, rows).not_offices == ((2, "副主任"),)


@pytest.mark.parametrize("mark", ["是", "√", "Y", "候补"])
def test_an_alternate_is_marked_in_any_of_these_ways(body: Body, mark: str) -> None:
    """A tick is as good as a word."""
    (entry,) = plan_roster(body, [["姓名", "组别", "候补"], ["周", "新居民", mark]]).entries
    assert entry.alternate


def test_a_sheet_of_heads_is_refused(body: Body) -> None:
    """Below the heads there is nobody."""
    with pytest.raises(RuleViolation, match="roster-empty"):
        plan_roster(body, [["姓名", "组别"], ["", " "]])


def test_seats_that_will_be_taken_are_known_before(body: Body) -> None:
    """The plan tells the seats, and what the roster would then lack."""
    plan = plan_roster(body, [HEAD, *thirteen()])
    assert [holding.seat for holding in plan.holdings] == list(range(1, 14))
    assert [f.kind.value for f in findings_after(body, plan, date(2026, 9, 1))] == ["office-vacant"]


def test_beside_a_row_to_mend_only_wrong_seats_are_found(body: Body) -> None:
    """While rows are missing, vacant seats and offices say nothing yet; a seat of another group does."""
    rows = [HEAD, row(7, "甲", "本地居民"), row(1, "乙", "外星居民")]
    found = findings_after(body, plan_roster(body, rows), date(2026, 9, 1))
    assert [(one.kind.value, one.seat) for one in found] == [("wrong-group", 7)]
