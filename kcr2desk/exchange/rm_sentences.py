"""The sentences about EDXL-RM messages, English and Dutch; `exchange.problems` says them."""

from __future__ import annotations

RM_SENTENCES: dict[str, tuple[str, str]] = {
    # what a message looks like
    "rm-none": (
        "it holds no EDXL-RM message",
        "er staat geen EDXL-RM-bericht in",
    ),
    "rm-none-in": (
        "it holds no EDXL-RM message; its outermost element is <{detail}>",
        "er staat geen EDXL-RM-bericht in; het buitenste element is <{detail}>",
    ),
    "rm-too-many": (
        "it holds more than {detail} elements; no message of people is that long",
        "er staan meer dan {detail} elementen in; zo lang is geen bericht van mensen",
    ),
    "rm-namespace": (
        "the namespace “{detail}” is not the one of EDXL-RM 1.0 messages",
        "de naamruimte “{detail}” is niet die van berichten in EDXL-RM 1.0",
    ),
    "rm-not-here": (
        "the element <{detail}> does not belong in a message of this type",
        "het element <{detail}> hoort niet in een bericht van deze soort",
    ),
    "rm-value": (
        "the value of {detail} is not one that this type of message knows",
        "de waarde van {detail} is er geen die deze soort bericht kent",
    ),
    "rm-content-type": (
        "the message calls itself “{detail}”, which is not the name of its outermost element",
        "het bericht noemt zich “{detail}”, en zo heet het buitenste element niet",
    ),
    # why nothing was taken over
    "rm-no-id": (
        "the message has no <{detail}>, so nothing of it was taken over",
        "het bericht heeft geen <{detail}>, dus er is niets van overgenomen",
    ),
    "rm-no-lines": (
        "the message names no resource, so nothing of it was taken over",
        "het bericht noemt geen middelen, dus er is niets van overgenomen",
    ),
    "rm-id-twice": (
        "two resources in the message have the same id “{detail}”; nothing was taken over",
        "twee middelen in het bericht hebben dezelfde id “{detail}”; er is niets overgenomen",
    ),
    "rm-no-owner": (
        "it cannot be told whose answer this is (“{detail}”); say it, nothing was taken over",
        "het is niet te zien van wie dit antwoord is (“{detail}”); geef het aan, er is niets"
        " overgenomen",
    ),
    "rm-no-type": (
        "the message does not say what kind of help “{detail}” is and the request that it answers"
        " is not here; bring that in first, nothing was taken over",
        "het bericht zegt niet welke hulp “{detail}” is en het verzoek waarop het antwoordt is er"
        " niet; breng dat eerst in, er is niets overgenomen",
    ),
    "rm-no-request": (
        "the request or inquiry that it answers (“{detail}”) is not here; nothing was taken over",
        "het verzoek of de uitvraag waarop het antwoordt (“{detail}”) is er niet; er is niets"
        " overgenomen",
    ),
    "rm-no-commitment": (
        "the commitment of “{detail}” that it is about is not here, or not told apart from others;"
        " nothing was taken over",
        "de toezegging van “{detail}” waar het over gaat is er niet, of niet van andere te"
        " onderscheiden; er is niets overgenomen",
    ),
    "rm-other-stream": (
        "an exercise or test answers what is real, or the other way round; nothing was taken over",
        "een oefening of test antwoordt op iets echts, of andersom; er is niets overgenomen",
    ),
    "rm-for-systems": (
        "the envelope says that it is meant for systems ({detail}); nothing was taken over",
        "de envelop zegt dat het voor systemen bedoeld is ({detail}); er is niets overgenomen",
    ),
    "rm-no-action": (
        "a {detail} can be read but is no step of bijstand here; nothing was taken over",
        "een {detail} is te lezen maar is hier geen stap van bijstand; er is niets overgenomen",
    ),
    "rm-recall-unknown": (
        "the message “{detail}” that it recalls is not here; nothing was taken over",
        "het bericht “{detail}” dat het intrekt is er niet; er is niets overgenomen",
    ),
    # what was done, and what a person has to look at
    "rm-known": (
        "this message was taken over before; nothing changed",
        "dit bericht is al eerder overgenomen; er is niets veranderd",
    ),
    "rm-test": (
        "it is an exercise or test ({detail}) and went to the test stream, not among what is real",
        "het is een oefening of test ({detail}) en staat in de teststroom, niet tussen wat echt is",
    ),
    "rm-request": ("a request was made: {detail}", "er is een verzoek gemaakt: {detail}"),
    "rm-request-changed": (
        "the request was changed: {detail}",
        "het verzoek is gewijzigd: {detail}",
    ),
    "rm-answer": ("an answer was recorded: {detail}", "er is een antwoord vastgelegd: {detail}"),
    "rm-commitment": (
        "a commitment was made: {detail}",
        "er is een toezegging gemaakt: {detail}",
    ),
    "rm-commitment-changed": (
        "the commitment was changed: {detail}",
        "de toezegging is gewijzigd: {detail}",
    ),
    "rm-declined": (
        "it declines {detail}; no commitment was made",
        "{detail} wordt geweigerd; er is geen toezegging gemaakt",
    ),
    "rm-raised": (
        "the owner promises more than the board knew; its number was raised: {detail}",
        "de eigenaar zegt meer toe dan het bord wist; het getal is verhoogd: {detail}",
    ),
    "rm-now-promised": ("{detail} is promised", "{detail} is toegezegd"),
    "rm-now-en_route": ("{detail} is on the way", "{detail} is onderweg"),
    "rm-now-on_site": ("{detail} is on site", "{detail} is ter plaatse"),
    "rm-now-relieved": ("{detail} was relieved", "{detail} is afgelost"),
    "rm-now-released": ("{detail} was released", "{detail} is vrijgegeven"),
    "rm-now-returned": ("{detail} is back home", "{detail} is teruggekeerd"),
    "rm-now-withdrawn": ("{detail} was withdrawn", "{detail} is ingetrokken"),
    "rm-now-cancelled": ("{detail} was cancelled", "{detail} is geannuleerd"),
    "rm-now-replaced": ("{detail} was replaced", "{detail} is vervangen"),
    "rm-status-old": (
        "a later message was there already; of {detail} only what was blank was filled in",
        "er was al een later bericht; van {detail} is alleen aangevuld wat leeg was",
    ),
    "rm-status-unread": (
        "the deployment status “{detail}” is not one that is known here; look at it",
        "de status “{detail}” is hier niet bekend; kijk ernaar",
    ),
    "rm-step": (
        "{detail} cannot go to that state from where it is; decide yourself",
        "{detail} kan niet van waar die is naar die stand; beslis zelf",
    ),
    "rm-asked-return": (
        "the owner asks back {detail}; it was noted and a person has to decide",
        "de eigenaar vraagt {detail} terug; het is genoteerd en iemand moet beslissen",
    ),
    "rm-asked-longer": (
        "more time is asked for {detail}; it was noted and a person has to decide",
        "er wordt verlenging gevraagd voor {detail}; het is genoteerd en iemand moet beslissen",
    ),
    "rm-asked-answered": (
        "the answer about {detail} was noted; a person has to act on it",
        "het antwoord over {detail} is genoteerd; iemand moet ernaar handelen",
    ),
    "rm-asked-status": (
        "it asks how {detail} is; answer with a status report",
        "er wordt gevraagd hoe het staat met {detail}; antwoord met een statusmelding",
    ),
    "rm-withdrawn": (
        "the sender took it back: {detail}",
        "de afzender heeft het teruggenomen: {detail}",
    ),
    "rm-line-gone": (
        "the update does not name {detail} any more; it was left as it is",
        "de wijziging noemt {detail} niet meer; die is gelaten zoals die was",
    ),
    "rm-type-unknown": (
        "the kind of help “{detail}” is not in the list; it was taken over as written",
        "de hulpsoort “{detail}” staat niet in de lijst; die is overgenomen zoals geschreven",
    ),
    "rm-quantity-none": (
        "it does not say how many; one was taken ({detail})",
        "er staat niet hoeveel; er is één aangehouden ({detail})",
    ),
    "rm-quantity-unread": (
        "the number “{detail}” cannot be read; one was taken, look at it",
        "het aantal “{detail}” is niet te lezen; er is één aangehouden, kijk ernaar",
    ),
    "rm-quantity-range": (
        "the number “{detail}” was read as the highest, with the lowest as least acceptable",
        "het aantal “{detail}” is gelezen als het hoogste, met het laagste als minimaal bruikbaar",
    ),
    "rm-quantity-words": (
        "the number was written in words (“{detail}”); check it",
        "het aantal stond in woorden (“{detail}”); controleer het",
    ),
    "rm-quantity-rounded": (
        "the number {detail} is not whole; it was rounded up",
        "het aantal {detail} is niet heel; het is naar boven afgerond",
    ),
    "rm-quantity-unit": (
        "the number is measured ({detail}) and not counted in units; check it",
        "het aantal is gemeten ({detail}) en niet in eenheden geteld; controleer het",
    ),
    "rm-period": (
        "the end lies before the start ({detail}); the end was left out",
        "het einde ligt voor het begin ({detail}); het einde is weggelaten",
    ),
    "rm-cut": (
        "the text “{detail}” was too long and was cut; the message has it in full",
        "de tekst “{detail}” was te lang en is afgekapt; in het bericht staat alles",
    ),
}
"""Code -> (English, Dutch); "{detail}" is what the message says."""
