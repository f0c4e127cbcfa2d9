"""What was wrong with a file that somebody brought in, as one whole sentence.

A reader never shows text: it reports a `Problem` with a stable code, and `sentence` says it in
Dutch or English. The same record serves two ends:

* a *problem*: the thing could not be taken in;
* a *remark*: it was taken in, but it breaks a rule that the reader may want to know of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kcr2desk.exchange.list_sentences import LIST_SENTENCES
from kcr2desk.exchange.person_sheet_sentences import PERSON_SENTENCES
from kcr2desk.exchange.rm_sentences import RM_SENTENCES
from kcr2desk.exchange.sheet_sentences import BOUNDARY_SENTENCES, SHEET_SENTENCES

Language = Literal["en", "nl"]

_LONGEST_DETAIL = 200
"""Details quote the file, and a file may be hostile: no sentence gets longer than this."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a file; `line` counts from 1, None when it has no place.
    `column` is the head of the column of a table, "" where there is none."""

    file: str
    line: int | None
    code: str
    detail: str = ""
    column: str = ""


class Refused(Exception):
    """A file, or one item of a file, cannot be taken in; `problems` says why (at least one)."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(sentence(problem) for problem in problems))
        self.problems = problems


def sentence(problem: Problem, language: Language = "en") -> str:
    """One sentence with the file, the line when known, and what is wrong.

    An unknown code raises KeyError: every code stands in the table below.
    """
    english, dutch = SENTENCES[problem.code]
    what = (dutch if language == "nl" else english).format(detail=_quoted(problem.detail))
    if problem.line is None:
        return f"{problem.file}: {what}."
    word = "regel" if language == "nl" else "line"
    column = f", “{_quoted(problem.column)}”" if problem.column else ""
    return f"{problem.file}, {word} {problem.line}{column}: {what}."


def _quoted(detail: str) -> str:
    """The detail on one line, of bearable length and without unprintable characters."""
    text = " ".join("".join(c if c.isprintable() else " " for c in detail).split())
    return text if len(text) <= _LONGEST_DETAIL else text[: _LONGEST_DETAIL - 1] + "…"


SENTENCES: dict[str, tuple[str, str]] = {
    # Any file
    "empty": ("the file is empty", "het bestand is leeg"),
    "too-large": (
        "the file is larger than the limit of {detail}",
        "het bestand is groter dan de grens van {detail}",
    ),
    "unreadable": ("it cannot be read ({detail})", "het is niet te lezen ({detail})"),
    "attachment-too-large": (
        "the attachment {detail} is too large and was left out",
        "de bijlage {detail} is te groot en is weggelaten",
    ),
    "attachment-unreadable": (
        "the attachment {detail} cannot be read and was left out",
        "de bijlage {detail} is niet te lezen en is weggelaten",
    ),
    # XML
    "not-xml": ("this is no XML", "dit is geen XML"),
    "not-xml-but": ("this is no XML but {detail}", "dit is geen XML maar {detail}"),
    "web-page": (
        "this is a web page and no alert, perhaps the log-in page of a network",
        "dit is een webpagina en geen waarschuwing, misschien de inlogpagina van een netwerk",
    ),
    "doctype": (
        "it declares a document type (DOCTYPE); that is refused because it can hide an attack",
        "er staat een documenttype (DOCTYPE) in; dat wordt geweigerd omdat het een aanval kan"
        " verbergen",
    ),
    "encoding-unknown": (
        "the declared encoding “{detail}” is unknown",
        "de opgegeven codering “{detail}” is onbekend",
    ),
    "encoding-wrong": (
        "the text is not in the declared encoding {detail}; it was read as well as possible",
        "de tekst staat niet in de opgegeven codering {detail}; die is zo goed mogelijk gelezen",
    ),
    "character": (
        "the character {detail} is not allowed in XML; it was replaced",
        "het teken {detail} mag niet in XML staan; het is vervangen",
    ),
    "truncated": (
        "the file stops in the middle, the end is missing",
        "het bestand houdt halverwege op, het einde ontbreekt",
    ),
    "tag-mismatch": (
        "an element is closed by the wrong tag: {detail}",
        "een element wordt met het verkeerde label gesloten: {detail}",
    ),
    "entity-unknown": (
        "the entity &{detail}; is not defined",
        "de entiteit &{detail}; is niet gedefinieerd",
    ),
    "prefix-unknown": (
        "a namespace prefix is not declared ({detail})",
        "een voorvoegsel van een naamruimte is niet gedeclareerd ({detail})",
    ),
    "malformed": ("the XML is not well-formed ({detail})", "de XML klopt niet ({detail})"),
    "too-deep": (
        "the elements are nested more than {detail} deep",
        "de elementen zijn meer dan {detail} diep genest",
    ),
    # Which alert
    "not-alert": (
        "it holds no alert; its outermost element is <{detail}>",
        "er staat geen waarschuwing in; het buitenste element is <{detail}>",
    ),
    "entry-empty": (
        "the entry of the feed has neither title nor text",
        "het bericht in de feed heeft geen titel en geen tekst",
    ),
    "entry-without-id": (
        "the entry of the feed has no id; link or title and time serve as one",
        "het bericht in de feed heeft geen id; de link of titel en tijd dienen als id",
    ),
    "status-unstated": (
        "the entry does not say whether it is actual, exercise or test; it was taken as actual",
        "het bericht zegt niet of het echt, oefening of test is; het is als echt opgenomen",
    ),
    "enclosed-too-deep": (
        "files are enclosed in one another more than {detail} deep",
        "bestanden zijn meer dan {detail} keer in elkaar ingesloten",
    ),
    "base64": (
        "the embedded file in <{detail}> is not valid base64",
        "het ingesloten bestand in <{detail}> is geen geldige base64",
    ),
    "envelope-status": (
        "the envelope has no valid status (“{detail}”)",
        "de envelop heeft geen geldige status (“{detail}”)",
    ),
    # The rules of CAP
    "missing": (
        "the required element <{detail}> is missing or empty",
        "het verplichte element <{detail}> ontbreekt of is leeg",
    ),
    "repeated": (
        "the element <{detail}> stands there more than once; the first one counts",
        "het element <{detail}> staat er meer dan eens; het eerste telt",
    ),
    "value-unknown": (
        "the value of {detail} is not one that CAP knows",
        "de waarde van {detail} is er geen die CAP kent",
    ),
    "value-form": (
        "the value of {detail} is not written as CAP prescribes",
        "de waarde van {detail} is niet geschreven zoals CAP voorschrijft",
    ),
    "characters-forbidden": (
        "{detail} contains a space, comma, < or &, which CAP forbids",
        "{detail} bevat een spatie, komma, < of &, en dat verbiedt CAP",
    ),
    "unexpected": (
        "the element <{detail}> does not belong to this scope",
        "het element <{detail}> hoort niet bij dit bereik (scope)",
    ),
    "namespace": (
        "the namespace “{detail}” is not one of CAP",
        "de naamruimte “{detail}” is er geen van CAP",
    ),
    "time-form": (
        "the time in {detail} is not written as CAP prescribes",
        "de tijd in {detail} is niet geschreven zoals CAP voorschrijft",
    ),
    "time-without-zone": (
        "the time in {detail} has no time zone; it was read as UTC",
        "de tijd in {detail} heeft geen tijdzone; die is als UTC gelezen",
    ),
    "time-unreadable": (
        "the time in {detail} cannot be read",
        "de tijd in {detail} is niet te lezen",
    ),
    "references-unreadable": (
        "part of the references cannot be read ({detail})",
        "een deel van de verwijzingen is niet te lezen ({detail})",
    ),
    "polygon-form": (
        "the polygon is not written as CAP prescribes ({detail})",
        "de veelhoek is niet geschreven zoals CAP voorschrijft ({detail})",
    ),
    "polygon-open": (
        "the polygon does not end where it starts; it was closed ({detail})",
        "de veelhoek eindigt niet waar die begint; die is gesloten ({detail})",
    ),
    "polygon-unreadable": (
        "the polygon is no closed line of at least four points on earth ({detail})",
        "de veelhoek is geen gesloten lijn van ten minste vier punten op aarde ({detail})",
    ),
    "circle-form": (
        "the circle is not written as CAP prescribes ({detail})",
        "de cirkel is niet geschreven zoals CAP voorschrijft ({detail})",
    ),
    "circle-unreadable": (
        "the circle is no point on earth with a radius ({detail})",
        "de cirkel is geen punt op aarde met een straal ({detail})",
    ),
    "too-long": (
        "the value of <{detail}> is too long to be one",
        "de waarde van <{detail}> is daarvoor te lang",
    ),
    "number-unreadable": (
        "the number in {detail} cannot be read",
        "het getal in {detail} is niet te lezen",
    ),
    "text-cut": (
        "the text is longer than {detail} characters and was cut; the file has it in full",
        "de tekst is langer dan {detail} tekens en is afgekapt; in het bestand staat alles",
    ),
    # Mail
    "not-mail": (
        "this is no mail: it has neither sender nor subject nor date",
        "dit is geen mail: er is geen afzender, geen onderwerp en geen datum",
    ),
    "outlook-damaged": (
        "the Outlook message is damaged or cut off; save it again, or as .eml",
        "het Outlook-bericht is beschadigd of afgebroken; bewaar het opnieuw, of als .eml",
    ),
    "not-outlook": (
        "this is no Outlook message but another Office file",
        "dit is geen Outlook-bericht maar een ander Office-bestand",
    ),
    "mail-too-deep": (
        "messages are nested more than {detail} deep in each other",
        "de berichten zitten meer dan {detail} diep in elkaar",
    ),
    "mail-rich-text": (
        "the text is only there as Rich Text and was not taken over; open the file itself",
        "de tekst is er alleen als Rich Text en is niet overgenomen; open het bestand zelf",
    ),
    "attachments-too-many": (
        "there are more than {detail} attachments; the others were left out",
        "er zijn meer dan {detail} bijlagen; de overige zijn weggelaten",
    ),
    **SHEET_SENTENCES,
    **BOUNDARY_SENTENCES,
    **RM_SENTENCES,
    **LIST_SENTENCES,
    **PERSON_SENTENCES,
}
