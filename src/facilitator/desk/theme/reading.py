"""How long text is read in a window: the manual. Qt's rich text has a style sheet of its own kind."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.desk.theme.tokens import Tokens


def reading_sheet(t: Tokens, px: Callable[[float], int]) -> str:
    """The sheet for a document, in a palette and a size; `px` turns pixels at 100 % into pixels."""
    return f"""
    body, p, li, td, th {{ color: {t.ink}; font-size: {px(16)}px; }}
    h1 {{ color: {t.ink}; font-size: {px(26)}px; font-weight: bold; margin-top: {px(28)}px; margin-bottom: {px(14)}px; }}
    h2 {{ color: {t.accent_ink}; font-size: {px(20)}px; font-weight: bold; margin-top: {px(32)}px; margin-bottom: {px(8)}px; }}
    h3 {{ color: {t.ink}; font-size: {px(17)}px; font-weight: bold; margin-top: {px(22)}px; margin-bottom: {px(4)}px; }}
    p {{ margin-top: {px(8)}px; margin-bottom: {px(8)}px; line-height: 122%; }}
    li {{ margin-top: {px(5)}px; margin-bottom: {px(5)}px; line-height: 122%; }}
    a {{ color: {t.accent_ink}; text-decoration: underline; }}
    kbd {{ color: {t.ink}; background-color: {t.sunken}; font-family: "Noto Sans SC"; font-size: {px(15)}px; font-weight: bold; }}
    p.picture {{ margin-top: {px(18)}px; margin-bottom: 0; line-height: 100%; }}
    p.caption {{ color: {t.soft}; font-size: {px(14)}px; margin-top: {px(6)}px; margin-bottom: {px(18)}px; }}
    td.remark {{ background-color: {t.accent_soft}; padding: {px(6)}px {px(16)}px; }}
    td.bar {{ background-color: {t.accent}; width: {px(4)}px; }}
    table.remark {{ margin-top: {px(10)}px; margin-bottom: {px(10)}px; }}
    table.rows {{ margin-top: {px(6)}px; margin-bottom: {px(12)}px; border-collapse: collapse; }}
    table.rows th {{ background-color: {t.sunken}; color: {t.soft}; font-size: {px(14)}px; text-align: left; padding: {px(6)}px {px(10)}px; }}
    table.rows td {{ padding: {px(6)}px {px(10)}px; border-bottom: 1px solid {t.line}; }}
    pre {{ background-color: {t.sunken}; font-family: "DejaVu Sans Mono", "Noto Sans SC"; font-size: {px(14)}px; }}
    """
