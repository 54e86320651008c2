"""The words in which owners wish for likes, followers and fame (English), and their slips."""

from __future__ import annotations

from enum import StrEnum


class VanityThing(StrEnum):
    """What the owner wants to count instead of customers."""

    LIKES = "likes"
    FOLLOWERS = "followers"
    VIEWS = "views"
    SHARES = "shares"
    REACH = "reach"
    VIRAL = "viral"
    FAME = "fame"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NOUNS = {
    "likes": VanityThing.LIKES,
    "hearts": VanityThing.LIKES,
    "thumbs": VanityThing.LIKES,
    "followers": VanityThing.FOLLOWERS,
    "follower": VanityThing.FOLLOWERS,
    "follows": VanityThing.FOLLOWERS,
    "following": VanityThing.FOLLOWERS,
    "fans": VanityThing.FOLLOWERS,
    "subscribers": VanityThing.FOLLOWERS,
    "subscriber": VanityThing.FOLLOWERS,
    "subs": VanityThing.FOLLOWERS,
    "views": VanityThing.VIEWS,
    "impressions": VanityThing.VIEWS,
    "plays": VanityThing.VIEWS,
    "shares": VanityThing.SHARES,
    "reposts": VanityThing.SHARES,
    "retweets": VanityThing.SHARES,
    "reach": VanityThing.REACH,
}
_TYPOS = {
    **dict.fromkeys(("liks", "lieks", "likess", "liikes", "lkies", "like's"), "likes"),
    **dict.fromkeys(("folowrs", "follwrs", "folwers", "follers", "folowing"), "followers"),
    **dict.fromkeys(("veiws", "viewes", "viwes", "vews", "view's"), "views"),
    **dict.fromkeys(("suscribers", "subcribers", "subscibers", "subscriber's"), "subscribers"),
}
_SPELLED_LIKE = ("followers", "subscribers", "impressions")
_NOT_TYPOS = frozenset({"flowers", "fellowes", "allowers"})

GROWTH = _set(
    "get gain grow increase double triple boost raise reach hit have want need earn win "
    "collect buy attract achieve add more many most lots loads tons hundreds thousands millions "
    "bigger larger "
    "big huge large higher getting growing gaining increasing boosting doubling collecting hitting "
    "reaching extra maximise maximize improve max number"
)
BETWEEN = _set(
    "our my the your a an of us me new real extra additional active organic loyal total online "
    "social media instagram insta ig facebook fb tiktok tik tok youtube yt twitter x linkedin "
    "pinterest threads bluesky mastodon page post posts photo photos video videos reel reels "
    "account profile channel story stories per each every at least about around over nearly "
    "almost some lot lots loads up to by in number count amount weekly monthly daily more many "
    "as possible on for and + % plus than"
)
PLATFORMS = _set(
    "instagram insta ig facebook fb tiktok youtube yt twitter x linkedin pinterest threads "
    "bluesky mastodon snapchat online internet social web"
)
OURS_ONLINE = PLATFORMS | _set(
    "page account profile channel post posts photo photos video videos reel reels story stories "
    "feed following audience"
)
NOT_WANTED = _set(
    "not don't don’t dont stop without never rather instead no fewer less forget chasing"
)
GOODS = _set("sell selling sold install installing repair repairing fit clean order")
OTHER_VIEWS = _set(
    "sea lake mountain ocean valley garden city river bay harbour room rooms with countryside "
    "ceiling electric cooling extractor sports football music bread their"
)
OWN_LIST = _set("newsletter box boxes list email mailing magazine club membership")
PAYING = _set("paying paid newsletter box email magazine")


def thing_of(word: str) -> tuple[str, VanityThing] | None:
    """Return the right spelling and the thing a word means, forgiving a slip of the finger."""
    word = _TYPOS.get(word, word)
    if word in _NOUNS:
        return word, _NOUNS[word]
    if len(word) > 6 and word not in _NOT_TYPOS:
        for right in _SPELLED_LIKE:
            if word[0] == right[0] and _one_slip(word, right):
                return right, _NOUNS[right]
    return None


def _one_slip(word: str, right: str) -> bool:
    """Tell whether one letter is missing, added, wrong or swapped with its neighbour."""
    if abs(len(word) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, wanted = word[start:], right[start:]
    swapped = rest[1:2] + rest[:1] + rest[2:]
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:] or swapped == wanted
