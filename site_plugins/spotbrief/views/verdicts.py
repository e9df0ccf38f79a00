"""Whether a judgement that ended came out on the side that the desk leaned to."""

from spotbrief.corpus.corpus import Call, Expected
from spotbrief.corpus.scored import DAY, probability_of
from spotbrief.model.settings import Settings
from spotbrief.words.labels import Verdict

EVEN = 0.5


def verdict(expected: Expected, settings: Settings) -> Verdict | None:
    """By the last odds that were held before the end; None for what is open, void, without odds, or published when the end was known.

    What happened after its date did not happen by then. A word whose band lies on both sides of even leans to neither, whatever its number.
    """
    ended, by, held = expected.resolution, expected.judgement.by, odds_at_the_end(expected, settings)
    said = probability_of(held, settings.scale) if held else None
    if not ended or ended.outcome == "void" or not said:
        return None
    term, probability, _ = said
    if probability == EVEN or term.low < EVEN < term.high:
        return "toss_up"
    came = ended.outcome == "happened" and (not by or ended.when.earliest <= by.latest)
    return "as_expected" if came == (probability > EVEN) else "against_our_odds"


def odds_at_the_end(expected: Expected, settings: Settings) -> Call | None:
    """The last view that readers may see and that was held before a judgement ended; a revision counts from the day after it was made."""
    ended, by, first = expected.resolution, expected.judgement.by, expected.calls[0]
    if not ended:
        return None
    end, zone = min(by.latest, ended.when.latest) if by else ended.when.latest, settings.timezone
    dated = ((call, call.when.astimezone(zone).date()) for call in expected.calls if call is first or not call.taken_down)
    held = [call for call, day in dated if (day if call is first else day + DAY) <= end]
    return held[-1] if held else None
