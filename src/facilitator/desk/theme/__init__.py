"""How everything looks: colours, sizes, type, icons. The only room that holds a style sheet."""

from facilitator.desk.theme.theme import SIZES, Letters, Theme, letters, wear

__all__ = ["SIZES", "Letters", "Theme", "letters", "wear"]
