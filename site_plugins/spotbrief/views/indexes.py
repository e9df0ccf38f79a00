"""The lists of all things of a kind: where they lie, and how they are called."""

from collections.abc import Iterator

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.kinds import KINDS, LIST
from spotbrief.views.links import Links
from spotbrief.views.marks import anchor


def indexes(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Path and name of each list of *corpus* that is made only where there is something to list."""
    for kind in KINDS.values():
        if LIST in kind.has and kind.section in corpus.settings.sections and getattr(corpus, kind.name):
            yield f"{kind.name}/", kind.title


def kind_label(links: Links, kind: str, name: str) -> Markup:
    """What a page is about, in a word that leads to the others of its kind."""
    return anchor(links.to(f"{kind}/"), name)
