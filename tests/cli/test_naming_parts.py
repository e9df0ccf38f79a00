"""`spotbrief check --tidy` gives ids to what goes by a number, and nothing but ids is other then."""

import re
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.origin import Origin
from spotbrief.model.prose import Prose
from tests.cli.run import run
from tests.desks import CONFIG, Desk

FIRST = """\
---
title: A title
published: 2025-03-01
key_takeaways:
  - Rain fell in [[norway|Oslo]].  # so it was said
  - {text: Snow did not., nature: fact, sources: [s]}
  - {id: kept, text: It is kept.}
what_to_expect:
  # The first of two.
  - text: It rains again by June.
    likelihood: likely
    confidence: low
    by: 2025-06-30
  - {text: It rains again by June., likelihood: unlikely, confidence: low, by: 2025-06-30}
timeline:
  - {when: 2025-02-28, title: "Rain: the first"}
statements:
  - actor: norway
    issue: rain
    when: 2025-02-27
    text: Norway is for rain.
sources: [{id: s, title: T, url: "https://example.org/"}]
---
See [this](#takeaway:2), [that](#judgement:1) and [that](#judgement:kept). Not `[this](#takeaway:2)`.
"""
FIRST_THEN = """\
---
title: A title
published: 2025-03-01
key_takeaways:
  - text: Rain fell in [[norway|Oslo]].  # so it was said
    id: rain-fell-in-oslo
  - {text: Snow did not., id: snow-did-not, nature: fact, sources: [s]}
  - {id: kept, text: It is kept.}
what_to_expect:
  # The first of two.
  - text: It rains again by June.
    id: it-rains-again-by-june
    likelihood: likely
    confidence: low
    by: 2025-06-30
  - {text: It rains again by June., id: it-rains-again-by-june-2, likelihood: unlikely, confidence: low, by: 2025-06-30}
timeline:
  - {when: 2025-02-28, title: "Rain: the first", id: rain-the-first}
statements:
  - actor: norway
    issue: rain
    when: 2025-02-27
    text: Norway is for rain.
    id: norway-is-for-rain
sources: [{id: s, title: T, url: "https://example.org/"}]
---
See [this](#takeaway:snow-did-not), [that](#judgement:it-rains-again-by-june) and [that](#judgement:kept). Not `[this](#takeaway:2)`.
"""


@pytest.fixture
def rain(desk: Desk) -> Desk:
    """A desk in two languages whose first briefing gives no ids, and whose second names its parts by number."""
    desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv}", "Europe/Kyiv, languages: {en: English, uk: Українська}}"))
    desk.write("briefings/a.md", FIRST).actor("norway").write("content/issues/rain.yml", "title: Rain\n")
    more = "what_to_expect: [{id: 'a:1', likelihood: unlikely, why: 'See [it](a.md#judgement:2).'}]\n"
    return desk.brief("b", more, "As [said](a.md#takeaway:1), and [said][x].\n\n[x]: a.md#event:1")


def test_what_goes_by_a_number_gets_an_id_of_its_words(rain: Desk) -> None:
    """With every comment where it was; no two of a kind have the same; code is no link."""
    before = rain.said()
    assert "links to this takeaway by its number" in before
    assert "gave ids and put in order: briefings/a.md" in run(rain, "check", "--tidy").output
    assert (rain.root / "briefings/a.md").read_text() == FIRST_THEN
    assert "by its number" not in rain.said()
    assert run(rain, "check", "--tidy").output == ""


def test_whoever_names_it_by_its_number_is_turned_along(rain: Desk) -> None:
    """Later words on a judgement, links in texts, fields and pages, and what is shown on pages of others."""
    rain.write("content/page.md", "# A page\n\n[It](../briefings/a.md#judgement:2), [it](actors/index.md#statement:a:1)\n")
    run(rain, "check", "--tidy")
    later = (rain.root / "briefings/b.md").read_text()
    assert "id: a:it-rains-again-by-june, likelihood: unlikely, why: 'See [it](a.md#judgement:it-rains-again-by-june-2).'" in later
    assert later.endswith("As [said](a.md#takeaway:rain-fell-in-oslo), and [said][x].\n\n[x]: a.md#event:rain-the-first\n")
    page = (rain.root / "content/page.md").read_text()
    assert page.endswith(
        "[It](../briefings/a.md#judgement:it-rains-again-by-june-2), [it](actors/index.md#statement:a:norway-is-for-rain)\n"
    )


def test_translations_are_turned_along(rain: Desk) -> None:
    """Entries that they find by number, by day or by place, and the fingerprints of the texts that they were made from."""
    rain.write(
        "briefings/a.uk.md",
        "---\ntitle: Назва\nkey_takeaways:\n  - Дощ.  # сніг\n  - {id: 2, text: Сніг.}\ntimeline: [{when: 2025-02-28, title: Дощ}]\n"
        "translated_from:\n  key_takeaways.1.text: '12345678'\n---\nДив. [тут](#takeaway:1).\n",
    )
    before, rules = _bare(rain.examine().corpus.desk.translations[0].thing), _rules(rain)
    run(rain, "check", "--tidy")
    assert (rain.root / "briefings/a.uk.md").read_text() == (
        "---\ntitle: Назва\nkey_takeaways:\n  - text: Дощ.  # сніг\n    id: rain-fell-in-oslo\n  - {id: snow-did-not, text: Сніг.}\n"
        "timeline: [{when: 2025-02-28, title: Дощ, id: rain-the-first}]\n"
        "translated_from:\n  key_takeaways.rain-fell-in-oslo.text: '12345678'\n---\nДив. [тут](#takeaway:rain-fell-in-oslo).\n"
    )
    assert _bare(rain.examine().corpus.desk.translations[0].thing) == before
    assert _rules(rain) == [rule for rule in rules if not rule.endswith("-by-number")]


def test_an_entry_that_says_no_text_leaves_the_briefing_as_it_is(rain: Desk) -> None:
    """Its translation would not be understood any more, and that is told."""
    rain.write("briefings/a.uk.md", "---\ntitle: Назва\ntimeline: [{when: 2025-02-28}]\n---\nДив.\n")
    assert "no ids in briefings/a.md: its translations would not be understood" in run(rain, "check", "--tidy").output
    assert "id: rain" not in (rain.root / "briefings/a.md").read_text()


def test_drafts_and_desks_with_mistakes_wait(rain: Desk) -> None:
    """A draft may still be put in another order; what cannot be read may name anything."""
    rain.write("briefings/a.md", FIRST.replace("published: 2025-03-01", "published: 2025-05-31\nstatus: draft"))
    assert "gave ids" not in run(rain, "check", "--tidy").output
    assert "id: rain" not in (rain.root / "briefings/a.md").read_text()
    rain.write("briefings/a.md", FIRST).write("briefings/c.md", "---\ntitle: [\n---\n")
    assert "no ids in briefings/c.md: it has mistakes" in run(rain, "check", "--tidy").output
    assert "id: rain" not in (rain.root / "briefings/a.md").read_text()


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=30).filter(str.strip)
NUMBERS = st.integers(min_value=1, max_value=5)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(takeaways=st.lists(TEXTS, max_size=4), expected=st.lists(TEXTS, max_size=4), links=st.lists(NUMBERS, max_size=3), flow=st.booleans())
def test_no_desk_means_anything_else_then(
    tmp_path_factory: pytest.TempPathFactory, takeaways: list[str], expected: list[str], links: list[int], flow: bool
) -> None:
    """Whatever is said, in whatever style; a second time changes nothing."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    judged = [{"text": text, "likelihood": "likely", "confidence": "low", "by": "2025-06-30"} for text in expected]
    said = [*takeaways, *({"text": text} for text in takeaways)]
    typed = ""
    for name, values in {"key_takeaways": said, "what_to_expect": judged}.items():
        typed += f"{name}: " + yaml.safe_dump(values, allow_unicode=True, width=10**6, default_flow_style=True) if flow else ""
        typed += "" if flow else yaml.safe_dump({name: values}, allow_unicode=True, width=30)
    body = " ".join(f"[a](#takeaway:{number}) [a](#judgement:{number})" for number in links)
    desk.brief("a", typed, body).brief("b", "", body.replace("(#", "(a.md#"))
    before = desk.examine().corpus
    done = run(desk, "check", "--tidy")
    assert done.exit_code == 0, done.output
    after = desk.examine().corpus
    assert _bare(after.desk.briefings) == _bare(before.desk.briefings)
    assert _led(after) == _led(before)
    if before.briefings.keys() == {"a", "b"} and not before.desk.unread:
        assert all(one.id for one in (*after.briefings["a"].key_takeaways, *after.briefings["a"].what_to_expect))
    assert run(desk, "check", "--tidy").output == ""


def _rules(desk: Desk) -> list[str]:
    return [problem.rule for problem in desk.examine().problems]


def _bare(value: Any) -> Any:
    """A thing without ids, places and where its links lead."""
    if isinstance(value, Origin | Prose):
        return re.sub(r"(#\w+:)[\w-]+", r"\1", value.text) if isinstance(value, Prose) else ""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _bare(getattr(value, one.name)) for one in fields(value) if one.name != "id"}
    return [_bare(one) for one in value] if isinstance(value, tuple) else value


def _led(corpus: Corpus) -> list[tuple[str, int]]:
    """To which takeaway or judgement of the first briefing each link leads."""
    first = corpus.briefings.get("a")
    found = list[tuple[str, int]]()
    for briefing in corpus.briefings.values():
        for address in briefing.body.links:
            part, _, id = address.rpartition("#")[2].partition(":")
            entries = (first.key_takeaways if part == "takeaway" else first.what_to_expect) if first else ()
            places = [i for i, one in enumerate(entries, 1) if id in (getattr(one, "id", ""), str(i))]
            found.append((part, places[0] if places else int(id)))
    return sorted(found)
