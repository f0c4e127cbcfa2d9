"""What a proposal says of itself: how good it is, why this one, and what stays unfilled."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.book import Book
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.planning import Assignment, Plan, Unfilled
from kcr2desk.planning.words import sentence

translate = QCoreApplication.translate


def proven(made: Plan) -> tuple[str, str, str]:
    """Word, tone and sign of how sure it is that nothing is better."""
    if made.optimal:
        return translate("Propose", "optimal"), "good", "check"
    told = translate("Propose", "at most {n} % from the best")
    share = texts.number(100 * made.gap_share, 1)
    return told.replace("{n}", share), "attention", "question"


def by_whose_weights(made: Plan, now: datetime) -> str:
    """Which weights, and who set them: printed on every proposal."""
    told = translate("Propose", "Weights version {n}, set by {who}")
    told = told.replace("{n}", str(made.weights.version))
    told = told.replace("{who}", made.weights.set_by or "?")
    if made.weights.set_at is None:
        return told
    return f"{told} · {texts.moment(made.weights.set_at, now)}"


def against_nearest(made: Plan) -> str:
    """By how much it is better than nearest first."""
    mine, other = made.score, made.greedy
    parts = []
    for told, gain in (
        (translate("Propose", "{n} more supplied"), other.missing - mine.missing),
        (translate("Propose", "{n} less below remaining cover"),
         other.below_cover - mine.below_cover),
    ):  # fmt: skip
        if gain:
            parts.append(told.replace("{n}", texts.number(gain)))
    hours = (other.journey_minutes - mine.journey_minutes) / 60
    if abs(hours) >= 0.1:
        told = translate("Propose", "{n} h less underway")
        if hours < 0:
            told = translate("Propose", "{n} h more underway")
        parts.append(told.replace("{n}", texts.number(abs(hours), 1)))
    if not parts:
        return translate("Propose", "As good as nearest first.")
    told = translate("Propose", "Beside nearest first: {what}.")
    return told.replace("{what}", ", ".join(parts))


def why(book: Book, each: Assignment, now: datetime) -> str:
    """Why this one and not a nearer one, and what to know of it."""
    language = words.language()
    start = texts.moment(each.from_at, now)
    head = translate("Propose", "{what} from {owner}: leaves {start}, there {there}")
    for mark, value in (
        ("{what}", words.amount(book, each.quantity, each.resource)),
        ("{owner}", words.owner(book, each.owner)),
        ("{start}", start),
        ("{there}", texts.moment(each.arrive_at, now)),
    ):
        head = head.replace(mark, value)
    lines = [head]
    if each.passed:
        told = "; ".join(sentence(reason, book, language) for reason in each.passed)
        lines.append(translate("Propose", "Why not nearer: {why}").replace("{why}", told))
    if each.notes:
        lines.append("; ".join(sentence(reason, book, language) for reason in each.notes))
    return "\n".join(lines)


def unfilled(book: Book, each: Unfilled) -> str:
    """What a line does not get, why, and what would fix it."""
    language = words.language()
    line = book.line(each.line)
    what = words.amount(book, each.missing, line.resource) if line is not None else "?"
    request = book.request(line.about) if line is not None else None
    told = translate("Propose", "▼ {what} missing · {request}")
    if each.relief:
        told = translate("Propose", "▼ no relief for {what} · {request}")
    told = told.replace("{what}", what).replace("{request}", request.title if request else "?")
    lines = [told]
    if each.why:
        lines.append("; ".join(sentence(reason, book, language) for reason in each.why))
    if each.fixes:
        fix = "; ".join(sentence(reason, book, language) for reason in each.fixes)
        lines.append(translate("Propose", "Would help: {fix}").replace("{fix}", fix))
    return "\n".join(lines)
