"""Translations: what they may say is offered, the original is shown and found, and ids are the same in both."""

import re
from collections.abc import Awaitable, Callable

import pytest

from tests.desks import CONFIG, Desk
from tests.language_server.client import Editor, editor, played

TALKS = """\
---
title: Talks in Riyadh
published: 2025-03-03
bottom_line: There is no deal.
actors: [saudi-arabia]
key_takeaways:
  - {id: meet-again, text: The two sides meet again., sources: [wire]}
  - {id: no-deal, text: There is no deal yet.}
what_to_expect:
  - id: second-round
    text: A second round takes place.
    likelihood: likely
    by: 2025-05-31
    criteria: Both capitals say so.
    indicators: [A plane lands.]
    revisions: [{when: 2025-04-02, likelihood: very likely, why: A date is named.}]
  - {id: "calls:hot-line", likelihood: likely, why: It was opened.}
timeline:
  - {id: riyadh-1, when: 2025-03-02, title: The first round}
statements:
  - {id: on-pace, actor: saudi-arabia, issue: pace, when: 2025-03-02, text: There is no hurry.}
image: {src: gate.svg, alt: A gate}
sources: [{id: wire, publisher: The Wire, title: No deal yet}]
---
They met in [[saudi-arabia|Riyadh]].
"""
UK = """\
---
title: Переговори
key_takeaways:
  - {id: no-deal, text: Угоди немає.}
what_to_expect:
  - id: second-round
    text: Буде другий раунд.
    revisions: [{when: 2025-04-02, why: Дату названо.}]
  - {id: "calls:hot-line", why: Її відкрили.}
timeline:
  - {id: riyadh-1, title: Перший раунд}
statements:
  - {id: on-pace, text: "[[saudi-arabia]] не поспішає."}
translators: [olena]
translated_from:
  key_takeaways.no-deal.text: aaaaaaaa
  what_to_expect.second-round.text: bbbbbbbb
  "what_to_expect.calls:hot-line.why": cccccccc
---
Зустрілися в [[saudi-arabia|Ер-Ріяді]]; див. [раунд](#judgement:second-round) і [лінію](calls.md#judgement:hot-line).
"""
LATER = """\
---
title: Later
published: 2025-04-01
what_to_expect: [{id: "talks:second-round", likelihood: very likely}]
timeline: [{id: riyadh-1}]
---
See [it](talks.md#judgement:second-round), [this](talks.md#takeaway:no-deal), [that](talks.md#statement:on-pace),
[the round](talks.md#event:riyadh-1), `[code](talks.md#judgement:second-round)`, and [another](calls.md#judgement:second-round).
"""
CALLS = """\
---
title: Calls
published: 2025-02-21
what_to_expect:
  - {id: hot-line, text: A hot line opens., likelihood: likely, by: 2025-12-31}
---
As [they say](#judgement:hot-line).
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"/>'
FILE, ORIGINAL = "briefings/talks.uk.md", "briefings/talks.md"


@pytest.fixture
def spoken(desk: Desk) -> Desk:
    """A desk in two languages."""
    desk.write("mkdocs.yml", CONFIG.replace("{timezone: Europe/Kyiv}", "{timezone: Europe/Kyiv, languages: {en: English, uk: Українська}}"))
    desk.actor("saudi-arabia", "type: state\ndescription: A kingdom.\n", "Saudi Arabia").write(
        "content/issues.yml", "pace: {title: Pace}\n"
    )
    desk.write("content/authors.yml", "olena: {name: Olena}\n").write("content/topics.yml", "sea: {name: Sea}\nair: {name: Air}\n")
    desk.write("briefings/gate.svg", DRAWING).write("briefings/gate.uk.svg", DRAWING)
    desk.write("briefings/later.md", LATER).write("briefings/calls.md", CALLS)
    return desk.write(ORIGINAL, TALKS).write(FILE, UK)


def in_editor(desk: Desk, act: Callable[[Editor], Awaitable[None]], *files: str) -> None:
    async def opened() -> None:
        async with editor(desk) as here:
            for file in files or (FILE,):
                await here.open(file)
            await act(here)

    played(opened())


def head(typed: str) -> str:
    return f"---\n{typed}\n---\nТекст.\n"


OFFERED = {
    "texts of the original": ("", "---\n", ["title", "bottom_line", "image", "key_takeaways"]),
    "ids not yet translated first": ("key_takeaways:\n  - {id: no-deal, text: Ні.}\n  - {id: ", "\n  - {id: ", ["meet-again", "no-deal"]),
    "entries": ("what_to_expect:\n  - ", "what_to_expect:\n  - ", ["second-round", "calls:hot-line"]),
    "entries below a list": ("statements:\n  ", "statements:\n  ", ["on-pace"]),
    "an event": ("timeline: [{id: r", "{id: r", ["riyadh-1"]),
    "texts of an entry": (
        "what_to_expect:\n  - id: second-round\n    ",
        "second-round\n    ",
        ["text", "criteria", "indicators", "revisions"],
    ),
    "texts of a later word": ('what_to_expect:\n  - id: "calls:hot-line"\n    ', 'hot-line"\n    ', ["why"]),
    "a day": ("what_to_expect:\n  - id: second-round\n    revisions: [{when: ", "[{when: ", ["2025-04-02"]),
    "what is not there yet in braces": ("key_takeaways: [{id: no-deal, ", "no-deal, ", ["text"]),
    "a picture": ("image: {src: gate.u", "gate.u", ["gate.uk.svg"]),
    "a name": ("translators: [ol", "[ol", ["olena"]),
}
"""What is typed, behind what is asked, and what is offered, the best first."""


@pytest.mark.parametrize("what", OFFERED)
def test_what_a_translation_may_say_is_offered(spoken: Desk, what: str) -> None:
    """Also where its YAML is half typed; ids first of what is not translated, and no facts."""
    typed, mark, labels = OFFERED[what]

    async def ask(here: Editor) -> None:
        await here.type(FILE, f"---\n{typed}\n---\nТекст.\n")
        found = [one.label for one in sorted(await here.offered(FILE, mark), key=lambda one: one.sort_text or one.label)]
        assert found[: len(labels)] == labels
        assert {"published", "likelihood", "by", "actors"}.isdisjoint(found)
        assert typed == "" or len(found) == len(labels)

    in_editor(spoken, ask)


def test_a_translation_in_yaml_is_helped_likewise(spoken: Desk) -> None:
    (spoken.root / FILE).unlink()
    file = "briefings/talks.uk.yml"
    spoken.write(file, "title: Т\nkey_takeaways:\n  - {id: m\n").write(FILE, "Текст.\n")

    async def ask(here: Editor) -> None:
        assert [one.label for one in await here.offered(file, "{id: m")] == ["meet-again", "no-deal"]
        assert await here.definition(file, "title: Т") == (ORIGINAL, 2)

    in_editor(spoken, ask, file)


def test_the_original_is_shown_and_found(spoken: Desk) -> None:
    async def look(here: Editor) -> None:
        assert "There is no deal yet." in await here.hover(FILE, "Угоди")
        assert "There is no deal yet." in await here.hover(FILE, "{id: no-d")
        assert "A second round takes place." in await here.hover(FILE, "- id: sec")
        assert "A date is named." in await here.hover(FILE, "why: Дату")
        assert "It was opened." in await here.hover(FILE, "why: Її")
        assert "Talks in Riyadh" in await here.hover(FILE, "titl")
        assert "Olena" in await here.hover(FILE, "translators: [ol")
        assert await here.definition(FILE, "Угоди") == (ORIGINAL, 8)
        assert await here.definition(FILE, "{id: no-d") == (ORIGINAL, 8)
        assert await here.definition(FILE, "- id: sec") == (ORIGINAL, 10)
        assert await here.definition(FILE, "why: Її") == (ORIGINAL, 17)
        assert await here.definition(FILE, "Переговори") == (ORIGINAL, 2)

    in_editor(spoken, look)


def test_translations_and_links_name_parts_too(spoken: Desk) -> None:
    async def look(here: Editor) -> None:
        named = [(ORIGINAL, 10), (FILE, 6), (FILE, 17), (FILE, 20), ("briefings/later.md", 4), ("briefings/later.md", 7)]
        for file, mark in (
            (FILE, "- id: sec"),
            (ORIGINAL, "- id: sec"),
            ("briefings/later.md", "talks:sec"),
            ("briefings/later.md", "#judgement:sec"),
        ):
            assert sorted(await here.references(file, mark)) == sorted(named), mark
        assert await here.definition("briefings/later.md", "#takeaway:no") == (ORIGINAL, 8)
        assert "There is no hurry." in await here.hover("briefings/later.md", "#statement:on")
        assert await here.definition(FILE, "в [[sau") == ("content/actors/saudi-arabia.yml", 1)
        assert {(FILE, 13), (FILE, 20)} <= set(await here.references(ORIGINAL, "[[sau"))

    in_editor(spoken, look, FILE, ORIGINAL, "briefings/later.md")


def told(desk: Desk) -> list[str]:
    """What is wrong, without columns, which move."""
    return sorted(re.sub(r":\d+:\d+:", ":", str(one)) for one in desk.examine().problems)


RENAMED = {
    "a judgement": (FILE, "- id: sec", "third-round", "second-round", {ORIGINAL: 1, FILE: 3, "briefings/later.md": 2}),
    "a takeaway": (ORIGINAL, "id: no-d", "still-open", "no-deal", {ORIGINAL: 1, FILE: 2, "briefings/later.md": 1}),
    "a statement": ("briefings/later.md", "#statement:on", "slowly", "on-pace", {ORIGINAL: 1, FILE: 1, "briefings/later.md": 1}),
    "an event": (FILE, "{id: riy", "meeting", "riyadh-1", {ORIGINAL: 1, FILE: 1, "briefings/later.md": 2}),
    "an earlier judgement": ("briefings/calls.md", "{id: hot", "red-line", "hot-line", {ORIGINAL: 1, FILE: 3, "briefings/calls.md": 2}),
    "an earlier briefing": ("briefings/later.md", "calls", "phone", "calls", {ORIGINAL: 1, FILE: 3, "briefings/later.md": 1}),
    "an actor": (FILE, "в [[sau", "saudi", "saudi-arabia", {ORIGINAL: 3, FILE: 2}),
}


@pytest.mark.parametrize("what", RENAMED)
def test_a_new_id_is_written_in_links_and_translations(spoken: Desk, what: str) -> None:
    """From wherever it is named: afterwards everything that was found is found, and what stands in code stays."""
    file, mark, new, old, written = RENAMED[what]
    before = told(spoken)

    async def rename(here: Editor) -> None:
        await here.renamed(file, mark, new)

    in_editor(spoken, rename, FILE, ORIGINAL, "briefings/later.md", "briefings/calls.md")
    for path, times in written.items():
        text = (spoken.root / path).read_text("utf-8")
        assert text.count(new) == times, text
        assert "`[code](talks.md#judgement:second-round)`" in text or path != "briefings/later.md"
    assert old not in (spoken.root / FILE).read_text("utf-8")
    assert sorted(one.replace(new, old) for one in told(spoken)) == before


def test_a_briefing_takes_its_translations_along(spoken: Desk) -> None:
    async def rename(here: Editor) -> None:
        await here.renamed("briefings/later.md", "(talks", "meeting")

    in_editor(spoken, rename, FILE, ORIGINAL, "briefings/later.md")
    assert {path.name for path in (spoken.root / "briefings").iterdir() if path.suffix == ".md"} == {
        "calls.md",
        "later.md",
        "meeting.md",
        "meeting.uk.md",
    }
    assert "talks" not in (spoken.root / "briefings/later.md").read_text("utf-8").replace("`[code](talks.md", "")
    assert "error" not in spoken.said()


def test_reference_data_is_translated_likewise(spoken: Desk) -> None:
    """In a file beside it, of one thing or of many, and in a block of its own file."""
    spoken.write("content/actors/saudi-arabia.uk.yml", "name: Саудівська Аравія\ndesc: \n").write(
        "content/topics.uk.yml", "sea:\n  name: Море\n\n"
    )
    spoken.write("content/regions.yml", "gulf:\n  name: Gulf\n  description: A sea.\n  uk:\n    name: Затока\n    desc\n")

    async def look(here: Editor) -> None:
        actor, topics, regions = "content/actors/saudi-arabia.uk.yml", "content/topics.uk.yml", "content/regions.yml"
        for file in (actor, topics, regions):
            await here.open(file)
        assert "description" in [one.label for one in await here.offered(actor, "desc")]
        assert "type" not in [one.label for one in await here.offered(actor, "desc")]
        assert await here.definition(actor, "Саудівська") == ("content/actors/saudi-arabia.yml", 1)
        assert "Sea" in await here.hover(topics, "Мо")
        assert await here.definition(topics, "Мо") == ("content/topics.yml", 1)
        assert [one.label for one in await here.offered(topics, "Море\n")] == ["air"]
        assert [one.label for one in await here.offered(regions, "    desc")] == ["description"]
        assert await here.definition(regions, "Затока") == (regions, 2)
        await here.renamed(topics, "se", "ocean")

    in_editor(spoken, look)
    assert "ocean:\n" in (spoken.root / "content/topics.uk.yml").read_text("utf-8")
    assert "ocean: {" in (spoken.root / "content/topics.yml").read_text("utf-8")
