"""Reports are written, kept, posted, corrected, added to, noted as not held; by keys, and nothing is lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from facilitator.desk.forum.reports.fill import KeptFill
from facilitator.desk.forum.reports.view import ReportsView
from facilitator.desk.secretary.drafts import Drafts, drafts_of
from facilitator.meeting.forum.merging import TakeBack
from facilitator.meeting.forum.placing import ParkTopic
from facilitator.meeting.forum.reports import NameRecorder
from facilitator.meeting.forum.topics import PostTopic
from facilitator.meeting.forum.wall import TopicState
from tests.desk.audit import audit
from tests.desk.forum.table import CTRL, NEWS, Table, laid
from tests.desk.forum.wall.day import FORUM, at_forum
from tests.desk.freed import assert_freed

KEY = Qt.Key


def titles(news):
    """Return what the board shows, line by line."""
    return [one.title.replace("\u00a0", " ") for one in news.view.board.list.board.lines]


def state(news, topic):
    """Return what a screen reader hears of a topic on the board."""
    listed = news.view.board.list.board
    return listed.index(listed.place(topic)).data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_missing_stands_first(news):
    """Missing, not held, in: with their counts, and the first one that is missing open at the right."""
    shown = titles(news)
    assert shown[:5] == [
        "还缺 4 份",
        "电动车进楼充电怎么管",
        "楼道堆物谁来清",
        "物业费花在哪里",
        "装修噪声几点停",
    ]
    assert "没有举行 3 个" in shown
    assert "已交 21 份" in shown
    assert [
        news.text(f"reports.only.{key}") for key in ("all", "missing", "not-held", "posted")
    ] == [
        "全部 28",
        "还缺 4",
        "没有举行 3",
        "已交 21",
    ]
    assert news.text("report.number") == "07"
    assert news.focus == "reports.board"


def test_where_no_topic_is_there_is_no_form(qapp, tmp_path):
    """Nothing can be written about nothing; the first topic that is posted opens its form."""
    with at_forum(tmp_path, NEWS, bare=True) as desk:
        news = Table(desk, ReportsView, (1278, 600))
        assert news.text("report.why") == "还没有议题。"
        assert not any(
            map(news.shows, ("report.post", "report.record", "report.said", "report.add"))
        )
        anybody = next(iter(desk.session.names(news.meeting)))
        desk.do(PostTopic(meeting=FORUM, topic="t01", title="停车", conveners=(anybody,)))
        news.settle()
        assert (news.text("report.number"), news.shows("report.post")) == ("01", True)
        news.close()


def test_a_topic_that_left_the_board_is_looked_at_no_more(news):
    """A parked topic was not “not held”: another one stands at the right, and what was typed comes back."""
    news.type("Tools", "report.points")
    news.desk.do(ParkTopic(meeting=FORUM, topic="t07"))
    news.settle()
    assert news.text("report.number") == "11"
    news.desk.do(TakeBack(meeting=FORUM))
    news.view.board.choose("t07")
    news.settle()
    assert news.view.pane.form.fill.points == "Tools"


def test_the_board_is_narrowed(news):
    """To those that are missing, say; the topic in hand stays in hand."""
    news.click("reports.only.missing")
    assert len(titles(news)) == 5
    assert news.text("report.number") == "07"
    news.click("reports.only.posted")
    assert titles(news)[0] == "已交 21 份"


def test_a_report_is_written_and_posted_by_keys_alone(news):
    """Enter goes into the form; Ctrl+Enter posts it, and the next that is missing lies open."""
    news.key(KEY.Key_Return)
    assert news.focus == "report.points"
    news.type("充电棚只有十二个口。")
    news.key(KEY.Key_Return)
    news.type("有人把电池拎上楼。")
    news.key(KEY.Key_Tab)
    for text in ("郑卫东", "请物业看电", "11-30"):
        news.type(text)
        news.key(KEY.Key_Tab)
    news.key(KEY.Key_Return, CTRL)
    report = news.meeting.reports.all["t07"]
    assert report.sheet.text.points == ("充电棚只有十二个口。", "有人把电池拎上楼。")
    (step,) = report.sheet.text.next_steps
    assert (step.who, step.what, step.by.isoformat()) == ("郑卫东", "请物业看电", "2026-11-30")
    assert report.sheet.recorder == "dai-weimin"
    assert report.sheet.heads == 17
    assert news.text("report.number") == "11"
    assert news.focus == "report.points"
    assert news.view.pane.form.points.toPlainText() == ""


def test_the_topic_stands_in_the_words_of_the_wall(news):
    """It can be read and not changed."""
    assert news.find("report.title").text() == "电动车进楼充电怎么管"


def test_names_are_chips_found_by_pinyin_too(news):
    """Initials and Enter; several with 、 at once; Backspace takes the last one back as text."""
    field = news.view.pane.form.participants
    news.type("bxm", "report.participants")
    news.key(KEY.Key_Return)
    news.type("林小雨、孙立军、", "report.participants")
    assert field.names == ["赵国强", "戴为民", "白雪梅", "林小雨", "孙立军"]
    news.key(KEY.Key_Backspace)
    assert field.labels == ["赵国强", "戴为民", "白雪梅", "林小雨"]
    assert field.names[-1] == "孙立军"  # half typed again, and not lost
    news.key(KEY.Key_Delete)
    news.key(KEY.Key_Left)
    news.key(KEY.Key_Left)
    news.key(KEY.Key_Delete)
    assert field.names == ["赵国强", "戴为民", "林小雨"]


def test_somebody_new_is_put_on_the_list(news):
    """Whoever took part and is not known yet is a participant from then on."""
    news.type("从前没来过的人", "report.participants")
    news.key(KEY.Key_Return)
    news.type("一点。", "report.points")
    news.key(KEY.Key_Return, CTRL)
    (new,) = news.meeting.reports.all["t07"].sheet.participants[2:]
    assert news.desk.session.names(news.meeting)[new] == "从前没来过的人"


def test_a_blank_report_takes_one_word_more(news):
    """Ctrl+Enter twice posts nothing; the button that says blank does."""
    news.key(KEY.Key_Return)
    news.key(KEY.Key_Return, CTRL)
    assert news.focus == "report.blank"
    news.key(KEY.Key_Return, CTRL)
    assert "t07" not in news.meeting.reports.all
    news.key(KEY.Key_Return)
    assert news.meeting.reports.all["t07"].sheet.blank


def test_a_day_that_is_none_is_refused_in_place(news):
    """What was typed stays, the sentence names it, nothing is posted."""
    news.key(KEY.Key_Return)
    news.type("一点。")
    news.key(KEY.Key_Tab)
    for text in ("郑卫东", "看看", "下周"):
        news.type(text)
        news.key(KEY.Key_Tab)
    news.key(KEY.Key_Return, CTRL)
    assert "下周" in news.text("report.said")
    assert "t07" not in news.meeting.reports.all
    assert news.view.pane.form.fill.steps == (("郑卫东", "看看", "下周"),)


def test_fewer_heads_than_names_are_refused_in_place(news):
    """It is said while it is typed, and again when it is sent."""
    heads = news.find("report.heads")
    heads.setFocus()
    heads.selectAll()
    news.type("1")
    assert news.shows("report.heads.says")
    news.type("一点。", "report.points")
    news.key(KEY.Key_Return, CTRL)
    assert news.shows("report.said")
    assert "t07" not in news.meeting.reports.all


def test_the_form_refuses_text_that_could_mislead(news):
    """Signs that turn the direction of writing are refused by the rule; the words stay in the form."""
    news.view.pane.form.points.setPlainText("abc\u202edef")
    news.view.post()
    assert news.shows("report.said")
    assert news.view.pane.form.points.toPlainText() == "abc\u202edef"


def test_what_is_typed_is_on_the_disk_within_a_second(news, qtbot):
    """And it is said when; a second desk reads it word by word, as after a crash."""
    news.type("门口堵的是送孩子的车 <b>", "report.points")
    news.type("白雪梅", "report.participants")
    drafts = news.desk.findChild(Drafts)
    qtbot.waitSignal(drafts.saved, timeout=5000).wait()
    assert news.text("report.kept") == "边写边存，14:54:05 已存"
    assert "正在填" in state(news, "t07")
    kept = KeptFill(news.desk, news.meeting)
    assert drafts.path(kept.key("t07")).exists()
    kept.drafts = Drafts(news.desk)  # one that knows only what is on the disk
    found = kept.read("t07")
    assert found.points == "门口堵的是送孩子的车 <b>"
    assert found.participants[-1] == "白雪梅"


def test_each_topic_keeps_its_own_draft(news):
    """Looking at another topic and back loses nothing; posting takes the draft away."""
    news.type("第一份", "report.points")
    news.view.board.choose("t11")
    assert news.view.pane.form.points.toPlainText() == ""
    news.type("第二份", "report.points")
    news.view.board.choose("t07")
    assert news.view.pane.form.points.toPlainText() == "第一份"
    news.key(KEY.Key_Return, CTRL)
    assert news.view.pane.form.points.toPlainText() == "第二份"
    kept = KeptFill(news.desk, news.meeting)
    assert kept.read("t07") is None
    assert kept.read("t11") is not None


def test_a_form_emptied_again_leaves_no_draft(news):
    """What is as it was given is not being written."""
    news.type("a", "report.points")
    assert "正在填" in state(news, "t07")
    news.key(KEY.Key_Backspace)
    assert "没交" in state(news, "t07")
    assert KeptFill(news.desk, news.meeting).read("t07") is None


def test_when_the_disk_takes_no_drafts_that_is_said(news):
    """In red, with the reason; what was typed stays."""
    news.type("一点", "report.points")
    drafts_of(news.desk).failed.emit("磁盘满了")
    assert "磁盘满了" in news.text("report.kept")


def test_an_act_elsewhere_leaves_what_is_typed_alone(news):
    """A recorder named meanwhile is shown where nobody typed another; the rest stays."""
    news.type("一点。", "report.points")
    news.desk.do(NameRecorder(meeting=FORUM, topic="t07", recorder="bai-xuemei"))
    assert news.view.pane.form.points.toPlainText() == "一点。"
    assert news.view.pane.form.recorder.text() == "白雪梅"


def test_a_recorder_is_named_from_the_board(news):
    """Ctrl+Shift+N asks who; a click on 未定 does the same."""
    news.view.board.choose("t20")
    news.view.board.list.setFocus()
    news.key(KEY.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    news.find("recorder.who").clear()
    news.type("白雪梅", "recorder.who")
    news.click("recorder.done")
    assert news.meeting.reports.recorder("t20") == "bai-xuemei"
    assert news.view.pane.form.recorder.text() == "白雪梅"


def test_a_group_that_did_not_meet_is_noted_with_its_reason_and_back(news):
    """A valid outcome, and it can be taken back."""
    news.click("report.not-held")
    news.type("没有人来", "reason.text")
    news.click("reason.done")
    assert news.meeting.wall.topic("t07").state is TopicState.NOT_HELD
    assert "没有人来" in news.text("report.why")
    news.click("report.held")
    assert news.meeting.wall.topic("t07").state is TopicState.OPEN
    assert news.shows("report.points")


def test_a_merged_topic_leads_to_the_one_it_went_into(news):
    """Its report is written there."""
    news.view.board.choose("t24")
    assert "21" in news.text("report.why")
    news.click("report.open-other")
    assert news.text("report.number") == "21"


def test_a_report_that_hangs_is_read_corrected_and_added_to(news):
    """The old words stay readable, the addition stands below with its name."""
    news.view.board.choose("t01")
    assert not news.shows("report.points")
    before = news.meeting.reports.all["t01"].sheet.text.points[0]
    news.click("report.correct")
    news.view.pane.form.points.setPlainText("改过的一条")
    news.click("report.record")
    assert news.shows("report.said")  # a correction has a reason
    news.type("记错了", "report.reason")
    news.click("report.record")
    shown = news.view.pane.sheet.toPlainText()
    assert "改过的一条" in shown
    assert "记错了" in shown
    assert before in shown
    news.click("report.add")
    news.type("我来量车位", "addition.text")
    news.type("白雪梅", "addition.who")
    news.click("addition.done")
    assert "我来量车位" in news.view.pane.sheet.toPlainText()
    assert news.meeting.reports.all["t01"].additions[0].person == "bai-xuemei"


def test_a_correction_is_kept_until_it_is_recorded_or_left(news):
    """Going elsewhere in the middle of it loses nothing; cancelling leaves the report as it hangs."""
    news.view.board.choose("t01")
    news.click("report.correct")
    news.type("再想想", "report.reason")
    news.view.board.choose("t11")
    news.view.board.choose("t01")
    news.click("report.correct")
    assert news.find("report.reason").text() == "再想想"
    news.click("report.cancel")
    assert not news.shows("report.reason")
    news.click("report.correct")
    assert news.find("report.reason").text() == ""


def test_the_news_wall_shows_the_reports_in_the_order_they_went_up(news):
    """All of them, in one piece to read; Esc goes back to the forms."""
    news.click("reports.news")
    text = news.view.news.cards.toPlainText()
    order = sorted(news.meeting.reports.all.values(), key=lambda one: one.place)
    places = [text.index(news.meeting.wall.topic(one.topic).title) for one in order]
    assert places == sorted(places)
    assert news.text("news.count") == "讨论记录 21 份"
    news.key(KEY.Key_Escape)
    assert news.focus == "reports.board"


def test_blank_forms_are_among_the_papers(news):
    """The button goes to the papers of this meeting."""
    went = []
    news.desk.went.connect(went.append)
    news.click("report.blank-form")
    assert went[0].text == f"meetings/{FORUM}/papers.reports"


def test_two_hundred_points_of_five_thousand_words_go_through(news):
    """As many as a report may hold; one more is refused and stays in the form."""
    line = "一" * 25
    form = news.view.pane.form
    form.points.setPlainText("\n".join([line] * 201))
    news.view.post()
    assert news.shows("report.said")
    form.points.setPlainText("\n".join([line] * 200))
    news.view.post()
    assert len(news.meeting.reports.all["t07"].sheet.text.points) == 200


def test_convener_is_changed_where_the_form_says_so(news):
    """Whoever led the group in the convener's place stands on the wall afterwards, too."""
    form = news.view.pane.form
    form.conveners.show_names(["白雪梅"])
    news.type("一点。", "report.points")
    news.key(KEY.Key_Return, CTRL)
    assert news.meeting.wall.topic("t07").conveners == ("bai-xuemei",)


def test_esc_goes_from_the_form_to_the_board(news):
    """And the arrows go on from there."""
    news.key(KEY.Key_Return)
    news.key(KEY.Key_Escape)
    assert news.focus == "reports.board"
    news.key(KEY.Key_Down)
    assert news.text("report.number") == "11"


def test_everybody_can_use_it_in_english_at_150_percent(qapp, tmp_path):
    """Names, contrast, nothing cut: forms, a posted report, the news wall."""
    with laid(tmp_path, NEWS, ReportsView, lang="en", size=150, window=(1234, 520)) as table:
        found = audit(table.window, 1.5)
        table.view.board.choose("t01")
        table.settle()
        found += audit(table.window, 1.5)
        table.click("reports.news")
        found += audit(table.window, 1.5)
    assert found == []


def test_the_models_are_sound(news):
    """Qt's own tester finds nothing, also while rows come and go."""
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = (news.view.board.list.board, news.view.pane.form.steps.steps)
    testers = [QAbstractItemModelTester(one, fatal) for one in models]
    steps = models[1]
    steps.setData(steps.index(0, 1), "一件事")
    assert steps.rowCount() == 2
    steps.setData(steps.index(0, 1), "")
    steps.tidy()
    assert steps.rowCount() == 1
    news.click("reports.only.missing")
    assert [one.model() for one in testers] == list(models)


def test_the_view_is_freed(qapp, tmp_path):
    """Nothing holds it when it is gone, though it wrote drafts and read reports."""
    with at_forum(tmp_path, NEWS) as desk:

        def use(view):
            view.show()
            QTest.keyClicks(view.pane.form.points, "abc")
            view.board.choose("t01")
            view._show_news()

        assert_freed(lambda: ReportsView(desk, FORUM), use)
