"""Papers of what became of a decision: where little is known, where both sides differ, and odd words in it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from facilitator import followup
from facilitator.acts import Recorded, RuleViolation
from facilitator.bodies.people import Person
from facilitator.followup.attached import Attached
from facilitator.followup.carrying import Assess, ChangeDue, HandOver, PlanReview, ReportBack
from facilitator.followup.entries import Kinship, Notice
from facilitator.followup.following import Following, StrikeEntry
from facilitator.followup.matter import Matter, stream_of
from facilitator.followup.posting import AnswerObjection, EraseObjector, Object, Pay, Post
from facilitator.meeting.decisions import Assignment
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.meeting.reviews import Progress
from facilitator.meeting.voting import CorrectVote
from facilitator.papers.docx import write_docx
from facilitator.papers.html import write_html
from facilitator.papers.kinds import PAPERS
from facilitator.papers.kinds.withheld import withheld
from facilitator.papers.material import Material, Story
from facilitator.papers.model import Box, Paper, Pictures
from facilitator.papers.pdf import page_pictures
from facilitator.papers.pictures import MOST, MOST_BYTES
from facilitator.places import resources
from facilitator.rules.tally import Choice
from facilitator.words.timeline import Kin
from tests.papers.evening import Evening, evening
from tests.papers.hostile import HOSTILE
from tests.papers.reading import words

EVENING = evening()
AFTER = datetime.fromisoformat("2027-02-01T10:00:00+08:00")
PHOTO = (resources() / "demo" / "files" / "notice-board.jpg").read_bytes()
WHAT: dict[str, Any] = {"meeting": EVENING.meeting.id, "decision": 2}


def story(*commands: Any, at: Evening = EVENING, number: int = 2, **more: Any) -> Story:
    """What became of a decision: commands, a day apart."""
    decision = at.meeting.decisions.all[number]
    given = decision.assignment
    made = decision.made.at
    stands = not decision.annulled
    matter = Matter(at.meeting.id, "b", "t", made, number, stands=stands, assignment=given)
    case = Following(stream_of(at.meeting.id, number), outside=followup.Outside(matter=matter))
    for day, command in enumerate(commands):
        for event in followup.decide(case, command):
            when = AFTER + timedelta(days=day)
            followup.apply(case, Recorded(event, case.version + 1, when, "郑晓彤"))
    return Story(matter, case, **more)


def material(
    one: Story, at: Evening = EVENING, today: str = "2027-03-01", **wishes: Any
) -> Material:
    """The material of a decision, on a day."""
    number = str(one.matter.decision)
    made = at.material(**{k: v for k, v in wishes.items() if k in ("lang", "public")})
    return replace(
        made,
        stories={number: one},
        matter=number,
        today=date.fromisoformat(today),
        photos=wishes.get("photos", False),
    )


def one(kind: str, source: Material) -> Paper:
    (paper,) = PAPERS[kind](source)
    return paper


def report(
    entry: str = "r", progress: Progress = Progress.DONE, text: str = "办好了。", **more: Any
):
    return ReportBack(**WHAT, entry=entry, progress=progress, text=text, **more)


def test_where_nothing_is_reported_yet_the_papers_say_so():
    """Asked for by name it is printed all the same; in a whole set it is left out."""
    for kind in ("outcome", "followup"):
        said = words(one(kind, material(story())))
        assert "还没有回报" in said
        assert "还没有问居民" in said
    with pytest.raises(RuleViolation, match="nothing-to-print"):
        PAPERS["outcome"](replace(material(story()), matter=""))


def test_where_nobody_was_named_the_papers_say_so():
    """The slip has blanks to fill in, or whom the charter names."""
    told = evening()
    told.meeting.decisions.all[2].assignment = None
    source = material(story(at=told), told)
    assert "没有指定承办单位。" in words(one("outcome", source))
    assert "没有指定承办单位。" in words(one("followup", source))
    assert one("slip", source)


def test_a_decision_that_was_annulled_says_so_first():
    """Its notice and its sheet are still printed by name; nothing is late of it, and no slip is made."""
    told = evening()
    told.do(ReopenMeeting(meeting=told.meeting.id, reason="重数"))
    decision = told.meeting.decisions.all[2]
    poll = told.meeting.polls.all[decision.poll]
    voter = next(key for key, choice in poll.votes.items() if choice is Choice.FOR)
    told.do(
        CorrectVote(
            meeting=told.meeting.id,
            poll=poll.id,
            member=voter,
            choice=Choice.AGAINST,
            reason="听错",
        )
    )
    assert decision.annulled
    source = material(story(at=told), told)
    for kind in ("outcome", "followup"):
        assert "撤销：更正计票后，表决未获通过。" in words(one(kind, source))
        assert "逾期" not in words(one(kind, source))
    for kind in ("slip", "resolution"):
        with pytest.raises(RuleViolation, match="nothing-to-print"):
            PAPERS[kind](source)


def test_both_views_stand_side_by_side_and_are_said_to_differ():
    """Where they say the same nothing is added."""
    asked = Assess(**WHAT, entry="v", done=1, half=4, text="北头没拔。", how="逐户问")
    said = words(one("outcome", material(story(report(), asked))))
    assert "双方说法不一致。" in said
    assert "办一半" in said
    assert "完成" in said
    same = Assess(**WHAT, entry="v", done=5)
    assert "不一致" not in words(one("outcome", material(story(report(), same))))


def test_a_resolution_says_from_when_to_when_it_hangs_once_that_is_known():
    """Before, the period is left to be filled in by hand."""
    (box,) = [b for b in one("resolution", material(story())).blocks if isinstance(b, Box)]
    assert "____月____日至" in words(box)
    posted = Post(
        **WHAT,
        entry="p",
        what=Notice.RESOLUTION,
        begins=date(2027, 2, 1),
        until=date(2027, 2, 7),
        places="东门",
    )
    said = words(one("resolution", material(story(posted), today="2027-02-07")))
    assert "2027年2月1日至2月7日，共7日" in said
    assert "东门" in said
    assert "最迟2月7日" in said
    assert "异议" not in said.partition("有意见")[0]
    said = words(one("resolution", material(story(posted), today="2027-02-08")))
    assert "公示期内没有收到异议。" in said


def objected() -> Story:
    post = Post(
        **WHAT, entry="p", what=Notice.RESOLUTION, begins=date(2027, 2, 1), until=date(2027, 2, 7)
    )
    who = Person(name="周建国", phone="13900001111", address="北巷3号201")
    first = Object(**WHAT, entry="o", posting="p", text="周建国家的车位怎么办？", person=who)
    late = Object(**WHAT, entry="l", posting="p", text="太吵。", on=date(2027, 2, 9))
    answer = AnswerObjection(**WHAT, entry="a", objection="o", text="留两个。", upheld=True)
    return story(post, first, late, answer)


def test_objections_are_posted_with_their_answers_and_without_names():
    """After the period; who said so is on the full version alone, and told as kept back."""
    full, public = material(objected()), material(objected(), public=True)
    for kind in ("resolution", "followup"):
        said = words(one(kind, full))
        assert "周建国" in said
        assert "异议成立" in said
        assert "尚未答复。" in said
        said = words(one(kind, public))
        assert "周建国" not in said
        assert "周某家的车位" in said
        assert withheld(public, kind).objectors


def test_names_and_numbers_in_any_field_are_masked_in_public():
    """Also where a place, a receipt or whoever was paid is asked for and somebody's name was typed."""
    who = "陈国栋13900001111"
    day = date(2027, 2, 1)
    post = Post(**WHAT, entry="p", what=Notice.OUTCOME, begins=day, until=day, places=who)
    pay = Pay(**WHAT, entry="m", fen=100, on=day, to=who, receipt=who)
    told = story(post, pay, report(by=who, text=who))
    for kind in ("followup", "outcome"):
        assert "13900001111" in words(one(kind, material(told)))
        said = words(one(kind, material(told, public=True)))
        assert "陈国栋" not in said
        assert "13900001111" not in said


def test_an_objection_without_a_day_is_late_when_it_was_entered_late():
    """A script that leaves the day out does not turn the time limit off."""
    day = AFTER.date()
    post = Post(**WHAT, entry="p", what=Notice.RESOLUTION, begins=day, until=day)
    told = story(post, Object(**WHAT, entry="o", posting="p", text="太吵。"))
    assert "（到晚了）" in words(one("followup", material(told)))


def test_whoever_objected_and_was_erased_is_on_no_paper():
    """Also while the window that knew the name is still open; what they said stays."""
    told = objected()
    gone = EraseObjector(**WHAT, objection="o", reason="本人要求")
    for event in followup.decide(told.case, gone):
        followup.apply(told.case, Recorded(event, told.case.version + 1, AFTER, "郑晓彤"))
    for kind in ("resolution", "followup"):
        said = words(one(kind, material(told)))
        assert "车位怎么办" in said
        assert "周建国：" not in said
        assert "（周建国）" not in said


def test_the_slip_follows_whoever_has_it_now():
    """Handed over and put off since, it names the new one and the new day."""
    told = evening()
    told.meeting.decisions.all[2].assignment = Assignment(
        implementer="居委会", due=date(2027, 1, 5)
    )
    moved = story(
        HandOver(**WHAT, entry="h", implementer="市政队", reason="人手不够"),
        ChangeDue(**WHAT, entry="d", due=date(2027, 4, 1), reason="春节"),
        at=told,
    )
    said = words(one("slip", material(moved, told)))
    assert "市政队" in said
    assert "2027年4月1日" in said
    assert "2027年1月5日" not in said
    said = words(one("outcome", material(moved, told)))
    assert "市政队（此前：居委会）" in said
    assert "（原定2027年1月5日，春节）" in said


def test_money_is_summed_and_what_was_struck_is_not_counted():
    """More than granted is said; what was struck stays to be read in the story."""
    told = evening()
    told.meeting.decisions.all[2].assignment = Assignment(implementer="居委会", money_fen=100000)
    paid = [Pay(**WHAT, entry=f"m{n}", fen=60000, on=date(2027, 2, 1), to="队") for n in range(3)]
    struck = StrikeEntry(**WHAT, entry="m2", reason="记了两遍")
    source = material(story(*paid, struck, at=told), told)
    said = words(one("followup", source))
    assert "超出200元" in said
    assert "记了两遍" in said


def test_a_repealed_decision_says_by_which():
    """On every paper of it that is printed afterwards."""
    kin = Kin(Kinship.REPEALS, False, "车位重划", date(2027, 2, 20), "later", 5)
    source = material(story(report(), kin=(kin,)))
    for kind in ("resolution", "outcome", "followup"):
        assert "已被2027年2月20日的决议第5号" in words(one(kind, source)).replace("\n", "")


def pictured() -> Story:
    files = (
        Attached(name="北巷.jpg", hash="a" * 64, size=len(PHOTO), media="image/jpeg"),
        Attached(name="IMG_1.heic", hash="b" * 64, size=9, media="image/heic"),
        Attached(name="大.jpg", hash="c" * 64, size=MOST_BYTES + 1, media="image/jpeg"),
        Attached(name="合同.pdf", hash="d" * 64, size=9, media="application/pdf"),
    )
    contents = {"a" * 64: PHOTO, "b" * 64: b"\0\0\0\x18ftypheic"}
    return story(report(attached=files), contents=contents)


def test_photos_are_shown_and_what_cannot_be_is_said():
    """In public only where that was asked for; how many are kept back is told."""
    source = material(pictured())
    shown = [b for b in one("outcome", source).blocks if isinstance(b, Pictures)]
    assert [p.caption for p in shown[0].pictures] == ["1. 2027年2月1日，随回报（北巷）"]
    said = words(one("outcome", source))
    assert "《IMG_1.heic》已存入档案" in said
    assert "《大.jpg》已存入档案" in said
    assert "合同" not in said
    public = material(pictured(), public=True)
    assert not [b for b in one("outcome", public).blocks if isinstance(b, Pictures)]
    assert withheld(public, "outcome").photos == 3
    asked = material(pictured(), public=True, photos=True)
    assert [b for b in one("outcome", asked).blocks if isinstance(b, Pictures)]
    assert "合同.pdf" in words(one("followup", source))
    many = [
        Attached(name=f"{n}.jpg", hash=f"{n:064x}", size=len(PHOTO), media="image/jpeg")
        for n in range(MOST + 3)
    ]
    contents = {file.hash: PHOTO for file in many[3:]}
    made = one("outcome", material(story(report(attached=tuple(many)), contents=contents)))
    assert [len(b.pictures) for b in made.blocks if isinstance(b, Pictures)] == [MOST]
    assert "另有3张较早的照片已存入档案。" in words(made)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_whatever_people_type_stays_text(lang: str):
    """Markup, formulas and words without an end go through every writer and onto whole pages."""
    odd = [text.strip() for text in HOSTILE if "\n" not in text]
    commands: list[Any] = [
        report(f"r{n}", Progress.IN_PROGRESS, text) for n, text in enumerate(odd)
    ]
    commands.append(report("long", Progress.IN_PROGRESS, "长" * 900 + "x" * 900, by="y" * 150))
    commands.append(PlanReview(**WHAT, entry="w", on=date(2027, 9, 1), what="{{ 7*7 }}"))
    source = material(story(*commands), lang=lang)
    for kind in ("outcome", "followup"):
        made = one(kind, source)
        assert "<script>alert(1)</script>" not in write_html(made)
        assert write_docx(made)
        assert page_pictures(made, 20, own_only=True)
    assert all(text in words(one("followup", source)) for text in odd)
