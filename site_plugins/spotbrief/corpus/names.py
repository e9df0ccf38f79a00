"""Fields that take an id or a name: which thing is meant."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import PublicEvent
from spotbrief.reading.fields import nearest
from spotbrief.reading.ids import bare

PEOPLE = ("actors", "authors")
"""The kinds of things that may speak at a public event."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")

NEARLY = 0.85
"""From which likeness on, between 0 and 1, a name is that of a thing: Zelensky and Zelenskyy are, Iran and Iraq are not."""


class Names:
    """Which things are meant by a name: any that they have, in any language of the desk."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._known: dict[str, dict[str, list[str]]] = {}

    def ids(self, kind: str, name: str) -> tuple[str, ...]:
        """The ids of what *name* may mean: several where two things share it."""
        return tuple(sorted(self._of(kind).get(bare(name), ())))

    def near(self, kind: str, name: str) -> str | None:
        """The id of what is called nearly so."""
        found = nearest(bare(name), self._of(kind), NEARLY)
        return self._of(kind)[found][0] if found else None

    def alike(self, kind: str, name: str) -> str | None:
        """The id of the one thing of whose name this is a part or another case: Зеленського, В. Зеленський are of Володимир Зеленський."""
        typed = _WORD.findall(name.casefold())
        found = {
            thing.id for thing in getattr(self._corpus, kind, {}).values() if any(_is_alike(typed, one, thing) for one in _names(thing))
        }
        return found.pop() if len(found) == 1 else None

    def _of(self, kind: str) -> dict[str, list[str]]:
        """The ids of a kind by each name, made when first asked for: only mistakes ask."""
        if kind not in self._known:
            made = self._known[kind] = dict[str, list[str]]()
            for thing in (*getattr(self._corpus, kind, {}).values(), *self._translated(kind)):
                for name in map(bare, _names(thing)):
                    if name and thing.id not in made.setdefault(name, []):
                        made[name].append(thing.id)
        return self._known[kind]

    def _translated(self, kind: str) -> Iterator[Any]:
        return (one.thing for one in self._corpus.desk.translations if one.kind == kind)


def _is_alike(typed: list[str], name: str, thing: Any) -> bool:
    """Whether each word that was *typed* is one of a *name* in another case; of a person's name, some words will do."""
    words = _WORD.findall(name.casefold())
    whole = len(typed) == len(words) or (getattr(thing, "type", "") == "person" and any(len(word) > 3 for word in typed))
    return bool(typed) and whole and all(any(_is_case(one, word) for word in words) for one in typed)


def _is_case(one: str, other: str) -> bool:
    """Whether two words differ in their endings alone; a single letter stands for a first name."""
    root = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one == other or (len(one) == 1 and root == 1) or root >= max(4, max(len(one), len(other)) - 4)


def _names(thing: Any) -> Iterator[str]:
    yield str(getattr(thing, "name", None) or getattr(thing, "title", None) or "")
    yield from getattr(thing, "other_names", ())


def speaker_names(event: PublicEvent, corpus: Corpus) -> tuple[str, ...]:
    """Who speaks, by name, where an id of an actor or an author was typed too."""
    return tuple(next((getattr(corpus, kind)[one].name for kind in PEOPLE if one in getattr(corpus, kind)), one) for one in event.speakers)
