"""Draws the words of a computer without fonts as outlines: `python packaging/draw_no_fonts.py`."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QPainterPath

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "resources" / "plain" / "no-fonts.svg"
LINES = (
    ("议事的字体缺失或损坏，这台电脑也没有别的中文字体，", 24, True),
    ("所以文字显示不出来。请重新安装本软件。", 24, True),
    ("没有打开任何档案，什么都没有改动。关闭窗口即可退出。", 18, False),
    ("", 18, False),
    ("The fonts of Facilitator are missing or damaged, and this computer", 18, False),
    ("has no other Chinese font. Install the program again.", 18, False),
    ("No archive was opened; nothing was changed. Close this window to end.", 18, False),
    ("Linux:  sudo apt install fonts-noto-cjk", 18, False),
)
WIDE = 660


def outlines() -> tuple[str, int]:
    """The letters of all lines as one path of SVG, and how high they stand."""
    from facilitator.desk.theme import Theme, wear

    app = QGuiApplication.instance()
    wear(app, Theme())  # pyright: ignore[reportArgumentType] - it loads the fonts
    path, y = QPainterPath(), 0.0
    for text, size, bold in LINES:
        y += size * 1.5
        path.addText(0, y, Theme().font(size, bold=bold), text)
    return _written(path), round(y + 16)


def _written(path: QPainterPath) -> str:
    kinds = QPainterPath.ElementType
    said: list[str] = []
    for number in range(path.elementCount()):
        one = path.elementAt(number)
        place = f"{one.x:.1f} {one.y:.1f}"
        match one.type:
            case kinds.MoveToElement:
                said.append(f"M{place}")
            case kinds.LineToElement:
                said.append(f"L{place}")
            case kinds.CurveToElement:
                said.append(f"C{place}")
            case _:
                said.append(place)
    return " ".join(said)


def main() -> None:
    """Write the picture."""
    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    kept = QApplication([])
    drawn, high = outlines()
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{high}" '
        f'viewBox="0 0 {WIDE} {high}"><path fill="#1B1F22" fill-rule="nonzero" d="{drawn}"/></svg>\n',
        encoding="utf-8",
    )
    del kept


if __name__ == "__main__":
    main()
