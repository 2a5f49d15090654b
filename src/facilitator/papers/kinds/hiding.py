"""What people told, for a paper that is to be posted: without the names and numbers of others.

Nothing that was decided goes through here. Motions, amendments, resolutions, titles, assignments and rules
stand word for word in every version: they are the decision, and whoever words a motion with a name in it
publishes that name. Where a paper itself names people, `naming` has masked them already. What is left is
free text: notes, reasons, reports, objections. Of these, no ordinary word may be mauled:

- a name of three characters and more, or of two words, is hidden wherever it stands;
- a name of two characters (刘畅) where it stands by itself, between marks or before a title or a verb of
  speech: 刘畅、何静；对刘畅说. One that is an ordinary word as well (高峰, 安全) only right before a title;
- a name of one word in letters (Tenzin) only after a title or before a verb of speech: Will is a word;
- a name of one character never;
- telephone and identity numbers always; a door only where a member's whole address stands, never a
  building that many share.

Names of people who are neither members nor guests are not known here and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_IDENTITY = re.compile(r"(?<![0-9A-Za-z])(\d{3})\d{11}(\d{3}[0-9Xx])(?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<!\d)((?:\+?86[ -]?)?1\d{2})[ -]?\d{4}[ -]?(\d{4})(?!\d)")
_DIGIT = re.compile(r"\d")
_BUILDING = re.compile(r"(楼|栋|幢|座|单元|门|小区|building|block)$", re.IGNORECASE)

_BEFORE = r"(?:(?<![^\W_])|(?<=[对请由找问跟]))"
"""Nothing, a mark, or a word that a person follows."""
_TITLE = r"(?=(?:同志|先生|女士|小姐|老师|师傅|阿姨|大爷|大妈|主任|书记|经理|代表|委员)(?!们))"
_AFTER = r"(?![^\W_])|(?=[说讲]|表示|认为|提出|提议|反映|回答|发言)|" + _TITLE
_SPEAKS = r"(?=\s+(?:says|said|asks|asked|thinks|proposes|proposed)\b)"
_CALLED = r"\b(?:Mr|Mrs|Ms|Miss|Dr|Member|Guest)\.?\s+"

_BOTH = """
安定 安静 安康 安宁 安排 安全 安心 安装 白天 白云 包干 包括 包容 常常 常见 常青
常用 车辆 车位 成本 成果 成立 成熟 成员 程度 程序 单独 单位 单元 党员 党委 方案
方便 方法 方向 方圆 方正 高度 高峰 高级 高明 高尚 高兴 公平 公开 公正 古老 谷物
顾虑 管道 管理 管线 关键 关心 关注 海洋 和睦 和平 和气 和谐 花草 花园 黄金 计划
计算 江河 江山 解放 解决 解释 金秋 金融 金色 经常 经费 经理 经验 景观 景色 康复
康乐 雷雨 连接 连续 林木 林业 林荫 凌晨 柳树 路灯 路口 路面 路线 马路 马上 明白
明亮 明天 宁静 平安 平等 平静 平时 钱包 强大 强化 强调 曲线 全部 全面 全体 石头
时常 时代 时光 时间 史料 水电 水管 水平 田地 田园 万一 温和 温暖 温馨 文化 文件
文明 文章 鲜花 鲜明 项目 向阳 幸福 严格 严密 严肃 严重 阳光 阳台 易懂 应当 应急
游乐 于是 元旦 月光 云海 张贴 支持 支出 支付 祝福 庄严 庄重 左右
"""
_ORDINARY = frozenset(_BOTH.split())
"""Words that are somebody's name as well."""


class Hiding:
    """What must not be seen in what people told, and how it is shown instead."""

    def __init__(
        self, names: Mapping[str, str], phones: Iterable[str], addresses: Iterable[str]
    ) -> None:
        self._names = dict(names)
        numbers = {bare for phone in phones if len(bare := re.sub(r"\D", "", phone)) >= 7}
        doors = {one for one in addresses if _is_door(one)}
        self._named = _any_of(pattern for name in _longest(names) for pattern in _person(name))
        self._phones = _any_of(_number(r"[ -]?".join(number)) for number in _longest(numbers))
        self._doors = _any_of(_number(re.escape(door)) for door in _longest(doors))

    def text(self, text: str) -> str:
        """陈国栋 13800000001 北巷12号 becomes 陈代表 138****0001 北巷**号."""
        text = _IDENTITY.sub(rf"\1{'*' * 11}\2", text)
        text = _MOBILE.sub(r"\1****\2", text)
        text = self._phones.sub(lambda found: _stars(found[0]), text)
        text = self._doors.sub(lambda found: _stars(found[0]), text)
        return self._named.sub(lambda found: self._mask(found[0]), text)

    def _mask(self, found: str) -> str:
        """The mask of a name; of one found behind its title, the mask with that."""
        name = found if found in self._names else found.split()[-1]
        return self._names[name]


def _is_door(address: str) -> bool:
    """Whether an address tells a home; what is short or all figures would hide votes and dates as well."""
    says = len(address) >= 4 and any(char.isalpha() for char in address)
    return says and bool(_DIGIT.search(address)) and not _BUILDING.search(address)


def _person(name: str) -> Iterable[str]:
    """The patterns by which a name is found; none where it could be any word."""
    if not any(char.isalpha() for char in name):
        return
    if not _han(name):
        if len(name.split()) > 1:
            yield rf"\b{re.escape(name)}\b"
        elif len(name) > 1:
            yield rf"{_CALLED}{re.escape(name)}\b"
            yield rf"\b{re.escape(name)}{_SPEAKS}"
    elif len(name) > 2:
        yield re.escape(name)
    elif len(name) == 2:
        yield f"{_BEFORE}{name}{_TITLE if name in _ORDINARY else f'(?:{_AFTER})'}"


def _han(name: str) -> bool:
    """Whether a name is written in characters, not in letters."""
    return "\u3400" <= name[:1] <= "\u9fff" or name[:1] >= "\U00020000"


def _number(pattern: str) -> str:
    """A pattern that is not to begin or end inside a longer number."""
    return rf"(?<!\d){pattern}(?!\d)"


def _stars(text: str) -> str:
    return _DIGIT.sub("*", text)


def _longest(words: Iterable[str]) -> list[str]:
    """Longest first: 陈国栋梁 is not to become 陈代表梁."""
    return sorted(words, key=lambda word: (-len(word), word))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of these; one that matches nothing when there is none."""
    return re.compile("|".join(patterns) or r"(?!)")
