"""What somebody is called: by a registration, a line of a list, or fields of either."""

from __future__ import annotations

from collections.abc import Mapping

from kcr2desk.core.repatriation.people import ManifestLine, Person

Named = Person | ManifestLine | Mapping[str, object]


def called(of: Named) -> str:
    """`Sanne de Vries`; as it was told in one piece where the parts are not known. "" when nobody
    said a name."""
    parts = [_of(of, name) for name in ("given_names", "prefix", "family_name")]
    whole = " ".join(part for part in parts if part)
    return whole if parts[2] else _of(of, "spoken_name") or _of(of, "full_name") or whole


def family_of(of: Named) -> str:
    """`de Vries`: the family name behind its prefix."""
    return f"{_of(of, 'prefix')} {_of(of, 'family_name')}".strip()


def family_first(of: Named) -> str:
    """`Vries, Sanne de`: as lists are looked through."""
    family = _of(of, "family_name")
    if not family:
        return called(of)
    given = f"{_of(of, 'given_names')} {_of(of, 'prefix')}".strip()
    return f"{family}, {given}" if given else family


def _of(of: Named, name: str) -> str:
    value = of.get(name) if isinstance(of, Mapping) else getattr(of, name, "")
    return str(value or "")
