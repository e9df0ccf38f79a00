"""Readers see the words and signs that an editor typed, and no others."""

from collections.abc import Iterator
from dataclasses import replace

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.reading.garbled import garbled


@rule("shown-as-typed", "warning")
def shown_as_typed(corpus: Corpus) -> Iterator[Finding]:
    """No sign of Markdown, of another generator or of an editing system is shown to readers, unless a backslash says so."""
    return _remarks(corpus, "shown-as-typed")


@rule("lost-words", "warning")
def lost_words(corpus: Corpus) -> Iterator[Finding]:
    """Every word of a text is shown to readers."""
    return _remarks(corpus, "lost-words")


@rule("garbled-letters", "warning")
def garbled_letters(corpus: Corpus) -> Iterator[Finding]:
    """No letters of a wrong encoding, and no hidden signs inside words."""
    yield from _remarks(corpus, "garbled-letters")
    for page in corpus.desk.pages:
        for remark in garbled(page.body.text):
            yield replace(page.origin.prose(), place=(remark.line, remark.column)), remark.message, remark.hint


@rule("struck-out", "warning")
def struck_out(corpus: Corpus) -> Iterator[Finding]:
    """Single tildes strike nothing out."""
    return _remarks(corpus, "struck-out")


@rule("unmeant-markup", "warning")
def unmeant_markup(corpus: Corpus) -> Iterator[Finding]:
    """No figure or sentence becomes a list, a heading, a quotation, code or emphasis by the signs it happens to hold."""
    return _remarks(corpus, "unmeant-markup")


@rule("skipped-heading", "advice")
def skipped_heading(corpus: Corpus) -> Iterator[Finding]:
    """Headings go down one level at a time, from the second on."""
    return _remarks(corpus, "skipped-heading")


def _remarks(corpus: Corpus, rule: str) -> Iterator[Finding]:
    for text in corpus.written:
        for remark in text.prose.remarks:
            if remark.rule == rule:
                yield replace(text.where, place=(remark.line, remark.column)), remark.message, remark.hint
