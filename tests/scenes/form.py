"""Scenes of the report form, over the panel where it belongs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kcr2desk.desk.parts.slide import SlideOver
from kcr2desk.desk.parts.unfinished import UnfinishedStrip
from kcr2desk.desk.reports.drop_reading import Brought, limits
from kcr2desk.desk.reports.drops import FileDrop
from kcr2desk.desk.reports.form import ReportForm
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.drafts import Draft
from tests.scenes import NOW, Stage, scene
from tests.scenes.fake import FakePanel
from tests.scenes.form_cache import ME, FormCache, moment_ms, report_line
from tests.scenes.frame import window

NOTE = "VNOG 2 pelotons Hoog Buurlo, Jansen 06-12345678 belt terug"


def settle(work: StoreWork) -> None:
    """Let the thread finish and its answers arrive."""
    for _ in range(200):
        QApplication.processEvents()
        if work.idle:
            break
        QTest.qWait(5)
    QApplication.processEvents()


class Shown:
    """The window with the form over its panel."""

    def __init__(self, stage: Stage, cache: FormCache | None = None, **given: object) -> None:
        self.stage = stage
        self.cache = cache or FormCache()
        self.work = StoreWork("scene")
        self.window = window(stage)
        panel = self.window.panel()
        assert isinstance(panel, FakePanel)
        self.form = ReportForm(
            cast(Any, self.cache),
            self.work,
            lambda: stage.now,
            ME,
            **given,  # type: ignore[arg-type]
        )
        self.over = SlideOver(panel)
        stage.later(lambda: self.over.show(self.form))
        stage.later(lambda: settle(self.work))
        self.window.destroyed.connect(self.close)

    def later(self, run: object) -> None:
        self.stage.later(run)  # type: ignore[arg-type]
        self.stage.later(lambda: settle(self.work))

    def close(self) -> None:
        self.work.close()

    def type(self, text: str) -> None:
        self.later(lambda: QTest.keyClicks(self.form.ui.text, text))


@scene("form-empty")
def empty(stage: Stage) -> QWidget:
    return Shown(stage).window


@scene("form-typing")
def typing(stage: Stage) -> QWidget:
    shown = Shown(stage, incident="incident-1")
    shown.type(NOTE)
    for _ in range(4):
        shown.later(shown.form.offering.take)
    shown.later(lambda: shown.form.fields.judge("unconfirmed"))
    return shown.window


@scene("form-methane")
def methane(stage: Stage) -> QWidget:
    shown = Shown(stage, incident="incident-1")
    for text in (
        "nee",
        "N344 Hoog Buurlo, hm 12,4",
        "natuurbrand heide en bos",
        "rook over de weg",
    ):
        shown.later(shown.form.template)
        shown.type(text)
    shown.later(shown.form.template)
    return shown.window


def filled(stage: Stage) -> Shown:
    shown = Shown(stage, incident="incident-1")
    shown.type(f"{NOTE}. Vuur sinds 13:50, GRIP 2.")
    for _ in range(9):
        shown.later(shown.form.offering.take)
    shown.later(lambda: shown.form.ui.informant.setText("CaCo VNOG"))
    return shown


@scene("form-where")
def where(stage: Stage) -> QWidget:
    shown = filled(stage)
    shown.later(lambda: shown.form.fold.open("where"))
    return shown.window


@scene("form-times")
def times(stage: Stage) -> QWidget:
    shown = filled(stage)
    shown.later(lambda: shown.form.fold.open("times"))
    shown.later(lambda: QTest.keyClicks(shown.form.ui.observed_at.field, "half twee"))
    return shown.window


@scene("form-grade")
def grade(stage: Stage) -> QWidget:
    shown = filled(stage)
    shown.later(lambda: shown.form.fold.open("grade"))
    shown.later(lambda: shown.form.fields.judge("confirmed"))
    shown.later(lambda: shown.form.ui.reliability.chosen.emit("B"))
    shown.later(lambda: shown.form.ui.reliability.set_value("B"))
    return shown.window


@scene("form-alike")
def alike(stage: Stage) -> QWidget:
    cache = FormCache(
        alike=(
            report_line(1, "VNOG vraagt 2 pelotons natuurbrandbestrijding, Hoog Buurlo"),
            report_line(4, "Rook boven Hoog Buurlo, N344 dicht"),
            report_line(7, "Brand bij radiostation Radio Kootwijk", spot="Radio Kootwijk"),
        )
    )
    shown = Shown(stage, cache)
    shown.type(NOTE)
    shown.later(lambda: QTest.qWait(420))
    return shown.window


@scene("form-conflict")
def conflict(stage: Stage) -> QWidget:
    cache = FormCache()
    report = cache.create(
        "report",
        {
            "title": "VNOG vraagt 2 pelotons natuurbrandbestrijding, Hoog Buurlo",
            "text": f"{NOTE}.",
            "region": "VR06",
            "place": "Hoog Buurlo",
            "caller": "Jansen",
        },
    )
    shown = Shown(stage, cache, report=report)
    shown.later(lambda: shown.form.ui.place.setText("Hoog Soeren"))
    shown.later(lambda: shown.form.ui.place.textEdited.emit("Hoog Soeren"))
    shown.later(lambda: shown.form.fold.open("where"))
    shown.later(
        lambda: cache.others_write(
            report, "p.smit", NOW - timedelta(minutes=1), place="Radio Kootwijk", caller="M. Jansen"
        )
    )
    return shown.window


@scene("form-restored")
def restored(stage: Stage) -> QWidget:
    shown = filled(stage)
    shown.later(shown.form.close_form)
    shown.later(shown.over.hide)

    def again() -> None:
        draft = shown.cache.drafts()[0]
        old = Draft(draft.id, "report", "", {}, draft.typed, moment_ms(14, 2))
        shown.form = ReportForm(
            cast(Any, shown.cache),
            shown.work,
            lambda: stage.now,
            ME,
            old,
        )
        shown.over.show(shown.form)

    shown.later(again)
    return shown.window


@scene("form-saved")
def saved(stage: Stage) -> QWidget:
    shown = filled(stage)
    shown.later(shown.form.save)
    return shown.window


def strip_over(shown: Shown, strip: QWidget) -> None:
    """Put a strip between the filters and the list of the panel."""
    panel = shown.window.panel()
    assert panel is not None
    layout = panel.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(1, strip)


@scene("form-unfinished")
def unfinished(stage: Stage) -> QWidget:
    shown = filled(stage)
    shown.later(shown.form.close_form)
    shown.later(shown.over.hide)

    def offer() -> None:
        strip = UnfinishedStrip(cast(Any, shown.cache), shown.work, lambda: stage.now)
        strip_over(shown, strip)

    shown.later(offer)
    return shown.window


def drop_of(shown: Shown) -> FileDrop:
    panel = shown.window.panel()
    assert panel is not None
    drop = FileDrop(panel, cast(Any, shown.cache), shown.work, lambda: shown.stage.now)
    strip_over(shown, drop.strip)
    return drop


@scene("drop-brought")
def brought(stage: Stage) -> QWidget:
    shown = Shown(stage)
    shown.later(shown.over.hide)
    drop = drop_of(shown)
    came = Brought(
        new=("a", "b", "c"),
        known=("d",),
        apart=("c",),
        problems=(
            "knmi-1402.cap, regel 17: het verplichte element <severity> ontbreekt of is leeg.",
            "scan.eml: dit is geen mail: er is geen afzender, geen onderwerp en geen datum.",
        ),
    )
    shown.later(lambda: drop.strip.show_brought(came))
    shown.later(lambda: drop.set_selected("a", "M-2026-07-0142-3 Ontruiming vakantiepark"))
    shown.later(lambda: drop._ask_files([__file__]))
    return shown.window


@scene("drop-curtain")
def curtain(stage: Stage) -> QWidget:
    shown = Shown(stage)
    shown.later(shown.over.hide)
    drop = drop_of(shown)
    shown.later(lambda: drop._curtain.show_over(limits("nl")))
    return shown.window
