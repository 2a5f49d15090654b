"""The words of the rail are never cut without a sign: they get smaller, then narrower, then end in “…”."""

import pytest
from PySide6.QtGui import QFontMetrics

from facilitator.desk.pages import PAGES
from facilitator.desk.rail import lettering
from facilitator.desk.theme import Theme
from facilitator.words.tongue import LANGUAGES, tongue


@pytest.mark.parametrize("size", [100, 110, 125, 150])
def test_our_own_words_are_whole_in_large_letters(qapp, size):
    """In both languages, bold ones too."""
    theme = Theme(dark=False, size=size)
    for lang in LANGUAGES:
        for page in PAGES:
            text = tongue(lang)(page.title)
            font, said = lettering(theme, text, theme.px(68), bold=True)
            assert said == text
            assert font.pixelSize() >= theme.px(13)


def test_longer_words_get_smaller_before_they_are_cut(qapp):
    """Never below what can be read, and whatever is shown has room."""
    theme, room = Theme(dark=False, size=100), 68
    sizes = []
    for text in (
        "Settings",
        "Registers",
        "Discussions",
        "Neighbourhoods",
        "Neighbourhood councils",
    ):
        font, said = lettering(theme, text, room, bold=True)
        assert QFontMetrics(font).horizontalAdvance(said) <= room
        assert font.pixelSize() >= 13
        sizes.append((font.pixelSize(), font.stretch(), said == text))
    assert sizes[0] == (14, 100, True)
    assert sizes[2][2] is True
    assert sizes[-1][2] is False
    assert sizes == sorted(sizes, reverse=True)
