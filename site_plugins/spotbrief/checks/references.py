"""Ids must lead somewhere, and to something that readers may see."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from spotbrief.checks.naming import MADE, new_command
from spotbrief.checks.rule import Finding, Reach, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.names import Names
from spotbrief.corpus.references import Reference, references
from spotbrief.corpus.renamed import renamed_in
from spotbrief.model.briefing import Briefing
from spotbrief.model.groups import Group
from spotbrief.model.kinds import KINDS
from spotbrief.model.problem import Hint
from spotbrief.model.sorts import NAMES
from spotbrief.model.source import Source
from spotbrief.reading.fields import did_you_mean, listed, meant, near_id
from spotbrief.reading.files import PICTURES
from spotbrief.reading.ids import UNSAFE, new_id

_ONE = {**{name: kind.one for name, kind in KINDS.items()}, "public_events": "briefing with a public event", "judgements": "judgement"}
"""What one of each kind of named things is called."""

_INDEXED = tuple(name for name in KINDS if name in Corpus.__dataclass_fields__ and name != "statements")


@rule("unknown-reference", "error", Reach.NAMES)
def unknown_reference(corpus: Corpus) -> Iterator[Finding]:
    """Every id names something that exists."""
    known: dict[str, Mapping[str, Any]] = {kind: getattr(corpus, kind) for kind in _INDEXED}
    known["judgements"] = corpus.judgements
    known["public_events"] = {id: briefing for id, briefing in corpus.briefings.items() if briefing.public_event}
    names, language = Names(corpus), corpus.settings.language
    former = renamed_in(corpus)

    @cache  # a whole desk may name the same missing thing
    def hint(kind: str, id: str, own: tuple[str, ...]) -> str:
        now = former.get(("briefings" if kind == "public_events" else kind, id))
        if now:
            return Hint(f"'{id}' is called '{now}' now: write {now}", id, now)
        bare = id.rpartition(":")[2]
        other = next((one for one in _INDEXED if one != kind and bare in known[one]), "")
        return _hint_of_other(other, bare) if other else _hint(kind, id, known[kind], names, own, language)

    unread = {name for _, name in corpus.desk.unread}
    for thing, named in _all(corpus, known):
        for reference in named:
            missing = reference.id not in known[reference.kind] and not reference.optional
            if missing and unread.isdisjoint((reference.id, reference.kind)):
                where = thing.origin.at(*reference.pointer) if reference.typed is None else thing.origin.prose(reference.typed)
                own = _own_source_ids(thing) if reference.kind == "sources" else ()
                yield where, f"there is no {_ONE[reference.kind]} '{reference.id}'", hint(reference.kind, reference.id, own)


@rule("unknown-name", "warning", Reach.NAMES)
def unknown_name(corpus: Corpus) -> Iterator[Finding]:
    """What looks like an id, in a field that takes an id or a name, names something."""
    known_of = cache(lambda kinds: {one for kind in kinds for one in getattr(corpus, kind)})
    for thing, pointer, id, mark in corpus.desk.fields(NAMES):
        if _looks_like_id(id) and id not in (known := known_of(mark.kinds)):
            near, one = near_id(id, known), " or ".join(_ONE[kind] for kind in mark.kinds)
            hint = meant(id, near) if near else "write the name as readers know it, with its capitals"
            yield thing.origin.at(*pointer), f"'{id}' looks like an id, and there is no {one} of that id", hint


def _looks_like_id(text: str) -> bool:
    return text == text.lower() and not any(map(str.isspace, text))


@rule("loose-brackets", "warning")
def loose_brackets(corpus: Corpus) -> Iterator[Finding]:
    """Double brackets name an actor or a briefing."""
    for text in corpus.written:
        for words in text.prose.loose:
            where = text.where if text.where.pointer else replace(text.where, target=words)
            yield where, f"'{words.strip()}' is not read as a name, so readers see the brackets", _hint_of_brackets(words.strip("[ "))


def _hint_of_brackets(words: str) -> str:
    if "://" in words:
        return f"a link is [words]({words})"
    if f".{words.rpartition('.')[2].lower()}" in PICTURES:
        return f"a picture is ![what it shows]({words})"
    return "write [[id]] or [[id|text]] on one line; inside a table write [[id\\|text]]; put what is meant as brackets in `backquotes`"


@rule("unknown-audience", "error")
def unknown_audience(corpus: Corpus) -> Iterator[Finding]:
    """Implications are for audiences that the site knows."""
    for briefing in corpus.briefings.values():
        for audience in briefing.implications or {}:
            if audience not in corpus.settings.audiences:
                yield (
                    briefing.origin.at("implications", audience),
                    f"there is no audience '{audience}'",
                    did_you_mean(audience, corpus.settings.audiences),
                )


@rule("unpublished-related", "advice")
def unpublished_related(corpus: Corpus) -> Iterator[Finding]:
    """Related briefings of a public briefing are public too."""
    now = corpus.settings.now
    for briefing in corpus.briefings.values():
        for i, id in enumerate(briefing.related if briefing.is_public(now) else ()):
            if (other := corpus.briefings.get(id)) and not other.is_public(now):
                yield (
                    briefing.origin.at("related", i),
                    f"'{id}' is not public, so it is not shown as related",
                    "nothing to do if it will be soon",
                )


@rule("broader-circle", "error", Reach.NAMES)
def broader_circle(corpus: Corpus) -> Iterator[Finding]:
    """No topic and no region is part of itself, not even through others."""
    for kind in (corpus.topics, corpus.regions):
        for id, group in kind.items():
            way = _broader(id, kind)
            if way[-1] == id:
                message = f"'{id}' is part of itself" + (f", through {' and '.join(way[:-1])}" if len(way) > 1 else "")
                yield group.origin.at("broader"), message, "take this line out, or name another one"


def _broader(id: str, kind: Mapping[str, Group]) -> list[str]:
    """The ids of what *id* is part of, the nearest first, up to one that comes twice."""
    way: list[str] = []
    while (group := kind.get(way[-1] if way else id)) and group.broader and group.broader not in way:
        way.append(group.broader)
    return way or [""]


def _all(corpus: Corpus, known: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[Any, Iterable[Reference]]]:
    """Everything that names others, with what it names: nearly all of it is *known*."""
    yield from ((thing, references(kind, thing, known)) for kind, thing in corpus.desk.things())
    yield from ((page, references("pages", page)) for page in corpus.desk.pages)


def _own_source_ids(thing: Any) -> tuple[str, ...]:
    """The sources that a briefing tells itself, in its order."""
    return tuple(s.id for s in thing.sources if isinstance(s, Source) and s.id) if isinstance(thing, Briefing) else ()


def _hint_of_other(kind: str, id: str) -> str:
    """The mend for the id of a thing of another kind than is wanted."""
    if kind == "briefings":
        return f"this is the id of a briefing: write [[briefing:{id}]] in a text; in a list it stands under related"
    if kind == "actors":
        return f"this is the id of an actor: write [[{id}]] in a text; in a list it stands under actors"
    one = f"{'an' if _ONE[kind][0] in 'aeio' else 'a'} {_ONE[kind]}"
    return f"this is the id of {one}: in a list it stands under {kind}; in a text, write its name without brackets"


def _several(typed: str, known: Mapping[str, Any], own: tuple[str, ...]) -> list[str]:
    """The ids that stand in *typed* without a comma; none where a part of it is none, nor nearly one."""
    ids = [one if one in known else near_id(one, own) or near_id(one, known) for one in typed.split()]
    return [one for one in ids if one] if all(ids) else []


def _hint(kind: str, id: str, known: Mapping[str, Any], names: Names, own: tuple[str, ...], language: str) -> str:
    if not id.strip():
        return "write an id here, or take it out"
    if kind == "actors" and id.strip("_").lower() == "toc":
        return "nothing puts a list of headings in its place: take it out; the page has one by itself"
    if kind == "sources" and id.startswith(("https://", "http://", "www.")):
        url = id if "://" in id else f"https://{id}"
        return Hint(f"write - url: {url} and, on the next line, title: What it is called", id, f"url: {url}")
    prefix, _, rest = id.partition(":")
    if prefix == "actor" and kind == "actors" and rest:  # a briefing and a public event are named so
        actor = near_id(rest, known) or rest
        return Hint(f"an actor needs no word before it: write [[{actor}]] in a text, {actor} in a list", id, actor)
    plain = id.strip().casefold()
    called = names.ids(kind, id)
    if len(called) > 1 and plain not in known:
        return f"this is the name of several: write the id of one, {' or '.join(called)}"
    if not called and len(ids := _several(id, known, own)) > 1:
        return f"these are {len(ids)}, which stand apart: write {', '.join(ids)}; in a list of lines each has a line of its own"
    if near := (plain if plain in known else next(iter(called), None)) or near_id(id, own) or near_id(id, known):
        return meant(id, near)
    if near := names.near(kind, id) or names.alike(kind, id):  # it may be another case of the name, and a text has words around it
        return f"is it {near}? In a text, write [[{near}|{id}]]" if kind == "actors" else f"is it {near}?"
    is_name = bool(UNSAFE.search(id)) or id != id.lower()
    safe = new_id(id, language) if is_name else id
    if own:
        return f"this briefing's own sources: {listed(own)}; others: add content/sources/{safe}.yml"
    homes = {
        "events": "give the event a date and a title here",
        "judgements": "write the id of an earlier briefing, a colon and the id of its judgement, which spotbrief due lists",
        "briefings": "write the file's name without its suffix",
        "public_events": "give that briefing a public_event, or take the card out",
    }
    if safe and is_name and kind not in homes and kind in MADE:
        return f"write {safe}, and let {new_command(kind, id)} write its file"
    return homes.get(kind, f"add content/{kind}/{id}.yml, or take the id out")
