"""What a thing is, where it is told, where it is named, and a new name for it."""

from collections.abc import Awaitable, Callable

import pytest

from tests.desks import Desk
from tests.language_server.client import Editor, editor, played

A = """\
---
title: Talks in Київ
published: 2025-03-01
actors: [norway]
key_takeaways: [{text: "[[norway|Oslo]] agreed.", sources: [wire]}]
what_to_expect:
  - id: rain
    text: It rains in Oslo.
    likelihood: likely
    confidence: moderate
    by: 2025-12-31
timeline:
  - {id: riyadh, when: 2025-02-18, title: Delegations meet in Riyadh, actors: [norway]}
sources:
  - {id: wire, publisher: The Wire, title: No deal yet}
---
Київ 𝕏 and [[norway]] and `[[norway]]` and [[norway|it]].

## What then

See [b](b.yml).
"""
B = """\
title: Another one
published: 2025-03-02
related: [a]
what_to_expect: [{id: "a:rain", likelihood: very likely}]
timeline: [{id: riyadh}]
body: |
  See [[briefing:a]] and [the talks](a.md).

  [[briefing:a]]
"""


def in_editor(desk: Desk, act: Callable[[Editor], Awaitable[None]]) -> None:
    """Does something in an editor that has both briefings open."""
    desk.actor("norway", "type: state\nother_names: [Норвегія]\ndescription: A kingdom.\n")
    desk.write("briefings/a.md", A).write("briefings/b.yml", B).write("content/topics.yml", "sea: {name: Sea}\n")

    async def opened() -> None:
        async with editor(desk) as here:
            await here.open("briefings/a.md")
            await here.open("briefings/b.yml")
            await act(here)

    played(opened())


def test_a_thing_is_shown_where_it_is_named(desk: Desk) -> None:
    async def shown(here: Editor) -> None:
        assert "A kingdom." in await here.hover("briefings/a.md", "actors: [nor")
        assert "Норвегія" in await here.hover("briefings/a.md", "𝕏 and [[nor")
        judgement = await here.hover("briefings/b.yml", '"a:ra')
        assert "It rains in Oslo." in judgement
        assert "Now: very likely, moderate confidence; first: likely, moderate confidence" in judgement
        assert "Open" in judgement
        assert "2025-02-18" in await here.hover("briefings/b.yml", "timeline: [{id: ri")
        assert await here.hover("briefings/a.md", "likelihood: li") == "**likely**: 55–80%"
        assert "How sure the desk was at first" in await here.hover("briefings/a.md", "confid")
        assert "The Wire" in await here.hover("briefings/a.md", "sources: [wi")
        assert await here.hover("briefings/a.md", "See ") == ""

    in_editor(desk, shown)


def test_it_is_told_in_one_place_and_named_in_many(desk: Desk) -> None:
    async def found(here: Editor) -> None:
        assert await here.definition("briefings/a.md", "actors: [nor") == ("content/actors/norway.yml", 1)
        assert await here.definition("briefings/b.yml", '"a:ra') == ("briefings/a.md", 7)
        assert await here.definition("briefings/b.yml", "timeline: [{id: ri") == ("briefings/a.md", 13)
        assert await here.definition("briefings/a.md", "sources: [wi") == ("briefings/a.md", 15)
        assert await here.definition("briefings/b.yml", "(a.") == ("briefings/a.md", 2)
        named = await here.references("briefings/a.md", "actors: [nor")
        assert named == [("briefings/a.md", line) for line in (4, 5, 13, 17, 17)]
        assert await here.references("briefings/b.yml", "related: [a") == [("briefings/b.yml", line) for line in (3, 7, 7, 9)]
        assert (
            await here.references("briefings/a.md", "id: ra")
            == await here.references("briefings/b.yml", "a:ra")
            == [("briefings/a.md", 7), ("briefings/b.yml", 4)]
        )
        assert await here.references("briefings/a.md", "id: wi") == [("briefings/a.md", 5), ("briefings/a.md", 15)]

    in_editor(desk, found)


RENAMED = {
    "an actor": ("briefings/a.md", "actors: [nor", "norge", "content/actors/norge.yml", "former_slugs: [norway]"),
    "a briefing": ("briefings/b.yml", "related: [a", "2025-03-01-talks", "briefings/2025-03-01-talks.md", "former_slugs: [a]"),
    "a judgement": ("briefings/b.yml", '"a:ra', "snow", "briefings/a.md", "id: snow"),
    "an event": ("briefings/a.md", "id: ri", "riyadh-1", "briefings/b.yml", "{id: riyadh-1}"),
    "a source": ("briefings/a.md", "id: wi", "reuters", "briefings/a.md", "sources: [reuters]"),
}


@pytest.mark.parametrize("what", RENAMED)
def test_a_new_id_is_written_everywhere(desk: Desk, what: str) -> None:
    """In one step: afterwards the desk has the problems that it had before, and the old address leads on."""
    file, mark, new, written, text = RENAMED[what]

    async def rename(here: Editor) -> None:
        await here.renamed(file, mark, new)

    in_editor(desk, rename)
    assert text in (desk.root / written).read_text("utf-8")
    assert "`[[norway]]`" in "".join(path.read_text("utf-8") for path in (desk.root / "briefings").iterdir())
    told = desk.said()
    assert "error" not in told, told


def test_a_file_that_gets_another_name_takes_its_id_along(desk: Desk) -> None:
    """As where the id is renamed in a text."""

    async def rename(here: Editor) -> None:
        await here.renamed_file("briefings/a.md", "briefings/talks.md")

    in_editor(desk, rename)
    assert "former_slugs: [a]" in (desk.root / "briefings/talks.md").read_text("utf-8")
    assert 'id: "talks:rain"' in (desk.root / "briefings/b.yml").read_text("utf-8")
    assert "error" not in desk.said()


def test_an_id_that_is_taken_or_unsafe_is_refused(desk: Desk) -> None:
    async def rename(here: Editor) -> None:
        for new, why in (("b", "the id 'b' is taken"), ("x y", "cannot be an address")):
            with pytest.raises(Exception, match=why):
                await here.renamed("briefings/b.yml", "related: [a", new)

    in_editor(desk, rename)


def test_an_outline_has_the_parts_of_a_text(desk: Desk) -> None:
    async def outlined(here: Editor) -> None:
        assert await here.outline("briefings/a.md") == [
            "Talks in Київ",
            "Key takeaways",
            "  [[norway|Oslo]] agreed.",
            "What to expect",
            "  It rains in Oslo.",
            "Timeline",
            "  Delegations meet in Riyadh",
            "Sources",
            "  No deal yet",
            "What then",
        ]

    in_editor(desk, outlined)


def test_a_quick_fix_writes_what_the_hint_says(desk: Desk) -> None:
    typed = A.replace("likelihood: likely", "likelihood: lkely").replace("actors: [norway]\n", "actors: [norwey]\n", 1)

    async def fix(here: Editor) -> None:
        found = await here.type("briefings/a.md", typed)
        assert await here.fixed("briefings/a.md", found) == A

    in_editor(desk, fix)
