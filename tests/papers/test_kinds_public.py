"""The version that is posted: nobody's full name, telephone or door number, and no one's vote."""

import re

import msgspec
import pytest

from facilitator import presets
from facilitator.bodies.membership import CorrectPerson, ErasePerson, VacateSeat
from facilitator.bodies.people import Person
from facilitator.export import name_of
from facilitator.meeting.attendance import AdmitObserver, Arrive
from facilitator.meeting.items import AddItem
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.meeting.notes import WriteNote
from facilitator.papers.data import write_json
from facilitator.papers.kinds import PAPERS
from facilitator.papers.kinds.hiding import Hiding
from facilitator.papers.kinds.naming import Names, surname
from facilitator.rules.charter import Base, Words
from facilitator.words.thresholds import base_words
from facilitator.words.tongue import tongue
from tests.papers.evening import AT_ITS_END, SECRETARY, evening
from tests.papers.reading import line, row, rows, vote, words

NAMED = {"苏慧敏", SECRETARY}
"""The chair and the secretary act in office."""


def papers(told, lang="zh"):
    """Every public paper of a council that there is."""
    for kind in AT_ITS_END:
        yield from PAPERS[kind](told.material(public=True, lang=lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_long_title_leaves_each_version_a_file_of_its_own(lang):
    """The public version is never written over the full one, nor the full one over what is posted."""
    told = evening()
    told.meeting.call = msgspec.structs.replace(told.meeting.call, title="渗漏" * 50)
    for kind in AT_ITS_END:
        whole = PAPERS[kind](told.material(lang=lang))
        names = {
            name_of(paper, "docx")
            for paper in [*whole, *PAPERS[kind](told.material(public=True, lang=lang))]
        }
        assert len(names) == 2 * len(whole), kind


def talkative():
    """The evening opened again, with names, telephones and doors in what people say."""
    told = evening()
    meeting = told.meeting.id
    told.do(ReopenMeeting(meeting=meeting, reason="陈国栋（13800000001）要求补记"))
    told.do(*(Arrive(meeting=meeting, person=h.member) for h in told.body.seated[:3]))
    texts = [
        "请打李春梅的电话 138-0000-0008，或+86 13800000009。",
        "身份证44010619700101123X，北巷12号黄志强家门口。",
        "南巷4号漏水，电话13800000006转冯锦添；叶永康知道。",
    ]
    for number, text in enumerate(texts):
        told.do(WriteNote(meeting=meeting, note=f"x{number}", text=text))
    added = AddItem(meeting=meeting, item="i9", title="渗漏", proposer="吴德全", text="屋面渗漏")
    told.do(added)
    return told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_public_paper_names_a_resident(lang):
    """Brute force through the JSON of every public paper: no name, no number, no door, whoever typed it."""
    told = talkative()
    found = list(papers(told, lang))
    assert {paper.kind for paper in found} == set(AT_ITS_END)
    for paper in found:
        text = write_json(paper).decode()
        for person in told.people.values():
            if person.name not in NAMED:
                assert person.name not in text, paper.kind
            assert not person.phone or person.phone not in text
            assert not re.search(r"\d", person.address) or person.address not in text
        assert not re.search(r"(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])", text)
        assert "19700101" not in text
        assert "138-0000-0008" not in text


def test_addresses_stay_off_every_public_paper():
    """Not even a building without a number: the columns are not there."""
    told = evening()
    for paper in papers(told):
        text = words(paper)
        for person in told.people.values():
            if person.address not in ("街道办事处", "居委会", "秘书"):
                assert person.address not in text, (paper.kind, person.address)


def test_numbers_in_free_text_are_masked_so_that_they_can_be_told_apart():
    """138****0001: enough to recognise one's own, not to call it."""
    (paper,) = PAPERS["record"](talkative().material(public=True))
    assert "请打李代表的电话 138****0008，或+86 138****0009。" in line(paper, "请打")
    assert "身份证440***********123X，北巷**号黄代表家门口。" in line(paper, "身份证")
    assert "南巷*号漏水，电话138****0006转冯代表；叶某知道。" in line(paper, "漏水，")


@pytest.mark.parametrize(
    "text",
    [
        "预算138000000元，2026年。",
        "合同编号202611270012",
        "市场宿舍",
        "8888元",
        "第13800000001234号",
    ],
)
def test_what_is_no_telephone_stays(text):
    """Amounts, numbers of contracts, buildings without a door number."""
    assert Hiding({}, ["8888"], ["市场宿舍"]).text(text) == text


def test_nobody_s_vote_is_posted():
    """No names behind a choice, in the votes and in their corrections; one voter alone has no row."""
    (paper,) = PAPERS["record"](evening().material(public=True))
    table = vote(paper, "动议3-1")
    shared = ["7", "6", "4", "~~1~~ **0**", "~~1~~ **2**", "1"]
    assert row(table, "新居民、街道")[1:] == shared
    assert not any(cells[0] in ("新居民", "街道") for cells in rows(table))
    assert not any(cells[0].startswith("反对：") for cells in rows(table))
    text = words(table)
    for name in ("刘代表", "何代表", "刘小燕", "何伟明", "苏慧敏"):
        assert name not in text
    assert "一票：原记" in text


def test_reasons_of_leave_are_not_posted():
    """Why somebody was away or left is nobody's business outside."""
    full, public = (words(PAPERS["record"](evening().material(public=p))) for p in (False, True))
    for reason in ("出差", "家中有事"):
        assert reason in full
        assert reason not in public
    assert "请假：周代表" in public


def test_proposers_are_not_posted():
    """A proposer need not be a member: the name is left out, not masked."""
    told = evening("meeting.enter")
    told.do(AddItem(meeting=told.meeting.id, item="i6", title="路灯", proposer="居民丁一"))
    assert "居民丁一" in words(PAPERS["notice"](told.material()))
    assert "居民丁一" not in words(PAPERS["notice"](told.material(public=True)))


def test_two_of_one_surname_stay_apart():
    """陈代表 alone would be two people: then the seat goes before it."""
    told = evening("meeting.enter")
    told.do(
        CorrectPerson(body="songbaigang", member="wang-jianjun", person=Person(name="陈建军")),
        AdmitObserver(meeting=told.meeting.id, person_id="g", person=Person(name="陈列")),
    )
    text = words(PAPERS["signin"](told.material(public=True)))
    for name in ("1号席陈代表", "7号席陈代表", "列席4号陈某", "林代表"):
        assert name in text


def test_two_of_one_name_stay_apart_in_the_kept_version():
    """The record never leaves open who of two spoke."""
    told = evening("meeting.enter")
    told.do(CorrectPerson(body="songbaigang", member="wang-jianjun", person=Person(name="陈国栋")))
    text = words(PAPERS["signin"](told.material()))
    assert "1号席陈国栋" in text
    assert "7号席陈国栋" in text


def test_a_roster_of_figures_hides_no_votes():
    """A name, address or telephone that is only a number must not star out the counts of a vote."""
    hiding = Hiding({"10": "x", "高": "高代表"}, ["10", "13"], ["10", "3号楼", "12"])
    text = "通过：赞成10票，13席，高票，3号楼"
    assert hiding.text(text) == text
    assert Hiding({}, [], ["北巷1号"]).text("北巷1号、南北巷1号、北巷12号") == (
        "北巷*号、南北巷*号、北巷12号"
    )


def test_a_longer_name_is_not_cut_by_a_shorter_one():
    """陈国栋梁 is masked whole; Li Na inside a word is left alone."""
    hiding = Hiding({"陈国栋": "陈代表", "陈国栋梁": "陈某", "Li Na": "L*"}, [], [])
    assert hiding.text("陈国栋梁与陈国栋；Li Na likes Li Nas") == "陈某与陈代表；L* likes Li Nas"


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("陈国栋", "陈"),
        ("欧阳修", "欧阳"),
        ("欧阳", "欧"),
        ("阳司马", "阳"),
        ("何", "某"),
        ("欧阳娜娜", "欧阳"),
        ("阿依古丽", "阿**"),
        ("买买提·吐尔逊", "买**"),
        ("Chen Guodong", "C*"),
        ("Tenzin", "T*"),
    ],
)
def test_a_surname_is_never_the_whole_name(name, family):
    """What is posted of a name."""
    assert surname(name) == family
    assert family != name


def test_somebody_erased_is_called_by_seat():
    """An erasure leaves the seat and takes the name, in both versions."""
    told = evening()
    told.do(
        VacateSeat(body="songbaigang", member="wang-jianjun", reason="迁出"),
        ErasePerson(body="songbaigang", member="wang-jianjun", reason="本人要求"),
    )
    for public in (False, True):
        (paper,) = PAPERS["record"](told.material(public=public))
        assert line(paper, "来回跑一趟").startswith("19:47 （已删除，7号席）（赞成）：")
        assert "王建军" not in words(paper)
    (paper,) = PAPERS["record"](told.material(lang="en"))
    assert "(deleted, seat 7) (for): " in line(paper, "来回跑一趟")


def test_an_erased_guest_is_still_told_from_the_others():
    """Guests have no seat; their place in the list stands for it."""
    told = evening()
    material = told.material()
    people = {key: one for key, one in material.people.items() if key != "xie-wanyi"}
    bare = type(material)(material.meeting, people, lang="zh")
    assert "（已删除，列席2号）" in words(PAPERS["signin"](bare))


def test_public_papers_say_so_and_bear_no_signatures():
    """A copy is not an original; it says where that is."""
    (paper,) = PAPERS["record"](evening().material(public=True))
    assert paper.mark == "示例，姓名均为虚构　公开版"
    assert paper.reference.endswith("公开版")
    assert "signatures" not in {msgspec.to_builtins(block)["block"] for block in paper.blocks}
    assert "原件签名后留存" in words(paper)


NAMES = {"高峰": "高代表", "安全": "安代表", "方便": "方代表", "刘畅": "刘代表", "Will": "W*"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("早高峰东门交通安全，出行方便，道路刘畅通", None),
        ("高峰、安全、方便都要顾到", None),
        ("It Will do.", None),
        ("刘畅、何静同意；刘畅同志家漏水", "刘代表、何静同意；刘代表同志家漏水"),
        ("刘畅说：安全同志也在，请高峰先生谈", "刘代表说：安代表同志也在，请高代表先生谈"),
        ("各位同志们，安全同志们都知道", None),
        ("Mr Will asked; Will said no", "W* asked; W* said no"),
    ],
)
def test_no_ordinary_word_is_mauled_for_a_name(text, shown):
    """Names of two characters are often words: they are hidden only where a person is clearly meant."""
    assert Hiding(NAMES, [], ["12号楼"]).text(text) == (shown or text)


def test_a_building_is_no_door():
    """Twenty families live in 12号楼; only a whole address with a door tells one of them."""
    hiding = Hiding({}, [], ["12号楼", "北里12号楼302"])
    assert hiding.text("在12号楼北侧，北里12号楼302漏水") == "在12号楼北侧，北里**号楼***漏水"


def test_what_was_decided_stands_word_for_word_in_every_version():
    """A name, a word or a house in a motion is part of the decision: a board shows what was carried."""
    title, text = "早高峰东门交通安全", "在北里3号楼北侧建充电棚，陈国栋（13800000001）负责"
    swaps = {
        "在广州的两家医院即时报销": text,
        "异地医疗即时报销": title,
        "居委会会同街道办事处": "陈国栋、高峰",
        "王建军": "高峰",
        "李春梅": "安全",
        "八号楼": "北里3号楼",
    }

    def change(script):
        for old, new in swaps.items():
            script = script.replace(old, new)
        return script

    told = evening(change=change)
    for kind in ("record", "summary", "resolution"):
        found = PAPERS[kind](told.material(public=True))
        for wording in (title, text, "陈国栋、高峰"):
            assert any(wording in words(paper) for paper in found), (kind, wording)
    assert title in PAPERS["resolution"](told.material(public=True))[0].reference
    assert title in words(PAPERS["notice"](told.material(public=True)))


def test_names_people_told_are_masked_as_the_paper_masks_them():
    """Where two bear one name nobody knows who was meant: no seat is told."""
    told = evening("meeting.enter")
    told.do(CorrectPerson(body="songbaigang", member="wang-jianjun", person=Person(name="陈国栋")))
    names = Names(told.material(public=True), tongue("zh"))
    assert names.hidden["陈国栋"] == "陈代表"
    assert names.name("wang-jianjun") == "7号席陈代表"


def test_a_guest_whose_name_has_another_shape_keeps_its_first_sign():
    """阿** and W*: nobody guesses which part is a surname."""
    told = evening("meeting.enter")
    meeting = told.meeting.id
    for key, name in (("g1", "阿依古丽"), ("g2", "Wang Li")):
        told.do(AdmitObserver(meeting=meeting, person_id=key, person=Person(name=name)))
    names = {lang: Names(told.material(public=True), tongue(lang)) for lang in ("zh", "en")}
    assert [names["zh"].name(key) for key in ("g1", "g2")] == ["来宾阿**", "来宾W*"]
    assert [names["en"].name(key) for key in ("g1", "g2")] == ["Guest 阿**", "Guest W*"]


def test_members_are_called_what_the_charter_calls_them():
    """业主 of an owners' assembly, 委员 of a committee; 代表 where the charter has no word for it."""
    owner = Words(zh="业主", en="owner")
    charter = msgspec.structs.replace(presets.sample_charter(), member_word=owner)
    told = evening(charter=charter)
    notice, record = (
        words(PAPERS[kind](told.material(public=True))) for kind in ("notice", "record")
    )
    assert "各位业主：" in notice
    assert "王业主" in record
    assert "代表" not in notice + record.replace("代表", "", record.count("该代表"))
    full = words(PAPERS["record"](told.material()))
    assert "其余在场业主赞成。" in full
    english = words(PAPERS["notice"](told.material(lang="en", public=True)))
    assert "To all owners:" in english
    assert "Owner 王" in english
    assert base_words(Base.IN_OFFICE, "zh", charter=charter) == "在任业主"
    assert base_words(Base.IN_OFFICE, "en", size=11, charter=charter) == "the 11 owners in office"
    shipped = {one.key: one.member_word for one in presets.charters()}
    assert shipped["owners_ordinary"].zh == "业主"
    assert shipped["pmc_bj"].zh == "委员"
    assert shipped["yishihui_sanyuanli"] is None
