"""Needs, proposal and screening of a project, as the clerk fills them in; what is checked is said."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.desk.projects.project.page import ProjectPage
from facilitator.rounds.needs import needs_of
from facilitator.rounds.project import DropProjectFile
from facilitator.rounds.proposal import proposals_of
from facilitator.rounds.screening import Verdict, screening_of
from tests.desk.audit import audit
from tests.desk.evening import write
from tests.desk.freed import assert_freed
from tests.desk.projects.conftest import ROUND
from tests.desk.shown import find, said, shown

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def plain(text):
    return text.replace("\u00a0", "")


def focused():
    """Who has the keys, in the panel that is open or else in the window."""
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    has = found.focusWidget() if found is not None else QApplication.focusWidget()
    assert has is not None, "nobody has the keys"
    return has


def key(one, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused(), one, modifier)
    QApplication.processEvents()


def panel():
    found = QApplication.activeModalWidget()
    assert found is not None, "no panel is open"
    return found


def fill(name, text):
    field = find(panel(), name)
    field.setFocus()
    field.selectAll()
    write(field, text)


def finish(name):
    find(panel(), name).click()
    QApplication.processEvents()


def page_at(window, segment):
    page = find(window, "project")
    page.turn_to(segment)
    QApplication.processEvents()
    return page.shown


def test_needs_are_asked_named_and_ranked(may):
    """Who invited whom comes to no more than were asked; each need says by how many and where; keys rank."""
    with shown(may, f"projects/{ROUND}/12-1.needs") as window:
        view = page_at(window, "needs")
        assert "居委会点名6人" in plain(said(view))
        assert "会前没有公告" in plain(said(view))
        find(view, "needs.ask").click()
        fill("ask.people", "17")
        fill("ask.public-notice", "20")
        assert "多出3人" in plain(find(panel(), "ask.says").text())
        finish("ask.done")
        assert "20" in find(panel(), "panel.said").text(), "the sum is refused, and the panel stays"
        fill("ask.public-notice", "10")
        assert "还有7人不清楚是谁邀请的" in plain(find(panel(), "ask.says").text())
        assert audit(panel()) == []
        finish("ask.done")
        case = may.session.project(ROUND, "12-1")
        asked = needs_of(case).asked[-1]
        assert (asked.people, asked.invitation_unknown, asked.on) == (17, 7, may.now().date())
        for text, n in (("楼下没有孩子能待的地方", "24"), ("想要个能借工具的地方", "21")):
            find(view, "needs.need").click()
            fill("need.text", text)
            find(panel(), "need.asked.bq1").click()
            fill("need.named", n)
            finish("need.done")
        assert "28人中有24人提到" in plain(said(view))
        find(view, "needs.rank").click()
        key(Qt.Key.Key_Down)
        key(Qt.Key.Key_Up, ALT)
        fill("rank.how", "贴点")
        assert audit(panel()) == []
        finish("rank.done")
        found = needs_of(may.session.project(ROUND, "12-1"))
        assert [one.named_by for one in found.needs] == [21, 24]
        assert "排序办法" in said(view)
        first = found.needs[0].entry
        find(view, f"strike.{first}").click()
        fill("strike.reason", "不是一条需求")
        finish("strike.done")
        assert [one.named_by for one in needs_of(view.case).needs] == [24]
        assert audit(window) == []


def test_who_was_never_asked_is_told_how_one_asks(may):
    """A project without anything says how one asks well, and that a proposal comes after it."""
    from facilitator.rounds.project import Initiator, StartProject

    start = StartProject(
        round=ROUND, project="14-2", place=14, title="晾衣架", group="住户",
        initiator=Initiator.UNKNOWN,
    )  # fmt: skip
    assert may.do(start)
    with shown(may, f"projects/{ROUND}/14-2.needs") as window:
        view = page_at(window, "needs")
        assert view.first is find(view, "needs.ask")
        assert "至少问十位居民" in said(view)
        find(view, "needs.announce").click()
        fill("announce.on", may.now().date().isoformat())
        assert find(panel(), "announce.says").isVisible(), "it hangs on the day itself"
        fill("announce.begins", "2025-05-20")
        assert not find(panel(), "announce.says").isVisible()
        finish("announce.done")
        assert needs_of(view.case).announced[0].begins == date(2025, 5, 20)
        find(view, "needs.target").click()
        fill("target.people", "很多")
        finish("target.done")
        assert "整数" in find(panel(), "panel.said").text()
        fill("target.people", "90")
        finish("target.done")
        assert view.case.target.people == 90
        assert "先问居民" in said(page_at(window, "proposal"))
        screening = page_at(window, "screening")
        assert not find(screening, "screening.screen").isEnabled()
        assert find(screening, "screening.screen").toolTip()


def type_line(*cells):
    """Type a row of the table, cell by cell, with Enter after each."""
    for cell in cells:
        write(focused(), cell)
        key(Qt.Key.Key_Return)


def test_a_proposal_is_typed_kept_and_handed_in(may):
    """By keys alone; closed half-way it is all there again; lines and total have to be the same."""
    with shown(may, f"projects/{ROUND}/13-1.proposal") as window:
        view = page_at(window, "proposal")
        find(view, "proposal.write").click()
        needed = {f"propose.{one}" for one in ("title", "drafted", "total")}
        needed |= {f"proposal.{one}" for one in ("goals", "steps", "budget")}
        named = {one: find(panel(), one).accessibleName() for one in needed}
        assert {one for one, said in named.items() if said.endswith("（必填）")} == needed
        assert "必填" not in find(panel(), "propose.upkeep").accessibleName()
        fill("propose.drafted", "2025-05-28")
        find(panel(), "proposal.goals").type_at(0, 0)
        type_line("上厕所不再摔跤")
        find(panel(), "proposal.steps").type_at(0, 0)
        type_line("量尺寸", "居委会 老陈", "6-20", "装扶手", "施工队", "")
        find(panel(), "proposal.budget").type_at(0, 0)
        type_line("扶手", "6副×300元", "1800", "人工", "", "600")
        panel().reject()
        QApplication.processEvents()
        find(view, "proposal.write").click()
        steps = find(panel(), "proposal.steps").typed.told
        assert [one[0] for one in steps] == ["量尺寸", "装扶手"], "nothing that was typed is lost"
        assert "2,400元" in plain(find(panel(), "propose.sum").text())
        fill("propose.total", "2600")
        assert "多200元" in plain(find(panel(), "propose.says").text())
        finish("propose.done")
        assert "200" in find(panel(), "panel.said").text(), "refused with the difference"
        fill("propose.total", "2400")
        assert find(panel(), "propose.says").text().startswith("✓")
        find(panel(), "propose.need.n1").setChecked(True)
        assert audit(panel()) == []
        key(Qt.Key.Key_Return, CTRL)
        one = proposals_of(view.case).current
        assert (one.asked_fen, one.needs, one.drafted_on) == (240_000, ("n1",), date(2025, 5, 28))
        assert one.steps[0].by == date(2025, 6, 20)
        assert "2,400元" in plain(said(view))
        assert "没有写任何风险" in said(view), "what is missing is said, and stands in nobody's way"
        assert audit(window) == []


def test_a_revision_says_why_and_is_compared(may):
    """It begins with the last one; what came in and went out is told with the money; so is withdrawing."""
    with shown(may, f"projects/{ROUND}/10-1.proposal") as window:
        view = page_at(window, "proposal")
        old = proposals_of(view.case).current
        find(view, "proposal.write").click()
        table = find(panel(), "proposal.budget")
        table.type_at(0, 0)
        key(Qt.Key.Key_Delete, CTRL)
        table.type_at(table.typed.rowCount() - 1, 0)
        type_line("横幅", "", "300000")
        assert "超过了本轮全部预算" in find(panel(), "propose.whole").text()
        table.setFocus()
        key(Qt.Key.Key_Return)
        assert focused().parent().parent() is table, "Enter types on, and hands nothing in"
        table.type_at(table.typed.rowCount() - 2, 2)
        focused().selectAll()
        write(focused(), "120")
        assert audit(panel()) == []
        assert not find(panel(), "propose.whole").isVisible()
        total = old.asked_fen - old.budget[0].fen + 12_000
        fill("propose.total", str(total // 100))
        finish("propose.done")
        assert panel().objectName() == "propose", "a revision without a reason is refused"
        fill("propose.because", "居民说横幅够了")
        finish("propose.done")
        assert len(proposals_of(view.case).all) == 2
        find(view, "proposal.compare").click()
        text = plain(said(panel()))
        assert "横幅" in text
        assert "+120元" in text
        assert old.budget[0].what in text
        assert audit(panel()) == []
        find(panel(), "compare.old").setCurrentIndex(1)
        assert "两稿内容相同" in said(panel())
        finish("compare.done")
        find(view, f"proposal.read.{old.entry}").click()
        assert "这是以前的一稿" in said(view)
        find(view, "proposal.last").click()
        find(view, "proposal.withdraw").click()
        fill("withdraw.reason", "街道另有安排")
        finish("withdraw.done")
        assert proposals_of(view.case).withdrawn
        assert "街道另有安排" in said(view)
        find(view, "proposal.paper").click()
        assert find(window, "project").shown is not view, "its paper is shown"


def test_a_proposal_is_screened_and_visited(may, tmp_path):
    """Anything but admitted has its reason; what residents said and the photos stand with the visit."""
    photo = tmp_path / "院子.txt"
    photo.write_text("草图", encoding="utf-8")
    with shown(may, f"projects/{ROUND}/07-1.screening") as window:
        view = page_at(window, "screening")
        find(view, "screening.screen").click()
        finish("screen.done")
        assert "请在三项中选一项" in find(panel(), "panel.said").text()
        find(panel(), "screen.send-back").click()
        finish("screen.done")
        assert "请写明理由" in find(panel(), "panel.said").text()
        fill("screen.text", "没写谁换灯泡")
        fill("screen.by", "街道 张敏")
        finish("screen.done")
        assert screening_of(view.case).verdict is Verdict.SEND_BACK
        assert "已退回社区修改" in said(view)
        assert "没写谁换灯泡" in said(view)
        find(view, "screening.visit").click()
        fill("visit.by", "刘老师")
        fill("visit.residents", "7")
        fill("visit.said", "最好晚上也亮")
        find(panel(), "visit.files").take([str(photo)])
        assert audit(panel()) == []
        finish("visit.done")
        visit = screening_of(view.case).visits[-1]
        assert (visit.residents, visit.attached[0].name) == (7, "院子.txt")
        find(view, f"files.{visit.entry}").click()
        assert panel().file.name == "院子.txt"
        find(panel(), "viewer.close").click()
        gone = DropProjectFile(
            round=ROUND, project="07-1", hash=visit.attached[0].hash, reason="有人不愿意"
        )
        assert may.do(gone)
        assert "有人不愿意" in said(view)
        assert "最好晚上也亮" in said(view)
        assert audit(window) == []


def test_a_closed_page_of_a_project_is_freed(may):
    """With its segments and what they made."""

    def make():
        page = ProjectPage(may, ROUND, "01-1")
        for segment in ("needs", "proposal", "screening"):
            page.turn_to(segment)
        return page

    assert_freed(make, use=lambda it: it.show())
