"""What the matters of a meeting are called: motions and meetings by number. Said alike everywhere."""

from __future__ import annotations

from facilitator.meeting import Meeting
from facilitator.meeting.motions import Motion, Motions
from facilitator.words.figures import numeral
from facilitator.words.tongue import tongue


def meeting_words(meeting: Meeting, lang: str) -> str:
    """第二届第1次会议: which meeting of its body this is."""
    return ordinal_words(meeting.council.term, meeting.call.ordinal, lang)


def ordinal_words(term: int, ordinal: int, lang: str) -> str:
    """第二届第1次会议: a meeting by its term of office and its running number in it."""
    t = tongue(lang)
    words = numeral(term) if lang == "zh" and term <= 9999 else str(term)
    return t("Term {term}, meeting {number}", term=words, number=ordinal)


def motion_name(motions: Motions, motion: Motion, lang: str) -> str:
    """动议2-1, 动议2-1修正案; with a number when there are several amendments."""
    t = tongue(lang)
    if not motion.amends:
        return t("motion {number}", number=motions.number(motion))
    main = motions.number(motions.all[motion.amends])
    if len(motions.amendments(motion.amends)) == 1:
        return t("amendment to motion {number}", number=main)
    return t("amendment {ordinal} to motion {number}", ordinal=motion.ordinal, number=main)
