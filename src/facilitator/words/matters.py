"""What the matters of a meeting are called: a motion by its number. Papers and windows say it alike."""

from __future__ import annotations

from facilitator.meeting.motions import Motion, Motions
from facilitator.words.tongue import tongue


def motion_name(motions: Motions, motion: Motion, lang: str) -> str:
    """动议2-1, 动议2-1修正案; with a number when there are several amendments."""
    t = tongue(lang)
    if not motion.amends:
        return t("motion {number}", number=motions.number(motion))
    main = motions.number(motions.all[motion.amends])
    if len(motions.amendments(motion.amends)) == 1:
        return t("amendment to motion {number}", number=main)
    return t("amendment {ordinal} to motion {number}", ordinal=motion.ordinal, number=main)
