"""Pictures of a post: added safely, described, ordered, taken out with a way back, and sent."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.outgoing import OutgoingPicture
from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.core.planning.picture_check import going
from socialcoach.core.planning.platform_facts import PictureFacts, PlatformFacts
from socialcoach.services.clock import Clock
from socialcoach.services.planning.picture_reading import clean_picture, read_file
from socialcoach.services.planning.picture_writing import written_for
from socialcoach.storage.planning.picture_files import PictureFiles, names_known_beside
from socialcoach.storage.planning.pictures import Pictures

MOST_PICTURES = 40
"""More than any platform takes in one post."""

COMES_BACK_FOR = timedelta(days=1)
"""A picture taken out is thrown away at the first start after this."""

PREPARED_FOR = timedelta(days=7)
"""Pictures put ready for a platform are cleared away after this; they can be made again."""


class PostPictures:
    """Keeps the pictures of posts. ``ready`` is the folder in which they are put ready to go out.

    ``add`` and ``outgoing`` read and write picture files and belong into a worker.
    """

    def __init__(
        self,
        pictures: Pictures,
        files: PictureFiles,
        ready: Path,
        platforms: Mapping[str, PlatformFacts],
        clock: Clock,
    ) -> None:
        self._pictures = pictures
        self._files = files
        self._ready = ready
        self._platforms = platforms
        self._clock = clock

    def of_post(self, post_id: int) -> tuple[Picture, ...]:
        """Return the pictures of a post in their order."""
        return self._pictures.of_post(post_id)

    def path(self, picture: Picture) -> Path:
        """Return where a picture lies, to be shown; the file may have been deleted meanwhile."""
        return self._files.path(picture.file)

    def add(self, post_id: int, source: Path | bytes, name: str) -> Picture:
        """Read a picture, write it anew without anything hidden in it, and put it to a post.

        ``source`` is a file or what was pasted; ``name`` is said when it does not work. Raises
        ``UserError`` with a code that begins with ``picture.``; then nothing has changed.
        """
        if len(self.of_post(post_id)) >= MOST_PICTURES:
            raise UserError("picture.enough", most=MOST_PICTURES)
        made = clean_picture(source if isinstance(source, bytes) else read_file(source), name)
        file = self._files.write(made.data, made.ending)
        picture = Picture(
            id=0,
            post_id=post_id,
            file=file,
            mime=made.mime,
            width=made.width,
            height=made.height,
            size=len(made.data),
            place=0,
        )
        return self._pictures.add(picture)

    def describe(self, picture_id: int, words: str) -> Changes:
        """Keep what is read to people who cannot see the picture."""
        picture = self._pictures.get(picture_id)
        return self._keep(picture, picture and replace(picture, alt=words))

    def fit(self, picture_id: int, platform: str, fit: Fit) -> Changes:
        """Keep what is to be done to a picture's shape on one platform."""
        picture = self._pictures.get(picture_id)
        if picture is None:
            return Changes.NOTHING
        fits = {key: one for key, one in picture.fits.items() if key != platform}
        wanted = fits if fit is Fit.AS_IT_IS else {**fits, platform: fit}
        return self._keep(picture, replace(picture, fits=wanted))

    def order(self, post_id: int, ids: Sequence[int]) -> Changes:
        """Put the pictures of a post into another order."""
        if [picture.id for picture in self.of_post(post_id)] == list(ids):
            return Changes.NOTHING
        self._pictures.order(post_id, ids)
        return Changes.DRAFTS

    def remove(self, picture_id: int) -> Changes:
        """Take a picture out; ``bring_back`` undoes it for a day."""
        picture = self._pictures.get(picture_id)
        return self._keep(picture, picture and replace(picture, removed_at=self._clock.now()))

    def bring_back(self, picture_id: int) -> Changes:
        """Put a picture back; raise ``UserError("picture.gone")`` when it is too late."""
        picture = self._pictures.get(picture_id)
        if picture is None:
            raise UserError("picture.gone")
        return self._keep(picture, replace(picture, removed_at=None))

    def outgoing(
        self, post_id: int, platform: str, most_bytes: int | None = None
    ) -> tuple[OutgoingPicture, ...]:
        """Write the pictures as they go out on a platform and return them in their order.

        They stand alone in ``ready_folder``, named by their number, within the platform's limits;
        ``most_bytes`` stands in for its own where the owner's server says otherwise. Raises
        ``UserError``: ``picture.gone`` or ``picture.not_written``.
        """
        facts = self._platforms[platform].pictures
        if most_bytes:
            facts = replace(facts, max_bytes=most_bytes)
        folder = self.ready_folder(post_id, platform)
        pictures = going(self.of_post(post_id), facts)
        try:
            if pictures:
                folder.mkdir(parents=True, exist_ok=True)
            ready = tuple(
                self._put_ready(picture, picture.fit_for(platform), facts, folder / str(number))
                for number, picture in enumerate(pictures, start=1)
            )
        except OSError as error:
            raise UserError("picture.not_written", folder=str(folder)) from error
        _leave_only({picture.file for picture in ready}, folder)
        return ready

    def count_going(self, post_id: int, platform: str) -> int:
        """Return how many pictures of a post go out on a platform."""
        return len(going(self.of_post(post_id), self._platforms[platform].pictures))

    def ready_folder(self, post_id: int, platform: str) -> Path:
        """Return the folder in which ``outgoing`` leaves the pictures for a platform."""
        return self._ready / f"{post_id}-{platform}"

    def tidy(self) -> None:
        """Throw away what is no longer wanted: taken out a day ago, half written, put ready.

        A picture that a copy of the data speaks of stays. Belongs into a worker at the start.
        """
        now = self._clock.now()
        self._pictures.forget_removed(now - COMES_BACK_FOR)
        known = names_known_beside(self._files.folder.parent)
        if known is not None:
            self._files.remove_all_but(known, now - timedelta(hours=1))
        for folder in self._ready.glob("*-*"):
            if folder.stat().st_mtime < (now - PREPARED_FOR).timestamp():
                shutil.rmtree(folder, ignore_errors=True)
        for half in self._ready.glob("*.part"):
            if half.stat().st_mtime < (now - timedelta(hours=1)).timestamp():
                half.unlink(missing_ok=True)

    def _put_ready(
        self, picture: Picture, fit: Fit, facts: PictureFacts, target: Path
    ) -> OutgoingPicture:
        made = written_for(self._files.path(picture.file), picture, fit, facts)
        file = target.with_suffix(f".{made.ending}")
        unfinished = self._ready / f"{uuid4().hex}.part"  # another worker may be at it as well
        unfinished.write_bytes(made.data)
        unfinished.replace(file)
        alt = picture.alt if facts.alt_limit is None else picture.alt[: facts.alt_limit]
        return OutgoingPicture(file, made.mime, alt, made.width, made.height)

    def _keep(self, before: Picture | None, after: Picture | None) -> Changes:
        if before is None or after is None or before == after:
            return Changes.NOTHING
        self._pictures.save(after)
        return Changes.DRAFTS


def _leave_only(files: Collection[Path], folder: Path) -> None:
    """Take away what lay in a folder before; what is written anew is never missing meanwhile."""
    with suppress(OSError):
        for old in set(folder.iterdir()) - set(files):
            old.unlink(missing_ok=True)
