"""A desk's folders -> the linked corpus, and everything that is wrong, with lines."""

from pathlib import Path

from spotbrief.checks.run import check
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.link import link
from spotbrief.model.problem import Problem, in_order
from spotbrief.model.record import record
from spotbrief.model.settings import Settings
from spotbrief.parallel import collector_off
from spotbrief.reading.desk import read_desk
from spotbrief.reading.locate import locate
from spotbrief.reading.settings import Folders


@record
class Examined:
    """A corpus, drafts included, and its problems in the order of files and lines."""

    corpus: Corpus
    problems: list[Problem]


def examine(root: Path, settings: Settings, folders: Folders) -> Examined:
    """Read, link and check the desk at *root*."""
    with collector_off():
        desk, problems = read_desk(root, settings.timezone, folders.briefings, folders.content)
        corpus = link(desk, settings)
        return Examined(corpus=corpus, problems=in_order([*locate(root, problems), *check(corpus, root)]))
