"""Each briefing as a record for reference managers: BibTeX and RIS."""

from collections.abc import Iterable, Iterator
from functools import partial

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.output import Beside, Edition, Output
from spotbrief.exports.text import clean
from spotbrief.model.briefing import Briefing
from spotbrief.views.cite import BIBTEX, RIS, bibtex, citation_of, ris


def beside(edition: Edition) -> Beside:
    """`/briefings/<id>/cite.bib` and `/briefings/<id>/cite.ris`."""

    def outputs(briefing: Briefing) -> Iterator[Output]:
        paths = tuple(f"briefings/{edition.corpus.step(briefing.id)}/{name}" for name in (BIBTEX, RIS))
        yield Output(paths=paths, make=partial(_files, briefing, edition.corpus))

    return outputs


def _files(briefing: Briefing, corpus: Corpus) -> Iterable[bytes]:
    citation = citation_of(briefing, corpus)
    # RIS asks for lines that end as on a teletype.
    return clean(bibtex(citation)).encode(), clean(ris(citation)).replace("\n", "\r\n").encode()
