"""Words stand out from every ground they may stand on, in both looks: pressed, chosen and switched off, too."""

import re

import pytest

from facilitator.desk.theme.sheet import style_sheet
from facilitator.desk.theme.tokens import DARK, LIGHT
from tests.desk.colours import contrast

LEAST, OF_SHAPES = 4.5, 3.0
GROUNDS = ("surface", "paper", "sunken")
SOFT = ("accent_soft", "good_soft", "bad_soft", "warn_soft", "abstain_soft")
PAIRS = {
    "ink": (*GROUNDS, *SOFT, "line", "empty"),
    "soft": (*GROUNDS, *SOFT, "empty"),
    "accent_ink": (*GROUNDS, "accent_soft"),
    "good_ink": (*GROUNDS, "good_soft"),
    "bad_ink": (*GROUNDS, "bad_soft"),
    "warn_ink": (*GROUNDS, "warn_soft"),
    "accent_on": ("accent",),
    "on_strong": ("good", "bad"),
    "surface": ("ink", "soft"),
    "mark_ink": ("mark",),
    "rail_ink": ("rail", "rail_on"),
    "rail_bright": ("rail", "rail_on"),
}
PLAIN = ("surface", "paper")
SHAPES = {
    "ring": (*GROUNDS, *SOFT),
    "field": (*GROUNDS, *SOFT),
    "accent": PLAIN,
    "faint": PLAIN[:1],
    "good": PLAIN,
    "bad": PLAIN,
}
"""Where the keys are, what can be written in or ticked, how a vote went: seen by their shape."""
ENTRIES = re.compile(
    r"QLineEdit|QTextEdit|QPlainTextEdit|QSpinBox|QComboBox(?!.*AbstractItemView)|Q(Date|Time|DateTime)Edit"
    r"|::indicator|QFrame\[look=\"(stepper|writing)\"\]"
)
"""What people write in, choose from or tick, in the style sheet."""
BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def faint(tokens, pairs, least):
    """Which of the pairs stand out too little, and by how much they do."""
    found = {
        (ink, ground): round(contrast(getattr(tokens, ink), getattr(tokens, ground)), 2)
        for ink, grounds in pairs.items()
        for ground in grounds
    }
    return {pair: has for pair, has in found.items() if has < least}


@BOTH
def test_words_and_shapes_stand_out_from_every_ground(tokens):
    """By WCAG 2.2: 4.5 for words of any size, 3 for what is told by its shape."""
    assert faint(tokens, PAIRS, LEAST) == {}
    assert faint(tokens, SHAPES, OF_SHAPES) == {}


@BOTH
def test_every_rule_of_the_style_sheet_can_be_read(tokens):
    """Where a rule gives words and ground these stand out; words alone are given colours made for words."""
    found, of_words = [], {getattr(tokens, ink) for ink in PAIRS}
    rules = re.findall(r"([^{}]+)\{([^{}]+)\}", style_sheet(tokens, round))
    assert len(rules) > 100
    for names, body in rules:
        given = dict(re.findall(r"([a-z-]+): *([^;]+);", body))
        ground = given.get("background") or given.get("background-color", "")
        chosen = given.get("selection-color"), given.get("selection-background-color")
        for ink, below in ((given.get("color"), ground), chosen):
            if ink and ink not in of_words:
                found.append(f"{names.strip()}: {ink} is not for words")
            elif ink and (below or "").startswith("#") and contrast(ink, below) < LEAST:
                found.append(f"{names.strip()}: {ink} on {below} has {contrast(ink, below):.2f}")
    assert found == []


@BOTH
def test_what_is_written_in_or_ticked_has_a_border_that_is_seen(tokens):
    """By WCAG 2.2, 1.4.11; what is switched off needs none, what has no border at all lies in one that has."""
    found, borders = [], 0
    for names, body in re.findall(r"([^{}]+)\{([^{}]+)\}", style_sheet(tokens, round)):
        if not ENTRIES.search(names) or ":disabled" in names:
            continue
        for line in re.findall(r"\bborder(?:-color)?: *([^;]*#\w+);", body):
            borders += 1
            (edge,) = re.findall(r"#\w+", line)
            least = min(contrast(edge, getattr(tokens, ground)) for ground in PLAIN)
            if least < OF_SHAPES:
                found.append(f"{names.strip()}: {edge} has {least:.2f}")
    assert borders >= 12
    assert found == []


@BOTH
def test_a_button_keeps_its_words_under_the_mouse(tokens):
    """What is filled has another ground while the mouse is on it, with the same words."""
    sheet = style_sheet(tokens, round)
    hover = re.search(r'QPushButton\[look="primary"\]:hover \{ background: (#\w+);', sheet)
    assert contrast(tokens.accent_on, hover[1]) >= LEAST
