"""How long it takes to read a briefing."""

from spotbrief.model.briefing import Briefing

WORDS_A_MINUTE = 265


def minutes(briefing: Briefing) -> int:
    """Its text, its takeaways, what it expects and what that means for each audience, in minutes; 0 for one without a text."""
    return max(1, round(words(briefing) / WORDS_A_MINUTE)) if briefing.body.text else 0


def words(briefing: Briefing) -> int:
    """How many words there are to read, signs of Markdown included."""
    said = [takeaway.text for takeaway in briefing.key_takeaways]
    said += (judgement.text for _, _, judgement in briefing.judgements())
    said += (entry.why or "" for _, entry in briefing.followups())
    said += (text for texts in (briefing.implications or {}).values() for text in texts)
    return briefing.body.words + sum(len(text.split()) for text in said)
