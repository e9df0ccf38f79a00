"""A desk's folders -> the linked corpus, and everything that is wrong, with lines."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spotbrief.checks.naming import in_words_of
from spotbrief.checks.run import RULES, Moved, begin_check, check
from spotbrief.checks.severities import chosen, slips
from spotbrief.checks.spoken import check_translations
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.linker import link
from spotbrief.model.desk import Broken
from spotbrief.model.origin import Pointer
from spotbrief.model.problem import Problem, in_order
from spotbrief.model.record import record
from spotbrief.model.settings import Settings
from spotbrief.reading.desk import Earlier, read_desk
from spotbrief.reading.locate import locate
from spotbrief.reading.settings import Folders
from spotbrief.reading.unsaved import NOTHING, Unsaved

_OF_WHOLE_FILES = frozenset({"unpublished-link", "unpublished-related", "held-back", "uncited-source"})
"""Rules that need the status or all claims of a briefing. A mistake in the file may hide those."""

_OF_PUBLICATION = "followup-out-of-time"
"""A rule that compares other briefings with the publication, in place of which an early day stands where nobody can read it."""

_MISTAKEN = "unknown-reference"
"""What is written with a mistake in it may be taken for an id alone, which then leads nowhere."""


@record
class Examined:
    """A corpus, drafts included, and its problems in the order of files and lines."""

    corpus: Corpus
    problems: list[Problem]
    of_texts: tuple[Problem, ...] = ()
    """Those among them that the texts have by themselves; the others are of settings, addresses and what lies beside the texts."""


@record
class Begun:
    """A corpus, drafts included, whose problems are being looked for."""

    corpus: Corpus
    examined: Callable[[], Examined]
    """Waits for them; to be called once."""


def examine(root: Path, settings: Settings, folders: Folders, earlier: Earlier | None = None, unsaved: Unsaved = NOTHING) -> Examined:
    """Read, link and check the desk at *root*; what was read *earlier* is not read again, and texts that are *unsaved* hold."""
    return begin(root, settings, folders, earlier, unsaved).examined()


def begin(root: Path, settings: Settings, folders: Folders, earlier: Earlier | None = None, unsaved: Unsaved = NOTHING) -> Begun:
    """Read and link the desk likewise, and check it beside what the caller does next."""
    desk, problems = read_desk(root, settings.timezone, folders.briefings, folders.content, earlier, settings.tags, unsaved)
    corpus = link(desk, settings)
    whole = link(desk.with_broken(), settings) if desk.broken else corpus

    found = begin_check(whole, root, unsaved=unsaved)

    def of_translation(corpus: Corpus, moved: Moved) -> list[Problem]:
        return check(corpus, root, moved, unsaved)

    def examined() -> Examined:
        of_desk = found()  # before all that may fail: whoever looks for them ends with it
        every = [*locate(root, [*in_words_of(whole, problems), *slips(settings, {rule.id: rule.severity for rule in RULES})], unsaved)]
        every += fresh(of_desk, problems, desk.broken)
        every += check_translations(desk, settings, of_translation) if desk.translations else ()
        told = in_order(chosen(every, settings, root, unsaved))
        return Examined(corpus=corpus, problems=told, of_texts=tuple(told))

    return Begun(corpus=corpus, examined=examined)


def fresh(found: Iterable[Problem], problems: Iterable[Problem], broken: Iterable[Broken]) -> Iterator[Problem]:
    """The findings that do not merely follow from one of *problems*, which are mistakes in the form of values."""
    files = {one.thing.origin.file for one in broken}
    made_up = {(one.thing.origin.file, (*one.thing.origin.pointer, *at)) for one in broken for at in one.made_up}
    wrong = {(problem.where.file, problem.where.pointer) for problem in problems if problem.severity == "error"}
    undated = {one.thing.origin.file for one in broken if ("published",) in one.made_up}
    around = {(file, part) for file, pointer in wrong for part in _parts(pointer)}
    for problem in found:
        file, at = problem.where.file, problem.where.pointer
        echo = (file, at) in around or any((file, part) in wrong or (file, part) in made_up for part in _parts(at))
        echo = echo or (problem.rule == _MISTAKEN and at[-1:] == ("id",) and (file, at[:-1]) in around)
        echo = echo or (problem.rule == _OF_PUBLICATION and file in undated)
        if file not in files or not (echo or problem.rule in _OF_WHOLE_FILES):
            yield problem


def _parts(pointer: Pointer) -> Iterator[Pointer]:
    """All beginnings of *pointer*, the shortest first."""
    return (pointer[:n] for n in range(1, len(pointer) + 1))
