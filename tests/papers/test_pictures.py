"""Photos on papers: which way up, without what a camera wrote into them, and in every kind of file."""

import base64
import io
import struct
import zipfile
import zlib

import pytest

from facilitator.papers.docx import write_docx
from facilitator.papers.html import write_html
from facilitator.papers.markdown import write_markdown
from facilitator.papers.measures import picture_size
from facilitator.papers.model import Layout, Paper, Picture, Pictures, without_pictures
from facilitator.papers.pdf import page_pictures, write_pdf
from facilitator.papers.pictures import MOST_BYTES, photo, too_large
from facilitator.places import resources

FILES = resources() / "demo" / "files"
BOARD = (FILES / "notice-board.jpg").read_bytes()
LANE = (FILES / "north-lane.png").read_bytes()
SECRET = b"GPS 23.1291N 113.2644E of somebody's phone"
DRAWN = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><rect width="9" height="9"/></svg>'


def with_exif(data: bytes, turned: int, order: str = ">") -> bytes:
    """A JPEG as a phone makes it: how it was held, where, with a second picture hung behind it."""
    head = b"MM\0*" if order == ">" else b"II*\0"
    entry = struct.pack(f"{order}HHIHH", 0x112, 3, 1, turned, 0)
    tiff = head + struct.pack(f"{order}IH", 8, 1) + entry + b"\0\0\0\0"
    body = b"Exif\0\0" + tiff + SECRET
    noted = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    said = b"\xff\xfe" + struct.pack(">H", len(SECRET) + 2) + SECRET
    return data[:2] + noted + said + data[2:] + b"\0\0\0\x18ftypmp42" + SECRET


def paper(*pictures: Picture, lang: str = "zh", columns: int = 2) -> Paper:
    return Paper(
        kind="outcome",
        lang=lang,
        layout=Layout.BOARD,
        title="照片",
        blocks=(Pictures(pictures, columns=columns),),
    )


def shown(data: bytes, caption: str = "1. 北巷") -> Picture:
    found = photo(data)
    assert found is not None
    return Picture(found.data, found.media, found.width, found.height, caption, found.turn)


@pytest.mark.parametrize("order", ["<", ">"])
def test_nothing_that_a_camera_wrote_goes_onto_a_paper(order: str) -> None:
    """Place, telephone, comment and what hangs behind the picture are gone; the picture is as it was."""
    found, plain = photo(with_exif(BOARD, 6, order)), photo(BOARD)
    assert found is not None
    assert plain is not None
    assert (found.data, found.turn, plain.turn) == (plain.data, 90, 0)
    assert SECRET not in found.data
    assert (found.width, found.height) == (plain.width, plain.height)


def test_a_png_keeps_its_pixels_alone() -> None:
    """Texts and times in it are left out."""
    chunk = b"tEXt" + SECRET
    said = struct.pack(">I", len(SECRET)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    found = photo(LANE[:33] + said + LANE[33:] + SECRET)
    assert found is not None
    assert (SECRET in found.data, found.media) == (False, "image/png")
    assert photo(found.data) == found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        BOARD[:40],
        LANE[:20],
        b"GIF89a....",
        b"\0\0\0\x18ftypheic",
        b"\xff\xd8\xff\xe1\0",
    ],
)
def test_what_is_no_photo_of_a_kind_that_can_be_printed_is_none(data: bytes) -> None:
    """Cut off in its head, or of another kind: never an error."""
    assert photo(data) is None


def test_what_is_too_large_for_a_paper() -> None:
    """By its bytes, or by its pixels."""
    assert too_large(MOST_BYTES + 1)
    assert not too_large(MOST_BYTES)
    found = photo(BOARD)
    assert found is not None
    assert not too_large(len(BOARD), found)


def test_a_picture_fills_its_column_but_never_the_page() -> None:
    """Upright ones are as high as is allowed, and narrower for it; a turned one stands as it is seen."""
    flat = Picture(b"", "image/png", 200, 100)
    assert picture_size(flat, 2, 70, 156) == (75.0, 37.5)
    assert picture_size(Picture(b"", "image/png", 200, 100, turn=90), 2, 70, 156) == (35.0, 70)


def test_every_kind_of_file_holds_the_picture_and_its_caption() -> None:
    """The PDF takes a photo over as it is; Word and a browser get it as a file; text its caption."""
    made = paper(shown(BOARD), shown(LANE, "2. <b>=1+1</b>"))
    scan = BOARD[-2000:-1000]
    assert scan in write_pdf(made, own_only=True)
    html = write_html(made)
    assert base64.b64encode(shown(BOARD).data).decode() in html
    assert "&lt;b&gt;=1+1" in html
    with zipfile.ZipFile(io.BytesIO(write_docx(made))) as parts:
        media = {parts.read(name) for name in parts.namelist() if "media/" in name}
        assert media == {shown(BOARD).data, shown(LANE).data}
        assert "&lt;b&gt;=1+1" in parts.read("word/document.xml").decode()
    assert "1\\. 北巷" in write_markdown(made)
    assert without_pictures(made).blocks == paper(
        *(Picture(b"", p.media, p.width, p.height, p.caption, p.turn) for p in made.blocks[0].pictures)
    ).blocks  # fmt: skip


def test_a_turned_photo_and_a_drawing_are_drawn_for_word() -> None:
    """A turned photo and a drawing come as PNG, upright; the pages are made, too."""
    turned = shown(with_exif(BOARD, 6))
    drawn = Picture(DRAWN, "image/svg+xml", 30, 10, "图")
    made = paper(turned, drawn, columns=1)
    with zipfile.ZipFile(io.BytesIO(write_docx(made))) as parts:
        media = [parts.read(name) for name in parts.namelist() if "media/" in name]
    sizes = [struct.unpack(">II", one[16:24]) for one in media]
    assert all(one.startswith(b"\x89PNG") for one in media)
    assert any(high > wide for wide, high in sizes)
    assert any(wide > high for wide, high in sizes)
    assert (
        "rotate(90)"
        in base64.b64decode(
            write_html(made).partition("svg+xml;base64,")[2].partition('"')[0]
        ).decode()
    )


def test_a_photo_that_is_broken_behind_its_head_leaves_the_paper_whole() -> None:
    """Its place stays empty; nothing else is lost."""
    assert page_pictures(paper(shown(BOARD[:3000])), 30, own_only=True)
