"""What officers do in the week, each from what the own book shows: it may be hours old."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kcr2desk.core.bijstand import (
    COMMITMENT_STEPS,
    AssistanceRequest,
    Commitment,
    Inquiry,
    InquiryLine,
    RequestLine,
    capacity_id,
)
from kcr2desk.core.book import Book
from kcr2desk.core.candidates import OPEN_REQUESTS, candidates
from kcr2desk.core.changes import Change
from kcr2desk.core.prediction import raise_for
from tests.sync.week import BONAIRE, HERE, NUMBERS, OWNERS, TIMES, Player, Week

Act = Callable[[Week, Player, Book], object]

NEEDS = (
    ("VR06", "Heidebrand Hoog Soeren", ("wildfire_platoon", "handcrew", "fire_bucket"), 3),
    ("VR22", "Heidebrand Strabrechtse Heide", ("fire_platoon", "water_transport"), 2),
    ("VR24", "Overstroming Geul", ("rescue_boat", "hcp_pump", "pump", "care_team"), 3),
    ("BQ-BO", "Orkaan Bonaire", ("care_team", "engineers", "fire_platoon"), 1),
)


def request(week: Week, player: Player, book: Book) -> None:
    """Somebody asks for help: the room by phone, a region or the State at the own desk."""
    fitting = [n for n in NEEDS if player.role != "region_officer" or n[0] == player.owner]
    if not fitting:
        return
    region, title, types, _ = week.rng.choice(fitting)
    source = {"duty_officer": "KCR2", "liaison": "government"}.get(player.role, player.owner)
    zone = BONAIRE if region == "BQ-BO" else HERE
    start = week.at(week.rng.uniform(0, 30), zone)
    made = player.desk.cache.new_id()
    changes = [player.new("assistancerequest", {
        "source": source, "audience": frozenset({region, "government"}), "title": title,
        "region": region, "status": "in_treatment" if player.in_room else "submitted",
        "priority": week.rng.choice("1234"), "received_at": week.now, "channel": "phone",
        "from_at": start, "until_at": start + timedelta(hours=week.rng.randint(4, 40)),
    }, made)]  # fmt: skip
    for order, resource in enumerate(week.rng.sample(types, week.rng.randint(1, len(types)))):
        quantity = week.rng.randint(1, 5)
        changes.append(player.new("requestline", {
            "about": made, "order": order, "resource": resource, "quantity": quantity,
            "least": week.rng.randint(0, quantity),
        }))  # fmt: skip
    player.save(*changes)


def _lines(week: Week, book: Book) -> list[RequestLine]:
    open_ = [r for r in book.requests if r.status in OPEN_REQUESTS]
    return [line for r in open_ for line in book.lines(r.id) if not line.ended]


def _period(week: Week, book: Book, line: RequestLine) -> dict[str, Any]:
    """When a promise for a line begins and ends, by a wall clock; sometimes without an end."""
    asked = book.request(line.about)
    zone = BONAIRE if asked is not None and asked.region == "BQ-BO" else HERE
    start = week.at(week.rng.uniform(0, 12), zone)
    wall = (start.astimezone(zone) + timedelta(hours=week.rng.randint(2, 14))).astimezone(
        week.now.tzinfo
    )  # so many hours by the clock on the wall: one more or less in the night that it is put
    until = None if week.rng.random() < 0.1 or wall <= start else wall
    return {"from_at": week.rng.choice((start, start, start, None)), "until_at": until}


def ask(week: Week, player: Player, book: Book) -> None:
    """The room asks the nearest few."""
    lines = _lines(week, book)
    if not player.in_room or not lines:
        return
    line = week.rng.choice(lines)
    found = [c for c in candidates(book, [line.id], week.now) if not c.already_asked]
    for candidate in found[: week.rng.randint(1, 3)]:
        made = player.desk.cache.new_id()
        player.save(
            player.new("inquiry", {
                "source": candidate.owner, "owner": candidate.owner, "request": line.about,
                "title": "Uitvraag", "status": "asked", "asked_by": player.name,
                "asked_at": week.now, "deadline": week.now + timedelta(hours=2),
            }, made),
            player.new("inquiryline", {
                "about": made, "line": line.id, "resource": candidate.resource,
                "quantity": line.quantity, "least": line.least,
            }),
        )  # fmt: skip


def inventory(week: Week, player: Player, book: Book) -> None:
    """The room asks what an owner has, before anybody needs it."""
    if not player.in_room:
        return
    owner, made = week.rng.choice(OWNERS), player.desk.cache.new_id()
    asked = [
        player.new("inquiryline", {"about": made, "resource": resource, "order": n})
        for n, resource in enumerate(week.rng.sample(NUMBERS, 2))
    ]
    player.save(
        player.new("inquiry", {
            "kind": "inventory", "source": owner, "owner": owner, "title": "Inventarisatie",
            "status": "asked", "asked_by": player.name, "asked_at": week.now,
        }, made),
        *asked,
    )  # fmt: skip


def answer(week: Week, player: Player, book: Book) -> None:
    """An owner answers on its own desk, or by phone to the room."""
    mine = [
        i for i in book.inquiries()
        if i.status in ("asked", "seen") and (player.in_room or i.owner == player.owner)
    ]  # fmt: skip
    if not mine:
        return
    inquiry = week.rng.choice(mine)
    changes: list[Change | None] = []
    for line in book.answers(inquiry.id):
        told = _inventory(week) if inquiry.kind == "inventory" else _answer(week, line)
        changes.append(player.change("inquiryline", line.id, **told))
        if inquiry.kind == "inventory":
            changes.append(_copied(week, player, book, inquiry, line, told))
    changes.append(player.change(
        "inquiry", inquiry.id, status="answered", answered_at=week.now, answered_by="Piket",
        answered_how="phone" if player.in_room else "desk",
    ))  # fmt: skip
    player.save(*changes)


def _inventory(week: Week) -> dict[str, Any]:
    total = week.rng.randint(0, 8)
    return {"total": total, "available": week.rng.randint(0, total), "reserve": min(1, total)}


def _answer(week: Week, line: InquiryLine) -> dict[str, Any]:
    word = week.rng.choice(("yes", "part", "provisional", "alternative", "no"))
    if word == "no":
        return {"answer": word, "reason": "eigen inzet"}
    offered = line.quantity if word == "yes" else week.rng.randint(1, max(1, line.quantity))
    return {"answer": word, "offered": offered, "commander": "Van Dijk"}


def _copied(
    week: Week, player: Player, book: Book, inquiry: Inquiry, line: InquiryLine,
    told: dict[str, Any],
) -> Change | None:  # fmt: skip
    known = book.capacity(inquiry.owner, line.resource)
    if known is None:
        return None
    return player.change(
        "capacity", known.id, **told, checked_at=week.now, checked_by=player.name,
        checked_how="phone",
    )  # fmt: skip


def number(week: Week, player: Player, book: Book) -> None:
    """A number changes; also below what is promised, which is a fact."""
    owner = player.owner or week.rng.choice(OWNERS)
    if player.role == "liaison":
        return
    resource = week.rng.choice(NUMBERS)
    known = book.capacity(owner, resource)
    fields = {"available": week.rng.choice((0, 1, 2, 3, 5, None)), "checked_at": week.now}
    if known is not None:
        player.edit("capacity", known.id, **fields)
        return
    made = {"source": owner, "owner": owner, "resource": resource, **fields}
    player.save(player.new("capacity", made, capacity_id("national", owner, resource)))


def unit_state(week: Week, player: Player, book: Book) -> None:
    """A unit falls out, or comes back, or is there for some hours only."""
    units = [u for u in book.units() if player.in_room or u.owner == player.owner]
    if not units:
        return
    hours = {"available_from": week.at(-5), "available_until": week.at(week.rng.uniform(1, 50))}
    always = {"available_from": None, "available_until": None}
    fields: Any = week.rng.choice(
        ({"state": "out"}, {"state": "ready"}, {"state": "limited"}, hours, always)
    )
    player.edit("unit", week.rng.choice(units).id, **fields)


def _promise(
    week: Week, player: Player, book: Book, fields: dict[str, Any], beside: tuple[Change, ...] = ()
) -> None:
    made = player.new("commitment", fields)
    wire = {"status": "promised", **made.fields}
    raised = raise_for(book, "national", made.id, wire, now=week.clock(), by=player.name)
    player.save(*beside, made, raised)


def _word(week: Week, player: Player) -> dict[str, Any]:
    if week.rng.random() < 0.35:
        return {"word": "room"}
    return {
        "word": "owner", "authority": "Commandant van dienst", "how": "phone",
        "decided_at": week.now, "firmness": week.rng.choice(("provisional", "definite")),
    }  # fmt: skip


def promise(week: Week, player: Player, book: Book) -> None:
    """A region promises, or the room notes down what it heard, or hopes for."""
    lines = _lines(week, book)
    if not lines or player.role == "liaison":
        return
    line = week.rng.choice(lines)
    asked = book.request(line.about)
    answers = [a for a in book.answers_to(line.id) if a.offered]
    told = week.rng.choice(answers) if answers and week.rng.random() < 0.7 else None
    inquiry = None if told is None else book.get("inquiry", told.about)
    owner = inquiry.owner if isinstance(inquiry, Inquiry) else week.rng.choice(OWNERS)
    if player.role == "region_officer":
        owner, told = player.owner, None
    fields = {
        "source": owner, "owner": owner, "audience": frozenset({asked.region} if asked else ()),
        "resource": line.resource if told is None else told.resource,
        "quantity": told.offered if told is not None else week.rng.randint(1, 4),
        "request": line.about, "line": line.id, "inquiry": told.about if told else "",
        "to_region": asked.region if asked else "", **_period(week, book, line),
        **_word(week, player),
    }  # fmt: skip
    _promise(week, player, book, fields)


def promise_units(week: Week, player: Player, book: Book) -> None:
    """One or several units by name, in one changeset: all of it or nothing."""
    lines = _lines(week, book)
    units = [u for u in book.units() if player.in_room or u.owner == player.owner]
    if not lines or not units:
        return
    line, first = week.rng.choice(lines), week.rng.choice(units)
    same = [u for u in units if (u.owner, u.resource) == (first.owner, first.resource)]
    period = _period(week, book, line)
    changes = [
        player.new("commitment", {
            "source": unit.owner, "owner": unit.owner, "resource": unit.resource, "unit": unit.id,
            "line": line.id, "request": line.about, "word": "room", **period,
        })
        for unit in week.rng.sample(same, week.rng.randint(1, len(same)))
    ]  # fmt: skip
    player.save(*changes)


def neighbour(week: Week, player: Player, book: Book) -> None:
    """Burenhulp: one line, without form or gate, that takes from the board as well."""
    if not player.in_room:
        return
    giver, to = week.rng.sample(OWNERS[:7], 2)
    made, line = player.desk.cache.new_id(), player.desk.cache.new_id()
    period = {"from_at": week.now, "until_at": week.at(6)}
    fields = {
        "source": giver, "owner": giver, "audience": frozenset({to}), "resource": "fire_platoon",
        "quantity": 1, "request": made, "line": line, "to_region": to, "word": "owner",
        "authority": f"Meldkamer {giver}", "how": "phone", "status": "on_site",
        "arrived_at": week.now, **period,
    }  # fmt: skip
    beside = (
        player.new("assistancerequest", {
            "kind": "neighbour", "title": f"Burenhulp {giver}", "source": "KCR2", "region": to,
            "audience": frozenset({to}), "status": "in_treatment", "form": "",
            "received_at": week.now, **period,
        }, made),
        player.new("requestline", {
            "about": made, "resource": "fire_platoon", "quantity": 1, **period,
        }, line),
    )  # fmt: skip
    _promise(week, player, book, fields, beside)


def _mine(week: Week, player: Player, book: Book) -> Commitment | None:
    found = [c for c in book.commitments() if player.in_room or c.owner == player.owner]
    return week.rng.choice(found) if found else None


def move(week: Week, player: Player, book: Book) -> None:
    """It goes a step further, with the time; or is withdrawn or cancelled."""
    one = _mine(week, player, book)
    if one is None:
        return
    steps = [s for s in COMMITMENT_STEPS[one.status] if s != "replaced"]
    status = week.rng.choice(steps[:3] if week.rng.random() < 0.8 else steps)
    order = ["promised", *TIMES]
    later = order[order.index(status) + 1 :] if status in order else []
    times: dict[str, Any] = {
        TIMES[each]: None for each in later
    }  # it went back: these did not happen
    times |= {TIMES[status]: week.now} if status in TIMES else {}
    player.edit("commitment", one.id, status=status, **times)


def retime(week: Week, player: Player, book: Book) -> None:
    """It takes longer, is shortened, becomes more or less, or gets another unit."""
    one = _mine(week, player, book)
    if one is None:
        return
    units = [u.id for u in book.units(one.owner, one.resource)]
    changes: list[dict[str, Any]] = [
        {"until_at": (one.until_at or week.now) + timedelta(hours=week.rng.randint(1, 9))},
        {"until_at": week.at(week.rng.uniform(-3, 6))},
        {"from_at": week.at(week.rng.uniform(-6, 6))},
        {"quantity": week.rng.randint(1, 5)},
        {"unit": week.rng.choice([*units, ""])},
        {"until_at": None},
    ]
    player.edit("commitment", one.id, **week.rng.choice(changes))


def extend_by_word(week: Week, player: Player, book: Book) -> None:
    """The owner itself gives more or stays longer: its number follows in the same changeset."""
    one = _mine(week, player, book)
    if one is None or one.word != "owner" or one.until_at is None:
        return
    changed = player.change(
        "commitment", one.id, quantity=one.quantity + 1, until_at=one.until_at + timedelta(hours=5)
    )
    shown = player.desk.values("commitment", one.id)
    assert shown is not None
    wire = {**shown, **{n: v[1] for n, v in changed.fields.items()}}  # type: ignore[index]
    player.save(
        changed, raise_for(book, "national", one.id, wire, now=week.clock(), by=player.name)
    )


def relieve(week: Week, player: Player, book: Book) -> None:
    """Aflossing: others take over, perhaps of another region; or they have come."""
    one = _mine(week, player, book)
    if one is None or one.status not in ("on_site", "en_route") or not one.line:
        return
    owner = player.owner or week.rng.choice(OWNERS)
    start = one.until_at or week.at(8)
    fields = {
        "source": owner, "owner": owner, "resource": one.resource, "quantity": one.quantity,
        "line": one.line, "request": one.request, "to_region": one.to_region, "relieves": one.id,
        "audience": one.audience, "from_at": start, "until_at": start + timedelta(hours=8),
        **_word(week, player),
    }  # fmt: skip
    _promise(week, player, book, fields)


def replace_by(week: Week, player: Player, book: Book) -> None:
    """Another promise comes in place of one, in one changeset: what the one held is free."""
    one = _mine(week, player, book)
    if one is None or one.status not in ("promised", "en_route"):
        return
    made = player.new("commitment", {
        "source": one.owner, "owner": one.owner, "resource": one.resource, "unit": one.unit,
        "quantity": one.quantity, "line": one.line, "request": one.request,
        "to_region": one.to_region, "from_at": one.from_at, "until_at": one.until_at,
    })  # fmt: skip
    gone = player.change("commitment", one.id, status="replaced", replaced_by=made.id)
    player.save(gone, made)


def elsewhere(week: Week, player: Player, book: Book) -> None:
    """It was another owner's, or of another type: corrected in one or two steps."""
    one = _mine(week, player, book)
    if one is None or not player.in_room or one.unit:
        return
    owner, resource = week.rng.choice(OWNERS), week.rng.choice(NUMBERS)
    player.edit("commitment", one.id, owner=owner, source=owner)
    if week.rng.random() < 0.5:
        player.edit("commitment", one.id, resource=resource)


def end(week: Week, player: Player, book: Book) -> None:
    """A line or a request ends in one of the ways that figures keep apart."""
    mine = [r for r in book.requests if player.in_room and r.status == "in_treatment"]
    if not mine:
        return
    one: AssistanceRequest = week.rng.choice(mine)
    lines = book.lines(one.id)
    if lines and week.rng.random() < 0.6:
        ended = week.rng.choice(("unable", "withdrawn", "replaced", "cancelled"))
        player.edit("requestline", week.rng.choice(lines).id, ended=ended, ended_why="zo is het")
        return
    status = week.rng.choice(("withdrawn", "cancelled", "unable", "replaced", "closed", "refused"))
    player.edit("assistancerequest", one.id, status=status, status_reason="zo is het")


def treat(week: Week, player: Player, book: Book) -> None:
    """The room takes a request in treatment, or again."""
    waiting = [r for r in book.requests if r.status in ("submitted", "refused", "unable", "closed")]
    if player.in_room and waiting:
        player.edit("assistancerequest", week.rng.choice(waiting).id, status="in_treatment",
                    judgement="agreed", judged_by=player.name, judged_at=week.now)  # fmt: skip


def remove(week: Week, player: Player, book: Book) -> None:
    """A promise that was entered by mistake goes."""
    one = _mine(week, player, book)
    if one is not None:
        player.desk.remove("commitment", one.id)
        player.note()


def undo(week: Week, player: Player, book: Book) -> None:
    """The last change here is put back."""
    last = [i for i in player.sent if i not in player.given_up][-3:]
    if last and player.role != "liaison":
        player.desk.cache.undo([week.rng.choice(last)])
        player.note()


ACTS: tuple[tuple[int, Act], ...] = (
    (6, request), (8, ask), (3, inventory), (9, answer), (8, number), (3, unit_state),
    (22, promise), (9, promise_units), (3, neighbour), (14, move), (10, retime),
    (4, extend_by_word), (5, relieve), (3, replace_by), (4, elsewhere), (2, end), (4, treat),
    (2, remove), (3, undo),
)  # fmt: skip
"""How often each happens."""
