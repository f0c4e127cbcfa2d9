"""The answer page: plain HTML from the hub, for a phone, in Dutch or English, without scripts.

Everything a person or another record says is escaped. The page says what the one inquiry says and
nothing else of the hub.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from html import escape
from math import ceil

from kcr2desk.core.answer import fault_sentence
from kcr2desk.core.answer_words import in_zone, line_words, moment_words, type_name, zone_words
from kcr2desk.hub.answer_form import Read, Typed
from kcr2desk.hub.answer_page_line import Faults, facts_part, line_part, who_part
from kcr2desk.hub.answer_page_style import STYLE
from kcr2desk.hub.answer_page_texts import say
from kcr2desk.hub.inquiries import Asked

NOTHING_TYPED = Typed({})


def form_page(
    asked: Asked,
    language: str,
    now: datetime,
    *,
    typed: Typed = NOTHING_TYPED,
    read: Read | None = None,
    said: str = "",
) -> str:
    """The question and the fields for its answer. `read`: what was sent, to say what is wrong.
    `said` is the key of a text to begin with."""
    inquiry = asked.inquiry
    faults: Faults = {} if read is None else {(f.line, f.field): f.code for f in read.faults}
    lines = "".join(
        line_part(n, line, asked, typed, faults, language)
        for n, line in enumerate(asked.lines.values(), start=1)
    )
    hint = say("leave_open", language) if inquiry.kind == "inventory" else ""
    body = (
        _said(said, language)
        + _summary(asked, read, language)
        + _question(asked, language, now)
        + (_seen(language) if inquiry.status == "asked" and said != "seen_noted" else "")
        + (f"<p>{escape(hint)}</p>" if hint else "")
        + lines
        + who_part(typed, faults, language, asked.owner_name)
        + f'<button class="send" name="do" value="send">{escape(say("send", language))}</button>'
        + _foot(asked, language)
    )
    wrong = "! " if faults else ""
    return _page(wrong + inquiry.title, body, language, form=True)


def received_page(asked: Asked, read: Read, language: str) -> str:
    """The receipt: what was taken."""
    parts = [
        f'<div class="card fine" role="status"><h1>{escape(say("received", language))}</h1>'
        f"<p>{escape(_with_phone('received_text', asked, language))}</p></div>",
        f"<h2>{escape(say('you_said', language))}</h2>",
    ]
    for id_, line in asked.lines.items():
        title = escape(line_words(line, asked.types, language))
        facts = facts_part(list(_answered(asked, read, id_, language)))
        parts.append(f'<section class="card"><h2>{title}</h2>{facts}</section>')
    who = [("name", read.who.name), ("role", read.who.role), ("remark", read.who.remark)]
    told = facts_part([(say(name, language), text) for name, text in who if text])
    parts.append(f'<section class="card">{told}</section>')
    return _page(say("received", language), "".join(parts), language)


def answered_page(asked: Asked, language: str) -> str:
    """For who comes with a link that was used: nothing of the answer itself."""
    inquiry = asked.inquiry
    at = "?" if inquiry.answered_at is None else moment_words(
        inquiry.answered_at, inquiry.owner, language
    )  # fmt: skip
    text = _with_phone("answered_text", asked, language, at=at)
    return message_page("answered", text, language)


def dead_page(language: str) -> str:
    """The same for every link that opens nothing."""
    return message_page("dead", say("dead_text", language, phone=""), language)


def slow_page(seconds: float, language: str) -> str:
    """For who knocks too often."""
    minutes = ceil(seconds / 60)
    told = say("minute" if minutes == 1 else "minutes", language, n=str(minutes))
    return message_page("slow", say("slow_text", language, minutes=told), language)


def trouble_page(key: str, language: str) -> str:
    """A page with one of the texts "away" and "unreadable"."""
    return message_page(key, say(f"{key}_text", language), language)


def message_page(key: str, text: str, language: str) -> str:
    """A page that says one thing; `key` names its heading."""
    heading = say(key, language)
    body = f'<div class="card"><h1>{escape(heading)}</h1><p>{escape(text)}</p></div>'
    return _page(heading, body, language)


def _page(title: str, body: str, language: str, *, form: bool = False) -> str:
    """The whole page. The first button of the form only checks: the Enter key in a field never
    sends an answer that is half filled in."""
    head = (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">'
        f"<title>{escape(title)} – KCR2</title><style>{STYLE}</style></head><body>"
    )
    top = f'<div class="top"><b>KCR2</b>{_tongues(language, form)}</div>'
    if not form:
        return f'{head}<main class="page">{top}{body}</main></body></html>'
    enter = '<button class="enter" name="do" value="check" tabindex="-1" aria-hidden="true">'
    opened = (
        '<form method="post" accept-charset="utf-8" novalidate autocomplete="off">'
        f'{enter}</button><input type="hidden" name="language" value="{language}">'
    )
    return f'{head}<main class="page">{opened}{top}{body}</form></main></body></html>'


def _tongues(language: str, form: bool) -> str:
    """The switch of language: in a form a button, so that what was typed stays."""
    label = escape(say("language", language))
    buttons = "".join(
        f'<button name="{"do" if form else "l"}" value="{code}" lang="{code}" title="{name}"'
        f' aria-label="{name}" aria-pressed="{"true" if code == language else "false"}">'
        f"{code.upper()}</button>"
        for code, name in (("nl", "Nederlands"), ("en", "English"))
    )
    group = f'<div class="tongue" role="group" aria-label="{label}">{buttons}</div>'
    return group if form else f'<form method="get">{group}</form>'


def _said(key: str, language: str) -> str:
    if not key:
        return ""
    return f'<p class="card fine" role="status">{escape(say(key, language))}</p>'


def _summary(asked: Asked, read: Read | None, language: str) -> str:
    """All that is wrong, each with a way to its field."""
    if read is None or not read.faults:
        return ""
    numbers = {id_: n for n, id_ in enumerate(asked.lines, start=1)}
    items = []
    for fault in read.faults:
        where = say("line", language, n=str(numbers[fault.line])) if fault.line else ""
        before = f"{where}: " if where and len(numbers) > 1 else ""
        to = f"{fault.line}.{fault.field}" if fault.line else fault.field
        told = escape(before + fault_sentence(fault.code, language))
        items.append(f'<li><a href="#{to}">{told}</a></li>')
    return (
        f'<div class="card said" role="alert"><h2>{escape(say("faults", language))}</h2>'
        f"<ul>{''.join(items)}</ul></div>"
    )


def _question(asked: Asked, language: str, now: datetime) -> str:
    inquiry = asked.inquiry
    kind = "inventory" if inquiry.kind == "inventory" else "request"
    facts: list[tuple[str, str]] = []
    if inquiry.number:
        facts.append((say("number", language), inquiry.number))
    if inquiry.asked_by:
        facts.append((say("asked_by", language), inquiry.asked_by))
    due = ""
    if inquiry.deadline:
        told = moment_words(inquiry.deadline, inquiry.owner, language)
        due = f'<p class="due">{escape(say("deadline", language))}: {escape(told)}</p>'
        if now > inquiry.deadline:
            due += f"<p>{escape(say('deadline_over', language))}</p>"
    text = f'<p class="text">{escape(inquiry.text)}</p>' if inquiry.text else ""
    whom = f"{say(kind, language)} · {say('for', language, owner=asked.owner_name)}"
    return (
        f'<section><p class="muted">{escape(whom)}</p><h1>{escape(inquiry.title)}</h1>'
        f"{due}{text}{facts_part(facts)}</section>"
    )


def _seen(language: str) -> str:
    return (
        f'<div class="card"><p>{escape(say("first_seen", language))}</p><button class="quiet"'
        f' name="do" value="seen">{escape(say("seen", language))}</button></div>'
    )


def _foot(asked: Asked, language: str) -> str:
    inquiry, phone = asked.inquiry, asked.room_phone
    call = say("call", language, phone=phone) if phone else say("call_plain", language)
    assert inquiry.link_until is not None
    until = moment_words(inquiry.link_until, inquiry.owner, language)
    told = (call, say("link_until", language, until=until), say("private", language))
    lines = "".join(f"<p>{escape(text)}</p>" for text in told)
    return f'<footer class="foot muted">{lines}</footer>'


def _with_phone(key: str, asked: Asked, language: str, **told: str) -> str:
    phone = f" ({asked.room_phone})" if asked.room_phone else ""
    return say(key, language, phone=phone, **told)


def _answered(asked: Asked, read: Read, id_: str, language: str) -> Iterator[tuple[str, str]]:
    """What was answered to one line, as (label, text)."""
    given = read.lines[id_]
    if asked.inquiry.kind == "inventory":
        for name in ("available", "total", "reserve"):
            number = getattr(given, name)
            if number is not None:
                yield say(name, language).partition(":")[0], str(number)
        return
    yield say("answer", language), say(given.answer, language)
    if given.answer == "no":
        yield say("reason", language).rstrip("?"), given.reason
        return
    owner = asked.inquiry.owner
    if given.answer == "alternative":
        told = type_name(given.alternative, asked.types, language)
        yield say("alternative_which", language).rstrip("?"), told
    if given.answer != "yes":
        yield say("offered", language).rstrip("?"), str(given.offered)
    for name, moment in (
        ("possible_from", given.possible_from),
        ("possible_until", given.possible_until),
    ):
        if moment is not None:
            zone = zone_words(owner, language)
            yield say(name, language, zone=zone), in_zone(moment, owner, language)
    for name in ("unit", "commander", "commander_phone"):
        if text := getattr(given, name):
            yield say(name, language), text
