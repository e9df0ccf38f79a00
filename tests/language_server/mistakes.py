"""Thirty mistakes that people make in the fields of a briefing, each as they type it, with the rule that tells of it."""

FIELDS = """\
title: Talks in Oslo
published: 2025-03-01T18:00
kind: news
topics: [sea]
actors: [norway]
key_takeaways:
  - {id: fund, text: A fund is planned., nature: fact, sources: [wire]}
what_to_expect:
  - id: rain
    text: It rains in Oslo.
    likelihood: likely
    probability: 0.7
    confidence: moderate
    by: 2025-12-31
    sources: [wire]
implications:
  diplomats: [Call home.]
timeline:
  - {id: riyadh, when: 2025-02-18, title: Delegations meet, kind: talks, actors: [norway]}
statements:
  - {actor: norway, issue: whaling, when: 2025-02-19, stance: supports, text: It goes on.}
sources:
  - {id: wire, publisher: The Wire, title: No deal yet, url: "https://example.org/a"}
"""
"""A briefing without a mistake."""

MISTAKES: dict[str, tuple[str, str, str]] = {
    "a misspelt field": ("actors:", "actorz:", "unknown-field"),
    "a field of another system": ("published:", "date:", "unknown-field"),
    "an actor that is not there": ("actors: [norway]\nkey", "actors: [norwey]\nkey", "unknown-reference"),
    "a topic that is not there": ("[sea]", "[see]", "unknown-reference"),
    "a source that is not told": ("sources: [wire]}", "sources: [wires]}", "unknown-reference"),
    "an issue that is not there": ("whaling", "whalling", "unknown-reference"),
    "a mention of nobody": ("A fund is planned.", '"[[norwei]] plans a fund."', "unknown-reference"),
    "a term that is not of the scale": ("likelihood: likely", "likelihood: lkely", "unknown-term"),
    "a kind that is not one": ("kind: news", "kind: brief", "unknown-value"),
    "a confidence that is not one": ("confidence: moderate", "confidence: middling", "unknown-value"),
    "a stance that is not one": ("supports", "in favour", "unknown-value"),
    "a nature that is not one": ("nature: fact", "nature: truth", "unknown-value"),
    "a day that there is not": ("2025-12-31", "2025-13-31", "value"),
    "a date in words": ("when: 2025-02-18", "when: 18 February 2025", "value"),
    "an hour without a sign": ("2025-03-01T18:00", "2025-03-01 6pm", "value"),
    "a probability with a comma": ("0.7", '"0,7"', "value"),
    "a probability outside its term": ("0.7", "0.2", "probability-outside-term"),
    "a judgement without a date": ("    by: 2025-12-31\n", "", "judgement-without-by"),
    "a date before publication": ("2025-12-31", "2025-01-31", "by-before-published"),
    "a fact without a source": (", sources: [wire]}", "}", "fact-without-source"),
    "a text where a list belongs": ("actors: [norway]\nkey", "actors: norway\nkey", "shape"),
    "a list where a text belongs": ("title: Talks in Oslo", "title: [Talks in Oslo]", "shape"),
    "no title": ("title: Talks in Oslo\n", "", "missing-field"),
    "an empty text": ("text: It rains in Oslo.", "text:", "missing-field"),
    "a bracket that is not closed": ("[norway]\nkey", "[norway\nkey", "yaml"),
    "a colon in a text": ("Talks in Oslo", "Talks: in Oslo", "yaml"),
    "a field that stands twice": ("kind: news", "kind: news\nkind: news", "duplicate-key"),
    "an audience that is not there": ("diplomats:", "diplomat:", "unknown-audience"),
    "a tab": ("    likelihood: likely", "\tlikelihood: likely", "yaml"),
    "a tag of HTML": ("It goes on.", "It <b>goes</b> on.", "raw-html"),
    "an address without its start": ('"https://example.org/a"', "example.org/a", "link-scheme"),
    "a text cut off at a number sign": ("text: It rains in Oslo.", "text: It rains in Oslo, see #2 too.", "cut-text"),
}
"""What stands there, what is typed in its place, and the rule."""
