"""What is wrong with ordinary pages as the engine renders them: signs that readers see as they were typed, and what leads elsewhere."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.planned.departures import departures
from spotbrief.exports.planned.page_anchors import page_anchors
from spotbrief.exports.site import Site
from spotbrief.model.page import OrdinaryPage
from spotbrief.model.problem import Problem, in_order
from spotbrief.reading.locate import locate
from spotbrief.reading.page_markdown import PageMarkdown
from spotbrief.reading.stray_signs import may_be_odd

Made = Callable[[OrdinaryPage], str | None]
"""The HTML of a page; None where it is not rendered."""


def rendered_problems(site: Site, whole: Corpus, made: Made) -> list[Problem]:
    """In the order of files and lines; nothing where plugins of others may change what readers see."""
    if whole.settings.markdown_extensions is None:
        return []
    markdown = PageMarkdown(whole.settings.markdown_extensions)
    return in_order(locate(site.root, (*_shown(whole, made, markdown), *page_anchors(site, whole, made), *departures(whole, made))))


def _shown(whole: Corpus, made: Made, markdown: PageMarkdown) -> Iterator[Problem]:
    for page in whole.desk.pages:
        html = made(page) if may_be_odd(page.body.text) else None
        for said in markdown.remarks(page.body.text, html) if html else ():
            where = replace(page.origin.prose(), place=(said.line, said.column))
            yield Problem(rule=said.rule, severity="warning", where=where, message=said.message, hint=said.hint)
