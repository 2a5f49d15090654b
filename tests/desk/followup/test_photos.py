"""Files are made ready to be kept: photos smaller, and without what they tell of place and camera."""

import struct

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.followup.photos import LONGEST, ready


def photo(path, wide, high, *, turned=False):
    """Write a JPEG as a telephone does: with where it was taken and (perhaps) that it lies on its side."""
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor("#7a9"))
    image.save(str(path))
    tags = [(0x0112, 3, 1, struct.pack(">HH", 6 if turned else 1, 0))]
    tags.append((0x010F, 2, 4, b"GPS\0"))
    body = b"MM\0*" + struct.pack(">IH", 8, len(tags))
    body += b"".join(struct.pack(">HHI", tag, kind, n) + value for tag, kind, n, value in tags)
    exif = b"Exif\0\0" + body + b"\0\0\0\0" + b"GPSLatitude 30.5"
    plain = path.read_bytes()
    path.write_bytes(plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:])


def read(content):
    return QImage.fromData(QByteArray(content))


def test_a_photo_is_made_smaller_and_loses_its_place(tmp_path):
    """No side is longer than is kept, the proportions stay, and nothing of the camera's words is left."""
    photo(tmp_path / "围墙.jpg", 3200, 1200)
    assert b"GPSLatitude" in (tmp_path / "围墙.jpg").read_bytes()
    found = ready(str(tmp_path / "围墙.jpg"))
    assert (read(found.content).width(), read(found.content).height()) == (LONGEST, 600)
    assert b"GPS" not in found.content
    assert b"Exif" not in found.content
    assert (found.file.name, found.file.media) == ("围墙.jpg", "image/jpeg")
    assert found.file.size == len(found.content)
    assert max(read(found.thumb).width(), read(found.thumb).height()) <= 128


def test_a_small_photo_loses_its_place_too_and_stands_upright(tmp_path):
    """Also one that need not be made smaller is written anew, the right way up."""
    photo(tmp_path / "a.jpeg", 400, 200, turned=True)
    found = ready(str(tmp_path / "a.jpeg"))
    assert (read(found.content).width(), read(found.content).height()) == (200, 400)
    assert b"GPS" not in found.content


def test_a_photo_that_cannot_be_read_is_kept_and_said(tmp_path):
    """What the camera wrote may still be in it: people are told."""
    (tmp_path / "a.heic").write_bytes(b"ftypheic....")
    found = ready(str(tmp_path / "a.heic"))
    assert found.as_it_was
    assert found.content == b"ftypheic...."
    assert not found.thumb


def test_a_paper_is_kept_as_it_is(tmp_path):
    """Nothing is done to what is no picture; without a file, or with too large a one, there is a reason."""
    (tmp_path / "收据.pdf").write_bytes(b"%PDF-1.7")
    found = ready(str(tmp_path / "收据.pdf"))
    assert (found.content, found.as_it_was, found.file.media) == (
        b"%PDF-1.7",
        False,
        "application/pdf",
    )
    with pytest.raises(Trouble, match="no-file"):
        ready(str(tmp_path / "none.jpg"))
    with (tmp_path / "large.zip").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(RuleViolation, match="file-too-large"):
        ready(str(tmp_path / "large.zip"))
