"""The first letters of a Chinese name's pinyin, so that 刘小燕 is found by typing lxy."""

from __future__ import annotations

from bisect import bisect_right

# The 3755 common characters of GB 2312 stand in the order of their pinyin; where each letter begins.
BEGINS = (
    (45217, "a"), (45253, "b"), (45761, "c"), (46318, "d"), (46826, "e"), (47010, "f"), (47297, "g"),
    (47614, "h"), (48119, "j"), (49062, "k"), (49324, "l"), (49896, "m"), (50371, "n"), (50614, "o"),
    (50622, "p"), (50906, "q"), (51387, "r"), (51446, "s"), (52218, "t"), (52698, "w"), (52980, "x"),
    (53689, "y"), (54481, "z"),
)  # fmt: skip
END = 55290
SURNAMES = {
    "曾": "z", "单": "s", "解": "x", "仇": "q", "区": "o", "查": "z", "盖": "g", "朴": "p", "乐": "y",
    "翟": "z", "覃": "q", "那": "n",
}  # fmt: skip
"""Read otherwise in a surname than alone; heard at the beginning of a name only."""
OTHERS = {
    "b": "晡贲亳", "c": "岑琛褚谌宸婵", "d": "笪黛娣棣", "f": "芾淝沣绯芙", "g": "杲赓珙",
    "h": "昊皓灏颢晗珩蘅泓浣晖珲蕙翚", "j": "玑霁稷珈珺隽瑾槿婧璟靓", "k": "邝锴恺喾堃琨逵夔",
    "l": "岚斓瑯骊郦蠡濂琏麟翎泠旒鎏珑娈珞璐", "m": "湄嵋旻旼岷茗淼", "p": "霈芃",
    "q": "琦琪祺綦麒淇骐芊倩茜芩裘璆", "r": "苒荏嵘榕镕芮睿", "s": "姗佘莘燊晟笙澍姝", "t": "滕婷霆佟荼",
    "w": "琬菀薇玮炜玟雯汶妩婺", "x": "郗羲曦禧冼娴萱璇煊暄昕歆鑫馨栩煦珝",
    "y": "嫣妍晏滟曜烨晔邺怡贻懿羿奕弈滢瑛莜邕瑜妤昱煜钰毓媛瑗沅筠昀芸垚", "z": "桢祯稹芷祉沚铮诤倬濯梓姊祚",
}  # fmt: skip
"""Characters of names that stand in the second part of GB 2312, by strokes, or outside of it."""
RARE = {one: letter for letter, characters in OTHERS.items() for one in characters}


def initials(name: str) -> str:
    """The initials of a name in small letters: lxy; of Li Ming lm. "" for signs of which none is known."""
    if name.isascii():
        return "".join(word[0] for word in name.lower().split())
    return "".join(_initial(one, place) for place, one in enumerate(name.strip()))


def _initial(character: str, place: int) -> str:
    if place == 0 and character in SURNAMES:
        return SURNAMES[character]
    if character.isascii():
        return character.lower().strip()
    code = int.from_bytes(character.encode("gb2312", "ignore"))
    if BEGINS[0][0] <= code < END:
        return BEGINS[bisect_right(BEGINS, (code, "~")) - 1][1]
    return RARE.get(character, "")
