"""Sending pictures to a Mastodon server ahead of the post, and waiting until it has read them.

``POST /api/v2/media`` answers 202 while the server still works on a picture; then it is asked again
until it is done (docs.joinmastodon.org, methods/media, checked 2026-11-22). A picture that no post
uses is thrown away by the server.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

from socialcoach.core.planning.mastodon_limits import ALT_LENGTH, USUAL_ALT_LENGTH
from socialcoach.core.planning.outgoing import OutgoingPicture
from socialcoach.services.planning.publishing.mastodon_calls import Server, reason
from socialcoach.services.planning.publishing.mastodon_reading import word
from socialcoach.services.planning.publishing.network import NothingSent, SignInAgain
from socialcoach.services.planning.publishing.web import Answer

PAUSE_S = 1.0
"""Between two looks at a picture the server works on, in seconds."""

MOST_LOOKS = 60


def upload(
    server: Server, picture: OutgoingPicture, limits: dict[str, int], pause: Callable[[float], None]
) -> str:
    """Send a picture with its description and return the id the server gave it."""
    try:
        raw = picture.file.read_bytes()
    except OSError as error:
        raise NothingSent("sending.picture_gone", file=picture.file.name) from error
    alt = picture.alt[: limits.get(ALT_LENGTH, USUAL_ALT_LENGTH)]
    content, kind = _form(raw, picture.mime, alt)
    answer = server.upload("/api/v2/media", content, kind)
    media_id = word(answer.body, "id")
    if answer.status not in (200, 202) or not media_id:
        raise _trouble(server, answer)
    return media_id if answer.status == 200 else _when_read(server, media_id, pause)


def _when_read(server: Server, media_id: str, pause: Callable[[float], None]) -> str:
    """Wait until the server has read a picture, for a minute or so."""
    for _ in range(MOST_LOOKS):
        pause(PAUSE_S)
        answer = server.get(f"/api/v1/media/{media_id}")
        if answer.status == 200 and word(answer.body, "id"):
            return media_id
        if answer.status != 206:
            raise _trouble(server, answer)
    raise NothingSent("mastodon.picture_slow", server=server.host)


def _trouble(server: Server, answer: Answer) -> NothingSent:
    """Return why a server did not take a picture."""
    if answer.status == 413:
        return NothingSent("sending.picture_too_large", platform="Mastodon")
    if answer.status == 422 and reason(answer):
        return NothingSent("mastodon.picture_refused", server=server.host, reason=reason(answer))
    if answer.status == 422:
        return SignInAgain("account.sign_in", server=server.host)
    return server.trouble(answer)


def _form(raw: bytes, mime: str, alt: str) -> tuple[bytes, str]:
    """Return a picture and its description as a form, and the form's kind."""
    edge = secrets.token_hex(16)
    kind = mime if re.fullmatch(r"image/[a-z0-9.+-]+", mime) else "application/octet-stream"
    ending = kind.rpartition("/")[2].partition("+")[0].replace("octet-stream", "bin")
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="description"\r\n\r\n{alt}\r\n',
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="picture.{ending}"\r\n',
        f"Content-Type: {kind}\r\n\r\n",
    ]
    head = "".join(parts).encode("utf-8", "replace")
    return head + raw + f"\r\n--{edge}--\r\n".encode(
        "ascii"
    ), f"multipart/form-data; boundary={edge}"
