"""Briefings in another language than their site: what says so to browsers and screen readers wherever a text of theirs stands."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.source import Source
from spotbrief.model.translation import Translation
from spotbrief.words.conventions import conventions

NOTHING = Markup("")


def language_of(briefing: Briefing, corpus: Corpus) -> str:
    """The language in which a briefing is written."""
    return briefing.language or corpus.settings.language


def attributes(briefing: Briefing, corpus: Corpus) -> Markup:
    """Its `lang` and `dir`, for an element that holds texts of it alone; nothing where it is in the language of the site."""
    language = language_of(briefing, corpus)
    if language == corpus.settings.language:
        return NOTHING
    return marks_of(language)


def marks_of(language: str) -> Markup:
    """`lang` and `dir` of a language."""
    return Markup(' lang="{}" dir="{}"').format(language, conventions(language).dir)


def original_language(translation: Translation, corpus: Corpus) -> str:
    """The language that something was translated from."""
    return getattr(translation.thing, "language", None) or corpus.settings.tags[0]


def kind_of(briefing: Briefing, corpus: Corpus) -> str:
    """Its kind, and the language of the original where that leads to a page in another language."""
    kind = corpus.words.kind(briefing.kind)
    if briefing.id not in corpus.desk.elsewhere:
        return kind
    language = language_of(briefing, corpus)
    return f"{kind} · {next((one.name for one in corpus.settings.languages if one.tag == language), language)}"


def of_text(corpus: Corpus, file: str, text: str) -> Markup:
    """The same for a *text* of *file*, which a translation may have left as it is in the original; nothing for most."""
    language = corpus.desk.foreign.get((file, text)) if corpus.desk.foreign else None
    return marks_of(language) if language else NOTHING


def of_title(source: Source, corpus: Corpus) -> Markup:
    """The same for the title of a source, which stays as it is in every language.

    Without a word on it, a title in a script that the site does not use is in the one language of the desk that is written so.
    """
    here, tags = corpus.settings.language, corpus.settings.tags
    language = source.language or (_of_script(source.title or "", here, tags) if len(tags) > 1 else "")
    return marks_of(language) if language and language != here else NOTHING


def _of_script(title: str, here: str, tags: Sequence[str]) -> str:
    """The language of a *title*; empty where its letters do not tell."""
    scripts = {_script(sign) for sign in title if sign.isalpha()}
    written_so = [tag for tag in tags if {_script_of(tag)} == scripts]
    return written_so[0] if len(written_so) == 1 and _script_of(here) not in scripts else ""


@cache
def _script_of(language: str) -> str:
    return _script(conventions(language).alphabet[0])


@cache
def _script(letter: str) -> str:
    """As the names of characters begin: LATIN, CYRILLIC."""
    return unicodedata.name(letter, "").partition(" ")[0]


def by_file(corpus: Corpus) -> Mapping[str, Markup]:
    """The same by the files that hold such texts."""
    spoken = ((briefing.origin, attributes(briefing, corpus)) for briefing in corpus.briefings.values() if briefing.language)
    return {file: said for origin, said in spoken if said for file in (origin.file, origin.prose_file) if file}
