"""Sentences with air between words and digits, in which the names of files stay as they are."""

from __future__ import annotations

from facilitator.words.figures import airy


def aired(text: str) -> str:
    """The text as a screen shows it; one that names a file is left alone, so that the name can be copied."""
    return text if "/" in text or "\\" in text else airy(text)
