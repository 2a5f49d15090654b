"""Dates, times, numbers, money and counted things, as a clerk writes them. Plain functions, no locale.

Chinese follows the papers: half-width digits without added spaces (赞成9票), one 一字线 in ranges. A screen
gives the same words more air with `airy`. Times are shown in the offset that the datetime carries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from facilitator.words.tongue import NBSP, mark_many, tongue

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DIGITS = "零一二三四五六七八九"


def date_words(day: date, lang: str) -> str:
    """A date: 2026年11月27日, 27 November 2026."""
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def full_date(day: date, lang: str) -> str:
    """A date with its weekday: 2026年11月27日（星期五）, Friday, 27 November 2026."""
    if lang == "zh":
        return f"{date_words(day, lang)}（星期{'一二三四五六日'[day.weekday()]}）"
    return f"{_WEEKDAYS[day.weekday()]}, {date_words(day, lang)}"


def short_date(day: date, lang: str) -> str:
    """A date where the year is plain: 11月27日, 27 Nov."""
    if lang == "zh":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def column_date(day: date, lang: str) -> str:
    """A date as it stands in a column, one under another: 2027.4.15, 15 Apr 2027."""
    if lang == "zh":
        return f"{day.year}.{day.month}.{day.day}"
    return f"{short_date(day, lang)} {day.year}"


def day_range(first: date, last: date, lang: str) -> str:
    """A period, both days included: 2026年11月28日至12月4日，共7日."""
    days = counted((last - first).days + 1, Unit.DAYS, lang)
    same_year = first.year == last.year
    if lang == "zh":
        end = short_date(last, lang) if same_year else date_words(last, lang)
        return f"{date_words(first, lang)}至{end}，共{days}"
    begin = date_words(first, lang).removesuffix(f" {last.year}")
    return f"{begin} to {date_words(last, lang)}, {days}"


def clock(at: datetime) -> str:
    """A time of day: 19:36."""
    return f"{at:%H:%M}"


def clock_seconds(at: datetime) -> str:
    """A time of day to the second: 21:00:42."""
    return f"{at:%H:%M:%S}"


def time_range(begin: datetime, end: datetime | None, lang: str) -> str:
    """From when to when: 19:38—19:45; one time when both are the same minute or the end is open."""
    if end is None or (begin.date() == end.date() and clock(begin) == clock(end)):
        return clock(begin)
    later = end.astimezone(begin.tzinfo) if begin.tzinfo and end.tzinfo else end
    next_day = later.date() != begin.date()
    if lang == "zh":
        return f"{clock(begin)}—{'次日' if next_day else ''}{clock(later)}"
    return f"{clock(begin)}–{clock(later)}{' (next day)' if next_day else ''}"


def meeting_time(begin: datetime, end: datetime | None, lang: str) -> str:
    """Day and times: 2026年11月27日（星期五）19:36—21:00."""
    between = "" if lang == "zh" else ", "
    return f"{full_date(begin.date(), lang)}{between}{time_range(begin, end, lang)}"


def numeral(number: int) -> str:
    """A whole number from 0 to 9999 in Chinese: 一, 十, 二十三, 一百零五."""
    if not 0 <= number <= 9999:
        raise ValueError(f"no Chinese numeral for {number}")
    if number < 10:
        return _DIGITS[number]
    text = ""
    for digit, place in zip(f"{number:04}", "千百十 ", strict=True):
        text += "零" if digit == "0" else _DIGITS[int(digit)] + place
    text = re.sub("零+", "零", text.replace(" ", "")).strip("零")
    return text.removeprefix("一") if number < 20 else text


def item_number(number: int, lang: str) -> str:
    """The number of an item on the agenda: 二 in Chinese, 2 in English."""
    return numeral(number) if lang == "zh" else str(number)


def money(fen: int, lang: str) -> str:
    """An amount given in fen: 3,500元, 3,500.50元; CNY 3,500."""
    yuan, rest = divmod(abs(fen), 100)
    amount = f"{'-' if fen < 0 else ''}{yuan:,}" + (f".{rest:02}" if rest else "")
    return f"{amount}元" if lang == "zh" else f"CNY{NBSP}{amount}"


def weight(number: int, unit: str) -> str:
    """A weight counted in `unit` ("0.01 m²"): 1,040,000 of them are 10,400 m²."""
    amount, name = scaled(number, unit)
    return f"{amount}{NBSP}{name}" if name else amount


def scaled(number: int, unit: str) -> tuple[str, str]:
    """A number of `unit` as an exact decimal, and what it is a number of: ("10,400", "m²")."""
    found = re.match(r"(\d+(?:\.\d+)?)\s*(.*)", unit)
    factor, name = (Decimal(found[1]), found[2]) if found else (Decimal(1), unit.strip())
    text = f"{Decimal(number) * factor:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text), name


def decimal_words(value: Fraction, places: int = 2) -> str:
    """A fraction as a decimal for reading, half up; to more places where it would look like a whole number."""
    while True:
        number = int(value * 10**places + Fraction(1, 2))
        if value.denominator == 1 or number % 10**places:
            break
        places += 1
    head, rest = divmod(number, 10**places)
    tail = f"{rest:0{places}}".rstrip("0")
    return f"{head:,}.{tail}" if tail else f"{head:,}"


def percent(share: Fraction) -> str:
    """A share in whole per cent, halves up; only the whole is called 100 %, only nothing 0 %."""
    whole = (share * 200 + 1) // 2
    if share < 1:
        whole = min(whole, 99)
    if share > 0:
        whole = max(whole, 1)
    return f"{whole}%"


def duration(seconds: int, lang: str) -> str:
    """How long something took: 20秒, 2分钟, 2分20秒."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return counted(rest, Unit.SECONDS, lang)
    if not rest:
        return counted(minutes, Unit.MINUTES, lang)
    return f"{minutes}分{rest}秒" if lang == "zh" else f"{minutes}{NBSP}min {rest}{NBSP}s"


class Unit(Enum):
    """What is counted. English in both numbers; `{n}` is the number."""

    VOTES = mark_many("{n} vote", "{n} votes")
    POINTS = mark_many("{n} point", "{n} points")
    DOTS = mark_many("{n} dot", "{n} dots")
    PROJECTS = mark_many("{n} project", "{n} projects")
    SEATS = mark_many("{n} seat", "{n} seats")
    PEOPLE = mark_many("{n} person", "{n} people")
    BALLOTS = mark_many("{n} ballot", "{n} ballots")
    ITEMS = mark_many("{n} item", "{n} items")
    ENTRIES = mark_many("{n} entry", "{n} entries")
    DAYS = mark_many("{n} day", "{n} days")
    MINUTES = mark_many("{n} minute", "{n} minutes")
    SECONDS = mark_many("{n} second", "{n} seconds")


def counted(number: int, unit: Unit, lang: str) -> str:
    """A number of things: 9票, 9 votes. It never breaks at the end of a line where it has a space."""
    one, more = unit.value
    return tongue(lang).many(one, more, number, n=f"{number:,}").replace(" ", NBSP)


def listing(words: Iterable[str], lang: str) -> str:
    """Things one after another: 陈国栋、林秀英; Chen Guodong, Lin Xiuying."""
    return ("、" if lang == "zh" else ", ").join(words)


def spans(numbers: Iterable[int], lang: str) -> str:
    """Numbers with those that follow one another drawn together: 1—37、40; 1–37, 40."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1] = [found[-1][0], number]
        else:
            found.append([number])
    dash = "—" if lang == "zh" else "–"
    return listing((dash.join(map(str, one)) for one in found), lang)


_SEAM = re.compile(r"(?<=[^ -~])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[^ -~])")
"""Where ASCII meets another sign: with the ranges of Chinese signs in it, it takes milliseconds to compile."""


def airy(text: str) -> str:
    """Text for a screen: a no-break space between Chinese characters and digits (须赞成 9 票)."""
    return _SEAM.sub(_air, text)


def _air(seam: re.Match[str]) -> str:
    other = max(seam.string[seam.start() - 1], seam.string[seam.start()])
    return NBSP if "\u3400" <= other <= "\u4dbf" or "\u4e00" <= other <= "\u9fff" else ""
