"""The icons, drawn from two pictures."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageReader

from tests.packaging.kit import tool

icons = tool("draw_icons")
TEAL, WHITE, OCHRE = (0x1F, 0x6F, 0x6B), (0xFF, 0xFF, 0xFF), (0xE9, 0xB0, 0x4F)


def sizes_in(content, form):
    """The sizes of all pictures that Qt finds in an icon file."""
    held = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, form)
    found = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        found.append(reader.read().width())
    return tuple(found)


@pytest.mark.parametrize("name", icons.NAMES)
def test_windows_and_macos_find_every_size(name):
    """What is written by hand here is read back by Qt, every picture of it."""
    assert sizes_in(icons.ico(name), b"ico") == icons.WINDOWS_SIZES
    assert sizes_in(icons.icns(name), b"icns") == tuple(icons.MAC_SIZES.values())


def distance(one, other):
    """How far two colours lie apart."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("size", [16, 32, 256])
def test_the_sign_keeps_its_three_colours_at_every_size(size):
    """What was said, that it was agreed, and by how many: nothing of it is lost when it is small."""
    image = QImage.fromData(icons.png("facilitator", size), "PNG")
    step = max(1, size // 64)
    colours = {
        image.pixelColor(x, y).getRgb()[:3]
        for x in range(0, size, step)
        for y in range(0, size, step)
    }
    for meant in (TEAL, WHITE, OCHRE):
        assert any(distance(meant, one) < 90 for one in colours), meant
    assert image.pixelColor(0, 0).alpha() < 128
