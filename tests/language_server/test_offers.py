"""What is offered at a place: fields with what they mean, words, ids, dates, links and pictures."""

import pytest

from tests.desks import PNG, Desk
from tests.language_server.client import editor, played

FRONT = "---\ntitle: A\npublished: 2025-03-01\n{}\nsources:\n  - {{id: wire, publisher: The Wire, title: No deal}}\n---\nThe body.\n"

OFFERS = {
    "fields": ("bott", "bott", "bottom_line", "bottom_line: "),
    "a field in a list": ("what_to_expect:\n  - text: It rains.\n    conf", "conf", "confidence", "confidence: "),
    "a field in braces": ("timeline:\n  - {id: x, pla", "pla", "place", "place: "),
    "kinds": ("kind: ass", "kind: ass", "assessment", "assessment"),
    "terms": ("what_to_expect:\n  - text: It rains.\n    likelihood: very", "likelihood: very", "very likely", "very likely"),
    "a confidence": ("what_to_expect: [{text: It rains., confidence: m", "confidence: m", "moderate", "moderate"),
    "an id in brackets": ("actors: [nor", "[nor", "norway", "norway"),
    "a list that is begun": ("actors: nor", "actors: nor", "norway", "[norway]"),
    "an entry below a list": ("actors:\n  nor", "\n  nor", "norway", "- norway"),
    "an entry with a dash": ("topics:\n  - s", "- s", "sea", "sea"),
    "a source of this file": ("key_takeaways:\n  - {text: It is so., sources: [w", "sources: [w", "wire", "wire"),
    "a judgement of another": ("what_to_expect:\n  - id: rai", "id: rai", "b:rain", "b:rain"),
    "an event": ("timeline:\n  - id: ri", "id: ri", "riyadh", "riyadh"),
    "an audience": ("implications:\n  dip", "\n  dip", "diplomats", "diplomats: "),
    "a day": ("embargo: ", "embargo: ", "2025-06-01", "2025-06-01"),
    "a picture": ("image:\n  src: ga", "src: ga", "gate.png", "gate.png"),
    "a mention in a sentence": ("summary: By [[nor", "[[nor", "norway", "norway]]"),
    "a card": ("summary: See [[briefing:b", "[[briefing:b", "b", "b]]"),
}


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, str, str]]]:
    """All that is offered: label, what is written, and what is said of it."""
    desk = Desk(tmp_path_factory.mktemp("desk")).actor("norway").write("content/topics.yml", "sea: {name: Sea}\n").brief("a")
    timeline = "timeline: [{id: riyadh, when: 2025-02-18, title: They meet}]\n"
    desk.brief("b", f"what_to_expect: [{{id: rain, text: It rains., by: 2025-12-31}}]\n{timeline}").write("briefings/gate.png", PNG)
    found = dict[str, list[tuple[str, str, str]]]()

    async def ask() -> None:
        async with editor(desk) as here:
            await here.open("briefings/a.md")
            for what, (typed, mark, _, _) in OFFERS.items():
                await here.type("briefings/a.md", FRONT.format(typed))
                items = await here.offered("briefings/a.md", mark)
                edits = [one.text_edit.new_text if one.text_edit else "" for one in items]
                said = [str(one.detail or one.documentation or "") for one in items]
                found[what] = [(one.label, edit, about) for one, edit, about in zip(items, edits, said, strict=True)]

    played(ask())
    return found


@pytest.mark.parametrize("what", OFFERS)
def test_it_is_offered(offered: dict[str, list[tuple[str, str, str]]], what: str) -> None:
    _, _, label, written = OFFERS[what]
    assert (label, written) in [(one, text) for one, text, _ in offered[what]]


def test_what_is_offered_says_what_it_is(offered: dict[str, list[tuple[str, str, str]]]) -> None:
    """Fields have the words of the model, terms their bands, ids the names."""
    about = {what: {label: said for label, _, said in items} for what, items in offered.items()}
    assert about["fields"]["bottom_line"] == "One or two sentences for readers who stop here."
    assert about["terms"]["very likely"] == "80–95%"
    assert about["an id in brackets"]["norway"] == "Norway"
    assert about["a day"]["2025-06-01"] == "today"


def test_fields_that_are_there_are_not_offered(offered: dict[str, list[tuple[str, str, str]]]) -> None:
    assert {"title", "published", "sources"}.isdisjoint(label for label, _, _ in offered["fields"])
    assert "text" not in {label for label, _, _ in offered["a field in a list"]}
