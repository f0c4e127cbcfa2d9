"""The scarcity advice as a page: options and consequences; decision and authority stay blank."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from kcr2desk.core.book import Book
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.planning.scarcity import Option, ScarcityAdvice, Shortage
from kcr2desk.planning.words import line_name

translate = QCoreApplication.translate
DOTS = "…" * 24


def option_name(code: str) -> str:
    """What an option is."""
    match code:
        case "priority":
            return translate("Scarcity", "By priority (the proposal)")
        case "least":
            return translate("Scarcity", "Each line its least acceptable number first")
        case "even":
            return translate("Scarcity", "Each line in turn, whatever its priority")
        case "cover":
            return translate("Scarcity", "By priority, nobody below declared remaining cover")
        case _:
            return code


def page(book: Book, advice: ScarcityAdvice) -> str:
    """The page as HTML, in the language of the screen."""
    title = translate("Scarcity", "Scarcity advice")
    short = translate("Scarcity", "What there is not enough of")
    decision = translate("Scarcity", "Decision")
    parts = [
        f"<h2>{escape(title)}</h2>",
        f"<p>{escape(_made(advice))}</p>",
        f"<h3>{escape(short)}</h3>",
        *(_shortage(book, each) for each in advice.shortages),
        *(_option(book, number, each) for number, each in enumerate(advice.options, start=1)),
        f"<h3>{escape(decision)}</h3>",
        *(
            f"<p>{escape(name)}: {DOTS}</p>"
            for name in (
                translate("Scarcity", "Chosen option"),
                translate("Scarcity", "Decided by (authority, name)"),
                translate("Scarcity", "Date and time, signature"),
            )
        ),
        f"<p><small>{escape(_weights(advice))}</small></p>",
    ]
    return "".join(parts)


def _made(advice: ScarcityAdvice) -> str:
    told = translate("Scarcity", "KCR2, {time}. KCR2 advises and does not decide.")
    return told.replace("{time}", texts.moment_full(advice.made_at))


def _weights(advice: ScarcityAdvice) -> str:
    told = translate("Scarcity", "Weights version {n}, set by {who}.")
    told = told.replace("{n}", str(advice.weights.version))
    return told.replace("{who}", advice.weights.set_by or "?")


def _shortage(book: Book, each: Shortage) -> str:
    told = translate("Scarcity", "{what}: {wanted} wanted, {free} free with who is known")
    told = told.replace("{what}", words.resource(book, each.resource))
    told = told.replace("{wanted}", str(each.wanted))
    told = told.replace("{free}", str(each.free))
    unknown = each.unknown
    if unknown:
        more = translate("Scarcity", "number unknown (?): {owners}")
        names = ", ".join(words.owner(book, owner) for owner in unknown)
        told = f"{told}; {more.replace('{owners}', names)}"
    return f"<p>{escape(told)}</p>"


def _option(book: Book, number: int, each: Option) -> str:
    heads = (
        translate("Scarcity", "Line"),
        translate("Scarcity", "Wanted"),
        translate("Scarcity", "Gets"),
        translate("Scarcity", "Enough"),
    )
    rows = "".join(
        "<tr>"
        f"<td>{escape(line_name(book, o.line, words.language()))}</td>"
        f"<td align='right'>{o.wanted}</td><td align='right'>{o.gets}</td>"
        f"<td>{escape(_enough(o.enough))}</td></tr>"
        for o in each.outcomes
    )
    head = "".join(f"<th align='left'>{escape(name)}</th>" for name in heads)
    title = f"{number}. {option_name(each.code)}"
    table = f"<table cellpadding='3' width='100%'><tr>{head}</tr>{rows}</table>"
    return f"<h3>{escape(title)}</h3>{table}<p>{escape(_consequence(book, each))}</p>"


def _enough(enough: bool) -> str:
    return translate("Scarcity", "● yes") if enough else translate("Scarcity", "▼ no")


def _consequence(book: Book, each: Option) -> str:
    hours = texts.number(each.score.journey_minutes / 60, 1)
    told = translate("Scarcity", "{n} short in all, {hours} h underway.")
    parts = [told.replace("{n}", str(each.score.missing)).replace("{hours}", hours)]
    below = [(owner, n) for owner, n in each.below if n]
    if below:
        names = ", ".join(f"{words.owner(book, owner)} ({n})" for owner, n in below)
        cover = translate("Scarcity", "Below declared remaining cover: {owners}.")
        parts.append(cover.replace("{owners}", names))
    if not each.searched:
        parts.append(translate("Scarcity", "Worked out nearest first."))
    return " ".join(parts)


def document(html: str) -> QTextDocument:
    """The page to show, to print or to make text of."""
    made = QTextDocument()
    made.setHtml(html)
    return made


def pdf(html: str, title: str) -> bytes:
    """The page as PDF, A4."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(18, 16, 18, 16), QPageLayout.Unit.Millimeter)
    document(html).print_(writer)
    del writer  # it writes the end of the file
    buffer.close()
    return bytes(data.data())
