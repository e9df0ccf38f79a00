"""What an editor is told while typing."""

import asyncio

from tests.desks import Desk
from tests.language_server.client import editor


def test_a_mistake_is_told_as_check_tells_it(desk: Desk) -> None:
    """In the same words, with its rule, at its place in UTF-16, before anything is saved."""
    desk.actor("norway").brief("a")
    text = (
        "---\ntitle: A\npublished: 2025-03-01\nkey_takeaways: [{text: 𝕏𝕏, nature: fact, sources: [x]}]\nactors: [norwey]\n---\nThe body.\n"
    )

    async def typed() -> None:
        async with editor(desk) as here:
            assert await here.open("briefings/a.md") == []
            found = await here.type("briefings/a.md", text)
            assert [(one.code, one.range.start.line, one.range.start.character, one.range.end.character) for one in found] == [
                ("unknown-reference", 3, 53, 54),
                ("unknown-reference", 4, 9, 15),
            ]
            assert found[1].message == "there is no actor 'norwey'\ndid you mean 'norway'?"
            assert await here.type("briefings/a.md", text.replace("norwey", "norway").replace("[x]", "[]")) != found

    asyncio.run(typed())
    told = desk.write("briefings/a.md", text).said()
    assert "briefings/a.md:5:10: error[unknown-reference] there is no actor 'norwey'\n  hint: did you mean 'norway'?" in told


def test_ids_are_offered_by_any_name(desk: Desk) -> None:
    """Also where the YAML is half typed and cannot be read."""
    desk.actor("volodymyr-zelenskyy", "type: person\nother_names: [Володимир Зеленський]\n", "Volodymyr Zelenskyy").actor("norway").brief(
        "a"
    )
    half = "---\ntitle: A\npublished: 2025-03-01\nactors: [{}\n---\nThe body of [[nor and [[зел\n"

    async def typed() -> None:
        async with editor(desk) as here:
            await here.open("briefings/a.md")
            for word in ("vol", "зел", "Zel"):
                await here.type("briefings/a.md", half.format(word) if word else half)
                (item,) = await here.offered("briefings/a.md", f"actors: [{word}")
                assert item.label == "volodymyr-zelenskyy"
            assert [one.text_edit.new_text for one in await here.offered("briefings/a.md", "[[nor")] == ["norway]]"]  # type: ignore[union-attr]

    asyncio.run(typed())
