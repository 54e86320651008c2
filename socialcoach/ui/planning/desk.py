"""The middle of Write: the paper with its platforms above and the check below."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal

from socialcoach.core.planning.picture import Picture
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.version import MAIN, Versions
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.planning.picture_strip import PictureStrip
from socialcoach.ui.planning.platform_check import PlatformCheck
from socialcoach.ui.planning.platform_pills import PlatformPills
from socialcoach.ui.planning.thumbnails import Thumbnails
from socialcoach.ui.planning.versions_tabs import VersionTabs
from socialcoach.ui.planning.writing_tools import WritingTools
from socialcoach.ui.widgets.boxes import Card, row
from socialcoach.ui.widgets.buttons import icon_button
from socialcoach.ui.widgets.growing_text import GrowingText
from socialcoach.ui.widgets.labels import label


class Desk(Card):
    """Holds the draft that is open; ``in_sight`` is the platform whose words lie on the paper.

    Emits ``typed``, ``notes_typed``, ``platforms_picked(keys)``, ``throw_away_wanted``,
    ``version_wanted(key)`` for other words on the paper, and ``follow_wanted``.
    """

    typed = Signal()
    notes_typed = Signal()
    platforms_picked = Signal(tuple)
    throw_away_wanted = Signal()
    version_wanted = Signal(str)
    follow_wanted = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=12)
        platforms = context.services.platforms
        self.paper = Paper(context.theme)
        self._pills = PlatformPills(platforms, context.theme)
        self._tabs = VersionTabs(platforms, context.theme)
        self._check = PlatformCheck(platforms)
        self.thumbnails = Thumbnails(context, self)
        self.strip = PictureStrip(context.theme, self.thumbnails)
        self._pictures: tuple[Picture, ...] = ()
        self._saved = label("", "small", wrap=False)
        self._notes = GrowingText(many_lines=True)
        self._notes.setPlaceholderText(_("A note to yourself. It never leaves with the post."))
        self._notes.setAccessibleName(_("Private note"))
        self.tools = WritingTools(context.theme)
        self._picked: tuple[str, ...] = ()
        self.in_sight = MAIN
        self.versions = Versions()
        self._build(context)

    def _build(self, context: AppContext) -> None:
        bin_button = icon_button(
            _("Throw this draft away"), "ph.trash", self.throw_away_wanted.emit, context.theme
        )
        head = row(self._pills, self._saved)
        head.setStretch(0, 1)
        head.setAlignment(self._saved, Qt.AlignmentFlag.AlignTop)
        foot = row(self._notes, bin_button)
        foot.setStretch(0, 1)
        foot.setAlignment(bin_button, Qt.AlignmentFlag.AlignTop)
        self.add(head, self._tabs)
        self.body.addWidget(self.paper, 1)
        self.add(self.strip, self._check, self.tools, foot)
        self.paper.typed.connect(self._on_typed)
        self._tabs.picked.connect(self.version_wanted)
        self._tabs.follow_wanted.connect(self.follow_wanted)
        self._notes.textChanged.connect(self.notes_typed)
        self._pills.picked.connect(self._on_picked)

    @property
    def notes(self) -> str:
        """Return the private note as typed."""
        return self._notes.text()

    @property
    def picked(self) -> tuple[str, ...]:
        """Return the platforms the draft is meant for."""
        return self._picked

    def show_draft(self, draft: Post, offered: tuple[str, ...], versions: Versions) -> None:
        """Put a draft on the desk; ``offered`` are the platforms of the plan."""
        self.versions, self.in_sight = versions, MAIN
        self.paper.show_text(versions.main)
        self._show_notes(draft.notes)
        self._picked = draft.platforms
        self._pills.show_platforms(offered, draft.platforms)
        self.lock(is_out=draft.status is PostStatus.OUT)
        self.keep_tab()
        self.check()

    def _show_notes(self, notes: str) -> None:
        """Show the note; one that is being typed stays, with the cursor where it is."""
        if notes != self._notes.text():
            self._notes.blockSignals(True)
            self._notes.setText(notes)
            self._notes.blockSignals(False)

    def show_version(self, versions: Versions, platform: str) -> None:
        """Put a platform's words on the paper, or the main text."""
        self.versions, self.in_sight = versions, platform
        self.paper.show_text(versions.text_for(platform))
        self.keep_tab()
        self.check()

    def keep_tab(self) -> None:
        """Show the tab of what lies on the paper."""
        self._tabs.show_versions(self.versions, self._picked, self.in_sight)

    def lock(self, *, is_out: bool) -> None:
        """Leave a post that is out as it went out; its note can still be written."""
        self.paper.setReadOnly(is_out)
        self.strip.lock(is_out=is_out)
        self._tabs.lock(is_out=is_out)
        if is_out:
            self.say_saved(_("Out"))

    def show_pictures(self, pictures: tuple[Picture, ...], current: int) -> None:
        """Show the draft's pictures; ``current`` is the one being described, 0 for none."""
        self._pictures = pictures
        self.strip.show_pictures(pictures, current)
        self.check()

    def check(self) -> None:
        """Count the words in sight again: of one platform, or of each picked one."""
        shown = self._picked if self.in_sight == MAIN else (self.in_sight,)
        self._check.show_check(self.versions, self._pictures, shown)

    def say_saved(self, words: str) -> None:
        """Say how the draft is kept."""
        self._saved.setText(words)

    def _on_typed(self) -> None:
        before = self.versions
        self.versions = before.with_text(self.in_sight, self.paper.text())
        if before.own.keys() != self.versions.own.keys():
            self.keep_tab()
        self.typed.emit()

    def _on_picked(self, keys: tuple[str, ...]) -> None:
        if self.in_sight not in (MAIN, *keys):
            self.version_wanted.emit(MAIN)
        self._picked = keys
        self.keep_tab()
        self.check()
        self.platforms_picked.emit(keys)
