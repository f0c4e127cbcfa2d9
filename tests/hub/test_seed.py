"""The first records of the reference stream: what a new hub knows before anybody typed."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from kcr2desk.core import places
from kcr2desk.core.changes import Change
from kcr2desk.core.fields import check_wire
from kcr2desk.core.ids import is_id
from kcr2desk.core.records import RECORD_TYPES, build, missing
from kcr2desk.core.reference import PlanWeights
from kcr2desk.hub.seed import PLANNED, seed

_TYPES = """
    fire_platoon fire_basic water_transport water_small ibgs logistics rescue_platoon command_unit
    drone_team info_team wildfire_platoon ggb_vehicle aid_bus ambulance ghor_officer
    psychosocial_team rescue_boat pump me_platoon me_section mounted water_police care_team
    shelter_places transport_bus comms_team handcrew sth_post fire_bucket engineers lifeboat
    hcp_pump usar mmt eod emergency_bridge mobile_command cbrn_unit
"""
TYPES = _TYPES.split()
NAMED = set(TYPES[TYPES.index("handcrew") :])
_PARTNERS = """
    POL-NN POL-ON POL-MN POL-NH POL-AM POL-DH POL-RT POL-ZB POL-OB POL-LB POL-LE DEF KNRM KWC NRK
    NRV RWS WS-UNIE USAR LNAZ
"""
PARTNERS = _PARTNERS.split()


def of(type_name: str) -> dict[str, Change]:
    return {str(c.fields.get("code", c.id)): c for c in seed() if c.type == type_name}


def test_every_record_fits_its_fields_and_has_its_own_id() -> None:
    changes = seed()
    assert max(Counter(c.id for c in changes).values()) == 1
    assert [c.id for c in changes] == [c.id for c in seed()]
    for change in changes:
        assert is_id(change.id)
        specs = RECORD_TYPES[change.type].fields
        assert change.fields.keys() <= specs.keys()
        for name, value in change.fields.items():
            assert check_wire(specs[name], value) is None, (change.fields, name)
            assert value not in ("", None), (change.fields, name)
        assert not missing(change.type, change.fields)


def test_every_region_and_partner_owns_records_in_an_order() -> None:
    owners = of("owner")
    assert set(owners) == {"KCR2", *(r.code for r in places.regions()), *PARTNERS}
    orders = [int(str(c.fields["order"])) for c in owners.values() if "order" in c.fields]
    assert orders == sorted(set(orders))
    assert {owners[code].fields["kind"] for code in PARTNERS} == {"partner", "state"}


@pytest.mark.parametrize("code", ["VR06", "BQ-SA", "DEF", "POL-LE"])
def test_a_seat_is_where_it_is(code: str) -> None:
    latitude, longitude = map(float, str(of("owner")[code].fields["position"]).split(","))
    if code == "BQ-SA":
        assert (latitude, longitude) == pytest.approx((17.63, -63.25), abs=0.01)
    else:
        assert 50.7 < latitude < 53.6
        assert 3.3 < longitude < 7.3


def test_every_kind_of_help_is_there_grouped_by_discipline() -> None:
    types = of("resourcetype")
    assert sorted(types) == sorted(TYPES)
    assert {code for code, c in types.items() if c.fields.get("named")} == NAMED
    assert [code for code, c in types.items() if c.fields.get("package")] == ["fire_bucket"]
    disciplines = [str(c.fields["discipline"]) for c in types.values()]
    assert len(list(dict.fromkeys(disciplines))) == sum(
        1 for before, after in pairwise(["", *disciplines]) if before != after
    )
    assert set(disciplines) <= of("discipline").keys()
    shorts = [str(c.fields["short"]) for c in types.values()]
    assert max(map(len, shorts)) <= 10
    assert len(set(shorts)) == len(shorts)


def test_a_number_has_a_source_or_is_marked_as_a_planning_figure() -> None:
    for change in of("resourcetype").values():
        assert str(change.fields["source_text"]).endswith(PLANNED)
        sourced = change.fields["source_text"] != PLANNED
        assert sourced or not change.fields.keys() & {"people", "notice_minutes"}


def test_the_gate_says_where_each_row_comes_from_and_nothing_for_what_nobody_knows() -> None:
    rules = of("gaterule")
    assert rules["wvr-51-fire"].fields["basis"] == "Wet veiligheidsregio's, art. 51"
    disciplines = of("discipline").keys() | of("resourcetype").keys() | {"", "kmar"}
    for change in rules.values():
        assert change.fields.get("help", "") in disciplines
        assert change.fields["area"] in ("mainland", "bes", "countries")
        source = str(change.fields["source_text"])
        assert "nctv.nl" in source or source.startswith("Onbevestigd")
    caribbean = [c.fields for c in rules.values() if c.fields["area"] != "mainland"]
    assert all("art. 51" not in str(fields.get("basis")) for fields in caribbean)
    assert not [c for c in rules.values() if c.fields.get("help") == "communication"]


def test_the_first_weights_are_whole_and_name_who_set_them() -> None:
    (change,) = of("planweights").values()
    weights = build("planweights", change.id, "reference", 1, change.fields)
    assert isinstance(weights, PlanWeights)
    assert (weights.version, weights.set_by) == (1, "KCR2 Desk (as delivered)")
    assert "directeur" in weights.reason
    numbers = {n for n, s in RECORD_TYPES["planweights"].fields.items() if s.kind == "integer"}
    assert numbers <= change.fields.keys()


CHOICES = [c for c in seed() if c.type == "choice"]


def test_every_list_of_the_hall_has_its_words_in_an_order() -> None:
    groups = Counter(str(c.fields["group"]) for c in CHOICES)
    assert groups.keys() == {"need", "station", "ground", "receiver"}
    for group, many in groups.items():
        mine = [c.fields for c in CHOICES if c.fields["group"] == group]
        assert [f["order"] for f in mine] == list(range(1, many + 1))
        assert len({f["code"] for f in mine}) == many
        assert len({f["name_nl"] for f in mine}) == len({f["name_en"] for f in mine}) == many


def test_a_receiver_may_have_fields_that_a_person_has_and_few_may_have_a_bsn() -> None:
    known = RECORD_TYPES["person"].fields.keys() | {"needs", "medical_needs", "medical_note"}
    may: dict[str, set[str]] = {}
    for change in CHOICES:
        fields = change.fields.get("fields", [])
        assert isinstance(fields, list)
        if change.fields["group"] == "receiver":
            may[str(change.fields["code"])] = {str(each) for each in fields}
        else:
            assert fields in ([], ["medical"])
    assert all(fields <= known for fields in may.values())
    assert {code for code, fields in may.items() if "bsn" in fields} == {"municipality", "ind"}
    assert {c for c, f in may.items() if f & {"medical_note", "medical_needs"}} == {"hospital"}
    assert not [code for code, fields in may.items() if "note" in fields]
    assert not may["own_means"]
