"""The mouse wheel scrolls a page and changes none of its fields."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QSpinBox, QVBoxLayout, QWidget

from facilitator.desk.widgets.ground import scrolling
from facilitator.desk.widgets.steady import steady


def test_the_wheel_over_a_number_scrolls_the_page(qapp):
    """What runs under the mouse while one scrolls stays as it was typed."""
    page, field = QWidget(), QSpinBox()
    page.setMinimumHeight(2000)
    field.setValue(5)
    steady(field)
    QVBoxLayout(page).addWidget(field)
    area = scrolling(page)
    area.resize(300, 200)
    area.show()
    QApplication.processEvents()
    spot = QPointF(field.rect().center())
    turned = QWheelEvent(
        spot, QPointF(field.mapToGlobal(field.rect().center())), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turned)
    assert field.value() == 5
    assert not turned.isAccepted(), "it goes on to the page"
    area.close()
