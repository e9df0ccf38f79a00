"""What an editor is told while typing."""

from lsprotocol import types

from tests.desks import Desk
from tests.language_server.client import Editor, editor, played


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

    played(typed())
    told = desk.write("briefings/a.md", text).said()
    assert "briefings/a.md:5:10: error[unknown-reference] there is no actor 'norwey'\n  hint: did you mean 'norway'?" in told


def test_other_files_are_told_of_what_changed(desk: Desk) -> None:
    """Those that name it at once; what takes a look at all comes after."""
    desk.actor("norway").brief("a", "what_to_expect: [{id: rain, text: It rains all day in Oslo., by: 2025-12-31}]\n")
    desk.brief("b", "what_to_expect: [{id: 'a:rain', likelihood: likely}]\n")
    text = (desk.root / "briefings/a.md").read_text("utf-8")

    def rules(here: Editor, file: str) -> set[object]:
        return {one.code for one in here.told.get(here.uri(file), [])}

    async def typed() -> None:
        async with editor(desk) as here:
            await here.open("briefings/a.md")
            await here.type("briefings/a.md", text.replace("id: rain", "id: snow"))
            await here.until(lambda: "unknown-reference" in rules(here, "briefings/b.md"))
            await here.type("briefings/a.md", text)
            await here.until(lambda: "unknown-reference" not in rules(here, "briefings/b.md"))
            await here.type("briefings/a.md", text.replace("A title", "A title, b"))
            await here.until(lambda: "same-title" in rules(here, "briefings/a.md") | rules(here, "briefings/b.md"))
            desk.write("content/topics.yml", "a: {name: A, broader: a}\n")
            here.changed_on_disk("content/topics.yml")
            await here.until(lambda: rules(here, "content/topics.yml") == {"broader-circle"})

    played(typed())


def test_settings_that_cannot_be_used_are_told_and_mended(desk: Desk) -> None:
    """The server waits for them, and begins once they are right."""
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.brief("a", "actors: [nobody]\n").write("mkdocs.yml", config.replace("Europe/Kyiv", "Europe/Nowhere"))

    async def typed() -> None:
        async with editor(desk, waits=False) as here:
            await here.until(lambda: bool(here.shown))
            assert "Europe/Nowhere" in here.shown[0]
            document = types.TextDocumentItem(here.uri("briefings/a.md"), "markdown", 1, (desk.root / "briefings/a.md").read_text("utf-8"))
            here.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
            desk.write("mkdocs.yml", config)
            here.changed_on_disk("mkdocs.yml")
            await here.until(lambda: bool(here.told.get(here.uri("briefings/a.md"))))

    played(typed())


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

    played(typed())
