"""The manual as one HTML file: to be sent, put on a site or read by a screen reader; nothing is fetched."""

from __future__ import annotations

import base64
from html import escape

from facilitator import __version__
from facilitator.manual.markup import Markup, place_of
from facilitator.manual.model import SECTION, Chapter, Picture, Target
from facilitator.manual.read import chapters, manual_folder, picture_path
from facilitator.words.tongue import Tongue, tongue

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


class PageMarkup(Markup):
    """Pictures lie within the page itself."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def picture(self, one: Picture) -> str:
        """As the address of itself; where there is none, what it would show."""
        path, caption = picture_path(self._lang, one.name), escape(one.caption)
        if not path.is_file():
            return f"<p><em>{caption}</em></p>"
        data = base64.b64encode(path.read_bytes()).decode()
        image = f'<img src="data:image/png;base64,{data}" alt="{caption}" loading="lazy">'
        return f"<figure>{image}<figcaption>{caption}</figcaption></figure>"


def manual_html(lang: str) -> str:
    """Return the whole manual of a language; every word is escaped, the same chapters give the same text."""
    t, told = tongue(lang), chapters(lang)
    markup = PageMarkup(lang)
    style = (manual_folder() / "page.css").read_text(encoding="utf-8")
    body = "\n".join(f"<section>\n{markup.chapter(chapter)}\n</section>" for chapter in told)
    title = escape(t("Facilitator: the manual"))
    return f"""<!DOCTYPE html>
<html lang="{"zh-CN" if lang == "zh" else lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Facilitator {escape(__version__)}">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header><h1>{title}</h1>
<p>{escape(version_line(t))}</p></header>
{_contents(told, t)}
<main>
{body}
</main>
</body>
</html>
"""


def version_line(t: Tongue) -> str:
    """Which program the manual is of."""
    return t("Version {number}", number=__version__)


def _contents(told: tuple[Chapter, ...], t: Tongue) -> str:
    lines: list[str] = []
    for chapter in told:
        inner = "".join(
            f"<li>{_link(Target(chapter.slug, head.anchor), head.text)}</li>"
            for head in chapter.headings
            if head.level == SECTION
        )
        beneath = f"<ul>{inner}</ul>" if inner else ""
        lines.append(f"<li>{_link(Target(chapter.slug), chapter.title)}{beneath}</li>")
    name = escape(t("Contents"))
    return f'<nav aria-label="{name}"><h2>{name}</h2>\n<ol>{"".join(lines)}</ol></nav>'


def _link(at: Target, text: str) -> str:
    return f'<a href="#{escape(place_of(at))}">{escape(text)}</a>'
