"""How judgements are worded, after ICD 203 (Analytic Standards, 2 January 2015, section D.6.e.2.a). A desk asks for these rules."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import get_args

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.judgement import Confidence
from spotbrief.model.origin import Where
from spotbrief.model.sorts import TEXTS
from spotbrief.model.walk import walk
from spotbrief.reading.text import line_column

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*", re.UNICODE)

VAGUE = {
    "en": ("may", "might", "could"),
    "uk": ("може", "можуть", "міг би", "могла б", "могло б", "могли б"),
    "de": ("könnte", "könnten", "mag", "mögen"),
}
"""Words that leave open how likely something is, by language."""


@rule("two-in-one", "advice", is_asked_for=True)
def two_in_one(corpus: Corpus) -> Iterator[Finding]:
    """No sentence says both how likely something is and how confident the desk is."""
    likely, sure = _any_of(tuple(corpus.settings.scale.words())), _any_of(tuple(map(corpus.words.sureness, get_args(Confidence))))
    for briefing in corpus.briefings.values():
        for where, text in _texts(briefing):
            for sentence in _SENTENCE.finditer(text):
                if (term := likely.search(sentence[0])) and (level := sure.search(sentence[0])):
                    message = f"'{term[0]}' and '{level[0]}' stand in one sentence, and readers take one for the other"
                    yield where, message, "say how likely it is in one sentence and how confident you are in another"


@rule("bare-may", "advice", is_asked_for=True)
def bare_may(corpus: Corpus) -> Iterator[Finding]:
    """A judgement says how likely something is, not that it may or could be."""
    for briefing in corpus.briefings.values():
        language = (briefing.language or corpus.settings.language).partition("-")[0]
        if vague := VAGUE.get(language):
            pattern = _any_of(vague, in_small=language == "en")
            for where, text in _judgements(briefing):
                if found := pattern.search(text):
                    message = f"'{found[0]}' leaves open how likely this is"
                    yield where, message, "say what will be, and how likely it is with a term of the scale"


def _texts(briefing: Briefing) -> Iterator[tuple[Where, str]]:
    """All that a briefing says: its fields, and its text paragraph by paragraph."""
    yield from ((briefing.origin.at(*pointer), text) for pointer, text, _ in walk(briefing, TEXTS))
    for found in re.finditer(r"(?:.+\n?)+", briefing.body.text):
        yield replace(briefing.origin.prose(), place=line_column(briefing.body.text, found.start())), found[0]


def _judgements(briefing: Briefing) -> Iterator[tuple[Where, str]]:
    for number, judgement in enumerate(briefing.what_to_expect):
        if text := getattr(judgement, "text", None):
            yield briefing.origin.at("what_to_expect", number, "text"), text
    for number, takeaway in enumerate(briefing.key_takeaways):
        if takeaway.nature == "judgement":
            yield briefing.origin.at("key_takeaways", number, "text"), takeaway.text


@lru_cache(maxsize=16)
def _any_of(words: tuple[str, ...], *, in_small: bool = False) -> re.Pattern[str]:
    """Any of *words* by itself; *in_small* letters alone, so that May is a month."""
    longest_first = sorted(words, key=len, reverse=True)
    said = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{said})(?!\w)", 0 if in_small else re.IGNORECASE)
