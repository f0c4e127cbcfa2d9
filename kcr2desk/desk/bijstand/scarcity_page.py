"""The scarcity advice as a page: options and consequences; decision and authority stay blank."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from kcr2desk.core.book import Book
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.planning.scarcity import Option, Outcome, ScarcityAdvice, Shortage
from kcr2desk.planning.words import line_name

translate = QCoreApplication.translate
DOTS = "…" * 24
MOST_NAMED = 6
"""Owners that are named in a sentence; of more only their number."""
ROOMY = 12
"""So many lines have space between them."""
MOST_LINES = 40
"""Lines that are listed; of more only their number, or nobody could read them on one page."""
SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
"""Sizes of type, in points, from which the first is taken with which it all is on one page."""


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
    choice = translate("Scarcity", "What can be done with it")
    decision = translate("Scarcity", "Decision")
    parts = [
        f"<h2>{escape(title)}</h2>",
        f"<p>{escape(_made(advice))}</p>",
        f"<h3>{escape(short)}</h3>",
        *(_shortage(book, each) for each in advice.shortages),
        f"<h3>{escape(choice)}</h3>",
        _options(book, advice),
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
        told = f"{told}; {_unknown(book, unknown)}"
    return f"<p>{escape(told)}</p>"


def _unknown(book: Book, owners: Sequence[str]) -> str:
    """Who may have it too; of many only how many, for the page is one page."""
    if len(owners) > MOST_NAMED:
        told = translate("Scarcity", "of {n} nobody knows (?)")
        return told.replace("{n}", texts.number(len(owners)))
    told = translate("Scarcity", "number unknown (?): {owners}")
    return told.replace("{owners}", ", ".join(words.owner(book, owner) for owner in owners))


def _options(book: Book, advice: ScarcityAdvice) -> str:
    """The options beside each other: a row for each line that does not get enough in all of them,
    a column for each option; under it what comes of each."""
    options = advice.options
    by_line = [{o.line: o for o in each.outcomes} for each in options]
    lines = list(dict.fromkeys(o.line for each in options for o in each.outcomes))
    told = [line for line in lines if not _all_given([found.get(line) for found in by_line])]
    heads = [translate("Scarcity", "Line"), translate("Scarcity", "Wanted")]
    heads += [str(number) for number in range(1, len(options) + 1)]
    padding = 3 if len(told) <= ROOMY else 0
    parts = [f"<table cellpadding='{padding}' width='100%'><tr>"]
    parts += [f"<th align='left'>{escape(name)}</th>" for name in heads]
    parts.append("</tr>")
    for line in told[:MOST_LINES]:
        found = [each.get(line) for each in by_line]
        wanted = next(o.wanted for o in found if o is not None)
        name = line_name(book, line, words.language())
        cells = "".join(f"<td>{escape(_gets(outcome))}</td>" for outcome in found)
        parts.append(f"<tr><td>{escape(name)}</td><td>{wanted}</td>{cells}</tr>")
    parts.append("</table>")
    unlisted = len(told) - MOST_LINES
    if unlisted > 0:
        rest = translate("Scarcity", "%n more line(s) get(s) too little.", None, unlisted)
        parts.append(f"<p>{escape(rest)}</p>")
    left = len(lines) - len(told)
    if left:
        rest = translate("Scarcity", "%n other line(s) get(s) all in every option.", None, left)
        parts.append(f"<p>{escape(rest)}</p>")
    for number, each in enumerate(options, start=1):
        title = f"{number}. {option_name(each.code)}"
        parts.append(f"<p><b>{escape(title)}</b><br>{escape(_consequence(book, each))}</p>")
    return "".join(parts)


def _all_given(found: Sequence[Outcome | None]) -> bool:
    return all(o is not None and o.gets >= o.wanted for o in found)


def _gets(outcome: Outcome | None) -> str:
    """What a line gets: with a sign, which says whether it is of use."""
    if outcome is None:
        return "–"
    sign = "▼" if not outcome.enough else "●" if outcome.gets >= outcome.wanted else "–"
    return f"{sign} {outcome.gets}"


def _consequence(book: Book, each: Option) -> str:
    hours = texts.number(each.score.journey_minutes / 60, 1)
    told = translate("Scarcity", "{n} short in all, {hours} h underway.")
    parts = [told.replace("{n}", str(each.score.missing)).replace("{hours}", hours)]
    below = [(owner, n) for owner, n in each.below if n]
    if below:
        named = [f"{words.owner(book, owner)} ({n})" for owner, n in below[:MOST_NAMED]]
        if len(below) > MOST_NAMED:
            more = translate("Scarcity", "and {n} more")
            named.append(more.replace("{n}", texts.number(len(below) - MOST_NAMED)))
        names = ", ".join(named)
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
    writer.setPageMargins(QMarginsF(18, 14, 18, 14), QPageLayout.Unit.Millimeter)
    _fitting(html, writer).print_(writer)
    del writer  # it writes the end of the file
    buffer.close()
    return bytes(data.data())


def _fitting(html: str, paper: QPdfWriter) -> QTextDocument:
    """The page in the largest type with which it is one page."""
    made = document(html)
    for size in SIZES:
        font = QFont(made.defaultFont())
        font.setPointSizeF(size)
        made = document(html)
        made.setDefaultFont(font)
        made.setDocumentMargin(0)
        made.documentLayout().setPaintDevice(paper)
        made.setPageSize(QSizeF(paper.width(), paper.height()))
        if made.pageCount() == 1:
            break
    return made
