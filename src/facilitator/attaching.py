"""Reading photos and papers from the disk, to be attached to a command."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterable
from pathlib import Path

import msgspec

from facilitator.acts import Command, RuleViolation, Trouble
from facilitator.followup.attached import MOST_BYTES, MOST_FILES, Attached
from facilitator.record.header import held, identity
from facilitator.session import Session


def attach(content: bytes, name: str) -> Attached:
    """What a command says of a content: its name, hash, size and media type (by the name's ending)."""
    media = mimetypes.guess_type(name)[0] or ""
    return Attached(
        name=name, hash=hashlib.sha256(content).hexdigest(), size=len(content), media=media
    )


def read_files(paths: Iterable[Path]) -> tuple[tuple[Attached, ...], dict[str, bytes]]:
    """Files as a command names them, and their contents by hash, as `Session.do` takes them.

    Refused: `too-many-files`, `file-too-large`. Trouble: `no-file`, `io`.
    """
    paths = tuple(paths)
    if len(paths) > MOST_FILES:
        raise RuleViolation("too-many-files", count=len(paths), most=MOST_FILES)
    found: dict[str, bytes] = {}
    named: list[Attached] = []
    for path in paths:
        content = _read(path)
        one = attach(content, path.name)
        named.append(one)
        found[one.hash] = content
    return tuple(named), found


def _read(path: Path) -> bytes:
    try:
        if not path.is_file() and not path.is_dir():  # a pipe would be waited for for ever
            raise FileNotFoundError(path)
        if identity(path) in held:  # closing it would let go of the archive's own lock
            raise Trouble("locked", path=str(path), detail="open in this program")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise Trouble("no-file", path=str(path)) from error
    except OSError as error:
        raise Trouble("io", path=str(path), reason=error.strerror or str(error)) from error
    if len(content) > MOST_BYTES:
        raise RuleViolation(
            "file-too-large", name=path.name, size=path.stat().st_size, most=MOST_BYTES
        )
    return content


def content(session: Session, hash_: str) -> bytes | None:
    """What was attached under a hash; None if it was erased or never there. Trouble `damaged`."""
    return session.record.file(hash_)


def with_files(command: Command, paths: Iterable[Path]) -> tuple[Command, dict[str, bytes]]:
    """A command with files attached, and their contents; refused (`takes-no-files`) if it takes none."""
    paths = tuple(paths)
    if not paths:
        return command, {}
    if "attached" not in command.__struct_fields__:
        raise RuleViolation("takes-no-files")
    named, contents = read_files(paths)
    return msgspec.structs.replace(command, attached=named), contents
