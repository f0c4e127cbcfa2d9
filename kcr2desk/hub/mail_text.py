"""The mail in which an inquiry goes out: plain text and HTML, Dutch first with an English part,
the answer link, and a small spreadsheet.

What people typed reaches a header only through `header_text`, and HTML only escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from html import escape

from kcr2desk.core.answer_words import line_facts, line_words, moment_words
from kcr2desk.core.bijstand import Inquiry
from kcr2desk.core.fields import milliseconds
from kcr2desk.exchange import answer_sheet
from kcr2desk.hub.inquiries import Asked
from kcr2desk.hub.settings import HubSettings

SENDER = "KCR2"
SHEET_TYPE = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
LONGEST_SUBJECT = 150


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that is ready, and to whom it goes."""

    message: EmailMessage
    to: tuple[str, ...]


def letter(
    asked: Asked, to: Sequence[str], url: str, settings: HubSettings, now: datetime
) -> Letter:
    """The mail of an inquiry as it is now; `url` "" leaves the link out."""
    inquiry = asked.inquiry
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(SENDER, addr_spec=settings.mail_from)
    message["To"] = ", ".join(to)
    message["Reply-To"] = settings.mail_reply_to or settings.mail_from
    message["Subject"] = subject(inquiry)
    message["Date"] = format_datetime(now)
    domain = settings.mail_from.rpartition("@")[2]
    message["Message-ID"] = f"<{wish(inquiry)}@{domain}>"
    message["References"] = f"<inquiry.{inquiry.id}@{domain}>"  # all mails of one inquiry
    message["Auto-Submitted"] = "auto-generated"
    message["X-KCR2-Inquiry"] = inquiry.id
    message.set_content("\n".join(_plain(asked, url)) + "\n", cte="quoted-printable")
    message.add_alternative(_html(asked, url), subtype="html", cte="quoted-printable")
    sheet = answer_sheet.write(inquiry, tuple(asked.lines.values()), asked.types, "nl")
    message.add_attachment(
        sheet, maintype=SHEET_TYPE[0], subtype=SHEET_TYPE[1], filename=sheet_name(inquiry)
    )
    return Letter(message, tuple(to))


def trial_letter(to: Sequence[str], settings: HubSettings, now: datetime) -> Letter:
    """A mail that says only that mail works."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(SENDER, addr_spec=settings.mail_from)
    message["To"] = ", ".join(to)
    message["Reply-To"] = settings.mail_reply_to or settings.mail_from
    message["Subject"] = "KCR2: proef van de mail (test of the mail)"
    message["Date"] = format_datetime(now)
    message["Message-ID"] = make_msgid(domain=settings.mail_from.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(
        "De mail van de centrale werkt. Antwoordlinks beginnen met\n"
        f"{settings.public_url}\n\n"
        "The mail of the hub works. Answer links begin with the address above.\n",
        cte="quoted-printable",
    )
    return Letter(message, tuple(to))


def subject(inquiry: Inquiry) -> str:
    """What the mail is about, on one line."""
    kind = "Inventarisatie" if inquiry.kind == "inventory" else "Uitvraag"
    again = "Herinnering: " if inquiry.reminded_at is not None else ""
    trial = "TEST – " if inquiry.stream == "test" else ""
    number = f" {inquiry.number}" if inquiry.number else ""
    return header_text(f"{trial}{again}{kind}{number}: {inquiry.title}")


def wish(inquiry: Inquiry) -> str:
    """What names one wish to send: the same for every try at it, another for each reminder and for
    each new link. So a mail that goes out twice, because the hub ended between sending and noting
    it, has one Message-ID, and mail programs show it once."""
    moments = (inquiry.reminded_at or inquiry.asked_at, inquiry.link_until)
    told = (str(0 if m is None else milliseconds(m)) for m in moments)
    return ".".join(("inquiry", inquiry.id, *told))


def sheet_name(inquiry: Inquiry) -> str:
    """The name of the spreadsheet, of signs that every mail program keeps."""
    number = "".join(c for c in inquiry.number if c.isascii() and (c.isalnum() or c == "-"))
    return f"KCR2-antwoord-{number or inquiry.id[:8]}.xlsx"


def header_text(text: str) -> str:
    """A text as one line without anything that could begin another header."""
    one = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return one if len(one) <= LONGEST_SUBJECT else one[: LONGEST_SUBJECT - 1] + "…"


# -- the text --------------------------------------------------------------------------------------

_WORDS = {
    "nl": {
        "request": "KCR2 vraagt {owner} om bijstand.",
        "inventory": "KCR2 vraagt {owner} wat beschikbaar is.",
        "remind": "Dit is een herinnering: wij hebben nog geen antwoord van u.",
        "deadline": "Antwoord vóór",
        "link": "Antwoorden kan op deze pagina, ook op een telefoon en zonder account:",
        "link_button": "Antwoord geven",
        "until": "De link werkt één keer, tot {until}. Stuur hem niet door buiten uw organisatie.",
        "sheet": "Liever een spreadsheet? Vul de bijlage in en stuur die terug.",
        "call": "Of bel KCR2: {phone}.",
    },
    "en": {
        "request": "KCR2 (the Dutch national crisis coordination room) asks {owner} for"
        " assistance.",
        "inventory": "KCR2 (the Dutch national crisis coordination room) asks {owner} what is"
        " available.",
        "remind": "This is a reminder: we have no answer from you yet.",
        "deadline": "Answer before",
        "link": "Answer on this page, also on a phone and without an account:",
        "link_button": "Give the answer",
        "until": "The link works once, until {until}. Do not pass it on outside your organisation.",
        "sheet": "Prefer a spreadsheet? Fill in the attachment and send it back.",
        "call": "Or call KCR2: {phone}.",
    },
}


@dataclass(frozen=True, slots=True)
class _Part:
    """One language of the mail. `items`: what is asked, each with its facts."""

    opening: tuple[str, ...]
    due: str
    items: tuple[tuple[str, tuple[str, ...]], ...]
    link: str
    button: str
    closing: tuple[str, ...]


def _part(asked: Asked, url: str, language: str) -> _Part:
    inquiry, words = asked.inquiry, _WORDS[language]
    opening = [words[inquiry.kind].format(owner=asked.owner_name)]
    if inquiry.reminded_at is not None:
        opening.append(words["remind"])
    due = ""
    if inquiry.deadline is not None:
        due = f"{words['deadline']}: {moment_words(inquiry.deadline, inquiry.owner, language)}"
    items = tuple(
        (
            line_words(line, asked.types, language),
            tuple(f"{k}: {v}" for k, v in line_facts(line, asked.types, inquiry.owner, language)),
        )
        for line in asked.lines.values()
    )
    closing = []
    if url and inquiry.link_until is not None:
        until = moment_words(inquiry.link_until, inquiry.owner, language)
        closing.append(words["until"].format(until=until))
    closing.append(words["sheet"])
    if asked.room_phone:
        closing.append(words["call"].format(phone=asked.room_phone))
    return _Part(
        tuple(opening), due, items, words["link"] if url else "", words["link_button"],
        tuple(closing),
    )  # fmt: skip


def _plain(asked: Asked, url: str) -> Iterator[str]:
    """The lines of the plain text. The question itself stands there once, as it was written."""
    inquiry = asked.inquiry
    for language in ("nl", "en"):
        part = _part(asked, url, language)
        if language == "en":
            yield from ("", "-" * 20 + " English " + "-" * 20, "")
        yield from part.opening
        yield ""
        if language == "nl":
            yield from filter(None, (header_text(inquiry.title), inquiry.number))
            yield ""
            if inquiry.text:
                yield from (*inquiry.text.splitlines(), "")
        for name, facts in part.items:
            yield f"* {name}"
            yield from (f"    {' '.join(fact.split())}" for fact in facts)
        yield ""
        if part.due:
            yield from (part.due, "")
        if part.link:
            yield from (part.link, _in_language(url, language), "")
        yield from part.closing


def _html(asked: Asked, url: str) -> str:
    inquiry = asked.inquiry
    told: list[str] = []
    for language in ("nl", "en"):
        part = _part(asked, url, language)
        blocks = [f"<p>{escape(text)}</p>" for text in part.opening]
        if language == "nl":
            blocks.append(f'<h1 style="font-size:20px">{escape(inquiry.title)}</h1>')
            if inquiry.number:
                blocks.append(f"<p>{escape(inquiry.number)}</p>")
            if inquiry.text:
                blocks.append(f'<p style="white-space:pre-line">{escape(inquiry.text)}</p>')
        blocks.append(f"<ul>{''.join(map(_item, part.items))}</ul>")
        if part.due:
            blocks.append(f"<p><b>{escape(part.due)}</b></p>")
        if part.link:
            blocks.append(
                f"<p>{escape(part.link)}</p>{_button(_in_language(url, language), part.button)}"
            )
        blocks += [f"<p>{escape(text)}</p>" for text in part.closing]
        rule = ' style="border-top:1px solid #D9DEE6;margin-top:24px"' if told else ""
        told.append(f'<div lang="{language}"{rule}>{"".join(blocks)}</div>')
    return (
        '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"></head>'
        '<body style="font-family:Segoe UI,Roboto,Arial,sans-serif;font-size:16px;line-height:1.45;'
        f'color:#16202E;max-width:42rem">{"".join(told)}</body></html>'
    )


def _in_language(url: str, language: str) -> str:
    """The English part leads to the English page; the Dutch one leaves it to the browser."""
    return f"{url}?l=en" if language == "en" else url


def _item(item: tuple[str, tuple[str, ...]]) -> str:
    name, facts = item
    small = "".join(f'<br><span style="color:#505C6E">{escape(fact)}</span>' for fact in facts)
    return f'<li style="margin-bottom:8px"><b>{escape(name)}</b>{small}</li>'


def _button(url: str, words: str) -> str:
    return (
        f'<p><a href="{escape(url)}" style="display:inline-block;background:#0B5CAD;color:#FFFFFF;'
        'padding:14px 24px;border-radius:6px;text-decoration:none;font-weight:600">'
        f"{escape(words)}</a></p>"
        f'<p style="word-break:break-all"><a href="{escape(url)}">{escape(url)}</a></p>'
    )
