"""Papers: a table of 200 items as DOCX and as PDF, against the libraries used directly."""

from __future__ import annotations

import io
import itertools
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
import typst

from bench.measure import Row, Work
from facilitator.papers import model
from facilitator.papers.docx import write_docx
from facilitator.papers.pdf import page_pictures, write_pdf
from facilitator.places import resources

ITEMS = 200
LINES = 20
TEXT = "建议先修二号楼的电梯，费用由各户分摊。"


def paper(number: int = 0) -> model.Paper:
    """Return a record with one table of 200 rows; each number gives another text, so that nothing is reused."""
    rows = tuple(
        model.Row(tuple(model.Cell((model.Run(text),)) for text in _cells(number + item)))
        for item in range(ITEMS)
    )
    table = model.Table(widths=(1, 4, 2), rows=rows)
    return model.Paper(
        kind="record", lang="zh", layout=model.Layout.RECORD, title="会议记录", blocks=(table,)
    )


def _cells(number: int) -> tuple[str, str, str]:
    return (str(number), TEXT, f"第{number}号楼")


@contextmanager
def as_docx() -> Iterator[tuple[Work, Work]]:
    """Let python-docx grow one table of the same cells; write the paper."""
    yield _bare_docx, lambda: _keep(write_docx(paper()))


def _bare_docx() -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=3)
    for item in range(ITEMS):
        for cell, text in zip(table.add_row().cells, _cells(item), strict=True):
            cell.text = text
    document.save(io.BytesIO())


@contextmanager
def as_pdf() -> Iterator[tuple[Work, Work]]:
    """Let typst set the same cells from a bare template; write the paper.

    Both are PDF/A-2a and PDF/UA-1 on the same page in the same font, and no round says what one
    before it said. Ours carries a title and page numbers besides. Ours keeps its compiler alive, as
    it does in the program; the bare call opens the fonts each time, as any one call does.
    """
    with tempfile.TemporaryDirectory() as folder:
        template = _template(Path(folder))
        yield lambda: _keep(_bare_pdf(template)), lambda: _keep(write_pdf(paper(_fresh())))


@contextmanager
def as_preview() -> Iterator[tuple[Work, Work]]:
    """The same bare typst; page pictures from the compiler that is kept alive."""
    with tempfile.TemporaryDirectory() as folder:
        template = _template(Path(folder))
        yield (
            lambda: _keep(_bare_pdf(template)),
            lambda: _keep(page_pictures(_page(_fresh()), 72)[0]),
        )


def _page(number: int) -> model.Paper:
    """Return a record of 20 lines, all new: the preview after every word of it changed."""
    lines = (model.Line("19:30", (model.Run(f"{number + line}{TEXT}"),)) for line in range(LINES))
    return model.Paper(
        kind="record", lang="zh", layout=model.Layout.RECORD, title="会议记录", blocks=tuple(lines)
    )


def _template(folder: Path) -> Path:
    template = folder / "bare.typ"
    template.write_text(
        '#set document(title: "会议记录", date: datetime(year: 1970, month: 1, day: 1))\n'
        '#set page("a4", margin: (top: 37mm, left: 28mm, bottom: 35mm, right: 26mm))\n'
        '#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh")\n'
        "#table(columns: (1fr, 4fr, 2fr), ..json(bytes(sys.inputs.data)).flatten())\n",
        encoding="utf-8",
    )
    return template


def _bare_pdf(template: Path) -> bytes:
    first = _fresh()
    cells = json.dumps([_cells(first + item) for item in range(ITEMS)])
    fonts = [str(resources() / "fonts")]
    made = typst.compile(
        str(template),
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"data": cells},
        pdf_standards=["a-2a", "ua-1"],
    )
    assert isinstance(made, bytes)
    return made


_drawn = itertools.count(ITEMS, ITEMS)


def _fresh() -> int:
    """Another first number each time, so that no compiler can answer from memory."""
    return next(_drawn)


def _keep(data: bytes) -> None:
    assert len(data) > 1000


ROWS = (
    Row(
        work="DOCX, 200 items",
        base="python-docx with one growing table",
        goal="≤1.3×",
        prepare=as_docx,
    ),
    Row(
        work="PDF, 200 items, every page tagged",
        base="one call of typst, fonts opened anew: a bare template, the same cells, page and PDF/A-2a",
        goal="≤1.2×",
        prepare=as_pdf,
    ),
    Row(
        work="preview of a page of 20 lines",
        base="the same call of typst with 200 items",
        goal="≤0.4×",
        prepare=as_preview,
    ),
)
