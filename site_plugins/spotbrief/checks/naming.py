"""What to write where a name stands for an id, or a word of another language for one of the format: hints that only the desk can give."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, get_args

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.names import Names
from spotbrief.model.actor import ActorType
from spotbrief.model.kinds import KINDS
from spotbrief.model.problem import Hint, NamesHint, Problem, WordHint
from spotbrief.reading.fields import meant
from spotbrief.reading.ids import names_in, new_id
from spotbrief.words.english import NEARLY, catalogues_of, english_of

MADE = tuple(name for name in KINDS if name not in ("briefings", "statements", "trust"))
"""The kinds of which `spotbrief new` makes one by its name alone."""


def in_words_of(corpus: Corpus, problems: Iterable[Problem]) -> Iterator[Problem]:
    """*problems* whose hints give the ids that things of *corpus* have, and the English of words in its languages."""
    names = Names(corpus)
    for problem in problems:
        if isinstance(problem.hint, NamesHint):
            yield replace(problem, hint=_known(problem.hint, names, corpus))
        elif isinstance(problem.hint, WordHint):
            yield replace(problem, hint=_in_english(problem.hint, catalogues_of(corpus.settings)))
        else:
            yield problem


def _in_english(hint: WordHint, catalogues: tuple[Path, ...]) -> str:
    if word := english_of(hint.typed, hint.words, catalogues):
        return Hint(f"did you mean '{word}'?", hint.typed, word)
    if hint.mend.old:
        return Hint(hint, *hint.mend)
    word = english_of(hint.typed, hint.words, catalogues, NEARLY)
    return meant(hint.typed, word) if word else str(hint)


def new_command(kind: str, name: str) -> str:
    """The command that writes a new thing of *kind*."""
    types = get_args(ActorType)
    more = f" --type {types[0]} (or {', '.join(types[1:])})" if kind == "actors" else ""
    return f'spotbrief new {KINDS[kind].one} "{name}"{more}'


class _Named(NamedTuple):
    id: str
    missing: str = ""
    """The name, where there is no such thing."""
    is_guess: bool = False


def _known(hint: NamesHint, names: Names, corpus: Corpus) -> str:
    """*hint* with the ids that are known; no program may obey it where one is not."""
    found = [one for typed in hint.names for one in _ids(typed, hint.kinds, names, corpus)]
    ids = ", ".join(one.id for one in found)
    words, (old, new) = hint.replace(hint.guess, ids), hint.mend
    if missing := [one.missing for one in found if one.missing]:
        kind = next((kind for kind in hint.kinds if kind in MADE), "")
        return f"{words}; first make what is not there yet: {'; '.join(new_command(kind, one) for one in missing)}" if kind else words
    is_exact = old and not any(one.is_guess for one in found)
    return Hint(words, old, new.replace(hint.guess, ids)) if is_exact else words


def _ids(typed: str, kinds: tuple[str, ...], names: Names, corpus: Corpus) -> Iterator[_Named]:
    """What each name in *typed* means."""
    if whole := _id(typed.strip(), kinds, names, corpus):
        yield _Named(whole)
        return
    for name in names_in(typed):
        near = next((near for kind in kinds if (near := names.near(kind, name))), "")
        if known := _id(name, kinds, names, corpus) or (name if _is_id(name) else ""):
            yield _Named(known)
        else:
            yield _Named(near or new_id(name, corpus.settings.language), "" if near else name, bool(near))


def _id(name: str, kinds: tuple[str, ...], names: Names, corpus: Corpus) -> str:
    for kind in kinds:
        if name in getattr(corpus, kind, {}):
            return name
        if len(found := names.ids(kind, name)) == 1:
            return found[0]
    return ""


def _is_id(name: str) -> bool:
    """Whether it was typed as an id, right or wrong."""
    return name.isascii() and name == name.lower() and not any(map(str.isspace, name))
