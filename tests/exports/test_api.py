"""The data of the site keeps to its own schemas, and tells nothing that pages do not."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.desks import Built

BASE = "https://desk.example/base/"
NAMED = ("publishers", "authors", "topics", "regions", "storylines", "issues")
NAMES = ("index", "briefings", "actors", "events", "judgements", "statements", "sources", *NAMED)


def data(built: Built, path: str) -> Any:
    """A file of the API."""
    return json.loads((built.site / f"api/v1/{path}.json").read_text("utf-8"))


def files(built: Built) -> list[tuple[Path, str]]:
    """All files of data with the name of their schema."""
    api = built.site / "api/v1"
    whole = [(path, kind[:-1]) for kind in ("briefings", "actors") for path in (api / kind).iterdir()]
    return [*((api / f"{name}.json", name) for name in NAMES), *whole]


def test_every_file_keeps_to_its_schema(built: Built) -> None:
    """JSON Schema 2020-12, formats of dates included; each schema names its own address."""
    assert len(files(built)) == len(NAMES) + 3 + 2
    for path, name in files(built):
        schema = data(built, f"schema/{name}")
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"{BASE}api/v1/schema/{name}.json"
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(json.loads(path.read_text("utf-8")))


def test_a_schema_refuses_what_is_not_so(built: Built) -> None:
    """A schema that takes anything would prove nothing."""
    briefing, schema = data(built, "briefings/first"), data(built, "schema/briefing")
    broken: tuple[dict[str, Any], ...] = ({**briefing, "kind": "gossip"}, {**briefing, "notes": "x"}, {**briefing, "title": 1})
    assert [Draft202012Validator(schema).is_valid(one) for one in broken] == [False] * 3


def test_the_index_lists_what_there_is(built: Built) -> None:
    """Each kind with its address, its schema and its number."""
    index = data(built, "index")
    counts = {one["name"]: one["count"] for one in index["collections"]}
    assert {name: counts[name] for name in NAMES[1:7]} == {
        "briefings": 3, "actors": 2, "events": 4, "judgements": 4, "statements": 1, "sources": 2,
    }  # fmt: skip
    assert list(counts) == list(NAMES[1:])
    for one in index["collections"]:
        for address in (one["url"], one["schema"]):
            assert (built.site / address.removeprefix(BASE)).is_file()
        assert len(data(built, one["name"])[one["name"]]) == one["count"]
    assert all((built.site / one["data"].removeprefix(BASE)).is_file() for one in data(built, "briefings")["briefings"])


def test_a_briefing_is_whole(built: Built) -> None:
    """Every field, texts as Markdown, the body in the twin that it leads to, addresses absolute; other things by their ids."""
    first = data(built, "briefings/first")
    assert first["url"] == f"{BASE}briefings/first/"
    assert "Prose on " in (built.site / first["markdown"].removeprefix(BASE)).read_text("utf-8")
    assert first["image"]["url"] == f"{BASE}briefings/first/map.svg"
    assert first["former_urls"] == [f"{BASE}briefings/old-first/", f"{BASE}briefings/older-first/"]
    assert first["key_takeaways"][0]["sources"] == [":s1"]
    assert first["public_event"]["calendar"] == f"{BASE}briefings/first/event.ics"
    assert [source["id"] for source in first["sources"]] == [":s1", "shared"]
    assert first["authors"] == ["jane"]
    assert data(built, "authors")["authors"] == [{"id": "jane", "name": "Jane Roe", "url": f"{BASE}authors/jane/"}]


def test_a_judgement_keeps_its_likelihood_apart_from_its_confidence(built: Built) -> None:
    """Term, band and number; what it rests on; how it ended."""
    first, second, _ = data(built, "briefings/first")["what_to_expect"]
    assert first["likelihood"] == {"term": "likely", "low": 0.55, "high": 0.8}
    assert (first["probability"], first["confidence"], first["sources"]) == (0.7, "low", ["shared"])
    assert first["by"] == {"edtf": "2025-06-30"}
    assert second["resolution"]["outcome"] == "did_not_happen"
    assert 'id="judgement:more"' in built.page("briefings/first")
    listed = {one["id"]: one for one in data(built, "judgements")["judgements"]}
    assert (listed["first:more"]["likelihood"], listed["first:more"]["by"]) == ("likely", first["by"])


def test_vague_dates_stay_vague(built: Built) -> None:
    """EDTF as it was written; an open end has no day."""
    source = next(one for one in data(built, "briefings/first")["sources"] if one["id"] == ":s1")
    assert source["published"] == {"edtf": "../2025-02", "latest": "2025-02-28"}


@pytest.mark.parametrize("kind", ["events", "judgements", "statements", "sources"])
def test_ids_are_unique_on_the_site(built: Built, kind: str) -> None:
    """What belongs to one briefing has the briefing's id before its own."""
    ids = [one["id"] for one in data(built, kind)[kind]]
    assert len(ids) == len(set(ids))


def test_an_actor_gathers_ids_of_what_leads_to_it(built: Built) -> None:
    """The ids are those of the other files."""
    norway = data(built, "actors/norway")
    assert norway["briefings"] == ["first"]
    assert norway["statements"] == ["first:1"]
    assert norway["judgements"] == ["first:more"]
    assert norway["events"] == ["flood"]
    assert norway["memberships"][0]["actor"] == {"name": "Un", "id": "un", "url": f"{BASE}actors/un/"}
