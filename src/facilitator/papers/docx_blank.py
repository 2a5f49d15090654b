"""The blank document a paper starts from.

python-docx's own template brings US Letter, theme fonts that hide the Chinese ones and 876 KB of
styles; this one holds only what a paper uses.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from functools import cache

import docx
from docx.document import Document

from facilitator.papers.docx_styles import FANG, HEI, KAI, SONG, XIAOBIAO, styles_xml
from facilitator.papers.docx_xml import WORD, Xml, el
from facilitator.papers.model import Layout, Paper
from facilitator.papers.plain import plain

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "styles": "", "settings": "", "fontTable": ""}

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time on every part of the zip: the same paper is the same bytes whenever it is written."""

_OTHER_NAMES = {FANG: "FangSong", SONG: "SimSun", HEI: "SimHei", KAI: "KaiTi", XIAOBIAO: SONG}
"""What Word takes when a machine has no font of the first name."""


def blank(paper: Paper) -> Document:
    """Return an empty document with the styles of the paper's layout and the paper's properties."""
    document = docx.Document(io.BytesIO(_package(paper.layout, paper.lang)))
    known = document.core_properties
    known.title = plain(paper.title)[:255]
    known.subject = plain(paper.reference or paper.subtitle)[:255]
    known.language = "zh-CN" if paper.lang == "zh" else "en-US"
    known.author = known.last_modified_by = "Facilitator"
    known.comments = known.keywords = ""
    known.created = known.modified = _day(paper.date)
    known.revision = 1
    return document


def _day(iso: str) -> datetime:
    """Return the meeting's day; without one the earliest, never the clock."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        day = date(*EARLIEST[:3])
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def zip_parts(parts: dict[str, bytes]) -> bytes:
    """Return a zip of `parts` in their order, with the time of none of them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the zip would tell on which system it was written
            archive.writestr(info, data)
    return buffer.getvalue()


@cache
def _package(layout: Layout, lang: str) -> bytes:
    content = {
        "document": el("document", el("body", el("sectPr"))),
        "styles": styles_xml(layout, lang),
        "settings": _settings(),
        "fontTable": _font_table(),
    }
    parts = {"[Content_Types].xml": _types(), "_rels/.rels": _relations({"word/document": ""})}
    parts["word/_rels/document.xml.rels"] = _relations({name: name for name in list(_PARTS)[1:]})
    for name, xml in content.items():
        parts[f"word/{name}.xml"] = xml.replace(">", f' xmlns:w="{WORD}">', 1)
    return zip_parts({name: (_XML + xml).encode() for name, xml in parts.items()})


def _types() -> str:
    defaults = f'<Default Extension="rels" ContentType="{_RELS}"/>'
    defaults += '<Default Extension="xml" ContentType="application/xml"/>'
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind or name}+xml"/>'
        for name, kind in _PARTS.items()
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


_RELS = "application/vnd.openxmlformats-package.relationships+xml"


def _relations(targets: dict[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind or "officeDocument"}"'
        f' Target="{target}.xml"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _settings() -> Xml:
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word"}
    return el(
        "settings",
        el("zoom", percent=100),
        el("defaultTabStop", val=420),
        el("characterSpacingControl", val="compressPunctuation"),
        el("compat", el("doNotExpandShiftReturn"), el("compatSetting", **mode, val=15)),
        el("themeFontLang", val="en-US", eastAsia="zh-CN"),
        el("decimalSymbol", val="."),
        el("listSeparator", val=","),
    )


def _font_table() -> Xml:
    fonts = (
        el("font", el("altName", val=other), el("charset", val="86"), name=name)
        for name, other in _OTHER_NAMES.items()
    )
    return el("fonts", *fonts)
