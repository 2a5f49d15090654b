"""Draw the icons in every size and form that a system asks for, from the pictures of resources/program.

    python packaging/draw_icons.py FOLDER

PNG in the sizes of a Linux icon theme, one `.ico` for Windows and one `.icns` for macOS. Both of these are a
list of PNG pictures behind a short table, which Qt reads but does not write with more than one size.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCES = Path(__file__).resolve().parents[1] / "resources" / "program"
NAMES = ("facilitator", "archive")
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
MAC_SIZES = {b"icp4": 16, b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def png(name: str, size: int) -> bytes:
    """One picture of that many pixels, as the bytes of a PNG file."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCES / f"{name}.svg")).render(painter, QRectF(0, 0, size, size))
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise OSError(f"{name} could not be drawn with {size} pixels")
    return held.data()


def ico(name: str) -> bytes:
    """All sizes of one picture as the icon of a Windows program or file."""
    pictures = [png(name, size) for size in WINDOWS_SIZES]
    table, at = [struct.pack("<HHH", 0, 1, len(pictures))], 6 + 16 * len(pictures)
    for size, picture in zip(WINDOWS_SIZES, pictures, strict=True):
        edge = size % 256  # 256 is written as nought
        table.append(struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), at))
        at += len(picture)
    return b"".join([*table, *pictures])


def icns(name: str) -> bytes:
    """All sizes of one picture as the icon of a macOS bundle."""
    parts = [(kind, png(name, size)) for kind, size in MAC_SIZES.items()]
    body = b"".join(kind + struct.pack(">I", len(one) + 8) + one for kind, one in parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def draw_all(folder: Path) -> list[Path]:
    """Write every form of every picture into the folder; return what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    made: dict[str, bytes] = {}
    for name in NAMES:
        made.update({f"{name}-{size}.png": png(name, size) for size in LINUX_SIZES})
        made[f"{name}.ico"] = ico(name)
        made[f"{name}.icns"] = icns(name)
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python packaging/draw_icons.py FOLDER")
    for path in draw_all(Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")
