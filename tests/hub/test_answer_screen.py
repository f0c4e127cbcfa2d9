"""The answer page in a real browser on a phone's screen, with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kcr2desk.hub.running import RunningHub
from tests.hub.asking import Asking, ask
from tests.hub.chromium import Browser, browser, find_chromium
from tests.hub.line import Caller

Calling = Callable[[str], Caller]


@pytest.fixture(scope="module")
def phone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = find_chromium()
    if program is None:
        pytest.skip("no Chromium on this machine; the page is tested over HTTP only")
    with browser(program, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def running(served: RunningHub) -> RunningHub:
    return served


@pytest.fixture
def asking(caller: Calling) -> Asking:
    lines = (
        {"least": 2, "alternatives": ["fire_basic"], "report_to": "Uitgangsstelling Hoog Buurlo"},
        {"resource": "water_transport", "quantity": 1},
    )
    return ask(caller("jansen"), *lines)


def field(asking: Asking, n: int, name: str) -> str:
    return f'[name="{asking.lines[n]}.{name}"]'


def shown(phone: Browser, selector: str) -> bool:
    return bool(phone.evaluate(f"document.querySelector('{selector}').offsetParent !== null"))


@pytest.mark.parametrize("script", [False, True], ids=["without scripts", "with scripts"])
def test_an_officer_answers_on_a_phone(phone: Browser, asking: Asking, script: bool):
    phone.phone(width=360, script=script)
    phone.open(asking.url() + "?l=nl")
    assert not shown(phone, field(asking, 0, "reason"))
    phone.click(field(asking, 0, "answer") + '[value="part"]')
    assert shown(phone, field(asking, 0, "offered"))
    assert shown(phone, field(asking, 0, "commander"))
    phone.type(field(asking, 0, "offered"), "3")
    phone.type(field(asking, 0, "commander"), "J. Jansen")
    phone.click(field(asking, 1, "answer") + '[value="no"]')
    assert shown(phone, field(asking, 1, "reason"))
    assert not shown(phone, field(asking, 1, "commander"))
    phone.type(field(asking, 1, "reason"), "Zelf nodig")
    phone.type('[name="name"]', "K. de Boer")
    phone.press(".send")  # the role is missing
    assert "Vul in welke functie u heeft." in phone.text()
    assert phone.evaluate(f"document.querySelector('{field(asking, 0, 'offered')}').value") == "3"
    phone.press('[name="do"][value="en"]')
    assert "Your role" in phone.text()
    assert phone.evaluate("document.querySelector('[name=name]').value") == "K. de Boer"
    phone.type('[name="role"]', "OvD")
    phone.press(".send")
    assert "Your answer was received" in phone.text()
    assert (asking.line(0)["answer"], asking.line(0)["offered"]) == ("part", 3)
    assert asking.line(1)["reason"] == "Zelf nodig"


def test_the_enter_key_sends_nothing(phone: Browser, asking: Asking):
    phone.phone()
    phone.open(asking.url() + "?l=nl")
    phone.click(field(asking, 0, "answer") + '[value="yes"]')
    phone.click(field(asking, 1, "answer") + '[value="yes"]')
    phone.type('[name="role"]', "OvD")
    phone.type('[name="name"]', "K. de Boer")
    phone.enter()
    assert "Alles is ingevuld." in phone.text()
    assert asking.values["status"] == "asked"
    assert phone.evaluate("document.querySelector('[name=name]').value") == "K. de Boer"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_the_smallest_screen_and_can_be_read(
    phone: Browser, asking: Asking, scheme: str, language: str, tmp_path: Path
):
    phone.scheme(scheme)
    phone.phone(width=320)
    phone.open(f"{asking.url()}?l={language}")
    phone.click(field(asking, 0, "answer") + '[value="alternative"]')
    phone.press(".send")  # with all that can be wrong
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    outside = phone.evaluate(
        "[...document.querySelectorAll('body *')].filter(e => e.offsetParent"
        " && !e.classList.contains('enter')"
        " && (e.getBoundingClientRect().right > 321 || e.scrollWidth > e.clientWidth + 1"
        " && !['SELECT', 'INPUT', 'SPAN', 'A', 'B'].includes(e.tagName))).map(e => e.outerHTML)"
    )
    assert outside == []
    small = phone.evaluate(
        "[...document.querySelectorAll('button,select,input:not([type=radio]):not([type=hidden]),"
        "textarea,.choices label')].filter(e => e.offsetParent && !e.classList.contains('enter')"
        " && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"
    )
    assert small == []
    assert len(phone.evaluate(COLOURS)) > 20
    low = [c for c in phone.evaluate(COLOURS) if contrast(c[0], c[1]) < 4.5]
    assert low == []
    unlabelled = phone.evaluate(
        "[...document.querySelectorAll('input:not([type=hidden]),select,textarea')]"
        ".filter(e => !e.labels.length).map(e => e.outerHTML)"
    )
    assert unlabelled == []
    phone.picture(tmp_path / "page.png")
    assert (tmp_path / "page.png").stat().st_size > 10_000


COLOURS = """[...document.querySelectorAll('body *')].filter(e => e.offsetParent
 && !e.classList.contains('enter') && [...e.childNodes].some(n => n.nodeType === 3
 && n.data.trim())).map(e => {let g = e; while (g && getComputedStyle(g).backgroundColor
 === 'rgba(0, 0, 0, 0)') g = g.parentElement;
 return [getComputedStyle(e).color, getComputedStyle(g || document.body).backgroundColor,
 e.outerHTML.slice(0, 80)]})"""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours "rgb(r, g, b)" (WCAG 2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
