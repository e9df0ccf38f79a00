"""A slip of YAML in one field: help goes on in the others, above it and below it, and their mistakes are told."""

import pytest

from tests.desks import Desk
from tests.language_server.client import editor, played

FILE = "briefings/a.md"
SLIPS = {
    "a bracket": "topics: [sea",
    "a brace": "image: {src: gate.png, alt: A gate",
    "a quote": 'summary: "They met',
    "a colon": "summary: Talks: in Oslo",
    "a tab": "summary: They met\n\tin Oslo",
    "a bracket in a list": (
        "timeline:\n  - {id: riyadh, when: 2025-02-18, title: They meet, actors: [norway}\n  - {id: kyiv, when: 2025-02-19, title: Again}"
    ),
    "a name alone": "bottom_line",
}
FIELDS = """\
actors: [nor]
key_takeaways:
  - {text: It is so., sources: [wi]}
what_to_expect:
  - text: It rains.
    conf
    by: 2025-12-31
"""
ASKED = {"actors: [nor": "norway", "sources: [wi": "wire", "    conf": "confidence"}
FRAME = """\
---
title: A
published: 2025-03-01
{above}sources: [{{id: wire, publisher: The Wire, title: No deal}}]
{below}---
See [it](nowhere.md).
"""


@pytest.mark.parametrize("slip", SLIPS)
def test_help_goes_on_beside_a_slip(desk: Desk, slip: str) -> None:
    desk.actor("norway").brief("a")
    shapes = {
        "above": FRAME.format(above=f"{SLIPS[slip]}\n", below=FIELDS),
        "below": FRAME.format(above=FIELDS, below=f"{SLIPS[slip]}\n"),
    }

    async def typed() -> None:
        async with editor(desk) as here:
            await here.open(FILE, FRAME.format(above="", below=""))
            for where, text in shapes.items():
                await here.type(FILE, text)
                for mark, label in ASKED.items():
                    assert label in [one.label for one in await here.offered(FILE, mark)], (where, mark)
            await here.type(FILE, shapes["above"].replace("---\nSee", "bott\n---\nSee"))
            assert "bottom_line" in [one.label for one in await here.offered(FILE, "\nbott")]

    played(typed())


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_hides_no_other_mistake(desk: Desk, slip: str) -> None:
    desk.actor("norway").brief("a")
    fields = FIELDS.replace("    conf\n", "    confidence: middling\n")

    async def typed() -> None:
        async with editor(desk) as here:
            for above, below in ((f"{SLIPS[slip]}\n", fields), (fields, f"{SLIPS[slip]}\n")):
                text = FRAME.format(above=above, below=below)
                found = await (here.open if not here.told else here.type)(FILE, text)
                told = {(str(one.code), text.split("\n")[one.range.start.line].strip()) for one in found}
                assert {
                    ("unknown-reference", "actors: [nor]"),
                    ("unknown-reference", "- {text: It is so., sources: [wi]}"),
                    ("unknown-value", "confidence: middling"),
                    ("missing-link", "See [it](nowhere.md)."),
                } <= told, told
                assert "yaml" in {code for code, _ in told} or slip == "a name alone"

    played(typed())


def test_brackets_may_go_over_lines(desk: Desk) -> None:
    """What stands further in than their field is in them still, and so is what ends with a comma."""
    desk.actor("norway").brief("a")

    async def typed() -> None:
        async with editor(desk) as here:
            await here.open(FILE, FRAME.format(above="actors: [\n  who,\n  nor\nimage: {\nsrc: a.png,\n  al\n", below=""))
            assert [one.label for one in await here.offered(FILE, "\n  nor")] == ["norway"]
            assert "alt" in [one.label for one in await here.offered(FILE, "\n  al")]

    played(typed())
