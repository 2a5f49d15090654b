# ruff: noqa: E501 - whole sentences are easier to read than broken ones
"""A sample record in English, in short."""

from __future__ import annotations

from facilitator.papers.model import (
    Heading,
    Layout,
    Line,
    Paper,
    RowKind,
    Seal,
    Signatures,
    Table,
)
from tests.papers.pieces import (
    bold,
    boxed,
    head,
    label,
    left,
    mid,
    name,
    row,
    say,
    struck,
    total,
    wide,
)
from tests.papers.sample_votes import HEAD, vote


def english() -> Paper:
    """Write a short English record with every construct that runs wider in English."""
    groups = head("Group", "Seats", "Present", "For", "Against", "Abstain", "Absent")
    return Paper(
        kind="record",
        lang="en",
        layout=Layout.RECORD,
        title="Record of the Songbaigang Council",
        subtitle="Term 2, meeting 1",
        blocks=(
            Table(
                widths=(11, 46, 11, 32),
                rows=(
                    row(
                        label("When"),
                        left("Friday, 27 November 2026, 19:36–21:00"),
                        label("Where"),
                        left("Community hall"),
                    ),
                    row(
                        label("Chair"),
                        left("Su Huimin (president)"),
                        label("Record"),
                        left("Zheng Xiaotong (secretary)"),
                    ),
                ),
            ),
            Table(
                widths=(20, 9, 9, 9, 53),
                rows=(
                    head("Group", "Due", "Here", "Excused", "Attending"),
                    row(
                        "Established",
                        "6",
                        "6",
                        "0",
                        left(
                            "Chen Guodong, Lin Xiuying, Huang Zhiqiang, Liang Huifang, He Weiming, Feng Jintian"
                        ),
                    ),
                    row(
                        "New",
                        "6",
                        "5",
                        "1",
                        left(
                            "Wang Jianjun, Li Chunmei, Zhang Haibo, Liu Xiaoyan, Wu Dequan; excused: Zhou Yumei"
                        ),
                    ),
                    total(
                        "Total",
                        "13",
                        "12",
                        "1",
                        left("9 votes for needed; at most 4 may be missing"),
                    ),
                ),
            ),
            Line(
                "19:36", say("The meeting opens. Five items; item five is taken before item four.")
            ),
            Heading("1. Removal of private parking posts", right="20:06–20:14"),
            Line(
                "20:06",
                say(
                    name("Chen Guodong: "),
                    "I move that every household take out its own posts and that the seventy spaces be shared. Seconded by Li Chunmei.",
                ),
            ),
            Line(
                "20:08",
                say(
                    name("Liu Xiaoyan (against): "),
                    "They were “bought with our own money”; who’ll pay for them?",
                ),
            ),
            Line(
                "20:10",
                say(
                    boxed("Host"),
                    "Su Huimin: that isn’t on the agenda. Please come back to the motion.",
                ),
            ),
            vote(
                wide(
                    7,
                    bold("Motion 3-1"),
                    "  That each household take out its own posts by 31 December; the seventy spaces are shared by all residents.",
                    kind=RowKind.MOTION,
                ),
                wide(
                    7,
                    "Roll call, 20:12",
                    right=say(
                        "Charter v1: two thirds of all seats · base 13 seats · ",
                        bold("9 votes needed"),
                    ),
                ),
                groups,
                row("Established", "6", "5", "4", "1", "0", "1"),
                row(
                    "New",
                    "6",
                    "5",
                    "4",
                    mid(struck("1"), bold("0")),
                    mid(struck("0"), bold("1")),
                    "1",
                ),
                row("Office", "1", "1", "0", "0", "1", "0"),
                total(
                    "Total",
                    "13",
                    "11",
                    "8",
                    mid(struck("2"), bold("1")),
                    mid(struck("1"), bold("2")),
                    "2",
                ),
                wide(7, "Not carried: 8 votes for, 8 < 9, one short.", kind=RowKind.RESULT),
            ),
            Signatures(("Chair (signature)", "Recorder (signature)")),
            Seal(
                label="Head of the record",
                head=" ".join(HEAD[i : i + 4] for i in range(0, 32, 4)),
                text="214 entries, the last at 21:00:42 on 27 November 2026. Signing confirms that this paper agrees with this head; the code at the right holds all of it.",
                qr=HEAD * 2,
            ),
        ),
        mark="Sample, all names invented",
        reference="Songbaigang Council, term 2, meeting 1",
        date="2026-11-27",
    )
