"""A rule in words and figures: shares, bases, what is needed, and the arithmetic that shows it.

以上 includes the figure itself and 超过 does not (Civil Code article 1259), so "at least" and "more than" are
never mixed. Numbers are exact; the decimal in the working is for the reader only.
"""

from __future__ import annotations

from fractions import Fraction

from facilitator.rules.charter import Base, Charter, DecisionRule, Measure, Threshold
from facilitator.rules.counting import needed
from facilitator.rules.outcome import Role, Test
from facilitator.rules.tally import Tally, Votes
from facilitator.words.figures import Unit, counted, decimal_words, numeral, scaled, weight
from facilitator.words.titles import title
from facilitator.words.tongue import mark_in, tongue

_ENGLISH_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_PARTS = (
    "half",
    "third",
    "quarter",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)


def share_words(share: str, lang: str, *, strict: bool = False) -> str:
    """A share such as "2/3" in words: 三分之二以上, 过半数, 超过三分之二, 全体一致; at least two thirds."""
    part = Fraction(share)
    if lang == "zh":
        return _chinese_share(part, strict)
    if part == 1:
        return "all"
    return f"{'more than' if strict else 'at least'} {_english_part(part)}"


def _chinese_share(part: Fraction, strict: bool) -> str:
    if part == 1:
        return "全体一致"
    if part == Fraction(1, 2):
        return "过半数" if strict else "半数以上"
    text = f"{numeral(part.denominator)}分之{numeral(part.numerator)}"
    return f"超过{text}" if strict else f"{text}以上"


def _english_part(part: Fraction) -> str:
    if part == Fraction(1, 2):
        return "half"
    if part.denominator > 10:
        return f"{part.numerator}/{part.denominator}"
    plural = "s" if part.numerator > 1 else ""
    return f"{_ENGLISH_NUMBERS[part.numerator]} {_ENGLISH_PARTS[part.denominator - 2]}{plural}"


_SIZED = {
    Base.SEATS: mark_in("base", "all {n} seats"),
    Base.IN_OFFICE: mark_in("base", "the {n} members in office"),
    Base.PRESENT: mark_in("base", "the {n} present"),
    Base.RETURNED: mark_in("base", "the {n} ballots returned"),
    Base.VALID: mark_in("base", "the {n} valid votes"),
    Base.FOR_AGAINST: mark_in("base", "the {n} votes for and against"),
}


_OPEN = {
    Base.IN_OFFICE: mark_in("open assembly", "all members"),
    Base.RETURNED: mark_in("open assembly", "all who take part"),
}
"""In an open assembly nobody is in office, and it is people who take part rather than ballots."""


def base_words(
    base: Base, lang: str, *, size: int | None = None, charter: Charter | None = None
) -> str:
    """What a share is taken of: 全体席位, 在任代表, 到会人员; with `size`, 全体13席, 在任代表11人.

    `charter` tells an open assembly, where it is 全体成员 (all members) instead of 在任代表.
    """
    t = tongue(lang)
    if charter is not None and not charter.seats and base in _OPEN:
        words = t.within(*_OPEN[base])
        return words if size is None else t("{base}, {n} of them", base=words, n=f"{size:,}")
    if charter is not None and charter.member_word and base is Base.IN_OFFICE:
        several = members(charter, lang)
        if size is None:
            return t.within("base", "{members} in office", members=several)
        return t.within("base", "the {n} {members} in office", members=several, n=f"{size:,}")
    return title(base, lang) if size is None else t.within(*_SIZED[base], n=f"{size:,}")


def member(charter: Charter, lang: str) -> str:
    """What the charter calls one member: 代表, 业主, 委员; member, owner."""
    word = charter.member_word
    return word.text(lang) if word else tongue(lang).within("person", "member")


def members(charter: Charter, lang: str) -> str:
    """What the charter calls several members."""
    return member(charter, lang) + ("s" if lang == "en" else "")


def share_of_base(
    of: Threshold | Test, lang: str, *, charter: Charter | None = None, size: int | None = None
) -> str:
    """A threshold in words: 全体席位的三分之二以上; with `size`, 全体13席的三分之二以上.

    `charter` gives a seat group its title; without it the group's key is shown.
    """
    t = tongue(lang)
    heads = of.measure is Measure.HEADS
    base = base_words(of.base, lang, size=size if heads else None, charter=charter)
    if Fraction(of.share) == 1:
        text = t("{base} without exception", base=base)
    else:
        share = share_words(of.share, lang, strict=of.strict)
        text = t("{share} of {base}", share=share, base=base)
    if not heads:
        text = t("by weight {share}", share=text)
    if of.group == "each":
        return t("in each group {share}", share=text)
    if of.group:
        return t("{share} in {group}", group=group_words(of.group, charter, lang), share=text)
    return text


def group_words(key: str, charter: Charter | None, lang: str) -> str:
    """The title of a seat group, or its key when the charter does not know it."""
    group = charter.group(key) if charter is not None else None
    return group.title.text(lang) if group is not None else key


def rule_sentence(
    charter: Charter, rule: DecisionRule, lang: str, figures: Votes | None = None
) -> str:
    """What it takes to pass, with numbers where they are known: 全体13席的三分之二以上赞成为通过，须9票.

    Seats are known from the charter; members in office and people present only from `figures`
    (`Meeting.figures()`); what depends on the votes themselves is said in words alone. No full stop.
    """
    t = tongue(lang)
    share, need = _together(charter, rule, rule.consent, lang, figures)
    text = t("passes when {share} are in favour", share=share)
    if need:
        text = t("{rule}: {needed}", rule=text, needed=need)
    if rule.participation:
        part, _ = _together(charter, rule, rule.participation, lang, figures, Unit.PEOPLE)
        text = t("valid when {part} take part; {rule}", part=part, rule=text)
    return text[:1].upper() + text[1:]


def _together(
    charter: Charter,
    rule: DecisionRule,
    all_of: tuple[Threshold, ...],
    lang: str,
    figures: Votes | None,
    unit: Unit = Unit.VOTES,
) -> tuple[str, str]:
    """Thresholds in words, all of which have to be met; and the number needed if there is just one."""
    t = tongue(lang)
    known = [_known(charter, rule, one, lang, figures, unit) for one in all_of]
    if len(known) == 1:
        return known[0]
    shares = [t("{share} ({needed})", share=s, needed=n) if n else s for s, n in known]
    if len({one.measure for one in all_of}) > 1:
        heads = [one.measure is Measure.HEADS for one in all_of]
        by_head = [t("by head {share}", share=share) for share in shares]
        shares = [h if head else s for h, s, head in zip(by_head, shares, heads, strict=True)]
    return t.within("between", " and ").join(shares), ""


def _known(
    charter: Charter,
    rule: DecisionRule,
    one: Threshold,
    lang: str,
    figures: Votes | None,
    unit: Unit,
) -> tuple[str, str]:
    """A threshold in words, and the number needed as words; "" when it is not known beforehand."""
    size = _size(charter, rule, one, figures)
    share = share_of_base(one, lang, charter=charter, size=size)
    if size is None:
        return share, ""
    number = needed(size, one.fraction, strict=one.strict)
    if one.measure is Measure.WEIGHT:
        return share, weight(number, charter.weight_unit)
    return share, counted(number, unit, lang)


def _size(
    charter: Charter, rule: DecisionRule, one: Threshold, figures: Votes | None
) -> int | None:
    """The base in numbers before anybody has voted, or None."""
    if one.base not in (Base.SEATS, Base.IN_OFFICE, Base.PRESENT) or one.group == "each":
        return None
    if figures is not None:
        tally = figures.groups.get(one.group) if one.group else figures.whole
        tally = figures.weights if one.measure is Measure.WEIGHT else tally
        return tally.base(one.base, rule) if tally is not None else None
    if one.base is not Base.SEATS or one.measure is Measure.WEIGHT:
        return None
    group = charter.group(one.group) if one.group else None
    seats = group.seats if group is not None else charter.seats
    return Tally(seats=seats, in_office=0, present=0).base(one.base, rule) or None


_NEEDS = {
    (Role.CONSENT, Measure.HEADS): mark_in("needed", "{n} for needed"),
    (Role.QUORUM, Measure.HEADS): mark_in("needed", "{n} present needed"),
    (Role.PARTICIPATION, Measure.HEADS): mark_in("needed", "{n} taking part needed"),
    (Role.CONSENT, Measure.WEIGHT): mark_in("needed weight", "{n} for needed"),
    (Role.QUORUM, Measure.WEIGHT): mark_in("needed weight", "{n} present needed"),
    (Role.PARTICIPATION, Measure.WEIGHT): mark_in("needed weight", "{n} taking part needed"),
}
_BASE_UNITS = {Base.SEATS: Unit.SEATS, Base.IN_OFFICE: Unit.PEOPLE, Base.PRESENT: Unit.PEOPLE}


def base_figure(test: Test, lang: str, unit: str = "") -> str:
    """The base of a test as a figure: 基数13席; base 13 seats. `unit` is the charter's, for weights."""
    if test.measure is Measure.WEIGHT:
        size = weight(test.base_size, unit)
    else:
        size = counted(test.base_size, _BASE_UNITS.get(test.base, Unit.VOTES), lang)
    t = tongue(lang)
    return t("base {size}", size=size)


def need_words(test: Test, lang: str, unit: str = "") -> str:
    """What a test asks for: 须赞成9票; 9 for needed."""
    heads = test.measure is Measure.HEADS
    number = f"{test.needed:,}" if heads else weight(test.needed, unit)
    return tongue(lang).within(*_NEEDS[test.role, test.measure], n=number)


def arithmetic(test: Test, lang: str, unit: str = "") -> str:
    """The comparison with its working: 10 ≥ 9（13 × 2 ÷ 3 = 8.67，进为9）."""
    t = tongue(lang)
    compared, working = comparison(test, unit), working_words(test, lang, unit)
    return (
        t("{comparison} ({working})", comparison=compared, working=working) if working else compared
    )


def working_words(test: Test, lang: str, unit: str = "") -> str:
    """How the number needed is come by: 13 × 2 ÷ 3 = 8.67，进为9; "" where the share is that very number."""
    t = tongue(lang)
    exact, number = Fraction(test.share) * test.base_size, _plain(test, test.needed, unit)
    if exact == test.needed:
        return ""
    if exact.denominator != 1:
        tail = t("rounded up to {n}", n=number)
    elif test.strict:
        tail = t("more than that: {n}", n=number)
    else:
        tail = t("at least {n}", n=number)
    return t.within("between", ", ").join((_working(test, exact, unit), tail))


def comparison(test: Test, unit: str = "") -> str:
    """What was reached against what was needed: 10 ≥ 9."""
    sign = "≥" if test.met else "<"
    return f"{_plain(test, test.reached, unit)} {sign} {_plain(test, test.needed, unit)}"


def _plain(test: Test, number: int, unit: str) -> str:
    """A number of the test's measure, without its unit."""
    return scaled(number, unit)[0] if test.measure is Measure.WEIGHT else f"{number:,}"


def _working(test: Test, exact: Fraction, unit: str) -> str:
    """13 × 2 ÷ 3 = 8.67, in the unit that people know."""
    share = Fraction(test.share)
    times = f" × {share.numerator}" if share.numerator > 1 else ""
    over = f" ÷ {share.denominator}" if share.denominator > 1 else ""
    return f"{_plain(test, test.base_size, unit)}{times}{over} = {_decimal(test, exact, unit)}"


def _decimal(test: Test, exact: Fraction, unit: str) -> str:
    """Whole numbers as they are; others two places beyond the unit."""
    if exact.denominator == 1:
        return _plain(test, int(exact), unit)
    one = Fraction(scaled(1, unit)[0]) if test.measure is Measure.WEIGHT else Fraction(1)
    places = 2
    while (one * 10 ** (places - 2)).denominator != 1:
        places += 1
    return decimal_words(exact * one, places)
