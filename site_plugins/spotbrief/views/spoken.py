"""Briefings in another language than their site: what says so to browsers and screen readers wherever a text of theirs stands."""

from collections.abc import Mapping
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

    Without a word on it, the title is in the language of the desk to which most of its letters belong; that of the site comes first.
    """
    here, tags = corpus.settings.language, corpus.settings.tags
    if source.language:
        language = source.language
    elif len(tags) > 1:
        language = max((here, *tags), key=lambda tag: sum(sign in _letters(tag) for sign in source.name))
    else:
        return NOTHING
    return marks_of(language) if language != here else NOTHING


@cache
def _letters(language: str) -> frozenset[str]:
    return frozenset(sign for letter in conventions(language).alphabet for sign in letter + letter.lower())


def by_file(corpus: Corpus) -> Mapping[str, Markup]:
    """The same by the files that hold such texts."""
    spoken = ((briefing.origin, attributes(briefing, corpus)) for briefing in corpus.briefings.values() if briefing.language)
    return {file: said for origin, said in spoken if said for file in (origin.file, origin.prose_file) if file}
