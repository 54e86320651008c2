"""Names of the months in the languages platforms write them in, shortened or whole."""

from __future__ import annotations

_NAMES: dict[int, str] = {
    1: "jan january januar janv janvier ene enero gen gennaio januari janeiro sty ян януари",
    2: "feb february februar févr fév février febrero febbraio februari fev fevereiro lut фев",
    3: "mar march mär märz mrz mars marzo mrt maart março marco marca март мар",
    4: "apr april avr avril abr abril aprile kwi апр април",
    5: "may mai mayo mag maggio mei maio maj май",
    6: "jun june juni juin junio giu giugno junho cze юни юн",
    7: "jul july juli juil juillet julio lug luglio julho lip юли юл",
    8: "aug august août aout ago agosto augustus sie авг август",
    9: "sep sept september septembre septiembre set setembro settembre wrz сеп септември",
    10: "oct october okt oktober octobre octubre ott ottobre out outubro paź окт октомври",
    11: "nov november novembre noviembre novembro lis ное ноем ноември",
    12: "dec december dez dezember déc décembre dic diciembre dicembre dezembro gru дек декември",
}

MONTHS: dict[str, int] = {name: month for month, names in _NAMES.items() for name in names.split()}
"""Each name, in lower case, to its number."""
