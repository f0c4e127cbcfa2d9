"""The codes of refusals and of whole-request errors, once, with their sentences.

A code never changes its meaning. Sentences say what happened, what is safe and what to do.
"""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    # a value that a field does not take
    "wrong_kind": (
        "A field holds a value of the wrong kind.",
        "Een veld bevat een waarde van de verkeerde soort.",
    ),
    "too_long": (
        "A text is longer than its field takes.",
        "Een tekst is langer dan in het veld past.",
    ),
    "not_a_choice": (
        "A value is not one of the choices of its field.",
        "Een waarde hoort niet bij de keuzes van het veld.",
    ),
    "not_normal": (
        "A text holds signs that cannot be stored.",
        "Een tekst bevat tekens die niet bewaard kunnen worden.",
    ),
    "no_time_zone": ("A time has no time zone.", "Een tijd heeft geen tijdzone."),
    "unknown_field": (
        "This record type has no such field.",
        "Dit soort gegevens kent dit veld niet.",
    ),
    "unknown_type": ("There is no such record type.", "Dit soort gegevens bestaat niet."),
    "missing_field": ("A required field is empty.", "Een verplicht veld is leeg."),
    # what somebody may not do
    "not_allowed": (
        "Your role may not change this.",
        "Uw rol mag dit niet wijzigen.",
    ),
    "not_your_record": (
        "This record belongs to another organisation.",
        "Dit gegeven is van een andere organisatie.",
    ),
    "not_your_field": (
        "This field is written by the coordination room.",
        "Dit veld wordt door de coördinatiekamer geschreven.",
    ),
    "wrong_actor": (
        "A changeset names somebody else as its author.",
        "Een wijziging noemt een ander als maker.",
    ),
    "no_such_stream": ("There is no such stream for you.", "Deze stroom bestaat niet voor u."),
    "last_lead": (
        "An operation keeps at least one lead; let in another one first.",
        "Een operatie houdt ten minste één leidinggevende; laat eerst een ander toe.",
    ),
    "not_for_you": ("You may not see this record.", "U mag dit gegeven niet zien."),
    # rules of the hub
    "wrong_step": (
        "The status cannot go from the one to the other.",
        "De status kan niet van de ene naar de andere stap.",
    ),
    "wrong_stream": (
        "The record lives in another stream.",
        "Het gegeven hoort bij een andere stroom.",
    ),
    "empty": ("The changeset changes nothing.", "De wijziging wijzigt niets."),
    "malformed": ("The changeset cannot be read.", "De wijziging is onleesbaar."),
    "over_committed": (
        "More would be promised than the owner has at that time.",
        "Er zou meer zijn toegezegd dan de eigenaar op dat moment heeft.",
    ),
    "unit_taken": (
        "This unit is promised to somebody else at that time.",
        "Deze eenheid is op dat moment al aan een ander toegezegd.",
    ),
    "unit_hours": (
        "This unit is not available for the whole of that time.",
        "Deze eenheid is niet de hele tijd beschikbaar.",
    ),
    "unknown_unit": (
        "This unit is not one of the owner's units of that type.",
        "Deze eenheid is geen eenheid van die soort van deze eigenaar.",
    ),
    "fixed_field": (
        "This field does not change after the record was made.",
        "Dit veld verandert niet nadat het gegeven is gemaakt.",
    ),
    "no_authority": (
        "A promise by the owner needs who decided and how we know.",
        "Bij een toezegging van de eigenaar hoort wie besloot en hoe wij dat weten.",
    ),
    "wrong_period": (
        "The end lies before the beginning.",
        "Het einde ligt voor het begin.",
    ),
    "wrong_quantity": (
        "A quantity has to be more than nothing.",
        "Een aantal moet meer dan nul zijn.",
    ),
    "no_link": (
        "This inquiry has no answer link that works: it was not sent, is answered or withdrawn, or"
        " the link has expired.",
        "Deze uitvraag heeft geen werkende antwoordlink: ze is niet uitgezet, beantwoord of"
        " ingetrokken, of de link is verlopen.",
    ),
    "no_bsn_ground": (
        "This operation has no legal ground for the BSN, so none is kept; take it out and save"
        " again.",
        "Deze operatie heeft geen grondslag voor het BSN, dus het wordt niet bewaard; haal het weg"
        " en bewaar opnieuw.",
    ),
    "wrong_bsn": (
        "This is no BSN: it has nine digits and passes the 11-proef. Check it, or take it out.",
        "Dit is geen BSN: dat heeft negen cijfers en doorstaat de 11-proef. Controleer het, of haal"
        " het weg.",
    ),
    "wrong_term": (
        "Persons are kept for at most 2555 days, and the operation has to say for how many.",
        "Personen worden ten hoogste 2555 dagen bewaard, en de operatie moet zeggen hoeveel.",
    ),
    "conflict_value": (
        "A conflict can only be settled with a value of its field.",
        "Een conflict kan alleen met een waarde van het veld worden beslecht.",
    ),
    # quarantine: tried again by the hub
    "unknown_record": (
        "The hub does not know this record yet; it is kept and tried again.",
        "De centrale kent dit gegeven nog niet; de wijziging is bewaard.",
    ),
    "hub_failed": (
        "The hub could not handle this change; it is kept and tried again.",
        "De centrale kon deze wijziging niet verwerken; ze is bewaard en wordt opnieuw geprobeerd.",
    ),
    # a whole request
    "token": ("You have to sign in again.", "U moet opnieuw aanmelden."),
    "epoch": (
        "The hub was restored from a backup.",
        "De centrale is hersteld uit een reservekopie.",
    ),
    "history": (
        "The hub's log is not the one we followed.",
        "Het logboek van de centrale is een ander.",
    ),
    "window": ("The desk is too far behind.", "De werkplek loopt te ver achter."),
    "too_large": ("The request is too large.", "Het verzoek is te groot."),
    "schema": (
        "The hub needs a newer version of this program.",
        "De centrale vraagt een nieuwere versie van dit programma.",
    ),
    "hub_too_old": (
        "The hub is older than this program; everything is kept here until it is updated.",
        "De centrale is ouder dan dit programma; alles wordt hier bewaard tot zij is bijgewerkt.",
    ),
    "busy": ("The hub is busy.", "De centrale is bezet."),
    "database": (
        "The hub's database is away for a moment.",
        "De database van de centrale is even weg.",
    ),
    "full": ("The hub has no room left.", "De centrale heeft geen ruimte meer."),
    "device": ("This workstation is not admitted.", "Deze werkplek is niet toegelaten."),
    "sign_in": ("Name or password is wrong.", "Naam of wachtwoord klopt niet."),
    "slow_down": (
        "Too many attempts; wait a moment and try again.",
        "Te veel pogingen; wacht even en probeer het opnieuw.",
    ),
    "not_found": ("There is nothing here for you.", "Hier is niets voor u."),
    "unreadable": ("The request cannot be read.", "Het verzoek is onleesbaar."),
    "wrong_digest": (
        "The bytes are not those that their name says; send them again from the start.",
        "De bytes zijn niet die welke hun naam noemt; stuur ze opnieuw, vanaf het begin.",
    ),
    "defect": (
        "Something in the hub went wrong with this request; everything is kept here.",
        "In de centrale ging iets mis met dit verzoek; alles blijft hier bewaard.",
    ),
}


def sentence(code: str, language: str = "nl") -> str:
    """The whole sentence for a code, Dutch or English."""
    english, dutch = SENTENCES[code]
    return dutch if language == "nl" else english
