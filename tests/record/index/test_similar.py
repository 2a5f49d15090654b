"""Whether something like it came up before, while it is typed."""

from __future__ import annotations

from facilitator.record.index import similar
from facilitator.record.index.asking import Total
from facilitator.record.index.docs import Kind
from facilitator.record.index.similar import Before
from tests.record.index.shelf import doc, shelved

BEFORE = (
    doc("night", "北侧空地划24个夜间停车位", "晚八点到早七点免费，先到先停。", days=-300, meeting="m1"),
    doc("lots", "固定停车位按户抽签", "有两辆车的户，第二辆停车另交。", days=-100, meeting="m2",
        kinds=(Kind.MOTION,)),
    doc("lift", "三号楼加装电梯", "费用按楼层分摊。", days=-50, meeting="m3"),
    doc("said", "会议记录", "停车位不够", days=-20, meeting="m4", kinds=(Kind.MINUTES,)),
    *(doc(f"x{n}", f"第{n}件别的事情", "讨论了很久", days=n, meeting=f"x{n}") for n in range(40)),
)  # fmt: skip


def before(text: str, **more: object) -> list[str]:
    with shelved(BEFORE) as db:
        return [hit.key for hit in similar.similar(db, text, **more).hits]  # type: ignore[arg-type]


def test_the_likest_comes_first_and_its_words_are_marked() -> None:
    """What shares the rare words, decisions and motions alike; what was only said in passing does not count."""
    assert before("停车位怎么分") == ["lots", "night"]
    assert before("夜间停车位收费") == ["night", "lots"]
    assert before("电梯") == ["lift"]
    with shelved(BEFORE) as db:
        hit = similar.similar(db, "电梯谁出钱").hits[0]
    assert [hit.title.text[a:z] for a, z in hit.title.marks] == ["电梯"]


def test_little_in_common_is_nothing_in_common() -> None:
    """Neither words that say nothing nor one rare word of many make a likeness."""
    assert before("") == before("的了在是") == before("…！") == before("停") == []
    assert (
        before("请居委会联系医院给八十岁以上独居老人每季度上门量一次血压测血糖并且登记分摊") == []
    )


def test_the_meeting_itself_and_what_is_too_much_are_left_out() -> None:
    """What is being typed is not its own forerunner."""
    assert before("停车位", but=("m1",)) == ["lots"]
    assert before("停车位", limit=1) == ["lots"]
    with shelved(BEFORE) as db:
        assert similar.similar(db, "停车位").total == Total(2)


def test_one_matter_of_a_meeting_counts_once() -> None:
    """Its decision stands for what was said on it, however often something was reported of it later."""
    some = [
        doc("i1", "停车位划线", "先划再说", kinds=(Kind.MINUTES, Kind.ITEM), days=1),
        doc("2", "停车位划线", "南巷划二十个", kinds=(Kind.DECISION, Kind.FOLLOW_UP)),
    ]
    with shelved([*some, *BEFORE]) as db:
        found = similar.similar(db, "停车位划线")
        assert [hit.key for hit in found.hits] == ["2", "lots", "night"]
        assert found.total == Total(3)


def test_an_empty_archive_has_no_forerunners() -> None:
    """Nor does a word that stands everywhere say anything."""
    with shelved([]) as db:
        assert similar.similar(db, "停车位") == Before()
    many = [doc(str(n), "停车位", meeting=f"m{n}") for n in range(similar.COMMON + 1)]
    with shelved(many) as db:
        assert similar.similar(db, "停车位") == Before()
