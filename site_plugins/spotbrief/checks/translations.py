"""What translations lack, and where their originals have changed since."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.behind import behind
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.texts import is_left, path_of, texts_of, to_translate
from spotbrief.model.translation import Translation

MOST = 8
"""Texts that are named in one message."""

FEWEST, SHORTEST = 40, 0.5
"""Of so many words on, a text is compared; a translation has at least this part of them; four fifths are usual in Ukrainian."""

_WITHOUT_BLANKS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages that put no blanks between words, which are not counted."""

_NAMES = {"key_takeaways": "takeaway", "what_to_expect": "judgement", "timeline": "event", "statements": "statement"}


@rule("untranslated", "advice")
def untranslated(corpus: Corpus) -> Iterator[Finding]:
    """A translation has all texts of its original."""
    for one, original in _in_files(corpus):
        left = [path_of(original, at) for at in to_translate(original) if at not in one.places]
        if left and one.head:
            named = ", ".join(left[:MOST]) + (f" and {len(left) - MOST} more" if len(left) > MOST else "")
            yield one.head.origin.at(), f"not in '{one.language}' yet: {named}", _run(one)


@rule("left-as-written", "advice")
def left_as_written(corpus: Corpus) -> Iterator[Finding]:
    """A text of a translation is not that of the original."""
    for one, original in _in_files(corpus):
        texts, now = texts_of(original), texts_of(one.thing)
        for at, where in one.places.items():
            if is_left(texts.get(at, ""), now.get(at, "")):
                yield where, f"'{path_of(original, at)}' is still the text of the original", f"write it in '{one.language}', or take it out"


@rule("short-translation", "advice")
def short_translation(corpus: Corpus) -> Iterator[Finding]:
    """The text of a translation is about as long as that of its original."""
    for one, original in _in_files(corpus):
        if not one.head or one.kind != "briefings" or _WITHOUT_BLANKS.intersection(_languages(one, original, corpus)):
            continue
        whole, said = original.body.words, one.thing.body.words
        if whole >= FEWEST and said < whole * SHORTEST:
            message = f"the text has {said:,} word{'s' * (said != 1)}, and that of the original {whole:,}"
            yield replace(one.head.origin.prose(), place=(1, 1)), message, "translate the rest"


@rule("translation-behind", "advice")
def translation_behind(corpus: Corpus) -> Iterator[Finding]:
    """What a translation was made from is what its original says today."""
    for one, original in _in_files(corpus):
        texts = texts_of(original)
        for name, at in behind(one, original).items():
            if one.head and at is None:
                message, hint = f"the original has no '{name}' any more", "take this line out, and its text"
            else:
                what = _NAMES.get(name.partition(".")[0], "text")
                message = f"the {what} '{name}' was changed since it was translated: it says now '{_short(texts[at or ()])}'"
                hint = f"mend the translation; {_run(one)}"
            if one.head:
                yield one.head.origin.at("translated_from", name), message, hint


def _languages(one: Translation, original: Any, corpus: Corpus) -> tuple[str, ...]:
    """Those of a translation and of its original, without countries."""
    return tuple(code.partition("-")[0] for code in (one.language, original.language or corpus.settings.language))


def _in_files(corpus: Corpus) -> Iterator[tuple[Translation, Any]]:
    """The translations that stand in files of their own, with their originals."""
    made = [one for one in corpus.desk.translations if one.head]
    kinds = {one.kind for one in made}
    originals = {(kind, thing.id): thing for kind, thing in corpus.desk.things() if kind in kinds} if made else {}
    yield from ((one, originals[one.kind, one.id]) for one in made if (one.kind, one.id) in originals)


def _run(one: Translation) -> str:
    return f"run: spotbrief translate {one.id} {one.language}" if one.kind == "briefings" else "add what is missing"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
