"""Names of the months in the languages platforms write them in, shortened, whole or bent.

TikTok writes days in the language of the screen even where the header is English (files in
Russian, Vietnamese and Japanese, as programs that read them quote them, checked 2026-11-30).
"""

from __future__ import annotations

import re

_NAMES: dict[int, str] = {
    1: "jan january januar janv janvier ene enero gen gennaio januari janeiro sty stycznia ledna "
    "január ianuarie tammikuuta ocak ян януари января січня ιανουαρίου يناير",
    2: "feb february februar févr fév février febrero febbraio februari fev fevereiro lut lutego "
    "února február februarie helmikuuta şubat фев февраля лютого φεβρουαρίου فبراير",
    3: "mar march mär märz mrz mars marzo mrt maart março marco marca marts března március martie "
    "maaliskuuta maret mart март мар марта березня μαρτίου مارس",
    4: "apr april avr avril abr abril aprile kwi kwietnia dubna április aprilie huhtikuuta nisan "
    "апр април апреля квітня απριλίου أبريل",
    5: "may mai mayo mag maggio mei maio maj maja května május toukokuuta mayıs май мая травня "
    "μαΐου مايو",
    6: "jun june juni juin junio giu giugno junho cze czerwca června június iunie kesäkuuta "
    "haziran юни юн июня червня ιουνίου يونيو",
    7: "jul july juli juil juillet julio lug luglio julho lip lipca července július iulie "
    "heinäkuuta temmuz юли юл июля липня ιουλίου يوليو",
    8: "aug august août aout ago agosto augustus sie sierpnia srpna augusztus augusti agustus "
    "elokuuta ağustos авг август августа серпня αυγούστου أغسطس",
    9: "sep sept september septembre septiembre set setembro settembre wrz września září "
    "szeptember septembrie syyskuuta eylül сеп септември сентября вересня σεπτεμβρίου سبتمبر",
    10: "oct october okt oktober octobre octubre ott ottobre out outubro paź października října "
    "október octombrie lokakuuta ekim окт октомври октября жовтня οκτωβρίου أكتوبر",
    11: "nov november novembre noviembre novembro lis listopada listopadu noiembrie marraskuuta "
    "kasım ное ноем ноември ноября листопада νοεμβρίου نوفمبر",
    12: "dec december dez dezember déc décembre dic diciembre dicembre dezembro gru grudnia "
    "prosince decembrie joulukuuta desember aralık дек декември декабря грудня δεκεμβρίου ديسمبر",
}

MONTHS: dict[str, int] = {
    name.casefold(): month for month, names in _NAMES.items() for name in names.split()
}
"""Each name, in lower case, to its number."""

_VIETNAMESE = ["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_NUMBER_WORD = re.compile(r"tháng (?:(\d{1,2})|(\w+)(?: (một|hai))?)", re.IGNORECASE)
_EAST_ASIAN = re.compile(r"(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")


def in_english(text: str) -> str:
    """Return a day with its month in English where the month is written as a number word.

    ``9月13日`` becomes ``13 sep`` and ``18 tháng Tám`` becomes ``18 aug``; other texts stay.
    """
    found = _EAST_ASIAN.fullmatch(text)
    if found and 1 <= int(found[2]) <= 12:
        return f"{found[3]} {_SHORT[int(found[2]) - 1]} {found[1] or ''}".strip()
    return _NUMBER_WORD.sub(_month_word, text) if "tháng" in text.casefold() else text


_SHORT = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def _month_word(found: re.Match[str]) -> str:
    number, word, more = found.groups()
    if number is None:
        words = (str(word).casefold(), str(more).casefold())
        number = _VIETNAMESE.index(words[0]) + 1 if words[0] in _VIETNAMESE else 0
        number += _VIETNAMESE.index(words[1]) + 1 if more and words[0] == "mười" else 0
    return _SHORT[int(number) - 1] if 1 <= int(number) <= 12 else found[0]
