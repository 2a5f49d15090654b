"""How everything looks: colours, sizes, type, icons. The only room that holds a style sheet."""

from facilitator.desk.theme.theme import SIZES, Theme, wear

__all__ = ["SIZES", "Theme", "wear"]
