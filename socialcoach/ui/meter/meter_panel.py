"""The right side of Write: what the meter says of this post and what it does to the feed."""

from __future__ import annotations

from gettext import gettext as _
from html import escape

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget

from socialcoach.core.meter import Band, Cue, Reading
from socialcoach.core.meter.mix import Outlook
from socialcoach.core.planning.post import Verdict
from socialcoach.services.words import meter as words
from socialcoach.ui.meter.band_bar import BandBar, band_word
from socialcoach.ui.meter.cue_marks import cue_tone
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import clear, column, row, rule
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.feed_dots import FeedDots
from socialcoach.ui.widgets.labels import chip, label, rich_label, set_property

TIPS_SHOWN = 3
CLEAR_PRESSURE = 2
CALM_MS = 400
"""A new band is announced when it has stayed for this long, in milliseconds."""


class MeterPanel(QWidget):
    """Shows a reading.

    Emits ``verdict_given(Verdict | None)`` when the owner disagrees, ``turn_around_wanted`` and
    ``launch_week_wanted(begin)``.
    """

    verdict_given = Signal(object)
    turn_around_wanted = Signal()
    launch_week_wanted = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown_band: Band | None = None
        self._coming: tuple[Band, float] = (Band.GIVING, 0.0)
        self._band_chip = chip("")
        self._bar = BandBar(theme)
        self._meaning = label(role="soft")
        self._tips = column(spacing=8)
        self._balance = label(role="soft")
        self._dots = FeedDots(theme)
        self._outlook = rich_label()
        self._verdict: Verdict | None = None
        self._selling = False
        self._judge = Button("", self._give_verdict, role="link", theme=theme, icon="ph.hand")
        self._language = label(role="soft")
        self._around = Button(
            _("Turn it around"),
            self.turn_around_wanted.emit,
            role="link",
            theme=theme,
            icon="ph.arrows-clockwise",
        )
        self._launch = Button("", self._toggle_launch, role="link", theme=theme, icon="ph.rocket")
        self._in_launch_week = False
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._announce)
        self._build()

    def _build(self) -> None:
        head = row(label(_("This post"), "heading", wrap=False), self._band_chip)
        head.insertStretch(1, 1)
        stack = column(head, self._bar, self._meaning, spacing=10)
        stack.addLayout(self._tips)
        for widget in (
            self._balance,
            self._language,
            self._judge,
            rule(),
            label(_("Your feed with this post"), "heading"),
            self._dots,
            self._outlook,
        ):
            stack.addWidget(widget)
        stack.addLayout(column(self._around, self._launch, spacing=0))
        stack.addStretch(1)
        self.setLayout(stack)

    def show_reading(self, reading: Reading, verdict: Verdict | None, *, at_once: bool) -> None:
        """Show what the meter says; the band waits until it is calm unless ``at_once``."""
        self._verdict = verdict
        band = _band_in_force(reading, verdict)
        self._selling = band is not Band.GIVING
        self._coming = (band, reading.pitch)
        if at_once or self._shown_band is None:
            self._show_band()
        elif band is not self._shown_band:
            if not self._calm.isActive():
                self._calm.start()
        else:
            self._calm.stop()
            self._bar.show_band(*self._coming)
        self._show_tips(reading.cues)
        self._balance.setText(_about(reading))
        self._language.setText(words.language_note(reading.language))
        self._language.setVisible(reading.language == "other")
        self._show_judge()

    def show_outlook(self, outlook: Outlook, platform: str, *, launch_week: bool) -> None:
        """Show the feed with this post; ``platform`` is empty for the feed over all of them."""
        self._dots.show_mix(outlook.before, draft_sells=outlook.selling)
        first, then = words.outlook_sentences(outlook, platform)
        if launch_week and not outlook.fits:
            then = words.launch_sentence(outlook)
        self._outlook.setText(f"<b>{escape(first)}</b> {escape(then)}")
        self._around.setVisible(outlook.selling)
        self._in_launch_week = launch_week
        self._launch.setVisible(launch_week or not outlook.fits)
        text = _("End the launch week") if launch_week else _("It is our launch week")
        self._launch.setText(text)
        self._launch.setAccessibleName(text)

    def _show_band(self) -> None:
        band, pitch = self._coming
        self._shown_band = band
        self._bar.show_band(band, pitch)
        self._band_chip.setText(words.band_name(band))
        set_property(self._band_chip, "tone", str(band))
        self._meaning.setText(words.band_meaning(band))

    def _announce(self) -> None:
        self._show_band()
        self.setAccessibleDescription(band_word(self._coming[0]))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _show_tips(self, cues: tuple[Cue, ...]) -> None:
        clear(self._tips)
        shown = _strongest(cues, selling=self._selling)
        for cue in shown:
            self._tips.addWidget(self._tip(cue))
        if shown and self._selling:
            self._tips.addWidget(label(words.reason_tip(shown[0].reason), "small"))

    def _tip(self, cue: Cue) -> QLabel:
        colour = self._theme.colour(cue_tone(cue)).name()
        made = rich_label(
            f'<span style="color:{colour}"><b>“{escape(cue.text)}”</b></span>'
            f" · {escape(words.reason_text(cue.reason))}"
        )
        made.setToolTip(words.reason_tip(cue.reason))
        made.setAccessibleName(f"“{cue.text}”: {words.reason_text(cue.reason)}")
        made.setAccessibleDescription(words.reason_tip(cue.reason))
        return made

    def _show_judge(self) -> None:
        if self._verdict is not None:
            text = _("You decided this. Take it back")
        elif self._selling:
            text = _("This is not a selling post")
        else:
            text = _("This is a selling post")
        self._judge.setText(text)
        self._judge.setAccessibleName(text)

    def _toggle_launch(self) -> None:
        self.launch_week_wanted.emit(not self._in_launch_week)

    def _give_verdict(self) -> None:
        if self._verdict is not None:
            self.verdict_given.emit(None)
        else:
            self.verdict_given.emit(Verdict.GIVING if self._selling else Verdict.SELLING)


def _about(reading: Reading) -> str:
    """Return balance and pressure in words; a text without pressure is not told so."""
    said = words.balance_sentence(reading.balance)
    pushes = words.pressure_text(reading.pressure) if reading.pressure >= CLEAR_PRESSURE else ""
    return f"{said} {pushes}".strip()


def _band_in_force(reading: Reading, verdict: Verdict | None) -> Band:
    if verdict is Verdict.GIVING:
        return Band.GIVING
    if verdict is Verdict.SELLING:
        return Band.SELLING
    return reading.band


def _strongest(cues: tuple[Cue, ...], *, selling: bool) -> tuple[Cue, ...]:
    """Return the few cues worth a line: those that explain the band first."""
    ordered = sorted(cues, key=lambda cue: (cue.reason.sells is not selling, -abs(cue.weight)))
    return tuple(ordered[:TIPS_SHOWN])
