"""Texts hold only what their place on the page can show."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus, Written
from spotbrief.model.origin import Where
from spotbrief.model.problem import Hint
from spotbrief.reading.markdown import block_in, character_of
from spotbrief.reading.text import name_of


@rule("raw-html", "error")
def raw_html(corpus: Corpus) -> Iterator[Finding]:
    """Texts hold no HTML tags; Markdown says it all."""
    for text in corpus.written:
        for tag in text.prose.tags:
            place = replace(text.where, place=(tag.line, tag.column))
            yield place, f"'{tag.typed}' is an HTML tag, which readers would see as plain text", tag.mend


@rule("hidden-reference", "error")
def hidden_reference(corpus: Corpus) -> Iterator[Finding]:
    """No character reference stands for a control character or a direction override."""
    for text in corpus.written:
        for typed in text.prose.hidden:
            yield _at(text, typed), f"'{typed}' is a hidden {name_of(character_of(typed))}", "delete it; put it in `backquotes` to show it"


@rule("second-title", "warning")
def second_title(corpus: Corpus) -> Iterator[Finding]:
    """Headings in a text start at the second level; the first is the page's title."""
    for text in corpus.written:
        for title in () if text.sentence else text.prose.titles:
            hint = Hint(f"write #{title}", title, f"#{title}")
            yield _at(text, title), f"'{title}' would be a second title of the page, and is shown one level lower", hint


@rule("block-in-sentence", "warning")
def block_in_sentence(corpus: Corpus) -> Iterator[Finding]:
    """A field of one or two sentences has no headings, lists, quotations, tables or blocks of code."""
    hint = "write plain sentences, or move it into the body; put a backslash before a sign that is meant as such"
    for text in corpus.written:
        if text.sentence and (block := block_in(text.prose.text)):
            yield text.where, f"this field is for a sentence or two, and cannot show {block}", hint


@rule("duplicate-footnote", "error")
def duplicate_footnote(corpus: Corpus) -> Iterator[Finding]:
    """A footnote is written once."""
    for text in corpus.written:
        for label in text.prose.twice:
            yield _at(text, label), f"the footnote '{label}' is written twice", "give one of the two another name, or join them"


@rule("missing-body", "warning")
def missing_body(corpus: Corpus) -> Iterator[Finding]:
    """A briefing has a text; a withdrawn one may have none any more."""
    for briefing in corpus.desk.briefings:
        if briefing.status == "published" and not briefing.body.text.strip():
            file = briefing.origin.file
            beside = PurePosixPath(file).with_suffix(".md").name
            hint = "write it below the second ---" if file.endswith(".md") else f"write it in {beside} beside this file, or as body: |"
            yield briefing.origin.at(), "the briefing has no text", hint


def _at(text: Written, typed: str) -> Where:
    return text.where if text.where.pointer else replace(text.where, target=typed)
