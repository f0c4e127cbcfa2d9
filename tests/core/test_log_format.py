"""The vectors of docs/log-format.md, computed from that page alone and by the product."""

from __future__ import annotations

import json
from hashlib import sha256, shake_256
from pathlib import Path
from typing import Any

import pytest

from kcr2desk.core import chain
from kcr2desk.core.changes import Change, Changeset, Code, Effect, How

PAGE = Path(__file__).parents[2] / "docs" / "log-format.md"
EPOCH = "01a0a3f4-0000-7000-8000-0000000000e0"
DEVICE = "01a0a3f4-8c00-7000-8000-00000000000d"
REPORT = "01a0a3f4-8c00-7000-8000-000000000002"
FIRE = 'Heidebrand \N{FIRE} "groot"'

ENTRIES: list[dict[str, Any]] = [
    {
        "id": "01a0a3f4-8c00-7000-8000-000000000001",
        "made_at": 1795480000000,
        "salt": bytes(range(16)),
        "asked": [
            ("new", {"title": "Heidebrand Hoog Buurlo", "caller": "Jansen",
                     "audience": ["VR06", "government"]})
        ],
        "effect": [],
        "logged_at": 1795480001000,
    },
    {
        "id": "01a0a3f4-8c00-7000-8000-000000000003",
        "made_at": 1795480060000,
        "salt": b"\xff" * 16,
        "asked": [
            ("edit", {"title": ["Heidebrand Hoog Buurlo", FIRE],
                      "audience": {"add": [], "take": ["government"]}})
        ],
        "effect": [("withdraw", {}), ("release", {"title": "x"})],
        "logged_at": 1795480061000,
    },
]  # fmt: skip


def dumped(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def by_the_page() -> list[dict[str, str]]:
    """Everything in the tables, from the text of the page."""
    out = []
    device, previous = bytes(32), bytes(32)
    for seq, entry in enumerate(ENTRIES, 1):
        count = sum(max(1, len(f)) for _, f in entry["asked"] + entry["effect"])
        salts = [shake_256(entry["salt"]).digest(16 * count)[16 * i :][:16] for i in range(count)]
        named: dict[str, str] = {"salts": "".join(s.hex() for s in salts)}

        def leaves(changes, salts=salts, named=named):
            for index, (how, fields) in enumerate(changes):
                for name in sorted(fields) or [""]:
                    place = f"{index}\0report\0{REPORT}\0{how}\0{name}\0".encode()
                    leaf = sha256(salts.pop(0) + place + dumped(fields.get(name))).digest()
                    named.setdefault(f"leaf {name}", leaf.hex())
                    yield leaf

        head = [entry["id"], DEVICE, seq, "jan", "national", entry["made_at"], 1, ""]
        asked = sha256(
            b"asked\0" + sha256(dumped(head)).digest() + b"".join(leaves(entry["asked"]))
        ).digest()
        came = sha256(dumped(["applied", [], entry["logged_at"]])).digest()
        effect = sha256(b"effect\0" + came + b"".join(leaves(entry["effect"]))).digest()
        digest = sha256(asked + effect).digest()
        device = sha256(b"device\0" + device + asked).digest()
        place = dumped([EPOCH, "national", seq, "applied"])
        previous = sha256(b"entry\0" + previous + digest + place).digest()
        named |= {
            "asked root": asked.hex(),
            "device hash": device.hex(),
            "digest": digest.hex(),
            "hash": previous.hex(),
        }
        out.append(named)
    return out


def in_the_page() -> list[dict[str, str]]:
    tables = PAGE.read_text(encoding="utf-8").split("**Entry ")[1:]
    return [
        {
            cells[1].strip(): cells[2].replace("`", "").replace(" ", "")
            for line in table.splitlines()
            if len(cells := line.split("|")) == 4 and "`" in cells[2]
        }
        for table in tables
    ]


@pytest.mark.parametrize("number", [0, 1])
def test_the_page_says_what_it_computes(number) -> None:
    told = in_the_page()[number]
    assert told.items() <= by_the_page()[number].items()
    assert {"asked root", "device hash", "digest", "hash"} <= told.keys()


def test_the_product_computes_what_the_page_says() -> None:
    device = previous = chain.GENESIS
    for seq, (entry, told) in enumerate(zip(ENTRIES, in_the_page(), strict=True), 1):
        asked = tuple(Change("report", REPORT, How(h), f) for h, f in entry["asked"])
        effect = Effect((), tuple(Change("report", REPORT, How(h), f) for h, f in entry["effect"]))
        changeset = Changeset(
            entry["id"], DEVICE, seq, "jan", "national", entry["made_at"], 1,
            entry["salt"].hex(), asked,
        )  # fmt: skip
        root = chain.asked_root(changeset)
        digest = chain.entry_digest(changeset, Code.APPLIED, effect, entry["logged_at"])
        device = chain.device_link(device, root)
        previous = chain.link(previous, EPOCH, "national", seq, Code.APPLIED, digest)
        assert root.hex() == told["asked root"]
        assert digest.hex() == told["digest"]
        assert (device, previous) == (told["device hash"], told["hash"])
