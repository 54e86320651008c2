"""What is known of one platform: limits, links, pages, people and what it suits.

The facts themselves are data (``resources/platforms/*.toml``); these are their shapes. Every group
of facts names its ``source`` and says whether it is ``certain``: a fact from memory, or one that
only a few pages agree on, is shown with a "probably".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from socialcoach.core.strategy.business import CanMake


class CountRule(StrEnum):
    """How a platform counts the length of a text; ``counting.count_text`` does the counting."""

    GRAPHEMES = "graphemes"
    SERVER = "server"
    WEIGHTED = "weighted"
    THREADS = "threads"
    UTF16 = "utf16"


class LinkRule(StrEnum):
    """What becomes of a link in a post's text."""

    CLICKABLE = "clickable"
    PLAIN = "plain"
    BUTTON = "button"
    OWN_FIELD = "own_field"


class Forbidden(StrEnum):
    """Things a platform refuses in a text."""

    PHONE_NUMBER = "phone_number"
    ANGLE_BRACKETS = "angle_brackets"


@dataclass(frozen=True)
class TextFacts:
    """How long a text may be.

    ``limit`` and ``visible_first`` are in the units of ``rule``; ``bytes_limit`` is a second limit
    in UTF-8 bytes; ``title_limit`` is for platforms whose posts have a title of their own, always
    or, with ``title_at_times``, only some (a photo there, an event). ``visible_first`` is what
    readers see before "more"; 0 means all of it. ``per_server``: the server may say otherwise.
    """

    limit: int
    rule: CountRule
    source: str
    certain: bool = True
    visible_first: int = 0
    bytes_limit: int | None = None
    title_limit: int | None = None
    title_at_times: bool = False
    per_server: bool = False
    forbidden: tuple[Forbidden, ...] = ()


@dataclass(frozen=True)
class HashtagFacts:
    """Hashtags: ``limit`` is the most allowed, ``helpful`` the most that help, ``longest`` letters.

    ``limit`` None means the platform sets none.
    """

    helpful: int
    source: str
    certain: bool = True
    limit: int | None = None
    longest: int | None = None


@dataclass(frozen=True)
class LinkFacts:
    """Links: the rule, the most links in one post (None: no limit), and one sentence of advice."""

    rule: LinkRule
    advice: str
    source: str
    certain: bool = True
    most: int | None = None


@dataclass(frozen=True)
class PictureSize:
    """A good picture size in pixels; ``use`` is ``post``, ``tall``, ``link`` or ``story``."""

    use: str
    width: int
    height: int


@dataclass(frozen=True)
class PictureFacts:
    """Pictures: the most in one post, the largest file in bytes, the longest description.

    ``alt_limit`` counts the characters of the description read to people who cannot see it;
    ``video_seconds`` is the longest video. None means not known or not limited. ``required`` tells
    that a post cannot go out without a picture or video. ``narrowest`` and ``widest`` bound width
    divided by height; ``min_width`` and ``min_height`` are pixels.
    """

    most: int
    sizes: tuple[PictureSize, ...]
    source: str
    certain: bool = True
    max_bytes: int | None = None
    alt_limit: int | None = None
    video_seconds: int | None = None
    required: bool = False
    narrowest: float | None = None
    widest: float | None = None
    min_width: int = 0
    min_height: int = 0


@dataclass(frozen=True)
class ComposeFacts:
    """Where a post is written.

    ``page`` opens an empty page; ``prefill`` is an address with ``{text}`` and, where the platform
    has one, ``{title}``, that opens the page with the words filled in; empty when there is none.
    Both may hold ``{server}``; ``serverless`` is used when the owner has named no server.
    """

    page: str
    source: str
    certain: bool = True
    prefill: str = ""
    serverless: str = ""


@dataclass(frozen=True)
class PostLinkFacts:
    """What the link to a published post looks like.

    ``hosts`` are host names; ``*.name`` also allows everything before the name; an empty list
    allows any host (Mastodon). ``pattern`` is a regular expression for the whole path and query.
    """

    hosts: tuple[str, ...]
    pattern: str
    example: str
    source: str
    certain: bool = True
    short_hosts: tuple[str, ...] = ()


@dataclass(frozen=True)
class AudienceFacts:
    """Who uses it: percent of adults in ``country`` (a survey of ``year``), 0 to 100.

    ``ages`` maps the age groups of ``business.AGE_GROUPS``; groups nobody asked about are missing.
    ``ages_year`` is the year of the ages and of ``women`` and ``men`` when it is an earlier one.
    """

    country: str
    year: int
    source: str
    everyone: int
    certain: bool = True
    ages: Mapping[str, int] = field(default_factory=dict)
    ages_year: int | None = None
    women: int | None = None
    men: int | None = None


@dataclass(frozen=True)
class FitFacts:
    """Whom the platform suits. All of this is a judgement, so ``certain`` is normally false.

    ``nearby``, ``anywhere``, ``businesses``: how well it reaches such customers, 0 (not at all) to
    3; ``looks``, ``know_how``, ``regulars``: how well it shows things, explains things, and keeps
    in touch with people who come again, 0 to 2. ``makes``: any one of these is enough to live on
    it; ``shines``: what does best. ``minutes_low`` to ``minutes_high``: minutes a week, a guess.
    ``trades`` are keys of trades often seen there. ``countries``: ISO codes where it exists at
    all, empty for everywhere. ``outside_us``: extra weight outside the United States, 0 to 3.
    """

    nearby: int
    anywhere: int
    businesses: int
    looks: int
    know_how: int
    regulars: int
    minutes_low: int
    minutes_high: int
    makes: tuple[CanMake, ...]
    shines: tuple[CanMake, ...]
    content: str
    source: str
    certain: bool = False
    trades: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    outside_us: int = 0


@dataclass(frozen=True)
class PlatformFacts:
    """One platform. ``key`` is its name in the data, ``icon`` the name of a Phosphor icon.

    ``what`` says in one plain sentence what it is. ``social`` is false where people do not follow
    one another (Google). ``local_first``: a business with customers nearby should begin here.
    ``direct``: SocialCoach can publish there itself. ``checked_on``: when the facts were checked.
    """

    key: str
    name: str
    icon: str
    what: str
    checked_on: date
    text: TextFacts
    hashtags: HashtagFacts
    links: LinkFacts
    pictures: PictureFacts
    compose: ComposeFacts
    post_link: PostLinkFacts
    fit: FitFacts
    audience: AudienceFacts | None = None
    social: bool = True
    local_first: bool = False
    direct: bool = False
