"""The segment of the story: everything from need to report, day after day, with photos, and what was struck."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.followup.story import Story
from facilitator.desk.meeting.asked import only_looking
from facilitator.desk.projects.project.parts import SegmentView, StrikePanel
from facilitator.followup.attached import Attached
from facilitator.rounds.project import Project
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.timeline.thread import thread_story
from facilitator.words.tongue import mark

WHO = mark("In the team: {name}")
MOST = 200
"""Lines that are shown at once: a project from need to the look back has some fifty."""


class StoryView(SegmentView):
    """One thread with one number; an entry that was wrong is struck here, whatever it is about."""

    def __init__(self, desk: Desk, round_: str, project: str) -> None:
        super().__init__(desk, round_, project, "project.story", desk.t("Story"))

    def fill(self, case: Project) -> None:
        """All lines, oldest first."""
        t, lang = self.desk.t, self.desk.lang
        lines = thread_story(case, self.today, lang)
        note = counted(len(lines), Unit.ENTRIES, lang)
        inner = self.add_card(t("From need to report"), note=note)
        story = Story(self.desk, most=MOST, who=WHO)
        story.setAccessibleName(t("Story"))
        story.opened.connect(self._look_at)
        story.wrong.connect(self._strike)
        story.show_lines(lines, only_looking(self.desk))
        self._lines = lines
        inner.addWidget(story)

    def _look_at(self, files: tuple[Attached, ...]) -> None:
        from facilitator.desk.projects.project.photos import look_at

        look_at(self, files)

    def _strike(self, entry: str) -> None:
        line = next((one for one in self._lines if one.entry == entry), None)
        said = airy(line.whole(self.desk.lang)) if line else ""
        StrikePanel(self.desk, self, self.round, self.number, entry, said).open()
