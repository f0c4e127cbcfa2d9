"""What is known of a commitment, as facts on its card, and how it can end."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.bijstand import Commitment
from kcr2desk.desk import kit, texts
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand import request_words

translate = QCoreApplication.translate


def ending(status: str) -> str:
    """What is done when a promise ends without being carried out: on a button."""
    match status:
        case "withdrawn":
            return translate("FollowCard", "Giver withdraws")
        case "cancelled":
            return translate("FollowCard", "Receiver cancels")
        case _:
            return words.status_look(status)[0].capitalize()


def follow_facts(given: Commitment, now: datetime) -> list[kit.Fact]:
    """The facts, in the order in which they are asked about by phone."""
    whom = given.authority or (
        translate("FollowCard", "KCR2, to be confirmed") if given.word == "room" else ""
    )
    office = request_words.role(given.authority_role)
    how = request_words.channel(given.how)
    people = "" if given.people is None else texts.number(given.people)
    contact = " · ".join(p for p in (given.commander, given.commander_phone) if p)
    eta = "" if given.eta is None else words.clock(given.eta, now, given.to_region)
    late = given.eta is not None and given.eta < now and given.status in ("promised", "en_route")
    overdue = translate("FollowCard", "overdue")
    facts = [
        kit.Fact(
            translate("FollowCard", "When"),
            words.period(given.from_at, given.until_at, now, given.to_region),
        ),
        kit.Fact(
            translate("FollowCard", "Decided by"), " · ".join(p for p in (whom, office, how) if p)
        ),
        kit.Fact(
            translate("FollowCard", "On site at"),
            f"{eta} · {overdue}" if late else eta,
            "urgent" if late else "text",
        ),
        kit.Fact(translate("FollowCard", "Call signs"), given.call_signs),
        kit.Fact(translate("FollowCard", "People"), people),
        kit.Fact(translate("FollowCard", "Commander"), contact),
        kit.Fact(translate("FollowCard", "Talk group"), given.talk_group),
        kit.Fact(translate("FollowCard", "Report to"), given.report_to),
    ]
    if given.status_reason:
        facts.append(kit.Fact(translate("FollowCard", "Reason"), given.status_reason, "attention"))
    if given.note:
        facts.append(kit.Fact(translate("FollowCard", "Note"), given.note))
    return facts
