"""What is said of a judgement: read from what was typed, and checked before it is written."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from spotbrief.checks.likelihood import in_terms
from spotbrief.cli.editing.asking import Questions, value_of
from spotbrief.cli.editing.yaml_text import Value
from spotbrief.corpus.corpus import Call, Corpus, Expected
from spotbrief.corpus.references import own_source_ids
from spotbrief.model.briefing import Briefing
from spotbrief.model.fields import Instant, Probability, When
from spotbrief.model.scale import Scale
from spotbrief.model.settings import Settings
from spotbrief.reading.fields import near_id
from spotbrief.words.dates import moment_words
from spotbrief.words.english import NEARLY, catalogues_of, english_of
from spotbrief.words.labels import CONFIDENCE


def view(questions: Questions, before: Call, settings: Settings) -> dict[str, Value]:
    """How likely, in terms of the scale, with a number in the band of the term, and how sure; what is not said stays as *before*."""
    scale, catalogues = settings.scale, catalogues_of(settings)
    terms = ", ".join(term.term for term in scale.terms)
    term = questions.ask("likelihood", f"How likely is it now? ({terms})", _term(scale, catalogues), before.likelihood or "")
    same = term is not None and before.likelihood and scale.term(before.likelihood) == scale.term(term)
    usual = f"{before.probability:g}" if before.probability is not None and (same or not term) else ""
    band = f" within {found.band()}" if term and (found := scale.term(term)) else ", such as 0.7"
    probability = questions.ask("probability", f"As a number{band} (- for none)", _probability(scale, term), usual)
    confidence = questions.ask("confidence", "How sure are you? (low, moderate, high)", _confidence(catalogues), before.confidence or "")
    said = {"likelihood": term, "probability": probability, "confidence": confidence}
    return {name: value for name, value in said.items() if value}


def _term(scale: Scale, catalogues: Sequence[Path]) -> Callable[[str], str | None]:
    def read(typed: str) -> str | None:
        if typed.strip() and not (term := scale.term(typed)):
            raise ValueError(f"'{typed}' is no term of the scale {scale.name}: {in_terms(typed, scale, catalogues)}")
        return term.term if typed.strip() and term else None

    return read


def _probability(scale: Scale, term: str | None) -> Callable[[str], str | None]:
    def read(typed: str) -> str | None:
        typed = typed.strip()
        if typed in ("", "-"):
            return None
        number: float = value_of(Probability, typed)
        band = scale.term(term or "")
        if band and not band.holds(number):
            other = scale.term_for(number).term
            raise ValueError(f"{typed} is not '{band.term}', which stands for {band.band()}: the term for it is '{other}' (--likelihood)")
        return typed

    return read


def _confidence(catalogues: Sequence[Path]) -> Callable[[str], str | None]:
    def read(typed: str) -> str | None:
        word = typed.strip().casefold()
        if word not in ("", *CONFIDENCE):
            english = english_of(word, CONFIDENCE, catalogues, NEARLY)
            raise ValueError(f"'{typed}' is not one of {', '.join(CONFIDENCE)}" + (f": did you mean '{english}'?" if english else ""))
        return word or None

    return read


def moment(settings: Settings, after: datetime, what: str) -> Callable[[str], str]:
    """Reads a day or a moment that has come, and that is not before *after*, which is *what* it was."""

    def read(typed: str) -> str:
        when = value_of(Instant, typed, settings)
        if when > settings.now:
            raise ValueError(f"{typed} is still to come: write the day on which it was thought so")
        if when < after:
            since = moment_words(after, settings.timezone)
            same_day = when.date() == after.astimezone(settings.timezone).date()
            hint = f"; write the hour too, such as {this_minute(settings)}" if same_day else ""
            raise ValueError(f"{typed} is before {what} ({since}){hint}")
        return typed.strip()

    return read


def usual_moment(settings: Settings, after: datetime) -> str:
    """Today, or this minute where something was said today already."""
    return this_minute(settings) if after.astimezone(settings.timezone).date() >= settings.today else settings.today.isoformat()


def this_minute(settings: Settings) -> str:
    """The present moment, as it is typed."""
    return settings.now.astimezone(settings.timezone).strftime("%Y-%m-%dT%H:%M")


def ended(settings: Settings, expected: Expected, outcome: str) -> Callable[[str], str]:
    """Reads the date on which it was clear how a judgement ended."""
    by, zone = expected.judgement.by, settings.timezone
    words = [call.when.astimezone(zone).date() for call in expected.calls if call.when <= settings.now]

    def read(typed: str) -> str:
        when = value_of(When, typed)
        if when.earliest > settings.today:
            raise ValueError(f"{typed} is still to come: write the date on which it was clear how it ended")
        if when.latest < words[0]:
            raise ValueError(f"{typed} is before the briefing was published ({words[0].isoformat()}): what was known is no judgement")
        if when.latest < words[-1]:
            raise ValueError(f"{typed} is before the last word on it ({words[-1].isoformat()}): write when it was clear to the desk")
        if outcome == "happened" and by and when.earliest > by.latest:
            raise ValueError(
                f"{typed} is after its date ({by.text}), by which it had not happened: did_not_happen, and in the note when it did"
            )
        return typed.strip()

    return read


def asked_sources(questions: Questions, corpus: Corpus, briefing: Briefing | None) -> tuple[str, ...]:
    """Ids of sources that exist, shared ones or those that *briefing* tells."""
    question = "Ids of sources, with blanks between them (Enter for none)"
    asked: tuple[str, ...] = questions.ask("source", question, _sources(corpus, briefing), "")
    return asked


def _sources(corpus: Corpus, briefing: Briefing | None) -> Callable[[str], tuple[str, ...]]:
    def read(typed: str) -> tuple[str, ...]:
        ids = tuple(dict.fromkeys(typed.replace(",", " ").split()))
        own = own_source_ids(briefing)
        for id in ids:
            if id not in own and id not in corpus.sources:
                near = near_id(id, [*own, *corpus.sources])
                known = f"did you mean '{near}'?" if near else "write it into the sources of the briefing first, or: spotbrief new source"
                raise ValueError(f"there is no source '{id}': {known}")
        return ids

    return read
