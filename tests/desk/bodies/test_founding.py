"""Founding a body: a charter by its sentence, a name, then thirteen people typed one after another."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator import presets
from facilitator.desk.bodies.founding import Draft, body_id
from facilitator.desk.bodies.kept import kept
from facilitator.desk.places import Place
from tests.desk.bodies.hall import NAMES, click, fill, found, press, see, settle, text
from tests.desk.evening import write
from tests.desk.freed import assert_freed
from tests.desk.shown import said, shown


def test_thirteen_are_founded_by_typing(desk):
    """From an empty archive to a full council with the keyboard: charter, name, and Enter after each name."""
    with shown(desk, "bodies") as window:
        click(window, "bodies.new.first")
        assert window.place == Place("bodies", "new")
        see(window, "charter.yishihui_sanyuanli").setFocus()
        press(window, Qt.Key.Key_Return)
        click(window, "charters.take")
        fill(window, "founding.name", "三元里二社议事会")
        fill(window, "founding.community", "三元里")
        press(window, Qt.Key.Key_Return)
        body = desk.session.body(window.place.which)
        assert window.place == Place("bodies", "body-20260901", "roster")
        assert (body.name, body.community, body.charter.key) == (
            "三元里二社议事会",
            "三元里",
            "yishihui_sanyuanli",
        )
        for at, name in enumerate(NAMES):
            assert QApplication.focusWidget().objectName() == "entry.name"
            write(QApplication.focusWidget(), name)
            press(window, Qt.Key.Key_Tab)
            write(QApplication.focusWidget(), f"{at + 1}号楼")
            if at == 12:
                click(window, "entry.office.chair")
                see(window, "entry.address").setFocus()
            press(window, Qt.Key.Key_Return)
        assert [body.people[one.member].name for one in body.seated] == NAMES
        assert [one.seat for one in body.seated] == list(range(1, 14))
        assert {one.since for one in body.seated} == {date(2026, 9, 1)}
        assert body.findings(date(2026, 9, 1)) == ()
        assert text(window, "roster.full") == "席位已全部录入。"
        click(window, "roster.done")
        assert window.place == Place("bodies", body.id)
        assert "6/6" in said(window.page)


def test_what_cannot_be_chosen_says_why(desk):
    """A preset without a verified text, and one whose law has run out, are shown but not to be chosen."""
    with shown(desk, "bodies/new") as window:
        disabled = [one for one in presets.charters() if one.disabled is not None]
        assert disabled
        for one in disabled:
            card = see(window, f"charter.{one.key}")
            assert not card.isEnabled()
            assert one.disabled.zh in said(card)
        over = see(window, "charter.village_meeting")
        assert not over.isEnabled()
        assert "2025年12月31日" in said(over).replace("\u00a0", "")
        taken = window.page.picker.charter
        QTest.mouseClick(over, Qt.MouseButton.LeftButton)
        settle()
        assert window.page.picker.charter is taken


def test_arrows_go_from_charter_to_charter(desk):
    """The card that has the keys is the one that is shown at the right, with its quotation."""
    with shown(desk, "bodies/new") as window:
        first = window.page.picker.charter
        assert first.key == "yishihui_sanyuanli"
        assert "six are from established residents" in text(window, "charters.quote")
        see(window, f"charter.{first.key}").setFocus()
        press(window, Qt.Key.Key_Up)
        assert window.page.picker.charter is first
        press(window, Qt.Key.Key_Down)
        second = window.page.picker.charter
        assert second is not first
        assert second.sentence.zh in said(window.page).replace("\u00a0", "")


def test_a_charter_from_a_file_names_the_place_of_what_is_wrong(desk, tmp_path):
    """A mistake in a file is told with its line; a good file is a card like the others."""
    good = (presets.resources() / "charters" / "members_majority.toml").read_text(encoding="utf-8")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(good.replace('share = "1/2"', 'share = "5/2"'), encoding="utf-8")
    broken = tmp_path / "broken.toml"
    broken.write_text(good.replace("version = 1", "version = = 1"), encoding="utf-8")
    mine = tmp_path / "mine.toml"
    mine.write_text(good.replace('key = "members_majority"', 'key = "our_own"'), encoding="utf-8")
    with shown(desk, "bodies/new") as window:
        picker = window.page.picker
        picker.read_file(wrong)
        assert "rules.majority_members.consent" in text(window, "charters.said")
        picker.read_file(broken)
        assert "第3行" in text(window, "charters.said").replace(" ", "")
        picker.read_file(tmp_path / "nothing.toml")
        assert "nothing.toml" in text(window, "charters.said")
        picker.read_file(mine)
        assert picker.charter.key == "our_own"
        settle()
        assert see(window, "charter.our_own").isChecked()
        click(window, "charters.take")
        fill(window, "founding.name", "Riverside council")
        click(window, "founding.done")
        assert desk.session.body("riverside-council").charter.key == "our_own"


def test_a_refusal_stays_on_the_page(desk):
    """Without a name nothing is founded, and the page says so."""
    with shown(desk, "bodies/new") as window:
        click(window, "charters.take")
        click(window, "founding.done")
        assert "名称" in text(window, "founding.said")
        assert window.place == Place("bodies", "new")


def test_what_was_typed_outlives_the_window(desk):
    """After a change of language everything that was typed is still there, at the same step."""
    with shown(desk, "bodies/new") as window:
        click(window, "charters.take")
        fill(window, "founding.name", "三元里二社")
        click(window, "founding.term.more")
        desk.settings.lang = "en"
        window.build()
        settle()
        assert see(window, "founding.name").text() == "三元里二社"
        assert see(window, "founding.term").value == 2
        click(window, "founding.done")
        assert desk.session.body(window.place.which).term == 2
        assert kept(desk).get("founding", Draft()) == Draft()


def test_a_name_that_is_being_typed_into_the_roster_outlives_the_window(desk):
    """So does a line of the roster that is not recorded yet."""
    found(desk)
    with shown(desk, "bodies/b1/roster") as window:
        write(QApplication.focusWidget(), "陈国")
        desk.settings.size = 125
        window.build()
        settle()
        assert see(window, "entry.name").text() == "陈国"


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Riverside council", [], "riverside-council"),
        ("Riverside council", ["riverside-council"], "riverside-council-2"),
        ("三元里", [], "body-20260901"),
        ("三元里", ["body-20260901", "body-20260901-2"], "body-20260901-3"),
        ("new", [], "new-2"),
        ("!!", [], "body-20260901"),
        ("a" * 70, [], "a" * 40),
    ],
)
def test_ids_come_from_the_name_or_the_day(name, taken, expected):
    """Latin letters become an id; other names get the day. No id is given twice, nor is a page's name."""
    assert body_id(name, taken, date(2026, 9, 1)) == expected


def test_back_leads_from_step_to_step(desk):
    """Back goes to the charters and then to the list; nothing is founded on the way."""
    found(desk)
    with shown(desk, "bodies/new") as window:
        click(window, "charters.take")
        click(window, "founding.back")
        see(window, "charters.take")
        click(window, "founding.back")
        assert window.place == Place("bodies", "", "all")
        assert len(window.page.model._lines) == 1


def test_a_refused_line_of_the_roster_stays_to_be_mended(desk):
    """An identity-card number is refused under the fields; what was typed stays, nobody is seated."""
    body = found(desk)
    with shown(desk, "bodies/b1/roster") as window:
        fill(window, "entry.name", "陈国栋")
        fill(window, "entry.phone", "110101199003078515")
        press(window, Qt.Key.Key_Return)
        assert "身份证" in text(window, "roster.said")
        assert not body.holdings
        fill(window, "entry.phone", "13800000001")
        fill(window, "entry.until", "2029.8.31")
        press(window, Qt.Key.Key_Return)
        assert body.seated[0].until == date(2029, 8, 31)
        fill(window, "entry.since", "morgen")
        fill(window, "entry.name", "林秀英")
        press(window, Qt.Key.Key_Return)
        assert "日期" in text(window, "roster.said")
        assert len(body.seated) == 1


def test_seats_can_be_left_vacant_and_chosen_on_the_map(desk):
    """A seat is skipped by its button, and a vacant seat of the map is the next to be filled."""
    body = found(desk)
    with shown(desk, "bodies/b1/roster") as window:
        click(window, "roster.skip")
        fill(window, "entry.name", "林秀英")
        press(window, Qt.Key.Key_Return)
        assert [one.seat for one in body.seated] == [2]
        click(window, "seat.13")
        fill(window, "entry.name", "苏慧敏")
        press(window, Qt.Key.Key_Return)
        assert [(one.seat, one.group) for one in body.seated] == [
            (2, "established"),
            (13, "office"),
        ]
        assert window.page.form.chair.seat == 1


def test_the_pages_are_freed(desk):
    """Neither the founding of a body nor its roster is held after it was left."""
    from facilitator.desk.bodies.founding import FoundingPage
    from facilitator.desk.bodies.rosterpage import RosterPage

    found(desk)
    assert_freed(lambda: FoundingPage(desk), lambda page: page.show())
    assert_freed(lambda: RosterPage(desk, "b1"), lambda page: page.show())
