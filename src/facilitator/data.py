"""Dataclasses whose methods are made when they are first called.

The standard library compiles six methods for each class as soon as it is imported, needed or not: two fifths
of all that the program imported before its first page. What one writes, what type checkers see and how the
classes behave is the same; `tests/test_data.py` holds both side by side.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, slots: bool = False) -> Any:
        """A class of data, as `dataclasses.dataclass` makes it."""
        return _made(cls, frozen, slots) if cls else lambda one: _made(one, frozen, slots)


def _made(cls: type, frozen: bool, slots: bool) -> type:
    own = cls.__dict__
    cls = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots)
    methods: dict[str, Any] = {
        "__init__": _init(cls, frozen),
        "__repr__": _repr,
        "__eq__": _eq(cls),
    }
    if frozen:
        methods |= {"__setattr__": _no_set, "__delattr__": _no_delete}
        methods["__hash__"] = _hash(cls)
        if slots:
            methods |= {"__getstate__": _state, "__setstate__": _set_state}
    elif "__eq__" not in own:
        methods["__hash__"] = None
    for name, method in methods.items():
        if own.get(name) is None:
            setattr(cls, name, method)
    return cls


def _fields(cls: type) -> tuple[Field[Any], ...]:
    return dataclasses.fields(cls)


def _init(cls: type, frozen: bool) -> Callable[..., None]:
    """A method that makes the real one, and does its work this once."""

    def first(self: Any, *args: Any, **named: Any) -> None:
        made = _compiled(cls, frozen)
        if cls.__dict__.get("__init__") is first:
            cls.__init__ = made
        made(self, *args, **named)

    return first


def _compiled(cls: type, frozen: bool) -> Callable[..., None]:
    """What the standard library writes for a class, too."""
    known: dict[str, Any] = {"_MISSING": MISSING, "_put": object.__setattr__}
    heads, named, lines = ["self"], [], []
    for one in _fields(cls):
        name, head, value = one.name, one.name, one.name
        if one.default_factory is not MISSING:
            known[f"_make_{name}"] = one.default_factory
            head += "=_MISSING"
            value = f"_make_{name}()"
            if one.init:
                value += f" if {name} is _MISSING else {name}"
        elif one.default is not MISSING:
            known[f"_default_{name}"] = one.default
            head += f"=_default_{name}"
            value = name if one.init else f"_default_{name}"
        elif not one.init:
            continue
        if one.init:
            (named if one.kw_only else heads).append(head)
        lines.append(f" _put(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
    if named:
        heads += ["*", *named]
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    text = f"def __init__({', '.join(heads)}):\n" + "\n".join(lines or [" pass"])
    exec(text, known)  # as the standard library does; all of it is names of fields
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _key(cls: type, *, hashed: bool = False) -> Callable[[Any], Any]:
    """What instances are compared by."""
    names = [
        one.name for one in _fields(cls) if one.compare and (not hashed or one.hash is not False)
    ]
    return attrgetter(*names) if names else lambda _one: ()


def _eq(cls: type) -> Callable[[Any, Any], Any]:
    key = None

    def same(self: Any, other: object) -> Any:
        nonlocal key
        if other.__class__ is not self.__class__:
            return NotImplemented
        key = key or _key(cls)
        return key(self) == key(other)

    return same


def _hash(cls: type) -> Callable[[Any], int]:
    key = None

    def hashed(self: Any) -> int:
        nonlocal key
        key = key or _key(cls, hashed=True)
        return hash(key(self))

    return hashed


@recursive_repr()
def _repr(self: Any) -> str:
    said = (f"{one.name}={getattr(self, one.name)!r}" for one in _fields(type(self)) if one.repr)
    return f"{type(self).__qualname__}({', '.join(said)})"


def _no_set(_self: Any, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_delete(_self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in _fields(type(self))]


def _set_state(self: Any, state: list[Any]) -> None:
    for one, value in zip(_fields(type(self)), state, strict=True):
        object.__setattr__(self, one.name, value)
