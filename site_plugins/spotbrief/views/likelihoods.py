"""How likely, in words and as a meter: the term of a scale, with its band or with the number that was published."""

from spotbrief.corpus.corpus import Call
from spotbrief.corpus.scored import Probability, probability_of
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.words.words import Words


@record
class Meter:
    """A likelihood drawn on a line from 0 to 100, beside its words: the term's band, and the number if one was published."""

    start: str
    width: str
    point: str


def said(call: Call, scale: Scale, words: Words) -> str:
    """How likely, in one phrase: `Likely, 55–80%, our estimate: 70%`."""
    return ", ".join(filter(None, likelihood_words(call, scale, words)))


def likelihood_words(call: Call, scale: Scale, words: Words) -> tuple[str, str]:
    """The term, and its band with the number if there is one: `Likely` and `55–80%, our estimate: 70%`."""
    return in_words(probability_of(call, scale), words)


def in_words(said: Probability | None, words: Words) -> tuple[str, str]:
    """The same of a probability; empty for none."""
    if not said:
        return "", ""
    term, probability, estimated = said
    name, band = words.sentence(words(term.term)), words.band(term.low, term.high)
    return name, band if estimated else words("{band}, our estimate: {number}", band=band, number=words.percent(probability * 100))


def share(said: Probability, words: Words) -> str:
    """The number if one was published, and else the band of the term: `70%` or `55–80%`."""
    term, probability, estimated = said
    return words.band(term.low, term.high) if estimated else words.percent(round(probability * 100, 1))


def briefly(call: Call, scale: Scale, words: Words) -> str:
    """How likely, inside a sentence: `likely (70%)`, or the term alone without a number; that there is none where nothing was said."""
    found = probability_of(call, scale)
    if not found:
        return words("no likelihood")
    term, probability, estimated = found
    return (
        words(term.term)
        if estimated
        else words("{term} ({number})", term=words(term.term), number=words.percent(round(probability * 100, 1)))
    )


def in_short(call: Call, scale: Scale, words: Words) -> str:
    """How likely, at the start of a line: `Likely (70%)`; empty where nothing was said."""
    return words.sentence(briefly(call, scale, words)) if probability_of(call, scale) else ""


def was_and_is_now(before: Call, now: Call, scale: Scale, words: Words) -> tuple[str, str]:
    """What was thought and what is thought: `Likely (70%)` and `roughly even chance (50%)`; how sure as well, where that changed."""
    was, is_now = words.sentence(briefly(before, scale, words)), briefly(now, scale, words)
    if before.confidence == now.confidence:
        return was, is_now
    return _sure(was, before, words), _sure(is_now, now, words)


def _sure(likely: str, call: Call, words: Words) -> str:
    return words.all_of(filter(None, (likely, words.sureness(call.confidence))))


def moved(before: Call, now: Call, scale: Scale, words: Words) -> str:
    """From what to what, in one phrase; that it stays where it was, where only the reasons are new."""
    was, is_now = was_and_is_now(before, now, scale, words)
    if was == words.sentence(is_now):
        return words("Still {likelihood}", likelihood=is_now)
    return words("{before} → {now}", before=was, now=is_now)


def meter(said: Probability | None, scale: Scale) -> Meter | None:
    """The meter of a probability; None for none."""
    if not said:
        return None
    term, probability, estimated = said
    return Meter(
        start=f"{term.low * 100:g}",
        width=f"{(term.high - term.low) * 100:g}",
        point="" if estimated else f"{probability * 100:g}",
    )
