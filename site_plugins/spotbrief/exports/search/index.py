"""The files of the search: `search/index.json` says what there is, the others are loaded when something is looked for.

Findings are numbered in parts; a part has files of words in the order of the alphabet, of what results show, and one a facet.
All but the first file lie in a folder named after what is in them, so that a page never mixes two builds.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import Any

from rjsmin import jsmin

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.output import Output, one
from spotbrief.exports.search.folding import as_script
from spotbrief.exports.search.forms import forms, knows_forms, wants_forms
from spotbrief.exports.search.postings import Postings, postings
from spotbrief.exports.search.record import FACETS, RESULTS
from spotbrief.exports.search.records import Findings
from spotbrief.exports.search.vlq import encode
from spotbrief.rendering.css import smaller
from spotbrief.rendering.fragments import template_folders
from spotbrief.rendering.scripts import in_words
from spotbrief.views.links import Links

PART = 10_000
"""Findings that are numbered together."""

SHARD = 9_000
"""Characters of a file of words, about."""

NAMED = ("things", "briefings")
"""The groups whose names and titles are spelt as they should be."""

PER_FILE = {"things": 8, "briefings": 8, "judgements": 32, "events": 32}
"""Findings of each group whose results stand in one file; those that have less to show stand closer."""

GROUPS = {"things": "Actors and subjects", "briefings": "Briefings", "judgements": "What to expect", "events": "Events"}
"""How the groups of results are headed."""

SPELLED = 20_000
"""Words of names and titles, at most, that a misspelt word is compared with."""

SMALLER: dict[str, Callable[[str], str]] = {"search.js": jsmin, "near.js": jsmin, "search.css": smaller}
"""What the search page loads, and how it is minified."""

FORMS = "forms"
"""The folder of other forms of words."""

FOLDING = "HOW_WORDS_ARE_COMPARED"
"""Where the script has what `folding.yml` says."""

Files = dict[str, str]


def search_index(corpus: Corpus, root: Path) -> Iterator[Output]:
    """Everything below `/search/` but the page itself."""
    files: Files = {}
    titles, met = Counter[str](), set[str]()
    groups = [_group(corpus, name, makers, files, titles, met) for name, makers in Findings(corpus).groups()]
    others = forms(met, root) if wants_forms(corpus.settings) and knows_forms() else {}
    other_forms = list(_cut("\t".join((form, *words)) for form, words in others.items()))
    files |= {f"{FORMS}/{i}.txt": "\n".join(lines) for i, lines in enumerate(other_forms)}
    files |= {"spelling.txt": "\n".join(sorted(titles, key=lambda word: (-titles[word], word))[:SPELLED])}
    version = sha256("\0".join(f"{path}\0{text}" for path, text in files.items()).encode()).hexdigest()[:10]
    yield from (one(f"search/{version}/{path}", text.encode) for path, text in files.items())
    said = {
        "version": version,
        "spelling": bool(titles),
        "forms": {"folder": FORMS, "words": _starts(other_forms)},
        "kinds": _kinds(corpus),
        "facets": corpus.words.each(FACETS),
        "groups": groups,
    }
    yield one("search/index.json", _json(said).encode)
    for name, minified in SMALLER.items():
        found = (folder / "search" / name for folder in template_folders(root))
        typed = next(path for path in found if path.is_file()).read_text("utf-8")
        text = in_words(typed.replace(FOLDING, as_script()), corpus.words) if name.endswith(".js") else typed
        yield one(f"search/{name}", minified(text).encode)


def _group(corpus: Corpus, name: str, makers: list[Any], files: Files, titles: "Counter[str]", met: set[str]) -> dict[str, Any]:
    parts = []
    for number, part in enumerate(makers[start : start + PART] for start in range(0, len(makers), PART)):
        found, folder = postings(part), f"{name}-{number}"
        if name in NAMED:
            titles.update({word: len(numbers) for word, numbers in found.levels[-1].items()})
        met.update(word for level in found.levels for word in level)
        shards = list(_cut(_lines(found)))
        files |= {f"{folder}/{i}.txt": "\n".join(lines) for i, lines in enumerate(shards)}
        files |= {f"{folder}/shown-{i}.json": text for i, text in enumerate(_shown(found, len(part), PER_FILE[name]))}
        files |= {f"{folder}/{facet}.json": _facet(corpus, found, facet) for facet in FACETS if found.facets[facet]}
        facets = [facet for facet in FACETS if found.facets[facet]]
        parts.append({"folder": folder, "count": len(part), "perFile": PER_FILE[name], "facets": facets, "words": _starts(shards)})
    return {"name": name, "title": corpus.words(GROUPS[name]), "parts": parts}


def _lines(found: Postings) -> Iterator[str]:
    """The words with the numbers of their findings, the most prominent first."""
    for word in sorted({word for level in found.levels for word in level}):
        yield "\t".join([word, *(encode(level.get(word, ())) for level in reversed(found.levels))])


def _cut(typed: Iterable[str]) -> Iterator[list[str]]:
    """Lines for files, cut where one is long enough."""
    lines: list[str] = []
    size = 0
    for line in typed:
        lines.append(line)
        size += len(line)
        if size > SHARD:
            yield lines
            lines, size = [], 0
    if lines:
        yield lines


def _starts(shards: Iterable[list[str]]) -> list[str]:
    """The first word of each file."""
    return [lines[0].partition("\t")[0] for lines in shards]


def _shown(found: Postings, count: int, per_file: int) -> Iterator[str]:
    for start in range(0, count, per_file):
        numbers = range(start, min(start + per_file, count))
        yield "[" + ",\n".join(found.shown.get(number, "null") for number in numbers) + "]"


def _facet(corpus: Corpus, found: Postings, facet: str) -> str:
    names = _names(corpus, facet)
    return _json(
        [
            [value, names.get(value) or corpus.words.sentence(corpus.words(value)), encode(numbers)]
            for value, numbers in sorted(found.facets[facet].items())
        ]
    )


def _names(corpus: Corpus, facet: str) -> Mapping[str, str]:
    if facet == "kind":
        return _kinds(corpus)
    kind, links = f"{facet}s", Links(corpus)
    return {id: links.name(kind, id) for id in getattr(corpus, kind)} if facet in ("topic", "region", "actor", "author") else {}


def _kinds(corpus: Corpus) -> dict[str, str]:
    return corpus.words.each(RESULTS)


def _json(value: Any) -> str:
    return dumps(value, ensure_ascii=False, separators=(",", ":"))
