"""What the detail is made of, without a screen: differences, alerts, blocks, copies, the map."""

from __future__ import annotations

import math
import stat
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from kcr2desk.core.changes import Change, How
from kcr2desk.desk.parts import values
from kcr2desk.desk.parts.body import LONGEST_BLOCK, blocks_of, cut_at, first_part
from kcr2desk.desk.parts.copies import Copies, is_program, safe_name, save_as
from kcr2desk.desk.parts.difference import MOST_SHOWN, DiffLine, line_difference
from kcr2desk.desk.reports.alert_read import (
    MOST_POINTS,
    MOST_SHAPES,
    Shape,
    joined,
    read_alert,
)
from kcr2desk.desk.reports.area_map import round_length, view_of

NOW = datetime(2026, 7, 14, 12, 5, tzinfo=UTC)


# -- the difference of a text ----------------------------------------------------------------------


def signs(was: str, now: str) -> list[tuple[str, str]]:
    return [(line.sign, line.text) for line in line_difference(was, now)]


def test_a_changed_line_shows_both_sides_and_what_stands_around_it() -> None:
    assert signs("een\ntwee\ndrie\nvier\nvijf", "een\ntwee\nDRIE\nvier\nvijf") == [
        ("…", "1"), (" ", "twee"), ("-", "drie"), ("+", "DRIE"), (" ", "vier"), ("…", "1"),
    ]  # fmt: skip


def test_the_words_that_differ_are_named() -> None:
    gone, come = line_difference("Vier spuiten ter plaatse", "Zes spuiten ter plaatse")
    assert gone.changed == (0, 4)
    assert come.changed == (0, 3)
    assert line_difference("a b c", "a b x c")[1] == DiffLine("+", "a b x c", (4, 5))


def test_a_line_that_was_only_added_to_says_where() -> None:
    _, come = line_difference("VNOG vraagt", "VNOG vraagt 2 pelotons")
    start, end = come.changed or (0, 0)
    assert come.text[start:end] == "2 pelotons"


def test_the_difference_of_two_long_texts_is_short_and_soon_there() -> None:
    was = "\n".join(f"regel {n} {'x' * 80}" for n in range(2_200))
    now = "\n".join(f"REGEL {n} {'y' * 80}" for n in range(2_200))
    start = time.process_time()
    lines = line_difference(was, now)
    assert time.process_time() - start < 2  # it is quadratic where it compares line by line
    assert len(lines) == MOST_SHOWN + 1
    assert lines[-1].sign == "…"


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_a_difference_can_be_read_back(was: str, now: str) -> None:
    lines = line_difference(was, now)
    hidden = sum(int(line.text) for line in lines if line.sign == "…")
    kept = sum(1 for line in lines if line.sign == " ") + hidden
    assert kept + sum(1 for line in lines if line.sign == "-") == len(was.split("\n"))
    assert kept + sum(1 for line in lines if line.sign == "+") == len(now.split("\n"))
    for line in lines:
        if line.changed is not None:
            assert 0 <= line.changed[0] <= line.changed[1] <= len(line.text)


# -- alerts from anywhere --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "document",
    [
        None, 7, "tekst", [], {}, {"infos": None}, {"infos": {}}, {"infos": [None, 3, "x"]},
        {"identifier": 4, "infos": "nee"},
    ],
)  # fmt: skip
def test_what_is_no_alert_is_none(document: object) -> None:
    assert read_alert(document, "nl") is None  # type: ignore[arg-type]


def test_what_does_not_fit_is_left_out() -> None:
    alert = read_alert(
        {
            "identifier": "a",
            "sent": "gisteren",
            "infos": [
                {
                    "event": 5,
                    "areas": [
                        {
                            "polygons": [[[1, 2], [3, "x"], [4, 5], [91, 0], [6, 7]],
                                         "nee", [[1, 2]]],
                            "circles": [{"lat": 1, "lon": 2, "radius_km": float("nan")},
                                        {"lat": True, "lon": 2, "radius_km": 3},
                                        {"lat": 52.1, "lon": 5.2, "radius_km": 0}],
                        },
                        "nee",
                    ],
                    "onset": "2026-07-14T14:00:00",
                    "expires": "2026-07-14T14:00:00+02:00",
                }
            ],
            "remarks": [{"code": "empty", "line": True}],
        },
        "nl",
    )  # fmt: skip
    assert alert is not None
    assert alert.sent is None
    info = alert.infos[0]
    assert info.event == ""
    assert info.starts is None  # without a zone it is no moment
    assert info.expires == NOW.replace(hour=12, minute=0)
    assert info.shapes == (
        Shape(((1.0, 2.0), (4.0, 5.0), (6.0, 7.0))), Shape(((52.1, 5.2),), 0.0),
    )  # fmt: skip
    assert alert.remarks == (("", None, "empty", ""),)


def test_shapes_without_number_are_few_enough_to_draw() -> None:
    ring = [[52 + math.sin(n / 500), 5 + math.cos(n / 500)] for n in range(20_000)]
    area: Any = {"description": "x", "polygons": [ring] * 3 + [[[1, 1], [2, 2], [3, 1]]] * 900}
    alert = read_alert({"identifier": "a", "infos": [{"areas": [area]}]}, "nl")
    assert alert is not None
    info = alert.infos[0]
    assert len(info.shapes) == MOST_SHAPES
    assert info.shapes_left_out == 903 - MOST_SHAPES
    assert max(len(shape.points) for shape in info.shapes) <= MOST_POINTS


def test_the_reader_gets_an_own_language_and_the_others_beside_it() -> None:
    infos: Any = [{"language": code, "event": code} for code in ("de-DE", "en-GB", "nl", "nl-BE")]
    dutch, english = (read_alert({"infos": infos}, code) for code in ("nl", "en"))
    assert dutch is not None
    assert english is not None
    assert [i.event for i in dutch.infos] == ["nl", "nl-BE"]
    assert [i.event for i in dutch.others] == ["de-DE", "en-GB"]
    assert [i.event for i in english.infos] == ["en-GB"]
    strange = read_alert({"infos": [{"language": "fi"}, {"language": "sv"}]}, "nl")
    assert strange is not None
    assert [i.language for i in strange.infos] == ["fi"]


def test_lines_broken_at_a_width_become_paragraphs() -> None:
    text = "Vanaf 16:00 uur zware windstoten van 100 tot 110 km/uur\nuit het westen.\nTot 22:00."
    assert joined(text) == (
        "Vanaf 16:00 uur zware windstoten van 100 tot 110 km/uur uit het westen.\nTot 22:00."
    )
    capitals = "A SEVERE THUNDERSTORM WAS SEEN OVER SOUTH CENTRAL\nALPINE COUNTY.\nTAKE COVER."
    assert joined(capitals).count("\n") == 1
    assert joined("- een\n- twee") == "- een\n- twee"
    assert joined("kort\nen verder") == "kort\nen verder"


# -- the map ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "shapes",
    [
        (Shape(((53.0, 6.0), (53.4, 7.0), (52.7, 6.5))),),
        (Shape(((-18.0, 179.5), (-17.0, -179.5), (-19.0, -178.0))),),  # over the date line
        (Shape(((12.15, -68.27),), 0.0),),
        (Shape(((89.0, 0.0), (89.5, 120.0), (89.2, -120.0))),),
        (Shape(((0.0, -170.0), (10.0, 0.0), (-10.0, 170.0))),),
        (Shape(((52.0, 5.0),), 9_000.0),),
    ],
)
def test_every_area_lies_on_its_map(shapes: tuple[Shape, ...]) -> None:
    view = view_of(shapes, 400, 200)
    assert view is not None
    for shape in shapes:
        for point in shape.points:
            at = view.place(point)
            assert isinstance(at, QPointF)
            assert math.isfinite(at.x())
            assert math.isfinite(at.y())
    first = view.place(shapes[0].points[0])
    assert -1 <= first.x() <= 401 or shapes[0].points[0][0] > 88
    assert -1 <= first.y() <= 201 or shapes[0].points[0][0] > 88


def test_the_date_line_does_not_stretch_an_area_around_the_earth() -> None:
    view = view_of((Shape(((-18.0, 179.5), (-17.0, -179.5), (-19.0, -178.0))),), 400, 200)
    assert view is not None
    across = view.place((-17.0, -179.5)).x() - view.place((-18.0, 179.5)).x()
    assert 0 < across < 200


def test_a_map_of_nothing_is_not_drawn() -> None:
    assert view_of((), 400, 200) is None


@pytest.mark.parametrize(("km", "round_"), [(0.7, 0.5), (1, 1), (37, 20), (99, 50), (100, 100)])
def test_the_scale_is_a_round_length(km: float, round_: float) -> None:
    assert round_length(km) == pytest.approx(round_)


# -- long text -------------------------------------------------------------------------------------


@given(st.text(st.sampled_from("ab \n👩\u200d🔥é\u0301مر"), max_size=400))
def test_blocks_hold_every_sign_of_a_text(text: str) -> None:
    told = [(block.goes_on, text[block.start : block.end]) for block in blocks_of(text)]
    again = "".join(("" if goes_on or not n else "\n") + part
                    for n, (goes_on, part) in enumerate(told))  # fmt: skip
    assert again == text


def test_a_line_without_end_is_cut_between_words_and_never_in_a_sign() -> None:
    family = "👩\u200d👩\u200d👧"
    text = "x" * (LONGEST_BLOCK - 2) + family + "y" * 50
    parts = [text[block.start : block.end] for block in blocks_of(text)]
    assert all(len(part) <= LONGEST_BLOCK for part in parts)
    assert any(family in part for part in parts)
    words = " ".join(["woord"] * 2_000)
    assert all(not words[b.start : b.end].startswith("oord") for b in blocks_of(words))


def test_cutting_goes_on_where_all_signs_belong_together() -> None:
    assert cut_at("e" + "\u0301" * 50, 20) >= 1
    assert len(list(blocks_of("e" + "\u0301" * 5_000))) < 5_010


def test_the_first_part_is_short_and_whole_words() -> None:
    assert first_part("kort") == "kort"
    long = "woord " * 40_000
    assert 1_000 < len(first_part(long)) <= 2_400
    assert first_part(long).endswith("woord")
    assert first_part("\n" * 200_000).count("\n") < 50


# -- copies for other programs ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("foto.jpg", "foto.jpg"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\temp\\a.txt", "C__temp_a.txt"),
        ("con.txt", "_con.txt"),
        ("...", "bestand"),
        ("", "bestand"),
        ("rekening\u202egpj.exe", "rekening_gpj.exe"),
        ("regel\neen.txt", "regel_een.txt"),
    ],
)
def test_names_of_strangers_lead_nowhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=300))
def test_any_name_can_be_written(name: str) -> None:
    safe = safe_name(name.encode("utf-8", "replace").decode())
    assert safe
    assert len(safe.encode()) <= 200
    assert "/" not in safe
    assert "\\" not in safe
    assert safe not in (".", "..")


def test_programs_are_known_by_their_ending() -> None:
    assert is_program("Factuur.PDF.exe")
    assert is_program("script.sh ")
    assert is_program("pagina.HTML")
    assert not is_program("luchtmetingen.xlsx")
    assert not is_program("exe")


def test_a_copy_is_private_and_read_only_and_goes(tmp_path: Path) -> None:
    copies = Copies(tmp_path)
    path = copies.make("foto.jpg", iter((b"een", b"twee")))
    assert path.name == "foto.jpg"
    assert path.read_bytes() == b"eentwee"
    if sys.platform != "win32":
        assert stat.S_IMODE(copies.folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.stat().st_mode) == 0o400
    again = copies.make("foto.jpg", iter((b"drie",)))
    assert again != path
    assert copies.wipe()
    assert not path.exists()
    assert not copies.folder.exists()
    assert copies.wipe()  # nothing there is no trouble


def test_what_a_killed_desk_left_is_wiped_by_the_next(tmp_path: Path) -> None:
    left = Copies(tmp_path).make("foto.jpg", iter((b"x",)))
    assert Copies(tmp_path).wipe()
    assert not left.exists()


def broken(path: Path) -> None:
    """Pieces of which the second cannot be read."""

    def pieces() -> Iterator[bytes]:
        yield b"een"
        raise KeyError("piece")

    make = Copies(path).make if path.is_dir() else None
    with pytest.raises(KeyError):
        save_as(path, pieces()) if make is None else make("foto.jpg", pieces())


def test_half_a_file_is_never_left(tmp_path: Path) -> None:
    broken(tmp_path)
    assert list((tmp_path / "opened").iterdir()) == []
    target = tmp_path / "bewaard.jpg"
    target.write_bytes(b"oud")
    broken(target)
    assert target.read_bytes() == b"oud"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["bewaard.jpg", "opened"]


def test_saving_replaces_what_the_officer_chose_to_replace(tmp_path: Path) -> None:
    target = tmp_path / "bewaard.jpg"
    target.write_bytes(b"oud")
    save_as(target, iter((b"nieuw",)))
    assert target.read_bytes() == b"nieuw"


# -- values ----------------------------------------------------------------------------------------


def test_values_are_said_as_an_officer_reads_them() -> None:
    def say(name: str, value: object) -> str:
        return values.say("report", name, value, NOW, {"i1": "Natuurbrand"})  # type: ignore[arg-type]

    assert say("status", "in_progress") == "in progress"
    assert say("received_at", 1_783_944_000_000) != ""
    assert say("incident", "i1") == "Natuurbrand"
    assert say("incident", "i2") == "a record that is not here"
    assert say("urgent", False) == "not urgent"
    assert say("removed", True) == "removed"
    assert say("quantities", ["2 platoon"]) == "2 pelotons"
    assert say("title", "") == ""
    assert say("from_the_future", {"a": 1}) == "(data of the alert)"


def test_parts_of_a_removal_are_only_the_removal() -> None:
    fields: Any = {"title": ["a", "a"], "removed": [False, True]}
    assert values.parts(Change("report", "x", How.EDIT, fields)) == (("removed", False, True),)


def test_parts_of_a_set_are_what_was_taken_and_added() -> None:
    change = Change("report", "x", How.EDIT, {"audience": {"add": ["regions"], "take": []}})
    assert values.parts(change) == (("audience", [], ["regions"]),)
