"""The columns of a spreadsheet of members: the heads that people write over them, and how they are compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from facilitator.acts import RuleViolation
from facilitator.data import dataclass
from facilitator.rules.composition import same_name

HEADS: Mapping[str, tuple[str, ...]] = {
    "member": ("编号", "代表编号", "成员编号", "委员编号", "id", "member id"),
    "name": (
        *("姓名", "名字", "代表姓名", "成员姓名", "委员姓名", "居民姓名", "人员姓名"),
        *("name", "full name", "member name"),
    ),
    "group": (
        *("组别", "组", "所属组", "所属组别", "席位组", "类别", "代表类别", "成员类别", "席位类别"),
        *("界别", "所属界别", "代表界别", "身份", "身份类别", "group", "seat group", "category"),
    ),
    "seat": ("席位", "席位号", "席号", "座席号", "seat", "seat no", "seat number"),
    "office": ("职务", "职位", "担任职务", "会内职务", "office", "post", "position"),
    "address": (
        *(
            "住址",
            "地址",
            "家庭住址",
            "现住址",
            "居住地址",
            "联系地址",
            "楼栋",
            "门牌号",
            "楼栋门牌",
        ),
        *("楼栋或单位", "单位", "单位/住址", "住址/单位", "住址或单位", "工作单位", "所在单位"),
        *("address", "building", "unit"),
    ),
    "phone": (
        *("电话", "手机", "手机号", "手机号码", "电话号码", "联系电话", "联系方式"),
        *("phone", "telephone", "mobile"),
    ),
    "since": (
        *("任期开始", "任期起", "任期起始", "任期起始日期", "任职日期", "任职时间", "当选日期"),
        *("since", "term begins", "term from"),
    ),
    "until": (
        *("任期结束", "任期止", "任期截止", "任期截止日期", "任期届满", "届满日期"),
        *("until", "term ends", "term until"),
    ),
    "alternate": ("候补", "候补代表", "是否候补", "alternate"),
    "invited_by": ("邀请人", "推荐人", "invited by", "recommended by", "put forward by"),
    "weight": ("权重", "投票权数", "面积", "建筑面积", "专有面积", "weight", "area"),
}
"""The heads under which people write a column; compared without case, spaces and what stands in brackets."""
NEEDED = ("name", "group")
HEAD_ROWS = 10
"""The heads may stand below a title: they are looked for in the first rows."""
_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the heads stand, which field is in which column, and which heads mean nothing to us."""

    head_row: int
    places: Mapping[str, int]
    """Field to column; rows and columns as a person counts them, from 1."""
    ignored: tuple[str, ...]

    def cell(self, cells: Sequence[str], field: str) -> str:
        """What a row says of a field; "" where there is no such column or cell."""
        column = self.places.get(field, 0)
        return cells[column - 1].strip() if 0 < column <= len(cells) else ""


def find_columns(rows: Sequence[Sequence[str]]) -> Columns:
    """The first row with heads for name and group; refused (`roster-heads`) when there is none.

    Of two columns for the same field the first is read.
    """
    known = {plain(word): field for field, words in HEADS.items() for word in words}
    for number, cells in enumerate(rows[:HEAD_ROWS], 1):
        places: dict[str, int] = {}
        ignored: list[str] = []
        for column, cell in enumerate(cells, 1):
            field = known.get(plain(cell)) or known.get(plain(_BRACKETS.sub("", cell)))
            if field and field not in places:
                places[field] = column
            elif cell.strip():
                ignored.append(" ".join(cell.split()))
        if all(field in places for field in NEEDED):
            return Columns(number, places, tuple(ignored))
    raise RuleViolation("roster-heads", needed=[HEADS[field][0] for field in NEEDED])


def plain(text: str) -> str:
    """A word as it is compared: width, case, spaces and punctuation make no difference."""
    return same_name(text)
