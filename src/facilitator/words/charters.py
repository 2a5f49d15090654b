"""A whole charter in words, line by line: who sits, what passes, what it takes to meet, its source."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.rules.charter import Charter, DecisionRule, Office, QuorumLost, Tie
from facilitator.words.figures import Unit, counted, date_words, duration
from facilitator.words.thresholds import group_words, rule_sentence, share_of_base
from facilitator.words.titles import title
from facilitator.words.tongue import tongue


def charter_lines(charter: Charter, lang: str) -> Iterator[str]:
    """All that a charter says; what it leaves open is said to be open."""
    t = tongue(lang)
    yield t(
        "{title} ({key}, version {version})",
        title=charter.title.text(lang),
        key=charter.key,
        version=charter.version,
    )
    yield charter.sentence.text(lang)
    if charter.disabled:
        yield f"✗ {charter.disabled.text(lang)}"
    yield t("Seat groups:")
    for group in charter.groups:
        seats = counted(group.seats, Unit.SEATS, lang) if group.seats else t("as many as register")
        said = t("{group}: {seats}", group=group.title.text(lang), seats=seats)
        yield f"  {group.key}  {said}"
    if charter.offices:
        yield t("Offices:")
        yield from (f"  {one.key}  {_office(charter, one, lang)}" for one in charter.offices)
    yield t("Rules:")
    for rule in charter.rules:
        yield from _rule(charter, rule, lang)
    yield from _meeting(charter, lang)
    yield from _force(charter, lang)


def _office(charter: Charter, office: Office, lang: str) -> str:
    t = tongue(lang)
    said = office.title.text(lang)
    if office.group:
        said = t(
            "{office}, from {group}", office=said, group=group_words(office.group, charter, lang)
        )
    return t("{office}, runs the meeting", office=said) if office.chairs else said


def _rule(charter: Charter, rule: DecisionRule, lang: str) -> Iterator[str]:
    t = tongue(lang)
    said = t(
        "{rule}: {sentence}.",
        rule=rule.title.text(lang),
        sentence=rule_sentence(charter, rule, lang),
    )
    own = t(" (applies unless another is named)") if rule.key == charter.default_rule else ""
    yield f"  {rule.key}{own}  {said}"
    details = [title(rule.recusal, lang), title(rule.blank, lang)]
    if rule.tie is not Tie.FAILS:
        details.insert(0, title(rule.tie, lang))
    yield "    " + t.within("between", "; ").join(details)
    if rule.source:
        yield f"    {rule.source}"


def _meeting(charter: Charter, lang: str) -> Iterator[str]:
    """What it takes to meet, to speak and to vote."""
    t = tongue(lang)
    unsaid = t("not specified")
    shares = [share_of_base(one, lang, charter=charter) for one in charter.quorum]
    yield t("Quorum: {quorum}", quorum=t.within("between", " and ").join(shares) or unsaid)
    if shares and charter.quorum_lost is not QuorumLost.BLOCK:
        yield f"  {title(charter.quorum_lost, lang)}"
    days = counted(charter.notice_days, Unit.DAYS, lang) if charter.notice_days else unsaid
    yield t("Notice before a meeting: {days}", days=days)
    months = t.many("{n} month", "{n} months", charter.term_months) if charter.term_months else ""
    yield t("Term of office: {months}", months=months or unsaid)
    speaking = [duration(charter.speaking.seconds, lang)] if charter.speaking.seconds else []
    if most := charter.speaking.speeches:
        speaking.append(t.many("{n} speech on a motion", "{n} speeches on a motion", most))
    limits = t.within("between", ", ").join(speaking)
    yield t("Speaking, for each member: {limits}", limits=limits or t("not limited"))
    seconded = t("A motion needs a second.")
    yield seconded if charter.second_required else t("A motion needs no second.")
    if charter.alternates:
        yield t("Alternates: {number} at most", number=charter.alternates)
    if charter.weight_unit:
        yield t("Weights are counted in {unit}.", unit=charter.weight_unit)
    if charter.executor:
        yield t("Carried out by: {executor}", executor=charter.executor.text(lang))


def _force(charter: Charter, lang: str) -> Iterator[str]:
    """From when until when it holds, and its source."""
    t = tongue(lang)
    if charter.valid_from:
        yield t("In force from {day}", day=date_words(charter.valid_from, lang))
    if charter.valid_until:
        yield t("In force until {day}", day=date_words(charter.valid_until, lang))
    source = f"{charter.source.title} {charter.source.place}".rstrip()
    yield t("Source: {source}", source=source)
    if charter.source.quote:
        yield f"“{charter.source.quote}”"
