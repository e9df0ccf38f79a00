"""Judgements that say the same by the same day: only the first one counts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b

from spotbrief.corpus.corpus import Expected
from spotbrief.model.judgement import Judgement

_WORD = re.compile(r"\w+")

Key = tuple[str, int]


def first_of_twins(judgements: Iterable[Expected]) -> Mapping[Key, Expected]:
    """By what twins share: the one that was published first, which is the one that counts."""
    first: dict[Key, Expected] = {}
    for one in sorted(judgements, key=lambda e: (e.briefing.opens(), e.id)):
        first.setdefault(twin_key(one), one)
    return first


def without_twins(judgements: Iterable[Expected]) -> Iterator[Expected]:
    """*judgements* in their order, but for those that say what an earlier one says."""
    judgements = list(judgements)
    first = first_of_twins(judgements)
    return (one for one in judgements if first[twin_key(one)] is one)


def twin_key(expected: Expected) -> Key:
    """What two judgements that say the same by the same last day share; withdrawing one makes it no other."""
    judgement = expected.judgement
    if not judgement.by:
        return expected.id, 0
    return expected.saying or saying_of(judgement), judgement.by.latest.toordinal()


def saying_of(judgement: Judgement) -> str:
    """A digest of what is expected, and of the question it is a scenario of: case, signs and emphasis make no difference."""
    return _digest(judgement.group or "", judgement.text)


@lru_cache(maxsize=50_000)  # lists of judgements and checks ask for it again and again
def _digest(*texts: str) -> str:
    said = (_WORD.findall(text.casefold()) for text in texts)
    return blake2b("\n".join(" ".join(words) for words in said).encode(), digest_size=16).hexdigest()
