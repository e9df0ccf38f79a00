"""Every field of every kind, as the model has them, is checked, is published or says why not, and leaks from no draft."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from spotbrief.model.kinds import KINDS
from spotbrief.model.sorts import PROSE, TEXTS, Mark, Sort
from spotbrief.model.walk import fields_of, marks_in
from tests.desks import CONFIG, Built, Desk
from tests.fields.filled import Filled, Filler, full
from tests.fields.matrix import DOCUMENT, NOW, UNTOLD, document, filled, reason, rows, untold

_MARKS = [mark for kind in KINDS.values() for _, _, hint in fields_of(kind.thing) for mark in marks_in(hint)]
REFERRED = sorted({kind for mark in _MARKS for kind in mark.kinds} - {"briefings", "judgements"})
"""The kinds of things that others name by id, and that may so be known from a hidden briefing alone."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Filled]:
    """The site of a desk in which every field is filled."""
    desk = Desk(tmp_path_factory.mktemp("filled"))
    fields = filled(desk)
    return desk.build("--strict", now=NOW), fields


def test_every_field_is_told_in_some_medium_or_says_why_not(site: tuple[Built, Filled]) -> None:
    """Nothing that an editor typed leads nowhere."""
    built, fields = site
    assert built.code == 0, built.said
    assert [str(row) for row in rows(built.site, fields) if not row.media and not reason(row)] == []


def test_media_that_hold_a_whole_briefing_tell_every_field_of_it(site: tuple[Built, Filled]) -> None:
    """What one of them leaves out is listed with its reason; what is listed and told after all is struck off."""
    found = [(row, UNTOLD.keys() - row.media) for row in rows(site[0].site, site[1]) if row.kind == "briefings"]
    assert {str(row): left for row, left in found if left != untold(row)} == {}


def test_the_page_of_fields_is_fresh(site: tuple[Built, Filled]) -> None:
    """Stale? `python -m tests.fields.matrix`."""
    assert DOCUMENT.read_text("utf-8") == document(rows(site[0].site, site[1]))


def test_what_is_private_is_in_no_byte(site: tuple[Built, Filled]) -> None:
    """Not even where all else is published."""
    built, fields = site
    everything = built.everything()
    private = {f"{kind}.{at}": fields.fields[kind, at][0] for (kind, at), sort in fields.sorts.items() if sort is Sort.PRIVATE}
    assert len(private) > len(KINDS)
    told = {name: re.findall(rf".{{0,60}}{token}.{{0,30}}", everything) for name, token in private.items() if token in everything}
    assert told == {}, "published, though the model has it as Private"


def test_every_text_is_written_as_its_sort_says(site: tuple[Built, Filled]) -> None:
    """Markdown as Markdown, plain words as they are, and no sign of either as a tag."""
    pages = "\n".join(path.read_text("utf-8") for path in site[0].site.rglob("*.html"))
    wrong = []
    for row in (row for row in rows(site[0].site, site[1]) if row.sort in (*TEXTS, Sort.BODY) and "page" in row.media):
        token = site[1].fields[row.kind, row.at][0]
        if f"<{token}" in pages:
            wrong.append(f"{row}: not escaped")
        if (f"<em>{token}</em>" in pages) != (row.sort is not Sort.PLAIN):
            wrong.append(f"{row}: written as {'plain text' if row.sort is not Sort.PLAIN else 'Markdown'}")
    assert wrong == []


def _with_mention(token: str, mark: Mark) -> str:
    return f"Of {token} and [[m{token}]]" if mark.sort in (*PROSE, Sort.BODY) else f"Of {token}"


def _open(entry: dict[str, Any]) -> dict[str, Any]:
    later = ("revisions", "resolution") if "text" in entry else ()
    due = {"by": "2030-03-08"} if "text" in entry else {}
    return {name: value for name, value in entry.items() if name not in later} | due


@pytest.mark.parametrize("held", [{"status": "draft"}, {"embargo": "2030-01-01"}, {"status": "withdrawn", "keep_text": "false"}])
def test_no_field_of_what_is_hidden_leaves_a_trace(tmp_path: Path, held: dict[str, str]) -> None:
    """Nor a field of what is known from it alone, nor whom any text of these names."""
    desk, filler = Desk(tmp_path), Filler(_with_mention)
    desk.write("mkdocs.yml", CONFIG.replace("exports]", "exports, spotbrief/search]"))
    for kind in REFERRED:
        desk.data(*full(filler, kind, f"zq-{kind}"))
    path, values = full(filler, "briefings", "zq-briefing" if "withdrawn" not in held.values() else "gone")
    for kind in ("actors", "topics", "regions", "authors"):
        values[kind].append(f"zq-{kind}")
    told = {"when": "2025-03-01", "title": "An event", "storyline": "zq-storylines", "sources": ["zq-sources"]}
    values["timeline"] += [{"id": "zq-events"}, told]
    values["statements"].append({"actor": "zq-actors", "issue": "zq-issues", "when": "2025-03-01", "text": "Words"})
    values["sources"].append({"id": "other", "title": "A source", "publisher": "zq-publishers"})
    values["related"] = []
    if "withdrawn" in held.values():
        values |= {"title": "Gone", "withdrawn": "The reason", "former_slugs": []}
        values["public_event"]["title"] = "A panel"
        values |= {"published": "2025-03-01", "embargo": "2025-03-02"}
    if "embargo" in held:  # what nobody has read yet has no later words, and its date is to come
        rest = {name: values[name] for name in ("title", "published", "body")}
        judgements = [one for one in values["what_to_expect"] if "text" in one]
        desk.data("briefings/zq-rest.yml", {**rest, "status": "draft", "what_to_expect": judgements})
        values["what_to_expect"] = [_open(one) for one in values["what_to_expect"]]
    desk.data(path, values | held)
    for file, text in filler.filled.files.items():
        if (
            file == "briefings/earlier.yml" or not file.startswith("briefings/") or not file.endswith(".yml")
        ):  # another briefing is public by itself
            desk.write(file, text)
    texts = [key for key, sort in filler.filled.sorts.items() if sort in (*PROSE, Sort.BODY)]
    texts = [key for key in texts if key[1] != "withdrawn" or "withdrawn" not in held.values()]  # the reason is public
    for token in [filler.filled.fields[key][0] for key in texts]:
        desk.actor(f"m{token}", name=f"Whom {token} names")
    built = desk.build(now=NOW)
    assert built.code == 0, built.said
    assert sorted(set(re.findall(r".{0,60}zq.{0,30}", built.everything()))) == []


def _with_faults(token: str, mark: Mark) -> str:
    return f"See [x](to-{token}.md), [[of-{token}]], <b>{token}" if mark.sort in (*PROSE, Sort.BODY) else token


def test_links_and_tags_are_looked_at_in_every_text(desk: Desk) -> None:
    """A dead link, an unknown name and a tag, wherever Markdown is read."""
    filler = Filler(_with_faults)
    for kind in KINDS:
        desk.data(*full(filler, kind, f"full-{kind}"))
    told = desk.said(NOW)
    texts = [(key, filler.filled.fields[key][0]) for key, sort in filler.filled.sorts.items() if sort in (*PROSE, Sort.BODY)]
    assert len(texts) > 30
    assert [key for key, token in texts if f"'to-{token}.md' leads nowhere" not in told] == []
    assert [key for key, token in texts if f"there is no actor 'of-{token}'" not in told] == []
    assert told.count("error[raw-html]") == len(texts)


def test_a_number_sign_is_told_of_in_every_text(desk: Desk) -> None:
    """YAML takes what follows it for a comment."""
    filler = Filler(lambda token, mark: f"Part {token} #2 of it" if mark.sort in TEXTS else token)
    for kind in KINDS:
        path, values = full(filler, kind, f"full-{kind}")
        text = yaml.safe_dump(values, width=1000, sort_keys=False, allow_unicode=True)
        desk.write(path, re.sub(r"'([^'\n]* #2[^'\n]*)'", r"\1", text))
    told = [problem.message for problem in desk.examine(NOW).problems if problem.rule == "cut-text"]
    words = ("kind", "publisher", "organization", "speakers[]")  # also ids, or one word of a list in other places
    texts = [key for key, sort in filler.filled.sorts.items() if sort in TEXTS and not key[1].endswith(words)]
    assert len(texts) > 80
    assert [key for key in texts if not any(f"Part {filler.filled.fields[key][0]}" in message for message in told)] == []


def test_every_address_and_every_id_is_looked_at(desk: Desk) -> None:
    """A scheme that is not allowed, and an id that names nothing."""
    filler = Filler(lambda token, mark: token)
    for kind in KINDS:
        path, values = full(filler, kind, f"full-{kind}")
        desk.write(path, re.sub(r"https://(zq\d+)", r"javascript://\1", str(yaml.safe_dump(values, width=1000))))
    told = desk.said(NOW)
    of = filler.filled
    urls = [key for key, sort in of.sorts.items() if sort is Sort.URL]
    ids = [key for key, sort in of.sorts.items() if sort in (Sort.REFERENCE, Sort.CITATION) and key[1] != "timeline[].id"]
    assert len(urls) > 8
    assert [key for key in urls if f"'javascript://{of.fields[key][0]}" not in told] == []
    assert [key for key in ids if f" '{of.fields[key][0]}'" not in told] == []
