"""Ordinary pages are the engine's, but for what would publish or run what nobody meant to."""

from collections.abc import Iterator

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.reading.fields import nearest

MOST_BRACKETS = 500
"""Opened in a paragraph: for each, Python-Markdown looks through all the rest of it."""


@rule("misplaced-briefing", "error")
def misplaced_briefing(corpus: Corpus) -> Iterator[Finding]:
    """Briefings lie in their folder; anything else under content/ is published at once."""
    content, hint = corpus.desk.content_folder, f"move it to {corpus.desk.briefings_folder}/"
    for where in corpus.desk.misplaced:
        yield where, f"this is a briefing, but as a page under {content}/ it would be published at once", hint


@rule("page-template", "error")
def page_template(corpus: Corpus) -> Iterator[Finding]:
    """A page names only templates of the desk's own."""
    known = corpus.settings.templates
    for page in corpus.desk.pages:
        if page.template is not None and page.template not in known:
            near = nearest(page.template, known)
            hint = f"did you mean '{near}'?" if near else "put it into templates/, or take the line out"
            yield page.origin.at("template"), f"the desk has no template '{page.template}' of its own", hint


@rule("too-many-brackets", "error")
def too_many_brackets(corpus: Corpus) -> Iterator[Finding]:
    """A paragraph of a page has no more brackets than the engine gets through."""
    for page in corpus.desk.pages:
        for paragraph in page.body.text.split("\n\n") if page.body.text.count("[") > MOST_BRACKETS else ():
            if paragraph.count("[") > MOST_BRACKETS:
                where = page.origin.prose(paragraph[:40])
                yield (
                    where,
                    f"more than {MOST_BRACKETS} brackets are opened in this paragraph",
                    "break it up, or take those out that are no links",
                )
