"""The page of decisions, as the clerk uses it: a word, what it finds, and everything that is known of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.desk.decisions.asked import Asked, memory_of
from facilitator.desk.decisions.hits import LINE
from facilitator.desk.decisions.marking import MarkedWords
from facilitator.desk.decisions.page import DecisionsPage
from facilitator.desk.places import Place
from facilitator.searching import Facet
from tests.desk.audit import audit
from tests.desk.evening import EVENING, write
from tests.desk.freed import assert_freed
from tests.desk.shown import find, said, shown

FORUM = "qyl-2026-11-21"


@pytest.fixture
def page(desk):
    """Give the page as it is when it is opened for the first time, in a window that is shown."""
    memory_of(desk).asked = Asked()
    with shown(desk, "decisions") as window:
        yield window.page


def plain(text):
    return text.replace("\u00a0", "")


def lines(page):
    """Return the rows that are shown."""
    return [page.model.index(n).data(LINE) for n in range(page.model.rowCount())]


def typed(page, text):
    """Type into the field, and read what is chosen then."""
    page.field.setFocus()
    page.field.clear()
    write(page.field, text)
    page.read()


def text_of(page, name):
    return plain(find(page, name).text())


def test_the_newest_decision_stands_first_with_all_that_is_known_of_it(page):
    """Number, verdict, split, rule, what became of it, what it changed, what was said."""
    rows = lines(page)
    assert [plain(row.head) for row in rows] == ["决议第3号", "决议第2号", "决议第1号", "决议第1号"]
    assert [row.chip for row in rows][:2] == ["通过 10/13", "通过 9/13"]
    assert text_of(page, "decisions.count") == "4项决议"
    page.show_which(rows[1].which)
    assert text_of(page, "decision.state") == "有效"
    assert text_of(page, "decision.head").startswith("决议第2号")
    assert text_of(page, "decision.rule") == "全体13席的三分之二以上，须赞成9票"
    figures = [share.figure for share in find(page, "decision.split").shares]
    assert figures == ["4/6", "5/6", "0/1"]
    story = plain(said(find(page, "decision.story")))
    assert "落实：完成" in story
    assert "承办单位说完成，居民说办一半" in story
    assert "会议记录摘录" in said(find(page, "decision.extract"))
    assert audit(page.window()) == []


def test_a_changed_decision_says_so_and_leads_to_the_other(page):
    """The chip, the link with the part it is about, and the way there and back."""
    page.show_which(lines(page)[2].which)
    assert text_of(page, "decision.state") == "已修改"
    kin = find(page, "decision.kin").children()
    way = next(one for one in kin if one.objectName().startswith("decision.to."))
    assert way.accessibleName().startswith("后来被它修改（两家医院同时办）")
    way.setFocus()
    way.click()
    assert text_of(page, "decision.head").startswith("决议第3号")
    assert QApplication.focusWidget() is page.list
    assert "本决议修改了" in plain(find(page, f"decision.to.{EVENING}.1").accessibleName())


def test_words_are_found_while_they_are_typed_and_marked_everywhere(page):
    """In the list, above it, and in what is read; Esc empties the field."""
    typed(page, "车位")
    rows = lines(page)
    assert [row.which.sort.value for row in rows] == ["decision", "item", "motion", "topic"]
    assert text_of(page, "decisions.count") == "车位：4条"
    assert text_of(page, "decisions.note") == "其中1项决议、1项动议"
    title = rows[0].title
    assert [title.text[a:b] for a, b in title.marks] == ["车位"]
    assert "车位" in find(page, "decision.title").text()
    assert find(page, "decision.title")._marks
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    assert text_of(page, "decisions.count") == "4项决议"


def test_the_keys_stay_in_the_field_and_move_in_the_list(page):
    """Down goes to the next hit, Enter to its text, Esc back to the field with the words chosen."""
    typed(page, "车位")
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.field
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "decision.area"
    assert text_of(page, "decision.head").startswith("动议")
    assert text_of(page, "decision.state") == "未通过"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.field
    assert page.field.selectedText() == "车位"


def test_whatever_is_found_is_shown_with_what_is_known_of_it(page):
    """A motion with its vote, a topic of an agenda with what came of it, a forum's with its report, a group."""
    typed(page, "车位")
    _, item, motion, topic = lines(page)
    page.show_which(motion.which)
    assert text_of(page, "decision.state") == "未通过"
    assert [one.figure for one in find(page, "decision.split").shares] == ["4/6", "4/6", "0/1"]
    page.show_which(item.which)
    assert "未通过" in plain(
        find(page, f"decision.to.{EVENING}.{motion.which.key}").accessibleName()
    )
    assert not find(page, "decision.follow").isVisible()
    page.show_which(topic.which)
    assert "讨论要点" in said(page.pane)
    typed(page, "登记小组")
    assert lines(page)[0].which.sort.value == "group"
    assert "落实：完成" in plain(said(find(page, "decision.story")))


def test_a_topic_shows_the_line_of_its_minutes_that_was_found(page):
    """Also what was reported of an earlier decision; where nothing was written, the pane says so."""
    typed(page, "公告栏更换")
    row = next(one for one in lines(page) if one.which.key == "i1")
    page.show_which(row.which)
    assert "长椅修缮：完成" in plain(said(page.pane))
    extract = find(page, "decision.extract")
    marked = [one for one in extract.findChildren(MarkedWords) if one._marks]
    assert [plain(one.text()).startswith("公告栏更换：进行中") for one in marked] == [True]
    typed(page, "")
    page.show_which(replace(row.which, meeting="sbg-2027-02-26", key="i9"))
    assert "没有写什么" in said(page.pane)


def test_facets_narrow_down_one_or_several_and_are_cleared(page):
    """Any of the values of one facet, all of the facets; counts stay those of what could be chosen."""
    typed(page, "车位")
    facets = page.side.list
    rows = {row.text: row for row in facets.model().rows if row.value}
    assert rows["通过"].count == "2"
    page._tick(Facet.OUTCOME, "passed")
    assert len(lines(page)) == 2
    assert text_of(page, "decisions.count") == "车位：2条 · 已筛选"
    assert "另有2条不在筛选里" in text_of(page, "decisions.note")
    page._tick(Facet.OUTCOME, "not-passed")
    assert len(lines(page)) == 3
    ticked = [row.text for row in facets.model().rows if row.ticked]
    assert sorted(ticked) == ["未通过", "通过"]
    page.side.clear.setFocus()
    page.side.clear.click()
    assert len(lines(page)) == 4
    assert QApplication.focusWidget() is page.list
    assert not find(page, "decisions.unfilter").isVisible()
    facets.setFocus()
    QTest.keyClick(facets, Qt.Key.Key_Space)
    assert page.asked.chosen == {Facet.BODY: frozenset({"songbaigang"})}
    page._tick(Facet.YEAR, "1999")
    assert text_of(page, "decisions.count") == "车位：筛选后没有"
    assert text_of(page, "decisions.note") == "不筛选有4条"
    assert "清除" in find(page, "decisions.none").text()
    find(page, "decisions.unfilter").click()
    assert len(lines(page)) == 4


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("\u2026\u2026 \u201d", "光有符号"),
        ('C++ "', "两个字就够"),
        ('" OR NEAR(' * 1200, "两个字就够"),
    ],
    ids=["signs", "operators", "long"],
)
def test_words_that_find_nothing_are_answered_calmly(page, words, hint):
    """Nothing is shown at the right but what can be searched, and a way on is said."""
    page.field.setText(words)
    page.read()
    assert hint in find(page, "decisions.none").text()
    assert find(page, "decision.nothing").isVisible()
    assert page.model.rowCount() == 0


def test_a_place_names_a_decision_and_the_words_are_still_there(desk, page):
    """Whoever comes from elsewhere reads it at once; the search waits where it was left."""
    typed(page, "车位")
    window = page.window()
    desk.go("decisions", EVENING, "1")
    again = window.page
    assert again.field.text() == "车位"
    assert text_of(again, "decision.head").startswith("决议第1号")
    desk.go("decisions", EVENING, "99")
    assert window.page is again
    assert "99" in text_of(again, "decision.nothing")


def test_finding_has_a_key_everywhere(desk, page):
    """Ctrl+F goes to the field from any page."""
    window = page.window()
    desk.go("bodies")
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.place == Place("decisions")
    assert QApplication.focusWidget().objectName() == "decisions.field"


def test_where_it_is_narrow_the_facets_wait_behind_a_button(desk):
    """The drawer opens and shuts by its button and Esc; narrower still, list or text is shown alone."""
    memory_of(desk).asked = Asked()
    with shown(desk, "decisions", width=911, height=512) as window:
        page, way = window.page, find(window, "decisions.filter")
        assert not page.side.isVisible()
        way.click()
        assert page.side.isVisible()
        assert QApplication.focusWidget() is page.side.list
        QTest.keyClick(page.side.list, Qt.Key.Key_Escape)
        assert not page.side.isVisible()
        way.click()
        assert audit(window) == []
        window.resize(700, 512)
        QApplication.processEvents()
        assert not page.pane.isVisible()
        QTest.keyClick(page.field, Qt.Key.Key_Return)
        assert page.pane.isVisible()
        assert not page.middle.isVisible()
        find(window, "decisions.back").click()
        assert page.middle.isVisible()


def test_the_page_leaves_no_trace(desk):
    """A page that was left for good is gone, from Qt and from Python, though the search goes on."""

    def use(page):
        page.show()
        page.field.setText("车位")
        page.read()

    assert_freed(lambda: DecisionsPage(desk, Place("decisions")), use)


def test_names_that_look_like_markup_are_text(page):
    """Every label of the page is plain text; rows are painted."""
    typed(page, "<b>车位</b>")
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
    assert text_of(page, "decisions.count") == "没有议过 <b>车位</b>"
