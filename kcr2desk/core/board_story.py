"""A cell of the capacity board, and the sentences behind its number in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.holding import FOREVER
from kcr2desk.core.places import AMSTERDAM


@dataclass(frozen=True, slots=True)
class Promise:
    """What a commitment takes from a cell. `since` None: at once; `until` None: no end known."""

    commitment: str
    quantity: int
    to: str
    since: datetime | None
    until: datetime | None
    firmness: str
    status: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one owner has of one type at one moment.

    `counts` says which number counts: "said" (the owner said so), "units" (its named units),
    "norm" (the national spreading plan, nobody confirmed it), "" (nobody knows). `limit` is that
    number, `free` what of it is not promised at the moment asked for (negative: more than there
    is). `over` is how far the promises go over the limit at any time from that moment on.
    `known`: there is a record of it, a unit or a promise; else the cell is simply empty.
    """

    owner: str
    resource: str
    available: int | None = None
    total: int | None = None
    norm: int | None = None
    reserve: int | None = None
    limit: int | None = None
    counts: str = ""
    promised_now: int = 0
    free: int | None = None
    sign: str = "unknown"
    age_minutes: int | None = None
    stale: bool = False
    checked_at: datetime | None = None
    checked_by: str = ""
    checked_how: str = ""
    over: int = 0
    note: str = ""
    notice_minutes: int | None = None
    capacity: str = ""
    """Id of its Capacity record, "" while there is none."""
    known: bool = False
    promises: tuple[Promise, ...] = ()
    good_until: int = FOREVER
    """Milliseconds: from then on it has to be counted anew."""

    @property
    def has_none(self) -> bool:
        """Whether it is known that the owner has nothing of this, so that none is missing."""
        said = self.limit == 0 and not self.total and not self.norm
        return said and not self.promised_now and not self.over

    def story(self, language: str = "nl") -> list[str]:
        """Sentences behind the number: who said it, when and how, and what is promised to whom."""
        return story(self, language)


_WORDS: dict[str, tuple[str, str]] = {
    "of": ("{available} van {total} beschikbaar", "{available} of {total} available"),
    "available": ("{available} beschikbaar", "{available} available"),
    "total": ("{total} in totaal, hoeveel daarvan kan is niet gezegd",
              "{total} in all, nobody said how many of them can go"),
    "units": ("{limit} op naam", "{limit} by name"),
    "norm": ("{norm} volgens het landelijk spreidingsplan; niemand heeft dat bevestigd",
             "{norm} by the national spreading plan; nobody confirmed it"),
    "nobody": ("Niemand weet hoeveel", "Nobody knows how many"),
    "nothing": ("Niets opgegeven", "Nothing was reported"),
    "over": ("Er is {over} meer toegezegd dan er is", "{over} more is promised than there is"),
    "free": ("{promised} toegezegd, {free} vrij", "{promised} promised, {free} free"),
    "promised": ("{promised} toegezegd", "{promised} promised"),
    "promise": ("{quantity} aan {to}", "{quantity} to {to}"),
    "somebody": ("onbekend", "unknown"),
    "from": ("vanaf {when}", "from {when}"),
    "until": ("tot {when}", "until {when}"),
    "no_end": ("zonder eindtijd", "no end known"),
    "checked": ("Opgegeven {when}", "Reported {when}"),
    "by": ("door {who}", "by {who}"),
    "never": ("Nooit nagevraagd", "Never checked"),
    "old": ("verouderd", "old"),
    "plan": ("norm {norm}", "norm {norm}"),
    "reserve": ("restdekking {reserve}", "remaining cover {reserve}"),
    "reserve?": ("restdekking ?", "remaining cover ?"),
    "notice": ("opkomst {notice} min", "notice to move {notice} min"),
    "provisional": ("voorlopig", "provisional"),
    "definite": ("definitief", "definite"),
}  # fmt: skip

HOW: dict[str, tuple[str, str]] = {
    "phone": ("telefoon", "phone"),
    "mail": ("mail", "mail"),
    "form": ("formulier", "form"),
    "link": ("antwoordlink", "answer link"),
    "sheet": ("spreadsheet", "spreadsheet"),
    "desk": ("eigen werkplek", "own desk"),
    "norm": ("spreidingsplan", "spreading plan"),
    "radio": ("portofoon", "radio"),
    "rm": ("EDXL-RM", "EDXL-RM"),
}
"""How we know a number, in Dutch and English; see `bijstand.HOW_KNOWN`."""

STATUS: dict[str, tuple[str, str]] = {
    "promised": ("toegezegd", "promised"),
    "en_route": ("onderweg", "on the way"),
    "on_site": ("ter plaatse", "on site"),
    "relieved": ("afgelost", "relieved"),
    "released": ("vrijgegeven", "released"),
    "returned": ("teruggekeerd", "returned"),
}
"""How far a promise is, for those that take from what there is."""

_DAYS = (("ma", "di", "wo", "do", "vr", "za", "zo"),
         ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))  # fmt: skip
_MONTHS = (("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
           ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
            "Dec"))  # fmt: skip


def story(cell: Cell, language: str = "nl") -> list[str]:
    """The sentences: the number, what is promised to whom, who said it, norm and cover, remark."""
    other = language != "nl"

    def say(code: str, **given: object) -> str:
        return _WORDS[code][other].format(**given)

    if not cell.known:
        return [say("nothing")]
    lines = [_number(cell, other)]
    if cell.over:
        lines.append("▲ " + say("over", over=cell.over))
    if cell.promised_now or cell.promises:
        code = "promised" if cell.free is None else "free"
        lines.append(say(code, promised=cell.promised_now, free=max(0, cell.free or 0)))
        lines += [_promise(promise, other) for promise in cell.promises]
    lines.append(_checked(cell, other))
    plan = [say("plan", norm=cell.norm)] if cell.norm is not None and cell.counts != "norm" else []
    plan.append(say("reserve?") if cell.reserve is None else say("reserve", reserve=cell.reserve))
    if cell.notice_minutes is not None:
        plan.append(say("notice", notice=cell.notice_minutes))
    text = " · ".join(plan)
    lines.append(text[:1].upper() + text[1:])
    if cell.note:
        lines.append(cell.note)
    return [line for line in lines if line]


def _number(cell: Cell, other: bool) -> str:
    if cell.counts == "said":
        code = "available" if cell.total is None else "of"
        code = "total" if cell.available is None else code
    else:
        code = cell.counts or "nobody"
    return _WORDS[code][other].format(
        available=cell.available, total=cell.total, limit=cell.limit, norm=cell.norm
    )


def _promise(promise: Promise, other: bool) -> str:
    to = promise.to or _WORDS["somebody"][other]
    said = _WORDS["promise"][other].format(quantity=promise.quantity, to=to)
    times = []
    if promise.since is not None:
        times.append(_WORDS["from"][other].format(when=moment(promise.since, other)))
    if promise.until is None:
        times.append(_WORDS["no_end"][other])
    else:
        times.append(_WORDS["until"][other].format(when=moment(promise.until, other)))
    state = STATUS[promise.status][other] if promise.status in STATUS else promise.status
    if promise.status == "promised":
        state = _WORDS[promise.firmness][other]
    parts = [f"   {said}", " ".join(times), state, promise.unit]
    return " · ".join(part for part in parts if part)


def _checked(cell: Cell, other: bool) -> str:
    if cell.checked_at is None:
        return "" if cell.counts == "norm" else _WORDS["never"][other]
    said = _WORDS["checked"][other].format(when=moment(cell.checked_at, other))
    if cell.checked_by:
        said += " " + _WORDS["by"][other].format(who=cell.checked_by)
    parts = [said]
    if cell.checked_how in HOW:
        parts.append(HOW[cell.checked_how][other])
    if cell.stale:
        parts.append(_WORDS["old"][other])
    return " · ".join(parts)


def moment(when: datetime, other: bool) -> str:
    """`di 14 jul 14:05`, by the clock of the Netherlands; `other` in English."""
    local = when.astimezone(AMSTERDAM)
    day, month = _DAYS[other][local.weekday()], _MONTHS[other][local.month - 1]
    return f"{day} {local.day} {month} {local:%H:%M}"
