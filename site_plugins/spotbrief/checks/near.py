"""What is wrong with a few files of a desk that is known already: what an editor is told while typing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spotbrief.checks.examine import fresh
from spotbrief.checks.naming import in_words_of
from spotbrief.checks.rule import Reach
from spotbrief.checks.run import RULES, Moved, asked, check
from spotbrief.checks.severities import chosen
from spotbrief.checks.spoken import check_translations
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.linker import link
from spotbrief.corpus.live import Live
from spotbrief.corpus.text_fields import Known
from spotbrief.model.desk import Broken, Desk
from spotbrief.model.problem import Problem, in_order
from spotbrief.model.settings import Settings
from spotbrief.reading.desk import Earlier, read_desk
from spotbrief.reading.locate import locate
from spotbrief.reading.settings import Folders
from spotbrief.reading.unsaved import NOTHING, Unsaved

FAR = tuple(rule for rule in RULES if rule.reach is Reach.ALL)
"""The rules that only the whole desk can be asked about. None asks what leads to a thing."""

_NEAR = tuple(rule for rule in RULES if rule.reach is not Reach.ALL)


def examine_near(
    live: Live, files: Iterable[str], read: tuple[Desk, list[Problem]], root: Path, unsaved: Unsaved = NOTHING
) -> list[Problem]:
    """Takes in what was *read* of *files*, and gives what is wrong with them, but for what rules of FAR would find."""
    files, (desk, problems) = frozenset(files), read
    near = live.take(files, desk)
    return _checked(live, near, files, problems, desk.broken, root, unsaved)


def look_again(live: Live, files: Iterable[str], root: Path, unsaved: Unsaved = NOTHING) -> list[Problem]:
    """What rules say of files that stay as they are, after another one has changed; nothing is read again."""
    files = frozenset(files)
    return _checked(live, live.linked(files), files, [], (), root, unsaved)


def examine_far(
    root: Path, settings: Settings, folders: Folders, earlier: Earlier, known: Known, unsaved: Unsaved = NOTHING
) -> list[Problem]:
    """What rules of FAR say of the whole desk; what was read *earlier* and is *known* is not looked through again."""
    desk, problems = read_desk(root, settings.timezone, folders.briefings, folders.content, earlier, settings.tags, unsaved)
    whole = link(desk.with_broken() if desk.broken else desk, settings, known=known, ways=False)
    found = fresh(check(whole, root, None, unsaved, FAR), problems, desk.broken)
    return in_order(chosen(found, settings, root, unsaved))


def _checked(
    live: Live, near: Corpus, files: frozenset[str], problems: list[Problem], broken: Iterable[Broken], root: Path, unsaved: Unsaved
) -> list[Problem]:
    asked = files - live.stale

    def found_in(corpus: Corpus, moved: Moved | None = None) -> Iterator[Problem]:
        return (there for one in _found(corpus, live) if (there := moved(one) if moved else one) and there.where.file in asked)

    found = [*fresh(found_in(near), problems, broken)]
    if near.desk.translations:
        found += check_translations(near.desk, near.settings, found_in)
    named = in_words_of(replace(near, **live.maps), problems)
    return in_order(chosen(locate(root, [*named, *found], unsaved), near.settings, root, unsaved))


def _found(near: Corpus, live: Live) -> Iterator[Problem]:
    wide = replace(near, **live.maps)
    for rule in asked(_NEAR, near):
        yield from rule.problems(near if rule.reach is Reach.NEAR else wide)
