"""Beside the paper: how the post will look on one platform, and what to do about its pictures."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.core.planning.picture_shape import can_be_fitted
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.planning.preview import Sketch
from socialcoach.services.words.pictures import fit_name, picture_name
from socialcoach.services.words.preview import (
    description_note,
    link_note,
    seen_note,
    shape_note,
    sketch_note,
)
from socialcoach.ui.planning.preview_card import PreviewCard
from socialcoach.ui.planning.preview_picture import PreviewPicture
from socialcoach.ui.planning.side_panel import SidePanel
from socialcoach.ui.planning.thumbnails import Thumbnails
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills


class PreviewPanel(SidePanel):
    """Emits ``platform_wanted(key)`` and ``fit_wanted(picture_id, platform, fit)``."""

    platform_wanted = Signal(str)
    fit_wanted = Signal(int, str, object)

    def __init__(
        self, platforms: Mapping[str, PlatformFacts], theme: Theme, thumbnails: Thumbnails
    ) -> None:
        super().__init__(_("Preview"), _("Roughly how it will look."))
        self._platforms = platforms
        self._sketch: Sketch | None = None
        self._platform = ""
        self._number = 0
        self._pills: Pills | None = None
        self._picture = PreviewPicture(theme, thumbnails)
        self._alt = label("", "small")
        self._place = label("", "small", wrap=False)
        self._turning = self._turning_row()
        pictures = QWidget()
        pictures.setLayout(column(self._picture, self._turning, self._alt, spacing=4))
        self._card = PreviewCard(theme, pictures)
        self._shape = label("", "small")
        self._fits = Pills([(str(fit), fit_name(fit)) for fit in Fit])
        self._fits.setAccessibleName(_("Shape of the picture"))
        self._fits.changed.connect(self._on_fit)
        self._fits_title = label(_("Shape of the picture"), "strong")
        self._none = label(_("Pick a platform above your text first."), "soft")
        self._notes = label("", "small")
        self._about = label("", "small")
        self._choice = column(spacing=0)
        self.body.addLayout(self._choice)
        as_wide_as_a_phone = row()
        as_wide_as_a_phone.addWidget(self._card, 1000)
        as_wide_as_a_phone.addStretch(1)
        self.body.addWidget(self._none)
        self.body.addLayout(as_wide_as_a_phone)
        for part in (self._notes, self._fits_title, self._fits, self._shape, self._about):
            self.body.addWidget(part)

    def show_platforms(self, keys: tuple[str, ...], shown: str) -> None:
        """Offer these platforms; ``shown`` is the one to be sketched."""
        if self._pills is None or self._pills.all_keys != keys:
            self._offer(keys)
        if self._pills is not None:
            self._pills.choose((shown,))
            self._pills.setVisible(len(keys) > 1)
        self._none.setVisible(not keys)
        self._card.setVisible(bool(keys))
        self._about.setVisible(bool(keys))
        if not keys:
            self._notes.hide()
            self._hide_shape()

    def show_sketch(self, sketch: Sketch, platform: str, name: str) -> None:
        """Show how a post by ``name`` will look on a platform."""
        if platform != self._platform:
            self._card.close_text()
            self._number = 0
        self._sketch, self._platform = sketch, platform
        facts = self._platforms[platform]
        self._card.show_sketch(sketch, name, facts.name)
        notes = [seen_note(sketch, facts), link_note(sketch, facts)]
        self._notes.setText("\n".join(filter(None, notes)))
        self._notes.setVisible(bool(self._notes.text()))
        self._about.setText(sketch_note(facts))
        self._show_picture()

    def _offer(self, keys: tuple[str, ...]) -> None:
        if self._pills is not None:
            self._choice.removeWidget(self._pills)
            self._pills.deleteLater()
        self._pills = Pills([(key, self._platforms[key].name) for key in keys])
        self._pills.setAccessibleName(_("Platform"))
        self._pills.changed.connect(self._on_platform)
        self._choice.addWidget(self._pills)

    def _turning_row(self) -> QWidget:
        back = Button(_("Back"), lambda: self._turn(-1), role="link")
        back.setAccessibleName(_("The picture before"))
        forth = Button(_("Next"), lambda: self._turn(1), role="link")
        forth.setAccessibleName(_("The next picture"))
        line = row(back, self._place, forth)
        line.addStretch(1)
        made = QWidget()
        made.setLayout(line)
        return made

    def _turn(self, step: int) -> None:
        count = len(self._sketch.pictures) if self._sketch is not None else 0
        if count:
            self._number = (self._number + step) % count
            self._show_picture()

    def _current(self) -> Picture | None:
        pictures = self._sketch.pictures if self._sketch is not None else ()
        self._number = min(self._number, max(len(pictures) - 1, 0))
        return pictures[self._number] if pictures else None

    def _show_picture(self) -> None:
        picture = self._current()
        if picture is None or self._sketch is None:
            self._hide_shape()
            return
        facts, fit = self._platforms[self._platform], picture.fit_for(self._platform)
        self._picture.show_picture(picture, self._platform, facts.pictures)
        count = len(self._sketch.pictures)
        self._place.setText(picture_name(self._number + 1, count))
        self._turning.setVisible(count > 1)
        self._alt.setText(description_note(picture))
        fits = fit is not Fit.AS_IT_IS or can_be_fitted(picture.ratio, facts.pictures)
        self._fits_title.setVisible(fits)
        self._fits.setVisible(fits)
        self._fits.choose((str(fit),))
        self._shape.setText(shape_note(picture, self._platform, facts))
        self._shape.setVisible(bool(self._shape.text()))

    def _hide_shape(self) -> None:
        for part in (self._fits_title, self._fits, self._shape):
            part.hide()

    def _on_platform(self) -> None:
        if self._pills is not None and self._pills.chosen:
            self.platform_wanted.emit(self._pills.chosen[0])

    def _on_fit(self) -> None:
        picture = self._current()
        if picture is not None and self._fits.chosen:
            self.fit_wanted.emit(picture.id, self._platform, Fit(self._fits.chosen[0]))
