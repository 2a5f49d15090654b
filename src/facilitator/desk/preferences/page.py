"""Settings: how it looks, who keeps the record, where the archive lies. Each holds as soon as it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from facilitator.desk import logbook
from facilitator.desk.anew import AnewPanel
from facilitator.desk.archives import choose_archive, new_archive
from facilitator.desk.desk import Desk
from facilitator.desk.manual.which import FIRST
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.places import Place
from facilitator.desk.preferences.about import Licences, version_words
from facilitator.desk.rehearsal import is_rehearsal
from facilitator.desk.safekeeping.section import Safekeeping
from facilitator.desk.theme import SIZES
from facilitator.desk.today.steps import bring_back, offered
from facilitator.desk.widgets import Button, button, card, column, elided, row, scrolling, words
from facilitator.desk.wishes import OpenArchive, Rehearse
from facilitator.session import account
from facilitator.words.actions import key_of

LANGUAGES = (("zh", "中文"), ("en", "English"))
"""Each in itself: whoever cannot read the one reads the other."""
WIDEST = 860


class SettingsPage(QWidget):
    """Nothing here is recorded in an archive."""

    def __init__(self, desk: Desk, _place: Place | None = None) -> None:
        super().__init__()
        self.desk = desk
        t, px = desk.t, desk.px
        self.setObjectName("settings")
        held, inner = QWidget(), QWidget()
        inner.setMaximumWidth(px(WIDEST))
        column(
            words(t("Settings"), "title"),
            self._look(), self._help(), self._record(), self._projector(), self._archive(),
            Safekeeping(desk, self), self._about(),
            None, on=inner, gap=px(16),
        )  # fmt: skip
        box = row(inner, None, on=held, margins=(px(32), px(24), px(32), px(24)))
        box.setStretch(0, 100)
        area = scrolling(held)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        column(area, on=self)

    # --- how it looks

    def _look(self) -> QFrame:
        desk = self.desk
        t, settings = desk.t, desk.settings

        def language(chosen: str) -> None:
            settings.lang = chosen
            desk.look_again()

        def size(chosen: str) -> None:
            settings.size = int(chosen)
            desk.look_again()

        def light(chosen: str) -> None:
            settings.dark = chosen == "dark"
            desk.look_again()

        sizes = [(str(size), f"{size} %") for size in SIZES]
        looks = [("light", t("Light")), ("dark", t("Dark"))]
        return self._card(
            t.within("settings", "Look"),
            self._choice("lang", "语言 · Language", LANGUAGES, desk.lang, language),
            self._choice("size", t("Size"), sizes, str(settings.size), size),
            self._choice("look", t("Colours"), looks, "dark" if settings.dark else "light", light),
        )

    def _choice(
        self,
        name: str,
        title: str,
        ways: Sequence[tuple[str, str]],
        now: str,
        chosen: Callable[[str], None],
    ) -> QHBoxLayout:
        """One of a few, side by side."""
        px = self.desk.px
        group = QButtonGroup(self)
        line = self._titled(title)
        for key, said in ways:
            one = QRadioButton(said)
            one.setObjectName(f"settings.{name}.{key}")
            one.setAccessibleName(f"{title}: {said}")
            one.setChecked(key == now)
            if name == "lang" and key == now:
                self.first = one
            one.toggled.connect(lambda on, key=key: chosen(key) if on else None)
            group.addButton(one)
            line.addWidget(one)
            line.addSpacing(px(16))
        line.addStretch(1)
        return line

    def _help(self) -> QFrame:
        desk = self.desk
        t = desk.t
        manual = button(t("Manual"), icon=desk.theme.icon("book-open"), name="settings.manual")
        manual.set_key(key_of("manual"))
        manual.clicked.connect(lambda: desk.manual.open(FIRST))
        keys = button(t("Keys"), icon=desk.theme.icon("keyboard"), name="settings.keys")
        keys.set_key(key_of("help"))
        keys.clicked.connect(self._show_keys)
        steps = button(t("First steps"), icon=desk.theme.icon("list-checks"), name="settings.steps")
        steps.clicked.connect(lambda: bring_back(desk))
        steps.setVisible(offered(desk))
        said = t("F1 opens the manual from any page, at the chapter that fits it.")
        return self._card(
            t.within("settings", "Help"),
            row(manual, keys, steps, None, gap=desk.px(8)),
            words(said, "secondary", wrap=True),
        )

    def _show_keys(self) -> None:
        from facilitator.desk.help import Help

        Help(self.desk, self).open()

    # --- who keeps the record, what the room sees

    def _record(self) -> QFrame:
        desk = self.desk
        t, px = desk.t, desk.px
        name = QLineEdit(desk.settings.actor)
        name.setObjectName("settings.actor")
        name.setMaxLength(80)
        name.setMinimumWidth(px(280))
        name.setPlaceholderText(account())
        name.setAccessibleName(t("Who keeps the record here"))
        name.editingFinished.connect(lambda: self._keep_actor(name.text().strip()))
        said = t("Stands beside everything that is recorded at this computer from now on.")
        line = self._titled(t("Who keeps the record here"))
        line.addWidget(name)
        line.addStretch(1)
        return self._card(t.within("settings", "Record"), line, words(said, "secondary", wrap=True))

    def _keep_actor(self, name: str) -> None:
        desk = self.desk
        if name == desk.settings.actor:
            return
        desk.settings.actor = name
        desk.session.actor = name or account()
        t = desk.t
        desk.done(t("From now on recorded by {name}.", name=desk.session.actor))

    def _projector(self) -> QFrame:
        desk = self.desk
        t = desk.t
        shown = QCheckBox(t("The projector shows people's names"))
        shown.setObjectName("settings.names")
        shown.setChecked(desk.settings.names_shown)

        def keep(on: bool) -> None:
            desk.settings.names_shown = on

        shown.toggled.connect(keep)
        said = t("Otherwise it shows seats: 1, 2, 3.")
        return self._card(t("Projector"), row(shown, None), words(said, "secondary", wrap=True))

    # --- the archive, the program

    def _archive(self) -> QFrame:
        desk = self.desk
        t, px, path = desk.t, desk.px, desk.session.path
        opens = button(t("Open its folder"), icon=desk.theme.icon("folder"), name="settings.folder")
        opens.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
        )
        other = button(
            t("Open an archive…"), icon=desk.theme.icon("folder-open"), name="settings.open"
        )
        other.clicked.connect(lambda: choose_archive(desk, self))
        new = button(t("New archive…"), icon=desk.theme.icon("plus"), name="settings.new")
        new.clicked.connect(lambda: new_archive(desk, self))
        if is_rehearsal(path):
            practice = button(t("End the rehearsal"), name="settings.rehearsal")
            practice.clicked.connect(lambda: desk.wished.emit(OpenArchive()))
            anew = button(t("Begin the rehearsal anew…"), name="settings.anew")
            anew.clicked.connect(lambda: AnewPanel(desk, self).open())
            ways = (practice, anew)
        else:
            practice = button(
                t("Rehearse"), icon=desk.theme.icon("play"), name="settings.rehearsal"
            )
            practice.clicked.connect(lambda: desk.wished.emit(Rehearse()))
            ways = (practice,)
        where = self._titled(t("It lies at"))
        where.addWidget(elided(str(path), name="settings.path"), 1)
        said = t("Bodies, meetings and decisions are all in this one file.")
        return self._card(
            t.within("settings", "Archive"), where, words(said, "secondary", wrap=True),
            row(opens, None, gap=px(8)), row(other, new, None, gap=px(8)), row(*ways, None, gap=px(8)),
        )  # fmt: skip

    def _about(self) -> QFrame:
        desk = self.desk
        t = desk.t
        licences = button(t("Licences…"), name="settings.licences")
        licences.clicked.connect(lambda: Licences(desk, self).open())
        said = t("Sends nothing anywhere and needs no connection.")
        copy = button(
            t("Copy report for support"), icon=desk.theme.icon("copy"), name="settings.report"
        )
        copy.clicked.connect(lambda: self._copy_report(copy))
        logs = button(
            t("Open the folder of logs"), icon=desk.theme.icon("folder"), name="settings.logs"
        )
        logs.clicked.connect(self._open_logs)
        logged = t("Report and log hold codes and times: no names, no words of a meeting.")
        return self._card(
            t("About this program"),
            words(version_words(desk), wrap=True),
            words(said, "secondary", wrap=True),
            row(licences, None),
            row(copy, logs, None, gap=desk.px(8)),
            words(logged, "secondary", wrap=True),
        )

    def _copy_report(self, copy: Button) -> None:
        QApplication.clipboard().setText(logbook.report())
        copy.setText(self.desk.t("Copied"))

    def _open_logs(self) -> None:
        t, folder = self.desk.t, logbook.log_folder()
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            said = t(
                "No log can be written on this computer. The report can be copied all the same."
            )
            self.desk.noticed.emit(Notice(Tone.TOLD, said))

    def _card(self, title: str, *pieces: QWidget | QHBoxLayout) -> QFrame:
        px, frame = self.desk.px, card()
        column(words(title, "head"), *pieces, on=frame, margins=px(24), gap=px(12))
        return frame

    def _titled(self, title: str) -> QHBoxLayout:
        px = self.desk.px
        label = words(title, tone="soft")
        label.setMinimumWidth(px(208))
        return row(label, gap=px(8))
