"""Findings -> which word stands in which of them, and how prominently; on all cores."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from json import dumps

from spotbrief.exports.search.record import FACETS, Finding
from spotbrief.exports.search.records import LEAD, Make
from spotbrief.exports.search.words import words
from spotbrief.model.record import record
from spotbrief.parallel import spread

LEVELS = 4
"""From the least prominent place of a word to the most: once in the text, often in the text, in the lead, in a name."""

OFTEN = 3

Numbers = Mapping[str, "array[int]"]
"""The numbers of findings, rising, by what they share."""


@record
class Postings:
    """The words of some findings by level, the values of their facets, and what results show, by number."""

    levels: tuple[Numbers, ...]
    facets: Mapping[str, Numbers]
    shown: Mapping[int, str]


def postings(makers: Sequence[Make]) -> Postings:
    """Make the findings, and note where each word stands; a finding's number is its place among *makers*."""

    def share(numbers: Sequence[int]) -> Postings:
        return _noted((number, finding) for number in numbers if (finding := makers[number]()))

    return _merged(spread(share, range(len(makers))))


def _noted(findings: Iterable[tuple[int, Finding]]) -> Postings:
    levels: list[dict[str, list[int]]] = [defaultdict(list) for _ in range(LEVELS)]
    facets: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in FACETS}
    shown: dict[int, str] = {}
    for number, finding in findings:
        for word, level in _graded(finding).items():
            levels[level][word].append(number)
        for name, values in finding.facets.items():
            for value in values:
                facets[name][value].append(number)
        shown[number] = _shown(finding)
    return Postings(levels=tuple(map(_packed, levels)), facets={name: _packed(of) for name, of in facets.items()}, shown=shown)


def _graded(finding: Finding) -> dict[str, int]:
    """Each word of *finding* with the level of its most prominent place."""
    graded = {word: int(times >= OFTEN) for word, times in Counter(words(finding.text)).items()}
    graded.update(dict.fromkeys(words(finding.lead), 2))
    graded.update(dict.fromkeys(words(" ".join((finding.title, *finding.names))), 3))
    return graded


def _shown(finding: Finding) -> str:
    *rest, lead = finding.shown
    pieces = lead.split(" ", LEAD)
    return dumps([*rest, " ".join(pieces[:LEAD]) + " …" if len(pieces) > LEAD else lead], ensure_ascii=False, separators=(",", ":"))


def _packed(lists: Mapping[str, list[int]]) -> Numbers:
    return {key: array("I", numbers) for key, numbers in lists.items()}


def _merged(shares: list[Postings]) -> Postings:
    if len(shares) == 1:
        return shares[0]
    return Postings(
        levels=tuple(_joined([share.levels[level] for share in shares]) for level in range(LEVELS)),
        facets={name: _joined([share.facets[name] for share in shares]) for name in FACETS},
        shown={number: text for share in shares for number, text in share.shown.items()},
    )


def _joined(parts: list[Numbers]) -> Numbers:
    keys = dict.fromkeys(key for part in parts for key in part)
    return {key: array("I", sorted(_numbers(parts, key))) for key in keys}


def _numbers(parts: list[Numbers], key: str) -> Iterator[int]:
    for part in parts:
        yield from part.get(key, ())
