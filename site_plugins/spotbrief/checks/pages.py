"""Ordinary pages are the engine's, but for what would publish or run what nobody meant to."""

from collections.abc import Iterator
from dataclasses import replace

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.reading.fields import nearest
from spotbrief.reading.slow_markdown import MOST_BRACKETS, costs, crowded


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
    message = f"more than {MOST_BRACKETS} brackets are opened in this paragraph"
    for page in corpus.desk.pages:
        for line in crowded(page.body.text):
            yield replace(page.origin.prose(), place=(line, 1)), message, "break it up, or take those out that are no links"


@rule("too-many-signs", "error")
def too_many_signs(corpus: Corpus) -> Iterator[Finding]:
    """A page, and each paragraph of it, has no more signs than the engine gets through."""
    for page in corpus.desk.pages:
        for line, message in costs(page.body.text):
            yield replace(page.origin.prose(), place=(line, 1)), message, "break it up, or take those out that mean nothing"
