"""Every page of the room can be read, reached and heard by everybody, in both languages and large."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from facilitator.bodies import Person
from facilitator.bodies.membership import CorrectPerson, Entry, SeatMember, VacateSeat
from facilitator.desk.bodies.adoption import AdoptionPanel
from facilitator.desk.bodies.former import FormerPanel
from facilitator.desk.bodies.listing import BodiesModel
from facilitator.desk.bodies.member import MemberPanel, OfficePanel, ruling_panel
from facilitator.desk.bodies.members import SITTING, MembersModel
from facilitator.desk.bodies.seating import MoveUpPanel, SeatPanel
from facilitator.desk.bodies.sitting import alternates, sections
from facilitator.desk.bodies.terms import NewTermPanel
from facilitator.desk.theme import Theme
from tests.desk.audit import audit
from tests.desk.bodies.hall import click, empty_archive, found, owners, seated, settle
from tests.desk.evening import at_desk
from tests.desk.looks import LARGE, OF_A_ROOM, SMALL
from tests.desk.shown import shown

BODY = "songbaigang"
HARD = "<b>欧阳</b>振华 Maximilian Featherstonehaugh-Cholmondeley " * 3
EVERY = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture(
    params=[pytest.param(SMALL, marks=pytest.mark.soak), LARGE],
    ids=lambda one: f"{one[0]}-{one[1]}",
)
def council(request, qapp, tmp_path):
    """Give a desk on the sample council with everything in it that is hard to show."""
    lang, size = request.param
    with at_desk(tmp_path, 'zhou-yumei", "reason', lang=lang, size=size) as desk:
        for member in ("zhou-yumei", "chen-guodong"):
            desk.session.do(VacateSeat(body=BODY, member=member, reason="迁出"))
        hard = Entry(member="x1", person=Person(name=HARD[:150]), group="established", seat=12)
        desk.session.do(SeatMember(body=BODY, entry=hard))
        waiting = Entry(member="a1", person=Person(name="候补"), group="new", alternate=True)
        desk.session.do(SeatMember(body=BODY, entry=waiting))
        yield desk


def wrong(desk, place, use=None):
    """Return what the audit finds at a place."""
    with shown(desk, place) as window:
        made = use(window) if use is not None else None
        settle()
        return audit(made or window, desk.settings.size / 100)


def test_the_pages_of_a_body(council):
    """The page, its roster, its charter, its editor: nothing cut, nothing nameless, nothing out of reach."""
    for part in ("", "/roster", "/import", "/charter", "/amend", "/adopt"):
        assert wrong(council, f"bodies/{BODY}{part}") == [], part


def test_the_panels(council):
    """Every panel of the room, in every language and size."""
    panels = {
        "member": lambda w: MemberPanel(council, w, BODY, "su-huimin"),
        "contested": lambda w: MemberPanel(council, w, BODY, "x1"),
        "alternate": lambda w: MemberPanel(council, w, BODY, "a1"),
        "seat": lambda w: SeatPanel(council, w, BODY, seat=1),
        "by-election": lambda w: SeatPanel(council, w, BODY, seat=12, leaving="x1"),
        "office": lambda w: OfficePanel(council, w, BODY, office="chair"),
        "ruling": lambda w: ruling_panel(council, w, BODY, "x1"),
        "moving up": lambda w: MoveUpPanel(council, w, BODY, member="a1"),
        "former": lambda w: FormerPanel(council, BODY, w),
        "term": lambda w: NewTermPanel(council, BODY, w),
        "adoption": lambda w: AdoptionPanel(council, w, BODY, council.session.body(BODY).charter),
    }
    with shown(council, f"bodies/{BODY}") as window:
        for name, make in panels.items():
            panel = make(window)
            panel.open()
            settle()
            assert audit(panel, council.settings.size / 100) == [], name
            panel.reject()
            settle()


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_founding_and_lists(lang, size, qapp, tmp_path):
    """The empty page, the founding in its steps, the list of bodies, and an assembly of hundreds."""
    with empty_archive(tmp_path / "a", lang=lang, size=size) as desk:
        assert wrong(desk, "bodies") == []
        assert wrong(desk, "bodies/new") == []
        assert wrong(desk, "bodies/new", lambda window: click(window, "charters.copy")) == []
        assert wrong(desk, "bodies/new", lambda window: click(window, "founding.own")) == []
        owners(desk, 200)
        found(desk, "c", "pmc_bj", title=HARD)
        assert wrong(desk, "bodies") == []
        assert wrong(desk, "bodies/own") == []
        assert wrong(desk, "bodies/own/roster") == []
        assert wrong(desk, "bodies/c") == []


@pytest.mark.parametrize("dark", [pytest.param(False, marks=pytest.mark.soak), True])
def test_dark_and_light(dark, evening):
    """Words stand out from their ground in both palettes."""
    from PySide6.QtWidgets import QApplication

    from facilitator.desk.theme import wear

    evening.settings.dark = dark
    evening.theme = Theme(dark=dark)
    wear(QApplication.instance(), evening.theme)
    evening.session.do(VacateSeat(body=BODY, member="zhou-yumei", reason="迁出"))
    for part in ("", "/charter", "/amend"):
        assert wrong(evening, f"bodies/{BODY}{part}") == []


def test_the_models_keep_the_promises_of_models(desk):
    """Qt's own tester watches while members come, are looked for and go."""
    body = seated(desk)
    model = MembersModel(desk)
    tester = QAbstractItemModelTester(model, EVERY)
    today = desk.now().date()

    def show():
        several = sections(body, body.charter, "zh", today)
        model.show_sections(several, alternates(body, body.charter, "zh", today))

    show()
    assert (model.rowCount(), model.rowCount(model.index(0))) == (13, 0)
    desk.do(VacateSeat(body="b1", member="m12", reason="迁出"))
    show()
    assert model.index(11).data() == "空缺"
    model.look_for("6号楼")
    assert [model.index(at).data(SITTING).seat for at in range(model.rowCount())] == [6]
    model.look_for("")
    model.only_group("new")
    assert model.rowCount() == 6
    assert model.index(0).data(99) is None
    bodies = BodiesModel(desk)
    other = QAbstractItemModelTester(bodies, EVERY)
    bodies.read()
    found(desk, "b2", title="二社")
    bodies.read()
    assert bodies.rowCount() == 2
    desk.do(CorrectPerson(body="b1", member="m01", person=Person(name="甲")))
    bodies.read()
    del tester, other
