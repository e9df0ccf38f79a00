"""The rules of texts, over the texts of translations: each problem at the place where its text stands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from spotbrief.checks.run import Moved
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.in_language import in_language
from spotbrief.corpus.linker import link
from spotbrief.model.desk import Desk
from spotbrief.model.origin import Pointer, Where
from spotbrief.model.problem import Problem
from spotbrief.model.settings import Settings
from spotbrief.model.texts import BODY


def check_translations(desk: Desk, settings: Settings, check: Callable[[Corpus, Moved], Iterable[Problem]]) -> Iterator[Problem]:
    """What is wrong with the texts of *desk* in its other languages, drafts included, as *check* finds it."""
    for language in settings.languages:
        spoken = settings if language is settings.languages[0] else settings.in_language(language)
        if any(one.language == language.tag for one in desk.translations):
            whole = in_language(desk, replace(spoken, preview=True))
            yield from check(link(whole, spoken), _moved(whole))


def _moved(desk: Desk) -> Moved:
    """Gives a problem with a text its place in the file of the translation; None for what is no text of one."""
    places = dict[tuple[str, Pointer], Where]()
    bodies = set[str]()
    for one in desk.translated.values():
        origin = one.thing.origin
        if not origin:
            continue
        for at, where in one.places.items():
            if at == BODY:
                bodies.add(origin.prose_file)
            places[origin.file, (*origin.pointer, *at)] = where

    def moved(problem: Problem) -> Problem | None:
        where = problem.where
        if there := places.get((where.file, where.pointer)):
            return replace(problem, where=replace(where, file=there.file, pointer=there.pointer))
        return problem if where.file in bodies and where.pointer in ((), BODY) and (where.target or where.place) else None

    return moved
