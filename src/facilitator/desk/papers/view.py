"""The papers of a meeting: which one, in which version; its pages; and all that is done with them."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.papers.blocks import ALL, BlocksBox, chosen_blocks
from facilitator.desk.papers.exporting import SetExport
from facilitator.desk.papers.folding import Folding
from facilitator.desk.papers.kinds import KindList, title_of
from facilitator.desk.papers.orders import Orders
from facilitator.desk.papers.preview import Preview
from facilitator.desk.papers.printing import Printing, still
from facilitator.desk.papers.saving import Saving
from facilitator.desk.papers.segments import Segments
from facilitator.desk.papers.which import Which
from facilitator.desk.papers.withheld import WithheldBand, WithheldCard
from facilitator.desk.view import View
from facilitator.desk.widgets import button, clear, column, line, row, words
from facilitator.export import OF_MATTER
from facilitator.meeting.format import Stage
from facilitator.press import PICTURED, Order, Proof
from facilitator.session import Change

FORMS = (("docx", "Word"), ("pdf", "PDF"), ("html", "HTML"))
FIRST = {
    Stage.BEFORE: "notice",
    Stage.GATHERING: "signin",
    Stage.RUNNING: "record",
    Stage.CLOSING: "record",
    Stage.CLOSED: "summary",
}
"""What is looked at first, by where the meeting stands."""
FIRST_OF_FORUM = {
    Stage.BEFORE: "invitation",
    Stage.GATHERING: "signin",
    Stage.RUNNING: "wall",
    Stage.CLOSING: "proceedings",
    Stage.CLOSED: "proceedings",
}
FIRST_OF_SELECTION = {
    Stage.BEFORE: "notice",
    Stage.GATHERING: "signin",
    Stage.RUNNING: "selection-ballots",
    Stage.CLOSING: "selection-result",
    Stage.CLOSED: "selection-result",
}


class PapersView(View):
    """Left what there is, in the middle the pages, right what can be done; when narrow, all at the left."""

    def __init__(self, desk: Desk, meeting_id: str = "", orders: Orders | None = None) -> None:
        super().__init__(desk)
        self.setObjectName("papers")
        self._orders = orders or Orders(desk, meeting_id)
        self._body = self._orders.body
        self._own_lang = self._orders.lang
        self._counting = False
        self._recount = False
        self._printing: Printing | None = None
        kinds = self._orders.kinds
        self.kinds = KindList(desk, kinds)
        self.kinds.choose(self._first(kinds, meeting_id))
        self._band = WithheldBand(desk)
        self.preview = Preview(desk, self._orders, self._band)
        self.preview.turning.watch(self)
        self.preview.shown.connect(self._shown)
        self.export = SetExport(desk, self._orders, self.order_of)
        self._saving = Saving(desk, self._orders, self)
        self._scroll_soon = QTimer(self)
        self._scroll_soon.setSingleShot(True)
        self._scroll_soon.timeout.connect(self._scroll_to_chosen)
        self.folding = Folding(desk, self._choices(), self.preview, self._doing())
        self.folding.folded.connect(self._pin)
        column(self.folding, on=self)
        self._actions()
        self.kinds.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self._chosen()

    def _first(self, kinds: tuple[str, ...], meeting_id: str) -> str:
        """What is looked at first: of a meeting, by where it stands."""
        if not meeting_id:
            return kinds[0]
        stage = self.desk.session.meeting(meeting_id).phase.stage
        if "selection-result" in kinds:
            return FIRST_OF_SELECTION[stage]
        return (FIRST_OF_FORUM if "wall" in kinds else FIRST)[stage]

    def concerns(self, change: Change) -> bool:
        """Acts of what the papers are made from, and of the body whose people's names are on them."""
        return self._orders.concerns(change)

    def refresh(self) -> None:
        """Look again at what there is to print, and at the pages."""
        self.export.refresh()
        self.which.refresh()
        self._count()
        self._look()

    # --- what is chosen

    @property
    def kind(self) -> str:
        """The kind of paper that is looked at."""
        return self.kinds.kind

    @property
    def lang(self) -> str:
        """The language of the papers."""
        return self._lang.choice

    @property
    def public(self) -> bool:
        """Whether the public version is looked at."""
        return self._version.choice == "public"

    def order_of(self, kind: str, public: bool) -> Order:
        """How a paper is wanted: in the chosen language, with the blocks chosen for the body."""
        blocks = chosen_blocks(self.desk.settings, self._body, kind)
        photos = kind in PICTURED and self.which.photos.isChecked()
        return Order(kind, self.lang, public, blocks, photos=photos)

    @property
    def order(self) -> Order:
        """The paper that is looked at, of the decision that was chosen where it is made for one."""
        order = self.order_of(self.kind, self.public)
        if self.kind in OF_MATTER:
            order = msgspec.structs.replace(order, matter=self.which.matter)
        return order

    def show_kind(self, kind: str, matter: str = "") -> None:
        """Look at another kind of paper, of one decision or action group alone (a number, or group/ID).

        A kind that there is not leaves all as it is.
        """
        if kind not in self.kinds.kinds.kinds:
            return
        if matter:
            self.which.choose(matter)
        if kind != self.kind:
            self.kinds.choose(kind)
        elif matter:
            self._picked()

    def _picked(self) -> None:
        """Another decision, or photos or none."""
        self._chosen()
        self._count()

    def _chosen(self) -> None:
        """Another kind, language, version or other blocks."""
        if not hasattr(self, "_blocks_of") or self._blocks_of != self.kind:
            self._show_blocks()
        self.kinds.kinds.tell_public(self.public)
        self.which.show_kind(self.kind, public=self.public)
        self._scroll_to_chosen()
        self._look()

    def _look(self) -> None:
        if self.kinds.kinds.count_of(self.kind):
            if self.order == self.preview.order:
                self.preview.renew()
            else:
                self.preview.show_order(self.order)
        else:
            self.preview.say_nothing(self._why_nothing())
        self._enable()

    def _why_nothing(self) -> str:
        refusal = RuleViolation("nothing-to-print", paper=self.kind)
        return self.desk.sentence(refusal)

    # --- how many there are

    def _count(self) -> None:
        if self._counting:
            self._recount = True
            return
        works = self.desk.works
        if not works.ready:
            works.put_off(self._count)
            return
        self._counting = True
        works.start(self._counts(self.lang, self.which.matter))

    async def _counts(self, lang: str, matter: str) -> None:
        try:
            counts = await self._orders.counts(lang, matter)
        except Trouble:
            return  # the pages say so; the numbers come with the next act
        finally:
            if isValid(self):
                self._counting = False
        if not isValid(self):
            return
        before = self.kinds.kinds.count_of(self.kind)
        self.kinds.kinds.tell(counts)
        if bool(before) != bool(counts[self.kind]):
            self._look()
        if self._recount:
            self._recount = False
            self._count()

    # --- what is shown

    def _choices(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        self._version = Segments(
            self.desk,
            "papers.version",
            t.within("papers", "Version"),
            (("full", t.within("papers", "Full")), ("public", t.within("papers", "Public"))),
        )
        self._lang = Segments(
            self.desk, "papers.lang", t("Language"), (("zh", "中文"), ("en", "English"))
        )
        self._lang.choose(self._own_lang)
        self._version.chosen.connect(lambda _key: self._chosen())
        self._lang.chosen.connect(lambda _key: self.refresh())
        self.which = Which(self.desk, self._orders)
        self.which.chosen.connect(self._picked)
        self._blocks_room = QVBoxLayout()
        self._withheld = WithheldCard(self.desk)
        inner = QWidget()
        column(
            column(
                self._version,
                self._lang,
                self.which,
                margins=(px(12), px(12), px(12), 0),
                gap=px(6),
            ),
            self.kinds,
            column(
                self._withheld,
                self._blocks_room,
                margins=(px(12), 0, px(12), px(12)),
                gap=px(12),
            ),
            None,
            on=inner,
        )
        return inner

    def _show_blocks(self) -> None:
        clear(self._blocks_room)
        self._blocks_of = self.kind
        if self.kind in ALL:
            box = BlocksBox(self.desk, self._body, self.kind)
            box.chosen.connect(self._chosen)
            self._blocks_room.addWidget(box)

    def _doing(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        self._this = words("", "head", wrap=True, name="papers.this")
        self._savers = {form: self._saver(form, text) for form, text in FORMS}
        self._print = button(t("Print…"), grade="small", name="papers.print.button")
        self._print.setIcon(self.desk.theme.icon("printer"))
        self._sent = words("", "small", wrap=True, name="papers.printing")
        self._unprint = button(t("Stop"), grade="small", name="papers.print.stop")
        self._unprint.setAccessibleName(t("Stop printing"))
        self._unprint.clicked.connect(self._stop_printing)
        for one in (self._sent, self._unprint):
            one.hide()
        one = column(
            self._this,
            row(*self._savers.values(), None, gap=px(6)),
            row(self._print, None),
            row(self._sent, self._unprint),
            gap=px(8),
        )
        inner = QWidget()
        column(self.export, line(), one, None, on=inner, margins=px(16), gap=px(16))
        return inner

    def _saver(self, form: str, text: str) -> QWidget:
        made = button(text, grade="small", name=f"papers.save.{form}")
        made.setIcon(self.desk.theme.icon("save"))
        made.setAccessibleName(self.desk.t("Save this paper as {format}", format=text))
        made.clicked.connect(lambda: self._saving.save(self.order, form))
        return made

    def _actions(self) -> None:
        desk = self.desk
        export = action(desk, self, "papers.export", self.export.start)
        printing = action(desk, self, "papers.print", self.print)
        self._print.clicked.connect(printing.trigger)
        self._print.set_key(printing.shortcut().toString())
        self.export.start_button.setToolTip(export.shortcut().toString())

    def _pin(self, narrow: bool) -> None:
        """The button that exports can always be seen: where the columns are folded, below them."""
        if narrow:
            self.folding.foot.addWidget(self.export.start_button)
        else:
            self.export.take_button()
        self._scroll_soon.start()  # when it is laid out

    def _scroll_to_chosen(self) -> None:
        """The chosen paper can be seen in the list, however low the window is."""
        inner = self.folding.left_area.widget()
        if inner is not None:
            place = self.kinds.visualRect(self.kinds.currentIndex()).center()
            at = self.kinds.mapTo(inner, place)
            self.folding.left_area.ensureVisible(at.x(), at.y(), 0, self.desk.px(40))

    def _shown(self, proof: Proof | None) -> None:
        told = proof.withheld if proof is not None and self.public else None
        for one in (self._band, self._withheld):
            one.show_withheld(told)
        self._enable()

    def _enable(self) -> None:
        """What cannot be done with nothing is switched off, and says why."""
        t = self.desk.t
        there = self.kinds.kinds.count_of(self.kind) > 0
        version = t("{paper}, public version", paper=title_of(self.kind, t))
        self._this.setText(version if self.public else title_of(self.kind, t))
        why = "" if there else self._why_nothing()
        for one in (*self._savers.values(), self._print):
            one.setEnabled(there and not (one is self._print and self._printing))
            one.setToolTip(why)
            one.setAccessibleDescription(why)

    # --- printing

    def print(self) -> None:
        """Ask for a printer and print the paper that is looked at."""
        if self._printing is None and self.kinds.kinds.count_of(self.kind):
            say = still(self, self._say_printing)
            self._printing = Printing(self.desk, self._orders, self.order, say)
            dialog = self._printing.ask(self, title_of(self.kind, self.desk.t))
            dialog.rejected.connect(self._not_printing)

    def _not_printing(self) -> None:
        self._printing = None
        self._enable()

    def _stop_printing(self) -> None:
        if self._printing is not None:
            self._printing.stop()

    def _say_printing(self, text: str) -> None:
        self._sent.setText(text)
        for one in (self._sent, self._unprint):
            one.setVisible(bool(text))
        if not text:
            self._not_printing()
