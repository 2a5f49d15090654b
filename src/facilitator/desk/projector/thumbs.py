"""Choosing a scene by its picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QGridLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.projector.paging import page_count
from facilitator.desk.projector.paint import paint_scene
from facilitator.desk.projector.projector import second_screen
from facilitator.desk.projector.room import room_of
from facilitator.desk.projector.scenes import (
    TITLES,
    Scene,
    available,
    is_forum,
    is_selection,
    offered,
)
from facilitator.desk.widgets import button, row, words

WIDTH = 232
COLUMNS = 4
MANY = 8
"""More pictures than this stand closer and are as small as they then have to be."""
CLOSE = 6
PANEL = 1080


class ScenesPanel(Panel):
    """Thumbnails of every scene as it would look now; arrows and Enter choose, too."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str) -> None:
        super().__init__(desk, desk.t("What the room sees"), parent, width=PANEL)
        t = desk.t
        self._meeting_id = meeting_id
        self._projector = desk.projector
        self._state = words(kind="secondary", wrap=True, name="projector.state")
        self._switch = button("", name="projector.switch")
        self._switch.clicked.connect(self._toggle)
        self._names = QCheckBox(t("Show names"))
        self._names.setObjectName("projector.names")
        self._names.setChecked(desk.settings.names_shown)
        self._names.toggled.connect(self._show_names)
        self._page = button(t("Next page"), name="projector.page")
        self._page.setIcon(desk.theme.icon("chevron-right"))
        self._page.clicked.connect(self._projector.next_page)
        meeting = desk.session.meeting(meeting_id)
        self._page.setVisible(is_forum(meeting) or is_selection(meeting))
        top = row(self._switch, self._page, self._state, self._names, gap=desk.px(16))
        top.setStretch(2, 1)
        self.body.addLayout(top)
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        scenes = (None, *offered(desk.session.meeting(meeting_id)))
        columns = COLUMNS if len(scenes) <= MANY else CLOSE
        gap = desk.px(16 if columns == COLUMNS else 12)
        grid.setSpacing(gap)
        whole = self.minimumWidth() - 2 * desk.px(24) - (columns - 1) * gap
        wide = desk.px(WIDTH) if columns == COLUMNS else whole // columns
        self._thumbs: dict[Scene | None, Thumb] = {}
        for number, scene in enumerate(scenes):
            thumb = Thumb(desk, meeting_id, scene, wide)
            self._thumbs[scene] = thumb
            self._group.addButton(thumb)
            thumb.clicked.connect(lambda _checked=False, scene=scene: self._choose(scene))
            grid.addWidget(thumb, number // columns, number % columns)
        self.body.addLayout(grid)
        self.finish(t("Done"), self.accept, cancel=False)
        self._projector.changed.connect(self._show_state)
        desk.second.connect(self._tick)
        self._show_state()

    def _toggle(self) -> None:
        self._projector.toggle(self._meeting_id)
        self.raise_()
        self.activateWindow()

    def _choose(self, scene: Scene | None) -> None:
        if not self._projector.on:
            self._projector.turn_on(self._meeting_id)
        if scene is None:
            self._projector.follow()
        else:
            self._projector.show_scene(scene)

    def _tick(self) -> None:
        """What is shown leafs by itself; its picture goes with it."""
        for thumb in self._thumbs.values():
            if thumb.live:
                thumb.update()

    def _show_names(self, shown: bool) -> None:
        self.desk.settings.names_shown = shown
        if (window := self._projector.window) is not None:
            window.update()
        for thumb in self._thumbs.values():
            thumb.update()

    def _show_state(self) -> None:
        t, on = self.desk.t, self._projector.on
        self._switch.setText(t("Turn the projector off") if on else t("Turn the projector on"))
        if second_screen() is None:
            self._state.setText(t("No second display is connected: it opens as a window."))
        else:
            self._state.setText(t("The second display shows it.") if on else "")
        self._page.setEnabled(on and self._pages() > 1)
        held = self._projector.scene if self._projector.held else None
        for scene, thumb in self._thumbs.items():
            thumb.setChecked(on and scene == held)
            thumb.live = on and scene == self._projector.scene
            thumb.update()

    def _pages(self) -> int:
        """How many pages there are of what the room sees."""
        with self.desk.asking():
            return page_count(self._projector.scene, room_of(self.desk, self._meeting_id))
        return 1


class Thumb(QAbstractButton):
    """One scene small; `scene` None lets the scene follow the meeting."""

    def __init__(self, desk: Desk, meeting_id: str, scene: Scene | None, wide: int) -> None:
        super().__init__()
        self._desk, self._meeting_id, self._scene, self._wide = desk, meeting_id, scene, wide
        self.live = False
        t = desk.t
        self.setText(t("Follow the meeting") if scene is None else t(TITLES[scene]))
        self.setAccessibleName(self.text())
        self.setObjectName(f"scene.{scene.value if scene else 'follow'}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        with desk.asking():
            meeting = desk.session.meeting(meeting_id)
            if scene is not None and not available(meeting)[scene]:
                self.setEnabled(False)
                self.setToolTip(t("There is nothing to show in it now."))

    def sizeHint(self) -> QSize:
        px = self._desk.px
        return QSize(self._wide, round(self._wide * 9 / 16) + px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = QRectF(3, 3, self.width() - 6, self.height() - self._desk.px(36) - 3)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_picture(painter, picture)
            self._paint_frame(painter, picture)
            self._paint_words(painter, picture)

    def _paint_frame(self, painter: QPainter, picture: QRectF) -> None:
        theme, chosen = self._desk.theme, self.isChecked() or self.live
        wide = 4 if self.isChecked() else 2 if self.live else 1
        painter.setPen(QPen(theme.color("accent" if chosen else "edge"), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(picture, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("ink"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(picture.adjusted(-2, -2, 2, 2), 5, 5)

    def _paint_words(self, painter: QPainter, picture: QRectF) -> None:
        theme, t = self._desk.theme, self._desk.t
        painter.setFont(theme.font(14, bold=self.isChecked() or self.live))
        painter.setPen(theme.color("ink" if self.isEnabled() else "soft"))
        now = t("shown now")
        said = f"{self.text()} · {now}" if self.live else self.text()
        metrics = QFontMetrics(painter.font())
        said = metrics.elidedText(said, Qt.TextElideMode.ElideRight, self.width() - 6)
        under = QRectF(3, picture.bottom(), self.width() - 6, theme.px(34))
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_picture(self, painter: QPainter, picture: QRectF) -> None:
        theme = self._desk.theme
        if self._scene is None or not self.isEnabled():
            painter.fillRect(picture, theme.color("sunken"))
            icon = theme.pixmap("refresh-cw" if self._scene is None else "minus", "soft", 40)
            side = theme.px(40)
            at = QRectF(0, 0, side, side)
            at.moveCenter(picture.center())
            painter.drawPixmap(at.toRect(), icon)
            return
        with self._desk.asking():
            painter.save()
            painter.translate(picture.topLeft())
            projector = self._desk.projector
            leaf = projector.leaf if self.live else None
            room = room_of(self._desk, self._meeting_id, leaf=leaf, pitch=projector.pitch)
            paint_scene(painter, QRectF(0, 0, picture.width(), picture.height()), self._scene, room)
            painter.restore()
