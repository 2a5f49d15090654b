"""What was typed and is not yet on the record, kept on the disk so that nothing that happens can lose it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QObject, QSaveFile, QTimer, Signal

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.meeting import Meeting

FOLDER = "drafts"
KEPT_AFTER = 400
"""Milliseconds from a key to the disk, at most; also while somebody goes on typing."""
TRIED_AGAIN_AFTER = 5000


@dataclass(frozen=True, slots=True)
class Draft:
    """A line that is being written: its words exactly as they stand, and what belongs to them."""

    text: str = ""
    speaker: str = ""
    note: str = ""
    """The name it will bear in the record; when the record has it, it has arrived."""
    item: str = ""
    """What was in hand when it was begun."""

    @property
    def blank(self) -> bool:
        """Whether nothing would be lost with it."""
        return not self.text and not self.speaker


class Drafts(QObject):
    """The drafts of one desk. They live as long as it, whatever becomes of windows."""

    failed = Signal(str)
    """The disk does not take drafts any more, and why; said once until it does again."""
    saved = Signal(str)
    """The draft of this key is on the disk as it is now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._folder = desk.settings.folder / FOLDER
        self._kept: dict[str, Draft] = {}
        self._waiting: set[str] = set()
        self._failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.flush)

    def path(self, key: str) -> Path:
        """Where a draft lies: a head line, then the words, as UTF-8 that any editor opens."""
        return self._folder / f"{key}.txt"

    def read(self, key: str) -> Draft:
        """The draft of a meeting: of this run, else what the last one left on the disk."""
        if key not in self._kept:
            self._kept[key] = _read(self.path(key))
        return self._kept[key]

    def keep(self, key: str, draft: Draft) -> None:
        """Keep a draft: in memory at once, on the disk shortly after."""
        if self._kept.get(key) == draft:
            return
        self._kept[key] = draft
        self._waiting.add(key)
        if not self._timer.isActive():
            self._timer.start(TRIED_AGAIN_AFTER if self._failing else KEPT_AFTER)

    def drop(self, key: str) -> None:
        """The line is on the record: its draft goes at once."""
        self._kept[key] = Draft()
        self._waiting.add(key)
        self.flush()

    def flush(self) -> None:
        """Put what waits on the disk now; what does not get there waits on, and stays in memory."""
        self._timer.stop()
        wrong = ""
        for key in sorted(self._waiting):
            wrong = self._write(key) or wrong
        if wrong:
            self._timer.start(TRIED_AGAIN_AFTER)
        said, self._failing = self._failing, bool(wrong)
        if wrong and not said:
            self.failed.emit(wrong)

    def _write(self, key: str) -> str:
        """Write one draft whole, or leave the one that is there; why it did not work, or ""."""
        draft, path = self._kept[key], self.path(key)
        try:
            if draft.blank:
                path.unlink(missing_ok=True)
            else:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            return error.strerror or str(error)
        wrong = "" if draft.blank else _save(path, _bytes(draft))
        if not wrong:
            self._waiting.discard(key)
            self.saved.emit(key)
        return wrong


def drafts_of(desk: Desk) -> Drafts:
    """The drafts of a desk; there is one such keeper to a desk."""
    return desk.findChild(Drafts) or Drafts(desk)


def words_wait(desk: Desk, meeting: Meeting) -> bool:
    """Whether somebody typed a line for this meeting that is not on its record."""
    if meeting.convened is None:
        return False
    draft = drafts_of(desk).read(key_of(meeting))
    return not draft.blank and draft.note not in meeting.notes.lines


def key_of(meeting: Meeting) -> str:
    """A name for the draft of a meeting that no other meeting has, in whatever archive it stands."""
    called = meeting.convened
    assert called is not None  # nobody writes about a meeting that was not called
    made = f"{called.at.isoformat()} {called.actor} {meeting.taken.body} {meeting.id}"
    return f"{hashlib.sha256(made.encode()).hexdigest()[:12]}-{meeting.id}"


def _bytes(draft: Draft) -> bytes:
    head = asdict(draft)
    text = head.pop("text")
    # A lone half of a surrogate pair cannot be UTF-8; everything else can.
    return f"{json.dumps(head)}\n{text}".encode("utf-8", "replace")


def _read(path: Path) -> Draft:
    try:
        content = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return Draft()
    first, _, rest = content.partition("\n")
    try:
        head = json.loads(first)
    except ValueError:
        head = None
    if not isinstance(head, Mapping):
        return Draft(
            text=content
        )  # somebody else's file, or ours without its head: all of it is words
    told = {name: str(head.get(name, "")) for name in ("speaker", "note", "item")}
    return Draft(text=rest, **told)


def _save(path: Path, content: bytes) -> str:
    """Replace a file in one step, for its owner's eyes only; why not, or ""."""
    file = QSaveFile(str(path))
    owner = QSaveFile.Permission.ReadOwner | QSaveFile.Permission.WriteOwner
    done = (
        file.open(QIODevice.OpenModeFlag.WriteOnly)
        and file.setPermissions(owner)
        and file.write(content) == len(content)
    )
    if not done:
        wrong = file.errorString()
        file.cancelWriting()
        return wrong
    return "" if file.commit() else file.errorString()
