"""The catalogue says what gettext itself would say."""

import gettext

import pytest

from facilitator.places import resources
from facilitator.words.compiled import CONTEXT, Compiled

PATH = resources() / "locale" / "zh" / "LC_MESSAGES" / "facilitator.mo"


@pytest.fixture(scope="module")
def both():
    """The words as gettext reads them, and as we do."""
    with PATH.open("rb") as file:
        return gettext.GNUTranslations(file), Compiled(PATH)


def test_every_word_is_the_same(both):
    """With and without a context, for one and for many; and what is not there is said as it is."""
    theirs, ours = both
    said = 0
    for key in filter(None, theirs._catalog):
        if isinstance(key, tuple):
            for n in (0, 1, 2, 11):
                assert ours.ngettext(key[0], "-", n) == theirs.ngettext(key[0], "-", n)
        elif CONTEXT in key:
            assert ours.pgettext(*key.split(CONTEXT)) == theirs.pgettext(*key.split(CONTEXT))
        else:
            assert ours.gettext(key) == theirs.gettext(key)
        said += 1
    assert said > 1000
    assert ours.gettext("nobody says this") == "nobody says this"
    assert [ours.ngettext("a", "b", n) for n in (0, 1, 2)] == ["b", "a", "b"]
    assert ours.pgettext("here", "a") == "a"


def test_what_is_no_catalogue_is_told(tmp_path):
    """Whatever else lies under that name."""
    path = tmp_path / "a.mo"
    path.write_bytes(b"not at all")
    with pytest.raises(ValueError, match="no compiled catalogue"):
        Compiled(path)
