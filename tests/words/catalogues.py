"""The Chinese catalogue and the texts of the source, for tests to compare."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
PO = ROOT / "resources" / "locale" / "zh" / "LC_MESSAGES" / "facilitator.po"


def tool() -> ModuleType:
    """`packaging/catalogue.py`, which is no part of the program."""
    found = importlib.util.spec_from_file_location("catalogue", ROOT / "packaging" / "catalogue.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@cache
def chinese() -> Catalog:
    """The catalogue as it stands, read once: nobody changes it."""
    with PO.open("rb") as file:
        return read_po(file, locale="zh")


def key(message: Message) -> tuple[str, str]:
    """What gettext looks a text up by."""
    one = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", one


def texts(message: Message) -> list[str]:
    """All translations of a text, one for each plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string)


def sources(*words: str) -> Iterator[tuple[str, ast.Module]]:
    """Every module of the program in which one of the words stands, parsed."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if any(word in text for word in words):
            name = path.relative_to(ROOT / "src" / "facilitator").as_posix()
            yield name, ast.parse(text)
