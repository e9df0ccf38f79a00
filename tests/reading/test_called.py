"""What a thing is called stands under `name` or `title`: who takes the wrong word is understood, or told the right one."""

from typing import get_type_hints

import pytest

from spotbrief.model.kinds import KINDS
from tests.desks import Desk

OTHER = {"name": "title", "title": "name"}
CALLED = {kind.name: word for kind in KINDS.values() for word in OTHER if word in get_type_hints(kind.thing)}
"""The word of each kind; statements have none."""
MORE = {"actors": "type: state\n", "events": "when: 2025-03\n", "briefings": "published: 2025-03-01\nbody: B.\n"}
"""What a thing is not whole without, beside it."""


def _path(kind: str) -> str:
    if KINDS[kind].is_single:
        return f"content/{kind}.yml"
    return "briefings/x.yml" if kind == "briefings" else f"content/{kind}/x.yml"


def test_every_kind_has_one_word() -> None:
    """A kind with both would say which is which."""
    assert {*KINDS} - {*CALLED} == {"statements"}
    assert not [kind for kind in CALLED if {*OTHER} <= {*get_type_hints(KINDS[kind].thing)}]


@pytest.mark.parametrize("kind", CALLED)
def test_the_other_word_is_understood_or_mended(kind: str, desk: Desk) -> None:
    """Either it means the same, or the message has the line to write; that line is right."""
    ours, path, more = CALLED[kind], _path(kind), MORE.get(kind, "")
    said = desk.write(path, f"{OTHER[ours]}: The Thing\n{more}").said()
    if said:
        assert f"{path}:1:1: error[unknown-field] there is no field '{OTHER[ours]}' here\n  hint: write {ours}: The Thing" in said
        assert desk.write(path, f"{ours}: The Thing\n{more}").said() == ""
    (thing,) = (one for name, one in desk.examine().corpus.desk.things() if name == kind)
    assert getattr(thing, ours) == "The Thing"
