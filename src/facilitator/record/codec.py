"""Events to stored text and back, with personal data taken out of one and put into the other.

The body of an event is its JSON as msgspec writes it, its tag included. If the event's class names a field
in `beside` and the field is not None, the field is left out and its place is taken, at the end of the object,
by `"<field>_digest": "<hex of sha256(salt ‖ value)>"`, where value is the field's JSON in UTF-8 and salt 16
random bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import cache

import msgspec

from facilitator.acts import Event, RuleViolation
from facilitator.data import dataclass

Entropy = Callable[[int], bytes]
"""Returns that many unpredictable bytes, as `os.urandom` does."""

SALT = 16


class Unreadable(Exception):
    """A stored event cannot be understood: `code` as in a finding, `detail` for a person who looks into it."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Personal:
    """What stands beside the chain for one event."""

    subject: str
    salt: bytes
    body: bytes

    @property
    def digest(self) -> str:
        """The hex that the chain holds for it."""
        return hashlib.sha256(self.salt + self.body).hexdigest()


class Codec:
    """Writes and reads the events of the given classes."""

    def __init__(self, kinds: Iterable[type[Event]]) -> None:
        self._encoder = msgspec.json.Encoder()
        self._kinds: dict[str, type[Event]] = {}
        self._decoders: dict[str, msgspec.json.Decoder[Event]] = {}
        """Made when an event of the kind is first read: most archives are opened for a few kinds of them."""
        self._fields: dict[str, str] = {}
        for kind in kinds:
            tag = tag_of(kind)
            if tag in self._kinds:
                raise TypeError(f"two events are called {tag}")
            self._kinds[tag] = kind
            if kind.beside is not None:
                self._fields[tag] = _checked_field(kind)

    def pack(self, event: Event, entropy: Entropy) -> tuple[str, bytes, Personal | None]:
        """Return kind, body and what stands beside it; the event is proven to read back as it was."""
        kind = tag_of(type(event))
        if kind not in self._kinds:
            raise TypeError(f"{kind} is not among the events this record was opened with")
        field = self._fields.get(kind)
        value = None if field is None else getattr(event, field)
        if field is None or value is None:
            body, personal = self._encoder.encode(event), None
        else:
            if not event.subject:
                raise TypeError(f"{kind} holds personal data of nobody")
            personal = Personal(event.subject, entropy(SALT), self._encoder.encode(value))
            bare = self._encoder.encode(msgspec.structs.replace(event, **{field: None}))
            body = bare[:-1] + _ending(field, personal.digest)
        self._prove(event, kind, body, personal)
        return kind, body, personal

    def unpack(self, kind: str, body: bytes, personal: Personal | None = None) -> Event:
        """Return the event. Without `personal` its personal field is None: there was none, or it is erased.

        Raises `Unreadable`: `unknown-kind`, `beside-differs` (not what the chain holds a digest of),
        `unreadable`.
        """
        if kind not in self._kinds:
            raise Unreadable("unknown-kind", kind)
        decoder = self._decoders.get(kind)
        if decoder is None:
            decoder = self._decoders[kind] = msgspec.json.Decoder(self._kinds[kind])
        if personal is not None:
            field = self._fields.get(kind, "")
            ending = _ending(field, personal.digest)
            if not body.endswith(ending):
                raise Unreadable("beside-differs")
            value = b',"%b":%b}' % (field.encode(), personal.body)
            body = body[: -len(ending)] + value
        try:
            return decoder.decode(body)
        except (msgspec.MsgspecError, RuleViolation, UnicodeError) as error:
            raise Unreadable("unreadable", str(error)) from error

    def _prove(self, event: Event, kind: str, body: bytes, personal: Personal | None) -> None:
        """Refuse an event that would not read back: its history could never be opened again."""
        try:
            same = self.unpack(kind, body, personal) == event
        except Unreadable as error:
            raise TypeError(f"{kind} does not read back: {error.detail}") from error
        if not same:
            raise TypeError(f"{kind} does not read back as it was written")

    def has_digest(self, kind: str, body: bytes) -> bool:
        """Return whether the chain says that personal data stood beside this event."""
        field = self._fields.get(kind)
        return field is not None and f"{field}_digest" in msgspec.json.decode(body)


def tag_of(kind: type[Event]) -> str:
    """Return the name under which an event class is stored."""
    return str(kind.__struct_config__.tag)


def _ending(field: str, digest: str) -> bytes:
    return f',"{field}_digest":"{digest}"}}'.encode()


@cache
def _checked_field(kind: type[Event]) -> str:
    """Return the stored name of the class's personal field, which must be able to be absent."""
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    field = fields.get(kind.beside or "")
    if field is None or field.default is not None or f"{kind.beside}_digest" in fields:
        raise TypeError(
            f"{tag_of(kind)}: {kind.beside} must be a field of its own, None by default"
        )
    if field.encode_name != field.name:
        raise TypeError(f"{tag_of(kind)}: {kind.beside} must be stored under its own name")
    return field.name
