"""How judgements are worded: rules that a desk asks for."""

import pytest

from tests.desks import CONFIG, Desk


def said(desk: Desk, front: str, body: str = "Text.", *, options: str = "") -> list[str]:
    """The rules that a briefing of these fields breaks where both are asked for."""
    asked = f"Europe/Kyiv, rules: {{two-in-one: warning, bare-may: advice}}{options}"
    desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", asked)).brief("a", front, body=body)
    return [problem.rule for problem in desk.examine().problems]


@pytest.mark.parametrize(
    ("front", "body", "found"),
    [
        ("bottom_line: A deal is likely. We have high confidence in that.\n", "Text.", []),
        ("bottom_line: A deal is UNLIKELY, with low confidence.\n", "Text.", ["two-in-one"]),
        ("", "First.\n\nRain is very likely; we say so with moderate\nconfidence in that. Sun is not.", ["two-in-one"]),
        ("", "First.\n\nRain is very likely. We say so with moderate confidence. Sun is not.", []),
        ("summary: Unlikelyish things, high confidences.\n", "Text.", []),
    ],
)
def test_likelihood_and_confidence_stand_in_sentences_of_their_own(desk: Desk, front: str, body: str, found: list[str]) -> None:
    """In fields and in the text, by the words of the scale."""
    assert said(desk, front, body) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Both sides could sign.", ["bare-may"]),
        ("Both sides sign on 1 May.", []),
        ("Mayors meet.", []),
    ],
)
def test_a_judgement_does_not_hedge(desk: Desk, text: str, found: list[str]) -> None:
    """A month is none, nor a word in which one stands."""
    assert said(desk, f"what_to_expect: [{{text: {text}, likelihood: likely, confidence: high, by: 2025-07-01}}]\n") == found


def test_only_takeaways_that_are_judgements_are_looked_at(desk: Desk) -> None:
    """What somebody may do by law is a fact."""
    takeaways = "key_takeaways: [{text: He may veto., nature: fact, sources: [s]}, {text: He may veto., nature: judgement}]\n"
    assert said(desk, f"{takeaways}sources: [{{id: s, title: T}}]\n") == ["bare-may"]


def test_each_language_has_its_words(desk: Desk) -> None:
    """Of the site or of the briefing."""
    judged = "what_to_expect: [{{text: {}, likelihood: {}, confidence: high, by: 2025-07-01}}]\n"
    assert said(desk, f"language: uk\n{judged.format('Може піти дощ.', 'likely')}") == ["bare-may"]
    assert said(desk, f"language: fr\n{judged.format('Il may pleuvoir.', 'likely')}") == []


def test_nothing_is_said_unasked(desk: Desk) -> None:
    """Both are off by themselves."""
    desk.brief("a", "what_to_expect: [{text: It may rain., likelihood: likely, confidence: high, by: 2025-07-01}]\n")
    assert desk.said() == ""
