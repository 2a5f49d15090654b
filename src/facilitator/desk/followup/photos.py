"""Making a file ready to be kept: a photo is made smaller and loses what it tells of place and camera.

Runs in the worker process with plain data; nothing here knows of windows.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from facilitator.acts import Trouble
from facilitator.attaching import attach, read_files
from facilitator.data import dataclass
from facilitator.followup.attached import Attached

LONGEST = 1600
"""Pixels of the longer side of a photo that is kept."""
THUMB = 128
QUALITY = 85
PICTURES = {
    ".jpg", ".jpeg", ".jfif", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".heic", ".heif", ".avif",
}  # fmt: skip
"""Endings of photos; one that cannot be read is kept as it is, and that is said."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A file as it will be kept. `thumb` is a small JPEG, empty for what is no picture that can be shown."""

    file: Attached
    content: bytes
    thumb: bytes = b""
    as_it_was: bool = False
    """Whether it is a photo that could not be read: what the camera wrote into it is still there."""


def ready(path: str) -> Ready:
    """Read a file. Refused: `file-too-large`, `file-empty`; trouble: `no-file`, `io`."""
    place = Path(path)
    picture = place.suffix.lower() in PICTURES
    if picture:
        if not place.exists():
            raise Trouble("no-file", path=path)
        image = _read(path)
        if not image.isNull():
            content = _jpeg(image)
            file = attach(content, f"{place.stem}.jpg")
            return Ready(file, content, _jpeg(_within(image, THUMB)))
    (file,), contents = read_files([place])
    return Ready(file, contents[file.hash], as_it_was=picture)


def _read(path: str) -> QImage:
    """A picture the right way up, on white, and no larger than is kept; a null one if it cannot be read."""
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LONGEST:
        reader.setScaledSize(_scaled(size, LONGEST))  # the decoder makes it smaller as it reads
    image = reader.read()
    if image.isNull():
        return image
    image = _within(image, LONGEST)
    plain = QImage(image.size(), QImage.Format.Format_RGB32)  # nothing but pixels comes along
    plain.fill(QColor("white"))
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    return plain


def _within(image: QImage, longest: int) -> QImage:
    if max(image.width(), image.height()) <= longest:
        return image
    size = _scaled(image.size(), longest)
    return image.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _scaled(size: QSize, longest: int) -> QSize:
    found = size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)
    return found.expandedTo(QSize(1, 1))


def _jpeg(image: QImage) -> bytes:
    told = QByteArray()
    buffer = QBuffer(told)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", QUALITY)  # pyright: ignore[reportArgumentType, reportCallIssue]
    buffer.close()
    return bytes(told.data())
