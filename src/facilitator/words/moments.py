"""When something is, as people say it of days near by: tonight, tomorrow, in 38 minutes, 12 days late."""

from __future__ import annotations

from datetime import date, datetime

from facilitator.words.figures import Unit, airy, clock, counted, date_words, short_date
from facilitator.words.tongue import tongue

_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_EVENING = 18
"""From this hour on it is tonight, not today."""


def day_name(day: date, today: date, lang: str, *, evening: bool = False) -> str:
    """今天, 今晚, 明天, 昨天; else the date, with the year where it is another."""
    t = tongue(lang)
    match (day - today).days:
        case 0:
            return t("Tonight") if evening else t.within("day", "Today")
        case 1:
            return t("Tomorrow")
        case -1:
            return t("Yesterday")
        case _:
            plain = short_date(day, lang) if day.year == today.year else date_words(day, lang)
            return airy(plain)


def moment_words(at: datetime, now: datetime, lang: str) -> str:
    """今晚 19:30, 明天 14:00, 12月4日 19:30. The day may stand on a line of its own."""
    return f"{day_name(at.date(), now.date(), lang, evening=at.hour >= _EVENING)} {clock(at)}"


def weekday_words(day: date, lang: str) -> str:
    """星期五, Fri."""
    return f"星期{_WEEKDAYS_ZH[day.weekday()]}" if lang == "zh" else _WEEKDAYS_EN[day.weekday()]


def until_words(at: datetime, now: datetime, lang: str) -> str:
    """How long until then, in one unit: 还有38分钟, in 3 hours, 还有12天; "" once it has come."""
    t, seconds = tongue(lang), int((at - now).total_seconds())
    if seconds <= 0:
        return ""
    minutes, days = -(-seconds // 60), (at.date() - now.date()).days
    if minutes <= 90:
        return airy(t.many("in {n} minute", "in {n} minutes", minutes))
    if days == 0 or minutes < 12 * 60:
        return airy(t.many("in {n} hour", "in {n} hours", round(minutes / 60)))
    return airy(t.many("{n} day to go", "{n} days to go", days))


def due_words(due: date, today: date, lang: str) -> str:
    """逾期12天, 今天到期, 还剩3天."""
    t, days = tongue(lang), (due - today).days
    if days < 0:
        return airy(t.many("{n} day overdue", "{n} days overdue", -days))
    if days == 0:
        return t("Due today")
    return airy(t.many("{n} day left", "{n} days left", days))


def since_words(at: datetime, now: datetime, lang: str) -> str:
    """How long something has lasted, to the minute: 40分钟, 1小时5分钟."""
    minutes = max(0, int((now - at).total_seconds())) // 60
    t, (hours, rest) = tongue(lang), divmod(minutes, 60)
    if not hours:
        return airy(counted(minutes, Unit.MINUTES, lang))
    said = t.many("{n} hour", "{n} hours", hours)
    if not rest:
        return airy(said)
    between = "" if lang == "zh" else " "
    return airy(f"{said}{between}{counted(rest, Unit.MINUTES, lang)}")
