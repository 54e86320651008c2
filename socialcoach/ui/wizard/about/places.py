"""Countries and their time zones, from Qt's own tables, and a guess from the computer's clock."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QLocale, QTimeZone


def countries() -> list[tuple[str, str]]:
    """Return ``(ISO 3166 code, name)`` of all countries, sorted by name."""
    named = {}
    for country in QLocale.Country:
        code = QLocale.territoryToCode(country)
        if len(code) == 2 and code.isalpha():
            named[code] = QLocale.territoryToString(country)
    return sorted(named.items(), key=lambda pair: pair[1].casefold())


def zones_of(country: str) -> list[str]:
    """Return the IANA names of a country's time zones; empty when it is not known."""
    if not country:
        return []
    ids = QTimeZone.availableTimeZoneIds(QLocale.codeToTerritory(country))
    names = [bytes(name.data()).decode("ascii") for name in ids]
    return [name for name in names if is_zone(name)]


def is_zone(name: str) -> bool:
    """Tell whether Python knows a zone of this name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def guess() -> tuple[str, str]:
    """Return the country's code and the zone this computer seems to be in; "" when unclear."""
    from tzlocal import get_localzone_name

    zone = get_localzone_name() or "UTC"
    country = QTimeZone(zone.encode("ascii")).territory()
    code = QLocale.territoryToCode(country)
    return (code if len(code) == 2 and code.isalpha() else "", zone if is_zone(zone) else "UTC")
