"""What may be wrong with passenger lists (PAXLST) and PFIF, as sentences of `exchange.problems`."""

from __future__ import annotations

LIST_SENTENCES: dict[str, tuple[str, str]] = {
    # UN/EDIFACT
    "edi-none": (
        "this is no UN/EDIFACT message: neither UNB nor UNH is in it",
        "dit is geen UN/EDIFACT-bericht: er staat geen UNB en geen UNH in",
    ),
    "edi-una": (
        "the signs in UNA cannot be right (“{detail}”); the usual ones were taken",
        "de tekens in UNA kunnen niet kloppen (“{detail}”); de gebruikelijke zijn genomen",
    ),
    "edi-cut-off": (
        "the file stops in the middle of segment {detail}; what follows is missing",
        "het bestand houdt op midden in segment {detail}; wat daarna komt ontbreekt",
    ),
    "edi-terminator": (
        "segment {detail} is not closed; the next one was taken to begin on the next line",
        "segment {detail} is niet afgesloten; het volgende is op de volgende regel begonnen",
    ),
    "edi-segment": (
        "segment {detail} cannot be read and was left out",
        "segment {detail} is niet te lezen en is weggelaten",
    ),
    "edi-segment-long": (
        "segment {detail} is longer than any can be and was left out",
        "segment {detail} is langer dan enig segment kan zijn en is weggelaten",
    ),
    "edi-too-many": (
        "it has more than {detail} segments; what follows was left out",
        "er staan meer dan {detail} segmenten in; wat daarna komt is weggelaten",
    ),
    "edi-other-message": (
        "a message of kind {detail} is no passenger list and was passed over",
        "een bericht van soort {detail} is geen passagierslijst en is overgeslagen",
    ),
    "edi-open": (
        "the message is not closed (UNT is missing); its end may be missing",
        "het bericht is niet afgesloten (UNT ontbreekt); het einde kan ontbreken",
    ),
    "edi-segments-count": (
        "by its UNT the message has another number of segments than are there ({detail})",
        "volgens UNT heeft het bericht een ander aantal segmenten dan er staan ({detail})",
    ),
    "edi-messages-count": (
        "by its UNZ or UNE the file has another number of messages than are there ({detail})",
        "volgens UNZ of UNE heeft het bestand een ander aantal berichten dan er staan ({detail})",
    ),
    "problems-more": (
        "there is more that is wrong; only the first {detail} are named",
        "er is meer mis; alleen de eerste {detail} worden genoemd",
    ),
    # A passenger list
    "paxlst-none": (
        "there is nobody in it: no passenger list (PAXLST) with persons",
        "er staat niemand in: geen passagierslijst (PAXLST) met personen",
    ),
    "paxlst-too-many": (
        "it lists more than {detail} persons; what follows was left out",
        "er staan meer dan {detail} personen in; wat daarna komt is weggelaten",
    ),
    "paxlst-cancels": (
        "the message takes persons off the list ({detail}); they were not brought in",
        "het bericht haalt personen van de lijst ({detail}); ze zijn niet opgenomen",
    ),
    "paxlst-role": (
        "the role “{detail}” is unknown; the person was taken as a passenger",
        "de rol “{detail}” is onbekend; de persoon is als passagier opgenomen",
    ),
    "paxlst-nobody": (
        "a person without name and document cannot be brought in",
        "een persoon zonder naam en document kan niet worden opgenomen",
    ),
    "paxlst-nameless": (
        "the person has no name; the document is all there is",
        "de persoon heeft geen naam; er is alleen het document",
    ),
    "paxlst-date": (
        "the date or time “{detail}” cannot be read",
        "de datum of tijd “{detail}” is niet te lezen",
    ),
    "paxlst-sex": ("the sex “{detail}” is unknown", "het geslacht “{detail}” is onbekend"),
    "paxlst-country": ("the country “{detail}” is unknown", "het land “{detail}” is onbekend"),
    "paxlst-number": ("“{detail}” is no number", "“{detail}” is geen getal"),
    # What a file states of itself
    "declared-passengers": (
        "it declares another number of passengers than it lists ({detail})",
        "er wordt een ander aantal passagiers opgegeven dan er staan ({detail})",
    ),
    "declared-crew": (
        "it declares another number of crew than it lists ({detail})",
        "er wordt een ander aantal bemanningsleden opgegeven dan er staan ({detail})",
    ),
    # PFIF
    "pfif-none": (
        "there is no person in PFIF in it; its outermost element is <{detail}>",
        "er staat geen persoon in PFIF in; het buitenste element is <{detail}>",
    ),
    "pfif-version": (
        "the namespace “{detail}” is no version of PFIF that is known; it was read as 1.4",
        "de naamruimte “{detail}” is geen bekende versie van PFIF; die is als 1.4 gelezen",
    ),
    "pfif-too-many": (
        "it holds more than {detail} elements; what follows was left out",
        "er staan meer dan {detail} elementen in; wat daarna komt is weggelaten",
    ),
    "pfif-no-id": (
        "the person has no person_record_id; it cannot be recognised when it comes again",
        "de persoon heeft geen person_record_id en is bij een volgende keer niet te herkennen",
    ),
    "pfif-placeholder": (
        "the record {detail} has expired and holds no person any more",
        "het record {detail} is verlopen en bevat geen persoon meer",
    ),
    "pfif-expired": (
        "the record {detail} has expired, so its person may not be kept; it was left out",
        "het record {detail} is verlopen, dus de persoon mag niet worden bewaard; weggelaten",
    ),
    "pfif-older": (
        "the record {detail} is there more than once; the newest was taken",
        "het record {detail} staat er meer dan eens in; het nieuwste is genomen",
    ),
    "pfif-note-orphan": (
        "a note is about {detail}, who is not in the file; it was left out",
        "een notitie gaat over {detail}, die niet in het bestand staat; ze is weggelaten",
    ),
    "pfif-value": (
        "the value “{detail}” is not one that PFIF knows there",
        "de waarde “{detail}” is er geen die PFIF daar kent",
    ),
    "pfif-repeated": (
        "the element <{detail}> stands there more than once; the first one counts",
        "het element <{detail}> staat er meer dan eens; het eerste telt",
    ),
    "pfif-nameless": (
        "the record {detail} has no name in any of its fields",
        "het record {detail} heeft in geen enkel veld een naam",
    ),
}
