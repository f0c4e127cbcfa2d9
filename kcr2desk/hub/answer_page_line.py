"""The part of the answer page that is about one line of the inquiry. All text is escaped here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from kcr2desk.core.answer import ANSWERS, fault_sentence
from kcr2desk.core.answer_words import line_facts, line_words, type_name, zone_words
from kcr2desk.core.bijstand import InquiryLine
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.hub.answer_form import TIMES, Typed
from kcr2desk.hub.answer_page_texts import say
from kcr2desk.hub.inquiries import Asked

Faults = Mapping[tuple[str, str], str]
"""The code of what is wrong, by line and field."""


def line_part(
    n: int, line: InquiryLine, asked: Asked, typed: Typed, faults: Faults, language: str
) -> str:
    """A group with what is asked and the fields of its answer; `n` counts from 1."""
    inventory = asked.inquiry.kind == "inventory"
    title = line_words(line, asked.types, language)
    number = f"{n}. " if len(asked.lines) > 1 else ""
    facts = facts_part(line_facts(line, asked.types, asked.inquiry.owner, language))
    fields = (
        _numbers(line, typed, faults, language)
        if inventory
        else _request(line, asked, typed, faults, language)
    )
    return (
        f'<fieldset class="card line{" numbers" if inventory else ""}">'
        f"<legend>{escape(number + title)}</legend>{facts}{''.join(fields)}</fieldset>"
    )


def facts_part(facts: Sequence[tuple[str, str]]) -> str:
    """Facts as a list of label and text."""
    if not facts:
        return "<div></div>"
    told = "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in facts)
    return f"<dl>{told}</dl>"


def _request(
    line: InquiryLine, asked: Asked, typed: Typed, faults: Faults, language: str
) -> Iterator[str]:
    yield _choices(line, typed, faults, language)
    field = _Fields(line.id, typed, faults, language)
    yield field.group("alt", _alternatives(line, asked, field))
    yield field.group("count", field.input("offered", number=True))
    yield field.group("because", field.text("reason"))
    zone = zone_words(asked.inquiry.owner, language)
    details = [field.input(name, kind="datetime-local", zone=zone) for name in TIMES]
    details += [field.input("unit"), field.input("commander")]
    details.append(field.input("commander_phone", kind="tel"))
    yield field.group("help", "".join(details))


def _choices(line: InquiryLine, typed: Typed, faults: Faults, language: str) -> str:
    """The five answers. Part of one is none; something else is always an answer."""
    chosen = typed.line(line.id, "answer")
    name = f"{line.id}.answer"
    buttons: list[str] = []
    for answer in ANSWERS:
        if answer == "part" and line.quantity == 1:
            continue
        words = say(answer, language)
        if answer == "yes" and line.quantity > 1:
            words = say("yes_all", language, n=str(line.quantity))
        on = " checked" if answer == chosen else ""
        first = f' id="{name}"' if not buttons else ""
        buttons.append(
            f'<label><input type="radio" name="{name}" value="{answer}"{first}{on}>'
            f"<span>{escape(words)}</span></label>"
        )
    code = faults.get((line.id, "answer"))
    wrong = " wrong" if code else ""
    why = _why(f"{name}.why", code, language)
    told = f' aria-describedby="{name}.why"' if code else ""
    return (
        f'<fieldset class="choices{wrong}"{told}><legend>{escape(say("answer", language))}</legend>'
        f"{''.join(buttons)}{why}</fieldset>"
    )


def _alternatives(line: InquiryLine, asked: Asked, field: _Fields) -> str:
    """All types to choose from, those that were named as welcome first."""
    chosen = field.typed.line(line.id, "alternative")
    known = [t for t in asked.types.values() if not t.removed and t.code != line.resource]
    known.sort(key=lambda t: (t.order, t.code))
    welcome = [t for t in known if t.code in line.alternatives]
    others = [t for t in known if t.code not in line.alternatives]
    groups = []
    for label, types in (("asked_alternatives", welcome), ("other_types", others)):
        if types:
            options = "".join(
                f'<option value="{escape(t.code)}"{" selected" if t.code == chosen else ""}>'
                f"{escape(type_name(t.code, asked.types, field.language))}</option>"
                for t in types
            )
            told = escape(say(label, field.language))
            groups.append(f'<optgroup label="{told}">{options}</optgroup>')
    first = f'<option value="">{escape(say("choose", field.language))}</option>'
    return field.select("alternative", first + "".join(groups), "alternative_which")


def _numbers(line: InquiryLine, typed: Typed, faults: Faults, language: str) -> Iterator[str]:
    field = _Fields(line.id, typed, faults, language)
    for name in ("available", "total", "reserve"):
        yield field.input(name, number=True, optional=name != "available")


class _Fields:
    """The fields of one line (or, with line "", of who answers)."""

    def __init__(self, line: str, typed: Typed, faults: Faults, language: str) -> None:
        self.line = line
        self.typed = typed
        self.faults = faults
        self.language = language

    def group(self, css: str, content: str) -> str:
        return f'<div class="{css}">{content}</div>'

    def input(
        self,
        name: str,
        *,
        kind: str = "text",
        number: bool = False,
        optional: bool | None = None,
        zone: str = "",
        hint: str = "",
        complete: str = "off",
    ) -> str:
        """A field of one row. A number is a text with a number pad: what was typed is kept."""
        more = ' inputmode="numeric" class="number"' if number else ""
        if not number and kind != "datetime-local":
            more += f' maxlength="{_longest(self.line, name)}"'
        value = escape(self._value(name))
        control = (
            f'<input type="{kind}" {self._names(name)} value="{value}"'
            f' autocomplete="{complete}"{more}>'
        )
        is_optional = not number and bool(self.line) if optional is None else optional
        return self._field(name, control, say(name, self.language, zone=zone), is_optional, hint)

    def text(self, name: str, *, optional: bool = False) -> str:
        """A field of several rows."""
        control = (
            f'<textarea {self._names(name)} rows="3" maxlength="{_longest(self.line, name)}">\n'
            f"{escape(self._value(name))}</textarea>"
        )
        return self._field(name, control, say(name, self.language), optional, "")

    def select(self, name: str, options: str, label: str) -> str:
        control = f"<select {self._names(name)}>{options}</select>"
        return self._field(name, control, say(label, self.language), False, "")

    def _field(self, name: str, control: str, label: str, optional: bool, hint: str) -> str:
        code = self.faults.get((self.line, name))
        small = say("optional", self.language) if optional else hint
        beside = f' <span class="muted">({escape(small)})</span>' if small else ""
        return (
            f'<div class="field{" wrong" if code else ""}">'
            f'<label for="{self._id(name)}">{escape(label)}{beside}</label>{control}'
            f"{_why(self._id(name) + '.why', code, self.language)}</div>"
        )

    def _names(self, name: str) -> str:
        id_ = self._id(name)
        wrong = (self.line, name) in self.faults
        more = f' aria-invalid="true" aria-describedby="{id_}.why"' if wrong else ""
        return f'id="{id_}" name="{id_}"{more}'

    def _id(self, name: str) -> str:
        return f"{self.line}.{name}" if self.line else name

    def _value(self, name: str) -> str:
        return self.typed.values.get(self._id(name), "")


def who_part(typed: Typed, faults: Faults, language: str, owner: str) -> str:
    """The group with name, role and remark."""
    field = _Fields("", typed, faults, language)
    hint = say("role_hint", language)
    fields = (
        field.input("name", complete="name"),
        field.input("role", hint=hint, complete="organization-title"),
        field.text("remark", optional=True),
    )
    return (
        f'<fieldset class="card"><legend>{escape(say("who", language))}</legend>'
        f'<p class="muted">{escape(say("in_name_of", language, owner=owner))}</p>'
        f"{''.join(fields)}</fieldset>"
    )


def _longest(line: str, name: str) -> int:
    if line:
        return RECORD_TYPES["inquiryline"].fields[name].longest
    fields = RECORD_TYPES["inquiry"].fields
    return fields[{"name": "answered_by", "role": "answered_role"}.get(name, name)].longest


def _why(id_: str, code: str | None, language: str) -> str:
    if code is None:
        return ""
    return f'<span class="why" id="{id_}">! {escape(fault_sentence(code, language))}</span>'
