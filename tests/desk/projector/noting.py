"""Takes down what is drawn for the room: every text, the size of its letters, where it ends."""

from facilitator.desk.projector.pen import LEAST, Pen


class Noted:
    """While it is in force, texts of scenes are noted; `outside` holds those that leave the screen."""

    def __init__(self, monkeypatch):
        self.said, self.sizes, self.outside = [], [], []
        self.width = float("inf")
        text, block = Pen.text, Pen.block
        noted = self

        def note_text(pen, x, y, said, pixels, **how):
            noted.said.append(said)
            noted.sizes.append(pixels)
            took = text(pen, x, y, said, pixels, **how)
            if x < 0 or x + took > noted.width or y < -pen.px(24) or y > pen.height:
                noted.outside.append(said)
            return took

        def note_block(pen, rect, said, largest, **how):
            noted.said.append(said)
            noted.sizes.append(how.get("least", LEAST))
            took = block(pen, rect, said, largest, **how)
            if rect.left() < 0 or rect.right() > noted.width or rect.top() + took > pen.height:
                noted.outside.append(said)
            return took

        monkeypatch.setattr(Pen, "text", note_text)
        monkeypatch.setattr(Pen, "block", note_block)
