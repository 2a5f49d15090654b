"""Where one can be in the window: a page, perhaps of one thing, perhaps a part of it."""

from __future__ import annotations

from facilitator.data import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """`page` is a key of `pages.PAGES`, `which` the id of a meeting or body, `part` a part of its page."""

    page: str
    which: str = ""
    part: str = ""

    @property
    def text(self) -> str:
        """As one line, to be remembered."""
        return "/".join((self.page, self.which, self.part)).rstrip("/")

    @classmethod
    def read(cls, text: str) -> Place:
        """From such a line; "today" for an empty one."""
        page, which, part = (*text.split("/"), "", "", "")[:3]
        return cls(page or "today", which, part)
