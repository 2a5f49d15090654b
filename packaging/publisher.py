"""Who publishes the program, and the name that systems know it by: whoever publishes it sets this page first.

The first two values are placeholders: `.example` is a domain that nobody can own. Every description for Linux,
Windows and macOS takes them from here; nothing else in packaging/ has to be changed.
"""

from __future__ import annotations

IDENTIFIER = "org.facilitator.Facilitator"
"""A domain of the publisher's own, turned round, and the program's name. Once published it stays for ever."""
ADDRESS = "maintainers@facilitator.example"
"""Where people can write to; Debian asks for one."""
MAINTAINER = "The maintainers of Facilitator"
HOMEPAGE = ""
"""The address of a page about the program, if there is one: whatever asks for it is left out without it."""


def domain() -> str:
    """The first part of the identifier, which names the publisher."""
    return IDENTIFIER.rpartition(".")[0]


def is_set() -> bool:
    """Whether somebody has put in their own values."""
    return not ADDRESS.endswith(".example")


def filled(text: str, **more: str) -> str:
    """Put the publisher's words, and more of them, in the place of `@WORD@`.

    A line whose word is empty is left out.
    """
    words = {
        "IDENTIFIER": IDENTIFIER,
        "DOMAIN": domain(),
        "ADDRESS": ADDRESS,
        "MAINTAINER": MAINTAINER,
        "HOMEPAGE": HOMEPAGE,
        **more,
    }
    empty = [f"@{name}@" for name, word in words.items() if not word]
    lines = text.splitlines(keepends=True)
    text = "".join(one for one in lines if not any(word in one for word in empty))
    for name, word in words.items():
        text = text.replace(f"@{name}@", word)
    return text
