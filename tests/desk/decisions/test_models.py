"""The lists behind the page: rows as words, fifty more at the end, facets with their ticks."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from facilitator.desk.decisions.asked import Asked
from facilitator.desk.decisions.counting import Found, count_line, note_words, nothing_words
from facilitator.desk.decisions.extract import chosen
from facilitator.desk.decisions.facets import Facets, names_for
from facilitator.desk.decisions.hits import LINE, PAGE, Hits, line_of
from facilitator.desk.decisions.which import Which, which_at, which_of
from facilitator.desk.places import Place
from facilitator.searching import Answer, Facet, Hit, Kind, Marked, Result, Total
from facilitator.searching import Sort as Order

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
FIRST = datetime.fromisoformat("2024-05-18T20:00:00+08:00")


def hit(number, kind=Kind.DECISION, **fields):
    """Return a hit such as the index gives."""
    return Hit(
        meeting="m1",
        key=str(number),
        kinds=(kind,),
        body="b",
        format="yishihui",
        at=FIRST - timedelta(days=number),
        title=Marked(f"停车位 {number}", ((0, 2),)),
        who=Marked(""),
        snippet=Marked("…<b>停车</b>…"),
        outcome=fields.pop("outcome", Result.PASSED),
        implementation=fields.pop("implementation", "none"),
        more=replace_more(number, fields),
    )


def replace_more(number, fields):
    """Return what a row shows beside its text."""
    from facilitator.record.index.docs import More

    return More(number=number, term=1, **fields)


def plain(text):
    return text.replace("\u00a0", "")


@pytest.mark.parametrize(
    ("found", "head", "chip", "look"),
    [
        (hit(7, in_favour=10, base=13), "决议第7号", "通过 10/13", "good"),
        (hit(7, outcome=Result.REPEALED, in_favour=10, base=13), "决议第7号", "已废止", "plain"),
        (hit(7, outcome=Result.ANNULLED), "决议第7号", "已撤销", "plain"),
        (hit(7, Kind.MOTION, outcome=Result.NOT_PASSED, in_favour=8, base=13), "动议", "未通过 8/13", "bad"),
        (hit(7, Kind.MOTION, outcome=Result.NOT_VOTED), "动议", "未表决", "plain"),
        (hit(7, Kind.MINUTES), "会议议题", "会议记录", "plain"),
        (hit(7, Kind.REPORT), "论坛07号议题", "讨论记录", "plain"),
        (hit(7, Kind.GROUP, implementation="done"), "行动小组", "完成", "plain"),
    ],
    ids=lambda one: one.kind.value if isinstance(one, Hit) else "",
)  # fmt: skip
def test_a_row_says_what_it_is_and_what_came_of_it(desk, found, head, chip, look):
    """Always a word; a sign only where there was a vote."""
    line = line_of(desk, found)
    assert (plain(line.head), plain(line.chip), line.look) == (head, chip, look)
    assert bool(line.sign) == (look in ("good", "bad"))
    assert plain(line.said).startswith(f"{head}, 2024年5月11日, {chip}, 停车位 7")


def test_more_rows_are_asked_for_once_and_put_below(desk):
    """Qt's own tester watches; what belongs to another answer or comes twice is let go."""
    model, wanted = Hits(desk), []
    tester = QAbstractItemModelTester(model, FATAL)
    model.more.connect(wanted.append)
    whole = [hit(n) for n in range(1, 121)]
    model.show(Answer(tuple(whole[:PAGE]), Total(120)))
    root = QModelIndex()
    while model.canFetchMore(root):
        model.fetchMore(root)
    assert wanted[-1] == PAGE
    assert len(set(wanted)) == 1
    model.add(PAGE, whole[PAGE : 2 * PAGE])
    model.add(PAGE, whole[PAGE : 2 * PAGE])
    model.add(2 * PAGE, whole[2 * PAGE :])
    assert model.rowCount() == 120
    assert not model.canFetchMore(root)
    assert model.data(model.index(119), LINE).which == Which("m1", Kind.DECISION, "120")
    assert model.row_of(Which("m1", Kind.DECISION, "77")) == 76
    model.show(Answer(tuple(whole[:PAGE]), Total(120)), again=True)
    assert model.rowCount() == 120, "the same answer once more takes nothing away"
    model.show(Answer(tuple(whole[:2]), Total(2)))
    assert model.rowCount() == 2, "another answer may be the beginning of the one before"
    assert (model.rowCount(model.index(0)), model.data(root)) == (0, None)
    del tester


def test_facets_show_the_frequent_ones_and_all_that_is_ticked(desk):
    """A facet without a choice is left out; a tick stays in sight though nothing has it any more."""
    model, ticked = Facets(desk, names_for(desk, lambda key: f"机构{key}")), []
    tester = QAbstractItemModelTester(model, FATAL)
    model.ticked.connect(lambda facet, value: ticked.append((facet, value)))
    years = {str(year): Total(year - 2000) for year in range(2019, 2027)}
    counts = {Facet.YEAR: years, Facet.BODY: {"a": Total(1_000, True)}, Facet.KIND: {}}
    model.show(counts, {Facet.YEAR: frozenset({"1998"})})
    texts = [row.text for row in model.rows]
    assert texts == ["年份", "2026", "2025", "2024", "2023", "1998", "另有\u00a04\u00a0项…"]
    assert [row.ticked for row in model.rows][5]
    model.press(model.index(6))
    assert len(model.rows) == 10
    model.press(model.index(1))
    assert ticked == [(Facet.YEAR, "2026")]
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEnabled
    model.show({Facet.BODY: {"a": Total(1_000, True), "b": Total(2)}}, {})
    assert [(row.text, row.count) for row in model.rows][1:] == [
        ("机构a", "1,000+"),
        ("机构b", "2"),
    ]
    assert "机构a 1,000+" in model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    del tester


def test_what_is_looked_for_is_decisions_until_somebody_says_otherwise():
    """Without words and kind the list is that of decisions; ticking twice is not ticking."""
    asked = Asked()
    assert asked.wanted().chosen == {Facet.KIND: frozenset({Kind.DECISION})}
    assert replace(asked, words="停车").wanted().chosen == {}
    once = asked.tick(Facet.KIND, "motion")
    assert once.wanted().chosen == {Facet.KIND: frozenset({"motion"})}
    assert once.tick(Facet.KIND, "motion") == asked
    assert replace(asked, sort=Order.OLDEST).wanted().sort is Order.OLDEST


@pytest.mark.parametrize(
    ("words", "total", "said"),
    [
        ("停车", Total(12), "停车：12条"),
        ("停车", Total(1_000, True), "停车：1,000多条"),
        ("停车", Total(0), "没有议过 停车"),
        ("", Total(34), "34项决议"),
        ("很长很长很长很长很长很长的一句话", Total(1), "很长很长很长很长很长很长的…：1条"),
    ],
)
def test_the_line_above_says_how_much(desk, words, total, said):
    """With the words marked where they stand."""
    line = count_line(desk, Asked(words), Found(Answer((), total)))
    assert plain(line.text) == said
    marked = [line.text[a:b] for a, b in line.marks]
    assert all(words.startswith(one.rstrip("…")) for one in marked)
    assert bool(marked) == bool(words)


def test_only_decisions_alone_came_up_so_often(desk):
    """Entries of other kinds are not how often something was decided; which are, is said."""
    told = (
        ({}, "停车：58条", ""),
        ({"decision": Total(58)}, "停车 议过58次", ""),
        ({"decision": Total(12), "motion": Total(3)}, "停车：58条", "其中12项决议、3项动议"),
        ({"item": Total(58)}, "停车：58条", "其中没有决议"),
        ({"decision": Total(1_000, True)}, "停车：58条", ""),
    )
    for kinds, line, note in told:
        found = Found(Answer((), Total(58)), kinds=kinds)
        assert plain(count_line(desk, Asked("停车"), found).text) == line
        assert plain(note_words(desk, Asked("停车"), found)) == note


@pytest.mark.parametrize(
    ("words", "total", "whole", "line", "note"),
    [
        ("停车", Total(9), Total(22), "停车：9条 · 已筛选", "另有13条不在筛选里"),
        ("停车", Total(9), Total(9), "停车：9条 · 已筛选", ""),
        ("停车", Total(9), Total(1_000, True), "停车：9条 · 已筛选", "另有991多条不在筛选里"),
        ("停车", Total(1_000, True), Total(1_000, True), "停车：1,000多条 · 已筛选", ""),
        ("停车", Total(0), Total(4), "停车：筛选后没有", "不筛选有4条"),
        ("停车", Total(0), Total(0), "停车：筛选后没有", ""),
        ("", Total(31), Total(34), "31项决议 · 已筛选", "另有3条不在筛选里"),
        ("", Total(0), Total(34), "筛选后没有", "不筛选有34条"),
    ],
)
def test_filters_say_that_they_are_on_and_what_they_hide(desk, words, total, whole, line, note):
    """Never that something did not come up while filters hide it."""
    asked = Asked(words).tick(Facet.OUTCOME, "passed")
    found = Found(Answer((), total), whole)
    assert plain(count_line(desk, asked, found).text) == line
    assert plain(note_words(desk, asked, found)) == note


def test_without_filters_the_same_is_counted_once():
    """Not where nothing is ticked, nor where the kind is all that was asked for."""
    assert Asked("停车").unfiltered() is None
    assert Asked().tick(Facet.KIND, "motion").unfiltered() is None
    plainly = Asked("停车").tick(Facet.KIND, "motion").unfiltered()
    assert (plainly.words, plainly.chosen, plainly.limit) == ("停车", {}, 0)


def test_nothing_found_is_told_with_a_way_on(desk):
    """Another sentence for each reason."""
    asked = (
        Asked(),
        Asked("停车"),
        Asked("停车").tick(Facet.YEAR, "2024"),
        Asked().tick(Facet.YEAR, "1"),
    )
    told = {nothing_words(desk, one, searched=True, complete=True) for one in asked}
    told.add(nothing_words(desk, asked[1], searched=True, complete=False))
    told.add(nothing_words(desk, asked[1], searched=False, complete=True))
    assert len(told) == 6


def test_an_extract_prefers_lines_with_the_words_and_keeps_their_order():
    """And begins at the beginning where nothing is marked."""
    lines = [Marked("一"), Marked("二", ((0, 1),)), Marked("三"), Marked("四", ((0, 1),))]
    assert [one.text for one in chosen(lines, 3)] == ["一", "二", "四"]
    assert [one.text for one in chosen(lines, 9)] == ["一", "二", "三", "四"]


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (Kind.DECISION, "7"),
        (Kind.MOTION, "p-1"),
        (Kind.ITEM, ""),
        (Kind.TOPIC, "t1"),
        (Kind.GROUP, "g4"),
    ],
)
def test_a_place_names_whatever_can_be_found(kind, key):
    """There and back; what nobody can have meant names nothing."""
    which = Which("m1", kind, key)
    assert which_at(which.place) == which
    assert which_at(Place.read(which.place.text)) == which
    assert which_of(hit(7, Kind.REPORT)).sort is Kind.TOPIC
    for part in ("", "x", "decision.7", "motions.1", "7.5.", "-7"):
        assert which_at(Place("decisions", "m1", part)) is None
