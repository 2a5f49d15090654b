"""The round's own acts, done through the panels as the clerk does them."""

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from facilitator import roundbook
from facilitator.desk.projects.granting import StrikeRoundPanel
from facilitator.desk.projects.opening import open_round
from facilitator.desk.projects.project.photos import DropFilePanel
from facilitator.desk.selection.slate.rounds import RoundPanel
from facilitator.followup.attached import Attached
from facilitator.rounds.results import grants_of
from facilitator.rounds.standing import Stage
from tests.desk.audit import audit
from tests.desk.projects.conftest import ROUND
from tests.desk.shown import find, said, shown


def panel():
    found = QApplication.activeModalWidget()
    assert found is not None, "no panel is open"
    return found


def fill(**told):
    """Type into the fields of the panel: `funder__name` is the field funder.name."""
    for name, text in told.items():
        field = find(panel(), name.replace("__", "."))
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(text))
        elif isinstance(field, QLineEdit):
            field.setText(text)
        else:
            assert isinstance(field, QPlainTextEdit)
            field.setPlainText(text)


def press(name):
    find(panel(), name).click()
    QApplication.processEvents()


def plain(text):
    return text.replace("\u00a0", "")


def test_a_round_is_opened_from_a_sheet_and_its_money_noted(desk):
    """Doubled numbers and days out of order keep the panel open; afterwards one notes who gives the money."""
    with shown(desk, "projects") as window:
        open_round(desk, window.page)
        assert audit(panel()) == []
        fill(**{"open-round__title": "Second round", "open-round__places": "1\t枫林里\n1\t学苑里"})
        assert "编号重复：1" in plain(find(panel(), "open-round.says").text())
        press("open-round.done")
        assert "编号重复" in find(panel(), "panel.said").text()
        fill(**{"open-round__places": "序号\t社区\n1\t枫林里\n2\t学苑里"})
        fill(**{"open-round__needs": "2026-05-01", "open-round__proposals": "2026-04-01"})
        press("open-round.done")
        assert panel().isVisible()
        assert len(roundbook.rounds(desk.session)) == 1
        fill(**{"open-round__proposals": "2026-06-01"})
        press("open-round.done")
        assert (window.place.which, window.place.part) == ("second-round", "~round")
        row = roundbook.rounds(desk.session)[0]
        assert (row.places, row.proposals_by.isoformat()) == (2, "2026-06-01")
        find(window, "funder.add").click()
        fill(funder__name="社区基金会", funder__money="三万")
        press("funder.done")
        assert "金额" in find(panel(), "panel.said").text()
        fill(funder__money="3万")
        find(panel(), "funder.decide").setChecked(False)
        press("funder.done")
        case = desk.session.round("second-round")
        assert case.budget_fen == 3_000_000
        assert plain(find(window, "affairs.budget").text()) == "30,000元"
        assert "居民不参与决定" in said(window.page.shown)
        desk.go("projects", "second-round", "~board")
        assert "还没有项目" in said(window.page.shown)
        find(window, "round.start.first").click()
        fill(start__title="旧衣小铺", start__group="楼里的老人", start__people="many")
        press("start.done")
        assert panel().isVisible()
        fill(start__people="120")
        press("start.done")
        assert (window.place.which, window.place.part) == ("second-round", "01-1")
        assert "旧衣小铺" in said(window.page.shown)


def test_money_by_hand_is_marked_split_and_struck(desk):
    """It is shown as not decided in public; shares are the whole sum; a struck grant is no grant."""
    session = desk.session
    with shown(desk, f"projects/{ROUND}/~round") as window:
        find(window, "grant.hand").click()
        fill(grant__project="01-1", grant__money="13800", grant__by="街道办事处")
        press("grant.done")
        assert panel().isVisible(), "a grant by hand has its reason"
        fill(grant__reason="先做起来")
        press("grant.done")
        assert roundbook.project(session, ROUND, "01-1").stage is Stage.SELECTED
        assert "不是公开决定的" in said(find(window, "grants"))
        assert "没有经过公开评选会批准的：01-1" in plain(said(window.page.shown))
        find(window, "split.01-1").click()
        first, second = list(session.round(ROUND).funders)[:2]
        fill(**{f"split__{first}": "10000"})
        assert "还差3,800元" in plain(find(panel(), "split.says").text())
        press("split.done")
        assert panel().isVisible(), "a sum that does not add up is refused"
        fill(**{f"split__{second}": "3800"})
        press("split.done")
        assert len(session.round(ROUND).shares["01-1"]) == 2
        assert audit(window) == []
        desk.go("projects", ROUND, "~history")
        entry = next(iter(session.round(ROUND).entries))
        find(window, f"followup.wrong.{entry}").click()
        fill(reason="没有这回事")
        press("reason.done")
        assert grants_of(session.round(ROUND)) == {}
        assert "没有这回事" in said(find(window, "history"))


def test_places_days_and_the_end(desk):
    """A place with a project stays; days are told anew; what is over takes no project until reopened."""
    session = desk.session
    with shown(desk, f"projects/{ROUND}/~round") as window:
        find(window, "places.more").click()
        fill(include__places="24 新源里")
        press("include.done")
        find(window, "places.out").click()
        choice = find(panel(), "leave-out.place")
        assert choice.currentData() == "24", "whoever has no project stands first"
        choice.setCurrentIndex(choice.findData("1"))
        fill(**{"leave-out__reason": "不参加了"})
        press("leave-out.done")
        assert panel().isVisible()
        assert 1 in session.round(ROUND).places
        choice.setCurrentIndex(choice.findData("24"))
        press("leave-out.done")
        assert 24 not in session.round(ROUND).places
        find(window, "plan.set").click()
        fill(plan__selection="2025-06-21")
        press("plan.done")
        assert session.round(ROUND).plan.selection_on.day == 21
        find(window, "round.close").click()
        press("close.done")
        assert session.round(ROUND).closed is not None
        assert not find(window, "round.start").isVisible()
        find(window, "round.reopen").click()
        assert audit(panel()) == []
        fill(reason="还有一个社区要交")
        press("reason.done")
        assert session.round(ROUND).closed is None
        assert find(window, "round.start").isVisible()


def test_the_selection_meeting_is_called_with_its_slate(desk):
    """The dialog proposes body, kind, day and title; the meeting has the admitted projects on its slate."""
    with shown(desk, f"projects/{ROUND}") as window:
        find(window, "round.select").click()
        assert find(panel(), "new.day").text().startswith("2025-06-14")
        fill(new__place="街道礼堂")
        press("new.done")
        meeting = desk.session.meeting(window.place.which)
        assert meeting.format.has("slate")
        assert meeting.slate.round == ROUND
        assert len(meeting.slate.standing) == 15
        photo = Attached(name="院子.jpg", hash="0" * 64, size=10, media="image/jpeg")
        for asked in (
            RoundPanel(desk, window.page, meeting.id),
            StrikeRoundPanel(desk, window.page, ROUND, "e1", "25万元"),
            DropFilePanel(desk, window.page, ROUND, "07-1", photo),
        ):
            asked.open()
            QApplication.processEvents()
            assert audit(asked) == []
            asked.reject()
        desk.go("projects", ROUND)
        assert find(window, "round.select").text() == "去评选会"
        find(window, "round.select").click()
        assert window.place.which == meeting.id


def test_the_announced_result_is_taken_over_and_back(announced):
    """One click takes it over, once; undoing it strikes it, and it can be taken over again."""
    desk = announced
    with shown(desk, f"projects/{ROUND}") as window:
        way = find(window, "round.select")
        assert way.text() == "采用已宣布的结果"
        way.click()
        case = desk.session.round(ROUND)
        granted = {one for one, grant in grants_of(case).items() if grant.fen}
        assert len(granted) == 12
        assert way.text() == "去评选会", "it is still being held"
        board = window.page.shown.board
        counts = {one.key: one.view.cards.rowCount() for one in board.columns}
        assert counts["selected"] == 12
        assert counts["slate"] == 0
        find(window, "notice.way").click()
        assert grants_of(desk.session.round(ROUND)) == {}
        assert way.isVisible()
        assert way.text() == "采用已宣布的结果"


def test_today_and_the_rail_say_what_is_due(desk):
    """The card names the round, what is late in it and its own next day; the rail counts the same."""
    with shown(desk, "today") as window:
        assert audit(window) == []
        told = plain(said(find(window, "today.projects")))
        assert "清源街道2025年社区服务项目" in told
        assert "逾期5" in told
        assert "项目, 逾期5" in plain(find(window, "rail.projects").accessibleName())
        find(window, f"today.round.{ROUND}").click()
        assert (window.place.page, window.place.which) == ("projects", ROUND)
