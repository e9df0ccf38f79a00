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
    """How likely, in one phrase: `Likely, 55–80%, put at 70%`."""
    return ", ".join(filter(None, likelihood_words(call, scale, words)))


def likelihood_words(call: Call, scale: Scale, words: Words) -> tuple[str, str]:
    """The term, and its band with the number if there is one: `Likely` and `55–80%, put at 70%`."""
    return in_words(probability_of(call, scale), words)


def in_words(said: Probability | None, words: Words) -> tuple[str, str]:
    """The same of a probability; empty for none."""
    if not said:
        return "", ""
    term, probability, estimated = said
    name, band = words.sentence(term.term), words.band(term.low, term.high)
    return name, band if estimated else words("{band}, put at {number}", band=band, number=words.percent(probability * 100))


def share(said: Probability, words: Words) -> str:
    """The number if one was published, and else the band of the term: `70%` or `55–80%`."""
    term, probability, estimated = said
    return words.band(term.low, term.high) if estimated else words.percent(round(probability * 100, 1))


def briefly(call: Call, scale: Scale, words: Words) -> str:
    """How likely, inside a sentence: `likely, 70%`; what that means where nothing was said."""
    found = probability_of(call, scale)
    return f"{found[0].term}, {share(found, words)}" if found else words("no likelihood")


def moved(before: Call, now: Call, scale: Scale, words: Words) -> str:
    """From what to what: `Likely, 70% → roughly even chance, 50%`; how sure as well, where that changed."""
    was, is_now = briefly(before, scale, words), briefly(now, scale, words)
    told = words("Still {likelihood}", likelihood=is_now) if was == is_now else f"{words.sentence(was)} → {is_now}"
    if before.confidence == now.confidence:
        return told
    sure = words.sureness(now.confidence)
    return f"{told}; {words.sureness(before.confidence)} → {sure}" if before.confidence else f"{told}; {sure}"


def meter(said: Probability | None) -> Meter | None:
    """The meter of a probability; None for none."""
    if not said:
        return None
    term, probability, estimated = said
    point = "" if estimated else f"{probability * 100:g}"
    return Meter(start=f"{term.low * 100:g}", width=f"{(term.high - term.low) * 100:g}", point=point)
