"""Links between persons and lines: who is one human being, verdicts, and taking them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core.changes import Change, How
from kcr2desk.core.merge import lay_over
from kcr2desk.core.records import build, wire_values
from kcr2desk.core.repatriation import links
from kcr2desk.core.repatriation.links import End, Ruled, clusters, contradictions
from kcr2desk.core.repatriation.people import PersonLink, link_id
from kcr2desk.core.text import Json

STREAM = "operation:x"
ENDS = [End(f"{n:08}-0000-7000-8000-000000000000", "person") for n in range(5)]
PAIRS = list(combinations(range(5), 2))


class Links:
    """Links as a cache holds them."""

    def __init__(self) -> None:
        self.kept: dict[str, PersonLink] = {}

    def known(self, one: int, other: int) -> PersonLink | None:
        return self.kept.get(link_id(ENDS[one].id, ENDS[other].id))

    def apply(self, change: Change | None) -> None:
        if change is None:
            return
        known = self.kept.get(change.id)
        told = None if known is None else _values(known)
        seen = lay_over(told, change)
        assert seen is not None
        made = build("personlink", change.id, STREAM, 1, seen)
        assert isinstance(made, PersonLink)
        self.kept[change.id] = made

    def state(self) -> object:
        """All that is counted from links."""
        found = list(self.kept.values())
        return dict(clusters(found)), contradictions(found), {
            link.id: link.verdict for link in found if link.verdict
        }  # fmt: skip


def _values(link: PersonLink) -> dict[str, Json]:
    names = ("one", "one_type", "other", "other_type", "verdict", "reasons", "score", "by")
    told = wire_values("personlink", {name: getattr(link, name) for name in names})
    return {"removed": link.removed, **told}


def told(*verdicts: tuple[int, int, str]) -> Links:
    made = Links()
    for one, other, verdict in verdicts:
        rule = getattr(links, verdict)
        made.apply(rule(ENDS[one], ENDS[other], made.known(one, other), "jansen"))
    return made


def test_a_chain_of_links_is_one_human_being() -> None:
    made = told((0, 1, "same"), (2, 1, "same"), (3, 4, "different"))
    found = clusters(made.kept.values())
    assert found[ENDS[0].id] == {ENDS[n].id for n in (0, 1, 2)}
    assert ENDS[3].id not in found
    gone = [replace(link, removed=True) for link in made.kept.values()]
    assert clusters(gone) == {}


def test_verdicts_that_cannot_all_be_true_are_named_with_the_chain() -> None:
    made = told((0, 1, "same"), (1, 2, "same"), (0, 2, "different"))
    (found,) = contradictions(made.kept.values())
    assert found.link == made.known(0, 2)
    assert found.chain == tuple(ENDS[n].id for n in (0, 1, 2))
    made.apply(links.later(ENDS[0], ENDS[2], made.known(0, 2), "jansen"))
    assert contradictions(made.kept.values()) == ()


def test_two_desks_that_say_the_same_write_the_same() -> None:
    one = links.same(ENDS[0], ENDS[1], None, "jansen", ("document",), 990)
    other = links.same(ENDS[1], ENDS[0], None, "jansen", ("document",), 990)
    assert one == other
    assert one is not None
    assert one.how is How.NEW


def test_what_was_said_already_is_not_said_again() -> None:
    made = told((0, 1, "same"))
    assert links.same(ENDS[1], ENDS[0], made.known(0, 1), "piet") is None


def test_a_proposal_never_alters_a_verdict() -> None:
    made = told((0, 1, "different"))
    before = made.state()
    made.apply(links.propose(ENDS[0], ENDS[1], ("birth",), 900))
    assert made.state() == before


def test_what_somebody_ruled_since_is_not_taken_back() -> None:
    made = Links()
    change = links.same(ENDS[0], ENDS[1], None, "jansen")
    assert change is not None
    made.apply(change)
    made.apply(links.different(ENDS[0], ENDS[1], made.known(0, 1), "piet"))
    assert links.undo(change, made.known(0, 1)) is None
    assert links.undo(change, None) is None


def test_nobody_is_asked_what_follows_from_what_was_said() -> None:
    made = told((0, 1, "same"), (1, 2, "same"), (2, 3, "different"))
    ruled = Ruled(made.kept.values())
    for one, other, known in ((0, 2, True), (0, 3, True), (1, 3, True), (3, 4, False)):
        assert ((ENDS[one].id, ENDS[other].id) in ruled) is known
        assert ((ENDS[other].id, ENDS[one].id) in ruled) is known


VERDICT = st.sampled_from(["same", "different", "later"])


@given(
    before=st.lists(st.tuples(st.sampled_from(PAIRS), VERDICT), max_size=6),
    merged=st.lists(st.tuples(st.sampled_from(PAIRS), VERDICT), min_size=1, max_size=4,
                    unique_by=lambda each: each[0]),
    order=st.randoms(use_true_random=False),
    proposed=st.lists(st.sampled_from(PAIRS), max_size=4),
)  # fmt: skip
def test_merges_are_undone_in_any_order(
    before: Sequence[tuple[tuple[int, int], str]],
    merged: Sequence[tuple[tuple[int, int], str]],
    order: object,
    proposed: Sequence[tuple[int, int]],
) -> None:
    made = Links()
    for one, other in proposed:
        made.apply(links.propose(ENDS[one], ENDS[other], ("birth",), 900))
    for (one, other), verdict in before:
        made.apply(getattr(links, verdict)(ENDS[one], ENDS[other], made.known(one, other), "a"))
    was = made.state()
    changes = []
    for (one, other), verdict in merged:
        change = getattr(links, verdict)(ENDS[one], ENDS[other], made.known(one, other), "b")
        if change is not None:
            changes.append(change)
            made.apply(change)
    order.shuffle(changes)  # type: ignore[attr-defined]
    for change in changes:
        made.apply(links.undo(change, made.kept.get(change.id)))
    assert made.state() == was
