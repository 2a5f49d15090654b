"""The page of follow-up, as the clerk uses it: what is overdue, both views, and its way back to an agenda."""

from datetime import timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from facilitator import aftermath
from facilitator.desk.followup import rows
from facilitator.desk.followup.page import FollowupPage
from facilitator.desk.followup.rows import LINE, Head, Matters, Wanted
from facilitator.desk.places import Place
from facilitator.desk.today.follow import Follow
from facilitator.followup.carrying import PlanReview, ReportBack
from facilitator.followup.following import StrikeEntry
from facilitator.followup.posting import Pay
from facilitator.meeting.convening import ConveneMeeting
from facilitator.meeting.reviews import Progress
from facilitator.opening import Onlooker
from tests.desk.audit import audit
from tests.desk.evening import later, write
from tests.desk.freed import assert_freed
from tests.desk.shown import find, said, shown

COUNCIL, FORUM = "sbg-2026-11-27", "qyl-2026-11-21"
LEFT = Qt.MouseButton.LeftButton


def plain(text):
    return text.replace("\u00a0", "")


def panel():
    found = QApplication.activeModalWidget()
    assert found is not None, "no panel is open"
    return found


def fill(name, text):
    field = find(panel(), name)
    field.setFocus()
    write(field, text)


def call_next(desk, body="qingyuanli", day=6):
    """Call a meeting of the forum's body for the 6th of March."""
    planned = desk.now().replace(month=3, day=day)
    assert desk.do(ConveneMeeting(meeting="next", body=body, planned=planned, place="活动室"))


def test_overdue_comes_first_then_soon_then_others(desk):
    """Three heads with their counts; the first matter is shown with both views, and the rail counts."""
    with shown(desk, "followup") as window:
        model = find(window, "followup.list").model()
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        lines = [model.index(n).data(LINE) for n in range(model.rowCount())]
        heads = [plain(one.text) for one in lines if isinstance(one, Head)]
        assert heads == ["逾期3", "快到期 1", "其他 5"]
        late = [one.late != "" for one in lines if not isinstance(one, Head)]
        assert late == sorted(late, reverse=True)
        assert find(window, "followup.title").text() == "电梯对话小组"
        assert plain(find(window, "followup.late").text()) == "逾期77天"
        QApplication.processEvents()
        assert find(window, "rail.followup").accessibleName() == "落实, 逾期\u00a03"
        assert audit(window) == []


def test_both_views_stand_side_by_side_and_that_they_differ_is_said(desk):
    """The place of a matter leads to it; office and residents each have their words, and neither wins."""
    with shown(desk, f"followup//{COUNCIL}~1") as window:
        assert find(window, "followup.office.mark").text() == "进行中"
        assert find(window, "followup.residents.mark").text() == "没办"
        told = ReportBack(
            meeting=COUNCIL, decision=1, entry="x", progress=Progress.DONE, text="都办好了"
        )
        assert desk.do(told)
        words = plain(said(find(window, "followup.differ")))
        assert words == "承办单位说完成，居民说没办。"
        assert "已在2月26日的议程" in plain(said(find(window, "followup.there")))


def test_one_click_puts_it_on_the_next_agenda_and_one_takes_it_off(desk):
    """With its source and both views as text; the row says so, and Ctrl+Z takes it off again."""
    call_next(desk)
    with shown(desk, "followup") as window:
        assert "第1项：落实情况：电梯对话小组" in plain(said(find(window, "followup.plan")))
        put = find(window, "followup.put")
        assert plain(put.text()) == "放进3月6日议程"
        QTest.mouseClick(put, LEFT)
        (item,) = desk.session.meeting("next").agenda.items
        assert item.source == f"followup/{FORUM}/group/g1"
        assert "承办单位说：搁置" in item.text
        assert "居民说：" in item.text
        row = aftermath.followup(desk.session, FORUM, "group/g1")
        assert row.on_agenda == "next"
        assert find(window, "followup.put").text() == "看那次议程"
        QTest.keyClick(find(window, "followup.list"), "z", Qt.KeyboardModifier.ControlModifier)
        assert desk.session.meeting("next").agenda.items == []


def test_the_button_in_a_row_acts_on_that_row(desk):
    """Not on the one that was current; in a row that has none nothing is clicked."""
    call_next(desk)
    with shown(desk, "followup") as window:
        view = find(window, "followup.list")
        place = view.model().place_of(f"followup/{FORUM}/group/g5")
        index = view.model().index(place)
        at = view.look.act_room(view.visualRect(index), index.data(LINE)).center()
        QTest.mouseClick(view.viewport(), LEFT, pos=at)
        (item,) = desk.session.meeting("next").agenda.items
        assert item.source.endswith("/g5")
        assert find(window, "followup.title").text() == "放学后一小时小组"


def test_without_a_next_meeting_one_is_called_with_it(desk):
    """The panel has the matter ticked already; called, it is the first item."""
    with shown(desk, "followup") as window:
        QTest.mouseClick(find(window, "followup.put"), LEFT)
        QTest.keyClick(panel(), Qt.Key.Key_Return)
        assert window.place.page == "meetings"
        (item,) = desk.session.meeting(window.place.which).agenda.items
        assert item.source == f"followup/{FORUM}/group/g1"


def test_a_report_is_noted_and_what_is_refused_stays_typed(desk, aloop, tmp_path):
    """Giving up needs words; a photo is made smaller in the worker and comes along; the story tells it."""
    from tests.desk.followup.test_photos import photo

    photo(tmp_path / "电梯.jpg", 2400, 1200)
    with shown(desk, "followup") as window:
        QTest.keyClick(find(window, "followup.list"), "r", Qt.KeyboardModifier.ControlModifier)
        asked = panel()
        assert find(asked, "report-back.new-due").placeholderText() > f"如 {desk.now():%Y-%m-%d}"
        QTest.mouseClick(find(asked, "report-back.done"), LEFT)
        assert "选择进度" in find(asked, "panel.said").text(), (
            "what was said before is not proposed"
        )
        find(asked, "report-back.progress").setCurrentIndex(4)
        QTest.mouseClick(find(asked, "report-back.done"), LEFT)
        assert asked.isVisible()
        assert find(asked, "panel.said").text()
        files = find(asked, "report-back.files")
        files.take([str(tmp_path / "电梯.jpg")])
        QTest.mouseClick(find(asked, "report-back.done"), LEFT)
        assert "照片还在缩小" in find(asked, "panel.said").text()
        aloop.run_until_complete(desk.works.idle())
        fill("report-back.text", "等新办法出来再说。")
        QTest.mouseClick(find(asked, "report-back.done"), LEFT)
        assert not asked.isVisible()
        case = desk.session.following(FORUM, group="g1")
        event = case.standing()[-1].event
        assert (event.progress, event.text) == (Progress.ABANDONED, "等新办法出来再说。")
        (file,) = event.attached
        assert len(aftermath_content(desk, file)) == file.size
        assert "1张照片" in plain(said(find(window, "followup.story")))
        assert window.content.notices.notice.text == "已记入“电梯对话小组”的经过。"
        aloop.run_until_complete(desk.works.settle())


def aftermath_content(desk, file):
    from facilitator import attaching

    return attaching.content(desk.session, file.hash)


def test_what_was_noted_just_now_comes_into_sight(desk):
    """However low the window is and wherever the story was scrolled to."""
    with shown(desk, f"followup//{COUNCIL}~1") as window:
        window.resize(1024, 560)
        QApplication.processEvents()
        day = desk.now().date()
        assert desk.do(Pay(meeting=COUNCIL, decision=1, entry="p", fen=100, on=day))
        QApplication.processEvents()
        assert not find(window, "followup.wrong.p").visibleRegion().isEmpty()
        assert find(window, "followup.fact.who").visibleRegion().isEmpty(), "it was not scrolled"


def test_residents_are_asked_and_their_figures_are_said_before_they_are_noted(desk):
    """Nobody asked is refused; what most say is said while it is typed."""
    with shown(desk, "followup") as window:
        QTest.mouseClick(find(window, "followup.assess.here"), LEFT)
        asked = panel()
        QTest.mouseClick(find(asked, "assess.done"), LEFT)
        assert asked.isVisible()
        find(asked, "assess.not-done").setValue(5)
        find(asked, "assess.unclear").setValue(1)
        assert plain(find(asked, "assess.sum").text()) == "问了6人，多数说：没办。"
        QTest.mouseClick(find(asked, "assess.done"), LEFT)
        assert find(window, "followup.residents.mark").text() == "没办"


def test_an_entry_is_struck_and_a_photo_erased_for_good(desk):
    """Both with a reason, and both stay readable in the story."""
    with shown(desk, f"followup//{COUNCIL}~1") as window:
        QTest.mouseClick(find(window, "followup.files"), LEFT)
        viewer = panel()
        file = viewer.file
        assert aftermath_content(desk, file)
        QTest.mouseClick(find(viewer, "viewer.drop"), LEFT)
        fill("drop.reason", "拍到了孩子")
        assert audit(panel()) == []
        QTest.mouseClick(find(panel(), "drop.done"), LEFT)
        assert not find(viewer, "viewer.save").isEnabled()
        assert "已经删除" in find(viewer, "viewer.said").text()
        viewer.close()
        QTest.mouseClick(find(window, "followup.wrong.e7"), LEFT)
        fill("strike.reason", "说的是另一件事")
        QTest.mouseClick(find(panel(), "strike.done"), LEFT)
        story = said(find(window, "followup.story"))
        assert "拍到了孩子" in story
        assert "说的是另一件事" in story


ACTS = (
    ("due", {"due.day": "2027-04-30", "due.reason": "等供电所"}, "等供电所"),
    ("hand-over", {"hand-over.who": "曹慧敏", "hand-over.reason": "调走了"}, "曹慧敏"),
    ("review", {"review.day": "2027-09-01", "review.what": "还坐不坐"}, "还坐不坐"),
    ("pay", {"pay.money": "1200.50", "pay.receipt": "0042"}, "1,200.50元"),
    ("post", {}, "决议公示，到2月24日为止"),
    ("outcome", {}, "落实情况公示，到2月24日为止"),
)


def test_every_act_of_the_menu_reaches_the_story(desk):
    """Each panel sends what is typed, and refuses nothing of it; the story tells it."""
    with shown(desk, "followup") as window:
        for key, fields, says in ACTS:
            window.page.acts.do(key, window.page.matters.matter)
            for name, text in fields.items():
                fill(name, text)
            panel().done_button.click()
            QApplication.processEvents()
            assert QApplication.activeModalWidget() is None, key
            assert says in plain(said(find(window, "followup.story"))), key


def test_a_late_look_at_what_is_done_is_called_that_in_row_chip_and_today(desk):
    """Nobody takes what is done for overdue: it is the second look that is."""
    day = desk.now().date()
    told = ReportBack(meeting=COUNCIL, decision=1, entry="x", progress=Progress.DONE, text="好")
    assert desk.do(told)
    assert desk.do(PlanReview(meeting=COUNCIL, decision=1, entry="v", on=day + timedelta(days=1)))
    later(desk, timedelta(days=4).total_seconds())
    with shown(desk, f"followup//{COUNCIL}~1") as window:
        assert plain(find(window, "followup.late").text()) == "复查逾期3天"
        row = aftermath.followup(desk.session, COUNCIL, "1")
        line = rows.line_of(desk, row, desk.now().date())
        assert plain(line.late) == "复查逾期3天"
        assert "复查逾期3天" in plain(said(Follow(desk)))


def test_a_payment_whose_receipt_has_not_come_says_so_in_story_and_facts(desk):
    """Neither a number nor a file: both say that the receipt is not in yet, until it is struck."""
    with shown(desk, f"followup//{COUNCIL}~1") as window:
        day = desk.now().date()
        assert desk.do(Pay(meeting=COUNCIL, decision=1, entry="p", fen=100_000, on=day))
        assert "付款1,000元，缺票据" in plain(said(find(window, "followup.story")))
        assert plain(find(window, "followup.fact.money").text()).endswith("缺1张票据")
        struck = StrikeEntry(meeting=COUNCIL, decision=1, entry="p", reason="没有付")
        assert desk.do(struck)
        assert "缺1张票据" not in plain(said(window.page))


def test_an_objection_keeps_no_name_without_consent_and_is_answered(desk):
    """The name is refused until they agree; the answer says whether it holds."""
    with shown(desk, f"followup//{COUNCIL}~1") as window:
        acts = window.page.acts
        acts.do("object", window.page.matters.matter)
        fill("object.text", "公示没有写医院地址")
        fill("object.name", "唐秀珍")
        panel().done_button.click()
        assert panel().isVisible()
        find(panel(), "object.consent").setChecked(True)
        panel().done_button.click()
        assert "1件异议还没有答复" in plain(said(find(window, "followup.objections")))
        acts.do("answer", window.page.matters.matter)
        fill("answer.text", "已补贴地址")
        panel().done_button.click()
        assert panel().isVisible(), "it was not said whether it holds"
        find(panel(), "answer.upheld").setCurrentIndex(1)
        panel().done_button.click()
        assert window.findChild(type(window), "followup.objections") is None
        assert "已补贴地址" in said(find(window, "followup.story"))


def test_a_state_and_a_body_narrow_the_list_down(desk):
    """What the segments count is what is listed; an empty state says so."""
    with shown(desk, "followup") as window:
        model = find(window, "followup.list").model()
        QTest.mouseClick(find(window, "followup.done"), LEFT)
        assert model.total == 2
        QTest.mouseClick(find(window, "followup.abandoned"), LEFT)
        assert find(window, "followup.none.said").isVisible()
        QTest.mouseClick(find(window, "followup.all"), LEFT)
        bodies = find(window, "followup.body")
        bodies.setCurrentIndex(bodies.findData("songbaigang"))
        bodies.activated.emit(bodies.currentIndex())
        assert model.total == 2


def test_a_long_list_is_fetched_as_one_scrolls(desk, monkeypatch):
    """Page by page, with each head once, and what is below is counted whether fetched or not."""
    monkeypatch.setattr(rows, "PAGE", 2)
    model = Matters(desk)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_matters(Wanted(), aftermath.spread(desk.session, desk.now().date()))
    assert (model.fetched, model.total, model.below(model.rowCount() - 1)) == (2, 9, 7)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    lines = [model.index(n).data(LINE) for n in range(model.rowCount())]
    assert [one.key for one in lines if isinstance(one, Head)] == ["overdue", "soon", "later"]
    found = [one.row for one in lines if not isinstance(one, Head)]
    assert found == aftermath.followups(desk.session)
    assert model.below(model.rowCount() - 1) == 0


def test_in_a_copy_to_look_at_everything_is_seen_and_nothing_is_recorded(desk, tmp_path):
    """Each act is grey with the reason, by key it is refused in words; the story and photos can be read."""
    from facilitator.desk.desk import Desk
    from facilitator.desk.works import Works
    from tests.desk.evening import leave

    path = desk.session.path
    desk.session.close()
    looking = Desk(Onlooker(path, clock=desk.session.clock), desk.settings, Works())
    try:
        with shown(looking, f"followup//{COUNCIL}~1") as window:
            for name in ("followup.report", "followup.due", "followup.assess.here"):
                one = find(window, name)
                assert not one.isEnabled()
                assert "只读副本" in one.toolTip()
            QTest.keyClick(find(window, "followup.list"), "r", Qt.KeyboardModifier.ControlModifier)
            assert QApplication.activeModalWidget() is None
            assert "只读副本" in window.content.notices.notice.text
            QTest.mouseClick(find(window, "followup.files"), LEFT)
            assert not find(panel(), "viewer.drop").isEnabled()
            panel().close()
            window.show_place(Place("followup", "", "~calls"))
            assert not find(window, "calls.make").isEnabled()
            window.show_place(Place("followup", "", "~intake"))
            assert not find(window, "intake.receive.button").isEnabled()
    finally:
        leave(looking)


def test_the_page_goes_when_it_is_closed(desk):
    """Neither the desk nor its clock holds a page that is gone, nor its tables."""

    def used(page):
        page.show()
        for part in ("~calls", "~intake"):
            page.goes_to(Place("followup", "", part))
        page.matters.detail.foot.menu()

    assert_freed(lambda: FollowupPage(desk), used)
