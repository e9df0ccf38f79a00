"""The lists of all things of a kind: where they lie, and how they are called."""

from collections.abc import Iterator

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.links import SECTION_OF
from spotbrief.views.links import Links
from spotbrief.views.marks import anchor

INDEXES = {"issues": "Issues", "topics": "Topics", "regions": "Regions", "authors": "Authors", "sources": "Sources"}
"""Those that are made only where there is something to list."""


def indexes(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Path and name of each index of *corpus* that there is."""
    for kind, title in INDEXES.items():
        if SECTION_OF[kind] in corpus.settings.sections and getattr(corpus, kind):
            yield f"{kind}/", title


def kind_label(links: Links, kind: str, name: str) -> Markup:
    """What a page is about, in a word that leads to the others of its kind."""
    return anchor(links.to(f"{kind}/"), name)
