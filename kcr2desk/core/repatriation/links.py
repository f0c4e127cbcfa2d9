"""Who is one human being: counted from the links between records, which are never merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kcr2desk.core.repatriation.people import PersonLink


def clusters(links: Iterable[PersonLink]) -> Mapping[str, frozenset[str]]:
    """For each record that a "same" link joins to another: the ids of all that it is joined to,
    itself among them. Undoing a link is leaving it out, so the order never matters."""
    beside: dict[str, set[str]] = {}
    for link in links:
        if link.verdict == "same":
            beside.setdefault(link.one, set()).add(link.other)
            beside.setdefault(link.other, set()).add(link.one)
    found: dict[str, frozenset[str]] = {}
    for start in beside:
        if start in found:
            continue
        joined, todo = {start}, [start]
        while todo:
            new = beside[todo.pop()] - joined
            joined |= new
            todo += new
        whole = frozenset(joined)
        found |= dict.fromkeys(whole, whole)
    return found
