"""How wide the columns of the board are, so that no head and no number is cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics

from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.board_look import BoardPainter, Places
from kcr2desk.desk.bijstand.board_model import BoardModel

_LEAST = 50


@dataclass(frozen=True, slots=True)
class HeadText:
    """A type's short name broken over at most two lines, and how wide the wider one is."""

    lines: tuple[str, ...]
    width: int


@dataclass(frozen=True, slots=True)
class FittedColumn:
    """A column: its head, its width in px, and where things stand in its cells."""

    text: HeadText
    wide: int
    places: Places


def fitted(
    board: BoardModel, look: BoardPainter, sum_text: Callable[[int], str]
) -> list[FittedColumn]:
    """The columns of a board at the zoom of `look`; `sum_text` says what stands under a head."""
    small, count = look.metrics("small"), range(len(board.types))
    room = look.px(_LEAST - 6)
    heads = [broken(words.type_short(kind), small, room) for kind in board.types]
    numbers = [_number_width(board, look, column) for column in count]
    wide = [
        max(
            sum(numbers[column]) + look.edges,
            heads[column].width + look.px(10),
            small.horizontalAdvance(sum_text(column)) + look.px(10),
            look.px(_LEAST),
        )
        for column in count
    ]
    _widen(board, look, wide)
    return [
        FittedColumn(heads[column], wide[column], _places(look, wide[column], *numbers[column]))
        for column in count
    ]


def _places(look: BoardPainter, wide: int, before: int, after: int) -> Places:
    """Number and sign together in the middle."""
    left = look.px(6) + (wide - before - after - look.edges) // 2
    return Places(left, left + before, left + before + after)


def _widen(board: BoardModel, look: BoardPainter, wide: list[int]) -> None:
    """Give the types of a discipline the room that its word over them needs."""
    strong = look.metrics("small", strong=True)
    start = 0
    for column, kind in enumerate(board.types):
        last = column == len(wide) - 1 or column == board.frozen - 1
        if not last and board.types[column + 1].discipline == kind.discipline:
            continue
        word = strong.horizontalAdvance(board.discipline(kind.discipline)) + look.px(14)
        lacks = word - sum(wide[start : column + 1])
        for place in range(start, column + 1):
            wide[place] += max(0, -(-lacks // (column + 1 - start)))
        start = column + 1


def _number_width(board: BoardModel, look: BoardPainter, column: int) -> tuple[int, int]:
    """The widest that stands left and right of the stroke in a column."""
    pairs = [look.widths(board.look(row, column)) for row in range(len(board.rows))]
    return max((p[0] for p in pairs), default=0), max((p[1] for p in pairs), default=0)


def broken(text: str, metrics: QFontMetrics, room: int) -> HeadText:
    """Break a name where its wider line is narrowest: at a space, or behind a hyphen. One that
    fits in `room` px stays whole."""
    best = HeadText((text,), metrics.horizontalAdvance(text))
    if best.width <= room:
        return best
    for place, letter in enumerate(text):
        if letter not in " -/" or place in (0, len(text) - 1):
            continue
        first = text[: place + (letter != " ")].rstrip()
        lines = (first, text[place + 1 :].lstrip())
        width = max(metrics.horizontalAdvance(line) for line in lines)
        if width < best.width:
            best = HeadText(lines, width)
    return best
