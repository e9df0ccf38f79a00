"""The media that a briefing is set in beside its page; a new medium is one more row."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property
from pathlib import Path

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.text import clean
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.rendering.fragments import Fragments
from spotbrief.views.briefing import EVERYTHING, BriefingView, view_of
from spotbrief.views.components import Parts
from spotbrief.views.links import Links
from spotbrief.views.markdown import MarkdownWriter
from spotbrief.views.prose import Writer


@record
class Medium:
    """How a view becomes text that is read away from the site: every address is absolute."""

    writer: type[Writer]
    """Writes prose; its marks write links, dates and notes, and escape everything else."""
    template: str
    """The template of a briefing."""
    beside: str = ""
    """The file, beside the page of each briefing, that tells the whole of it; empty for a medium that other files take in."""
    leaves_out: Mapping[str, str] = field(default_factory=dict)
    """Why it tells some fields of a briefing nowhere all the same, by patterns of their ways."""


MEDIA: Mapping[str, Medium] = {
    "article": Medium(writer=Writer, template="article/briefing.html"),
    "digest": Medium(writer=Writer, template="article/digest.html"),
    "twin": Medium(
        writer=MarkdownWriter,
        template="twin/briefing.md",
        beside="index.md",
        leaves_out={
            r"(sources\[\]\.)?language": "Markdown has no way of saying it",
            r"sources\[\]\.(id|kind)": "the desk's own order among its sources",
            r"former_slugs\[\]": "leads to the present address",
            r"(key_takeaways|timeline|statements)\[\]\.id": "part of an address, which it has not",
            r"status": "said only of what is withdrawn",
            r"actors\[\]": "it names actors where texts do",
            r"what_to_expect\[\]\.(topics|actors)\[\]": "finds it a place in lists of the site",
            r"timeline\[\]\.(storyline|kind|(topics|regions)\[\])": "finds it a place in lists of the site",
        },
    ),
}


class Telling:
    """Tells of briefings in one medium."""

    def __init__(self, medium: Medium, corpus: Corpus, folders: Sequence[Path]) -> None:
        marks, self._template = medium.writer.marks, medium.template
        self.parts = Parts(Links(corpus, root=corpus.settings.base, marks=marks), medium.writer)
        self._fragments = Fragments(folders, corpus.words, marks.markup)

    @cached_property
    def _shown(self) -> frozenset[str]:
        return self._fragments.asked(self._template, EVERYTHING)

    def view(self, briefing: Briefing) -> BriefingView:
        """What there is to say."""
        return view_of(briefing, self.parts, shown=self._shown)

    def text(self, view: BriefingView) -> str:
        """The same as the medium says it."""
        return self.written(self._template, view)

    def written(self, template: str, view: object) -> str:
        """What another *template* of the medium makes of its view."""
        return clean(str(self._fragments.render(template, view)))
