"""The projector as the desk sees it: on or off, following the meeting or held at one scene."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.projector.leaf import Leaf, Pitch
from facilitator.desk.projector.scenes import PITCHED_OVER, Scene, available, fitting
from facilitator.desk.projector.window import ProjectorWindow


class Projector(QObject):
    """Asked by the strip, the thumbnails and the result card. It survives a pulled cable."""

    changed = Signal()
    """On or off, another scene, held or following."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window: ProjectorWindow | None = None
        self._lost = False
        self.meeting_id = ""
        self.leaf, self.pitch = Leaf(), Pitch()
        self._scene = Scene.WELCOME
        self.held = False
        """True while one scene stays, whatever goes on in the meeting."""
        desk.changed.connect(self._follow)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._screen_went)
            app.screenAdded.connect(self._screen_came)

    @property
    def on(self) -> bool:
        """Whether the room sees something."""
        return self._window is not None

    @property
    def scene(self) -> Scene:
        """What the room sees: the chosen or fitting scene, or over it a topic while it is announced."""
        return Scene.PITCH if self.pitch and self._scene in PITCHED_OVER else self._scene

    @property
    def window(self) -> ProjectorWindow | None:
        """The second window, while it is on."""
        return self._window

    def toggle(self, meeting_id: str) -> None:
        """On for this meeting, or off."""
        if self.on and self.meeting_id == meeting_id:
            self.turn_off()
        else:
            self.turn_on(meeting_id)

    def turn_on(self, meeting_id: str) -> None:
        """Show this meeting to the room, following what goes on in it."""
        self.turn_off()
        if meeting_id != self.meeting_id:
            self.pitch = Pitch()
        self.meeting_id, self.held, self._lost = meeting_id, False, False
        self.leaf = Leaf()
        self._window = ProjectorWindow(self._desk, meeting_id)
        self._window.closed.connect(self.turn_off)
        self._follow()
        screen = second_screen()
        self._window.show_on(screen)
        if screen is None:
            t = self._desk.t
            said = t(
                "No second display is connected: the room's view is a window that you can drag there."
            )
            self._desk.noticed.emit(Notice(Tone.DONE, said))
        self.changed.emit()

    def turn_off(self) -> None:
        """Show the room nothing any more."""
        window, self._window = self._window, None
        if window is not None:
            window.closed.disconnect(self.turn_off)
            window.close()
            window.deleteLater()
            self.changed.emit()

    def show_scene(self, name: str, result: str = "") -> None:
        """Hold this scene; `result` names the vote whose outcome is meant. On, if it was off."""
        if self._window is None:
            return
        self.held = True
        with self._desk.asking():
            self._set(Scene(name), result, leaf=Leaf(self._steady()))

    def follow(self) -> None:
        """Let the scene follow what goes on again."""
        self.held = False
        self._follow()
        self.changed.emit()

    def next_scene(self) -> None:
        """Hold the next scene that has something to show."""
        if self._window is None:
            return
        with self._desk.asking():
            ready = available(self._desk.session.meeting(self.meeting_id))
            order = list(Scene)
            at = order.index(self.scene)
            following = [*order[at + 1 :], *order[: at + 1]]
            self.show_scene(next(scene for scene in following if ready[scene]))

    def next_page(self) -> None:
        """Turn to the next page of what is shown, before its time has come."""
        if self._window is None:
            return
        with self._desk.asking():
            self._set(self._scene, self._window.result, leaf=self.leaf.turn(self._steady()))

    def show_pitch(self, title: str, who: str) -> None:
        """A topic as it is being typed, and who convenes it; empty ones end that. Nothing is recorded."""
        before, self.pitch = self.scene, Pitch(title.strip(), who.strip())
        if self._window is not None:
            self._show()
            if self.scene is not before:
                self.changed.emit()

    def _steady(self) -> datetime:
        return self._desk.steady(self._desk.session.meeting(self.meeting_id))

    def _follow(self, *_change: object) -> None:
        if self._window is None or self.held:
            return
        with self._desk.asking():
            scene = fitting(self._desk.session.meeting(self.meeting_id))
            goes_on = scene is self._scene and self.leaf.since is not None
            self._set(scene, leaf=self.leaf if goes_on else Leaf(self._steady()))

    def _set(self, scene: Scene, result: str = "", *, leaf: Leaf) -> None:
        self._scene, self.leaf = scene, leaf
        if self._window is not None:
            self._window.result = result
            self._show()
        self.changed.emit()

    def _show(self) -> None:
        window = self._window
        assert window is not None
        window.scene, window.leaf, window.pitch = self.scene, self.leaf, self.pitch
        window.update()

    def _screen_went(self, screen: QScreen) -> None:
        """The cable was pulled: the desk goes on, and the scene comes back with the display."""
        if self._window is None or self._window.screen() is not screen:
            return
        self._lost = True
        self._window.hide()
        t = self._desk.t
        said = t("The projector was disconnected. It goes on by itself when it is connected again.")
        self._desk.noticed.emit(Notice(Tone.TROUBLE, said))
        self.changed.emit()

    def _screen_came(self, screen: QScreen) -> None:
        if self._window is not None and self._lost:
            self._lost = False
            self._window.show_on(screen)
            self._desk.done(self._desk.t("The projector is back."))


def second_screen() -> QScreen | None:
    """The display that is not the laptop's own, or None."""
    primary = QGuiApplication.primaryScreen()
    return next((screen for screen in QGuiApplication.screens() if screen is not primary), None)
