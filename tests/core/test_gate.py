"""The legal gate: the table, its dates, and what is missing of whom."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core.bijstand import AssistanceRequest, RequestLine
from kcr2desk.core.gate import Paper, Verdict, area_of, holding_rule, name_of, valid, verdicts
from kcr2desk.core.reference import GateRule, ResourceType

AT = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
APELDOORN, EDE, BARNEVELD = "GM0200", "GM0228", "GM0203"


def rule(code: str, **fields: Any) -> GateRule:
    return GateRule(id=code, stream="reference", code=code, source_text="Wvr", **fields)


def request(**fields: Any) -> AssistanceRequest:
    known = {"title": "Natuurbrand", "region": "VR06", "received_at": AT - timedelta(hours=3)}
    return AssistanceRequest(id="r", stream="national", **{**known, **fields})


def line(resource: str, **fields: Any) -> RequestLine:
    known = {"id": f"l-{resource}", "stream": "national", "about": "r"}
    return RequestLine(**{**known, "resource": resource, **fields})


def kind(code: str, discipline: str) -> ResourceType:
    return ResourceType(
        id=code, stream="reference", code=code, name_nl=code, name_en=code, discipline=discipline
    )


TYPES = {
    each.code: each
    for each in (
        kind("fire_platoon", "fire"),
        kind("water_transport", "fire"),
        kind("me_platoon", "police"),
        kind("fire_bucket", "defence"),
    )
}
FIRE = rule("wvr-51", help="fire", area="mainland", per="municipality")
POLICE = rule("pw-56", help="police", area="mainland", per="region")


def ask(rules: list[GateRule], asked: AssistanceRequest, *resources: str) -> tuple[Verdict, ...]:
    return verdicts(rules, asked, [line(each) for each in resources], TYPES, AT)


def test_each_municipality_files_its_own_form() -> None:
    asked = request(municipalities=frozenset({APELDOORN, EDE}), forms_from=frozenset({EDE}))
    (found,) = ask([FIRE], asked, "fire_platoon")
    assert (found.rule, found.paper) == (FIRE, Paper.MISSING)
    assert (found.here, found.missing) == ((EDE,), (APELDOORN,))
    assert name_of(APELDOORN) == "Apeldoorn"
    assert found.waiting == timedelta(hours=3)


def test_a_form_whose_is_not_said_is_not_counted_for_two() -> None:
    asked = request(municipalities=frozenset({APELDOORN, EDE}), form="received")
    (found,) = ask([FIRE], asked, "fire_platoon")
    assert found.missing == (APELDOORN, EDE)
    one = request(municipalities=frozenset({EDE}), form="received", form_at=AT)
    (found,) = ask([FIRE], one, "fire_platoon")
    assert (found.paper, found.waiting) == (Paper.COMPLETE, timedelta(hours=3))


def test_no_row_is_unknown_and_never_missing() -> None:
    (found,) = ask([POLICE], request(), "fire_platoon")
    assert (found.rule, found.paper) == (None, Paper.UNKNOWN)
    assert (found.missing, found.waiting) == ((), None)


def test_without_a_municipality_nobody_is_said_to_be_missing() -> None:
    (found,) = ask([FIRE], request(), "fire_platoon")
    assert (found.paper, found.missing) == (Paper.PLACE, ())
    assert found.waiting == timedelta(hours=3)


def test_a_row_without_forms_asks_for_none() -> None:
    (found,) = ask([rule("care")], request(), "fire_platoon")
    assert (found.paper, found.waiting) == (Paper.NONE, None)


def test_a_row_that_does_not_say_how_many_forms_counts_the_time_and_accuses_nobody() -> None:
    police = rule("pw", help="police", form="bijstandsformulier")
    (found,) = ask([police], request(), "me_platoon")
    assert (found.paper, found.missing, found.waiting) == (Paper.OPEN, (), timedelta(hours=3))
    came = request(form="received", form_at=AT - timedelta(hours=1))
    (found,) = ask([police], came, "me_platoon")
    assert (found.paper, found.waiting) == (Paper.COMPLETE, timedelta(hours=2))


def test_two_kinds_of_help_have_two_verdicts_and_one_kind_has_one() -> None:
    found = ask([FIRE, POLICE], request(), "fire_platoon", "me_platoon", "water_transport")
    assert [(v.help, v.resources, v.rule) for v in found] == [
        ("fire", ("fire_platoon", "water_transport"), FIRE),
        ("police", ("me_platoon",), POLICE),
    ]
    assert found[1].missing == ("VR06",)


def test_a_line_that_nobody_wants_any_more_asks_for_no_form() -> None:
    lines = [line("me_platoon", ended="withdrawn"), line("fire_platoon", ended="unable")]
    found = verdicts([FIRE, POLICE], request(), lines, TYPES, AT)
    assert [v.help for v in found] == ["fire"]


def test_burenhulp_has_no_gate_and_a_request_without_lines_has_one_verdict() -> None:
    assert ask([FIRE], request(kind="neighbour"), "fire_platoon") == ()
    general = rule("all", per="region")
    (found,) = ask([FIRE, general], request())
    assert (found.rule, found.resources) == (general, ())


def test_the_row_that_says_most_wins() -> None:
    wide = rule("a", help="", area="")
    helps, code = rule("b", help="fire"), rule("c", help="fire_platoon")
    island = rule("d", area="bes")
    here = rule("e", help="fire", area="VR06")
    rules = [wide, helps, code, island, here]
    assert holding_rule(rules, "fire", "fire_platoon", "VR06", AT) is here
    assert holding_rule(rules, "fire", "water_transport", "VR01", AT) is helps
    assert holding_rule(rules, "fire", "fire_platoon", "VR01", AT) is code
    assert holding_rule(rules, "police", "me_platoon", "BQ-SA", AT) is island
    # one row names the help, one the area: the islands have their own law
    assert holding_rule([helps, island], "fire", "water_transport", "BQ-SA", AT) is island
    assert holding_rule([FIRE], "fire", "fire_platoon", "AW", AT) is None


def test_of_periods_that_overlap_the_later_one_holds() -> None:
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    old = rule("old", valid_from=datetime(2010, 10, 1, tzinfo=UTC))
    new = rule("new", valid_from=begun)
    assert holding_rule([new, old], "", "", "VR06", AT) is new
    assert holding_rule([new, old], "", "", "VR06", begun) is new
    assert holding_rule([new, old], "", "", "VR06", begun - timedelta(seconds=1)) is old
    assert holding_rule([new, old], "", "", "VR06", datetime(2009, 1, 1, tzinfo=UTC)) is None


def test_the_law_of_the_day_of_receipt_counts_also_when_it_changed_since() -> None:
    changed = AT - timedelta(hours=1)
    old = rule("old", per="region", valid_until=changed)
    new = rule("new", per="municipality", valid_from=changed)
    (found,) = ask([old, new], request(), "fire_platoon")
    assert (found.rule, found.missing) == (old, ("VR06",))


@pytest.mark.parametrize("fold", [0, 1])
def test_in_the_hour_that_comes_twice_a_row_ends_once(fold: int) -> None:
    """A row that ends when the clock goes back: the same clock time is once in and once out."""
    ends = datetime(2026, 10, 25, 1, 0, tzinfo=UTC)  # 03:00 summer time is 02:00 winter time
    until, since = rule("a", valid_until=ends), rule("b", valid_from=ends)
    at = datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=AMSTERDAM).astimezone(UTC)
    held = holding_rule([until, since], "", "", "VR06", at)
    assert held is (since if fold else until)
    asked = request(received_at=datetime(2026, 10, 25, 1, 30, tzinfo=AMSTERDAM))
    later = datetime(2026, 10, 25, 3, 30, tzinfo=AMSTERDAM)
    (found,) = verdicts([rule("r", per="region")], asked, [], {}, later)
    # three hours have passed although the clock says two
    assert found.waiting == timedelta(hours=3)


def test_an_island_is_its_own_municipality() -> None:
    table = [
        rule("bes", area="bes", per="municipality"),
        rule("st", area="countries", per="region"),
    ]
    (found,) = ask(table, request(region="BQ-BO"), "fire_platoon")
    assert found.missing == ("BQ-BO",)
    (found,) = ask(table, request(region="SX"), "fire_platoon")
    assert (found.rule, found.missing) == (table[1], ("SX",))
    assert [area_of(code) for code in ("VR25", "BQ-SE", "CW", "KNRM")] == [
        "mainland", "bes", "countries", "",
    ]  # fmt: skip


moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(
    lambda each: each.replace(tzinfo=UTC)
)
rules = st.builds(
    rule,
    st.text("abc", min_size=1, max_size=3),
    help=st.sampled_from(["", "fire", "fire_platoon", "police"]),
    area=st.sampled_from(["", "VR06", "mainland", "bes"]),
    per=st.sampled_from(["", "region", "municipality"]),
    valid_from=st.none() | moments,
    valid_until=st.none() | moments,
)


@given(st.lists(rules, max_size=6), moments, st.permutations(range(6)))
def test_any_table_gives_one_answer_in_any_order(table, at, order) -> None:
    mixed = [table[n] for n in order if n < len(table)]
    found = holding_rule(table, "fire", "fire_platoon", "VR06", at)
    again = holding_rule(mixed, "fire", "fire_platoon", "VR06", at)
    fitting = [
        r
        for r in table
        if valid(r, at) and r.help in ("", "fire", "fire_platoon") and r.area != "bes"
    ]
    assert (found is None) == (not fitting)
    if found is not None:
        assert again is not None
        assert valid(found, at)
        said = [
            (r.help == "fire_platoon", bool(r.help), bool(r.area), r.area == "VR06")
            for r in (found, again)
        ]
        assert sum(said[0]) == sum(said[1])
        assert all(sum((r.help == "fire_platoon", bool(r.help), bool(r.area), r.area == "VR06"))
                   <= sum(said[0]) for r in fitting)  # fmt: skip
