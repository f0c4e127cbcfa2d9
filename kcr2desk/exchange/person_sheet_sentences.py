"""What may be odd about a list of people, as sentences of `exchange.problems`."""

from __future__ import annotations

PERSON_SENTENCES: dict[str, tuple[str, str]] = {
    "person-nameless": (
        "there is neither a name nor a document number in this row",
        "in deze rij staat geen naam en geen documentnummer",
    ),
    "person-no-columns": (
        "no column has names or document numbers; say which column it is",
        "geen kolom heeft namen of documentnummers; zeg welke kolom het is",
    ),
    "person-date": (
        "“{detail}” is no date; it is kept as it stands, beside the person",
        "“{detail}” is geen datum; die is bewaard zoals hij er staat, bij de persoon",
    ),
    "person-dates-asked": (
        "{detail} dates can be read in two ways; say whether the day or the month comes first",
        "{detail} datums zijn op twee manieren te lezen; zeg of de dag of de maand voorop staat",
    ),
    "person-dates-day": (
        "{detail} dates could be read in two ways; the day comes first, as in the other dates of"
        " the column",
        "{detail} datums waren op twee manieren te lezen; de dag staat voorop, zoals in de andere"
        " datums van de kolom",
    ),
    "person-dates-month": (
        "{detail} dates could be read in two ways; the month comes first, as in the other dates of"
        " the column",
        "{detail} datums waren op twee manieren te lezen; de maand staat voorop, zoals in de andere"
        " datums van de kolom",
    ),
    "person-dates-mixed": (
        "some dates begin with the day and some with the month; the {detail} that can be read in"
        " two ways were read as most of the others, check them",
        "sommige datums beginnen met de dag en sommige met de maand; de {detail} die op twee"
        " manieren te lezen zijn, zijn gelezen zoals de meeste andere, controleer ze",
    ),
    "person-dates-turned": (
        "some dates are text with the month first and others are real dates; the program that saved"
        " the sheet may have swapped day and month of the latter",
        "sommige datums zijn tekst met de maand voorop en andere echte datums; het programma dat"
        " het blad bewaarde, heeft van die laatste misschien dag en maand verwisseld",
    ),
    "person-country": (
        "“{detail}” is no country that is known here; it is kept as it stands, beside the person",
        "“{detail}” is hier geen bekend land; het is bewaard zoals het er staat, bij de persoon",
    ),
    "person-fenced-bsn": (
        "the column “{detail}” has BSNs and was left out; a BSN is asked for at the desk, if there"
        " is a legal ground",
        "de kolom “{detail}” bevat BSN's en is weggelaten; een BSN wordt aan de balie gevraagd, als"
        " daar een grondslag voor is",
    ),
    "person-fenced-medical": (
        "the column “{detail}” is medical and was left out; note it as a need at the desk, where"
        " only medical members read it",
        "de kolom “{detail}” is medisch en is weggelaten; noteer het als behoefte aan de balie,"
        " waar alleen medische leden het lezen",
    ),
    "person-fenced-mrz": (
        "the column “{detail}” has lines of passports, which may hold a BSN, and was left out",
        "de kolom “{detail}” bevat regels uit paspoorten, waar een BSN in kan staan, en is"
        " weggelaten",
    ),
    "person-long": (
        "the cell was too long and was cut",
        "de cel was te lang en is afgekapt",
    ),
    "person-flights": (
        "it names more than one flight ({detail}); bring in each flight by itself",
        "er staan meer vluchten in ({detail}); breng elke vlucht apart in",
    ),
}
