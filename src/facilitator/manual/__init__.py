"""The manual: chapters written in Markdown, read once, shown in a window, as a page and as a book."""
