"""The charter of a body: read in words, changed with a new version and a day; old meetings keep theirs."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from facilitator import presets
from facilitator.desk.bodies.charterpage import CharterPage, charter_rows
from facilitator.desk.bodies.draft import next_version
from facilitator.desk.bodies.editor import CharterEditor
from facilitator.desk.places import Place
from facilitator.meeting.convening import ConveneMeeting
from facilitator.rules.charter import Base, Tie
from facilitator.rules.charter_check import check_charter
from tests.desk.bodies.hall import (
    choose,
    click,
    fill,
    open_panel,
    press,
    seated,
    see,
    settle,
    text,
)
from tests.desk.freed import assert_freed
from tests.desk.shown import said, shown

USABLE = [one for one in presets.charters() if one.disabled is None]


def editor_of(window):
    """Return the editor of the page."""
    return window.page.findChild(CharterEditor)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("charter", presets.charters(), ids=lambda one: one.key)
def test_every_charter_can_be_read(charter, lang):
    """Each preset says who sits, what passes and where it comes from; what it leaves open is said to be."""
    rows = dict(charter_rows(charter, lang))
    told = "\n".join(f"{head}: {words}" for head, words in rows.items())
    assert charter.source.title in told
    for group in charter.groups:
        assert group.title.text(lang) in told
    for rule in charter.rules:
        assert rule.title.text(lang) in told
    unsaid = "未规定" if lang == "zh" else "not specified"
    assert (unsaid in told) == (
        not (charter.quorum and charter.notice_days and charter.term_months)
    )


@pytest.mark.parametrize("charter", USABLE, ids=lambda one: one.key)
def test_the_editor_gives_back_what_it_was_given(charter, desk, qtbot):
    """Opened and not touched, no charter loses or changes anything: several rules, weights, groups, ties."""
    editor = CharterEditor(desk, charter)
    qtbot.addWidget(editor)
    assert editor.charter() == charter


def test_a_council_of_nine_is_written_from_the_preset(desk):
    """A group goes, seats change, more than half is enough: sentence, figures and trial follow at once."""
    with shown(desk, "bodies/new") as window:
        click(window, "charters.copy")
        fill(window, "editor.title", "北巷理事会章程")
        click(window, "editor.group.office.remove")
        fill(window, "editor.group.established.seats.number", "5")
        fill(window, "editor.group.new.seats.number", "4")
        choose(window, "editor.rule.two_thirds.consent.0.strict", True)
        share = see(window, "editor.rule.two_thirds.consent.0.share")
        share.setCurrentText("1/2")
        settle()
        assert text(window, "editor.sentence") == (
            "9 席：本地居民 5 席、新居民 4 席；全体 9 席的过半数赞成为通过，须 5 票。"
        )
        assert text(window, "rule.figure.0.2") == "5"
        assert see(window, "trial.in_favour").value == 4
        click(window, "founding.own")
        fill(window, "founding.name", "北巷理事会")
        click(window, "founding.done")
        made = desk.session.body(window.place.which).charter
        check_charter(made)
        assert (made.key, made.version, made.seats, made.title.zh) == (
            "own",
            1,
            9,
            "北巷理事会章程",
        )
        assert made.title.en == "北巷理事会章程"
        assert "三元里议事会" in made.source.title
        assert made.offices[0].group == ""
        assert made.sentence.en.startswith("9 seats: Established residents 5")


def test_what_makes_no_sense_is_said_and_not_founded(desk):
    """A group without a name is told where it stands; the button does nothing before it is mended."""
    with shown(desk, "bodies/new") as window:
        click(window, "charters.copy")
        click(window, "editor.group.add")
        assert "groups.group" in text(window, "editor.wrong")
        click(window, "founding.own")
        assert window.place == Place("bodies", "new")
        fill(window, "editor.group.group.title", "商户代表")
        assert not editor_of(window).side._wrong.isVisible()
        assert "商户代表 1 席" in text(window, "editor.sentence")
        click(window, "founding.own")
        see(window, "founding.name")


def test_conditions_offices_and_rules_come_and_go(desk):
    """Several conditions, a quorum, participation, a second rule as the usual one, an office: all are kept."""
    with shown(desk, "bodies/new") as window:
        click(window, "charters.copy")
        editor = editor_of(window)
        click(window, "editor.rule.two_thirds.consent.add")
        choose(window, "editor.rule.two_thirds.consent.1.group", "each")
        click(window, "editor.rule.two_thirds.part.add")
        click(window, "editor.quorum.add")
        choose(window, "editor.lost", "record")
        click(window, "editor.office.add")
        fill(window, "editor.office.office.title", "秘书")
        click(window, "editor.rule.add")
        fill(window, "editor.rule.rule.title", "过半数")
        choose(window, "editor.rule.rule.consent.0.base", Base.FOR_AGAINST)
        choose(window, "editor.rule.rule.tie", Tie.CHAIR)
        click(window, "editor.rule.rule.usual")
        made = editor.usable()
        assert made is not None
        assert [one.group for one in made.rules[0].consent] == ["", "each"]
        assert made.rules[0].participation
        assert made.rules[1].tie is Tie.CHAIR
        assert made.default_rule == "rule"
        assert [one.title.zh for one in made.offices] == ["理事长", "秘书"]
        assert (len(made.quorum), made.quorum_lost) == (1, "record")
        click(window, "editor.rule.rule.remove")
        click(window, "editor.office.office.remove")
        click(window, "editor.rule.two_thirds.consent.1.remove")
        click(window, "editor.quorum.0.remove")
        made = editor.usable()
        assert (len(made.rules), made.default_rule) == (1, "two_thirds")
        assert (len(made.offices), made.quorum) == (1, ())
        last = see(window, "editor.rule.two_thirds.consent.0.remove")
        assert not last.isEnabled()
        assert last.toolTip()


def test_meetings_are_limited_as_written(desk):
    """Notice, speeches, second, executor, terms and alternates are numbers to step and boxes to tick."""
    with shown(desk, "bodies/new") as window:
        click(window, "charters.copy")
        for name, text_ in (
            ("notice_days", "3"),
            ("seconds", "120"),
            ("speeches", "2"),
            ("term_months", "36"),
            ("alternates", "4"),
        ):
            fill(window, f"editor.{name}.number", text_)
        see(window, "editor.second", QCheckBox).click()
        fill(window, "editor.executor", "物业服务中心")
        made = editor_of(window).usable()
        assert (made.notice_days, made.term_months, made.alternates) == (3, 36, 4)
        assert (made.speaking.seconds, made.speaking.speeches) == (120, 2)
        assert made.second_required
        assert made.executor.zh == made.executor.en == "物业服务中心"


def test_names_can_be_written_in_both_languages(desk):
    """A translation that is not seen goes with the words it translated; one that is seen stays."""
    with shown(desk, "bodies/new") as window:
        click(window, "charters.copy")
        editor = editor_of(window)
        assert editor.charter().groups[0].title.en == "Established residents"
        fill(window, "editor.group.established.title", "老居民")
        assert editor.charter().groups[0].title.en == "老居民"
        see(window, "editor.other", QCheckBox).click()
        settle()
        fill(window, "editor.group.established.title.other", "Old residents")
        fill(window, "editor.group.established.title", "老住户")
        title = editor.charter().groups[0].title
        assert (title.zh, title.en) == ("老住户", "Old residents")


def test_what_is_being_written_outlives_the_window(evening):
    """After a change of language the draft of a charter is still there."""
    with shown(evening, "bodies/songbaigang/amend") as window:
        fill(window, "editor.group.new.seats.number", "7")
        evening.settings.lang = "en"
        window.build()
        settle()
        assert see(window, "editor.group.new.seats").value == 7
        evening.go("bodies", "songbaigang")
        evening.go("bodies", "songbaigang", "amend")
        assert see(window, "editor.group.new.seats").value == 7


def test_a_new_version_holds_from_its_day(evening):
    """Fourteen seats from December on: the meeting of November keeps thirteen, and the page says so."""
    body = evening.session.body("songbaigang")
    with shown(evening, "bodies/songbaigang") as window:
        click(window, "body.charter")
        click(window, "charter.amend")
        fill(window, "editor.group.office.seats.number", "2")
        assert "街道办事处1/2，缺1" in text(window, "editor.found").replace(" ", "")
        click(window, "amend.adopt")
        assert "按原来的版本" in said(open_panel(window))
        fill(window, "adoption.day", "2026-12-01")
        press(window, Qt.Key.Key_Return)
        assert open_panel(window) is not None
        assert "理由" in text(window, "panel.said")
        fill(window, "adoption.reason", "12 月 1 日居民代表会议决定")
        press(window, Qt.Key.Key_Return)
        assert window.place == Place("bodies", "songbaigang", "charter")
        assert [one.version for one in body.charters] == [1, 2]
        assert (body.charter.seats, body.charter.valid_from) == (14, date(2026, 12, 1))
        assert body.charter_on(date(2026, 11, 27)).seats == 13
        assert evening.session.meeting("sbg-2026-11-27").charter.seats == 13
        assert "2026 年 12 月 1 日起施行" in said(window.page).replace("\u00a0", " ")
        assert "开过的会议仍按当时的版本。" in said(window.page)
        choose(window, "charter.version", 1)
        assert "街道办事处：1 席" in said(window.page).replace("\u00a0", " ")
        evening.go("bodies", "songbaigang")
        settle()
        assert see(window, "seat.13").isVisible()
        assert "13 席" in text(window, "composition.asked")


def test_meetings_after_the_day_are_held_under_it(evening):
    """A meeting in December is convened with the new version, without anybody doing anything."""
    body = evening.session.body("songbaigang")
    changed = next_version(body.charter, 1, date(2026, 12, 1))
    from facilitator.bodies.founding import AdoptCharter

    evening.do(AdoptCharter(body="songbaigang", charter=changed, reason="决定"))
    planned = datetime.fromisoformat("2026-12-11T19:30:00+08:00")
    evening.do(ConveneMeeting(meeting="m2", body="songbaigang", planned=planned, place="礼堂"))
    assert evening.session.meeting("m2").charter.version == 2
    assert evening.session.meeting("sbg-2026-11-27").charter.version == 1


def test_a_seat_that_somebody_holds_cannot_vanish(evening):
    """A version without a seat that is held is refused in the panel, with the name of its holder."""
    with shown(evening, "bodies/songbaigang/amend") as window:
        fill(window, "editor.group.office.seats.number", "0")
        fill(window, "editor.group.new.seats.number", "5")
        click(window, "amend.adopt")
        if open_panel(window) is not None:
            fill(window, "adoption.reason", "试试")
            click(window, "adoption.done")
            assert "12" in text(window, "panel.said") or "13" in text(window, "panel.said")
    assert evening.session.body("songbaigang").charter.version == 1


def test_another_preset_is_taken_as_it_stands(desk):
    """The picker offers the presets again; what is taken is the body's next version, its source kept."""
    body = seated(desk)
    with shown(desk, "bodies/b1/charter") as window:
        click(window, "charter.adopt")
        click(window, "charter.robert_simple")
        click(window, "charters.take")
        fill(window, "adoption.reason", "试行一年")
        click(window, "adoption.done")
        assert "席" in text(window, "panel.said")
        assert body.charter.key == "yishihui_sanyuanli"
        open_panel(window).reject()
        settle()
        click(window, "charter.yishihui_sanyuanli")
        click(window, "charters.copy")
        assert window.place == Place("bodies", "b1", "amend")
        assert editor_of(window).charter().key == "own"


def test_several_rules_can_be_looked_at(desk):
    """A charter with two rules shows each in figures and to try, on the page of the body and of the charter."""
    from tests.desk.bodies.hall import owners

    owners(desk, 40)
    for place in ("bodies/own", "bodies/own/charter"):
        with shown(desk, place) as window:
            assert "过半数" in text(window, "rule.sentence")
            choose(window, "rule.choice", "owners_major")
            assert "四分之三以上" in text(window, "rule.sentence")
            assert text(window, "rule.figure.3.2") == "30"


def test_the_pages_are_freed(evening):
    """The page of the charter and the editor are not held after they were left."""
    from facilitator.desk.bodies.amending import AdoptPage, AmendPage

    assert_freed(lambda: CharterPage(evening, "songbaigang"), lambda page: page.show())
    assert_freed(lambda: AmendPage(evening, "songbaigang"), lambda page: page.show())
    assert_freed(lambda: AdoptPage(evening, "songbaigang"), lambda page: page.show())
