"""Fonts that came with the program and are gone or damaged: no paper comes out as empty boxes."""

import pytest

from facilitator.acts import Trouble
from facilitator.manual import pdf as manual_pdf
from facilitator.manual.model import Chapter, Span
from facilitator.manual.model import Paragraph as Line
from facilitator.papers import pdf, typefaces
from facilitator.papers.model import Layout, Paper, Paragraph, Run
from facilitator.places import resources

WORDS = Paper(
    kind="record", lang="zh", layout=Layout.RECORD, title="会议纪要",
    blocks=(Paragraph((Run("长椅修缮：已修好，可以使用。"),)),),
)  # fmt: skip
CACHES = (
    typefaces.fonts, typefaces.typefaces, pdf._compiler, pdf._need_machine, manual_pdf._compiler,
)  # fmt: skip


@pytest.fixture
def left(tmp_path, monkeypatch):
    """Return how to leave of the program's fonts only those named; of the others a piece that was cut off."""
    (tmp_path / "fonts").mkdir()

    def leave(*names):
        for one in (resources() / "fonts").glob("*.ttf"):
            here = tmp_path / "fonts" / one.name
            here.unlink(missing_ok=True)
            if one.name.startswith(names):
                here.symlink_to(one)
            else:
                with one.open("rb") as whole:
                    here.write_bytes(whole.read(100_000))
        monkeypatch.setattr(typefaces, "resources", lambda: tmp_path)
        forget()

    yield leave
    monkeypatch.undo()
    forget()


def forget():
    """Look anew at what fonts there are."""
    for cache in CACHES:
        cache.cache_clear()


def test_with_nothing_to_write_chinese_with_a_page_is_refused(left):
    """In one sentence, in PDF and as a picture, which is what the window shows and prints."""
    left("none")
    for make in (pdf.write_pdf, pdf.page_pictures):
        with pytest.raises(Trouble, match="no-fonts"):
            make(WORDS, own_only=True)
    assert pdf.fonts_used(WORDS, own_only=True)


def test_what_is_left_stands_in_for_what_is_lost(left):
    """Only 黑体 is whole: the paper is set in it with every letter, and it is told which font it is."""
    left("NotoSansSC")
    assert set(pdf.fonts_used(WORDS, own_only=True).values()) == {"Noto Sans SC"}
    # An archive format takes no letter without a shape.
    assert pdf._compile(WORDS, True, False, pdf_standards=pdf._ARCHIVE)


def test_the_manual_is_held_to_the_same(left, monkeypatch):
    """It is refused where its pages would be empty boxes, and set in what is left where something is."""
    told = (Chapter("10-x", "备份", (Line((Span("备份在U盘上。"),)),)),)
    monkeypatch.setenv(typefaces.OWN_FONTS_ONLY, "1")
    left("none")
    with pytest.raises(Trouble, match="no-fonts"):
        manual_pdf.manual_pdf("zh", told)
    left("NotoSansSC")
    assert manual_pdf._faces().song == "Noto Sans SC"
    assert manual_pdf.manual_pdf("zh", told).startswith(b"%PDF")


def test_where_all_are_whole_nothing_else_is_asked(left):
    """The machine's fonts do not make the page another."""
    left("Noto", "Facilitator")
    assert typefaces.typefaces(own_only=True) == typefaces.Typefaces()
