"""What the answer page says, Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    # the head of the page
    "request": ("Uitvraag om bijstand", "Inquiry for assistance"),
    "inventory": ("Inventarisatie", "Inventory"),
    "for": ("Voor {owner}", "For {owner}"),
    "language": ("Taal", "Language"),
    "deadline": ("Antwoord vóór", "Answer before"),
    "deadline_over": (
        "De termijn is verstreken. Uw antwoord is nog steeds welkom.",
        "The deadline has passed. Your answer is still welcome.",
    ),
    "asked_by": ("Gevraagd door", "Asked by"),
    "number": ("Nummer", "Number"),
    "first_seen": (
        "Heeft u deze vraag gelezen maar nog geen antwoord? Laat het ons weten.",
        "Have you read this question but no answer yet? Let us know.",
    ),
    "seen": ("Gezien, antwoord volgt", "Seen, an answer follows"),
    "seen_noted": (
        "Genoteerd: u heeft de vraag gezien. Uw antwoord wachten wij af.",
        "Noted: you have seen the question. We are waiting for your answer.",
    ),
    # faults
    "faults": (
        "Uw antwoord is nog niet verstuurd. Kijk hier nog even naar:",
        "Your answer was not sent yet. Please look at this:",
    ),
    "checked": (
        "Alles is ingevuld. Uw antwoord is nog niet verstuurd: kies onderaan ‘Antwoord versturen’.",
        "Everything is filled in. Your answer was not sent yet: choose ‘Send the answer’ below.",
    ),
    # a line
    "line": ("Regel {n}", "Line {n}"),
    "answer": ("Uw antwoord", "Your answer"),
    "yes": ("Ja", "Yes"),
    "yes_all": ("Ja, alle {n}", "Yes, all {n}"),
    "part": ("Een deel ervan", "Part of it"),
    "provisional": ("Voorlopig, nog niet zeker", "Provisional, not certain yet"),
    "alternative": ("Iets anders", "Something else"),
    "no": ("Nee", "No"),
    "offered": ("Hoeveel kunt u leveren?", "How many can you give?"),
    "alternative_which": ("Welk ander type?", "Which other type?"),
    "choose": ("Kies…", "Choose…"),
    "asked_alternatives": ("Ook goed", "Also welcome"),
    "other_types": ("Andere typen", "Other types"),
    "reason": ("Waarom niet?", "Why not?"),
    "possible_from": ("Beschikbaar vanaf ({zone})", "Available from ({zone})"),
    "possible_until": ("Beschikbaar tot ({zone})", "Available until ({zone})"),
    "unit": ("Eenheid, roepnaam", "Unit, call sign"),
    "commander": ("Bevelvoerder of leidinggevende", "Commander"),
    "commander_phone": ("Telefoon van de bevelvoerder", "Phone of the commander"),
    "total": ("Totaal: hoeveel heeft u?", "Total: how many do you have?"),
    "available": ("Beschikbaar: hoeveel kunt u sturen?", "Available: how many can you send?"),
    "reserve": (
        "Restdekking: hoeveel houdt u zelf?",
        "Remaining cover: how many do you keep?",
    ),
    "optional": ("niet verplicht", "optional"),
    "leave_open": (
        "Weet u een aantal niet? Laat het leeg. Heeft u er geen? Vul 0 in.",
        "Leave empty what you do not know. Fill in 0 for what you do not have.",
    ),
    # who
    "who": ("Wie antwoordt", "Who answers"),
    "name": ("Uw naam", "Your name"),
    "role": ("Uw functie", "Your role"),
    "role_hint": ("bijvoorbeeld OvD, regionaal commandant", "such as duty officer"),
    "remark": ("Opmerking", "Remark"),
    "in_name_of": (
        "U antwoordt namens {owner}. Versturen kan één keer.",
        "You answer in the name of {owner}. You can send once.",
    ),
    "send": ("Antwoord versturen", "Send the answer"),
    "link_until": ("Deze link werkt tot {until}.", "This link works until {until}."),
    "call": ("Vragen? Bel KCR2: {phone}.", "Questions? Call KCR2: {phone}."),
    "call_plain": ("Vragen? Bel KCR2.", "Questions? Call KCR2."),
    "private": (
        "Deze pagina is alleen voor u. Stuur de link niet door buiten uw organisatie.",
        "This page is for you only. Do not pass the link on outside your organisation.",
    ),
    # afterwards
    "received": ("Uw antwoord is ontvangen", "Your answer was received"),
    "received_text": (
        "Bedankt. KCR2 ziet uw antwoord nu. Dit is nog geen opdracht tot inzet: KCR2 neemt"
        " contact met u op. Iets wijzigen? Bel KCR2{phone}.",
        "Thank you. KCR2 sees your answer now. This is no order to deploy yet: KCR2 will contact"
        " you. To change something, call KCR2{phone}.",
    ),
    "you_said": ("Dit heeft u geantwoord", "This is what you answered"),
    "answered": ("Deze vraag is al beantwoord", "This question has been answered already"),
    "answered_text": (
        "Het antwoord kwam binnen op {at}. Met deze link kan geen ander antwoord worden gegeven."
        " Iets wijzigen of toevoegen? Bel KCR2{phone}.",
        "The answer came in at {at}. No other answer can be given with this link."
        " To change or add something, call KCR2{phone}.",
    ),
    "dead": ("Deze link werkt niet", "This link does not work"),
    "dead_text": (
        "De link is niet goed overgenomen, verlopen of ingetrokken. Neem de hele link uit de mail"
        " over, of bel KCR2{phone}.",
        "The link was not copied in full, has expired or was withdrawn. Copy the whole link from"
        " the mail, or call KCR2{phone}.",
    ),
    "slow": ("Te vaak geprobeerd", "Too many attempts"),
    "slow_text": (
        "Wacht {minutes} en open de link opnieuw. Haast? Bel KCR2.",
        "Wait {minutes} and open the link again. In a hurry? Call KCR2.",
    ),
    "minutes": ("{n} minuten", "{n} minutes"),
    "minute": ("een minuut", "a minute"),
    "away": ("Het lukt nu even niet", "This does not work right now"),
    "away_text": (
        "Er is niets verstuurd. Ga terug, wacht een minuut en probeer het opnieuw, of bel KCR2.",
        "Nothing was sent. Go back, wait a minute and try again, or call KCR2.",
    ),
    "unreadable": ("Dit formulier is niet te lezen", "This form cannot be read"),
    "unreadable_text": (
        "Er is niets verstuurd. Open de link opnieuw, of bel KCR2.",
        "Nothing was sent. Open the link again, or call KCR2.",
    ),
}


def say(key: str, language: str, **told: str) -> str:
    """The text in the language of the page, as plain text: it is still to be escaped."""
    dutch, english = TEXTS[key]
    return (english if language == "en" else dutch).format(**told)
